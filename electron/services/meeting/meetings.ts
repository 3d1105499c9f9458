import { and, eq, ne } from 'drizzle-orm';
import type { Operation } from '../../../db/log/recorder';
import { highestMeetingNumber, listMeetings as readMeetings } from '../../../db/queries/meetings';
import { attendances, meetings, schemes } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { addDays, weekdayOf } from '../../../shared/language/dates';
import type { AttendanceStatus } from '../../../shared/language/meeting';
import { Refusal } from '../../../shared/language/refusal';
import { moveSlots, withdrawSlots } from '../agenda/agenda-slots';
import { demandAttendance, demandMeeting, demandUnclosedMeeting } from '../open-meeting';
import { demand } from '../permission';
import { demandAgency, demandPerson } from '../references';
import type { Session } from '../session';

export function listMeetings(session: Session): Result<'meetings', 'list'> {
  return readMeetings(session.read);
}

/** Plans a conference and gives its id. Two cannot begin at one time on one day. */
export function planMeeting(session: Session, input: Received<'meetings', 'plan'>): string {
  demand(session, 'run-conferences');
  demandFreeTime(session, null, input.heldOn, input.startsAt);
  return session.record('conference planned', (operation) => putPlanned(session, operation, input));
}

export function putPlanned(session: Session, operation: Operation, input: Received<'meetings', 'plan'>): string {
  const id = operation.newId();
  operation.put(meetings, id, { ...input, number: highestMeetingNumber(operation.read) + 1, chairId: session.me.personId });
  return id;
}

export function editMeeting(session: Session, { id, ...fields }: Received<'meetings', 'edit'>): void {
  demand(session, 'run-conferences');
  const meeting = demandUnclosedMeeting(session.read, id);
  demandFreeTime(session, id, fields.heldOn ?? meeting.heldOn ?? session.today(), fields.startsAt ?? meeting.startsAt);
  const isMoved = (['place', 'heldOn', 'startsAt'] as const).some(
    (field) => fields[field] !== undefined && fields[field] !== meeting[field],
  );
  session.record(
    'conference changed',
    (operation) => {
      operation.put(meetings, id, fields);
      if (isMoved) moveSlots(operation, id);
    },
    { meetingId: id },
  );
}

/** Calls a conference off that has not begun. Its cases stay on the register, to be chosen for another. */
export function cancelMeeting(session: Session, { meetingId, reason }: Received<'meetings', 'cancel'>): void {
  demand(session, 'run-conferences');
  const meeting = demandUnclosedMeeting(session.read, meetingId);
  if (meeting.startedAt !== null)
    throw new Refusal(
      'This conference has begun, so it cannot be cancelled. Nothing was changed. Close it; what was not reached is deferred.',
    );
  session.record(
    'conference cancelled',
    (operation) => {
      operation.put(meetings, meetingId, { state: 'cancelled' });
      withdrawSlots(operation, meetingId, session.today(), reason);
    },
    { meetingId },
  );
}

function demandFreeTime({ read }: Session, id: string | null, heldOn: string, startsAt: string): void {
  const same = read
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.heldOn, heldOn),
        eq(meetings.startsAt, startsAt),
        ne(meetings.state, 'cancelled'),
        id === null ? undefined : ne(meetings.id, id),
      ),
    )
    .get();
  if (same)
    throw new Refusal('A conference is planned for that day and time already. Nothing was changed. Open it, or choose another time.');
}

/** The statement was read and agreed by everyone present; with that the conference has begun. */
export function agreeStatement(session: Session, { meetingId }: Received<'meetings', 'agreeStatement'>): void {
  demand(session, 'run-conferences');
  const meeting = demandUnclosedMeeting(session.read, meetingId);
  if (meeting.statementAgreedAt !== null) return;
  session.record(
    'confidentiality statement agreed',
    (operation) =>
      operation.put(meetings, meetingId, {
        statementAgreedAt: operation.at,
        startedAt: meeting.startedAt ?? operation.at,
        state: 'running',
        chairId: session.me.personId,
      }),
    { meetingId },
  );
}

/** The status of someone at a conference. Whoever is present while it runs has arrived now, unless they came before. */
export function setAttendance(
  session: Session,
  { id, meetingId, agencyId, personId, guestName, status }: Received<'meetings', 'setAttendance'>,
): void {
  const { read } = session;
  demand(session, 'run-conferences');
  const meeting = demandMeeting(read, meetingId);
  if (agencyId !== null) demandAgency(read, agencyId);
  if (personId !== null) demandPerson(read, personId);
  if (agencyId === null && guestName === '') throw new Refusal('Say who it is: an agency, or the name of a guest. Nothing was recorded.');
  const before = id === null ? null : demandAttendance(read, id);
  session.record(
    'attendance recorded',
    (operation) =>
      operation.put(attendances, id ?? operation.newId(), {
        meetingId,
        agencyId,
        personId,
        guestName,
        status,
        arrivedAt: isHere(status) && meeting.startedAt !== null ? (before?.arrivedAt ?? operation.at) : (before?.arrivedAt ?? null),
      }),
    { meetingId },
  );
}

const isHere = (status: AttendanceStatus) => status === 'present' || status === 'observer';

/** They came in, now: also after having left. */
export function arrive(session: Session, { attendanceId }: Received<'meetings', 'arrive'>): void {
  demand(session, 'run-conferences');
  const { meetingId, status, arrivedAt } = demandAttendance(session.read, attendanceId);
  session.record(
    'arrival recorded',
    (operation) =>
      operation.put(attendances, attendanceId, {
        arrivedAt: arrivedAt ?? operation.at,
        leftAt: null,
        status: isHere(status) ? status : 'present',
      }),
    { meetingId },
  );
}

export function leave(session: Session, { attendanceId }: Received<'meetings', 'leave'>): void {
  demand(session, 'run-conferences');
  const { meetingId } = demandAttendance(session.read, attendanceId);
  session.record('departure recorded', (operation) => operation.put(attendances, attendanceId, { leftAt: operation.at }), { meetingId });
}

/** The next day after `heldOn` that is the scheme's weekday for conferences. */
export function nextConferenceDay(session: Session, heldOn: string): { readonly heldOn: string; readonly startsAt: string } {
  const scheme = session.read.select({ weekday: schemes.meetingWeekday, startsAt: schemes.meetingStartsAt }).from(schemes).get();
  const ahead = ((scheme?.weekday ?? 2) - weekdayOf(heldOn) + 7) % 7;
  return { heldOn: addDays(heldOn, ahead === 0 ? 7 : ahead), startsAt: scheme?.startsAt ?? '10:00' };
}
