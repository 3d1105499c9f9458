import { expect, test } from 'vitest';
import { costOf } from '../../../shared/agenda/order-problem';
import { randomFrom } from '../../../shared/agenda/random';
import { reduce, restore } from '../../../shared/agenda/reduce';
import { stretchCost } from '../../../shared/agenda/stretch-cost';

const random = randomFrom(11);
const below = (most: number) => Math.floor(random() * most);

test('A stretch in another order changes the cost by as much as the whole order says, for few agencies and for more than 64.', () => {
  let met = 0;
  for (const most of [4, 20, 70])
    for (let count = 0; count < 40; count += 1) {
      const cases = [...Array(4 + below(12)).keys()];
      const agencies = Array.from({ length: 2 + below(most) }, () => cases.filter(() => random() < 0.4));
      const whole = { durations: cases.map(() => below(9)), weights: agencies.map(() => below(5)), agencies };
      const problem = reduce(whole);
      const size = problem.durations.length;
      if (size < 2) continue;
      const order = Int32Array.from(problem.durations.keys());
      const costs = stretchCost(problem);
      costs.begin(order);
      let cost = costs.whole();
      expect(cost).toBe(costOf(whole, restore(problem, order)));
      for (let change = 0; change < 20; change += 1) {
        const low = below(size);
        const high = low + below(size - low);
        const trial = order.slice();
        trial.subarray(low, high + 1).reverse();
        cost += costs.change(trial, low, high);
        expect(cost).toBe(costOf(whole, restore(problem, trial)));
        costs.take(low, high);
        order.set(trial);
        met += 1;
      }
      expect(costs.whole()).toBe(cost);
    }
  expect(met).toBeGreaterThan(1000);
});
