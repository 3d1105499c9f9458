import { useEffect, useState } from 'react';
import type { RecoverySheetView } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { isChosen, NewPassphrase, notTyped } from '../../components/fields/NewPassphrase';
import { TextField } from '../../components/fields/TextField';
import { callVerb, useAction } from '../../data/queries';
import { RecoveryStep } from './RecoveryStep';
import { SetupFrame } from './SetupFrame';
import { SheetPaper } from './SheetPaper';

interface JoinScreenProps {
  readonly onOpened: () => void;
  readonly onBack: () => void;
}

const steps = ['The shared folder', 'You and a passphrase', 'Recovery sheet', 'Six words'] as const;
const betweenLooks = 2_000;

/** From a shared folder to a workstation of one’s own: asked here, answered by a coordinator, opened here. */
export function JoinScreen({ onOpened, onBack }: JoinScreenProps) {
  const choose = useAction('sharing', 'chooseToJoin', 'inline');
  const begin = useAction('sharing', 'beginJoin', 'inline');
  const abandon = useAction('setup', 'abandon');
  const [folder, setFolder] = useState<string | null>(null);
  const [yourName, setYourName] = useState('');
  const [typed, setTyped] = useState(notTyped);
  const [sheet, setSheet] = useState<RecoverySheetView | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const at = isChecked ? 3 : sheet ? 2 : folder ? 1 : 0;
  const isReady = yourName.trim() !== '' && isChosen(typed);
  async function chooseFolder() {
    const chosen = await choose.run();
    if (chosen.ok && chosen.value !== null) setFolder(chosen.value);
  }
  async function ask() {
    if (!isReady || folder === null || begin.isBusy) return;
    const begun = await begin.run({ folder, yourName, passphrase: typed.passphrase });
    if (begun.ok) setSheet(begun.value);
  }
  function back() {
    void abandon.run();
    onBack();
  }
  return (
    <SetupFrame
      title="Join a shared scheme"
      beside={`Step ${at + 1} of ${steps.length}`}
      under="Joining"
      steps={steps.map((name, index) => ({
        id: name,
        name,
        detail: '',
        state: index < at ? ('done' as const) : index === at ? ('current' as const) : ('to come' as const),
      }))}
      aside={at === 2 && sheet ? <SheetPaper sheet={sheet} brand="Shared scheme" /> : undefined}
      foot={
        <>
          <Button onPress={back}>Back</Button>
          <span className="small soft grow" role="status">
            {begin.problem ?? choose.problem}
          </span>
        </>
      }
    >
      {at === 0 ? (
        <>
          <h2 className="setup-title">Where is the shared folder?</h2>
          <p className="setup-lead">Your coordinator tells you which folder it is. It holds a file called roundtable.scheme.</p>
          <Button look="primary" onPress={() => void chooseFolder()} autoFocus>
            Choose the folder…
          </Button>
        </>
      ) : null}
      {at === 1 ? (
        <form
          className="setup-narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <h2 className="setup-title">You, and a passphrase of your own</h2>
          <p className="setup-lead">The passphrase opens the scheme on this computer. Nobody else has or needs it.</p>
          <TextField label="Your name" value={yourName} onChange={setYourName} autoFocus />
          <NewPassphrase typed={typed} onTyped={setTyped} label="Passphrase" />
          <Button look="primary" type="submit" isDisabled={!isReady || begin.isBusy}>
            {begin.isBusy ? 'Asking…' : 'Ask to join'}
          </Button>
        </form>
      ) : null}
      {at === 2 && sheet ? (
        <RecoveryStep
          sheet={sheet}
          isSaved={isSaved}
          onSaved={() => setSaved(true)}
          isChecked={isChecked}
          onChecked={() => setChecked(true)}
        />
      ) : null}
      {at === 3 ? <Wait onOpened={onOpened} /> : null}
    </SetupFrame>
  );
}

/** Shows the six words until a coordinator has answered, and then opens the scheme. */
function Wait({ onOpened }: { readonly onOpened: () => void }) {
  const finish = useAction('setup', 'finish', 'inline');
  const { run } = finish;
  const [words, setWords] = useState<readonly string[]>([]);
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    async function look() {
      const state = await callVerb('sharing', 'lookJoin').catch(() => null);
      if (isOver) return;
      if (state) setWords(state.words);
      setAway(state?.state !== 'waiting' && state?.state !== 'welcome');
      if (state?.state === 'welcome') {
        const made = await run({ useKeychain: false });
        if (made.ok && made.value.ok) onOpened();
        return;
      }
      timer = setTimeout(() => void look(), betweenLooks);
    }
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [run, onOpened]);
  return (
    <>
      <h2 className="setup-title">Read these words to your coordinator</h2>
      <p className="setup-lead">
        Telephone them. Their screen shows the same six words under Scheme, Sharing. Once they have admitted you, the scheme opens here by
        itself.
      </p>
      <p className="join-words large">{words.join(' ')}</p>
      <p className="mute" role="status">
        {finish.problem ??
          (isAway
            ? 'The folder cannot be reached just now. It is tried again.'
            : finish.isBusy
              ? 'Opening the scheme…'
              : 'Waiting for the coordinator…')}
      </p>
    </>
  );
}
