import type { Operation } from '../../../db/log/recorder';
import { agendaFacts } from '../../../db/queries/agenda';
import { itemsOf, type StoredItem } from '../../../db/queries/meetings';
import { agendaBreaks, agendaItems } from '../../../db/schema';
import { moved } from '../../../shared/agenda/move';
import type { Received, Result } from '../../../shared/ipc/verbs';
import type { AgendaReason } from '../../../shared/language/meeting';
import { Refusal } from '../../../shared/language/refusal';
import { reasonsToDiscuss } from '../../../shared/rules/choose-cases';
import { demandUnclosedItem, demandUnclosedMeeting } from '../open-meeting';
import { demand } from '../permission';
import { demandCase } from '../references';
import type { Session } from '../session';
import { type MinutesProposer, minutesProposer } from './agenda-minutes';

/** Every adopted case with what speaks for discussing it at this conference; those already on the agenda are left out. */
export function agendaCandidates(session: Session, { meetingId }: Received<'agenda', 'candidates'>): Result<'agenda', 'candidates'> {
  const meeting = demandUnclosedMeeting(session.read, meetingId);
  const heldOn = meeting.heldOn ?? session.today();
  const onAgenda = new Set(itemsOf(session.read, meetingId).map(({ caseId }) => caseId));
  return agendaFacts(session.read, heldOn, 'all')
    .filter(({ caseId }) => !onAgenda.has(caseId))
    .map(({ openActionsDue, lastChangedOn, ...facts }) => ({
      ...facts,
      openActions: openActionsDue.length,
      reasons: reasonsToDiscuss({ ...facts, openActionsDue, lastChangedOn }, heldOn),
    }));
}

/** Puts cases on the agenda in the order given, each with the minutes that such a case is likely to take. */
export function addCases(session: Session, { meetingId, caseIds, reason }: Received<'agenda', 'addCases'>): void {
  demand(session, 'run-conferences');
  demandUnclosedMeeting(session.read, meetingId);
  for (const id of caseIds) demandCase(session.read, id);
  session.record(
    caseIds.length === 1 ? 'case put on the agenda' : 'cases put on the agenda',
    (operation) => {
      const minutesOf = minutesProposer(operation.read, session.today());
      for (const caseId of new Set(caseIds)) putOnAgenda(operation, { meetingId, caseId, reason }, minutesOf);
    },
    { meetingId },
  );
}

/** Adds a case at the end; one that is on the agenda already stays where it is. */
export function putOnAgenda(
  operation: Operation,
  { meetingId, caseId, reason }: { readonly meetingId: string; readonly caseId: string; readonly reason: AgendaReason },
  minutesOf: MinutesProposer,
): void {
  const items = itemsOf(operation.read, meetingId);
  if (items.some((item) => item.caseId === caseId)) return;
  operation.put(agendaItems, operation.newId(), {
    meetingId,
    caseId,
    reason,
    position: items.length + 1,
    listPosition: 1 + Math.max(0, ...items.map(({ listPosition }) => listPosition)),
    minutes: minutesOf([caseId]).get(caseId)?.minutes,
  });
}

export function removeCase(session: Session, { itemId, reason }: Received<'agenda', 'removeCase'>): void {
  demand(session, 'run-conferences');
  const { item, meeting } = demandUnclosedItem(session.read, itemId);
  if (item.state !== 'waiting')
    throw new Refusal('This case has been begun, so it stays on the agenda. Defer it instead; nothing was changed.');
  session.record(
    'case taken off the agenda',
    (operation) => {
      operation.put(agendaItems, itemId, { withdrawnOn: session.today(), withdrawnReason: reason });
      number(operation, itemsOf(operation.read, meeting.id));
    },
    { meetingId: meeting.id },
  );
}

/** Moves a case to a position, counted from 1; the others make room. */
export function moveCase(session: Session, { itemId, position }: Received<'agenda', 'move'>): void {
  demand(session, 'run-conferences');
  const { meeting } = demandUnclosedItem(session.read, itemId);
  session.record('agenda re-ordered', (operation) => number(operation, moved(itemsOf(operation.read, meeting.id), itemId, position)), {
    meetingId: meeting.id,
  });
}

/** Gives the items the positions 1, 2, 3… in this order. Only what changes is written. */
export function number(operation: Operation, items: readonly Pick<StoredItem, 'id' | 'position'>[]): void {
  for (const [index, { id, position }] of items.entries()) {
    if (position !== index + 1) operation.put(agendaItems, id, { position: index + 1 });
  }
}

export function setMinutes(session: Session, { itemId, minutes }: Received<'agenda', 'setMinutes'>): void {
  demand(session, 'run-conferences');
  const { meeting } = demandUnclosedItem(session.read, itemId);
  session.record('minutes of a case set', (operation) => operation.put(agendaItems, itemId, { minutes }), { meetingId: meeting.id });
}

export function pinCase(session: Session, { itemId, isPinned }: Received<'agenda', 'pin'>): void {
  demand(session, 'run-conferences');
  const { meeting } = demandUnclosedItem(session.read, itemId);
  session.record(isPinned ? 'case pinned' : 'case unpinned', (operation) => operation.put(agendaItems, itemId, { isPinned }), {
    meetingId: meeting.id,
  });
}

/** A break after a case, or at a time of day. */
export function addBreak(session: Session, { meetingId, at, ...fields }: Received<'agenda', 'addBreak'>): void {
  demand(session, 'run-conferences');
  demandUnclosedMeeting(session.read, meetingId);
  session.record(
    'break added',
    (operation) => operation.put(agendaBreaks, operation.newId(), { meetingId, beginsAt: at ?? null, ...fields }),
    { meetingId },
  );
}

export function removeBreak(session: Session, { breakId }: Received<'agenda', 'removeBreak'>): void {
  demand(session, 'run-conferences');
  const found = session.read.query.agendaBreaks.findFirst({ where: (row, { eq }) => eq(row.id, breakId) }).sync();
  if (!found?.meetingId || found.withdrawnOn !== null) throw new Refusal('This break is gone already.');
  const { meetingId } = found;
  demandUnclosedMeeting(session.read, meetingId);
  session.record('break removed', (operation) => operation.put(agendaBreaks, breakId, { withdrawnOn: session.today() }), { meetingId });
}
