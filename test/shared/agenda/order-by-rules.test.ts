import { expect, test } from 'vitest';
import { ruleBook } from '../../../shared/agenda/broken-rules';
import { orderCases } from '../../../shared/agenda/order';
import type { OrderProblem } from '../../../shared/agenda/order-problem';
import { randomFrom } from '../../../shared/agenda/random';
import { noRules, type OrderRules } from '../../../shared/agenda/rules';
import { ruledCost, ruledLeast } from '../../support/ruled-least';

const untimed = { clock: () => 0, deadlineMs: 1 };
type Ruled = OrderProblem & { readonly rules: OrderRules };

/** A small meeting with some of all rules, now and then ones that cannot all hold. */
function someMeeting(random: () => number, most = 6): Ruled {
  const below = (limit: number) => Math.floor(random() * limit);
  const chance = (share: number) => random() < share;
  const count = 2 + below(most - 1);
  const cases = [...Array(count).keys()];
  const shuffled = cases
    .map((value) => ({ value, by: random() }))
    .sort((one, other) => one.by - other.by)
    .map(({ value }) => value);
  const agencies = Array.from({ length: 1 + below(5) }, () => cases.filter(() => chance(0.5)));
  const durations = cases.map(() => below(7));
  const agency = () => below(agencies.length);
  const openingMinutes = below(4);
  const rules: OrderRules = {
    ...noRules(count, agencies.length),
    openingMinutes,
    idleWeight: 1 + below(3),
    breaks: Array.from({ length: below(3) }, () =>
      chance(0.5) ? { afterPosition: below(count + 1), minutes: 1 + below(5) } : { at: below(25), minutes: 1 + below(5) },
    ),
    fixedStarts: cases.map(() => (chance(0.15) ? below(25) : null)),
    windows: agencies.map(() =>
      chance(0.25) ? { from: chance(0.5) ? below(15) : null, until: chance(0.7) ? 5 + below(25) : null } : null,
    ),
    isRemote: agencies.map(() => chance(0.15)),
    blocks: chance(0.3) ? cases.map(() => below(3)) : null,
    together: chance(0.3) && count > 2 ? [shuffled.slice(0, 2 + below(2))] : [],
    apart: chance(0.25) && agencies.length > 1 ? [[0, 1 + below(agencies.length - 1)]] : [],
    notWhile: chance(0.25) ? [{ case: below(count), agency: agency() }] : [],
    sittings: chance(0.2) ? { firstEndsAt: 6 + below(12), secondStartsAt: 20 + below(10) } : null,
    mostMinutes: chance(0.2) ? 10 + below(20) : null,
    isHere: agencies.map(() => chance(0.15)),
  };
  const pins = cases.map((index) => (chance(0.15) ? shuffled.indexOf(index) : null));
  return { durations, weights: agencies.map(() => below(4)), agencies, rules, ...(chance(0.4) ? { pins } : {}) };
}

test('What an order costs by its rules is what a reckoning minute by minute finds.', () => {
  const random = randomFrom(7);
  for (let count = 0; count < 3000; count += 1) {
    const problem = someMeeting(random, 8);
    const order = problem.durations.map((_, index) => index);
    expect(ruleBook(problem).weigh(order), JSON.stringify(problem)).toEqual(ruledCost(problem, order));
  }
});

test('What is told of broken rules adds up to the violation.', () => {
  const random = randomFrom(8);
  const weight = { pin: 6, blocks: 6, together: 6, 'fixed-start': 1, from: 1, until: 1, length: 1, apart: 10, 'not-while': 10 } as const;
  for (let count = 0; count < 1000; count += 1) {
    const problem = someMeeting(random, 8);
    let told = 0;
    const { violation } = ruleBook(problem).weigh(
      problem.durations.map((_, index) => index),
      (broken) => {
        told += weight[broken.rule] * broken.amount;
      },
    );
    expect(told).toBe(violation);
  }
});

test('With any rules, the order found for a few cases is nearest to them and then least, and is proven.', () => {
  const random = randomFrom(2026);
  for (let count = 0; count < 300; count += 1) {
    const problem = someMeeting(random);
    const least = ruledLeast(problem);
    const { order, cost, violation, proven } = orderCases(problem, { ...untimed, seed: count, rounds: 40 });
    const told = JSON.stringify(problem);
    expect({ violation, waiting: cost }, told).toEqual(least);
    expect(proven, told).toBe(true);
    expect(ruledCost(problem, order), told).toEqual(least);
  }
}, 60_000);

test('Stopped early, or by rules that the exact search does not know, nothing is called proven that is not.', () => {
  const random = randomFrom(2027);
  for (let count = 0; count < 300; count += 1) {
    const problem = someMeeting(random);
    const least = ruledLeast(problem);
    const { cost, violation, lowerBound, proven } = orderCases(problem, { ...untimed, seed: count, rounds: 1 + (count % 8) });
    if (proven) expect({ violation, waiting: cost }).toEqual(least);
    if (least.violation === 0) expect(lowerBound).toBeLessThanOrEqual(least.waiting);
  }
}, 60_000);
