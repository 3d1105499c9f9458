import { Landmark, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { OtherWays } from './OtherWays';

interface BeginProps {
  readonly onDemonstration: () => void;
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onRestore: () => void;
  readonly onJoin: () => void;
  readonly onRebuild: () => void;
  readonly problem: string | null;
}

/** First run: the demonstration is the quickest way to see what the app is for, and a new scheme what it is for. */
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
      </ul>
      <OtherWays
        heading="There is a scheme already"
        ways={[
          ['file', onOpenFile],
          ['join', onJoin],
          ['restore', onRestore],
          ['rebuild', onRebuild],
        ]}
      />
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
