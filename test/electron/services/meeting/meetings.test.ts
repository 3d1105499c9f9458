import { expect, test } from 'vitest';
import { attendanceOf } from '../../../../db/queries/meetings';
import { meetings } from '../../../../db/schema';
import {
  agreeStatement,
  arrive,
  editMeeting,
  leave,
  listMeetings,
  nextConferenceDay,
  planMeeting,
  setAttendance,
} from '../../../../electron/services/meeting/meetings';
import { Refusal } from '../../../../shared/language/refusal';
import { as } from '../../../support/builders';
import { dayLong, minute, planToday, planWith, storedMeeting } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const conference = { title: 'Weekly conference', place: 'Room 2', heldOn: '2026-03-10', startsAt: '10:00' };
const unknown = { plannedWaiting: null, realWaiting: null };
const someone = { id: null, agencyId: 'agency-housing', personId: 'person-housing', guestName: '', status: 'present' } as const;
const only = (session: TestSession, meetingId: string) => attendanceOf(session.read, meetingId)[0];

test('Conferences are numbered one after another, and the list shows the latest first with its chair and cases.', () => {
  const session = openScheme();
  const { meetingId } = planWith(session, ['Carterwick', 'Oakenfell']);
  const second = planMeeting(session, conference);
  expect(listMeetings(session)).toEqual([
    { id: second, ...conference, number: 2, state: 'planned', cases: 0, chairName: 'M. Larkspur', ...unknown },
    { ...conference, id: meetingId, heldOn: '2026-03-03', number: 1, state: 'planned', cases: 2, chairName: 'M. Larkspur', ...unknown },
  ]);
});

test('A number is one more than the highest there is, whatever the order of the days.', () => {
  const session = openScheme();
  session.record('conference planned', (operation) => operation.put(meetings, 'meeting-old', { number: 340, heldOn: '2026-02-24' }));
  const id = planMeeting(session, { ...conference, heldOn: '2026-01-06' });
  expect(storedMeeting(session, id).number).toBe(341);
});

test('Two conferences are not planned for one time on one day, but may share the day.', () => {
  const session = openScheme();
  planMeeting(session, conference);
  expect(() => planMeeting(session, { ...conference, title: 'Another' })).toThrow(Refusal);
  expect(listMeetings(session)).toHaveLength(1);
  planMeeting(session, { ...conference, startsAt: '14:00' });
  expect(listMeetings(session)).toHaveLength(2);
});

test('A conference is moved to a free time, keeps its own, and is refused a taken one.', () => {
  const session = openScheme();
  const morning = planMeeting(session, conference);
  const afternoon = planMeeting(session, { ...conference, startsAt: '14:00' });
  expect(() => editMeeting(session, { id: afternoon, startsAt: '10:00' })).toThrow('planned for that day and time already');
  editMeeting(session, { id: morning, place: 'Room 5', startsAt: '10:00' });
  editMeeting(session, { id: afternoon, heldOn: '2026-03-11', startsAt: '10:00' });
  expect(storedMeeting(session, morning)).toMatchObject({ place: 'Room 5', heldOn: '2026-03-10' });
  expect(storedMeeting(session, afternoon)).toMatchObject({ heldOn: '2026-03-11', startsAt: '10:00', number: 2 });
});

test('Agreeing the statement begins the conference, once.', () => {
  const session = openScheme();
  const meetingId = planToday(session);
  agreeStatement(session, { meetingId });
  const at = '2026-03-03T10:00:00.000Z';
  expect(storedMeeting(session, meetingId)).toMatchObject({ state: 'running', statementAgreedAt: at, startedAt: at });
  session.advance(minute);
  agreeStatement(session, { meetingId });
  expect(storedMeeting(session, meetingId)).toMatchObject({ statementAgreedAt: at, startedAt: at });
});

test('Whoever is noted present before the conference begins has no hour of arrival; once it runs they arrived now.', () => {
  const session = openScheme();
  const meetingId = planToday(session);
  setAttendance(session, { meetingId, ...someone });
  expect(only(session, meetingId)).toMatchObject({ agencyId: 'agency-housing', status: 'present', arrivedAt: null, leftAt: null });
  agreeStatement(session, { meetingId });
  session.advance(5 * minute);
  const id = only(session, meetingId)?.id ?? '';
  setAttendance(session, { meetingId, ...someone, id });
  expect(attendanceOf(session.read, meetingId)).toHaveLength(1);
  expect(only(session, meetingId)?.arrivedAt).toBe('2026-03-03T10:05:00.000Z');
  session.advance(minute);
  setAttendance(session, { meetingId, ...someone, id });
  expect(only(session, meetingId)?.arrivedAt).toBe('2026-03-03T10:05:00.000Z');
});

test('Apologies carry no hour of arrival.', () => {
  const session = openScheme();
  const meetingId = planToday(session);
  agreeStatement(session, { meetingId });
  setAttendance(session, { meetingId, ...someone, status: 'apologies-with-update' });
  expect(only(session, meetingId)).toMatchObject({ status: 'apologies-with-update', arrivedAt: null });
});

test('People come, leave, and come back with the hour at which they first came.', () => {
  const session = openScheme();
  const meetingId = planToday(session);
  setAttendance(session, { meetingId, ...someone });
  const attendanceId = only(session, meetingId)?.id ?? '';
  arrive(session, { attendanceId });
  session.advance(30 * minute);
  leave(session, { attendanceId });
  expect(only(session, meetingId)).toMatchObject({ arrivedAt: '2026-03-03T10:00:00.000Z', leftAt: '2026-03-03T10:30:00.000Z' });
  session.advance(10 * minute);
  arrive(session, { attendanceId });
  expect(only(session, meetingId)).toMatchObject({ arrivedAt: '2026-03-03T10:00:00.000Z', leftAt: null });
});

test('Somebody who sent apologies and comes after all is present.', () => {
  const session = openScheme();
  const meetingId = planToday(session);
  setAttendance(session, { meetingId, ...someone, status: 'apologies' });
  arrive(session, { attendanceId: only(session, meetingId)?.id ?? '' });
  expect(only(session, meetingId)?.status).toBe('present');
});

test('An observer from outside is noted by name, and nobody without agency or name.', () => {
  const session = openScheme();
  const meetingId = planToday(session);
  const guest = { id: null, meetingId, agencyId: null, personId: null, status: 'observer' } as const;
  setAttendance(session, { ...guest, guestName: 'Ffion Marchbank' });
  expect(only(session, meetingId)).toMatchObject({ name: 'Ffion Marchbank', agencyId: null, status: 'observer' });
  expect(() => setAttendance(session, { ...guest, guestName: '' })).toThrow(Refusal);
});

test('Only a coordinator runs conferences.', () => {
  const session = openScheme();
  const meetingId = planToday(session);
  for (const role of ['manager', 'partner'] as const) {
    const other = as(session, role);
    expect(() => planMeeting(other, conference)).toThrow('plan or run a conference');
    expect(() => agreeStatement(other, { meetingId })).toThrow('plan or run a conference');
    expect(() => setAttendance(other, { meetingId, ...someone })).toThrow('plan or run a conference');
  }
});

test('What is not in this copy of the scheme is refused in plain words.', () => {
  const session = openScheme();
  const meetingId = planToday(session);
  expect(() => agreeStatement(session, { meetingId: 'nowhere' })).toThrow('This conference is not in your copy of the scheme');
  expect(() => arrive(session, { attendanceId: 'nowhere' })).toThrow('not in your copy of the scheme');
  expect(() => setAttendance(session, { meetingId, ...someone, agencyId: 'nowhere' })).toThrow('This agency is not');
  expect(() => setAttendance(session, { meetingId, ...someone, id: 'nowhere' })).toThrow('not in your copy of the scheme');
});

test('The next conference is on the scheme’s weekday, a week on where today is that day, and the clock change moves no day.', () => {
  const session = openScheme();
  const next = (heldOn: string) => nextConferenceDay(session, heldOn).heldOn;
  expect(next('2026-03-03')).toBe('2026-03-10');
  expect(next('2026-03-05')).toBe('2026-03-10');
  expect(next('2026-03-09')).toBe('2026-03-10');
  expect(next('2026-03-24')).toBe('2026-03-31');
  expect(next('2026-03-28')).toBe('2026-03-31');
  expect(next('2026-10-20')).toBe('2026-10-27');
  expect(next('2026-12-29')).toBe('2027-01-05');
  expect(nextConferenceDay(session, '2026-03-24').startsAt).toBe('10:00');
});

test('A conference in summer time is on the day and at the hour that the clocks of the place show.', () => {
  const session = openScheme();
  session.advance(27 * dayLong - 10.5 * 60 * minute);
  expect(session.now()).toBe('2026-03-29T23:30:00.000Z');
  expect(session.today()).toBe('2026-03-30');
  const meetingId = planToday(session);
  expect(storedMeeting(session, meetingId)).toMatchObject({ heldOn: '2026-03-30', startsAt: '10:00' });
});
