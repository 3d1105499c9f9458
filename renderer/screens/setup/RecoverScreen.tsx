import { useState } from 'react';
import type { OpenProblem } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { isChosen, NewPassphrase, notTyped } from '../../components/fields/NewPassphrase';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { OpenTrouble } from './OpenTrouble';
import { SetupFrame } from './SetupFrame';
import { wordCount, wordsTyped } from './sheet-words';

interface RecoverScreenProps {
  readonly path: string;
  readonly onOpened: () => void;
  readonly onBack: () => void;
}

/** Opens a scheme with the words of its sheet, and sets a new passphrase. */
export function RecoverScreen({ path, onOpened, onBack }: RecoverScreenProps) {
  const recover = useAction('app', 'recover', 'inline');
  const [text, setText] = useState('');
  const [typed, setTyped] = useState(notTyped);
  const [problem, setProblem] = useState<OpenProblem | null>(null);
  const words = wordsTyped(text);
  const isReady = words.length === wordCount && isChosen(typed);
  async function open() {
    if (!isReady || recover.isBusy) return;
    const result = await recover.run({ path, words, newPassphrase: typed.passphrase });
    if (!result.ok) return;
    if (result.value.ok) onOpened();
    else setProblem(result.value.problem);
  }
  return (
    <SetupFrame title="Recovery sheet" under="Locked">
      <form
        className="setup-narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <h2 className="setup-title">Use the recovery sheet</h2>
        <p className="setup-lead">Type its eighteen words in their order, and choose a new passphrase. The sheet stays good.</p>
        <TextField
          label="The words"
          value={text}
          onChange={setText}
          hint={`${Math.min(words.length, 99)} of ${wordCount} words`}
          problem={recover.problem}
          autoFocus
        />
        <NewPassphrase typed={typed} onTyped={setTyped} />
        {problem ? <OpenTrouble problem={problem} /> : null}
        <div className="row">
          <Button look="primary" type="submit" isDisabled={!isReady || recover.isBusy}>
            {recover.isBusy ? 'Opening…' : 'Open the scheme'}
          </Button>
          <Button onPress={onBack}>Back</Button>
        </div>
      </form>
    </SetupFrame>
  );
}
