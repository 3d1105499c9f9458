import type { OrderCost } from './broken-rules';
import type { CaseKind, CaseKinds } from './case-kinds';
import { clockAfter } from './order-clock';
import { type Moment, ruleSteps } from './rule-steps';
import { weigher } from './separator';

/** A set of cases is a number: how many of each kind, the first kind counting fastest. */
export interface EverySet {
  /** Looks into so many sets; true once all are done. */
  readonly run: (sets: number) => boolean;
  readonly full: number;
  readonly strides: readonly number[];
  /** By set of cases that come first: the least violation of what follows, and of those orders the least waiting. */
  readonly violation: Int32Array;
  readonly waiting: Int32Array;
  /** Agencies of the cases in a set, as bits. */
  readonly agenciesOf: (set: number) => number;
  /** The least of whole orders, with what the rules charge before the first case begins. Only once all are done. */
  readonly least: () => OrderCost;
  /** An order of least cost, of the problem's cases. Only once all are done. */
  readonly order: () => readonly number[];
}

const bytesOfOne = 4 * 4 + 1;

/** How many sets a problem has; infinite where counting them makes no sense. */
export const countSets = ({ kinds }: CaseKinds): number => kinds.reduce((product, { cases }) => product * (cases.length + 1), 1);
export const roomForSets = (memoryLimitBytes: number): number => Math.min(2 ** 23, Math.floor((memoryLimitBytes * 0.6) / bytesOfOne));

/**
 * Dynamic programming over sets of cases: whatever the order of those before, who is in the room and what time it is are
 * the same, so what follows costs the same (Garcia de la Banda, Stuckey and Chu 2011, with the rules added). Exact where the
 * meeting never rests. Where fixed starts may make it rest, times are the earliest there can be, and what is found is the
 * least that can follow. For whole minutes (`hasWholeMinutes`), which fit half the memory.
 */
export function everySet(problem: CaseKinds): EverySet {
  const { kinds, rules, weights, here } = problem;
  const isExact = kinds.every(({ fixedStart }) => fixedStart === null);
  const steps = ruleSteps(problem, isExact ? 'exact' : 'not-before');
  const weigh = weigher(weights);
  const minutes = Int32Array.from(kinds, (kind) => kind.minutes);
  const agencies = Uint32Array.from(kinds, (kind) => kind.agencies);
  const isCharged = Uint8Array.from(kinds, (kind) => Number(steps.mayCharge(kind)));
  const sizes = kinds.map(({ cases }) => cases.length);
  const strides: number[] = [];
  let sets = 1;
  for (const size of sizes) {
    strides.push(sets);
    sets *= size + 1;
  }
  const full = sets - 1;
  const masks = new Uint32Array(sets);
  const clocks = new Int32Array(sets);
  const violation = new Int32Array(sets);
  const waiting = new Int32Array(sets);
  const choices = new Uint8Array(sets);
  const digits = new Int32Array(kinds.length);
  const isPaused = rules.breaks.length > 0 && isExact && problem.apart.length > 0;
  const clockOf = clockAfter(rules);
  const moment: Moment = { placed: 0, across: 0, came: 0, leftAfter: 0, start: 0, openGroups: 0, isLast: false };

  // First every set's agencies and the time when the next case begins, upwards; then what follows it, downwards.
  let upwards = 0;
  let placed = 0;
  let work = 0;
  let downwards = full - 1;
  const lookUp = (): void => {
    if (upwards > 0) {
      let kind = 0;
      while (digits[kind] === sizes[kind]) {
        placed -= sizes[kind] as number;
        work -= (sizes[kind] as number) * (minutes[kind] as number);
        digits[kind] = 0;
        kind += 1;
      }
      digits[kind] = (digits[kind] as number) + 1;
      placed += 1;
      work += minutes[kind] as number;
      // The kind that was counted up last is the lowest that is in the set.
      const without = upwards - (strides[kind] as number);
      masks[upwards] = (masks[without] as number) | (agencies[kind] as number);
    }
    clocks[upwards] = clockOf(placed, work);
    upwards += 1;
  };

  const openGroupsOf = (): number => {
    let open = 0;
    for (const [group, size] of problem.groupSizes.entries()) {
      let count = 0;
      for (let kind = 0; kind < kinds.length; kind += 1) if (kinds[kind]?.group === group) count += digits[kind] as number;
      if (count > 0 && count < size) open |= 1 << group;
    }
    return open;
  };

  const follow = (set: number): void => {
    moment.placed = placed;
    moment.came = ((masks[set] as number) | here) >>> 0;
    moment.across = moment.came & (masks[full - set] as number);
    moment.start = clocks[set] as number;
    moment.openGroups = problem.groupSizes.length === 0 ? 0 : openGroupsOf();
    let leastViolation = Number.POSITIVE_INFINITY;
    let leastWaiting = Number.POSITIVE_INFINITY;
    for (let index = 0; index < kinds.length; index += 1) {
      if (digits[index] === sizes[index]) continue;
      const next = set + (strides[index] as number);
      let broken = violation[next] as number;
      if (broken > leastViolation) continue;
      if (isCharged[index] === 1) {
        moment.leftAfter = masks[full - next] as number;
        moment.isLast = next === full;
        broken += steps.violation(kinds[index] as CaseKind, moment);
        if (isPaused && next !== full) {
          const pause = (clocks[next] as number) - moment.start - (minutes[index] as number);
          broken += steps.violationOfPause((moment.came | (agencies[index] as number)) & moment.leftAfter, pause);
        }
        if (broken > leastViolation) continue;
      }
      const waits = (waiting[next] as number) + (minutes[index] as number) * weigh((moment.across & ~(agencies[index] as number)) >>> 0);
      if (broken === leastViolation && waits >= leastWaiting) continue;
      leastViolation = broken;
      leastWaiting = waits;
      choices[set] = index;
    }
    violation[set] = leastViolation;
    waiting[set] = leastWaiting;
  };

  const countDown = (): void => {
    let kind = 0;
    while (digits[kind] === 0) {
      digits[kind] = sizes[kind] as number;
      placed += sizes[kind] as number;
      kind += 1;
    }
    digits[kind] = (digits[kind] as number) - 1;
    placed -= 1;
  };

  return {
    full,
    strides,
    violation,
    waiting,
    agenciesOf: (set) => masks[set] as number,
    least: () => ({
      violation:
        (violation[0] as number) +
        (isExact ? steps.violationOfPause(here & (masks[full] as number), (clocks[0] as number) - rules.openingMinutes) : 0),
      waiting: waiting[0] as number,
    }),
    run(wanted) {
      let left = wanted;
      for (; left > 0 && upwards < sets; left -= 0.2) lookUp();
      for (; left > 0 && upwards === sets && downwards >= 0; left -= 1) {
        countDown();
        follow(downwards);
        downwards -= 1;
      }
      return downwards < 0;
    },
    order: () => orderBy(problem, strides, full, (set) => choices[set] as number),
  };
}

function orderBy({ kinds }: CaseKinds, strides: readonly number[], full: number, choiceAt: (set: number) => number): readonly number[] {
  const taken = kinds.map(() => 0);
  const order: number[] = [];
  for (let set = 0; set < full; ) {
    const kind = choiceAt(set);
    order.push(kinds[kind]?.cases[taken[kind] as number] as number);
    taken[kind] = (taken[kind] as number) + 1;
    set += strides[kind] as number;
  }
  return order;
}
