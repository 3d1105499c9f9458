import { Plus } from 'lucide-react';
import { isLate } from '../../../shared/language/dates';
import { byText } from '../../../shared/language/in-order';
import { mayForAgency } from '../../../shared/rules/permissions';
import type { ActionRow } from '../../../shared/views/actions';
import type { CaseView } from '../../../shared/views/case';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { useOneOpen } from '../../components/overlays/one-open';
import { useScheme } from '../../data/scheme';
import { RewordAction } from '../actions/RewordAction';
import { ActionLine } from './ActionLine';
import { AddAction } from './AddAction';
import { SettleAction } from './SettleAction';

/** What agencies still owe on this case, the latest due first to be seen, each to be settled where it stands. */
export function CaseActions({ found }: { readonly found: CaseView }) {
  const { scheme, today, may, agencyOf, personOf } = useScheme();
  const { open, toggle, close } = useOneOpen();
  const maySettle = ({ agencyId }: ActionRow) =>
    found.partedSince === null && mayForAgency(scheme.me, agencyId, 'change-any-action', 'change-own-agency-actions');
  const overdue = found.openActions.filter(({ dueOn }) => isLate(dueOn, today)).length;
  const actions = found.openActions.toSorted((a, b) => byText(a.dueOn ?? '9999', b.dueOn ?? '9999'));
  return (
    <section className="case-actions">
      <h3 className="part-head">
        Open actions
        <span className="at-right">
          {found.openActions.length} open, {overdue > 0 ? <span className="late">{overdue} overdue</span> : 'none overdue'},{' '}
          {found.closedActions.length} closed
        </span>
        {may('set-actions') ? (
          <Button size="small" look="quiet" onPress={() => toggle('new')} aria-label="Add an action">
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
              lead={<AgencyCode agency={agencyOf(action.agencyId)} />}
              whose={[personOf(action.personId)?.name ?? agencyOf(action.agencyId)?.name ?? 'No owner']}
              isOpen={open === action.id}
              onToggle={maySettle(action) ? () => toggle(action.id) : null}
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
