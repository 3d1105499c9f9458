import type { ReducedProblem } from './reduce';

export interface LocalSearch {
  /** Tries about so many orders; true where it found a better one than the best so far. */
  readonly run: (tries: number) => boolean;
  readonly best: () => { readonly order: readonly number[]; readonly cost: number };
  /** Takes over an order from elsewhere if it is better. */
  readonly offer: (order: readonly number[], cost: number) => void;
}

/** After so many descents without a better order it goes back to the best. */
const patience = 60;

/**
 * Iterated local search: moves a block of one to three cases, turned round or not, or turns a stretch round, as long as
 * that helps; then shakes the order and begins again. Pinned cases keep their positions, the others share the rest.
 */
export function localSearch(problem: ReducedProblem, random: () => number): LocalSearch {
  const { pinnedAt } = problem;
  const count = problem.durations.length;
  const free = Int32Array.from(
    pinnedAt ? Array.from(pinnedAt.keys()).filter((index) => !pinnedAt.includes(index)) : problem.durations.keys(),
  );
  const size = free.length;
  const evaluate = evaluator(problem);
  const whole = new Int32Array(count);
  const costOf = (order: Int32Array): number => {
    if (!pinnedAt) return evaluate(order);
    let next = 0;
    for (let position = 0; position < count; position += 1) {
      const pinned = pinnedAt[position] as number;
      whole[position] = pinned >= 0 ? pinned : (order[next++] as number);
    }
    return evaluate(whole);
  };
  const wholeOf = (order: Int32Array): readonly number[] => {
    costOf(order);
    return Array.from(pinnedAt ? whole : order);
  };

  const current = free.slice();
  let currentCost = costOf(current);
  const best = current.slice();
  let bestCost = currentCost;
  const trial = new Int32Array(size);
  const below = (most: number) => Math.floor(random() * most);
  let failures = 0;
  /** A descent under way: moves still to be tried before it has settled, and where among them it is. */
  let quiet = 0;
  let cursor = 0;

  const keepIfBest = (): boolean => {
    if (currentCost >= bestCost) return false;
    best.set(current);
    bestCost = currentCost;
    return true;
  };

  const shake = (): void => {
    failures += 1;
    if (failures > patience) {
      failures = 0;
      current.set(best);
    }
    const kicks = 1 + below(3);
    for (let kick = 0; kick < kicks; kick += 1) {
      const length = 1 + below(Math.max(1, Math.min(8, size >> 1)));
      const from = below(size - length + 1);
      const to = below(size - length + 1);
      moveBlock(current, trial, from, length, to, random() < 0.5);
      current.set(trial);
    }
    if (random() < 0.2) {
      const from = below(size);
      const to = below(size);
      current.subarray(Math.min(from, to), Math.max(from, to) + 1).reverse();
    }
    currentCost = costOf(current);
  };

  return {
    run: (tries) => {
      if (size < 2) return false;
      let isBetter = false;
      const moves = size * size * 4;
      for (let tried = 0; tried < tries; tried += 1) {
        if (quiet >= moves) {
          // Equal orders are kept, so that it wanders along plateaus.
          shake();
          isBetter = keepIfBest() || isBetter;
          quiet = 0;
          cursor = below(moves);
        }
        const kind = cursor & 3;
        const from = Math.floor((cursor >> 2) / size);
        const to = (cursor >> 2) % size;
        cursor = cursor + 1 === moves ? 0 : cursor + 1;
        quiet += 1;
        if (from === to) continue;
        if (kind === 3) {
          if (to < from) continue;
          trial.set(current);
          trial.subarray(from, to + 1).reverse();
        } else {
          const length = kind + 1;
          if (from + length > size || to + length > size) continue;
          moveBlock(current, trial, from, length, to, false);
        }
        const cost = costOf(trial);
        if (cost >= currentCost) continue;
        current.set(trial);
        currentCost = cost;
        quiet = 0;
        if (keepIfBest()) {
          isBetter = true;
          failures = 0;
        }
      }
      return isBetter;
    },
    best: () => ({ order: wholeOf(best), cost: bestCost }),
    offer: (order, cost) => {
      if (cost >= bestCost) return;
      best.set(pinnedAt ? order.filter((_, position) => pinnedAt[position] === -1) : order);
      current.set(best);
      bestCost = cost;
      currentCost = cost;
      quiet = 0;
      failures = 0;
    },
  };
}

/** Copies an order with a block moved so that it begins at `to`. */
function moveBlock(order: Int32Array, into: Int32Array, from: number, length: number, to: number, isTurned: boolean): void {
  into.set(order);
  if (to < from) into.copyWithin(to + length, to, from);
  else into.copyWithin(from, from + length, to + length);
  for (let at = 0; at < length; at += 1) into[to + (isTurned ? length - 1 - at : at)] = order[from + at] as number;
}

/** Cost of an order of the reduced problem. */
export function evaluator({ durations, weights, agenciesOf }: ReducedProblem): (order: ArrayLike<number>) => number {
  const starts = new Int32Array(agenciesOf.length + 1);
  for (const [index, agencies] of agenciesOf.entries()) starts[index + 1] = (starts[index] as number) + agencies.length;
  const flat = Int32Array.from(agenciesOf.flat());
  const arrives = new Float64Array(weights.length);
  const leaves = new Float64Array(weights.length);
  let own = 0;
  for (const [index, agencies] of agenciesOf.entries())
    for (const agency of agencies) own += (durations[index] as number) * (weights[agency] as number);
  return (order) => {
    arrives.fill(-1);
    let clock = 0;
    for (let position = 0; position < order.length; position += 1) {
      const index = order[position] as number;
      const end = clock + (durations[index] as number);
      const last = starts[index + 1] as number;
      for (let at = starts[index] as number; at < last; at += 1) {
        const agency = flat[at] as number;
        if ((arrives[agency] as number) < 0) arrives[agency] = clock;
        leaves[agency] = end;
      }
      clock = end;
    }
    let sum = 0 - own;
    for (let agency = 0; agency < weights.length; agency += 1)
      sum += (weights[agency] as number) * ((leaves[agency] as number) - (arrives[agency] as number));
    return sum;
  };
}
