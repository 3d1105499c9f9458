import { eq, max } from 'drizzle-orm';
import type { Reader } from '../connection';
import { meetings, schemes } from '../schema';

/** The demonstration can be made again at any time, so nothing of it needs keeping. */
export function isDemonstration(read: Reader): boolean {
  return read.select({ isIt: schemes.isDemonstration }).from(schemes).get()?.isIt ?? false;
}

/** The conference that is being held; null where none is. */
export function runningMeeting(read: Reader): string | null {
  return read.select({ id: meetings.id }).from(meetings).where(eq(meetings.state, 'running')).get()?.id ?? null;
}

/** When a conference was last closed, ISO 8601 UTC; null before the first. */
export function lastConferenceClosedAt(read: Reader): string | null {
  return (
    read
      .select({ at: max(meetings.endedAt) })
      .from(meetings)
      .where(eq(meetings.state, 'closed'))
      .get()?.at ?? null
  );
}
