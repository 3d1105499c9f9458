import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastShown, shownCounts } from '../../../shared/insight/suppression';

describe('Small groups', () => {
  test('are hidden below five, and so is the smallest of the others where one alone could be worked out', () => {
    expect(shownCounts([30, 12, 9])).toEqual([true, true, true]);
    expect(shownCounts([30, 12, 3])).toEqual([true, false, false]);
    expect(shownCounts([2, 40])).toEqual([false, false]);
    expect(shownCounts([30, 4, 3])).toEqual([true, false, false]);
  });

  test('are hidden with another where together they would still speak of fewer than five', () => {
    expect(shownCounts([30, 12, 1, 2])).toEqual([true, false, false, false]);
    expect(shownCounts([0, 0, 0])).toEqual([false, false, false]);
  });

  test('can never be worked out from what is shown and the whole, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(6), fc.nat(200)), { minLength: 2, maxLength: 6 }), (counts) => {
        const shown = shownCounts(counts);
        const hidden = counts.filter((_count, at) => !shown[at]);
        for (const [at, count] of counts.entries()) if (shown[at]) expect(count).toBeGreaterThanOrEqual(leastShown);
        expect(hidden.length).not.toBe(1);
        const sum = hidden.reduce((all, count) => all + count, 0);
        if (hidden.length > 0) expect(sum >= leastShown || hidden.length === counts.length).toBe(true);
      }),
    );
  });
});
