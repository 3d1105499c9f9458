import { type AgendaReason, agendaReasons } from '../../../../shared/language/meeting';
import type { AgendaCandidate } from '../../../../shared/views/agenda';

export interface CandidateGroup {
  readonly reason: AgendaReason;
  readonly candidates: readonly AgendaCandidate[];
}

/** Red before all else, then what is due, what changed, what has actions to settle. */
const order: readonly AgendaReason[] = ['red', 'due', 'changed', 'open-actions', 'by-hand'];

/** Each case once, under the weightiest of its reasons. */
export function candidateGroups(candidates: readonly AgendaCandidate[]): readonly CandidateGroup[] {
  return order
    .map((reason) => ({ reason, candidates: candidates.filter((candidate) => weightiest(candidate) === reason) }))
    .filter((group) => group.candidates.length > 0);
}

export function weightiest(candidate: Pick<AgendaCandidate, 'reasons'>): AgendaReason {
  return order.find((reason) => candidate.reasons.includes(reason)) ?? 'by-hand';
}

/** What is sent: the chosen cases by the reason under which they go on the agenda. */
export function chosenByReason(
  candidates: readonly AgendaCandidate[],
  chosen: ReadonlySet<string>,
): readonly { readonly reason: AgendaReason; readonly caseIds: readonly string[] }[] {
  const known = new Map(candidates.map((candidate) => [candidate.caseId, weightiest(candidate)]));
  const reasons = [...chosen].map((caseId) => ({ caseId, reason: known.get(caseId) ?? ('by-hand' as const) }));
  return agendaReasons
    .map((reason) => ({ reason, caseIds: reasons.filter((each) => each.reason === reason).map((each) => each.caseId) }))
    .filter((each) => each.caseIds.length > 0);
}
