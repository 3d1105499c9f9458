import { ruleBook } from './broken-rules';
import { type CaseKinds, hasWholeMinutes } from './case-kinds';
import { countSets, everySet, roomForSets } from './every-set';
import type { Proof, Prove, RuledProblem } from './prove';
import { type RuleExactSearch, ruleExactSearch } from './rule-exact-search';
import { isBetterCost, type RuleLocalSearch } from './rule-local-search';

const setsARound = 50_000;
const beginningsARound = 200;

/**
 * Proves by looking at every set of cases that may come first. Where fixed starts may make the meeting rest, what that tells
 * is a bound, by which the beginnings of orders are searched (`rule-exact-search.ts`). Null where there are too many sets, as
 * of more than 23 cases that are all different.
 */
export function proveBySets(problem: RuledProblem, kinds: CaseKinds, memoryLimitBytes: number, local: RuleLocalSearch): Prove | null {
  if (!hasWholeMinutes(problem) || kinds.kinds.length > 255 || countSets(kinds) > roomForSets(memoryLimitBytes)) return null;
  const { weigh } = ruleBook(problem);
  const isTimed = kinds.kinds.some(({ fixedStart }) => fixedStart !== null);
  let sets: ReturnType<typeof everySet> | null = null;
  let go: Prove | null = null;
  return () => {
    if (go) return go();
    sets ??= everySet(kinds);
    if (!sets.run(setsARound)) return nothingYet;
    if (isTimed) {
      go = proveByBeginnings(problem, ruleExactSearch(kinds, memoryLimitBytes / 2, sets), local);
      return nothingYet;
    }
    const claimed = sets.least();
    const order = sets.order();
    const whole = weigh(order);
    const isBetter = local.offer(order);
    // A proof is claimed only where the reckoning by sets and that of whole orders agree.
    const isSound = whole.violation === claimed.violation && whole.waiting === claimed.waiting && !isBetterCost(local.best().cost, claimed);
    const proof: Proof = {
      isBetter: false,
      lowerBound: isSound ? claimed.waiting : 0,
      violationBound: isSound ? claimed.violation : 0,
      isProven: isSound,
    };
    go = () => proof;
    return { ...proof, isBetter };
  };
}

/** Proves by the exact search from the first case on. Claims nothing where its reckoning and that of whole orders do not agree. */
export function proveByBeginnings(problem: RuledProblem, search: RuleExactSearch, local: RuleLocalSearch): Prove {
  const { weigh } = ruleBook(problem);
  let isGoing = true;
  let isSound = true;
  let isProven = false;
  return () => {
    let isBetter = false;
    if (isGoing) {
      const outcome = search.run(beginningsARound, local.best().cost);
      const found = search.found();
      if (found) {
        // A beginning may have become cheaper since an order was begun with it, and then the whole is too; never dearer.
        if (isBetterCost(found.cost, weigh(found.order))) isSound = false;
        isBetter = local.offer(found.order);
      }
      isGoing = isSound && outcome === 'more';
      isProven = isSound && outcome === 'done';
    }
    const least = search.lowerBound();
    const isAsNear = isSound && least.violation === local.best().cost.violation;
    return { isBetter, lowerBound: isAsNear ? least.waiting : 0, violationBound: isSound ? least.violation : 0, isProven };
  };
}

const nothingYet: Proof = { isBetter: false, lowerBound: 0, violationBound: 0, isProven: false };
