import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { LockReason } from '../../../shared/ipc/contract';
import type { OpenProblem, OpenResult } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { KeyHint } from '../../components/KeyHint';
import { useAction } from '../../data/queries';
import { OpenTrouble } from './OpenTrouble';
import { openProblemWords } from './open-problems';
import { RecoverScreen } from './RecoverScreen';
import { SetupFrame } from './SetupFrame';

interface PassphraseScreenProps {
  readonly path: string;
  readonly opensWithKeychain?: boolean;
  readonly isDemonstration?: boolean;
  readonly lockedBy?: LockReason | null;
  readonly onOpened: () => void;
  readonly onBack: () => void;
  /** The way to a backup, where the file itself cannot be opened. */
  readonly onRestore?: () => void;
}

export const nameOfFile = (path: string) => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.roundtable$/i, '');

const kept = 'What was recorded is safe, and what was half typed is there again once it is open.';
const lockedWords: Readonly<Record<Exclude<LockReason, 'by-hand'>, string>> = {
  idle: `It locked itself, because nobody was at this computer for a while. ${kept}`,
  computer: `It was locked along with this computer. ${kept}`,
};

/** One file, one field. Every reason why it does not open has its own words. */
export function PassphraseScreen(props: PassphraseScreenProps) {
  const { path, opensWithKeychain = false, isDemonstration = false, lockedBy = null, onOpened, onBack, onRestore } = props;
  const unlock = useAction('app', 'unlock', 'inline');
  const keychain = useAction('app', 'unlockWithKeychain', 'inline');
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<OpenProblem | null>(null);
  const [isRecovering, setRecovering] = useState(false);
  function settle(result: OpenResult) {
    if (result.ok) return onOpened();
    setProblem(result.problem);
  }
  async function open() {
    if (passphrase === '' || unlock.isBusy) return;
    // Out of the field as it is sent: what is typed while it is tried is the next try, and the answer takes none of it away.
    setPassphrase('');
    const result = await unlock.run({ path, passphrase });
    if (result.ok) settle(result.value);
    else setPassphrase((typed) => (typed === '' ? passphrase : typed));
  }
  async function openWithKeychain() {
    const result = await keychain.run({ path });
    if (result.ok) settle(result.value);
  }
  if (isRecovering) return <RecoverScreen path={path} onOpened={onOpened} onBack={() => setRecovering(false)} />;
  const recover = <Button onPress={() => setRecovering(true)}>Use the recovery sheet</Button>;
  const isAskingAgain = problem === null || problem === 'wrong-passphrase';
  return (
    <SetupFrame title={nameOfFile(path)} under="Locked">
      {isAskingAgain ? (
        <form
          className="setup-narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <h2 className="setup-title">{nameOfFile(path)}</h2>
          <p className={isDemonstration ? 'setup-lead' : 'soft small'}>
            {isDemonstration ? 'Everyone in it is invented; its passphrase is “demonstration”.' : path}
          </p>
          {lockedBy === null || lockedBy === 'by-hand' ? null : (
            <p className="setup-lead" role="status">
              {lockedWords[lockedBy]}
            </p>
          )}
          <TextField
            label="Passphrase"
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            problem={
              problem === 'wrong-passphrase' ? `${openProblemWords[problem].title}. ${openProblemWords[problem].next}` : unlock.problem
            }
            // Not switched off while it opens: that would take the focus from it, and a wrong passphrase is typed again at once.
            onEnter={() => void open()}
            autoFocus
          />
          <div className="row wrap">
            <Button look="primary" type="submit" isDisabled={passphrase === '' || unlock.isBusy}>
              {unlock.isBusy ? 'Opening…' : 'Open'} <KeyHint>Enter</KeyHint>
            </Button>
            {opensWithKeychain ? (
              <Button onPress={() => void openWithKeychain()} isDisabled={keychain.isBusy}>
                <KeyRound aria-hidden /> Use this computer’s sign-in
              </Button>
            ) : null}
            {recover}
            <Button look="quiet" onPress={onBack}>
              Another scheme
            </Button>
          </div>
        </form>
      ) : (
        <OpenTrouble
          problem={problem}
          buttons={
            <>
              {problem === 'key-file-missing' ? recover : <Button onPress={() => setProblem(null)}>Try again</Button>}
              {problem === 'damaged' && onRestore ? <Button onPress={onRestore}>Restore from a backup</Button> : null}
              <Button onPress={onBack}>Another scheme</Button>
            </>
          }
        />
      )}
    </SetupFrame>
  );
}
