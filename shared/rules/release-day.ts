import { addDays, weekdayOf } from '../language/dates';
import { bankHolidays } from './bank-holidays';

const closed: ReadonlySet<string> = new Set(bankHolidays);

/** A bank holiday in England and Wales. */
export function isBankHoliday(day: string): boolean {
  return closed.has(day);
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
 * script or money for days (CAM 3.3.51, 3.3.59, R11.iv). Null where the day is a good one.
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
