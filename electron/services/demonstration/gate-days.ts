import { addDays, weekdayOf } from '../../../shared/language/dates';
import { isWorkingDay, releaseFlag } from '../../../shared/rules/release-day';

/**
 * The day on which a prison opens the gate for someone whose time ends on a day: that day, or the last working day before a
 * weekend or holiday, which is what makes Fridays the rush that they are (CAM 3.3.59). Never before `earliest`.
 */
export function gateDay(endsOn: string, earliest = ''): string {
  let at = endsOn;
  while (!isWorkingDay(at)) at = addDays(at, -1);
  if (at >= earliest) return at;
  for (at = endsOn; !isWorkingDay(at); ) at = addDays(at, 1);
  return at;
}

/** The day in the week before a conference on which someone came out of whom it heard: a Friday as often as two other days. */
export function gateDayBefore(conferenceOn: string, turn: number): string {
  const working = [1, 2, 3, 4, 5, 6].map((days) => addDays(conferenceOn, -days)).filter(isWorkingDay);
  const days = [...working, ...working.filter((day) => weekdayOf(day) === 5)];
  return days[turn % days.length] ?? addDays(conferenceOn, -1);
}

/** The next day after one on whose morrow a bank holiday shuts everything: Maundy Thursday, Christmas Eve and their like. */
export function nextHolidayEve(after: string): string {
  let at = addDays(after, 1);
  while (releaseFlag(at)?.kind !== 'before-holiday') at = addDays(at, 1);
  return at;
}
