import type { Colour } from '../language/colour';
import { addDays, daysBetween, formatPlainDay, weeksSince } from '../language/dates';
import type { Progress } from '../language/pathway';
import type { Intensity, LeavingGround } from '../language/selection';

export interface SchemeRules {
  readonly custodyRule: 'keeps' | 'review';
  readonly longStayMonths: number;
  readonly stepsDownFirst: boolean;
  readonly retentionYears: number;
  readonly reviewWeeks: number;
}

/** Whole months from one day to another. */
export function monthsBetween(from: string, to: string): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, to.slice(8) < from.slice(8) ? months - 1 : months);
}

/** "2 years 3 months", "7 months", "3 weeks". */
export function timeOnScheme(adoptedOn: string, today: string): string {
  const months = monthsBetween(adoptedOn, today);
  if (months === 0) {
    const weeks = weeksSince(adoptedOn, today);
    return weeks === 1 ? '1 week' : `${weeks} weeks`;
  }
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const inYears = years === 0 ? '' : years === 1 ? '1 year' : `${years} years`;
  const inMonths = rest === 0 ? '' : rest === 1 ? '1 month' : `${rest} months`;
  return [inYears, inMonths].filter((part) => part !== '').join(' ');
}

/** Whether someone has been on the scheme so long that staying is to be argued for (CAM 2.1.7: two years). */
export function isLongStay(adoptedOn: string | null, today: string, longStayMonths: number): boolean {
  return adoptedOn !== null && monthsBetween(adoptedOn, today) >= longStayMonths;
}

export type ReviewReason = 'overdue' | 'due' | 'no-date' | 'long-stay' | 'custody';

export interface ReviewFacts {
  readonly reviewDue: string | null;
  readonly adoptedOn: string | null;
  /** The last day on which staying was decided. */
  readonly reviewedOn: string | null;
  readonly isInCustody: boolean;
}

/** So many days ahead a review counts as due, which leaves time to put it on an agenda. */
export const reviewAheadDays = 28;

/**
 * Why a case is to be reviewed: what someone gets is to be looked at again regularly (CAM R19), so a date is always set. A long
 * stay asks once: a review after the mark has argued for it (CAM 2.1.7). Custody asks only where the scheme's rule says so, and
 * never ends a place by itself: who is inside and planning for release belongs to the cohort (HMI 6.3).
 *
 * @param ahead days ahead that count as due.
 */
export function reviewReasons(facts: ReviewFacts, rules: SchemeRules, today: string, ahead = reviewAheadDays): readonly ReviewReason[] {
  const { reviewDue, adoptedOn, reviewedOn } = facts;
  const reasons: ReviewReason[] = [];
  if (reviewDue === null) reasons.push('no-date');
  else if (reviewDue < today) reasons.push('overdue');
  else if (reviewDue <= addDays(today, ahead)) reasons.push('due');
  const isArguedFor = reviewedOn !== null && adoptedOn !== null && monthsBetween(adoptedOn, reviewedOn) >= rules.longStayMonths;
  if (isLongStay(adoptedOn, today, rules.longStayMonths) && !isArguedFor) reasons.push('long-stay');
  if (facts.isInCustody && rules.custodyRule === 'review') reasons.push('custody');
  return reasons;
}

/** The next milder intensity, null where there is none (CAM R19): all or nothing keeps people on, or drops them (CAM 3.2.9, 3.2.10). */
export function stepDown(intensity: Intensity | null): Intensity | null {
  if (intensity === 'intensive') return 'standard';
  return intensity === 'light' ? null : 'light';
}

export interface LeavingFacts {
  readonly colour: Colour | null;
  readonly colourSince: string | null;
  readonly intensity: Intensity | null;
  readonly adoptedOn: string | null;
  /** The last arrest, charge, conviction, breach or recall that is known. */
  readonly lastOffenceOn: string | null;
  /** The latest progress of each need. */
  readonly progress: readonly (Progress | null)[];
  readonly releaseOn: string | null;
  readonly isInCustody: boolean;
  /** The latest of licence, order and supervision ends. */
  readonly orderEndsOn: string | null;
}

export interface GroundForLeaving {
  readonly ground: LeavingGround;
  readonly evidence: string;
}

const quietDays = 182;
const longSentenceDays = 365;

/**
 * What the record says for leaving, each with its evidence. CAM R18: a place is passed on where it would do more for
 * someone else, even where nobody is certain that it does no more good here. None of it decides anything.
 */
export function groundsForLeaving(facts: LeavingFacts, rules: SchemeRules, today: string): readonly GroundForLeaving[] {
  const grounds: GroundForLeaving[] = [];
  const add = (ground: LeavingGround, evidence: string) => grounds.push({ ground, evidence });
  const { adoptedOn, lastOffenceOn, releaseOn, orderEndsOn } = facts;
  const quietSince = lastOffenceOn ?? adoptedOn;
  if (quietSince !== null && !facts.isInCustody && daysBetween(quietSince, today) >= quietDays) {
    const last = lastOffenceOn === null ? 'None recorded since adoption' : `The last recorded was on ${formatPlainDay(lastOffenceOn)}`;
    add('no-recent-offending', `${last}, ${weeksSince(quietSince, today)} weeks ago.`);
  }
  if (facts.colour === 'G' && facts.colourSince !== null && daysBetween(facts.colourSince, today) >= quietDays / 2) {
    add('lower-risk', `Green since ${formatPlainDay(facts.colourSince)}.`);
  }
  if (facts.progress.length > 0 && facts.progress.every((one) => one === 'good')) {
    add(
      'needs-met',
      facts.progress.length === 1 ? 'Good progress on the one need.' : `Good progress on all ${facts.progress.length} needs.`,
    );
  }
  if (isLongStay(adoptedOn, today, rules.longStayMonths) && adoptedOn !== null) {
    add('resource-better-used', `${timeOnScheme(adoptedOn, today)} on the scheme; the mark is ${rules.longStayMonths} months.`);
  }
  if (orderEndsOn !== null && orderEndsOn < today && !facts.isInCustody) {
    add('order-ended', `The last licence or order ended on ${formatPlainDay(orderEndsOn)}.`);
  }
  if (facts.isInCustody && releaseOn !== null && daysBetween(today, releaseOn) >= longSentenceDays) {
    add('long-sentence', `Not due out before ${formatPlainDay(releaseOn)}. Custody by itself does not end a place.`);
  }
  return grounds;
}

/** What speaks against leaving now, in sentences; said before it is decided and not in its way (CAM 3.2.10, R19). */
export function cautionsOnLeaving(facts: LeavingFacts, rules: SchemeRules, grounds: readonly LeavingGround[]): readonly string[] {
  const cautions: string[] = [];
  const goesAtOnce = grounds.some((ground) => ['died', 'moved-away', 'long-sentence', 'other-scheme'].includes(ground));
  if (rules.stepsDownFirst && facts.intensity !== 'light' && !goesAtOnce) {
    cautions.push('This scheme steps down to light touch before someone leaves, and this has not been done (CAM R19).');
  }
  if (facts.colour === 'R') cautions.push('The case is Red.');
  if (facts.isInCustody && grounds.length === 0) cautions.push('Being in custody is no ground for leaving by itself.');
  return cautions;
}

/** The day on which what is held of someone who left is due for a decision. */
export function retentionDue(leftOn: string, years: number): string {
  const year = Number(leftOn.slice(0, 4)) + years;
  const same = `${year}${leftOn.slice(4)}`;
  // A leap day's anniversary in a common year is 1 March.
  return Number.isNaN(Date.parse(`${same}T00:00:00Z`)) || new Date(`${same}T00:00:00Z`).toISOString().slice(0, 10) !== same
    ? `${year}-03-01`
    : same;
}
