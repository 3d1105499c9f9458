import { and, eq, isNull } from 'drizzle-orm';
import { aliases, caseEvents, needReviews, needs, relevanceOverrides, riskWarnings } from '../../../db/schema';
import type { Received } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { demandMeeting } from '../open-meeting';
import { demand } from '../permission';
import { demandAgency, demandCase } from '../references';
import type { Session } from '../session';

/** What hangs on a case: names, warnings, needs, events, and agencies added or taken off by hand. */
export function addAlias(session: Session, { caseId, name }: Received<'cases', 'addAlias'>): void {
  demand(session, 'edit-cases');
  demandCase(session.read, caseId);
  session.record('alias added', (operation) => operation.put(aliases, operation.newId(), { caseId, name }));
}

export function withdrawAlias(session: Session, input: Received<'cases', 'withdrawAlias'>): void {
  withdraw(session, aliases, 'alias', input);
}

export function addRiskWarning(session: Session, { caseId, warning }: Received<'cases', 'addRiskWarning'>): void {
  demand(session, 'edit-cases');
  demandCase(session.read, caseId);
  const raisedOn = session.today();
  session.record('risk warning added', (operation) => operation.put(riskWarnings, operation.newId(), { caseId, warning, raisedOn }));
}

export function withdrawRiskWarning(session: Session, input: Received<'cases', 'withdrawRiskWarning'>): void {
  withdraw(session, riskWarnings, 'risk warning', input);
}

/** Records a need, once for each pathway of a case. */
export function addNeed(session: Session, { caseId, pathway, priority, note, agencyId }: Received<'cases', 'addNeed'>): void {
  const { read } = session;
  demand(session, 'edit-cases');
  demandCase(read, caseId);
  if (agencyId !== null) demandAgency(read, agencyId);
  const same = and(eq(needs.caseId, caseId), eq(needs.pathway, pathway), isNull(needs.withdrawnOn));
  if (read.select({ id: needs.id }).from(needs).where(same).get()) {
    throw new Refusal('This need is on the case already. Nothing was changed. Change its priority or note instead.');
  }
  session.record('need added', (operation) =>
    operation.put(needs, operation.newId(), { caseId, pathway, priority, note, agencyId, identifiedOn: session.today() }),
  );
}

export function editNeed(session: Session, { id, ...fields }: Received<'cases', 'editNeed'>): void {
  demand(session, 'edit-cases');
  demandNeed(session, id);
  if (fields.agencyId) demandAgency(session.read, fields.agencyId);
  session.record('need changed', (operation) => operation.put(needs, id, fields));
}

/** Adds a review: the progress of a need, today. Earlier reviews stay. */
export function reviewNeed(session: Session, { needId, progress, note, meetingId }: Received<'cases', 'reviewNeed'>): void {
  demand(session, 'edit-cases');
  const { caseId } = demandNeed(session, needId);
  if (meetingId !== null) demandMeeting(session.read, meetingId);
  session.record(
    'need reviewed',
    (operation) =>
      operation.put(needReviews, operation.newId(), {
        needId,
        caseId,
        progress,
        note,
        meetingId,
        reviewedOn: session.today(),
        reviewedAt: operation.at,
        reviewedBy: session.me.personId,
      }),
    { meetingId },
  );
}

export function withdrawNeed(session: Session, input: Received<'cases', 'withdrawNeed'>): void {
  withdraw(session, needs, 'need', input);
}

/** Writes what happened into the story of a case. */
export function addEvent(session: Session, { caseId, kind, title, detail, happenedOn, agencyId }: Received<'cases', 'addEvent'>): void {
  demand(session, 'edit-cases');
  demandCase(session.read, caseId);
  if (agencyId !== null) demandAgency(session.read, agencyId);
  if (happenedOn > session.today()) {
    throw new Refusal(
      'An event is something that has happened, and this day is still to come. Nothing was changed. Choose today or an earlier day.',
    );
  }
  session.record('event recorded', (operation) =>
    operation.put(caseEvents, operation.newId(), {
      caseId,
      kind,
      title,
      detail,
      happenedOn,
      agencyId,
      recordedAt: operation.at,
      personId: session.me.personId,
    }),
  );
}

/** Adds an agency to a case by hand, or takes it off, with a reason. The latest word on a case and agency holds. */
export function overrideRelevance(
  session: Session,
  { caseId, agencyId, isRelevant, reason }: Received<'cases', 'overrideRelevance'>,
): void {
  demand(session, 'edit-cases');
  demandCase(session.read, caseId);
  demandAgency(session.read, agencyId);
  session.record(isRelevant ? 'agency added to a case by hand' : 'agency taken off a case by hand', (operation) =>
    operation.put(relevanceOverrides, operation.newId(), {
      caseId,
      agencyId,
      isRelevant,
      reason,
      decidedAt: operation.at,
      decidedBy: session.me.personId,
    }),
  );
}

function demandNeed(session: Session, id: string): typeof needs.$inferSelect {
  const found = session.read.select().from(needs).where(eq(needs.id, id)).get();
  if (!found || found.withdrawnOn !== null) {
    throw new Refusal('This need is not, or no longer, on the case. Nothing was changed. Open the case again.');
  }
  return found;
}

/** Nothing is deleted: the row stays, with the day and the reason. */
function withdraw(
  session: Session,
  table: typeof aliases | typeof riskWarnings | typeof needs,
  name: 'alias' | 'risk warning' | 'need',
  { id, reason }: { readonly id: string; readonly reason: string },
): void {
  demand(session, 'edit-cases');
  const found = session.read.select({ withdrawnOn: table.withdrawnOn }).from(table).where(eq(table.id, id)).get();
  if (!found || found.withdrawnOn !== null) {
    throw new Refusal(`This ${name} is not, or no longer, on the case. Nothing was changed. Open the case again.`);
  }
  session.record(`${name} withdrawn`, (operation) => operation.put(table, id, { withdrawnOn: session.today(), withdrawnReason: reason }));
}
