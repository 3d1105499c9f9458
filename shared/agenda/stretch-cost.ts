import type { ReducedProblem } from './reduce';
import { mostAgencies, weigher } from './separator';

/** What an order costs, kept so that a change of some neighbouring positions is weighed by those alone. */
export interface StretchCost {
  /** What the order costs that was last taken whole. */
  readonly whole: () => number;
  /** Reckons anew with a whole order. */
  readonly begin: (order: Int32Array) => void;
  /**
   * By how much the cost changes where the positions from `low` to `high` hold the same cases in another order: who has come
   * by `low` and who is still to come after `high` stays the same, and so does what every other position costs.
   */
  readonly change: (trial: Int32Array, low: number, high: number) => number;
  /** Makes the change last asked for. */
  readonly take: (low: number, high: number) => void;
}

/** For any number of agencies: as many sets of 32 as there are, whose costs add up. */
export function stretchCost(problem: ReducedProblem): StretchCost {
  const groups = Array.from({ length: Math.ceil(problem.weights.length / mostAgencies) }, (_, group) => costOfGroup(problem, group));
  const [first, ...others] = groups;
  if (first && others.length === 0) return first;
  const sum = (value: (group: StretchCost) => number) => groups.reduce((total, group) => total + value(group), 0);
  return {
    whole: () => sum((group) => group.whole()),
    begin: (order) => groups.forEach((group) => void group.begin(order)),
    change: (trial, low, high) => sum((group) => group.change(trial, low, high)),
    take: (low, high) => groups.forEach((group) => void group.take(low, high)),
  };
}

function costOfGroup({ durations, weights, agenciesOf }: ReducedProblem, group: number): StretchCost {
  const from = group * mostAgencies;
  const count = durations.length;
  const weigh = weigher(weights.subarray(from, from + mostAgencies));
  const masks = Int32Array.from(agenciesOf, (agencies) =>
    agencies.reduce((set, agency) => (agency >= from && agency < from + mostAgencies ? set | (1 << (agency - from)) : set), 0),
  );
  // By position: who comes before it, who comes after it, and what it costs; then the same of the change last asked for.
  const before = new Int32Array(count);
  const after = new Int32Array(count);
  const costs = new Float64Array(count);
  const beforeThen = new Int32Array(count);
  const afterThen = new Int32Array(count);
  const costsThen = new Float64Array(count);

  const change: StretchCost['change'] = (trial, low, high) => {
    let later = after[high] as number;
    for (let at = high; at >= low; at -= 1) {
      afterThen[at] = later;
      later |= masks[trial[at] as number] as number;
    }
    let earlier = before[low] as number;
    let sum = 0;
    for (let at = low; at <= high; at += 1) {
      const index = trial[at] as number;
      const own = masks[index] as number;
      const cost = (durations[index] as number) * weigh(earlier & (afterThen[at] as number) & ~own);
      beforeThen[at] = earlier;
      costsThen[at] = cost;
      sum += cost - (costs[at] as number);
      earlier |= own;
    }
    return sum;
  };
  const take: StretchCost['take'] = (low, high) => {
    for (let at = low; at <= high; at += 1) {
      before[at] = beforeThen[at] as number;
      after[at] = afterThen[at] as number;
      costs[at] = costsThen[at] as number;
    }
  };
  return {
    whole: () => costs.reduce((sum, cost) => sum + cost, 0),
    begin: (order) => {
      if (count === 0) return;
      before[0] = 0;
      after[count - 1] = 0;
      change(order, 0, count - 1);
      take(0, count - 1);
    },
    change,
    take,
  };
}
