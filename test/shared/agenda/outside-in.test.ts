import { expect, test } from 'vitest';
import { outsideIn } from '../../../shared/agenda/outside-in';
import { randomFrom } from '../../../shared/agenda/random';
import { reduce } from '../../../shared/agenda/reduce';
import { leastCost } from '../../support/least-cost';

test('With larger tables too, a bound is no more than the least cost of all, at the start and after any first case.', () => {
  const random = randomFrom(8);
  const below = (most: number) => Math.floor(random() * most);
  for (let count = 0; count < 5; count += 1) {
    const cases = [...Array(9).keys()];
    const density = 0.25 + 0.1 * (count % 4);
    const agencies = Array.from({ length: 11 + (count % 3) }, () => cases.filter(() => random() < density));
    const whole = { durations: cases.map(() => 1 + below(9)), weights: agencies.map(() => 1 + below(5)), agencies };
    const from = outsideIn(reduce(whole));
    const state = from.create();
    const least = leastCost(whole);
    from.start(state);
    const before = from.survey(state);
    from.sharpen();
    expect(before).toBeLessThanOrEqual(least);
    expect(from.survey(state), JSON.stringify(whole)).toBeLessThanOrEqual(least);
    // Whichever case comes first, some order that begins with the right one costs the least.
    const promised = Array.from({ length: from.count }, (_, index) => {
      from.start(state);
      from.place(state, index, true);
      return state.cost + Math.max(from.glance(state), from.survey(state));
    });
    expect(Math.min(...promised), JSON.stringify(whole)).toBeLessThanOrEqual(least);
  }
});
