import type { Operation } from '../../../db/log/recorder';
import { caseRulesOf, type StoredVisit, visitsOf } from '../../../db/queries/agenda';
import { agencyVisits, agendaItems, caseRules, meetings } from '../../../db/schema';
import type { Received } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { demandUnclosedItem, demandUnclosedMeeting } from '../open-meeting';
import { demand } from '../permission';
import { demandAgency } from '../references';
import type { Session } from '../session';

/** How colours come in the agenda. Says what is asked for; the order itself changes when it is worked out anew. */
export function setOrderRule(session: Session, { meetingId, order }: Received<'agenda', 'setOrderRule'>): void {
  change(session, meetingId, 'order of colours set', (operation) => operation.put(meetings, meetingId, { orderRule: order }));
}

export function setSittings(session: Session, { meetingId, sittings }: Received<'agenda', 'setSittings'>): void {
  const { startsAt } = demandUnclosedMeeting(session.read, meetingId);
  if (sittings && sittings.firstEndsAt <= startsAt)
    throw new Refusal(
      `The conference starts at ${startsAt}, so its first sitting cannot end at ${sittings.firstEndsAt}. Nothing was changed; choose a later time.`,
    );
  if (sittings && sittings.secondStartsAt < sittings.firstEndsAt)
    throw new Refusal('The second sitting starts before the first has ended. Nothing was changed; choose a later time.');
  change(session, meetingId, sittings ? 'conference split into two sittings' : 'sittings joined', (operation) =>
    operation.put(meetings, meetingId, {
      firstSittingEndsAt: sittings?.firstEndsAt ?? null,
      secondSittingStartsAt: sittings?.secondStartsAt ?? null,
    }),
  );
}

export function setMostMinutes(session: Session, { meetingId, minutes }: Received<'agenda', 'setMostMinutes'>): void {
  change(session, meetingId, 'longest time of the conference set', (operation) =>
    operation.put(meetings, meetingId, { mostMinutes: minutes }),
  );
}

/** The time at which a case must start, or none. */
export function setFixedStart(session: Session, { itemId, startsAt }: Received<'agenda', 'setFixedStart'>): void {
  demand(session, 'run-conferences');
  const { meeting } = demandUnclosedItem(session.read, itemId);
  session.record(
    startsAt === null ? 'start of a case no longer fixed' : 'start of a case fixed',
    (operation) => operation.put(agendaItems, itemId, { fixedStart: startsAt }),
    { meetingId: meeting.id },
  );
}

export function setVisit(session: Session, { meetingId, agencyId, from, until, isRemote }: Received<'agenda', 'setVisit'>): void {
  demandUnclosedMeeting(session.read, meetingId);
  const { name, isCore } = demandAgency(session.read, agencyId);
  if (isCore && isRemote) throw new Refusal(`${name} stays throughout, so it does not come by call for single cases. Nothing was changed.`);
  if (from !== null && until !== null && until <= from)
    throw new Refusal('It would have to leave before it can come. Nothing was changed; choose a later time to leave.');
  change(session, meetingId, 'when an agency can come set', (operation) =>
    putVisit(operation, session.today(), meetingId, agencyId, { comesFrom: from, comesUntil: until, isRemote }),
  );
}

/** Changes when an agency can come, in the one row that counts; nothing left to say withdraws it. */
export function putVisit(
  operation: Operation,
  today: string,
  meetingId: string,
  agencyId: string,
  told: Partial<Pick<StoredVisit, 'comesFrom' | 'comesUntil' | 'isRemote'>>,
): void {
  // Of two rows, as two devices may have made, the later one counts (`rulesOf`).
  const rows = visitsOf(operation.read, meetingId).filter((visit) => visit.agencyId === agencyId);
  const kept = rows.at(-1);
  for (const { id } of rows.slice(0, -1)) operation.put(agencyVisits, id, { withdrawnOn: today });
  const { comesFrom = null, comesUntil = null, isRemote = false } = { ...kept, ...told };
  if (comesFrom !== null || comesUntil !== null || isRemote)
    operation.put(agencyVisits, kept?.id ?? operation.newId(), { meetingId, agencyId, comesFrom, comesUntil, isRemote });
  else if (kept) operation.put(agencyVisits, kept.id, { withdrawnOn: today });
}

export function removeVisit(session: Session, { meetingId, agencyId }: Received<'agenda', 'removeVisit'>): void {
  demandUnclosedMeeting(session.read, meetingId);
  const before = visitsOf(session.read, meetingId).filter((visit) => visit.agencyId === agencyId);
  if (before.length === 0) throw new Refusal('Nothing is set for when this agency can come. Nothing was changed.');
  change(session, meetingId, 'when an agency can come removed', (operation) => {
    for (const { id } of before) operation.put(agencyVisits, id, { withdrawnOn: session.today() });
  });
}

/** Two cases of an agenda beside each other, or their agencies apart. One rule replaces another about the same two. */
export function pairCases(session: Session, { kind, itemId, otherItemId }: Received<'agenda', 'pairCases'>): string {
  demand(session, 'run-conferences');
  const { item, meeting } = demandUnclosedItem(session.read, itemId);
  const { item: other } = demandUnclosedItem(session.read, otherItemId);
  if (itemId === otherItemId) throw new Refusal('That is one case, not two. Nothing was changed; choose another.');
  if (item.meetingId !== other.meetingId) throw new Refusal('These cases are on two agendas. Nothing was changed; choose both from one.');
  const two = new Set([item.caseId, other.caseId]);
  const same = caseRulesOf(session.read, meeting.id).filter(
    (rule) => rule.kind !== 'not-while' && two.has(rule.caseId ?? '') && two.has(rule.otherCaseId ?? ''),
  );
  const known = same.find((rule) => rule.kind === kind);
  if (known) return known.id;
  return change(session, meeting.id, kind === 'together' ? 'cases put together' : 'cases kept apart', (operation) => {
    for (const { id } of same) operation.put(caseRules, id, { withdrawnOn: session.today() });
    const id = operation.newId();
    operation.put(caseRules, id, { meetingId: meeting.id, caseId: item.caseId, otherCaseId: other.caseId, kind });
    return id;
  });
}

/** A case that must not be discussed while an agency is in the room. */
export function keepFrom(session: Session, { itemId, agencyId, reason }: Received<'agenda', 'keepFrom'>): string {
  demand(session, 'run-conferences');
  const { item, meeting } = demandUnclosedItem(session.read, itemId);
  demandNotThroughout(session, agencyId);
  const known = caseRulesOf(session.read, meeting.id).find(
    (rule) => rule.kind === 'not-while' && rule.caseId === item.caseId && rule.agencyId === agencyId,
  );
  return change(session, meeting.id, 'case kept from an agency', (operation) => {
    const id = known?.id ?? operation.newId();
    operation.put(caseRules, id, { meetingId: meeting.id, caseId: item.caseId, agencyId, reason, kind: 'not-while' });
    return id;
  });
}

export function removeCaseRule(session: Session, { ruleId }: Received<'agenda', 'removeCaseRule'>): void {
  const found = session.read.query.caseRules.findFirst({ where: (row, { eq }) => eq(row.id, ruleId) }).sync();
  if (!found?.meetingId || found.withdrawnOn !== null) throw new Refusal('This rule is gone already.');
  change(session, found.meetingId, 'rule of a case removed', (operation) =>
    operation.put(caseRules, ruleId, { withdrawnOn: session.today() }),
  );
}

/** One operation on a conference whose agenda may still be changed, by someone who may change it. */
function change<T>(session: Session, meetingId: string, intent: string, work: (operation: Operation) => T): T {
  demand(session, 'run-conferences');
  demandUnclosedMeeting(session.read, meetingId);
  return session.record(intent, work, { meetingId });
}

function demandNotThroughout(session: Session, agencyId: string): void {
  const { name, isCore } = demandAgency(session.read, agencyId);
  if (isCore)
    throw new Refusal(
      `${name} stays throughout, so it hears every case. Nothing was changed. Under Scheme, Agencies, say that it does not, or choose another agency.`,
    );
}
