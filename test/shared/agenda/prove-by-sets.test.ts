import { describe, expect, test } from 'vitest';
import { type OrderCost, ruleBook } from '../../../shared/agenda/broken-rules';
import { caseKinds } from '../../../shared/agenda/case-kinds';
import { everyOrder } from '../../../shared/agenda/every-order';
import type { Prove, RuledProblem } from '../../../shared/agenda/prove';
import { proveByBeginnings, proveBySets } from '../../../shared/agenda/prove-by-sets';
import { randomFrom } from '../../../shared/agenda/random';
import { ruleExactSearch } from '../../../shared/agenda/rule-exact-search';
import { isBetterCost, type RuleLocalSearch, ruleLocalSearch } from '../../../shared/agenda/rule-local-search';
import { someMeeting } from '../../support/ruled-meeting';

/** The least by the reckoning of whole orders, which `order-by-rules.test.ts` holds to one minute by minute. */
function leastOfEveryOrder(problem: RuledProblem): OrderCost {
  const { weigh } = ruleBook(problem);
  const { order, next } = everyOrder(problem.durations.length);
  let least = weigh(order);
  while (next()) {
    const cost = weigh(order);
    if (isBetterCost(cost, least)) least = cost;
  }
  return least;
}

type Prover = (problem: RuledProblem, local: RuleLocalSearch) => Prove | null;
const provers: readonly (readonly [string, Prover])[] = [
  [
    'every set of cases that may come first',
    (problem, local) => {
      const kinds = caseKinds(problem);
      return kinds && proveBySets(problem, kinds, 64e6, local);
    },
  ],
  [
    'the beginnings of orders, from the first case on',
    (problem, local) => {
      const kinds = caseKinds(problem);
      return kinds && proveByBeginnings(problem, ruleExactSearch(kinds, 64e6), local);
    },
  ],
];

/** Goes on until it is proven; the local search only holds what was found. */
function proven(problem: RuledProblem, prover: Prover, mostRounds = 2000): OrderCost | null {
  const local = ruleLocalSearch(problem, randomFrom(1));
  const prove = prover(problem, local);
  for (let round = 0; round < mostRounds; round += 1) {
    const told = prove?.();
    expect(told?.lowerBound ?? 0).toBeLessThanOrEqual(local.best().cost.waiting);
    if (told?.isProven) return local.best().cost;
  }
  return null;
}

const oneSitting = (problem: RuledProblem): RuledProblem => ({ ...problem, rules: { ...problem.rules, sittings: null } });

describe.each(provers)('looking at %s', (_, prover) => {
  test('proves, with up to seven cases and any rules, what every order says is nearest and least.', () => {
    const random = randomFrom(99);
    for (let count = 0; count < 250; count += 1) {
      const problem = oneSitting(someMeeting(random, 7));
      expect(proven(problem, prover), JSON.stringify(problem)).toEqual(leastOfEveryOrder(problem));
    }
  });

  test('counts cases that are alike as one kind, and still proves what every order says.', () => {
    const random = randomFrom(3);
    for (let count = 0; count < 60; count += 1) {
      const drawn = oneSitting(someMeeting(random, 7));
      const rules = { ...drawn.rules, fixedStarts: drawn.rules.fixedStarts.map((start, index) => (index === 0 ? start : null)) };
      const alike = {
        ...drawn,
        rules,
        durations: drawn.durations.map(() => 4),
        agencies: drawn.agencies.map((own) => own.filter((each) => each % 3 !== 2)),
      };
      expect(proven(alike, prover), JSON.stringify(alike)).toEqual(leastOfEveryOrder(alike));
    }
  });

  test('claims nothing of minutes that are not whole, whose sums may differ by rounding.', () => {
    const problem = oneSitting(someMeeting(randomFrom(5), 5));
    const broken = { ...problem, durations: problem.durations.map((each) => each + 0.1) };
    const kinds = caseKinds(broken);
    expect(kinds && proveBySets(broken, kinds, 64e6, ruleLocalSearch(broken, randomFrom(1)))).toBe(null);
  });
});

test('Both ways prove the same of meetings of up to twelve cases, too many for every order.', () => {
  const random = randomFrom(12);
  for (let count = 0; count < 25; count += 1) {
    const problem = oneSitting(someMeeting(random, 12));
    const [sets, beginnings] = provers.map(([, prover]) => proven(problem, prover));
    expect(sets, JSON.stringify(problem)).not.toBe(null);
    expect(beginnings, JSON.stringify(problem)).toEqual(sets);
  }
});
