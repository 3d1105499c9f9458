import { formatPlainDay } from '../language/dates';
import { listed } from '../language/listed';
import type { CohortDecisionKind } from '../language/selection';

export interface FeedbackFacts {
  readonly forenames: string;
  readonly surname: string;
  readonly referredOn: string | null;
  readonly latest: { readonly kind: CohortDecisionKind; readonly on: string | null } | null;
  /** Positive events since the referral, in the words of their kinds. */
  readonly positives: readonly string[];
  /** Services completed since. */
  readonly completed: readonly string[];
  /** The agency that referred is one that the case concerns, so it reads the case anyway. */
  readonly mayReadCase: boolean;
}

/**
 * What whoever referred someone may be told (CAM R11.ii): that they were taken on or not, whether they are still on
 * the scheme, and what went well. Colour, intelligence, offending, health and other agencies' work are never in it,
 * and a service is named only to an agency that may read the case.
 */
export function feedbackText(facts: FeedbackFacts): string {
  const name = `${facts.forenames} ${facts.surname}`.trim();
  const referred = facts.referredOn === null ? 'You referred' : `On ${formatPlainDay(facts.referredOn)} you referred`;
  const sentences = [`${referred} ${name} to us.`];
  const on = facts.latest?.on ? ` on ${formatPlainDay(facts.latest.on)}` : '';
  switch (facts.latest?.kind) {
    case undefined:
      sentences.push('The panel has not decided yet.');
      break;
    case 'adopted':
      sentences.push(`They joined the scheme${on}.`);
      break;
    case 'declined':
      sentences.push(`They did not join the scheme${on}.`);
      break;
    case 'reviewed':
      sentences.push(`They are on the scheme, last reviewed${on}.`);
      break;
    case 'left':
      sentences.push(`They left the scheme${on}.`);
      break;
  }
  if (facts.positives.length > 0) sentences.push(`Since then: ${listed(facts.positives.map(inMidSentence))}.`);
  if (facts.completed.length > 0) {
    sentences.push(
      facts.mayReadCase
        ? `Completed: ${listed(facts.completed)}.`
        : `They completed ${facts.completed.length === 1 ? 'one programme' : `${facts.completed.length} programmes`}.`,
    );
  }
  sentences.push('Thank you for the referral. Please do not pass this on.');
  return sentences.join(' ');
}

const inMidSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
