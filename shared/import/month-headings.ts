import { readDate } from './read-dates';

/** Words that stand beside the month in a heading, as in `RAG Apr-26` and `Panel 3/11/2026`. */
const besides = /\b(rag|brag|colour|status|rating|grade|panel|meeting|month|w\/?c|week commencing|as at|at|on|in)\b[:.]?/gi;
/** Any day will do: a heading that is a date with its year says the same on each. */
const anyToday = '2026-01-01';

/**
 * The day that a heading stands for, `YYYY-MM-DD`: itself where it is a date, the first of the month where it is a month with
 * its year, as `Apr-26`, `April 2026` and `04/2026` are. Null where it is neither; a month without its year is none.
 */
export function dayOfHeading(heading: string): string | null {
  if (heading.length > 40 || !/\d.*\d/.test(heading)) return null;
  const bare = heading.replace(besides, ' ').replace(/\s+/g, ' ').trim();
  // A bare number is no day, though Excel would count it for one.
  if (/^\d+$/.test(bare)) return null;
  const read = readDate(firstOfMonth(bare) ?? bare, 'event', anyToday);
  return read.kind === 'value' ? read.value : null;
}

function firstOfMonth(text: string): string | null {
  const [, figure, itsYear] = /^(\d{1,2})[-/. ](20\d{2})$/.exec(text) ?? [];
  if (itsYear !== undefined) return `1/${figure}/${itsYear}`;
  const [, yearBefore, monthAfter] = /^(20\d{2})[-/. ]*([a-z]{3,9})$/i.exec(text) ?? [];
  if (monthAfter !== undefined) return `1 ${monthAfter} ${yearBefore}`;
  const [, month, year = ''] = /^([a-z]{3,9})[-/., '’]*(20\d{2}|\d{2})$/i.exec(text) ?? [];
  return month === undefined ? null : `1 ${month} ${year.length === 2 ? `20${year}` : year}`;
}
