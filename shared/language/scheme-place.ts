import { parseAbsolute, parseDateTime, toCalendarDate, toTime, toZoned } from '@internationalized/date';

/** The scheme's place: its days and clock times are read there, whatever the computer is set to. */
export const schemePlace = 'Europe/London';

/** The day of an instant in the scheme's place. */
export function dayOf(instant: string): string {
  return toCalendarDate(parseAbsolute(instant, schemePlace)).toString();
}

/** The clock time of an instant in the scheme's place: `13:05`. */
export function clockTimeOf(instant: string): string {
  return toTime(parseAbsolute(instant, schemePlace)).toString().slice(0, 5);
}

/**
 * The instant of a clock time on a day in the scheme's place, milliseconds since 1970. A time that the clock change
 * leaves out is the one an hour on; of one that it shows twice it is the first.
 */
export function instantOf(day: string, time: string): number {
  return toZoned(parseDateTime(`${day}T${time}`), schemePlace)
    .toDate()
    .getTime();
}
