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

test('Every two agencies of a clique share a case, and every agency is in one clique.', () => {
  for (let count = 0; count < 300; count += 1) {
    const problem = reduce(someProblem());
    const cliques = partIntoCliques(problem);
    expect(cliques.flat().sort((one, other) => one - other)).toEqual([...problem.weights.keys()]);
    for (const clique of cliques)
      for (const one of clique)
        for (const other of clique) expect(problem.agenciesOf.some((own) => own.includes(one) && own.includes(other))).toBe(true);
  }
});

test('For agencies that all share a case with each other, what the table says at the start is the least cost of all.', () => {
  let met = 0;
  for (let count = 0; count < 600; count += 1) {
    const whole = someProblem();
    const problem = reduce(whole);
    const [clique, ...others] = partIntoCliques(problem);
    if (!clique || others.length > 0) continue;
    met += 1;
    const sets = problem.agenciesOf.map((own) => clique.reduce((set, agency, bit) => (own.includes(agency) ? set | (1 << bit) : set), 0));
    const table = cliqueTable(
      clique.map((agency) => problem.weights[agency] ?? 0),
      problem.durations,
      sets,
    );
    expect(table.remaining[0], JSON.stringify(whole)).toBe(leastCost(whole));
  }
  expect(met).toBeGreaterThan(100);
});
