import { expect, test } from 'vitest';
import { outsideIn } from '../../../shared/agenda/outside-in';
import { partialOrders } from '../../../shared/agenda/partial-orders';
import { randomFrom } from '../../../shared/agenda/random';
import { reduce } from '../../../shared/agenda/reduce';

const from = outsideIn(
  reduce({
    durations: [1, 1, 1, 1],
    weights: [1, 1, 1],
    agencies: [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  }),
);

test('The most promising comes first, whatever is met again, cheaper and promising more or less, or put back.', () => {
  const random = randomFrom(12);
  const below = (most: number) => Math.floor(random() * most);
  for (let round = 0; round < 60; round += 1) {
    const orders = partialOrders(from, 1 << 20);
    const state = from.create();
    const queued = new Map<number, number>();
    const costs = new Map<number, number>();
    for (let step = 0; step < 300; step += 1) {
      if (below(3) > 0) {
        const left = below(40);
        from.copy(from.create(), state);
        state.left[0] = left;
        state.cost = below(50);
        const total = state.cost + below(30);
        const known = costs.get(left);
        orders.keep(state, total, -1, 0);
        if (known !== undefined && known <= state.cost) continue;
        costs.set(left, state.cost);
        queued.set(left, Math.min(total, queued.get(left) ?? total));
      } else if (queued.size > 0) {
        const least = Math.min(...queued.values());
        expect(orders.leastTotal()).toBe(least);
        const number = orders.take(state);
        const left = state.left[0] as number;
        expect(queued.get(left)).toBe(least);
        expect(state.cost).toBe(costs.get(left));
        queued.delete(left);
        if (below(4) > 0) continue;
        orders.putBack(number, least + 3);
        queued.set(left, least + 3);
      }
    }
    expect(orders.size()).toBe(costs.size);
  }
});
