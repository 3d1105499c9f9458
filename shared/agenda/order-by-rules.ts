import { exactSearch } from './exact-search';
import type { OrderOptions, OrderResult } from './order';
import type { OrderProblem } from './order-problem';
import { outsideIn } from './outside-in';
import { randomFrom } from './random';
import { reduce, restore } from './reduce';
import { ruleLocalSearch } from './rule-local-search';
import type { OrderRules } from './rules';
import { mostAgencies } from './separator';

const triesARound = 2000;
const stepsARound = 40;
const roundsAlone = 6;

/**
 * An order by rules that decide it: the one nearest to them, and of those the one with least waiting. Local search by all
 * that the rules say takes turns with an exact search that knows only the cases and agencies: what it proves to be least
 * without rules is a bound with them, and where an order that holds them all costs no more, that order is proven.
 */
export function orderByRules(problem: OrderProblem & { readonly rules: OrderRules }, options: OrderOptions): OrderResult {
  const { clock, deadlineMs, seed = 1, rounds = Number.POSITIVE_INFINITY, isStopped, onImprovement } = options;
  const local = ruleLocalSearch(problem, randomFrom(seed));
  if (options.start && isOrderOf(options.start, problem.durations.length)) local.offer(options.start);
  const relaxed = reduce(withoutRules(problem));
  // Between two sittings nobody waits, so an order may cost less with them than the least without.
  let isExact = problem.rules.sittings === null && relaxed.weights.length <= mostAgencies;
  let exact: ReturnType<typeof exactSearch> | null = null;
  let lowerBound = 0;
  /** Least waiting of any order met, whatever rules it breaks. */
  let leastMet = Number.POSITIVE_INFINITY;
  const result = (): OrderResult => {
    const { order, cost } = local.best();
    return {
      order,
      cost: cost.waiting,
      violation: cost.violation,
      lowerBound: Math.min(lowerBound, cost.waiting),
      proven: cost.violation === 0 && lowerBound >= cost.waiting,
    };
  };
  onImprovement?.(result());
  for (let round = 0; round < rounds && clock() < deadlineMs && isStopped?.() !== true; round += 1) {
    const before = lowerBound;
    let isBetter = local.run(triesARound);
    if (isExact && round >= roundsAlone) {
      exact ??= exactSearch(outsideIn(relaxed), options.memoryLimitBytes ?? 256 * 1024 * 1024);
      leastMet = Math.min(leastMet, local.best().cost.waiting);
      const outcome = exact.run(stepsARound, leastMet);
      const found = exact.found();
      if (found) {
        leastMet = found.cost;
        isBetter = local.offer(restore(relaxed, found.order)) || isBetter;
      }
      isExact = outcome === 'more';
      lowerBound = outcome === 'done' ? leastMet : Math.max(lowerBound, exact.lowerBound());
    }
    if (isBetter || lowerBound > before) onImprovement?.(result());
    if (result().proven) break;
  }
  return result();
}

const isOrderOf = (order: readonly number[], count: number) =>
  order.length === count && new Set(order).size === count && order.every((each) => each >= 0 && each < count);

/** The same cases and agencies, those that come by call waiting for nothing. */
export function withoutRules({ durations, weights, agencies, rules }: OrderProblem): OrderProblem {
  return { durations, weights: weights.map((weight, agency) => (rules?.isRemote[agency] ? 0 : weight)), agencies };
}
