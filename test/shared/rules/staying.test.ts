import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/language/dates';
import {
  cautionsOnLeaving,
  groundsForLeaving,
  type LeavingFacts,
  monthsBetween,
  retentionDue,
  reviewReasons,
  type SchemeRules,
  stepDown,
  timeOnScheme,
} from '../../../shared/rules/staying';

const today = '2026-03-03';
const rules: SchemeRules = { custodyRule: 'keeps', longStayMonths: 24, stepsDownFirst: true, retentionYears: 6, reviewWeeks: 13 };
const review = { reviewDue: '2026-06-01', adoptedOn: '2025-09-01', reviewedOn: null, isInCustody: false };
const leaving: LeavingFacts = {
  colour: 'A',
  colourSince: '2026-01-01',
  intensity: 'standard',
  adoptedOn: '2025-12-01',
  lastOffenceOn: '2026-02-01',
  progress: ['some'],
  releaseOn: null,
  isInCustody: false,
  orderEndsOn: null,
};
const grounds = (fields: Partial<LeavingFacts>) => groundsForLeaving({ ...leaving, ...fields }, rules, today).map(({ ground }) => ground);

describe('time on the scheme', () => {
  test('is said in years, months and weeks', () => {
    expect(timeOnScheme('2023-12-01', today)).toBe('2 years 3 months');
    expect(timeOnScheme('2025-03-03', today)).toBe('1 year');
    expect(timeOnScheme('2025-03-04', today)).toBe('11 months');
    expect(timeOnScheme('2026-02-24', today)).toBe('1 week');
  });

  test('grows with the days and is never less than none', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(400), (since, more) => {
        const from = addDays(today, -since);
        expect(monthsBetween(from, addDays(today, more))).toBeGreaterThanOrEqual(monthsBetween(from, today));
        expect(monthsBetween(addDays(today, more), today)).toBe(0);
      }),
    );
  });
});

describe('why someone is to be reviewed', () => {
  test('is a date that is late, near or missing, for a review date is always set (CAM R19)', () => {
    expect(reviewReasons({ ...review, reviewDue: '2026-03-02' }, rules, today)).toEqual(['overdue']);
    expect(reviewReasons({ ...review, reviewDue: '2026-03-20' }, rules, today)).toEqual(['due']);
    expect(reviewReasons({ ...review, reviewDue: null }, rules, today)).toEqual(['no-date']);
    expect(reviewReasons(review, rules, today)).toEqual([]);
  });

  test('is the two-year mark, until a review after it has argued for staying (CAM 2.1.7)', () => {
    const long = { ...review, adoptedOn: '2024-01-10' };
    expect(reviewReasons(long, rules, today)).toEqual(['long-stay']);
    expect(reviewReasons({ ...long, reviewedOn: '2025-12-01' }, rules, today)).toEqual(['long-stay']);
    expect(reviewReasons({ ...long, reviewedOn: '2026-02-01' }, rules, today)).toEqual([]);
  });

  test('is custody only by the rule of the scheme, and custody ends no place by itself (HMI 6.3)', () => {
    const inside = { ...review, isInCustody: true };
    expect(reviewReasons(inside, rules, today)).toEqual([]);
    expect(reviewReasons(inside, { ...rules, custodyRule: 'review' }, today)).toEqual(['custody']);
    expect(grounds({ isInCustody: true, lastOffenceOn: null })).toEqual([]);
    expect(grounds({ isInCustody: true, releaseOn: '2027-06-01' })).toEqual(['long-sentence']);
  });
});

describe('what speaks for leaving', () => {
  test('is each ground with its evidence (CAM R18)', () => {
    const found = groundsForLeaving(
      {
        ...leaving,
        colour: 'G',
        colourSince: '2025-08-01',
        lastOffenceOn: '2025-06-01',
        progress: ['good', 'good'],
        adoptedOn: '2023-05-01',
        orderEndsOn: '2026-01-31',
      },
      rules,
      today,
    );
    expect(found.map(({ ground }) => ground)).toEqual([
      'no-recent-offending',
      'lower-risk',
      'needs-met',
      'resource-better-used',
      'order-ended',
    ]);
    for (const { evidence } of found) expect(evidence).toMatch(/\.$/);
    expect(grounds({})).toEqual([]);
    expect(grounds({ lastOffenceOn: null })).toEqual([]);
  });

  test('is held against what speaks for stepping down first (CAM 3.2.10, R19)', () => {
    expect(cautionsOnLeaving(leaving, rules, ['needs-met'])).toEqual([expect.stringMatching(/steps down to light touch/)]);
    expect(cautionsOnLeaving({ ...leaving, intensity: 'light' }, rules, ['needs-met'])).toEqual([]);
    expect(cautionsOnLeaving(leaving, rules, ['moved-away'])).toEqual([]);
    expect(cautionsOnLeaving({ ...leaving, colour: 'R', intensity: 'light' }, rules, ['unsuitable'])).toEqual(['The case is Red.']);
  });
});

test('Intensity steps down once at a time and ends at light touch (CAM R19).', () => {
  expect([stepDown(null), stepDown('intensive'), stepDown('standard'), stepDown('light')]).toEqual(['light', 'standard', 'light', null]);
});

test('What is held is due for a decision on the same day years later, also from a leap day.', () => {
  expect(retentionDue('2020-03-03', 6)).toBe('2026-03-03');
  expect(retentionDue('2020-02-29', 6)).toBe('2026-03-01');
  expect(retentionDue('2020-02-29', 4)).toBe('2024-02-29');
});
