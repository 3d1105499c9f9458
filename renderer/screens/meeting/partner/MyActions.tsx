import { Link } from 'wouter';
import { formatDay, isLate } from '../../../../shared/language/dates';
import type { ActionRow } from '../../../../shared/views/actions';
import { KeyHint } from '../../../components/KeyHint';
import { useOneOpen } from '../../../components/overlays/one-open';
import { useScheme } from '../../../data/scheme';
import { useKeys } from '../../../keys/keys';
import { paths } from '../../../routes';
import { ActionLine } from '../../case/ActionLine';
import { SettleAction } from '../../case/SettleAction';

const mostLater = 5;

interface MyActionsProps {
  readonly actions: readonly ActionRow[];
  /** The day of the next conference, at which open ones come back. */
  readonly heldOn: string | null;
}

/** What the agency undertook to do: late first, then what is due before the conference, then the rest. */
export function MyActions({ actions, heldOn }: MyActionsProps) {
  const { today } = useScheme();
  const { open, show, toggle, close } = useOneOpen();
  const late = actions.filter(({ dueOn }) => isLate(dueOn, today));
  const before = actions.filter(({ dueOn }) => dueOn !== null && !isLate(dueOn, today) && heldOn !== null && dueOn <= heldOn);
  const later = actions.filter((action) => !late.includes(action) && !before.includes(action));
  const shown = [...late, ...before, ...later.slice(0, mostLater)];
  const next = () => {
    const at = shown.findIndex(({ id }) => id === open);
    show(shown[(at + 1) % shown.length]?.id ?? null);
  };
  useKeys('Your actions', [{ keys: 'E', says: 'Settle the next action', run: next, isOff: shown.length === 0 }]);
  const lines = (some: readonly ActionRow[]) =>
    some.map((action) => (
      <Line
        key={action.id}
        action={action}
        isOpen={open === action.id}
        onToggle={() => toggle(action.id)}
        onClose={() => close(action.id)}
      />
    ));
  return (
    <section aria-label="Your actions">
      <h2 className="part-head">
        Your actions
        <span className="at-right">
          {actions.length === 0 ? '' : `${actions.length.toLocaleString('en-GB')} open`}
          {late.length > 0 ? <span className="late">, {late.length.toLocaleString('en-GB')} overdue</span> : null}
        </span>
      </h2>
      {actions.length === 0 ? (
        <p className="soft">Nothing is open. What your agency undertakes at a conference stands here until it is done.</p>
      ) : (
        <>
          <p className="small mute">
            <KeyHint>E</KeyHint> settles one: done, or why not.
          </p>
          <ul className="partner-actions">
            {lines(late)}
            {before.length > 0 && heldOn !== null ? <li className="label">Due by {formatDay(heldOn)}</li> : null}
            {lines(before)}
            {later.length > 0 && late.length + before.length > 0 ? <li className="label">Later</li> : null}
            {lines(later.slice(0, mostLater))}
          </ul>
          {later.length > mostLater ? (
            <p className="small">
              <Link href={paths.actions()}>All {actions.length.toLocaleString('en-GB')} open actions</Link>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

interface LineProps {
  readonly action: ActionRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onClose: () => void;
}

function Line({ action, isOpen, onToggle, onClose }: LineProps) {
  const { personOf } = useScheme();
  return (
    <li>
      <ActionLine action={action} whose={[action.caseName, personOf(action.personId)?.name ?? '']} isOpen={isOpen} onToggle={onToggle} />
      {isOpen ? (
        <>
          <SettleAction action={action} onClose={onClose} />
          {action.caseId ? (
            <p className="small">
              <Link href={paths.case(action.caseId)}>Open the case</Link>
            </p>
          ) : null}
        </>
      ) : null}
    </li>
  );
}
