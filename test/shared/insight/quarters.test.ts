import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullQuarters, lastFullQuarter, quarterById, quarterOf } from '../../../shared/insight/quarters';
import { addDays, daysBetween } from '../../../shared/language/dates';

test('The last full quarter is over on the day that is asked, also on the first and the last day of one.', () => {
  const expected = { id: '2025-Q4', from: '2025-10-01', to: '2025-12-31', name: 'October to December 2025' };
  for (const today of ['2026-01-01', '2026-03-03', '2026-03-31']) expect(lastFullQuarter(today)).toEqual(expected);
  expect(lastFullQuarter('2026-04-01').id).toBe('2026-Q1');
});

test('Quarters go back to the one with the first day of which anything is known, the latest first.', () => {
  expect(fullQuarters('2025-04-08', '2026-03-03').map(({ id }) => id)).toEqual(['2025-Q4', '2025-Q3', '2025-Q2']);
  expect(fullQuarters('2026-02-01', '2026-03-03').map(({ id }) => id)).toEqual(['2025-Q4']);
});

test('Every day is in exactly one quarter, and quarters follow each other without a gap.', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
      const day = addDays('1990-01-01', days);
      const quarter = quarterOf(day);
      expect(quarter.from <= day && day <= quarter.to).toBe(true);
      expect(quarterById(quarter.id)).toEqual(quarter);
      expect(quarterOf(addDays(quarter.to, 1)).from).toBe(addDays(quarter.to, 1));
      expect([89, 90, 91]).toContain(daysBetween(quarter.from, quarter.to));
    }),
  );
  expect(quarterById('2025-Q5')).toBeNull();
});
