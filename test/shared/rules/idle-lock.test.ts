import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untilIdleLock } from '../../../shared/rules/idle-lock';

const settings = { minutes: 10, duringConference: false };
const at = (lastInputAt: number, isConferenceOpen = false) => ({ lastInputAt, isConferenceOpen });
const minute = 60_000;

test('A scheme locks when nobody has typed or pointed for the minutes that are set, and not before.', () => {
  expect(untilIdleLock(settings, at(0), 0)).toBe(10 * minute);
  expect(untilIdleLock(settings, at(0), 10 * minute - 1)).toBe(1);
  expect(untilIdleLock(settings, at(0), 10 * minute)).toBe(0);
});

test('While a running conference is on the screen it does not lock, unless it is set so.', () => {
  expect(untilIdleLock(settings, at(0, true), 90 * minute)).toBe(null);
  expect(untilIdleLock({ ...settings, duringConference: true }, at(0, true), 90 * minute)).toBeLessThan(0);
});

test('However clocks are set, it never waits longer than the minutes that are set.', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (last, now) => {
      expect(untilIdleLock(settings, at(last), now)).toBeLessThanOrEqual(10 * minute);
    }),
  );
});
