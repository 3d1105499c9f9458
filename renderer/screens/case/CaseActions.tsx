import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDayNear, isLate } from '../../../shared/language/dates';
import { mayForAgency } from '../../../shared/rules/permissions';
import type { ActionRow } from '../../../shared/views/actions';
import type { CaseView } from '../../../shared/views/case';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { DueWords } from '../../components/DueDate';
import { OpeningLine } from '../../components/OpeningLine';
import { useScheme } from '../../data/scheme';
import { RewordAction } from '../actions/RewordAction';
import { AddAction } from './AddAction';
import { SettleAction } from './SettleAction';

/** What agencies still owe on this case, the latest due first to be seen, each to be settled where it stands. */
export function CaseActions({ found }: { readonly found: CaseView }) {
  const { scheme, today, may } = useScheme();
  const [open, setOpen] = useState<string | null>(null);
  const maySettle = ({ agencyId }: ActionRow) =>
    found.partedSince === null && mayForAgency(scheme.me, agencyId, 'change-any-action', 'change-own-agency-actions');
  // What closes when it is recorded must not close what was opened meanwhile.
  const close = (id: string) => setOpen((now) => (now === id ? null : now));
  const overdue = found.openActions.filter(({ dueOn }) => isLate(dueOn, today)).length;
  const actions = found.openActions.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  return (
    <section className="case-actions">
      <h3 className="part-head">
        Open actions
        <span className="at-right">
          {found.openActions.length} open, {overdue > 0 ? <span className="late">{overdue} overdue</span> : 'none overdue'},{' '}
          {found.closedActions.length} closed
        </span>
        {may('set-actions') ? (
          <Button size="small" look="quiet" onPress={() => setOpen(open === 'new' ? null : 'new')} aria-label="Add an action">
            <Plus aria-hidden />
          </Button>
        ) : null}
      </h3>
      {open === 'new' ? <AddAction caseId={found.id} leadAgencyId={found.fields.leadAgencyId} onClose={() => close('new')} /> : null}
      {actions.length === 0 && open !== 'new' ? <p className="small mute">No action is open.</p> : null}
      <ul>
        {actions.map((action) => (
          <li key={action.id}>
            <ActionLine
              action={action}
              isOpen={open === action.id}
              onToggle={maySettle(action) ? () => setOpen(open === action.id ? null : action.id) : null}
            />
            {open === action.id ? (
              <>
                <SettleAction action={action} onClose={() => close(action.id)} />
                <RewordAction action={action} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ActionLineProps {
  readonly action: ActionRow;
  readonly isOpen: boolean;
  readonly onToggle: (() => void) | null;
}

function ActionLine({ action, ...line }: ActionLineProps) {
  const { today, agencyOf, personOf } = useScheme();
  const owner = personOf(action.personId)?.name ?? agencyOf(action.agencyId)?.name ?? 'No owner';
  return (
    <OpeningLine className="action-line" {...line}>
      <AgencyCode agency={agencyOf(action.agencyId)} />
      <span className="action-what">
        {action.text}
        <span className="small mute">
          {owner}
          {action.carried > 0 ? `, carried ${action.carried}×` : ''}
          {action.priority === 'high' ? ', high priority' : ''}
        </span>
      </span>
      <span className="action-due">
        <b>{action.dueOn ? formatDayNear(action.dueOn, today) : ''}</b>
        <DueWords dueOn={action.dueOn} today={today} />
      </span>
    </OpeningLine>
  );
}
