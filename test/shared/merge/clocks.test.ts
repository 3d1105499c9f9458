import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInMilliseconds, furthestFollowed, standingSince, suspicionOf } from '../../../shared/merge/clocks';
import { timelineOf, valueAt } from '../../../shared/merge/timeline';

const stampOf = (at: number, device = 'a') => `${String(at).padStart(15, '0')}-0000-${device}`;
const now = Date.UTC(2026, 2, 3);
const tenYears = 3650 * dayInMilliseconds;

test('One clock that is years ahead carries nobody along, however many agree with this one.', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3600, max: 3600 }), { maxLength: 6 }), fc.integer({ min: 2, max: 10 }), (others, years) => {
      const stamps = others.map((seconds) => stampOf(now + seconds * 1000));
      const ahead = stampOf(now + years * 365 * dayInMilliseconds);
      expect(furthestFollowed(now, [...stamps, ahead])).toBeLessThanOrEqual(now + 3_600_000 + dayInMilliseconds);
    }),
  );
});

test('A device whose own clock stands ten years back follows two others that agree.', () => {
  expect(furthestFollowed(now - tenYears, [stampOf(now), stampOf(now + 1000)])).toBeGreaterThan(now);
});

test('A stamp is told of where it lies more than a day ahead, or before what it was written on top of.', () => {
  expect(suspicionOf(stampOf(now + 2 * dayInMilliseconds), [], now)).toBe('ahead');
  expect(suspicionOf(stampOf(now - tenYears), [stampOf(now)], now)).toBe('behind');
  expect(suspicionOf(stampOf(now), [stampOf(now + 1000), ''], now)).toBeNull();
});

test('A value written on top of another never comes to hold before it, whatever the clocks said.', () => {
  const opened = { field: 'is_open', stamp: stampOf(500), value: 1, base: '' };
  const closed = { field: 'is_open', stamp: stampOf(100, 'b'), value: 0, base: opened.stamp };
  for (const puts of [
    [opened, closed],
    [closed, opened],
  ]) {
    const timeline = timelineOf(puts);
    expect(timeline.map(({ value }) => value)).toEqual([1, 0]);
    expect(valueAt(timeline, stampOf(400))).toBe(1);
    expect(valueAt(timeline, stampOf(600))).toBe(0);
  }
});

test('What stands since an instant stands since then, and begins again where the clock was set back before it.', () => {
  expect(standingSince(undefined, now)).toBe(now);
  expect(standingSince(now - 5_000, now)).toBe(now - 5_000);
  expect(standingSince(now + tenYears, now)).toBe(now);
});
