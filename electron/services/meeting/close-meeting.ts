import type { Reader } from '../../../db/connection';
import type { Operation } from '../../../db/log/recorder';
import { listActions } from '../../../db/queries/actions';
import { findCase } from '../../../db/queries/cases';
import { itemsOf, nextPlanned, type StoredItem, type StoredMeeting } from '../../../db/queries/meetings';
import { actionUpdates, agendaItems, meetings } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { addDays } from '../../../shared/language/dates';
import { Refusal } from '../../../shared/language/refusal';
import type { ActionRow } from '../../../shared/views/actions';
import { putOnAgenda } from '../agenda/agenda';
import { minutesProposer } from '../agenda/agenda-minutes';
import { stopClock } from '../agenda/case-clock';
import { demandUnclosedMeeting } from '../open-meeting';
import { demand } from '../permission';
import type { Session } from '../session';
import { realWaitingMinutes } from './meeting-cost';
import { nextConferenceDay, putPlanned } from './meetings';

/**
 * Closes a conference: what was not reached is deferred, open actions are carried forward and bring their cases onto
 * the next agenda, its minutes become a draft, and what partners really waited is kept. One operation: it is closed whole
 * or not at all.
 */
export function closeMeeting(session: Session, { meetingId }: Received<'meetings', 'close'>): Result<'meetings', 'close'> {
  const { read } = session;
  demand(session, 'run-conferences');
  const meeting = demandUnclosedMeeting(read, meetingId);
  if (meeting.startedAt === null)
    throw new Refusal('This conference has not begun, so it cannot be closed. Agree the statement first, or plan it anew.');
  const items = itemsOf(read, meetingId);
  const open = listActions(read, { state: 'open', cases: caseIds(items.filter(isHeard)) });
  const general = listActions(read, { state: 'open', isGeneral: true });
  const carried = [...open, ...general].filter((action) => action.meetingId !== meetingId);
  return session.record(
    'conference closed',
    (operation) => {
      const realWaiting = realWaitingMinutes(operation.read, meeting, operation.at, session.today());
      operation.put(meetings, meetingId, { state: 'closed', endedAt: operation.at, realWaiting });
      for (const item of items) finishItem(operation, item);
      for (const action of carried) carry(session, operation, meetingId, action);
      const nextMeetingId = next(session, operation, meeting);
      const minutesOf = minutesProposer(operation.read, addDays(session.today(), 1));
      const onward = new Set([...open.map(({ caseId }) => caseId), ...caseIds(items.filter((item) => !isHeard(item)))]);
      const reasonOf = new Map(items.filter((item) => !isHeard(item)).map(({ caseId, reason }) => [caseId, reason]));
      for (const caseId of onward) {
        if (caseId !== null && !hasLeft(operation.read, caseId))
          putOnAgenda(operation, { meetingId: nextMeetingId, caseId, reason: reasonOf.get(caseId) ?? 'open-actions' }, minutesOf);
      }
      return { carried: carried.length, nextMeetingId };
    },
    { meetingId },
  );
}

/** Whoever left the scheme at this conference does not come back by an open action. */
const hasLeft = (read: Reader, caseId: string) => findCase(read, caseId)?.state === 'left';

const isHeard = ({ state }: StoredItem) => state === 'discussed' || state === 'current';
const caseIds = (items: readonly StoredItem[]) => items.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]));

function finishItem(operation: Operation, item: StoredItem): void {
  if (item.state === 'current') operation.put(agendaItems, item.id, { state: 'discussed', ...stopClock(item, operation.at) });
  else if (item.state === 'waiting') operation.put(agendaItems, item.id, { state: 'deferred' });
}

function carry(session: Session, operation: Operation, meetingId: string, action: ActionRow): void {
  operation.put(actionUpdates, operation.newId(), {
    actionId: action.id,
    caseId: action.caseId,
    kind: 'carried',
    meetingId,
    personId: session.me.personId,
    madeAt: operation.at,
  });
}

/** The conference that comes next, planned now where there is none. */
function next(session: Session, operation: Operation, { heldOn, title, place }: StoredMeeting): string {
  const day = heldOn ?? session.today();
  const planned = nextPlanned(operation.read, day);
  return planned?.id ?? putPlanned(session, operation, { title, place, ...nextConferenceDay(session, day) });
}
