import { z } from 'zod';
import { attendanceStatuses } from '../../language/meeting';
import type { MeetingRow } from '../../views/agenda';
import { clockTime, day, id, line, someLine } from '../inputs';
import { byMeeting, nothing, verb } from '../verb';

export const meetings = {
  /** Newest first. */
  list: verb<readonly MeetingRow[]>()(nothing),
  plan: verb<string>()(z.strictObject({ title: someLine, place: line, heldOn: day, startsAt: clockTime })),
  edit: verb<void>()(
    z.strictObject({ id, title: someLine.optional(), place: line.optional(), heldOn: day.optional(), startsAt: clockTime.optional() }),
  ),
  /** Calls off one that has not begun. */
  cancel: verb<void>()(z.strictObject({ meetingId: id, reason: line })),
  agreeStatement: verb<void>()(byMeeting),
  setAttendance: verb<void>()(
    z.strictObject({
      meetingId: id,
      /** An existing row, or null for a new one. */
      id: id.nullable(),
      agencyId: id.nullable(),
      personId: id.nullable(),
      guestName: line,
      status: z.enum(attendanceStatuses),
    }),
  ),
  arrive: verb<void>()(z.strictObject({ attendanceId: id })),
  leave: verb<void>()(z.strictObject({ attendanceId: id })),
  /** Closes the conference: what is open is carried to the next, minutes become a draft. */
  close: verb<{ readonly carried: number; readonly nextMeetingId: string }>()(byMeeting),
} as const;
