import { formatPlainDay } from '../../shared/language/dates';

/** Conferences are held by the clock on the wall; the zone is fixed so that a document is the same wherever it is made. */
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });

/** `10:02`; empty for a moment that is not known. */
export function clockOf(instant: string | null): string {
  return instant === null || instant === '' ? '' : wall.format(new Date(instant)).slice(11, 16);
}

/** `3 Mar 2026 13:05`. */
export function formatInstant(instant: string): string {
  return instant === '' ? '' : `${formatPlainDay(wall.format(new Date(instant)).slice(0, 10))} ${clockOf(instant)}`;
}
