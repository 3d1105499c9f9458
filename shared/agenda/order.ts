import { ruleBook } from './broken-rules';
import { type ExactSearch, exactSearch } from './exact-search';
import { localSearch } from './local-search';
import { orderByRules, withoutRules } from './order-by-rules';
import { costOf, type OrderOptions, type OrderProblem, type OrderResult, problemWith, roundingOf } from './order-problem';
import { outsideIn } from './outside-in';
import { randomFrom } from './random';
import { reduce, restore, shorten } from './reduce';
import { decideOrder } from './rules';
import { mostAgencies } from './separator';

const usualMemory = 256 * 1024 * 1024;
/** Of so many cases a proof is far, and good orders are harder to find: most of the time goes to trying. */
const isLarge = (cases: number): boolean => cases > 64;
/** Work of one round, a few milliseconds of each kind; a partial order takes the longer to look into the more cases there are. */
const triesOf = (cases: number): number => (isLarge(cases) ? 20_000 : 4000);
/** Once proof is near and trying has long found nothing better, most of the time goes to proving. */
const triesNearProof = 400;
/** The share of the best cost that a bound must come to. */
const nearOf = (cases: number): number => (isLarge(cases) ? 0.98 : 0.8);
const longRounds = 25;
const stepsARound = (cases: number): number => Math.max(20, Math.round(14_000 / (cases + 1)));
/** Rounds of local search alone before the exact search joins: an order to beat makes it much shorter. */
const roundsAlone = 6;

/**
 * An order in which agencies wait least, or the best found by the deadline. The same problem, seed and rounds give the
 * same result; the clock only decides when to stop.
 *
 * First the problem is reduced (`reduce.ts`). Then two searches take turns on one thread: local search, which always has
 * an order to show and is soon near the least (`local-search.ts`), and a best-first search from both ends
 * (`exact-search.ts`), which raises the lower bound and in the end proves the best order or finds a better one. After
 * Garcia de la Banda, Stuckey and Chu, "Solving talent scheduling with dynamic programming", INFORMS Journal on Computing
 * 23 (2011), and Qin, Zhang, Lim and Liang, "An enhanced branch-and-bound algorithm for the talent scheduling problem",
 * European Journal of Operational Research 250 (2016); the bounds by least separators and by cliques are this program's own.
 *
 * @throws where the problem is malformed; see `problemWith`.
 */
export function orderCases(problem: OrderProblem, options: OrderOptions): OrderResult {
  const fault = problemWith(problem);
  if (fault !== null) throw new Error(fault);
  const { rules, pins } = problem;
  if (!rules) return orderFreely(problem, options);
  if (decideOrder(rules)) return orderByRules({ ...problem, rules }, options);
  // The length of the meeting, say, is the same in any order; what is off is still told.
  const { weigh } = ruleBook(problem);
  const told = (found: OrderResult): OrderResult => {
    const { violation } = weigh(found.order);
    return { ...found, violation, isRuleSureToBreak: violation > 0 };
  };
  const { onImprovement } = options;
  return told(
    orderFreely(
      { ...withoutRules(problem), ...(pins ? { pins } : {}) },
      onImprovement ? { ...options, onImprovement: (found) => onImprovement(told(found)) } : options,
    ),
  );
}

function orderFreely(problem: OrderProblem, options: OrderOptions): OrderResult {
  const { clock, deadlineMs, seed = 1, rounds = Number.POSITIVE_INFINITY, isStopped, onImprovement } = options;
  const reduced = reduce(problem);
  const local = localSearch(reduced, randomFrom(seed));
  const start = options.start ? shorten(reduced, options.start) : null;
  if (start) local.offer(start);
  const rounding = roundingOf(problem);
  let lowerBound = 0;
  const result = (): OrderResult => {
    const order = restore(reduced, local.best().order);
    const cost = costOf(problem, order);
    const proven = lowerBound >= cost - rounding;
    return { order, cost, violation: 0, isRuleSureToBreak: false, lowerBound: proven ? cost : Math.min(lowerBound, cost), proven };
  };
  const tries = triesOf(reduced.durations.length);
  const near = nearOf(reduced.durations.length);
  let sinceBetter = 0;
  let exact: ExactSearch | null = null;
  let isExact = reduced.weights.length <= mostAgencies;
  const isOver = () => clock() >= deadlineMs || isStopped?.() === true;
  onImprovement?.(result());
  for (let round = 0; round < rounds && !isOver(); round += 1) {
    const before = lowerBound;
    const isNearProof = isExact && sinceBetter > longRounds && lowerBound > near * local.best().cost;
    let isBetter = local.run(isNearProof ? triesNearProof : tries);
    if (isExact && round >= roundsAlone) {
      exact ??= exactSearch(outsideIn(reduced, isOver), options.memoryLimitBytes ?? usualMemory);
      const outcome = exact.run(stepsARound(reduced.durations.length), local.best().cost);
      const found = exact.found();
      if (found) {
        local.offer(found.order);
        isBetter = true;
      }
      isExact = outcome === 'more';
      lowerBound = outcome === 'done' ? local.best().cost : Math.max(lowerBound, exact.lowerBound());
    }
    sinceBetter = isBetter ? 0 : sinceBetter + 1;
    if (isBetter || lowerBound > before) onImprovement?.(result());
    if (lowerBound >= local.best().cost - rounding) break;
  }
  return result();
}
