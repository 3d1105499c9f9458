import { ArchiveRestore, FolderOpen, FolderSync, Landmark, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button';

interface BeginProps {
  readonly onDemonstration: () => void;
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onRestore: () => void;
  readonly onJoin: () => void;
  readonly onRebuild: () => void;
  readonly problem: string | null;
}

/** First run: five ways to begin. The demonstration is the quickest way to see what the app is for. */
export function Begin({ onDemonstration, onNew, onOpenFile, onRestore, onJoin, onRebuild, problem }: BeginProps) {
  return (
    <>
      <h2 className="setup-title">Hold this week’s conference here</h2>
      <p className="setup-lead">
        Roundtable keeps the register, orders the agenda so that partners wait little, records the meeting as people speak, and prints the
        minutes and a tasking pack for each agency. Everything stays in one encrypted file on this computer.
      </p>
      <ul className="setup-choices">
        <Choice
          icon={<UsersRound aria-hidden />}
          name="Open the demonstration scheme"
          detail="108 invented people, twelve agencies and eleven months of conferences to practise on. It stays apart from any real scheme."
          button={
            <Button look="primary" onPress={onDemonstration} autoFocus>
              Open the demonstration
            </Button>
          }
        />
        <Choice
          icon={<Landmark aria-hidden />}
          name="Start a new scheme"
          detail="Your name for it, your agencies, a passphrase and a recovery sheet. Five minutes; then import the spreadsheet you have."
          button={<Button onPress={onNew}>Start a new scheme</Button>}
        />
        <Choice
          icon={<FolderOpen aria-hidden />}
          name="Open a scheme file"
          detail="One that you have used before, here or on another computer. It ends in .roundtable."
          button={<Button onPress={onOpenFile}>Choose the file…</Button>}
        />
        <Choice
          icon={<FolderSync aria-hidden />}
          name="Join a shared scheme"
          detail="Your partnership works in a shared folder already. A coordinator admits you by six words, on the telephone."
          button={<Button onPress={onJoin}>Join…</Button>}
        />
        <Choice
          icon={<ArchiveRestore aria-hidden />}
          name="Restore from a backup"
          detail="A computer was lost, or a file is damaged. You see what the backup holds before anything is done."
          button={<Button onPress={onRestore}>Restore…</Button>}
        />
      </ul>
      <div className="row">
        <span className="mute">Lost a computer that shared its scheme?</span>
        <Button look="quiet" onPress={onRebuild}>
          Rebuild from the shared folder…
        </Button>
      </div>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}

function Choice({
  icon,
  name,
  detail,
  button,
}: {
  readonly icon: ReactNode;
  readonly name: string;
  readonly detail: string;
  readonly button: ReactNode;
}) {
  return (
    <li className="setup-choice">
      {icon}
      <div>
        <b>{name}</b>
        <p>{detail}</p>
      </div>
      {button}
    </li>
  );
}
