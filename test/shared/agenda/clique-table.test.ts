import { expect, test } from 'vitest';
import { cliqueTable } from '../../../shared/agenda/clique-table';
import { partIntoCliques } from '../../../shared/agenda/cliques';
import type { OrderProblem } from '../../../shared/agenda/order-problem';
import { randomFrom } from '../../../shared/agenda/random';
import { reduce } from '../../../shared/agenda/reduce';
import { leastCost } from '../../support/least-cost';

const random = randomFrom(4);
const below = (most: number) => Math.floor(random() * most);

function someProblem(): OrderProblem {
  const cases = [...Array(2 + below(7)).keys()];
  const agencies = Array.from({ length: 2 + below(5) }, () => cases.filter(() => random() < 0.6));
  return { durations: cases.map(() => below(9)), weights: agencies.map(() => 1 + below(5)), agencies };
}

test('Every two agencies of a clique share a case, and every agency is in one clique or its guest.', () => {
  for (let count = 0; count < 300; count += 1) {
    const problem = reduce(someProblem());
    const cliques = partIntoCliques(problem, 10);
    expect(cliques.flatMap(({ clique, guests }) => [...clique, ...guests]).sort((one, other) => one - other)).toEqual([
      ...problem.weights.keys(),
    ]);
    for (const { clique } of cliques)
      for (const one of clique)
        for (const other of clique) expect(problem.agenciesOf.some((own) => own.includes(one) && own.includes(other))).toBe(true);
  }
});

test('For agencies that all share a case with each other, what the table says at the start is the least cost of all.', () => {
  let met = 0;
  for (let count = 0; count < 600; count += 1) {
    const whole = someProblem();
    const problem = reduce(whole);
    const [group, ...others] = partIntoCliques(problem, 10);
    if (!group || group.guests.length > 0 || others.length > 0) continue;
    const { clique } = group;
    met += 1;
    const sets = problem.agenciesOf.map((own) => clique.reduce((set, agency, bit) => (own.includes(agency) ? set | (1 << bit) : set), 0));
    const table = cliqueTable({ weights: clique.map((agency) => problem.weights[agency] ?? 0), guests: 0, sets }, problem.durations);
    expect(table?.remaining[0], JSON.stringify(whole)).toBe(leastCost(whole));
  }
  expect(met).toBeGreaterThan(100);
});

test('With guests the table says at the start no more than the least cost of all, and never less than without.', () => {
  let better = 0;
  let exact = 0;
  for (let count = 0; count < 2000; count += 1) {
    const whole = someProblem();
    const problem = reduce(whole);
    const [group, ...others] = partIntoCliques(problem, 10);
    if (!group || group.guests.length === 0 || others.length > 0) continue;
    const atStart = (agencies: readonly number[], guests: number): number => {
      const sets = problem.agenciesOf.map((own) =>
        agencies.reduce((set, agency, bit) => (own.includes(agency) ? set | (1 << bit) : set), 0),
      );
      const weights = agencies.map((agency) => problem.weights[agency] ?? 0);
      return cliqueTable({ weights, guests, sets }, problem.durations)?.remaining[0] as number;
    };
    const { clique, guests } = group;
    const withGuests = atStart([...clique, ...guests], guests.length);
    const without = atStart(clique, 0);
    expect(withGuests, JSON.stringify(whole)).toBeLessThanOrEqual(leastCost(whole));
    expect(withGuests, JSON.stringify(whole)).toBeGreaterThanOrEqual(without);
    if (withGuests > without) better += 1;
    if (withGuests === leastCost(whole)) exact += 1;
  }
  expect(better).toBeGreaterThan(40);
  expect(exact).toBeGreaterThan(200);
});

test('Parts of an hour and weights that are not whole, and numbers beyond 30 bits, are reckoned as closely as whole ones.', () => {
  for (let count = 0; count < 300; count += 1) {
    const { agencies, durations, weights } = someProblem();
    for (const [minute, weight] of [
      [0.25, 0.5],
      [100_000, 50_000],
    ] as const) {
      const whole = { agencies, durations: durations.map((value) => value * minute), weights: weights.map((value) => value * weight) };
      const problem = reduce(whole);
      const [group, ...others] = partIntoCliques(problem, 10);
      if (!group || others.length > 0) continue;
      const own = [...group.clique, ...group.guests];
      const sets = problem.agenciesOf.map((each) => own.reduce((set, agency, bit) => (each.includes(agency) ? set | (1 << bit) : set), 0));
      const from = (unit: number, minutes: number) =>
        cliqueTable(
          { weights: own.map((agency) => (problem.weights[agency] ?? 0) / unit), guests: group.guests.length, sets },
          problem.durations.map((value) => value / minutes),
        )?.remaining ?? [];
      expect(Array.from(from(1, 1), (value) => value / minute / weight)).toEqual(Array.from(from(weight, minute)));
    }
  }
});
