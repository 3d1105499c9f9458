import type { ReducedProblem } from './reduce';

export interface LocalSearch {
  /** Tries about so many orders; true where it found a better one than the best so far. */
  readonly run: (tries: number) => boolean;
  readonly best: () => { readonly order: readonly number[]; readonly cost: number };
  /** Takes over an order from elsewhere if it is better. */
  readonly offer: (order: readonly number[], cost: number) => void;
}

/** Tries of the first cooling; each takes twice as many as the one before, up to the most. */
const firstCooling = 10_000;
const longestCooling = 1_280_000;
/** Where a cooling begins and ends, in usual case's minutes times usual weight. */
const hot = 4;
const cold = 0.13;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): moves a case or a short block elsewhere, or turns a stretch
 * round; takes what is no worse always, and what is worse the less likely the further it has cooled. One cooling follows
 * another, longer and longer. Pinned cases keep their positions, the others share the rest.
 */
export function localSearch(problem: ReducedProblem, random: () => number): LocalSearch {
  const pinnedAt = problem.pinnedAt ?? placesOf(problem);
  const count = problem.durations.length;
  const free = Int32Array.from(
    pinnedAt ? Array.from(pinnedAt.keys()).filter((index) => !pinnedAt.includes(index)) : problem.durations.keys(),
  );
  const size = free.length;
  const evaluate = evaluator(problem);
  const whole = new Int32Array(count);
  const wholeOf = (order: Int32Array): Int32Array => {
    if (!pinnedAt) return order;
    let next = 0;
    for (let position = 0; position < count; position += 1) {
      const pinned = pinnedAt[position] as number;
      whole[position] = pinned >= 0 ? pinned : (order[next++] as number);
    }
    return whole;
  };

  const unit = mean(problem.durations) * mean(problem.weights);
  const current = free.slice();
  let currentCost = evaluate(wholeOf(current));
  const best = current.slice();
  let bestCost = currentCost;
  const trial = new Int32Array(size);
  const below = (most: number) => Math.floor(random() * most);
  let length = firstCooling;
  let cooled = 0;

  const change = (): void => {
    trial.set(current);
    const choice = random();
    const from = below(size);
    if (choice >= 0.9) {
      const to = below(size);
      trial.subarray(Math.min(from, to), Math.max(from, to) + 1).reverse();
      return;
    }
    const block = choice < 0.6 ? 1 : Math.min(size - from, 1 + below(6));
    moveBlock(trial, current, from, block, below(size - block + 1));
  };

  return {
    run: (tries) => {
      if (size < 2) return false;
      let isBetter = false;
      for (let tried = 0; tried < tries; tried += 1) {
        const heat = unit * hot * (cold / hot) ** (cooled / length);
        cooled += 1;
        if (cooled === length) {
          cooled = 0;
          length = Math.min(length * 2, longestCooling);
        }
        change();
        const cost = evaluate(wholeOf(trial));
        if (cost > currentCost && random() >= Math.exp((currentCost - cost) / heat)) continue;
        current.set(trial);
        currentCost = cost;
        if (cost >= bestCost) continue;
        best.set(current);
        bestCost = cost;
        isBetter = true;
      }
      return isBetter;
    },
    best: () => ({ order: Array.from(wholeOf(best)), cost: bestCost }),
    offer: (order, cost) => {
      if (cost >= bestCost) return;
      best.set(pinnedAt ? order.filter((_, position) => pinnedAt[position] === -1) : order);
      bestCost = cost;
    },
  };
}

/** Cases that are a segment by themselves have one place; all the others are one segment here. */
function placesOf({ segments }: ReducedProblem): Int32Array | null {
  if (!segments) return null;
  const inOrder = [...segments.keys()].sort((one, other) => (segments[one] as number) - (segments[other] as number));
  const isAlone = (index: number) => segments.indexOf(segments[index] as number) === segments.lastIndexOf(segments[index] as number);
  return Int32Array.from(inOrder, (index) => (isAlone(index) ? index : -1));
}

const mean = (values: Float64Array) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

/** Moves a block of `before` in its copy `order`, so that it begins at `to`. */
function moveBlock(order: Int32Array, before: Int32Array, from: number, block: number, to: number): void {
  if (to < from) order.copyWithin(to + block, to, from);
  else order.copyWithin(from, from + block, to + block);
  for (let at = 0; at < block; at += 1) order[to + at] = before[from + at] as number;
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
