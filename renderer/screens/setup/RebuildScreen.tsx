import { useState } from 'react';
import type { OpenProblem } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { isChosen, NewPassphrase, notTyped } from '../../components/fields/NewPassphrase';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { OpenTrouble } from './OpenTrouble';
import { SetupFrame } from './SetupFrame';
import { wordCount, wordsTyped } from './sheet-words';

interface RebuildScreenProps {
  readonly onOpened: () => void;
  readonly onBack: () => void;
}

/** A lost computer’s scheme, brought back from the shared folder by the words of its recovery sheet. */
export function RebuildScreen({ onOpened, onBack }: RebuildScreenProps) {
  const choose = useAction('sharing', 'chooseToJoin', 'inline');
  const rebuild = useAction('sharing', 'rebuild', 'inline');
  const [folder, setFolder] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [typed, setTyped] = useState(notTyped);
  const [problem, setProblem] = useState<OpenProblem | null>(null);
  const words = wordsTyped(text);
  const isReady = folder !== null && words.length === wordCount && isChosen(typed);
  async function chooseFolder() {
    const chosen = await choose.run();
    if (chosen.ok && chosen.value !== null) setFolder(chosen.value);
  }
  async function begin() {
    if (!isReady || rebuild.isBusy) return;
    const result = await rebuild.run({ folder, words, newPassphrase: typed.passphrase });
    if (!result.ok) return;
    if (result.value.ok) onOpened();
    else setProblem(result.value.problem);
  }
  return (
    <SetupFrame title="Rebuild from the shared folder" under="A lost computer">
      <form
        className="setup-narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <h2 className="setup-title">Lost your computer?</h2>
        <p className="setup-lead">
          The shared folder and your recovery sheet bring back all that you could read there. What the lost computer had not yet handed over
          stays lost. A coordinator’s lost computer is retired at once; anyone else asks a coordinator to retire it.
        </p>
        <div className="row">
          <Button onPress={() => void chooseFolder()} autoFocus isDisabled={rebuild.isBusy}>
            {folder === null ? 'Choose the shared folder…' : 'Another folder…'}
          </Button>
          <span className="small mute cut">{folder}</span>
        </div>
        <TextField
          label="The words of the recovery sheet"
          value={text}
          onChange={setText}
          hint={`${Math.min(words.length, 99)} of ${wordCount} words`}
          problem={rebuild.problem ?? choose.problem}
        />
        <NewPassphrase typed={typed} onTyped={setTyped} />
        {problem ? <OpenTrouble problem={problem} /> : null}
        <div className="row">
          <Button look="primary" type="submit" isDisabled={!isReady || rebuild.isBusy}>
            {rebuild.isBusy ? 'Reading the shared folder…' : 'Rebuild the scheme here'}
          </Button>
          <Button onPress={onBack} isDisabled={rebuild.isBusy}>
            Back
          </Button>
        </div>
      </form>
    </SetupFrame>
  );
}
