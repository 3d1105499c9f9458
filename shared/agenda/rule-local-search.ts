import { type OrderCost, ruleBook } from './broken-rules';
import type { OrderProblem } from './order-problem';

/** True where the first is the better: nearer to the rules, or as near and with less waiting. */
export const isBetterCost = (one: OrderCost, other: OrderCost): boolean =>
  one.violation < other.violation || (one.violation === other.violation && one.waiting < other.waiting);

export interface RuleLocalSearch {
  /** Tries about so many orders; true where it found a better one than the best so far. */
  readonly run: (tries: number) => boolean;
  readonly best: () => { readonly order: readonly number[]; readonly cost: OrderCost };
  /** Takes over an order from elsewhere if it is better. */
  readonly offer: (order: ArrayLike<number>) => boolean;
}

const firstCooling = 8000;
const longestCooling = 640_000;
/** Where a cooling begins and ends, in usual case's minutes times usual weight. */
const hot = 4;
const cold = 0.1;
/** What a minute of violation weighs against usual weight, at the beginning and the end of a cooling. */
const lenient = 1;
const strict = 40;

/**
 * Simulated annealing over whole orders by everything that the rules say (`local-search.ts` is the faster one where there
 * are none). Orders that break rules are passed through, at a price that rises as it cools; what is kept as the best is
 * judged by the rules first and by waiting second.
 */
export function ruleLocalSearch(problem: OrderProblem, random: () => number): RuleLocalSearch {
  const { durations, weights, pins, rules } = problem;
  const count = durations.length;
  const { weigh } = ruleBook(problem);
  const blocks = rules?.blocks ?? null;
  const start = startingOrder(count, pins ?? [], blocks);
  const current = Int32Array.from(start);
  const trial = current.slice();
  const best = current.slice();
  let now = weigh(current);
  let bestCost = now;
  const usualWeight = mean(weights.filter((weight) => weight > 0)) || 1;
  const unit = Math.max(mean(durations), 1e-9) * usualWeight;
  const below = (most: number) => Math.floor(random() * most);
  let length = firstCooling;
  let cooled = 0;

  /** A stretch of positions to change: within one block mostly, where there are blocks. */
  const stretch = (): readonly [number, number] => {
    if (!blocks || random() < 0.1) return [0, count];
    const block = blocks[current[below(count)] as number] as number;
    let from = 0;
    let to = 0;
    for (const each of blocks) {
      if (each < block) from += 1;
      if (each <= block) to += 1;
    }
    return [from, to];
  };

  const change = (): void => {
    trial.set(current);
    const [low, high] = stretch();
    const size = high - low;
    const choice = random();
    const from = below(size);
    if (choice < 0.1) {
      const to = below(size);
      trial.subarray(low + Math.min(from, to), low + Math.max(from, to) + 1).reverse();
    } else if (choice < 0.3) {
      const to = below(size);
      trial[low + from] = current[low + to] as number;
      trial[low + to] = current[low + from] as number;
    } else {
      const block = choice < 0.7 ? 1 : Math.min(size - from, 1 + below(6));
      const to = low + below(size - block + 1);
      const at = low + from;
      if (to < at) trial.copyWithin(to + block, to, at);
      else trial.copyWithin(at, at + block, to + block);
      for (let each = 0; each < block; each += 1) trial[to + each] = current[at + each] as number;
    }
  };

  return {
    run: (tries) => {
      if (count < 2) return false;
      let isBetter = false;
      for (let tried = 0; tried < tries; tried += 1) {
        const share = cooled / length;
        const heat = unit * hot * (cold / hot) ** share;
        const price = usualWeight * lenient * (strict / lenient) ** share;
        cooled += 1;
        if (cooled === length) {
          cooled = 0;
          length = Math.min(length * 2, longestCooling);
          current.set(best);
          now = bestCost;
        }
        change();
        const cost = weigh(trial);
        const worse = cost.waiting - now.waiting + price * (cost.violation - now.violation);
        if (worse > 0 && random() >= Math.exp(-worse / heat)) continue;
        current.set(trial);
        now = cost;
        if (!isBetterCost(cost, bestCost)) continue;
        best.set(current);
        bestCost = cost;
        isBetter = true;
      }
      return isBetter;
    },
    best: () => ({ order: Array.from(best), cost: bestCost }),
    offer: (order) => {
      const cost = weigh(order);
      if (!isBetterCost(cost, bestCost)) return false;
      best.set(order);
      bestCost = cost;
      return true;
    },
  };
}

const mean = (values: readonly number[]) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

/** Block by block, with pinned cases where they are pinned. */
function startingOrder(count: number, pins: readonly (number | null)[], blocks: readonly number[] | null): readonly number[] {
  const cases = Array.from({ length: count }, (_, index) => index);
  const free = cases.filter((index) => (pins[index] ?? null) === null);
  const inBlocks = blocks ? free.toSorted((one, other) => (blocks[one] ?? 0) - (blocks[other] ?? 0) || one - other) : free;
  const pinned = new Map(cases.flatMap((index) => (pins[index] == null ? [] : [[pins[index], index] as const])));
  let next = 0;
  return cases.map((position) => pinned.get(position) ?? inBlocks[next++] ?? 0);
}
