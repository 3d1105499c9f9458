import { parseAbsolute, toCalendarDate, toTime } from '@internationalized/date';

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
