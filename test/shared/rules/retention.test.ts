import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retentionKindOf, retentionKinds } from '../../../shared/language/retention';
import { backupsGoneFrom, defaultRetention, dueAfter, monthsInWords, retentionRules, ruleInWords } from '../../../shared/rules/retention';

test('A rule of each kind holds, with a reason and a source, until the scheme sets its own.', () => {
  expect(retentionRules([]).map(({ kind }) => kind)).toEqual(retentionKinds);
  for (const { reason, source, months } of retentionRules([])) expect([reason, source, months].every(Boolean)).toBe(true);
  const own = { kind: 'died', months: 30, reason: 'Agreed with the coroner.', source: 'Board, 3 March' } as const;
  expect(retentionRules([own]).find(({ kind }) => kind === 'died')).toEqual(own);
  expect(retentionRules([own]).find(({ kind }) => kind === 'left')?.months).toBe(defaultRetention.left.months);
});

test('Death decides over every other ground for leaving, and a transfer over the rest.', () => {
  expect(retentionKindOf(['needs-met', 'moved-away', 'died'])).toBe('died');
  expect(retentionKindOf(['needs-met', 'other-scheme'])).toBe('transferred');
  expect(retentionKindOf([])).toBe('left');
});

test('The time is said in years where it is whole years.', () => {
  expect([1, 12, 18, 72].map(monthsInWords)).toEqual(['1 month', '1 year', '18 months', '6 years']);
  expect(ruleInWords({ kind: 'left', months: 72, reason: '', source: '' })).toBe('Left the scheme: 6 years');
});

test('The day that it is due on is the same day of a later month, or the first of the next where there is no such day.', () => {
  expect(dueAfter('2026-03-03', 72)).toBe('2032-03-03');
  expect(dueAfter('2024-02-29', 12)).toBe('2025-03-01');
  expect(dueAfter('2026-08-31', 18)).toBe('2028-03-01');
  expect(dueAfter('2026-12-31', 2)).toBe('2027-03-01');
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 300 }), (from, months) => {
      const due = dueAfter(from, months);
      expect(due > from).toBe(true);
      expect(dueAfter(from, months + 1) >= due).toBe(true);
    }),
  );
});

test('The last backup from before goes with the first of the twelfth month after its own.', () => {
  expect(backupsGoneFrom('2026-03-03T10:00:00.000Z')).toBe('2027-03-01');
});
