import type { ReducedProblem } from './reduce';
import { stretchCost } from './stretch-cost';

export interface LocalSearch {
  /** Tries about so many orders; true where it found a better one than the best so far. */
  readonly run: (tries: number) => boolean;
  readonly best: () => { readonly order: readonly number[]; readonly cost: number };
  /** Takes over an order from elsewhere if it is better. */
  readonly offer: (order: readonly number[]) => void;
}

/** Tries of the first cooling; each takes twice as many as the one before, up to the most. */
const firstCooling = 20_000;
const longestCooling = 320_000;
/** Where a cooling begins and ends, in usual case's minutes times usual weight. */
const hot = 6;
const cold = 0.2;
const triesAtOneHeat = 50;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): moves a case or a short block elsewhere, or turns a stretch
 * round; takes what is no worse always, and what is worse the less likely the further it has cooled. One cooling follows
 * another, longer and longer. Pinned cases keep their positions, the others share the rest.
 */
export function localSearch(problem: ReducedProblem, random: () => number): LocalSearch {
  const pinnedAt = problem.pinnedAt ?? placesOf(problem);
  const positions = Array.from(problem.durations.keys());
  const pinned = new Set(pinnedAt ?? []);
  const movable = positions.filter((index) => !pinned.has(index));
  /** The positions that are not pinned to. */
  const free = Int32Array.from(positions.filter((position) => (pinnedAt?.[position] ?? -1) < 0));
  const size = free.length;
  let next = 0;
  const current = Int32Array.from(positions, (position) => {
    const index = pinnedAt?.[position] ?? -1;
    return index >= 0 ? index : (movable[next++] as number);
  });
  const costs = stretchCost(problem);
  costs.begin(current);
  let currentCost = costs.whole();
  const best = current.slice();
  let bestCost = currentCost;

  const unit = mean(problem.durations) * mean(problem.weights);
  const trial = current.slice();
  const below = (most: number) => Math.floor(random() * most);
  let length = firstCooling;
  let cooled = 0;
  let heat = unit * hot;

  /** The stretch that the last change is in, among the positions that are free. */
  let low = 0;
  let high = 0;
  const put = (at: number, from: number) => {
    trial[free[at] as number] = current[free[from] as number] as number;
  };
  const turnRound = (): void => {
    const one = below(size);
    const other = below(size);
    low = Math.min(one, other);
    high = Math.max(one, other);
    for (let at = low; at <= high; at += 1) put(at, low + high - at);
  };
  const moveBlock = (block: number, from: number, to: number): void => {
    low = Math.min(from, to);
    high = Math.max(from, to) + block - 1;
    if (to < from) for (let at = to; at < from; at += 1) put(at + block, at);
    else for (let at = from; at < to; at += 1) put(at, at + block);
    for (let at = 0; at < block; at += 1) put(to + at, from + at);
  };
  const change = (): void => {
    const choice = random();
    if (choice >= 0.9) turnRound();
    else {
      const from = below(size);
      const block = choice < 0.6 ? 1 : Math.min(size - from, 1 + below(6));
      moveBlock(block, from, below(size - block + 1));
    }
  };

  const copyStretch = (from: Int32Array, into: Int32Array): void => {
    for (let at = low; at <= high; at += 1) into[free[at] as number] = from[free[at] as number] as number;
  };
  const cool = (): void => {
    cooled += 1;
    if (cooled === length) {
      cooled = 0;
      length = Math.min(length * 2, longestCooling);
    }
    if (cooled % triesAtOneHeat === 0) heat = unit * hot * (cold / hot) ** (cooled / length);
  };

  return {
    run: (tries) => {
      if (size < 2) return false;
      let isBetter = false;
      for (let tried = 0; tried < tries; tried += 1) {
        cool();
        change();
        if (low === high) continue;
        const worse = costs.change(trial, free[low] as number, free[high] as number);
        if (worse > 0 && random() >= Math.exp(-worse / heat)) {
          copyStretch(current, trial);
          continue;
        }
        costs.take(free[low] as number, free[high] as number);
        copyStretch(trial, current);
        currentCost += worse;
        if (currentCost >= bestCost) continue;
        // Added up anew: what was added and taken off by turns is a little off where numbers are not whole.
        currentCost = costs.whole();
        if (currentCost >= bestCost) continue;
        best.set(current);
        bestCost = currentCost;
        isBetter = true;
      }
      return isBetter;
    },
    best: () => ({ order: Array.from(best), cost: bestCost }),
    offer: (order) => {
      const offered = Int32Array.from(order);
      costs.begin(offered);
      const cost = costs.whole();
      costs.begin(current);
      if (cost >= bestCost) return;
      best.set(offered);
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
