import { caseKinds, hasWholeMinutes } from './case-kinds';
import { everyOrder, mostForEveryOrder } from './every-order';
import { countSets } from './every-set';
import { type ExactSearch, exactSearch } from './exact-search';
import type { OrderOptions, OrderProblem, OrderResult } from './order-problem';
import { outsideIn } from './outside-in';
import { inTurn, type Prove, type RuledProblem } from './prove';
import { proveByBeginnings, proveBySets } from './prove-by-sets';
import { randomFrom } from './random';
import { reduce, restore } from './reduce';
import { ruleExactSearch } from './rule-exact-search';
import { type RuleLocalSearch, ruleLocalSearch } from './rule-local-search';
import { paidWeights } from './rules';
import { mostAgencies } from './separator';

const triesARound = 2000;
const stepsARound = 60;
const roundsAlone = 6;
/** While trying still finds better orders, proving has a turn only now and then. */
const longRounds = 12;
const seldom = 4;
/** Looked into within some tenths of a second. */
const fewSets = 2 ** 17;
const usualMemory = 256 * 1024 * 1024;

/**
 * An order by rules that decide it: the one nearest to them, and of those the one with least waiting. Local search by all
 * that the rules say takes turns with what can prove: for a few cases, a look at every order; for more, the exact search by
 * those rules that it can follow (see `ruleBound`). What that proves to be least is a bound with the other rules too, and an
 * order that holds them all and costs no more is proven.
 */
export function orderByRules(problem: RuledProblem, options: OrderOptions): OrderResult {
  const { clock, deadlineMs, seed = 1, rounds = Number.POSITIVE_INFINITY, isStopped, onImprovement } = options;
  const count = problem.durations.length;
  const local = ruleLocalSearch(problem, randomFrom(seed));
  if (options.start && isOrderOf(options.start, count)) local.offer(options.start);
  const memory = options.memoryLimitBytes ?? usualMemory;
  const isOver = () => clock() >= deadlineMs || isStopped?.() === true;
  const prove = proverFor(problem, memory, local, isOver);
  let lowerBound = 0;
  let isProven = false;
  let violationBound = 0;
  let sinceBetter = 0;
  const result = (): OrderResult => {
    const { order, cost } = local.best();
    const proven = isProven || (cost.violation === 0 && lowerBound >= cost.waiting);
    return {
      order,
      cost: cost.waiting,
      violation: cost.violation,
      isRuleSureToBreak: violationBound > 0 || (proven && cost.violation > 0),
      lowerBound: proven ? cost.waiting : Math.min(lowerBound, cost.waiting),
      proven,
    };
  };
  onImprovement?.(result());
  for (let round = 0; round < rounds && !isOver(); round += 1) {
    const before = lowerBound;
    let isBetter = local.run(triesARound);
    if (round >= roundsAlone && (sinceBetter >= longRounds || round % seldom === 0)) {
      const told = prove();
      isBetter ||= told.isBetter;
      lowerBound = Math.max(lowerBound, told.lowerBound);
      violationBound = Math.max(violationBound, told.violationBound);
      isProven = told.isProven;
    }
    sinceBetter = isBetter ? 0 : sinceBetter + 1;
    const now = result();
    if (isBetter || lowerBound > before) onImprovement?.(now);
    if (now.proven) break;
  }
  return result();
}

/** What can prove most of a problem: everything at once of a small one, else what may come first, beside what is bounded without rules. */
function proverFor(problem: RuledProblem, memory: number, local: RuleLocalSearch, isOver: () => boolean): Prove {
  const kinds = caseKinds(problem);
  const bySets = kinds && proveBySets(problem, kinds, memory, local);
  if (kinds && bySets && countSets(kinds) <= fewSets) return bySets;
  const count = problem.durations.length;
  if (count <= mostForEveryOrder) return lookAtAll(count, local);
  const canSearch = kinds !== null && hasWholeMinutes(problem);
  const fromFirst = canSearch ? [proveByBeginnings(problem, ruleExactSearch(kinds, memory / 4), local)] : [];
  return inTurn([...fromFirst, ruleBound(problem, bySets ? memory / 4 : memory / 2, local, isOver), ...(bySets ? [bySets] : [])]);
}

function lookAtAll(count: number, local: RuleLocalSearch): Prove {
  const { order, next } = everyOrder(count);
  let isOver = false;
  return () => {
    let isBetter = false;
    for (let tried = 0; tried < 4 * triesARound && !isOver; tried += 1) {
      isBetter = local.offer(order) || isBetter;
      isOver = !next();
    }
    return { isBetter, lowerBound: 0, violationBound: 0, isProven: isOver };
  };
}

/**
 * The exact search by segments, pins and who is here already. Other rules it does not know; between two sittings nobody
 * waits, so for them it proves nothing.
 */
function ruleBound(problem: RuledProblem, memoryLimitBytes: number, local: RuleLocalSearch, isOver: () => boolean): Prove {
  const { rules } = problem;
  const count = problem.durations.length;
  const here = rules.isHere.some(Boolean);
  const relaxed = reduce(
    here ? withArrivals(problem) : { ...withoutRules(problem), ...(problem.pins ? { pins: problem.pins } : {}) },
    blocksOf(problem),
  );
  let exact: ExactSearch | null = null;
  let isGoing = rules.sittings === null && relaxed.weights.length <= mostAgencies;
  /** The least cost of an order that holds what the exact search knows of. */
  let limit = Number.POSITIVE_INFINITY;
  let lowerBound = 0;
  return () => {
    let isBetter = false;
    if (isGoing) {
      exact ??= exactSearch(outsideIn(relaxed, isOver), memoryLimitBytes);
      const best = local.best().cost;
      if (best.violation === 0) limit = Math.min(limit, best.waiting);
      const outcome = exact.run(stepsARound, limit);
      const found = exact.found();
      if (found) {
        limit = found.cost;
        isBetter = local.offer(restore(relaxed, found.order).filter((each) => each < count));
      }
      isGoing = outcome === 'more';
      lowerBound = outcome === 'done' ? limit : Math.max(lowerBound, exact.lowerBound());
    }
    return { isBetter, lowerBound, violationBound: 0, isProven: false };
  };
}

/** Whoever is here is concerned by a first case that takes no time. */
function withArrivals(problem: RuledProblem): OrderProblem {
  const { durations, weights, agencies } = withoutRules(problem);
  const first = durations.length;
  return {
    durations: [...durations, 0],
    weights,
    agencies: agencies.map((own, agency) => (problem.rules.isHere[agency] && own.length > 0 ? [...own, first] : own)),
    ...(problem.pins ? { pins: [...problem.pins.map((position) => (position === null ? null : position + 1)), 0] } : {}),
  };
}

/** The blocks, with one of its own before all others for the case that stands for whoever is here. */
function blocksOf({ durations, pins, rules }: RuledProblem): readonly number[] | null {
  if (!rules.isHere.some(Boolean)) return rules.blocks;
  // A pin to the first position says it as well, and lets cases pinned in the middle be told of.
  if (pins?.some((position) => position !== null)) return rules.blocks && [...rules.blocks, 0];
  return [...(rules.blocks ?? durations.map(() => 0)).map((block) => block + 1), 0];
}

const isOrderOf = (order: readonly number[], count: number) =>
  order.length === count && new Set(order).size === count && order.every((each) => each >= 0 && each < count);

/** The same cases and agencies, those that come by call waiting for nothing. */
export function withoutRules({ durations, weights, agencies, rules }: OrderProblem): OrderProblem {
  return { durations, weights: paidWeights(weights, rules?.isRemote), agencies };
}
