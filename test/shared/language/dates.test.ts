import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageOn,
  daysBetween,
  dueWords,
  formatDay,
  formatDayWithYear,
  isLate,
  lateWords,
  weekdayOf,
} from '../../../shared/language/dates';

describe('dates', () => {
  it('writes a day with its weekday, and the year where asked', () => {
    expect(formatDay('2026-03-03')).toBe('Tue 3 Mar');
    expect(formatDayWithYear('2026-03-27')).toBe('Fri 27 Mar 2026');
  });

  it('counts days across the clock change without losing one', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });

  it('says how late or how soon in plain words', () => {
    expect(dueWords('2026-02-25', '2026-03-03')).toBe('6 days overdue');
    expect(dueWords('2026-03-02', '2026-03-03')).toBe('1 day overdue');
    expect(dueWords('2026-03-03', '2026-03-03')).toBe('today');
    expect(dueWords('2026-03-04', '2026-03-03')).toBe('tomorrow');
    expect(dueWords('2026-03-06', '2026-03-03')).toBe('in 3 days');
    expect(lateWords('2026-02-19', '2026-03-03')).toBe('12 days late');
  });

  it('does not call something late on the day it is due', () => {
    expect(isLate('2026-03-03', '2026-03-03')).toBe(false);
    expect(isLate('2026-03-02', '2026-03-03')).toBe(true);
    expect(isLate(null, '2026-03-03')).toBe(false);
  });

  it('adds a year of age on the birthday and not before', () => {
    expect(ageOn('1997-09-02', '2026-09-01')).toBe(28);
    expect(ageOn('1997-09-02', '2026-09-02')).toBe(29);
  });

  it('numbers Sunday 7', () => {
    expect(weekdayOf('2026-03-01')).toBe(7);
    expect(weekdayOf('2026-03-02')).toBe(1);
  });

  it('comes back to the same day after adding and taking away any number of days', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (date, days) => {
          const day = date.toISOString().slice(0, 10);
          expect(daysBetween(day, addDays(day, days))).toBe(days);
        },
      ),
    );
  });
});
