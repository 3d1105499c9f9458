import { CalendarDateTime, parseDate, parseTime, toCalendarDate, toCalendarDateTime, toTime, toZoned } from '@internationalized/date';
import { schemePlace } from './scheme-place';

/** A moment as the clock on the wall shows it in the scheme's place. */
export interface PlaceTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`. */
  readonly clock: string;
  /** The same, ISO 8601 UTC. */
  readonly instant: string;
  /** The clocks show it twice, in the night in which they go back. */
  readonly isTwice: boolean;
}

/**
 * The time so many minutes after a clock time. The minutes pass as they do on anybody's watch, so past midnight it is the
 * next day, and in a night in which the clocks change they show an hour more or less. A time that the clocks leave out in
 * March is the one an hour later.
 */
export function placeTimeAfter(day: string, clock: string, minutes: number): PlaceTime {
  const date = parseDate(day);
  const { hour, minute } = parseTime(clock);
  const then = toZoned(new CalendarDateTime(date.year, date.month, date.day, hour, minute), schemePlace).add({ minutes });
  const shown = toCalendarDateTime(then);
  return {
    day: toCalendarDate(then).toString(),
    clock: toTime(then).toString().slice(0, 5),
    instant: then.toDate().toISOString(),
    isTwice: toZoned(shown, schemePlace, 'earlier').compare(toZoned(shown, schemePlace, 'later')) !== 0,
  };
}
