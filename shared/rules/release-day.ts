import { addDays, weekdayOf } from '../language/dates';

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const firstMonday = (from: string) => addDays(from, (8 - weekdayOf(from)) % 7);
const lastMonday = (lastDay: string) => addDays(lastDay, -(weekdayOf(lastDay) - 1));

/** Days that were moved or added once. */
const moved: Readonly<Record<string, string>> = { '2020-05-04': '2020-05-08', '2022-05-30': '2022-06-02' };
const added = ['2022-06-03', '2022-09-19', '2023-05-08'];

function bankHolidaysOf(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const days = new Set<string>([addDays(easter, -2), addDays(easter, 1), ...added]);
  const floating = [firstMonday(`${year}-05-01`), lastMonday(`${year}-05-31`), lastMonday(`${year}-08-31`)];
  for (const day of floating) days.add(moved[day] ?? day);
  // One that falls on a weekend moves to the next weekday that is not one already.
  for (const day of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]) {
    let substitute = day;
    while (weekdayOf(substitute) > 5 || days.has(substitute)) substitute = addDays(substitute, 1);
    days.add(substitute);
  }
  return days;
}

const years = new Map<number, ReadonlySet<string>>();

/** A bank holiday in England and Wales, by the rules in force; days proclaimed later are not known. */
export function isBankHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  let days = years.get(year);
  if (!days) {
    days = bankHolidaysOf(year);
    years.set(year, days);
  }
  return days.has(day);
}

/** Whether housing, pharmacy and Jobcentre are open on a day. */
export function isWorkingDay(day: string): boolean {
  return weekdayOf(day) <= 5 && !isBankHoliday(day);
}

export interface ReleaseFlag {
  readonly kind: 'friday' | 'before-holiday' | 'closed-day';
  /** For the flag itself: "Friday". */
  readonly words: string;
  /** The next day on which services are open. */
  readonly opensAgain: string;
  /** Two days to ask for instead, the earlier first: both with a working day after them. */
  readonly askFor: readonly [string, string];
}

/** A good day to be released: services are open that day and the next. */
const isGoodDay = (day: string) => isWorkingDay(day) && isWorkingDay(addDays(day, 1));

/** The two good days nearest before a day. */
function goodDaysBefore(day: string): readonly [string, string] {
  const found: string[] = [];
  for (let at = addDays(day, -1); found.length < 2; at = addDays(at, -1)) if (isGoodDay(at)) found.unshift(at);
  const [first = day, second = day] = found;
  return [first, second];
}

/**
 * A release on a Friday, before a bank holiday, or on a day when everything is shut leaves someone without housing,
 * script or money for days (CAM R11.iv). Null where the day is a good one.
 */
export function releaseFlag(releaseOn: string): ReleaseFlag | null {
  if (isGoodDay(releaseOn)) return null;
  let opensAgain = addDays(releaseOn, 1);
  while (!isWorkingDay(opensAgain)) opensAgain = addDays(opensAgain, 1);
  const askFor = goodDaysBefore(releaseOn);
  if (isBankHoliday(releaseOn)) return { kind: 'closed-day', words: 'Bank holiday', opensAgain, askFor };
  if (!isWorkingDay(releaseOn)) return { kind: 'closed-day', words: 'Weekend', opensAgain, askFor };
  if (weekdayOf(releaseOn) === 5) return { kind: 'friday', words: 'Friday', opensAgain, askFor };
  return { kind: 'before-holiday', words: 'Before a bank holiday', opensAgain, askFor };
}
