import type { Operation } from '../../../db/log/recorder';
import { type CaseRow, findCase } from '../../../db/queries/cases';
import { decisionsOf } from '../../../db/queries/cohort';
import { listAgencies } from '../../../db/queries/scheme';
import { cases, cohortDecisions } from '../../../db/schema';
import type { CohortPart } from '../../../shared/language/cohort';
import { Refusal } from '../../../shared/language/refusal';
import type { CohortDecisionKind, Intensity, LeavingGround, PanelStance } from '../../../shared/language/selection';
import { jointDecision, whyNotAgreed } from '../../../shared/rules/joint-decision';
import type { Session } from '../session';

/** What a decision about someone's place on the scheme says; what is left out was not said. */
export interface PlaceDecision {
  readonly kind: CohortDecisionKind;
  readonly on: string;
  readonly reason: string;
  readonly meetingId?: string | null;
  readonly referralId?: string | null;
  readonly grounds?: readonly LeavingGround[];
  readonly cohortPart?: CohortPart | null;
  readonly intensity?: Intensity | null;
  readonly nextReviewOn?: string | null;
  readonly agreedBy?: readonly string[];
  readonly dissent?: string;
}

/** Keeps a decision as a row of its own and gives its id. It changes nothing of the case. */
export function putPlaceDecision(session: Session, operation: Operation, before: CaseRow, decision: PlaceDecision): string {
  const id = operation.newId();
  operation.put(cohortDecisions, id, {
    caseId: before.id,
    kind: decision.kind,
    decidedOn: decision.on,
    decidedAt: operation.at,
    decidedBy: session.me.personId,
    meetingId: decision.meetingId ?? null,
    referralId: decision.referralId ?? null,
    reason: decision.reason,
    grounds: JSON.stringify(decision.grounds ?? []),
    cohortPart: decision.cohortPart ?? before.cohortPart,
    intensityBefore: before.intensity,
    intensity: decision.intensity ?? before.intensity,
    nextReviewOn: decision.nextReviewOn ?? null,
    adoptedOn: decision.kind === 'adopted' ? decision.on : before.adoptedOn,
    agreedBy: JSON.stringify(decision.agreedBy ?? []),
    dissent: decision.dissent ?? '',
  });
  return id;
}

/** Ends someone's place. What is held stays findable, and a new referral finds it again (CAM 3.2.10). */
export function putLeaving(session: Session, operation: Operation, caseId: string, decision: Omit<PlaceDecision, 'kind'>): void {
  const before = findCase(operation.read, caseId);
  if (!before) throw new Error('A case that is not there cannot leave the scheme.');
  putPlaceDecision(session, operation, before, { ...decision, kind: 'left' });
  operation.put(cases, caseId, { state: 'left', leftOn: decision.on, leftReason: decision.reason });
}

/** Takes back what a conference had decided about a place, when its decision is put right. */
export function withdrawPlaceDecisions(
  session: Session,
  operation: Operation,
  caseId: string,
  meetingId: string,
  kinds: readonly CohortDecisionKind[],
): void {
  for (const { id, kind, meetingId: at } of decisionsOf(operation.read, caseId)) {
    if (at !== meetingId || !kinds.includes(kind)) continue;
    operation.put(cohortDecisions, id, {
      withdrawnOn: session.today(),
      withdrawnReason: 'The decision was put right at the same conference.',
    });
  }
}

/**
 * Refuses what police and probation have not both agreed (STRAT 12.2, 17): joining and leaving are theirs together,
 * and a scheme that lacks one of them cannot decide either.
 *
 * @param what as the subject of a sentence: "Leaving the scheme".
 */
export function demandJointDecision(session: Session, what: string, stanceOf: (agencyId: string) => PanelStance | null): void {
  const agencies = listAgencies(session.read).filter(({ isWithdrawn }) => !isWithdrawn);
  const why = whyNotAgreed(jointDecision(agencies, stanceOf));
  if (why === null) return;
  throw new Refusal(`${what} is decided by police and probation together, and ${why}. Nothing was recorded.`);
}
