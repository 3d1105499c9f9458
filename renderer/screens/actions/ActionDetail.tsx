import { X } from 'lucide-react';
import { Link } from 'wouter';
import { type ActionUpdateKind, actionKindName, actionOutcomeName } from '../../../shared/language/action';
import { formatDay, formatDayWithYear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import type { ActionRow } from '../../../shared/views/actions';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { DueWords } from '../../components/DueDate';
import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { RewordAction } from './RewordAction';

const updateWords: Readonly<Record<ActionUpdateKind, string>> = {
  note: 'Update',
  carried: 'Carried forward',
  settled: 'Settled',
  reopened: 'Reopened',
  'due-changed': 'New due date',
  reassigned: 'Reassigned',
  reworded: 'Reworded',
};

/** One action in full, with its story. */
export function ActionDetail({ action, onClose }: { readonly action: ActionRow; readonly onClose: () => void }) {
  const { today, agencyOf, personOf } = useScheme();
  const updates = useVerb('actions', 'updates', { id: action.id });
  return (
    <aside className="action-detail" aria-label={`Action ${action.reference}`}>
      <header className="row">
        <span className="mute grow">{action.reference}</span>
        <Button look="quiet" size="small" onPress={onClose} aria-label="Close">
          <X aria-hidden />
        </Button>
      </header>
      <RewordAction key={action.id} action={action}>
        <h2 dir="auto">{action.text}</h2>
      </RewordAction>
      <dl>
        <dt>Owner</dt>
        <dd>
          <AgencyCode agency={agencyOf(action.agencyId)} />{' '}
          {personOf(action.personId)?.name ?? agencyOf(action.agencyId)?.name ?? 'Nobody named'}
        </dd>
        <dt>Case</dt>
        <dd>{action.caseId ? <Link href={paths.case(action.caseId)}>{action.caseName}</Link> : 'General, no case'}</dd>
        <dt>Due</dt>
        <dd>
          {action.dueOn ? formatDayWithYear(action.dueOn) : 'No date'}{' '}
          {action.outcome === null ? <DueWords dueOn={action.dueOn} today={today} /> : null}
        </dd>
        <dt>Kind</dt>
        <dd>
          {actionKindName[action.kind]}
          {action.priority === 'high' ? ', urgent' : ''}
        </dd>
        <dt>Set</dt>
        <dd>{action.setOn ? formatDayWithYear(action.setOn) : '–'}</dd>
        {action.outcome ? (
          <>
            <dt>Outcome</dt>
            <dd>
              {actionOutcomeName[action.outcome]}
              {action.closedOn ? `, ${formatDayWithYear(action.closedOn)}` : ''}
              {action.closingNote ? <p className="soft">{action.closingNote}</p> : null}
            </dd>
          </>
        ) : null}
      </dl>
      <h3 className="label">Its story</h3>
      <Fetched query={updates} what="the story of this action">
        {(entries) =>
          entries.length === 0 ? (
            <p className="small mute">Nothing has happened to it since it was set.</p>
          ) : (
            <ol className="action-story">
              {entries.map(({ id, kind, text, at, personName }) => (
                <li key={id}>
                  <span className="mute nowrap">{at ? formatDay(dayOf(at)) : ''}</span>
                  <div>
                    <b>{updateWords[kind]}</b> <span className="mute">{personName}</span>
                    {text ? <p dir="auto">{text}</p> : null}
                  </div>
                </li>
              ))}
            </ol>
          )
        }
      </Fetched>
    </aside>
  );
}
