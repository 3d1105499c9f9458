import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextExchangeIn } from '../../../shared/rules/exchange-pace';

const usual = { isConferenceRunning: false, isWaiting: false, failures: 0, quietFor: 0 };
const minute = 60_000;

test('During a conference the folder is looked at every few seconds, and every few minutes when nothing happens.', () => {
  expect(nextExchangeIn({ ...usual, isConferenceRunning: true })).toBe(3_000);
  expect(nextExchangeIn(usual)).toBe(15_000);
  expect(nextExchangeIn({ ...usual, quietFor: 30 * minute })).toBe(minute);
  expect(nextExchangeIn({ ...usual, quietFor: 600 * minute })).toBe(5 * minute);
});

test('What was recorded goes within two seconds.', () => {
  expect(nextExchangeIn({ ...usual, isWaiting: true, quietFor: 600 * minute })).toBe(2_000);
});

test('A folder that fails is asked ever more seldom, and never more seldom than every ten minutes.', () => {
  const waits = Array.from({ length: 12 }, (_, index) => nextExchangeIn({ ...usual, failures: index + 1 }));
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(waits[0]).toBe(15_000);
  expect(waits.at(-1)).toBe(10 * minute);
});

test('However things stand, the next look is between a second and ten minutes away.', () => {
  const pace = fc.record({ isConferenceRunning: fc.boolean(), isWaiting: fc.boolean(), failures: fc.nat(), quietFor: fc.integer() });
  fc.assert(
    fc.property(pace, (state) => {
      const wait = nextExchangeIn(state);
      expect(wait).toBeGreaterThanOrEqual(1_000);
      expect(wait).toBeLessThanOrEqual(10 * minute);
    }),
  );
});
