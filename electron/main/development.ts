import { app } from 'electron';

/** Settings for tests and demonstrations, read from the environment and ignored by an installed copy of the app. */
const setting = (name: string) => (app.isPackaged ? undefined : process.env[name]);

/**
 * Milliseconds since 1970. `ROUNDTABLE_NOW`, an ISO 8601 instant, starts the clock at that instant, from where it runs
 * on: two things done one after the other still have two times.
 */
export function createClock(): () => number {
  const startsAt = setting('ROUNDTABLE_NOW');
  if (startsAt === undefined) return () => Date.now();
  const ahead = Date.parse(startsAt) - Date.now();
  if (Number.isNaN(ahead)) throw new Error('ROUNDTABLE_NOW is not an ISO 8601 instant.');
  return () => Date.now() + ahead;
}

/** `ROUNDTABLE_SHOW_ERRORS=1` prints whole errors, personal data and all, to the terminal of whoever mends the program. */
export const showsWholeErrors = () => setting('ROUNDTABLE_SHOW_ERRORS') === '1';
