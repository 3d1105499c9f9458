import { expect, test } from 'vitest';
import { ruleBook } from '../../../shared/agenda/broken-rules';
import { orderCases } from '../../../shared/agenda/order';
import { randomFrom } from '../../../shared/agenda/random';
import { noRules } from '../../../shared/agenda/rules';
import { ruledCost, ruledLeast } from '../../support/ruled-least';
import { someMeeting } from '../../support/ruled-meeting';

const untimed = { clock: () => 0, deadlineMs: 1 };

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

test('A break that falls away where a long case comes last is reckoned with when the meeting has a longest time.', () => {
  const problem = {
    durations: [10, 1],
    weights: [],
    agencies: [],
    rules: { ...noRules(2, 0), breaks: [{ at: 5, minutes: 5 }], mostMinutes: 11 },
  };
  expect(orderCases(problem, { ...untimed, rounds: 20 })).toMatchObject({ order: [1, 0], violation: 0, proven: true });
});

test('Twenty cases are proven least under pins in the middle, a window, a fixed start, a pair together and a pair apart.', () => {
  const random = randomFrom(20);
  const count = 20;
  const cases = [...Array(count).keys()];
  const agencies = Array.from({ length: 9 }, (_, agency) => cases.filter(() => random() < 0.45 - agency * 0.04));
  const rules = {
    ...noRules(count, agencies.length),
    openingMinutes: 5,
    breaks: [{ at: 60, minutes: 10 }],
    windows: agencies.map((_, agency) => (agency === 6 ? { from: 20, until: 100 } : null)),
    fixedStarts: cases.map((index) => (index === 3 ? 35 : null)),
    together: [[0, 1]],
    apart: [[7, 8]] as const,
  };
  const problem = {
    durations: cases.map((index) => 5 + (index % 4)),
    weights: agencies.map(() => 1),
    agencies,
    rules,
    pins: cases.map((index) => (index === 5 ? 7 : index === 6 ? 13 : null)),
  };
  const { order, proven, violation } = orderCases(problem, { ...untimed, rounds: 400 });
  expect([proven, violation]).toEqual([true, 0]);
  expect([order.indexOf(5), order.indexOf(6)]).toEqual([7, 13]);
});

test('What is said to break whatever the order does, and that it must is not said where some order holds every rule.', () => {
  const random = randomFrom(31);
  let sure = 0;
  for (let count = 0; count < 60; count += 1) {
    const problem = someMeeting(random, 5);
    const least = ruledLeast(problem);
    for (const rounds of [1, 7, 30]) {
      const { isRuleSureToBreak, proven } = orderCases(problem, { ...untimed, rounds });
      if (isRuleSureToBreak) expect(least.violation, JSON.stringify(problem)).toBeGreaterThan(0);
      if (proven && least.violation > 0) expect(isRuleSureToBreak).toBe(true);
      sure += Number(isRuleSureToBreak);
    }
  }
  expect(sure).toBeGreaterThan(10);
});
