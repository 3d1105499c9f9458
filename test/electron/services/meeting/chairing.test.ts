import { expect, test } from 'vitest';
import { contributions } from '../../../../db/schema';
import { createAction, settleActions } from '../../../../electron/services/actions';
import { addCases, removeCase } from '../../../../electron/services/agenda/agenda';
import { changeColour } from '../../../../electron/services/cases/cases';
import {
  beginItem,
  contribute,
  finishItem,
  getChair,
  getChairItem,
  recordDiscussion,
} from '../../../../electron/services/meeting/chairing';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { agreeStatement, setAttendance } from '../../../../electron/services/meeting/meetings';
import { Refusal } from '../../../../shared/language/refusal';
import { as } from '../../../support/builders';
import { dayLong, minute, planToday, planWith, runWith } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const action = { agencyId: 'agency-housing', personId: null, kind: 'support', priority: 'normal', dueOn: null } as const;

/** Holds the conference that the case is on, and opens the next one a week later with the case on its agenda. */
function aWeekLater(session: TestSession, caseId: string): { readonly meetingId: string; readonly itemId: string } {
  session.advance(7 * dayLong);
  const meetingId = planToday(session, { startsAt: '14:00' });
  addCases(session, { meetingId, caseIds: [caseId], reason: 'due' });
  agreeStatement(session, { meetingId });
  return { meetingId, itemId: getChair(session, { meetingId }).items[0]?.id ?? '' };
}

test('The chair sees the agenda by the plan, who is expected when, the statement, and who is here.', () => {
  const session = openScheme();
  const { meetingId } = planWith(session, [{ surname: 'Carterwick', colour: 'R' }, 'Oakenfell']);
  setAttendance(session, { meetingId, id: null, agencyId: 'agency-police', personId: 'person-police', guestName: '', status: 'present' });
  const chair = getChair(session, { meetingId });
  expect(chair).toMatchObject({
    number: 1,
    heldOn: '2026-03-03',
    startsAt: '10:00',
    endsAt: '10:19',
    state: 'planned',
    currentItemId: null,
  });
  expect(chair.statement).toContain('What is said here is shared only');
  expect(chair.items).toMatchObject([
    { surname: 'CARTERWICK', caseName: 'CARTERWICK, Ashe', colour: 'R', position: 1, minutes: 8, startsAt: '10:05', state: 'waiting' },
    { surname: 'OAKENFELL', position: 2, startsAt: '10:13' },
  ]);
  expect(chair.items[0]?.agencyIds).toEqual(['agency-police', 'agency-probation']);
  expect(chair.slots.map(({ agencyId }) => agencyId)).toEqual(['agency-police', 'agency-probation']);
  expect(chair.attendance).toMatchObject([{ agencyId: 'agency-police', personId: 'person-police', status: 'present' }]);
});

test('No case is begun before the statement is agreed.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = planWith(session, ['Carterwick']);
  expect(() => beginItem(session, { itemId: itemIds[0] ?? '' })).toThrow('Agree the confidentiality statement first');
  agreeStatement(session, { meetingId });
  beginItem(session, { itemId: itemIds[0] ?? '' });
  expect(getChair(session, { meetingId }).currentItemId).toBe(itemIds[0]);
});

test('Going to another case leaves the one before undiscussed with its clock stopped, and coming back goes on counting.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  const [first = '', second = ''] = itemIds;
  beginItem(session, { itemId: first });
  session.advance(4 * minute);
  beginItem(session, { itemId: second });
  expect(getChairItem(session, { itemId: first })).toMatchObject({
    state: 'waiting',
    secondsBefore: 240,
    endedAt: '2026-03-03T10:04:00.000Z',
  });
  expect(getChair(session, { meetingId }).currentItemId).toBe(second);
  session.advance(10 * minute);
  beginItem(session, { itemId: first });
  expect(getChairItem(session, { itemId: first })).toMatchObject({
    state: 'current',
    secondsBefore: 240,
    startedAt: '2026-03-03T10:14:00.000Z',
    endedAt: null,
  });
  session.advance(minute);
  finishItem(session, { itemId: first, state: 'discussed' });
  expect(getChairItem(session, { itemId: first })).toMatchObject({
    state: 'discussed',
    secondsBefore: 300,
    endedAt: '2026-03-03T10:15:00.000Z',
  });
  expect(getChair(session, { meetingId }).currentItemId).toBeNull();
});

test('A case that ends as the next begins is over in the same operation, so that the conference is never at no case in between.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = runWith(session, ['Carterwick', 'Oakenfell', 'Thistlemoor']);
  const [first = '', second = '', third = ''] = itemIds;
  beginItem(session, { itemId: first });
  session.advance(4 * minute);
  beginItem(session, { itemId: second, ended: { itemId: first, state: 'discussed' } });
  expect(getChairItem(session, { itemId: first })).toMatchObject({ state: 'discussed', secondsBefore: 240 });
  expect(getChair(session, { meetingId }).currentItemId).toBe(second);
  session.advance(minute);
  beginItem(session, { itemId: third, ended: { itemId: second, state: 'deferred' } });
  expect(getChairItem(session, { itemId: second })).toMatchObject({ state: 'deferred', secondsBefore: 60 });
  expect(getChair(session, { meetingId }).currentItemId).toBe(third);
});

test('Where another chair has begun the next case already, ending the one before still ends it, and a third case is left as it stands.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = runWith(session, ['Carterwick', 'Oakenfell', 'Thistlemoor']);
  const [first = '', second = '', third = ''] = itemIds;
  beginItem(session, { itemId: first });
  beginItem(session, { itemId: second });
  beginItem(session, { itemId: second, ended: { itemId: first, state: 'discussed' } });
  expect(getChairItem(session, { itemId: first }).state).toBe('discussed');
  expect(getChair(session, { meetingId }).currentItemId).toBe(second);
  beginItem(session, { itemId: third, ended: { itemId: first, state: 'discussed' } });
  expect(getChairItem(session, { itemId: second }).state).toBe('waiting');
  expect(getChair(session, { meetingId }).currentItemId).toBe(third);
});

test('Beginning the case that is current already changes nothing.', () => {
  const session = openScheme();
  const { itemIds } = runWith(session, ['Carterwick']);
  const itemId = itemIds[0] ?? '';
  beginItem(session, { itemId });
  session.advance(minute);
  beginItem(session, { itemId });
  expect(getChairItem(session, { itemId })).toMatchObject({ startedAt: '2026-03-03T10:00:00.000Z', secondsBefore: 0 });
});

test('A clock that was put back never takes time off a case.', () => {
  const session = openScheme();
  const { itemIds } = runWith(session, ['Carterwick']);
  const itemId = itemIds[0] ?? '';
  beginItem(session, { itemId });
  session.advance(5 * minute);
  recordDiscussion(session, { itemId, discussion: 'Kept all appointments.' });
  session.advance(-60 * minute);
  finishItem(session, { itemId, state: 'discussed' });
  expect(getChairItem(session, { itemId }).secondsBefore).toBe(300);
});

test('A case shows its actions of before, open or settled since it was last discussed, apart from those set today.', () => {
  const session = openScheme();
  const { meetingId: firstId, itemIds, caseIds } = runWith(session, ['Carterwick']);
  const [caseId = ''] = caseIds;
  const long = createAction(session, { ...action, caseId, meetingId: null, text: 'Settled long ago' });
  const owed = createAction(session, { ...action, caseId, meetingId: firstId, text: 'Confirm the bed' });
  const done = createAction(session, { ...action, caseId, meetingId: firstId, text: 'Offer a script review' });
  settleActions(session, { ids: [long], outcome: 'withdrawn', note: '', meetingId: null });
  beginItem(session, { itemId: itemIds[0] ?? '' });
  finishItem(session, { itemId: itemIds[0] ?? '', state: 'discussed' });
  closeMeeting(session, { meetingId: firstId });
  session.advance(2 * dayLong);
  settleActions(session, { ids: [done], outcome: 'done', note: 'Thu', meetingId: null });
  session.advance(-2 * dayLong);
  const { meetingId, itemId } = aWeekLater(session, caseId);
  const today = createAction(session, { ...action, caseId, meetingId, text: 'Weekly visit' });
  const view = getChairItem(session, { itemId });
  expect(view.lastDiscussedOn).toBe('2026-03-03');
  expect(new Set(view.lastActions.map(({ id }) => id))).toContain(owed);
  expect(new Set(view.lastActions.map(({ id }) => id))).toContain(done);
  expect(view.lastActions.map(({ id }) => id)).not.toContain(today);
  expect(view.actions.map(({ id }) => id)).toEqual([today]);
  settleActions(session, { ids: [owed], outcome: 'agency-did-not-act', note: '', meetingId });
  expect(getChairItem(session, { itemId }).lastActions.find(({ id }) => id === owed)?.outcome).toBe('agency-did-not-act');
});

test('A case first discussed today has no day on which it was last discussed.', () => {
  const session = openScheme();
  const { itemIds } = runWith(session, ['Carterwick']);
  const itemId = itemIds[0] ?? '';
  beginItem(session, { itemId });
  finishItem(session, { itemId, state: 'discussed' });
  expect(getChairItem(session, { itemId }).lastDiscussedOn).toBeNull();
});

test('The colour with which a case came up stays in sight beside the one recorded today, and a correction today replaces it.', () => {
  const session = openScheme();
  const { meetingId, itemIds, caseIds } = runWith(session, [{ surname: 'Carterwick', colour: 'R' }]);
  const itemId = itemIds[0] ?? '';
  expect(getChairItem(session, { itemId })).toMatchObject({ colourBefore: 'R', colourChange: null });
  const change = { caseId: caseIds[0] ?? '', meetingId, decidedOn: '2026-03-03', agreedBy: [], dissent: '' };
  changeColour(session, { ...change, colour: 'G', reason: 'Engaging' });
  changeColour(session, { ...change, colour: 'A', reason: 'Engaging in part' });
  const view = getChairItem(session, { itemId });
  expect(view).toMatchObject({ colourBefore: 'R', colourChange: { colour: 'A', reason: 'Engaging in part' } });
  expect(view.case.colour).toBe('A');
});

test('Updates for this conference and those sent since the case was last discussed are shown, core agencies first.', () => {
  const session = openScheme();
  const { meetingId: firstId, itemIds, caseIds } = runWith(session, ['Carterwick']);
  const [caseId = ''] = caseIds;
  contribute(session, { itemId: itemIds[0] ?? '', agencyId: 'agency-drugs', personId: 'person-drugs', text: 'Last week' });
  beginItem(session, { itemId: itemIds[0] ?? '' });
  finishItem(session, { itemId: itemIds[0] ?? '', state: 'discussed' });
  closeMeeting(session, { meetingId: firstId });
  session.advance(dayLong);
  session.record('update added', (operation) =>
    operation.put(contributions, operation.newId(), { caseId, agencyId: 'agency-housing', text: 'Between', sentAt: operation.at }),
  );
  const { itemId } = aWeekLater(session, caseId);
  contribute(session, { itemId, agencyId: 'agency-drugs', personId: 'person-drugs', text: 'On script' });
  contribute(session, { itemId, agencyId: 'agency-police', personId: null, text: 'No arrests' });
  const { contributions: shown } = getChairItem(session, { itemId });
  expect(shown.map(({ text }) => text)).toEqual(['No arrests', 'Between', 'On script']);
  expect(shown[2]).toMatchObject({ agencyId: 'agency-drugs', personName: expect.any(String), sentAt: session.now() });
});

test('A partner writes its own agency’s update and no other’s, and does not chair.', () => {
  const session = openScheme();
  const { itemIds } = runWith(session, ['Carterwick']);
  const itemId = itemIds[0] ?? '';
  const partner = as(session, 'partner', 'housing');
  contribute(partner, { itemId, agencyId: 'agency-housing', personId: 'person-housing', text: 'A room is free' });
  expect(() => contribute(partner, { itemId, agencyId: 'agency-drugs', personId: null, text: 'On script' })).toThrow('for another agency');
  for (const deed of [
    () => beginItem(partner, { itemId }),
    () => finishItem(partner, { itemId, state: 'deferred' }),
    () => recordDiscussion(partner, { itemId, discussion: '' }),
  ]) {
    expect(deed).toThrow('plan or run a conference');
  }
});

test('An update names somebody of the agency that it comes from.', () => {
  const session = openScheme();
  const { itemIds } = runWith(session, ['Carterwick']);
  const update = { itemId: itemIds[0] ?? '', agencyId: 'agency-housing', personId: 'person-drugs', text: 'A room is free' };
  expect(() => contribute(session, update)).toThrow('works for another agency');
});

test('General actions are the conference’s while they are open, and where they were set there.', () => {
  const session = openScheme();
  const { meetingId } = runWith(session, ['Carterwick']);
  const before = createAction(session, { ...action, caseId: null, meetingId: null, text: 'Renew the agreement' });
  const here = createAction(session, { ...action, caseId: null, meetingId, text: 'Invite the new manager' });
  settleActions(session, { ids: [here], outcome: 'done', note: '', meetingId });
  const shown = () => new Set(getChair(session, { meetingId }).generalActions.map(({ id }) => id));
  expect(shown()).toEqual(new Set([before, here]));
  settleActions(session, { ids: [before], outcome: 'withdrawn', note: '', meetingId: null });
  expect(shown()).toEqual(new Set([here]));
});

test('A case taken off the agenda, and one that is not known, are refused.', () => {
  const session = openScheme();
  const { itemIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  const itemId = itemIds[0] ?? '';
  removeCase(session, { itemId, reason: 'Moved away' });
  expect(() => beginItem(session, { itemId })).toThrow(Refusal);
  expect(() => getChairItem(session, { itemId: 'nowhere' })).toThrow(Refusal);
  expect(() => getChair(session, { meetingId: 'nowhere' })).toThrow(Refusal);
});
