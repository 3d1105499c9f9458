import { useState } from 'react';
import type { BackupFound, BackupProblem } from '../../../shared/views/backups';
import { Button } from '../../components/Button';
import { isChosen, NewPassphrase, notTyped } from '../../components/fields/NewPassphrase';
import { TextField } from '../../components/fields/TextField';
import { Trouble } from '../../components/Trouble';
import { useAction } from '../../data/queries';
import { nameOfFile } from './PassphraseScreen';
import { restoreProblemWords } from './restore-words';
import { wordCount, wordsTyped } from './sheet-words';

interface RestoreSecretProps {
  readonly path: string;
  readonly onFound: (found: BackupFound) => void;
  readonly onOther: () => void;
  readonly onBack: () => void;
}

/** Opens a backup with the passphrase or, where that or its key file is lost, with the words of the recovery sheet. */
export function RestoreSecret({ path, onFound, onOther, onBack }: RestoreSecretProps) {
  const inspect = useAction('backups', 'inspect', 'inline');
  const [isWords, setWords] = useState(false);
  const [text, setText] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [fresh, setFresh] = useState(notTyped);
  const [problem, setProblem] = useState<BackupProblem | null>(null);
  const words = wordsTyped(text);
  const isReady = isWords ? words.length === wordCount && isChosen(fresh) : passphrase !== '';
  async function look() {
    if (!isReady || inspect.isBusy) return;
    // Out of the field as it is sent: what is typed while the backup is read is the next try.
    setPassphrase('');
    const secret = isWords
      ? ({ kind: 'words', words, newPassphrase: fresh.passphrase } as const)
      : ({ kind: 'passphrase', passphrase } as const);
    const result = await inspect.run({ path, secret });
    if (!result.ok) return setPassphrase((typed) => (typed === '' ? passphrase : typed));
    if (result.value.ok) return onFound(result.value.found);
    setProblem(result.value.problem);
  }
  const isRetyped = problem === null || problem === 'wrong-passphrase' || problem === 'wrong-recovery-words';
  const toggle = (
    <Button
      onPress={() => {
        setWords(!isWords);
        setPassphrase('');
        setFresh(notTyped);
        setProblem(null);
      }}
    >
      {isWords ? 'Use the passphrase' : 'Use the recovery sheet'}
    </Button>
  );
  if (!isRetyped)
    return (
      <Trouble
        {...restoreProblemWords[problem]}
        buttons={
          <>
            {problem === 'key-file-missing' ? toggle : null}
            <Button onPress={onOther}>Another backup…</Button>
            <Button onPress={onBack}>Back</Button>
          </>
        }
      />
    );
  const refused = problem === null ? inspect.problem : `${restoreProblemWords[problem].title}. ${restoreProblemWords[problem].next}`;
  return (
    <form
      className="setup-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <h2 className="setup-title">Unlock the backup</h2>
      <p className="setup-lead cut" title={path}>
        {nameOfFile(path)}
      </p>
      {isWords ? (
        <>
          <TextField
            label="The words of the recovery sheet"
            value={text}
            onChange={setText}
            hint={`${Math.min(words.length, 99)} of ${wordCount} words`}
            problem={refused}
            autoFocus
          />
          <NewPassphrase typed={fresh} onTyped={setFresh} />
        </>
      ) : (
        <TextField label="Passphrase" type="password" value={passphrase} onChange={setPassphrase} problem={refused} autoFocus />
      )}
      <div className="row wrap">
        <Button look="primary" type="submit" isDisabled={!isReady || inspect.isBusy}>
          {inspect.isBusy ? 'Reading the backup…' : 'See what it holds'}
        </Button>
        {toggle}
        <Button look="quiet" onPress={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
