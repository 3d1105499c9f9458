import { and, eq, isNull, ne } from 'drizzle-orm';
import { outcomeFacts, outcomesOfCase } from '../../../db/queries/outcomes';
import { custodyPeriods, outcomeEvents } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { beforeAndAfter } from '../../../shared/outcomes/before-after';
import { demand } from '../permission';
import { demandAgency, demandCase } from '../references';
import type { Session } from '../session';

export function getOutcomes(session: Session, { caseId }: Received<'outcomes', 'ofCase'>): Result<'outcomes', 'ofCase'> {
  demandCase(session.read, caseId);
  return outcomesOfCase(session.read, caseId);
}

/** Records by hand an arrest, a charge, a conviction, a breach, a recall, or something that went well (STRAT 28, 29). */
export function recordOutcomeEvent(session: Session, input: Received<'outcomes', 'recordEvent'>): void {
  demand(session, 'edit-cases');
  demandCase(session.read, input.caseId);
  if (input.agencyId !== null) demandAgency(session.read, input.agencyId);
  if (input.happenedOn > session.today()) {
    throw new Refusal('This day is still to come. Nothing was recorded. Choose today or an earlier day.');
  }
  const isOffence = input.kind === 'arrest' || input.kind === 'charge' || input.kind === 'conviction';
  if (isOffence && input.severity === null) {
    throw new Refusal('Say how serious it was, for a count of offences alone hides that. Nothing was recorded.');
  }
  if ((input.kind === 'positive') !== (input.positiveKind !== null)) {
    throw new Refusal('Say what went well, and only for something that did. Nothing was recorded.');
  }
  session.record(input.kind === 'positive' ? 'something that went well recorded' : `${input.kind} recorded`, (operation) =>
    operation.put(outcomeEvents, operation.newId(), {
      ...input,
      ...(isOffence ? {} : { offences: 1 }),
      source: 'by hand',
      recordedAt: operation.at,
      personId: session.me.personId,
    }),
  );
}

export function withdrawOutcomeEvent(session: Session, { id, reason }: Received<'outcomes', 'withdrawEvent'>): void {
  demand(session, 'edit-cases');
  const found = session.read.select({ withdrawnOn: outcomeEvents.withdrawnOn }).from(outcomeEvents).where(eq(outcomeEvents.id, id)).get();
  if (!found || found.withdrawnOn !== null) throw new Refusal('This entry is not, or no longer, on the case. Nothing was changed.');
  session.record('event withdrawn', (operation) =>
    operation.put(outcomeEvents, id, { withdrawnOn: session.today(), withdrawnReason: reason }),
  );
}

/** Adds a stay in custody or puts one right. Its days are taken out of the time at liberty (HMI 8.5). */
export function saveCustody(session: Session, { caseId, id, ...stay }: Received<'outcomes', 'saveCustody'>): void {
  demand(session, 'edit-cases');
  const { read } = session;
  demandCase(read, caseId);
  if (id !== null) demandStay(session, id);
  const today = session.today();
  if (stay.startsOn > today || (stay.endsOn !== null && stay.endsOn > today)) {
    throw new Refusal('A stay in custody is recorded as it was: this day is still to come. Nothing was recorded.');
  }
  if (stay.endsOn !== null && stay.endsOn < stay.startsOn) throw new Refusal('The stay would end before it begins. Nothing was recorded.');
  const others = and(
    eq(custodyPeriods.caseId, caseId),
    isNull(custodyPeriods.endsOn),
    isNull(custodyPeriods.withdrawnOn),
    ne(custodyPeriods.id, id ?? ''),
  );
  if (stay.endsOn === null && read.select({ id: custodyPeriods.id }).from(custodyPeriods).where(others).get()) {
    throw new Refusal('A stay that has not ended is recorded already. Nothing was recorded. Give that one its last day first.');
  }
  session.record(id === null ? 'stay in custody recorded' : 'stay in custody put right', (operation) =>
    operation.put(custodyPeriods, id ?? operation.newId(), id === null ? { caseId, ...stay, recordedAt: operation.at } : stay),
  );
}

function demandStay(session: Session, id: string): void {
  const found = session.read
    .select({ withdrawnOn: custodyPeriods.withdrawnOn })
    .from(custodyPeriods)
    .where(eq(custodyPeriods.id, id))
    .get();
  if (!found || found.withdrawnOn !== null) throw new Refusal('This stay is not, or no longer, on the case. Nothing was changed.');
}

export function withdrawCustody(session: Session, { id, reason }: Received<'outcomes', 'withdrawCustody'>): void {
  demand(session, 'edit-cases');
  demandStay(session, id);
  session.record('stay in custody withdrawn', (operation) =>
    operation.put(custodyPeriods, id, { withdrawnOn: session.today(), withdrawnReason: reason }),
  );
}

/** Offending before and after adoption, counted from everyone who is or was on the scheme (HMI 8.3, 8.19 to 8.26). */
export function compareBeforeAndAfter(session: Session, question: Received<'outcomes', 'beforeAfter'>): Result<'outcomes', 'beforeAfter'> {
  return beforeAndAfter(outcomeFacts(session.read), { ...question, today: session.today() });
}
