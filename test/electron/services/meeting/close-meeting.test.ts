import { expect, test } from 'vitest';
import { nextPlanned } from '../../../../db/queries/meetings';
import { schemes } from '../../../../db/schema';
import { actionStory, createAction, listActions, settleActions } from '../../../../electron/services/actions';
import { addCases, moveCase, setMinutes } from '../../../../electron/services/agenda/agenda';
import { beginItem, finishItem, getChair, getChairItem } from '../../../../electron/services/meeting/chairing';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { agreeStatement, editMeeting, listMeetings, planMeeting } from '../../../../electron/services/meeting/meetings';
import { Refusal } from '../../../../shared/language/refusal';
import { as } from '../../../support/builders';
import { dayLong, minute, newCases, planToday, planWith, runWith, storedMeeting, surnames } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const action = { agencyId: 'agency-housing', personId: null, kind: 'support', priority: 'normal', dueOn: null, meetingId: null } as const;

function discuss(session: TestSession, itemId: string | undefined): void {
  beginItem(session, { itemId: itemId ?? '' });
  finishItem(session, { itemId: itemId ?? '', state: 'discussed' });
}

test('Closing ends the current case, defers what was not reached, and plans the next conference on the scheme’s day and at its hour.', () => {
  const session = openScheme();
  session.record('scheme changed', (operation) => operation.put(schemes, 'scheme', { meetingStartsAt: '09:30' }));
  const { meetingId, itemIds } = runWith(session, ['Carterwick', 'Oakenfell', 'Thistlemoor']);
  discuss(session, itemIds[0]);
  beginItem(session, { itemId: itemIds[1] ?? '' });
  session.advance(20 * minute);
  const { carried, nextMeetingId } = closeMeeting(session, { meetingId });
  expect(carried).toBe(0);
  expect(storedMeeting(session, meetingId)).toMatchObject({ state: 'closed', endedAt: '2026-03-03T10:20:00.000Z' });
  expect(getChair(session, { meetingId }).items.map(({ state }) => state)).toEqual(['discussed', 'discussed', 'deferred']);
  expect(getChairItem(session, { itemId: itemIds[1] ?? '' }).endedAt).toBe('2026-03-03T10:20:00.000Z');
  expect(storedMeeting(session, nextMeetingId)).toMatchObject({
    number: 2,
    heldOn: '2026-03-10',
    startsAt: '09:30',
    state: 'planned',
    title: 'Weekly conference',
    place: 'Room 2',
  });
});

test('Cases that were deferred or have open actions come onto the next agenda with the reason, and the others rest.', () => {
  const session = openScheme();
  const { meetingId, itemIds, caseIds } = planWith(session, ['Carterwick', 'Oakenfell', 'Thistlemoor', 'Wexcombe']);
  agreeStatement(session, { meetingId });
  createAction(session, { ...action, caseId: caseIds[0] ?? null, text: 'Confirm the bed' });
  discuss(session, itemIds[0]);
  discuss(session, itemIds[1]);
  finishItem(session, { itemId: itemIds[2] ?? '', state: 'deferred' });
  const { nextMeetingId } = closeMeeting(session, { meetingId });
  expect(surnames(session, nextMeetingId)).toEqual(['CARTERWICK', 'THISTLEMOOR', 'WEXCOMBE']);
  const items = getChair(session, { meetingId: nextMeetingId }).items;
  expect(items.every(({ state }) => state === 'waiting')).toBe(true);
});

test('Each open action of a case that was discussed, and each general one, is carried once and says so in its story.', () => {
  const session = openScheme();
  const { meetingId, itemIds, caseIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  const [heard = null, deferred = null] = caseIds;
  const owed = createAction(session, { ...action, caseId: heard, text: 'Confirm the bed' });
  const general = createAction(session, { ...action, caseId: null, text: 'Renew the agreement' });
  const settled = createAction(session, { ...action, caseId: heard, text: 'Offer a review' });
  const waits = createAction(session, { ...action, caseId: deferred, text: 'Home visit' });
  const setHere = createAction(session, { ...action, caseId: heard, meetingId, text: 'Weekly visit' });
  settleActions(session, { ids: [settled], outcome: 'done', note: '', meetingId });
  discuss(session, itemIds[0]);
  session.advance(minute);
  expect(closeMeeting(session, { meetingId }).carried).toBe(2);
  const carried = new Map(listActions(session, { state: 'all' }).map((each) => [each.id, each.carried]));
  expect([owed, general, settled, waits, setHere].map((id) => carried.get(id))).toEqual([1, 1, 0, 0, 0]);
  expect(actionStory(session, { id: owed })[0]).toMatchObject({ kind: 'carried', personName: 'M. Larkspur', at: session.now() });
  expect(nextPlanned(session.read, '2026-03-03')).toMatchObject({ heldOn: '2026-03-10', state: 'planned' });
});

test('An action that comes back still open week after week is counted each time.', () => {
  const session = openScheme();
  const { meetingId, itemIds, caseIds } = runWith(session, ['Carterwick']);
  const id = createAction(session, { ...action, caseId: caseIds[0] ?? null, text: 'Confirm the bed' });
  discuss(session, itemIds[0]);
  let next = closeMeeting(session, { meetingId }).nextMeetingId;
  for (const week of [2, 3]) {
    session.advance(7 * dayLong);
    agreeStatement(session, { meetingId: next });
    discuss(session, getChair(session, { meetingId: next }).items[0]?.id);
    expect(storedMeeting(session, next).number).toBe(week);
    next = closeMeeting(session, { meetingId: next }).nextMeetingId;
  }
  expect(listActions(session, { state: 'open' }).find((each) => each.id === id)?.carried).toBe(3);
});

test('A next conference that is planned already is used, and a case that is on its agenda stays as it was put there.', () => {
  const session = openScheme();
  const { meetingId, itemIds, caseIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  const planned = planMeeting(session, { title: 'Special conference', place: 'Room 9', heldOn: '2026-03-05', startsAt: '14:00' });
  addCases(session, { meetingId: planned, caseIds: [caseIds[1] ?? ''], reason: 'red' });
  const [there] = getChair(session, { meetingId: planned }).items;
  setMinutes(session, { itemId: there?.id ?? '', minutes: 20 });
  discuss(session, itemIds[0]);
  const { nextMeetingId } = closeMeeting(session, { meetingId });
  expect(nextMeetingId).toBe(planned);
  expect(listMeetings(session)).toHaveLength(2);
  expect(getChair(session, { meetingId: planned }).items).toMatchObject([{ surname: 'OAKENFELL', minutes: 20 }]);
});

test('A conference is closed whole: one operation holds all of it.', () => {
  const session = openScheme();
  const { meetingId, caseIds, itemIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  createAction(session, { ...action, caseId: caseIds[0] ?? null, text: 'Confirm the bed' });
  discuss(session, itemIds[0]);
  const count = () => (session.connection.raw.prepare('select count(distinct operation) as n from commits').get() as { n: number }).n;
  const before = count();
  closeMeeting(session, { meetingId });
  expect(count()).toBe(before + 1);
});

test('A conference that has not begun, or is closed already, is not closed, and neither does a manager close one.', () => {
  const session = openScheme();
  const { meetingId } = planWith(session, ['Carterwick']);
  expect(() => closeMeeting(session, { meetingId })).toThrow('has not begun');
  agreeStatement(session, { meetingId });
  expect(() => closeMeeting(as(session, 'manager'), { meetingId })).toThrow('plan or run a conference');
  closeMeeting(session, { meetingId });
  expect(() => closeMeeting(session, { meetingId })).toThrow('This conference is closed');
  expect(() => closeMeeting(session, { meetingId: 'nowhere' })).toThrow(Refusal);
});

test('The agenda and the day of a closed conference stay as they were.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  closeMeeting(session, { meetingId });
  const [another = ''] = newCases(session, ['Thistlemoor']);
  for (const change of [
    () => addCases(session, { meetingId, caseIds: [another], reason: 'due' }),
    () => moveCase(session, { itemId: itemIds[0] ?? '', position: 2 }),
    () => beginItem(session, { itemId: itemIds[0] ?? '' }),
    () => editMeeting(session, { id: meetingId, heldOn: '2026-03-04' }),
    () => agreeStatement(session, { meetingId }),
  ]) {
    expect(change).toThrow('This conference is closed');
  }
});

test.each([
  ['spring', '2026-03-24', Date.UTC(2026, 2, 24, 10), '2026-03-31', Date.UTC(2026, 2, 31, 9)],
  ['autumn', '2026-10-20', Date.UTC(2026, 9, 20, 9), '2026-10-27', Date.UTC(2026, 9, 27, 10)],
])('Over the clock change in %s the next conference is at the same hour of the clock, a week later.', (_, heldOn, now, nextOn, nextNow) => {
  const session = openScheme();
  session.advance(now - session.clock());
  const { meetingId, itemIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  expect(storedMeeting(session, meetingId)).toMatchObject({ heldOn, startsAt: '10:00' });
  discuss(session, itemIds[0]);
  const { nextMeetingId } = closeMeeting(session, { meetingId });
  expect(storedMeeting(session, nextMeetingId)).toMatchObject({ heldOn: nextOn, startsAt: '10:00' });
  session.advance(nextNow - session.clock());
  expect(session.today()).toBe(nextOn);
  agreeStatement(session, { meetingId: nextMeetingId });
  expect(getChair(session, { meetingId: nextMeetingId })).toMatchObject({ startsAt: '10:00', startedAt: new Date(nextNow).toISOString() });
});

test.each([
  ['forward', '2026-03-28T23:30:00.000Z', '2026-03-28', '2026-03-29T00:30:00.000Z', '2026-03-29', '2026-03-29T01:30:00.000Z'],
  ['back', '2026-10-24T22:30:00.000Z', '2026-10-24', '2026-10-25T00:30:00.000Z', '2026-10-25', '2026-10-25T01:30:00.000Z'],
])('The minutes of a case are real minutes also in the night in which the clock is put %s.', (_, start, before, middle, after, end) => {
  const session = openScheme();
  session.advance(Date.parse(start) - session.clock());
  expect(session.today()).toBe(before);
  const caseIds = newCases(session, ['Carterwick']);
  const meetingId = planToday(session, { startsAt: '23:30' });
  addCases(session, { meetingId, caseIds: [...caseIds], reason: 'red' });
  agreeStatement(session, { meetingId });
  const itemId = getChair(session, { meetingId }).items[0]?.id ?? '';
  beginItem(session, { itemId });
  session.advance(Date.parse(middle) - session.clock());
  expect(session.today()).toBe(after);
  session.advance(Date.parse(end) - session.clock());
  finishItem(session, { itemId, state: 'discussed' });
  expect(getChairItem(session, { itemId }).secondsBefore).toBe((Date.parse(end) - Date.parse(start)) / 1000);
  expect(storedMeeting(session, meetingId).heldOn).toBe(before);
});
