import { useState } from 'react';
import type { OpenProblem } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { leastPassphrase } from './new-scheme';
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
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<OpenProblem | null>(null);
  const words = wordsTyped(text);
  const isReady = words.length === wordCount && passphrase.length >= leastPassphrase;
  async function open() {
    if (!isReady) return;
    const result = await recover.run({ path, words, newPassphrase: passphrase });
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
        <TextField
          label="New passphrase"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          hint={`At least ${leastPassphrase} characters.`}
        />
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
