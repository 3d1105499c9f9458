import type { OrderCost } from './broken-rules';
import type { CaseKind, CaseKinds } from './case-kinds';
import { orderClock } from './order-clock';
import { outsideIn, type Partial } from './outside-in';
import { partialOrders } from './partial-orders';
import { type Moment, ruleSteps } from './rule-steps';
import { minutesOfPosition } from './rules';
import { weigher } from './separator';

export interface RuleExactSearch {
  /** Looks into so many beginnings of orders, none of which can end below `limit`. `done`: no order is below `limit`, save `found`. */
  readonly run: (steps: number, limit: OrderCost) => 'more' | 'done' | 'full';
  /** An order below `limit` from the last run; it may cost less than is said. */
  readonly found: () => { readonly order: readonly number[]; readonly cost: OrderCost } | null;
  /** No order costs less. */
  readonly lowerBound: () => OrderCost;
}

/** The least that can follow the cases of a set; see `every-set.ts`. */
export interface LeastAfter {
  readonly strides: readonly number[];
  readonly violation: ArrayLike<number>;
  readonly waiting: ArrayLike<number>;
}

/** A minute of violation comes before any waiting: `hasWholeMinutes` keeps either below this. */
const beforeWaiting = 2 ** 26;
const inOne = ({ violation, waiting }: OrderCost): number => violation * beforeWaiting + waiting;
const inTwo = (one: number): OrderCost => ({ violation: Math.floor(one / beforeWaiting), waiting: one % beforeWaiting });
/** So many breaks at a time, and minutes, fit the word that is kept for them. */
const mostTaken = 31;
const mostClock = 2 ** 26;

/**
 * Best-first search from the first case on, by everything that rules may charge. Two beginnings of the same cases at the same
 * time are one, and the cheaper counts. What follows is bounded by `leastAfter` where that is known, else by what the rules
 * must charge whatever follows and by what agencies must wait (`clique-bound.ts`). For whole minutes, without sittings.
 */
export function ruleExactSearch(problem: CaseKinds, memoryLimitBytes: number, leastAfter: LeastAfter | null = null): RuleExactSearch {
  const { kinds, rules, weights, here, until, groupSizes } = problem;
  const { idleWeight, mostMinutes } = rules;
  const each = kinds.flatMap((kind, number) => kind.cases.map((index, nth) => ({ kind, number, index, isFirst: nth === 0 })));
  const count = each.length;
  const kindOf = each.map(({ kind }) => kind);
  const minutes = Float64Array.from(kindOf, (kind) => kind.minutes);
  const sets = Uint32Array.from(kindOf, (kind) => kind.agencies);
  const stride = each.map(({ number }) => leastAfter?.strides[number] ?? 0);
  const agencies = [...weights.keys()];
  const bound = outsideIn({
    durations: minutes,
    weights,
    agenciesOf: kindOf.map((kind) => agencies.filter((agency) => (kind.agencies >>> agency) & 1)),
    standsFor: kindOf.map((_, index) => [index]),
    anywhere: [],
    segments: null,
    pinnedAt: null,
  });
  const met = partialOrders({ ...bound, isPinned: true }, memoryLimitBytes);
  const steps = ruleSteps(problem, 'exact');
  const weigh = weigher(weights);
  const clock = orderClock(rules);
  const limited = agencies.filter((agency) => until[agency] !== null);
  const byPlace = [...kindOf.keys()].sort((one, other) => (kindOf[one]?.lastPlace ?? 0) - (kindOf[other]?.lastPlace ?? 0));
  const state = bound.create();
  const next = bound.create();
  const probe = bound.create();
  const moment: Moment = { placed: 0, across: 0, came: 0, leftAfter: 0, start: 0, openGroups: 0, isLast: false };
  let lowest = 0;
  let isFull = false;
  let hasBegun = false;
  let found: { order: readonly number[]; cost: OrderCost } | null = null;

  const isLeft = ({ left }: Partial, index: number) => (((left[index >> 5] as number) >>> (index & 31)) & 1) === 1;

  // Readings of one beginning: its number among the sets, who came, who has cases left, and who more than one.
  let set = 0;
  let came = 0;
  let left = 0;
  let more = 0;
  let openGroups = 0;
  const placedOf = new Int32Array(groupSizes.length);
  const read = (from: Partial): void => {
    set = 0;
    came = here;
    left = 0;
    more = 0;
    openGroups = 0;
    placedOf.fill(0);
    for (let index = 0; index < count; index += 1) {
      const own = sets[index] as number;
      if (isLeft(from, index)) {
        more |= left & own;
        left |= own;
      } else {
        set += stride[index] as number;
        came |= own;
        const { group } = kindOf[index] as CaseKind;
        if (group >= 0) placedOf[group] = (placedOf[group] as number) + 1;
      }
    }
    for (let group = 0; group < placedOf.length; group += 1)
      if ((placedOf[group] as number) > 0 && (placedOf[group] as number) < (groupSizes[group] as number)) openGroups |= 1 << group;
  };

  /** What the rules charge at the least whatever follows, the time being that of the clock. */
  const mustBreak = (from: Partial): number => {
    let sum = 0;
    let work = 0;
    let place = from.placed;
    for (const index of byPlace) {
      if (!isLeft(from, index)) continue;
      const { pin, fixedStart, lastPlace } = kindOf[index] as CaseKind;
      if (pin >= 0 && pin < from.placed) sum += minutesOfPosition * (from.placed - pin);
      if (fixedStart !== null && fixedStart < clock.now) sum += clock.now - fixedStart;
      if (place > lastPlace) sum += minutesOfPosition * (place - lastPlace);
      work += minutes[index] as number;
      place += 1;
    }
    if (mostMinutes !== null) sum += Math.max(0, clock.now + work - mostMinutes);
    for (const agency of limited) {
      let own = 0;
      for (let index = 0; index < count; index += 1)
        if (((sets[index] as number) >>> agency) & 1 && isLeft(from, index)) own += minutes[index] as number;
      if (own > 0) sum += Math.max(0, clock.now + own - (until[agency] as number));
    }
    return sum;
  };

  /** Keeps `next`, after which these are in the room. */
  const consider = (parent: number, index: number, nextSet: number, across: number, atLeast: number, limit: number): void => {
    let total = Math.max(atLeast, next.cost);
    if (leastAfter)
      total = Math.max(
        total,
        next.cost + inOne({ violation: leastAfter.violation[nextSet] as number, waiting: leastAfter.waiting[nextSet] as number }),
      );
    if (total >= limit) return;
    const broken = mustBreak(next) * beforeWaiting;
    if (next.cost + broken >= limit) return;
    if (!leastAfter) {
      probe.left.set(next.left);
      probe.front = across;
      total = Math.max(total, next.cost + broken + bound.glance(probe));
    }
    if (total >= limit) return;
    if (clock.now - rules.openingMinutes >= mostClock || clock.taken > mostTaken) isFull = true;
    next.back = ((clock.now - rules.openingMinutes) * (mostTaken + 1) + clock.taken) >>> 0;
    if (!met.keep(next, total, parent, index)) isFull = true;
  };

  const begin = (limit: number): void => {
    hasBegun = true;
    bound.start(next);
    read(next);
    const opened = clock.now;
    clock.pause(0);
    next.cost = beforeWaiting * steps.violationOfPause(here & left, clock.now - opened);
    consider(-1, -1, 0, here & left, 0, limit);
  };

  const goOn = (number: number, atLeast: number, limitBefore: number): number => {
    let limit = limitBefore;
    read(state);
    const across = came & left;
    moment.placed = state.placed;
    moment.came = came;
    moment.across = across;
    moment.openGroups = openGroups;
    moment.isLast = state.placed === count - 1;
    const now = rules.openingMinutes + Math.floor(state.back / (mostTaken + 1));
    const taken = state.back & mostTaken;
    for (let index = 0; index < count && !isFull; index += 1) {
      // Of cases that are alike the first comes first.
      if (!isLeft(state, index) || (each[index]?.isFirst === false && isLeft(state, index - 1))) continue;
      const kind = kindOf[index] as CaseKind;
      clock.now = now;
      clock.taken = taken;
      const rested = kind.fixedStart === null ? 0 : clock.rest(kind.fixedStart);
      moment.start = clock.now;
      moment.leftAfter = more | (left & ~kind.agencies);
      bound.copy(state, next);
      const broken = steps.violationOfPause(across, clock.now - now) + steps.violation(kind, moment);
      next.cost +=
        broken * beforeWaiting + rested * (idleWeight + weigh(across >>> 0)) + kind.minutes * weigh((across & ~kind.agencies) >>> 0);
      if (next.cost >= limit) continue;
      if (moment.isLast) {
        limit = next.cost;
        found = { order: [...met.pathTo(number), index].map((one) => each[one]?.index ?? 0), cost: inTwo(limit) };
        continue;
      }
      next.left[index >> 5] = (next.left[index >> 5] as number) & ~(1 << (index & 31));
      next.placed += 1;
      clock.now += kind.minutes;
      const end = clock.now;
      clock.pause(next.placed);
      const acrossNext = (came | kind.agencies) & moment.leftAfter;
      next.cost += beforeWaiting * steps.violationOfPause(acrossNext, clock.now - end);
      consider(number, index, set + (stride[index] as number), acrossNext, atLeast, limit);
    }
    return limit;
  };

  return {
    run(wanted, limitBefore) {
      let limit = inOne(limitBefore);
      found = null;
      if (isFull) return 'full';
      if (!hasBegun) begin(limit);
      for (let step = 0; step < wanted; step += 1) {
        const least = met.leastTotal();
        lowest = Math.max(lowest, Math.min(least, limit));
        if (least >= limit) return 'done';
        limit = goOn(met.take(state), least, limit);
        if (isFull) return 'full';
      }
      return 'more';
    },
    found: () => found,
    lowerBound: () => inTwo(lowest),
  };
}
