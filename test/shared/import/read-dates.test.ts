import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../shared/import/read-dates';
import { formatDayWithYear, formatPlainDay } from '../../../shared/language/dates';
import { today } from '../../fixtures/case-builders';

const value = (text: string, kind: 'birth' | 'event' = 'event') => {
  const read = readDate(text, kind, today);
  return read.kind === 'value' ? read.value : read.kind;
};
const reason = (text: string, kind: 'birth' | 'event' = 'event') => {
  const read = readDate(text, kind, today);
  return read.kind === 'problem' ? read.reason : read.kind;
};

describe('reading a date', () => {
  it.each([
    ['3/2/26', '2026-02-03'],
    ['03/02/2026', '2026-02-03'],
    ['03.02.2026', '2026-02-03'],
    ['03-02-26', '2026-02-03'],
    ['3 Feb 2026', '2026-02-03'],
    ['3rd February 2026', '2026-02-03'],
    ['3-Feb-26', '2026-02-03'],
    ['03FEB2026', '2026-02-03'],
    ['Tue 3 Feb 2026', '2026-02-03'],
    ['Tuesday, 3 February 2026', '2026-02-03'],
    ['3 Sept 2026', '2026-09-03'],
    ['March 3, 2026', '2026-03-03'],
    ['2026-02-03', '2026-02-03'],
    ['2026-02-03T00:00:00', '2026-02-03'],
    ['03/02/2026 14:30', '2026-02-03'],
    ['20260203', '2026-02-03'],
    ['46056', '2026-02-03'],
    ['46056.5', '2026-02-03'],
    ['29/02/2024', '2024-02-29'],
    [' 3 / 2 / 2026 ', '2026-02-03'],
    ['1/1/45', '2045-01-01'],
    ['1/1/47', '1947-01-01'],
  ])('takes %j as the day %s', (text, day) => {
    expect(value(text)).toBe(day);
  });

  it.each(['', ' ', 'n/a', 'N/A', '-', '--', '?', 'TBC', 'not known', 'None'])('takes %j as nothing', (text) => {
    expect(value(text)).toBe('blank');
  });

  it.each([
    ['31/02/2026', 'There is no 31 February 2026'],
    ['29/02/2026', 'There is no 29 February 2026'],
    ['0/1/2026', 'There is no 0 January 2026'],
    ['02/28/2026', '28 cannot be a month: the day and the month look the wrong way round'],
    ['13/13/2026', 'There is no month 13'],
    ['31/12/1899', '31 Dec 1899 is before 1900'],
    ['01/01/2101', '1 Jan 2101 is after 2100'],
    ['Mon 3 Feb 2026', '3 Feb 2026 is a Tuesday: the day of the week and the date do not agree'],
    ['March 2026', 'The day is missing'],
    ['14th March', 'The year is missing'],
    ['Fri 27 Mar', 'The year is missing'],
    ['w/c 3 Nov', 'This is a week and not a day'],
    ['w/e 07/11/2026', 'This is a week and not a day'],
    ['wk 45', 'This is a week and not a day'],
    ['3/2', 'The year is missing'],
    ['1987', 'Only a year is given'],
    ['03/02/2026 or 10/02/2026', 'There is more than one date, or more than a date, in the cell'],
    ['soon', 'This is not a date'],
    ['3 Fbe 2026', '“Fbe” is not a month'],
    ['=1+1', 'This is not a date'],
  ])('refuses %j and says why', (text, words) => {
    expect(reason(text)).toBe(words);
  });

  it('takes two-digit years of birth as the past', () => {
    expect(value('03/02/94', 'birth')).toBe('1994-02-03');
    expect(value('03/02/05', 'birth')).toBe('2005-02-03');
    expect(value('03/03/16', 'birth')).toBe('2016-03-03');
    expect(value('04/03/16', 'birth')).toBe('1916-03-04');
    expect(value('03/02/30', 'birth')).toBe('1930-02-03');
  });

  it('refuses a birth in the future, of a child under ten and of someone past 110', () => {
    expect(reason('03/02/2030', 'birth')).toContain('cannot be in the future');
    expect(reason('03/02/2020', 'birth')).toContain('would be 6');
    expect(reason('03/02/1901', 'birth')).toContain('would be 125');
  });

  it('comes back to the same day from every way of writing it', () => {
    const days = fc
      .date({ min: new Date('1927-06-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split('-').map(Number);
        const serial = Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;
        const written = [
          day,
          formatPlainDay(day),
          formatDayWithYear(day),
          `${date}/${month}/${year}`,
          `${date}.${month}.${year}`,
          `${date} - ${month} - ${year}`,
          String(serial),
        ];
        for (const text of written) expect(value(text)).toBe(day);
      }),
    );
  });

  it('never throws and only ever gives real days', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d/ .-]{0,14}$/)),
        fc.constantFrom('birth', 'event'),
        (text, kind) => {
          const read = readDate(text, kind, today);
          if (read.kind === 'value') expect(new Date(`${read.value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.value);
        },
      ),
    );
  });
});

describe('reading a date of birth from a list that gives the age as well', () => {
  it.each([
    '12/05/1999 (26)',
    '12/05/1999 (aged 26)',
    '12 May 1999 [26 yrs]',
    '12/05/1999 (26 years old)',
    '12/05/99 - age 26',
    '12/05/1999, aged 26',
  ])('takes the day of %j', (text) => {
    expect(value(text, 'birth')).toBe('1999-05-12');
    expect(value(text)).toBe('problem');
  });

  it.each(['34', '34 yrs', 'Age 34', '27 years old', 'aged: 34'])('never makes a date of the age %j', (text) => {
    expect(reason(text, 'birth')).toBe('This is an age and not a date of birth');
  });
});
