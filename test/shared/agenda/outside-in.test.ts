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

test('Once some cases have their places at either end, a bound is no more than any order costs that goes on from there.', () => {
  const random = randomFrom(23);
  const below = (most: number) => Math.floor(random() * most);
  let met = 0;
  for (let count = 0; count < 60; count += 1) {
    const cases = [...Array(7 + below(2)).keys()];
    const agencies = Array.from({ length: 4 + below(8) }, () => cases.filter(() => random() < 0.3));
    // Minutes and weights of their own for each, and no two cases alike: then the reduced problem has the same cases.
    const whole = { durations: cases.map(() => 1 + below(9)), weights: agencies.map(() => 1 + below(5)), agencies };
    const problem = reduce(whole);
    if (problem.durations.length !== cases.length) continue;
    const from = outsideIn(problem);
    const state = from.create();
    for (let tried = 0; tried < 4; tried += 1) {
      from.start(state);
      const mixed = cases.toSorted(() => random() - 0.5);
      const pins: (number | null)[] = cases.map(() => null);
      let atFront = 0;
      for (const [number, each] of mixed.slice(0, 1 + below(4)).entries()) {
        const isFront = random() < 0.5;
        from.place(state, each, isFront);
        pins[problem.standsFor[each]?.[0] as number] = isFront ? atFront : cases.length - 1 - (number - atFront);
        if (isFront) atFront += 1;
      }
      const least = leastCost({ ...whole, pins });
      expect(state.cost + from.glance(state), JSON.stringify({ whole, pins })).toBeLessThanOrEqual(least);
      expect(state.cost + from.survey(state), JSON.stringify({ whole, pins })).toBeLessThanOrEqual(least);
      met += 1;
    }
  }
  expect(met).toBeGreaterThan(40);
});
