/**
 * Calendar days as people here write them. A day is `YYYY-MM-DD` and has no clock, so the arithmetic is on whole days
 * in UTC and the clock change cannot move it.
 */
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const millisecondsOfDay = 86_400_000;

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date) => date.toISOString().slice(0, 10);

/** `Tue 3 Mar`: in lists, where the year is plain. */
export function formatDay(day: string): string {
  const date = asDate(day);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

/** `Tue 3 Mar 2026`: in headers, key dates and documents. */
export function formatDayWithYear(day: string): string {
  return `${formatDay(day)} ${asDate(day).getUTCFullYear()}`;
}

/** `2 Sep 1997`: for a date of birth, where the weekday says nothing. */
export function formatPlainDay(day: string): string {
  const date = asDate(day);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `Mar 2026`. */
export function formatMonth(day: string): string {
  const date = asDate(day);
  return `${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** Leaves the year out where it is the year of `today`. */
export function formatDayNear(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatDayWithYear(day);
}

/** Whole days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((asDate(to).getTime() - asDate(from).getTime()) / millisecondsOfDay);
}

export function addDays(day: string, days: number): string {
  return asDay(new Date(asDate(day).getTime() + days * millisecondsOfDay));
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return asDate(day).getUTCDay() || 7;
}

/** Full years of age on a day. Someone born on 29 February is a year older on 1 March in a common year. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

const countOf = (days: number) => (days === 1 ? '1 day' : `${days} days`);

/** Late once the day itself has passed. */
export function isLate(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today;
}

/** `6 days overdue`, `today`, `tomorrow`, `in 3 days`: for an action or anything owed. */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return `${countOf(-days)} overdue`;
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${countOf(days)}`;
}

/** `12 days late`: for a review, which nobody in particular owes. */
export function lateWords(dueOn: string, today: string): string {
  return `${countOf(daysBetween(dueOn, today))} late`;
}

/** Whole weeks since a day, for the time on the scheme. */
export function weeksSince(day: string, today: string): number {
  return Math.max(0, Math.floor(daysBetween(day, today) / 7));
}
