import { eq } from 'drizzle-orm';
import { decisionsOf, exitPlanOf, feedbacksOf, listSelection, participationsOf, schemeRules, scoresOf } from '../../../db/queries/cohort';
import { reviewsView, stayOf } from '../../../db/queries/reviews';
import { cases, cohortRules, exitPlans, exitServices, participations, retentionDecisions, services } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { intensities, intensityName } from '../../../shared/language/selection';
import { demand } from '../permission';
import { demandCase, demandOwner } from '../references';
import type { Session } from '../session';
import { putPlaceDecision } from './cohort-decisions';

export function getReviews(session: Session): Result<'cohort', 'reviews'> {
  return reviewsView(session.read, session.today());
}

export function getRules(session: Session): Result<'cohort', 'rules'> {
  return schemeRules(session.read);
}

export function setRules(session: Session, rules: Received<'cohort', 'setRules'>): void {
  demand(session, 'edit-scheme');
  session.record('rules of the cohort changed', (operation) => operation.put(cohortRules, 'scheme', rules));
}

/** Everything about one case's place on the scheme. */
export function getCohortCase(session: Session, { caseId }: Received<'cohort', 'case'>): Result<'cohort', 'case'> {
  const { read } = session;
  const found = demandCase(read, caseId);
  const stay = stayOf(read, caseId, session.today());
  if (!stay) throw new Error('A case that is there has no place.');
  const isOn = found.state === 'adopted';
  return {
    state: found.state,
    intensity: found.intensity,
    rules: stay.rules,
    reasons: isOn ? stay.reasons : [],
    grounds: isOn ? stay.grounds : [],
    decisions: decisionsOf(read, caseId).map(({ caseId: _case, adoptedOn: _adopted, ...decision }) => decision),
    referrals: listSelection(read, caseId),
    scores: scoresOf(read, caseId).map(({ caseId: _case, ...score }) => score),
    participations: participationsOf(read, caseId),
    exitPlan: exitPlanOf(read, caseId),
    feedbacks: feedbacksOf(read, caseId),
  };
}

/** A review between conferences: someone stays, at the same or another intensity, and the next review is set (CAM R19). */
export function reviewPlace(session: Session, { caseId, intensity, nextReviewOn, reason }: Received<'cohort', 'review'>): void {
  demand(session, 'edit-cases');
  const before = demandCase(session.read, caseId);
  if (before.state !== 'adopted') throw new Refusal('Only someone on the scheme is reviewed. Nothing was recorded.');
  if (nextReviewOn <= session.today()) throw new Refusal('The next review is on a day to come. Nothing was recorded. Choose a later day.');
  const step = before.intensity === null ? 0 : intensities.indexOf(intensity) - intensities.indexOf(before.intensity);
  const intent =
    step === 0 ? 'place on the scheme reviewed' : `stepped ${step > 0 ? 'down' : 'up'} to ${intensityName[intensity].toLowerCase()}`;
  session.record(intent, (operation) => {
    putPlaceDecision(session, operation, before, { kind: 'reviewed', on: session.today(), reason, intensity, nextReviewOn });
    operation.put(cases, caseId, { intensity, reviewDue: nextReviewOn });
  });
}

/** What the person was told about joining, when and by whom (STRAT 17, principle 3: informed participation). */
export function recordParticipation(session: Session, input: Received<'cohort', 'recordParticipation'>): void {
  demand(session, 'edit-cases');
  demandCase(session.read, input.caseId);
  if (input.toldOn > session.today()) throw new Refusal('This day is still to come. Nothing was recorded. Choose today or an earlier day.');
  session.record('told about joining the scheme', (operation) =>
    operation.put(participations, operation.newId(), {
      ...input,
      points: JSON.stringify([...new Set(input.points)]),
      personId: session.me.personId,
      agencyId: session.me.agencyId,
      recordedAt: operation.at,
    }),
  );
}

export function withdrawParticipation(session: Session, { id, reason }: Received<'cohort', 'withdrawParticipation'>): void {
  demand(session, 'edit-cases');
  const found = session.read
    .select({ withdrawnOn: participations.withdrawnOn })
    .from(participations)
    .where(eq(participations.id, id))
    .get();
  if (!found || found.withdrawnOn !== null) throw new Refusal('This entry is not, or no longer, on the case. Nothing was changed.');
  session.record('entry on joining withdrawn', (operation) =>
    operation.put(participations, id, { withdrawnOn: session.today(), withdrawnReason: reason }),
  );
}

/**
 * How someone leaves softly: who stays in touch until when, which services go on, and how to come back (STRAT 17, principle 3:
 * soft exits; CAM 3.2.10). A new plan takes the place of the last.
 */
export function saveExitPlan(session: Session, { services: named, ...plan }: Received<'cohort', 'saveExitPlan'>): void {
  demand(session, 'edit-cases');
  const { read } = session;
  demandCase(read, plan.caseId);
  if (plan.endsOn < plan.startsOn) throw new Refusal('The plan would end before it begins. Nothing was recorded. Check the two days.');
  if (plan.agencyId !== null) demandOwner(read, plan.agencyId, plan.personId);
  for (const { serviceId } of named) {
    if (serviceId !== null && !read.select({ id: services.id }).from(services).where(eq(services.id, serviceId)).get()) {
      throw new Refusal('One of these services is not in the directory. Nothing was recorded. Choose it again.');
    }
  }
  const earlier = exitPlanOf(read, plan.caseId);
  session.record('soft exit planned', (operation) => {
    if (earlier) operation.put(exitPlans, earlier.id, { withdrawnOn: session.today(), withdrawnReason: 'Replaced by a new plan.' });
    const id = operation.newId();
    operation.put(exitPlans, id, plan);
    for (const service of named) operation.put(exitServices, operation.newId(), { caseId: plan.caseId, exitPlanId: id, ...service });
  });
}

/** Keeps what is held of someone who has left, until a day and for a reason. A person decides; nothing goes by itself. */
export function keepLonger(session: Session, input: Received<'cohort', 'keepLonger'>): void {
  demand(session, 'edit-scheme');
  if (demandCase(session.read, input.caseId).state !== 'left') {
    throw new Refusal('This person has not left the scheme, so nothing is due to be decided. Nothing was recorded.');
  }
  if (input.keepUntil <= session.today()) throw new Refusal('The day is to come. Nothing was recorded. Choose a later day.');
  session.record('kept for longer', (operation) =>
    operation.put(retentionDecisions, operation.newId(), { ...input, decidedOn: session.today(), decidedBy: session.me.personId }),
  );
}
