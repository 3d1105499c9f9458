import { addDays, weekdayOf } from '../language/dates';

/** A stretch of a line, from its first character to the one after its last. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

export interface DateWords extends TextSpan {
  /** `YYYY-MM-DD`, never before `today`. */
  readonly day: string;
}

/** Words before a day that say it is when something is due; they go with it. */
const dueLead = /(?:^|[\s,;(])(?:(?:due|no later than|not later than|by|before|on|for)\s+)+(?:the\s+)?$/i;
/** Words that make a day a fact of the matter, not a date to act by. */
const factLead = /(?:^|[\s,;(])(?:last|since|from|of|every|each|until|till|after|between|dated|born|previous)\s+(?:the\s+)?$/i;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weekday = '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?';
const before = `(?:${weekday.replace('(', '(?:')},?\\s+)?(?:the\\s+)?`;

interface Reader {
  readonly pattern: RegExp;
  /** The day that the words mean, or null where they mean none. */
  readonly read: (found: readonly (string | undefined)[], context: Context) => string | null;
}

interface Context {
  readonly today: string;
  readonly nextMeeting: string | null;
  readonly isLed: boolean;
  readonly isLast: boolean;
}

/** A day of the year that comes round only after this many days was most likely meant as one that is past. */
const farAhead = 270;

const readers: readonly Reader[] = [
  {
    pattern: /\b(?:the )?next (?:meeting|conference|time)\b/gi,
    read: (_, { nextMeeting, isLed, isLast }) => (isLed || isLast ? nextMeeting : null),
  },
  { pattern: /\b(?:today|tonight)\b/gi, read: (_, { today }) => today },
  { pattern: /\b(?:tomorrow|tmrw|tmw)\b/gi, read: (_, { today }) => addDays(today, 1) },
  { pattern: /\b(?:end of (?:the |this )?week|eow)\b/gi, read: (_, { today }) => nextWeekday(today, 5, 0) },
  { pattern: /\bend of next week\b/gi, read: (_, { today }) => weekdayOfNextWeek(today, 5) },
  { pattern: /\b(?:end of (?:the |this )?month|month end|eom)\b/gi, read: (_, { today }) => endOfMonth(today, 0) },
  { pattern: /\bend of next month\b/gi, read: (_, { today }) => endOfMonth(today, 1) },
  { pattern: /\bnext week\b/gi, read: (_, { today }) => addDays(today, 7) },
  { pattern: /\bnext month\b/gi, read: (_, { today }) => addMonths(today, 1) },
  {
    pattern: new RegExp(
      `\\b(?:with)?in (\\d{1,3}|an?|a couple of|${numbers.join('|')})\\s+(day|week|fortnight|month)s?(?:['’]?\\s+time)?\\b`,
      'gi',
    ),
    read: ([, count = '', unit = ''], { today }) => after(today, countOf(count.toLowerCase()), unit.toLowerCase()),
  },
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    read: ([, year, of, on], { today }) => notPast(dayOf(Number(year), Number(of), Number(on)), today),
  },
  {
    pattern: new RegExp(`\\b${before}${dayNumber}\\s+(?:of\\s+)?${month}\\b\\.?(?:,?\\s+(\\d{4})\\b)?`, 'gi'),
    read: ([, on, of, year], context) => inMonth(on, of, year, context),
  },
  {
    pattern: new RegExp(`\\b${month}\\s+${dayNumber}\\b(?:,?\\s+(\\d{4})\\b)?`, 'gi'),
    read: ([, of, on, year], context) => inMonth(on, of, year, context),
  },
  {
    pattern: new RegExp(`(?<![\\d/.-])${before}(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/]|[.-]\\d)`, 'gi'),
    read: ([, on, , of, year = ''], { today }) =>
      notPast(dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), Number(of), Number(on)), today),
  },
  {
    // Bare figures are as often a share or "24/7", so they must be led by a word such as "by" or end the line.
    pattern: new RegExp(`(?<![\\d/.-])${before}(\\d{1,2})/(\\d{1,2})(?![\\d/]|[.]\\d)`, 'gi'),
    read: ([words, on, of], context) =>
      context.isLed || (context.isLast && words !== '24/7') ? nextOf(Number(of), Number(on), context) : null,
  },
  {
    pattern: new RegExp(`\\b(this |next |a week on )?${weekday}( week)?\\b(?!['’]s)`, 'gi'),
    read: ([words = '', which = '', name = '', week], { today, isLed, isLast }) => {
      // "sat", "sun" and "wed" are words too.
      const isPlain = /^(?:sat|sun|wed)$/.test(words) && !isLed && !isLast;
      const iso = weekdays.indexOf(name.slice(0, 3).toLowerCase()) + 1;
      if (isPlain) return null;
      if (which.toLowerCase() === 'next ') return weekdayOfNextWeek(today, iso);
      return addDays(nextWeekday(today, iso, 1), week || /^a week/i.test(which) ? 7 : 0);
    },
  },
  {
    pattern: /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b/gi,
    read: ([words = '', on], { today, isLed }) => (isLed || /^the/i.test(words) ? nextDayOfMonth(Number(on), today) : null),
  },
];

/**
 * The words of a line that say when something is due, with any "by" before them, or null where none does. Of several
 * the last that is led by such a word holds, else the last.
 *
 * A day is never past. A bare weekday is the next one after today, so "Fri" on a Friday is a week away; "next Fri" is
 * the one of next week, from Monday. A day without a year is the next to come, today included. A date with a year that
 * is past, and days after "last", "since", "every" and the like, are facts and no due dates.
 */
export function findDateWords(line: string, today: string, nextMeeting: string | null): DateWords | null {
  const found: (DateWords & { readonly isLed: boolean; readonly length: number })[] = [];
  for (const { pattern, read } of readers)
    for (const match of line.matchAll(pattern)) {
      const start = line.slice(0, match.index);
      const end = match.index + match[0].length;
      if (factLead.test(start)) continue;
      const lead = dueLead.exec(start);
      const leadLength = lead ? lead[0].replace(/^[\s,;(]/, '').length : 0;
      const day = read(match, { today, nextMeeting, isLed: lead !== null, isLast: /^[\s!.,;)]*$/.test(line.slice(end)) });
      if (day !== null) found.push({ from: match.index - leadLength, to: end, day, isLed: lead !== null, length: end - match.index });
    }
  // What lies within a longer reading ("6 Mar" in "Fri 6 Mar") is part of that one.
  const whole = found.filter((one) => !found.some((other) => other.from <= one.from && other.to >= one.to && other.length > one.length));
  const last = (choice: typeof whole) => choice.toSorted((one, other) => other.to - one.to)[0];
  const best = last(whole.filter(({ isLed }) => isLed)) ?? last(whole);
  return best ? { from: best.from, to: best.to, day: best.day } : null;
}

function dayOf(year: number, of: number, on: number): string | null {
  const date = new Date(Date.UTC(year, of - 1, on));
  if (year < 1900 || date.getUTCMonth() !== of - 1 || date.getUTCDate() !== on) return null;
  return date.toISOString().slice(0, 10);
}

const notPast = (day: string | null, today: string) => (day !== null && day >= today ? day : null);

/** The next such day of the year: leap days wait for their year. */
function nextOf(of: number, on: number, { today, isLed }: Context): string | null {
  const year = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = notPast(dayOf(year + ahead, of, on), today);
    if (day !== null) return isLed || day <= addDays(today, farAhead) ? day : null;
  }
  return null;
}

function inMonth(on: string | undefined, of: string | undefined, year: string | undefined, context: Context): string | null {
  const monthNumber = months.indexOf((of ?? '').slice(0, 3).toLowerCase()) + 1;
  return year === undefined
    ? nextOf(monthNumber, Number(on), context)
    : notPast(dayOf(Number(year), monthNumber, Number(on)), context.today);
}

function nextDayOfMonth(on: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const of = Number(today.slice(5, 7));
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const day = notPast(dayOf(year + Math.floor((of - 1 + ahead) / 12), ((of - 1 + ahead) % 12) + 1, on), today);
    if (day !== null) return day;
  }
  return null;
}

/** The next such weekday, at least so many days ahead. */
function nextWeekday(today: string, iso: number, atLeast: 0 | 1): string {
  return addDays(today, atLeast + ((iso - weekdayOf(today) - atLeast + 14) % 7));
}

const weekdayOfNextWeek = (today: string, iso: number) => addDays(today, 7 - weekdayOf(today) + iso);

function addMonths(today: string, count: number): string {
  const last = endOfMonth(today, count);
  return `${last.slice(0, 8)}${today.slice(8) < last.slice(8) ? today.slice(8) : last.slice(8)}`;
}

function endOfMonth(today: string, ahead: number): string {
  return new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) + ahead, 0)).toISOString().slice(0, 10);
}

function countOf(words: string): number {
  if (words === 'a couple of') return 2;
  return /^\d/.test(words) ? Number(words) : Math.max(1, numbers.indexOf(words) + 1);
}

function after(today: string, count: number, unit: string): string {
  if (unit === 'month') return addMonths(today, count);
  return addDays(today, count * { day: 1, week: 7, fortnight: 14 }[unit as 'day' | 'week' | 'fortnight']);
}
