import { sql } from 'drizzle-orm';
import type { Reader } from '../connection';

/**
 * The next reference of a year: `26-043`, one more than the highest number known here. Numbers are never used again,
 * since actions are never deleted.
 *
 * Two devices that have not met would both take 043. So only the first device of the scheme writes plain numbers; the
 * second writes `26-043B`, the third `26-043C`, by the order in which they joined. Left open: two devices that two
 * coordinators approved without having met may believe in the same letter until they meet; the reference is for paper
 * only, and the action's id is what the program goes by.
 */
export function nextActionReference(read: Reader, year: number, deviceId: string): string {
  const prefix = `${String(year % 100).padStart(2, '0')}-`;
  const highest = read.get<{ number: number | null }>(
    // The range is met by the index on references; a cast reads the digits and leaves the letter.
    sql`select max(cast(substr(reference, 4) as integer)) as number from actions where reference >= ${prefix} and reference < ${`${prefix}~`}`,
  );
  return `${prefix}${String((highest?.number ?? 0) + 1).padStart(3, '0')}${letterOf(read, deviceId)}`;
}

/** Nothing for the first device, then B to Z, then BA and on. Also nothing while the device itself is not known. */
function letterOf(read: Reader, deviceId: string): string {
  const devices = read.all<{ id: string }>(sql`select id from devices order by joined_at is null, joined_at, id`);
  let rank = Math.max(
    0,
    devices.findIndex(({ id }) => id === deviceId),
  );
  let letters = '';
  while (rank > 0) {
    letters = String.fromCharCode(65 + (rank % 26)) + letters;
    rank = Math.floor(rank / 26);
  }
  return letters;
}
