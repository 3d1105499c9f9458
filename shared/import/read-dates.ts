import { formatPlainDay } from '../language/dates';
import { cleanLine, saysNothing } from './cell-text';
import { blank, problem, type Reading, readAs } from './reading';

/** `birth`: in the past, of someone old enough to be a case. `event`: any day that a scheme writes down. */
export type DateKind = 'birth' | 'event';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** The age of criminal responsibility in England and Wales. */
const youngest = 10;
const oldest = 110;
/** 1 Jan 1970 as Excel counts days. */
const serialOfEpoch = 25_569;
const millisecondsOfDay = 86_400_000;

interface Written {
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly weekday: string | null;
}

const timeOfDay = /[ ,T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm|z)?$/i;
/** What a list of birthdays often has behind each: `12/05/1999 (26)`, `12/05/1999 - age 26`. */
const ageBehind = /\s*(?:[([]\s*(?:aged?\s*)?\d{1,2}\s*(?:y(?:ea)?rs?|yo)?(?: old)?\s*[)\]]|[-–,]?\s*aged?\s*:?\s*\d{1,2})\s*$/i;
const anAge = /^(?:aged?\s*:?\s*)?\d{1,2}\s*(?:y(?:ea)?rs?|yo)?(?: old)?$/i;
const aWeek = /^(?:w\s*[/.]?\s*[cbe]|wk|week)\b/i;
const weekdayFirst = /^(sun|mon|tue|wed|thu|fri|sat)[a-z]*[., ]+/i;

/**
 * A date as it is written in Britain, day before month, to `YYYY-MM-DD`. Also ISO dates, months by name, and the day
 * counts of Excel. What cannot be told for certain is a problem and never a guess: `02/28/2026` could only be American.
 * @param today `YYYY-MM-DD`; decides the century of a year with two digits.
 */
export function readDate(text: string, kind: DateKind, today: string): Reading<string> {
  const line = cleanLine(text);
  if (saysNothing(line)) return blank;
  const serial = readSerial(line);
  if (serial !== null) return withinReason(serial, kind, today);
  const bare = kind === 'birth' ? line.replace(ageBehind, '') : line;
  if (kind === 'birth' && anAge.test(line)) return problem('This is an age and not a date of birth');
  const written = takeApart(bare.replace(timeOfDay, ''));
  if (typeof written === 'string') return problem(written);
  const { month, day } = written;
  if (month < 1 || month > 12) {
    return day >= 1 && day <= 12
      ? problem(`${month} cannot be a month: the day and the month look the wrong way round`)
      : problem(`There is no month ${month}`);
  }
  const year = fullYear(written, kind, today);
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isRealDay(year, month, day)) return problem(`There is no ${day} ${capital(monthNames[month - 1] ?? '')} ${year}`);
  const weekday = weekdayNames[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? '';
  if (written.weekday !== null && !weekday.startsWith(written.weekday)) {
    return problem(`${formatPlainDay(iso)} is a ${capital(weekday)}: the day of the week and the date do not agree`);
  }
  return withinReason(iso, kind, today);
}

/** The day, month and year as they stand, or the sentence that says why they cannot be told. */
function takeApart(text: string): Written | string {
  const weekday = weekdayFirst.exec(text)?.[1]?.toLowerCase() ?? null;
  const rest = (weekday === null ? text : text.replace(weekdayFirst, '')).trim();
  const written = (year: string | undefined, month: number, day: string | undefined): Written => ({
    year: year ?? '',
    month,
    day: Number(day),
    weekday,
  });

  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(rest) ?? /^((?:19|20)\d{2})([01]\d)([0-3]\d)$/.exec(rest);
  if (iso) return written(iso[1], Number(iso[2]), iso[3]);
  const numbers = /^(\d{1,2})\s*[-/.\\ ]\s*(\d{1,2})\s*[-/.\\ ]\s*(\d{4}|\d{2})$/.exec(rest);
  if (numbers) return written(numbers[3], Number(numbers[2]), numbers[1]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[-/. ]*([a-z]{3,9})[-/., ’']*(\d{4}|\d{2})$/i.exec(rest);
  if (dayFirst) return byName(dayFirst[2] ?? '', (month) => written(dayFirst[3], month, dayFirst[1]));
  const monthFirst = /^([a-z]{3,9})[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})$/i.exec(rest);
  if (monthFirst) return byName(monthFirst[1] ?? '', (month) => written(monthFirst[3], month, monthFirst[2]));

  if (aWeek.test(rest)) return 'This is a week and not a day';
  if (/^(19|20)\d{2}$/.test(rest)) return 'Only a year is given';
  if (/^[a-z]{3,9}[-/., ]*(\d{4}|\d{2})$/i.test(rest) || /^\d{1,2}[-/.]\d{4}$/.test(rest)) return 'The day is missing';
  if (/^\d{1,2}[-/.]\d{1,2}$/.test(rest) || isDayOfMonth(rest)) return 'The year is missing';
  if (/\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(rest)) return 'There is more than one date, or more than a date, in the cell';
  return 'This is not a date';
}

/** `14th March`, `March 14`. */
function isDayOfMonth(text: string): boolean {
  const [, one, other] =
    /^(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[-/. ]*([a-z]{3,9})|([a-z]{3,9})[-/. ]*\d{1,2}(?:st|nd|rd|th))$/i.exec(text) ?? [];
  return monthCalled(one ?? other ?? '') >= 0;
}

function byName(name: string, build: (month: number) => Written): Written | string {
  const month = monthCalled(name);
  return month < 0 ? `“${name}” is not a month` : build(month + 1);
}

/** From 0; less where it is none. */
function monthCalled(name: string): number {
  const start = name.toLowerCase();
  return monthNames.findIndex((full) => full === start || full.slice(0, 3) === start || (start.length === 4 && full.startsWith(start)));
}

/** A date that lost its format arrives as Excel's count of days. Below 10,000 (1927) it is taken for some other number. */
function readSerial(line: string): string | null {
  if (!/^\d{5}(\.\d+)?$/.test(line)) return null;
  const days = Math.floor(Number(line)) - serialOfEpoch;
  return Number(line) < 10_000 ? null : new Date(days * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Two digits: a birth is the latest that makes the person old enough; anything else lies within 20 years ahead. */
function fullYear({ year, month, day }: Written, kind: DateKind, today: string): number {
  if (year.length === 4) return Number(year);
  const thisYear = Number(today.slice(0, 4));
  const latest = kind === 'birth' ? thisYear - youngest : thisYear + 20;
  const inThisCentury = Math.floor(latest / 100) * 100 + Number(year);
  const isBeforeBirthday = month * 100 + day > Number(today.slice(5, 7)) * 100 + Number(today.slice(8, 10));
  const isTooLate = inThisCentury > latest || (kind === 'birth' && inThisCentury === latest && isBeforeBirthday);
  return isTooLate ? inThisCentury - 100 : inThisCentury;
}

function isRealDay(year: number, month: number, day: number): boolean {
  // A year below 100 would be taken for 19xx by Date.UTC.
  if (year < 100 || day < 1 || day > 31) return false;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function withinReason(iso: string, kind: DateKind, today: string): Reading<string> {
  if (iso < '1900-01-01') return problem(`${formatPlainDay(iso)} is before 1900`);
  if (iso > '2100-12-31') return problem(`${formatPlainDay(iso)} is after 2100`);
  if (kind === 'event') return readAs(iso);
  if (iso > today) return problem(`A date of birth cannot be in the future (${formatPlainDay(iso)})`);
  const years = Number(today.slice(0, 4)) - Number(iso.slice(0, 4)) - (today.slice(5) < iso.slice(5) ? 1 : 0);
  if (years < youngest) return problem(`Born ${formatPlainDay(iso)}, the person would be ${years}: the year looks wrong`);
  if (years > oldest) return problem(`Born ${formatPlainDay(iso)}, the person would be ${years}: the year looks wrong`);
  return readAs(iso);
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
