import type { Reader } from '../../db/connection';
import { findAttendance, findItem, findMeeting, type StoredItem, type StoredMeeting } from '../../db/queries/meetings';
import type { attendances } from '../../db/schema';
import { Refusal } from '../../shared/language/refusal';

const notHere = (what: string) =>
  new Refusal(`This ${what} is not in your copy of the scheme. Nothing was changed. Go back and choose it again.`);
const isFinal = () =>
  new Refusal(
    'The minutes of this conference are final, so nothing in it can be changed. Nothing was changed. Record what is different now at the next conference, or on the case.',
  );

/** A conference that may still be written to: final minutes lock everything about it. */
export function demandMeeting(read: Reader, id: string): StoredMeeting {
  const meeting = findMeeting(read, id);
  if (!meeting) throw notHere('conference');
  if (meeting.state === 'final') throw isFinal();
  if (meeting.state === 'cancelled') throw new Refusal('This conference was cancelled. Nothing was changed. Plan another one.');
  return meeting;
}

/** A conference whose agenda may still be put together: it has not been closed. */
export function demandUnclosedMeeting(read: Reader, id: string): StoredMeeting {
  const meeting = demandMeeting(read, id);
  if (meeting.state === 'closed') throw new Refusal('This conference is closed, so its agenda stays as it was. Nothing was changed.');
  return meeting;
}

export interface ItemAndMeeting {
  readonly item: StoredItem & { readonly caseId: string };
  readonly meeting: StoredMeeting;
}

/** A case on an agenda that may still be written to. */
export function demandItem(read: Reader, id: string): ItemAndMeeting {
  const item = findItem(read, id);
  if (!item?.meetingId || !item.caseId) throw notHere('case on the agenda');
  return { item: { ...item, caseId: item.caseId }, meeting: demandMeeting(read, item.meetingId) };
}

export function demandUnclosedItem(read: Reader, id: string): ItemAndMeeting {
  const found = demandItem(read, id);
  demandUnclosedMeeting(read, found.meeting.id);
  return found;
}

export function demandAttendance(read: Reader, id: string): typeof attendances.$inferSelect & { readonly meetingId: string } {
  const attendance = findAttendance(read, id);
  if (!attendance?.meetingId) throw notHere('attendance');
  demandMeeting(read, attendance.meetingId);
  return { ...attendance, meetingId: attendance.meetingId };
}
