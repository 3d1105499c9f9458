import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeToldApart, rate, share } from '../../../shared/outcomes/intervals';

describe('a share of people', () => {
  test('has the Wilson interval of the published examples', () => {
    expect(share(8, 10)).toEqual({ value: 0.8, low: expect.closeTo(0.4902, 3), high: expect.closeTo(0.9433, 3) });
    expect(share(0, 10)).toEqual({ value: 0, low: 0, high: expect.closeTo(0.2775, 3) });
    expect(share(62, 100)).toEqual({ value: 0.62, low: expect.closeTo(0.5221, 3), high: expect.closeTo(0.709, 3) });
    expect(share(0, 0)).toBeNull();
  });

  test('lies within its interval, which lies between none and all and narrows with more people', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 200 }), (part, whole) => {
        fc.pre(part <= whole);
        const found = share(part, whole);
        if (!found) throw new Error('There was someone.');
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThanOrEqual(found.value);
        const more = share(part * 4, whole * 4);
        expect((more?.high ?? 0) - (more?.low ?? 0)).toBeLessThan(found.high - found.low);
      }),
    );
  });
});

describe('a rate', () => {
  test('has the exact Poisson interval of the published tables', () => {
    expect(rate(0, 1)).toEqual({ value: 0, low: 0, high: expect.closeTo(3.6889, 3) });
    expect(rate(1, 1)).toEqual({ value: 1, low: expect.closeTo(0.0253, 3), high: expect.closeTo(5.5716, 3) });
    expect(rate(10, 1)).toEqual({ value: 10, low: expect.closeTo(4.7954, 3), high: expect.closeTo(18.3904, 3) });
    expect(rate(100, 1)).toEqual({ value: 100, low: expect.closeTo(81.3638, 2), high: expect.closeTo(121.6272, 2) });
    expect(rate(3, 0)).toBeNull();
  });

  test('has the exact interval of hundreds and thousands too, to the eighth figure', () => {
    for (const [events, low, high] of [
      [899, 841.18656674, 959.74026599],
      [941, 881.82937228, 1003.0967299],
      [2000, 1913.2987096, 2089.6174394],
      [10_000, 9804.9524673, 10197.951625],
    ] as const) {
      const found = rate(events, 1);
      expect((found?.low ?? 0) / low).toBeCloseTo(1, 8);
      expect((found?.high ?? 0) / high).toBeCloseTo(1, 8);
    }
  });

  test('lies within its interval, and both scale with the time', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.double({ min: 0.1, max: 500, noNaN: true }), (events, time) => {
        const found = rate(events, time);
        const unit = rate(events, 1);
        if (!found || !unit) throw new Error('There was time.');
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThan(found.value);
        expect(found.high * time).toBeCloseTo(unit.high, 6);
      }),
    );
  });

  test('is told apart from another only where their ranges do not meet (HMI 8.10, 8.24)', () => {
    const [few, many, some] = [rate(5, 10), rate(60, 10), rate(9, 10)];
    if (!few || !many || !some) throw new Error('There was time.');
    expect(canBeToldApart(few, many)).toBe(true);
    expect(canBeToldApart(many, few)).toBe(true);
    expect(canBeToldApart(few, some)).toBe(false);
  });
});
