import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Operation } from '../../../db/log/recorder';
import { referralLines, referralStory } from '../../../db/queries/services';
import { needs, referrals, referralUpdates } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { isOpenReferral, type ReferralState, referralStateName } from '../../../shared/language/referral';
import { Refusal } from '../../../shared/language/refusal';
import { demandService } from '../directory';
import { demand, demandForAgency, demandSharedCase } from '../permission';
import { demandCase } from '../references';
import type { Session } from '../session';

export function listServiceReferrals(session: Session): Result<'services', 'referrals'> {
  return referralLines(session.read, 'all');
}

export function getReferralStory(session: Session, { id }: Received<'services', 'referralStory'>): Result<'services', 'referralStory'> {
  return referralStory(session.read, demandReferral(session, id).caseId, id);
}

function demandReferral(session: Session, id: string): typeof referrals.$inferSelect & { readonly caseId: string } {
  const found = session.read.select().from(referrals).where(eq(referrals.id, id)).get();
  if (!found?.caseId || found.withdrawnOn !== null) {
    throw new Refusal('This referral is not, or no longer, in your copy of the scheme. Nothing was changed. Open the list again.');
  }
  return { ...found, caseId: found.caseId };
}

function putUpdate(
  session: Session,
  operation: Operation,
  referral: { readonly id: string; readonly caseId: string },
  state: ReferralState,
  note: string,
): void {
  operation.put(referralUpdates, operation.newId(), {
    caseId: referral.caseId,
    referralId: referral.id,
    state,
    note,
    changedOn: session.today(),
    recordedAt: operation.at,
    personId: session.me.personId,
  });
}

/** Refers someone to a service, once at a time. What does not fit is said beforehand and stands in nobody's way. */
export function referToService(session: Session, { caseId, serviceId, needId, note }: Received<'services', 'refer'>): string {
  demand(session, 'edit-cases');
  const { read } = session;
  demandCase(read, caseId);
  demandService(session, serviceId);
  if (needId !== null && read.select({ caseId: needs.caseId }).from(needs).where(eq(needs.id, needId)).get()?.caseId !== caseId) {
    throw new Refusal('This need is not, or no longer, on the case. Nothing was recorded. Open the case again.');
  }
  const open = and(
    eq(referrals.caseId, caseId),
    eq(referrals.serviceId, serviceId),
    isNull(referrals.withdrawnOn),
    sql`${referrals.state} in ('waiting', 'accepted', 'started')`,
  );
  if (read.select({ id: referrals.id }).from(referrals).where(open).get()) {
    throw new Refusal('A referral to this service is open already. Nothing was recorded. Update that one.');
  }
  return session.record('referred to a service', (operation) => {
    const id = operation.newId();
    const on = session.today();
    operation.put(referrals, id, {
      caseId,
      serviceId,
      needId,
      note,
      state: 'waiting',
      referredOn: on,
      changedOn: on,
      referredBy: session.me.personId,
    });
    putUpdate(session, operation, { id, caseId }, 'waiting', note);
    return id;
  });
}

/** How a referral stands now: agencies hear from each other (CAM R11.ii), so the one whose service it is may say so. Each change is kept. */
export function updateReferral(session: Session, { id, state, note, outcome }: Received<'services', 'updateReferral'>): void {
  const referral = demandReferral(session, id);
  const agencyId = referral.serviceId === null ? null : demandServiceAgency(session, referral.serviceId);
  demandForAgency(session, agencyId, 'edit-cases', 'change-own-referrals');
  demandSharedCase(session, referral.caseId);
  if ((state === 'refused' || state === 'ended') && note.trim() === '' && outcome.trim() === '') {
    throw new Refusal(`“${referralStateName[state]}” needs its reason, so that the next referral fits. Nothing was recorded.`);
  }
  session.record(`referral ${referralStateName[state].toLowerCase()}`, (operation) => {
    operation.put(referrals, id, {
      state,
      changedOn: session.today(),
      ...(isOpenReferral(state) ? { outcome: '' } : { outcome: outcome || note }),
    });
    putUpdate(session, operation, referral, state, note || outcome);
  });
}

function demandServiceAgency(session: Session, serviceId: string): string | null {
  // A service that has been taken out of the directory still answers for who was referred to it.
  return (
    session.read.get<{ agencyId: string | null }>(sql`select agency_id as agencyId from services where id = ${serviceId}`)?.agencyId ?? null
  );
}
