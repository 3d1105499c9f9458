import { type OrderRules, problemWithRules } from './rules';

/**
 * In which order to discuss the cases so that agencies wait as little as can be: the talent scheduling problem (CSPLib
 * prob039). An agency stays from the start of its first case to the end of its last; what it waits is that stretch less
 * its own cases' minutes, times its weight. Breaks do not enter: nobody waits through one, and a stretch that crosses a
 * break costs no more for it, so the same order is least with and without them.
 */
export interface OrderProblem {
  /** Minutes of each case; not negative. */
  readonly durations: readonly number[];
  /** Of each agency: 0 for one that stays throughout, 1 for a usual partner; not negative. */
  readonly weights: readonly number[];
  /** Of each agency, the cases that concern it, from 0. */
  readonly agencies: readonly (readonly number[])[];
  /** Of each case, the position from 0 that it must keep, or null. Left out where nothing is pinned. */
  readonly pins?: readonly (number | null)[];
  /** What the meeting asks for besides. With them, a pin gives way where the rules cannot all hold. */
  readonly rules?: OrderRules;
}

export interface OrderResult {
  /** Every case once, from 0, in the order to discuss them. */
  readonly order: readonly number[];
  /** Minutes that agencies wait in it, times weight. */
  readonly cost: number;
  /** No order costs less than this. */
  readonly lowerBound: number;
  /** How far it is from the meeting's rules; 0 where they all hold. It counts before waiting does. */
  readonly violation: number;
  /** True only where it is certain that no order holds every rule. */
  readonly isRuleSureToBreak: boolean;
  /** True only where no order is nearer to the rules, and none as near costs less than `cost`. */
  readonly proven: boolean;
}

export interface OrderOptions {
  /** Milliseconds, from whenever; only differences count. */
  readonly clock: () => number;
  /** Ends the search when the clock passes it; what it has then is given. */
  readonly deadlineMs: number;
  readonly seed?: number;
  /** An order to begin from, of every case once. Of no account where it does not fit the problem. */
  readonly start?: readonly number[];
  readonly memoryLimitBytes?: number;
  /** Ends the search after so many rounds, whatever the clock says: for results that never depend on the machine. */
  readonly rounds?: number;
  /** Asked between rounds. */
  readonly isStopped?: () => boolean;
  /** Told of each better order and of each better bound. */
  readonly onImprovement?: (result: OrderResult) => void;
}

/** Why a problem cannot be ordered, as a sentence; null where it can. */
export function problemWith({ durations, weights, agencies, pins = [], rules }: OrderProblem): string | null {
  const isAmount = (value: number) => Number.isFinite(value) && value >= 0;
  if (!durations.every(isAmount)) return 'A duration is not a number of minutes of 0 or more.';
  if (!weights.every(isAmount)) return 'A weight is not a number of 0 or more.';
  if (weights.length !== agencies.length) return `There are ${weights.length} weights for ${agencies.length} agencies.`;
  if (mostOf(durations, weights) > Number.MAX_SAFE_INTEGER) return 'The minutes and weights come to more than can be reckoned exactly.';
  const isCase = (value: number) => Number.isInteger(value) && value >= 0 && value < durations.length;
  if (!agencies.every((own) => own.every(isCase))) return 'An agency names a case that there is not.';
  if (pins.length !== 0 && pins.length !== durations.length) return `There are ${pins.length} pins for ${durations.length} cases.`;
  const pinned = pins.filter((position) => position !== null);
  if (!pinned.every(isCase)) return 'A case is pinned to a position that there is not.';
  if (new Set(pinned).size !== pinned.length) return 'Two cases are pinned to one position.';
  return rules ? problemWithRules(rules, durations.length, agencies.length) : null;
}

/**
 * What each agency waits in an order, in minutes, not weighted.
 *
 * @param order every case once, from 0.
 */
export function waitingByAgency(
  { durations, agencies }: Pick<OrderProblem, 'durations' | 'agencies'>,
  order: readonly number[],
): readonly number[] {
  const positions = new Int32Array(durations.length);
  for (const [position, each] of order.entries()) positions[each] = position;
  return agencies.map((cases) => {
    const own = new Set(cases);
    let first = order.length;
    let last = -1;
    for (const each of own) {
      first = Math.min(first, positions[each] as number);
      last = Math.max(last, positions[each] as number);
    }
    // Added up case by case, since a stay less own minutes would lose what is small beside both.
    let waits = 0;
    for (const each of order.slice(first, last)) if (!own.has(each)) waits += durations[each] ?? 0;
    return waits;
  });
}

/** What all agencies wait in an order, in minutes times weight. */
export function costOf(problem: OrderProblem, order: readonly number[]): number {
  return waitingByAgency(problem, order).reduce((sum, waits, agency) => sum + waits * (problem.weights[agency] ?? 0), 0);
}

/**
 * By how much two sums of the same waiting may differ for being added up in another order: 0 for whole numbers, which are
 * exact, and beneath anything that counts for others.
 */
export function roundingOf({ durations, weights }: Pick<OrderProblem, 'durations' | 'weights'>): number {
  const most = mostOf(durations, weights);
  return [...durations, ...weights].every(Number.isInteger) ? 0 : most * 1e-12;
}

/** No order costs more: everybody waits through everything. */
export function mostOf(durations: ArrayLike<number>, weights: ArrayLike<number>): number {
  return sumOf(durations) * sumOf(weights);
}

const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
