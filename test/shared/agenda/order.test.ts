import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { orderCases } from '../../../shared/agenda/order';
import { costOf, type OrderProblem, problemWith, waitingByAgency } from '../../../shared/agenda/order-problem';
import { randomFrom } from '../../../shared/agenda/random';
import { leastCost } from '../../support/least-cost';

/** No clock: results depend on the seed and the rounds alone. */
const untimed = { clock: () => 0, deadlineMs: 1 };

const instance = (name: string): OrderProblem & { readonly least: number | null } =>
  JSON.parse(readFileSync(new URL(`../../fixtures/agenda-instances/${name}.json`, import.meta.url), 'utf8'));

/** A small problem with cases of no minutes, agencies of no weight or no case, and now and then pinned cases. */
function someProblem(random: () => number): OrderProblem {
  const below = (most: number) => Math.floor(random() * most);
  const count = 1 + below(8);
  const density = 0.15 + 0.7 * random();
  const cases = [...Array(count).keys()];
  const agencies = Array.from({ length: 1 + below(8) }, () => cases.filter(() => random() < density));
  const positions = cases
    .map((position) => ({ position, by: random() }))
    .sort((one, other) => one.by - other.by)
    .map(({ position }) => (random() < 0.4 ? position : null));
  return {
    durations: cases.map(() => (below(12) === 0 ? 0 : 1 + below(9))),
    weights: agencies.map(() => (below(8) === 0 ? 0 : 1 + below(6))),
    agencies,
    ...(below(3) === 0 ? { pins: positions } : {}),
  };
}

test('On thousands of small problems the least cost is found, what is called proven is the least, and pins are kept.', () => {
  const random = randomFrom(39);
  for (let count = 0; count < 2200; count += 1) {
    const problem = someProblem(random);
    const least = leastCost(problem);
    const { order, cost, lowerBound, proven } = orderCases(problem, { ...untimed, seed: count, rounds: 40 });
    const told = JSON.stringify(problem);
    expect(
      [...order].sort((one, other) => one - other),
      told,
    ).toEqual(problem.durations.map((_, index) => index));
    expect(costOf(problem, order), told).toBe(cost);
    expect({ cost, proven, lowerBound }, told).toEqual({ cost: least, proven: true, lowerBound: least });
    for (const [index, position] of (problem.pins ?? []).entries()) if (position !== null) expect(order[position], told).toBe(index);
  }
}, 120_000);

test('Stopped early it still gives an order and a bound that holds, and calls nothing proven that is not.', () => {
  const random = randomFrom(2011);
  for (let count = 0; count < 500; count += 1) {
    const problem = someProblem(random);
    const least = leastCost(problem);
    const { order, cost, lowerBound, proven } = orderCases(problem, { ...untimed, seed: count, rounds: count % 9 });
    expect(costOf(problem, order)).toBe(cost);
    expect(lowerBound <= least && least <= cost && (!proven || cost === least), JSON.stringify(problem)).toBe(true);
  }
}, 60_000);

test.each(['csplib-rehearsal', 'film-10', 'banda2011-n16m8', 'film105', 'meeting-024', 'meeting-040'])(
  'The least waiting of %s is found and proven.',
  (name) => {
    const problem = instance(name);
    const { cost, proven, order } = orderCases(problem, { ...untimed, rounds: 3000 });
    expect({ cost, proven }).toEqual({ cost: problem.least, proven: true });
    expect(costOf(problem, order)).toBe(cost);
  },
  30_000,
);

test('The other way round an order costs the same.', () => {
  const problem = instance('meeting-110');
  const order = problem.durations.map((_, index) => index);
  expect(costOf(problem, order.toReversed())).toBe(costOf(problem, order));
});

test('The same problem, seed and rounds give the same order, and a better one is told as soon as it is there.', () => {
  const problem = instance('meeting-110');
  const told: number[] = [];
  const once = orderCases(problem, { ...untimed, rounds: 12, onImprovement: ({ cost }) => told.push(cost) });
  expect(orderCases(problem, { ...untimed, rounds: 12 })).toEqual(once);
  expect(told).toEqual(told.toSorted((one, other) => other - one));
  expect(told.at(-1)).toBe(once.cost);
});

test('It ends when it is told to stop, when time is up, and at once where there is nothing to order.', () => {
  const problem = instance('meeting-110');
  let asked = 0;
  const stopped = orderCases(problem, { ...untimed, isStopped: () => ++asked > 3 });
  expect([asked, stopped.order.length, stopped.proven]).toEqual([4, 110, false]);
  let now = 0;
  expect(orderCases(problem, { clock: () => now++, deadlineMs: 3 }).order.length).toBe(110);
  expect(orderCases({ durations: [], weights: [], agencies: [] }, untimed)).toEqual({
    order: [],
    cost: 0,
    violation: 0,
    isRuleSureToBreak: false,
    lowerBound: 0,
    proven: true,
  });
});

const fourAgencies: OrderProblem['agencies'] = [
  [0, 2, 4],
  [0, 1, 4],
  [1, 3, 4],
  [3, 0],
];

test.each<readonly [string, OrderProblem]>([
  ['an agency without a case', { durations: [3, 4, 5], weights: [1, 2, 1], agencies: [[], [0, 2], [1]] }],
  ['cases without an agency', { durations: [3, 4, 5, 6], weights: [1, 2], agencies: [[0, 2], []] }],
  ['no agency', { durations: [3, 4], weights: [], agencies: [] }],
  ['one case', { durations: [7], weights: [1], agencies: [[0]] }],
  [
    'weights that are all 0',
    {
      durations: [3, 4, 5],
      weights: [0, 0],
      agencies: [
        [0, 2],
        [1, 2],
      ],
    },
  ],
  [
    'cases of no minutes',
    {
      durations: [0, 5, 0, 3],
      weights: [1, 1, 2],
      agencies: [
        [0, 2],
        [1, 2],
        [3, 0],
      ],
    },
  ],
  [
    'only cases of no minutes',
    {
      durations: [0, 0, 0],
      weights: [1, 1],
      agencies: [
        [0, 2],
        [1, 2],
      ],
    },
  ],
  [
    'agencies twice, and cases named twice',
    {
      durations: [3, 4, 5, 6, 7],
      weights: [1, 2, 3, 1],
      agencies: [
        [0, 2, 2, 4],
        [4, 2, 0],
        [1, 3, 4],
        [3, 0],
      ],
    },
  ],
  [
    'sums far beyond 32 bits',
    {
      durations: [2e9, 15e8, 1000000007, 3, 5],
      weights: [20001, 40001, 3, 1],
      agencies: fourAgencies,
    },
  ],
  [
    'parts of minutes and of weights',
    {
      durations: [2.5, 4.25, 0.1, 0.2, 7.3],
      weights: [1, 0.5, 0.333, 2],
      agencies: fourAgencies,
    },
  ],
])('The least is found and proven of a problem with %s.', (_, problem) => {
  const { order, cost, lowerBound, proven } = orderCases(problem, untimed);
  expect(cost).toBeCloseTo(leastCost(problem), 9);
  expect([[...order].sort((one, other) => one - other), cost, lowerBound, proven]).toEqual([
    [...problem.durations.keys()],
    costOf(problem, order),
    cost,
    true,
  ]);
});

test('With the clock in hand it ends within moments of the time, also while it makes its tables.', () => {
  const problem = instance('meeting-040');
  for (const allowed of [1, 40, 200, 800]) {
    let asked = 0;
    let since = 0;
    orderCases(problem, {
      clock: () => {
        asked += 1;
        since = asked > allowed ? since + 1 : 0;
        return asked;
      },
      deadlineMs: allowed,
    });
    // Each asking after the time is a piece of work that was given up.
    expect(since).toBeLessThan(8);
  }
});

test('Waiting is a partner’s stay less its own cases, in minutes.', () => {
  const problem: OrderProblem = { durations: [5, 7, 3, 2], weights: [2, 1, 1, 1], agencies: [[0, 2], [1], [], [3, 0, 3]] };
  expect(waitingByAgency(problem, [0, 1, 2, 3])).toEqual([7, 0, 0, 10]);
  expect(costOf(problem, [0, 1, 2, 3])).toBe(24);
});

test.each([
  [{ durations: [-1], weights: [], agencies: [] }, 'duration'],
  [{ durations: [1], weights: [Number.NaN], agencies: [[0]] }, 'weight'],
  [{ durations: [1], weights: [], agencies: [[0]] }, '0 weights for 1 agencies'],
  [{ durations: [1], weights: [1], agencies: [[1]] }, 'a case that there is not'],
  [{ durations: [9e15, 1], weights: [2], agencies: [[1]] }, 'more than can be reckoned exactly'],
  [{ durations: [1, 1], weights: [], agencies: [], pins: [0, 0] }, 'one position'],
])('A malformed problem is refused with the reason: %j.', (problem, words) => {
  expect(problemWith(problem)).toContain(words);
  expect(() => orderCases(problem, untimed)).toThrow(words);
});
