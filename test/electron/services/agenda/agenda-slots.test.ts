import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { slotsOf } from '../../../../db/queries/agenda-slots';
import { agencies, agendaSlots } from '../../../../db/schema';
import { addBreak, addCases, moveCase, removeCase, setMinutes } from '../../../../electron/services/agenda/agenda';
import { setSittings, setVisit } from '../../../../electron/services/agenda/agenda-rules';
import { slotId, staysOf } from '../../../../electron/services/agenda/agenda-slots';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { createDocumentDesk, type FindLeast } from '../../../../electron/services/documents/issue-documents';
import { listInvitations, makeInvitation } from '../../../../electron/services/invitations/invitations';
import { agreeStatement, cancelMeeting, editMeeting, listMeetings } from '../../../../electron/services/meeting/meetings';
import { as } from '../../../support/builders';
import { minute, planToday, planWith, storedMeeting } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
/** The pages are not what is looked at here. */
const blank = () => Promise.resolve({ bytes: new Uint8Array([37]), pages: 1 });
const desk = createDocumentDesk(blank);

/** Three cases of ten minutes: housing at the first and last, the drug service at the second. */
function prepared(session: TestSession) {
  const listed = planWith(session, ['Carterwick', 'Oakenfell', 'Thistlemoor']);
  const [first = '', second = '', third = ''] = listed.caseIds;
  const need = { priority: 'high', note: '' } as const;
  for (const caseId of [first, third]) addNeed(session, { ...need, caseId, pathway: 'accommodation', agencyId: 'agency-housing' });
  addNeed(session, { ...need, caseId: second, pathway: 'drugs', agencyId: 'agency-drugs' });
  for (const itemId of listed.itemIds) setMinutes(session, { itemId, minutes: 10 });
  return listed;
}

const slots = (session: TestSession, meetingId: string) =>
  new Map(
    slotsOf(session.read, meetingId).map(({ agencyId, arrives, leaves, sequence, withdrawnOn }) => [
      agencyId,
      [arrives, leaves, sequence, withdrawnOn === null],
    ]),
  );

test('Issuing an agenda keeps when each agency comes, for partners whose copy could not work it out.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  const kept = slots(session, meetingId);
  expect(kept.get('agency-housing')).toEqual([5, 35, 0, true]);
  expect(kept.get('agency-drugs')).toEqual([15, 25, 0, true]);
  expect(kept.get('agency-police')).toEqual([0, 35, 0, true]);
  expect(kept.has('agency-employment')).toBe(false);
  expect(slotsOf(session.read, meetingId).every(({ changedAt }) => changedAt === session.now())).toBe(true);
});

test('Slots are in the space that every member reads, and name no case.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  const bodies = session.connection.raw.prepare("select space, body from commits where body like '%agenda_slots%'").all() as {
    space: string;
    body: string;
  }[];
  expect(new Set(bodies.map(({ space }) => space))).toEqual(new Set(['scheme']));
  for (const caseId of caseIds) expect(bodies.some(({ body }) => body.includes(caseId))).toBe(false);
});

test('An agenda issued again without a change leaves every slot as it was.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  const before = slotsOf(session.read, meetingId);
  session.advance(minute);
  await desk.issueAgenda(session, { meetingId });
  expect(slotsOf(session.read, meetingId)).toEqual(before);
});

test('A re-issue raises the sequence of the slots that changed, and of no other.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  moveCase(session, { itemId: itemIds[1] ?? '', position: 1 });
  await desk.issueAgenda(session, { meetingId });
  const kept = slots(session, meetingId);
  expect(kept.get('agency-drugs')).toEqual([5, 15, 1, true]);
  expect(kept.get('agency-housing')).toEqual([15, 35, 1, true]);
  expect(kept.get('agency-police')).toEqual([0, 35, 0, true]);
});

test('An agency that falls off the agenda loses its slot, and has it again with a higher sequence when it comes back.', async () => {
  const session = openScheme();
  const { meetingId, itemIds, caseIds } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  removeCase(session, { itemId: itemIds[1] ?? '', reason: 'Next week' });
  await desk.issueAgenda(session, { meetingId });
  expect(slots(session, meetingId).get('agency-drugs')).toEqual([15, 25, 1, false]);
  await desk.issueAgenda(session, { meetingId });
  expect(slots(session, meetingId).get('agency-drugs')).toEqual([15, 25, 1, false]);
  addCases(session, { meetingId, caseIds: [caseIds[1] ?? ''], reason: 'due' });
  await desk.issueAgenda(session, { meetingId });
  expect(slots(session, meetingId).get('agency-drugs')?.slice(2)).toEqual([2, true]);
});

test('A break that puts an agency later is a change of its slot.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  addBreak(session, { meetingId, afterPosition: 1, minutes: 20, title: 'Tea' });
  await desk.issueAgenda(session, { meetingId });
  expect(slots(session, meetingId).get('agency-drugs')).toEqual([35, 45, 1, true]);
});

test('Moving an issued conference raises the sequence of every slot that stands; setting the same again raises none.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  editMeeting(session, { id: meetingId, heldOn: '2026-03-10', startsAt: '14:00', place: 'Room 2' });
  expect([...slots(session, meetingId).values()].every(([, , sequence]) => sequence === 1)).toBe(true);
  editMeeting(session, { id: meetingId, heldOn: '2026-03-10', startsAt: '14:00' });
  expect([...slots(session, meetingId).values()].every(([, , sequence]) => sequence === 1)).toBe(true);
});

test('A cancelled conference has no slots that stand, takes nothing more, and frees its hour.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  expect(() => cancelMeeting(as(session, 'partner'), { meetingId, reason: 'No' })).toThrow('As a partner you cannot');
  cancelMeeting(session, { meetingId, reason: 'The hall is flooded' });
  expect(listMeetings(session).find(({ id }) => id === meetingId)?.state).toBe('cancelled');
  expect([...slots(session, meetingId).values()].every(([, , sequence, stands]) => sequence === 1 && !stands)).toBe(true);
  expect(() => addCases(session, { meetingId, caseIds: [...caseIds], reason: 'due' })).toThrow('was cancelled');
  await expect(desk.issueAgenda(session, { meetingId })).rejects.toThrow('was cancelled');
  expect(storedMeeting(session, planToday(session)).state).toBe('planned');
});

test('A conference that has begun is not cancelled.', () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  agreeStatement(session, { meetingId });
  expect(() => cancelMeeting(session, { meetingId, reason: 'Too late' })).toThrow('has begun');
  expect(storedMeeting(session, meetingId).state).toBe('running');
});

test('An agency that comes to both of two sittings, or by call, keeps each of its stays, and a change of them is a change of its slot.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  setSittings(session, { meetingId, sittings: { firstEndsAt: '10:26', secondStartsAt: '13:00' } });
  setVisit(session, { meetingId, agencyId: 'agency-drugs', from: null, until: null, isRemote: true });
  await desk.issueAgenda(session, { meetingId });
  const kept = new Map(slotsOf(session.read, meetingId).map((slot) => [slot.agencyId, slot]));
  const housing = kept.get('agency-housing');
  expect(housing).toMatchObject({ arrives: 5, leaves: 190, sequence: 1, isRemote: false });
  expect(housing && staysOf(housing)).toEqual([
    { from: 5, to: 15 },
    { from: 180, to: 190 },
  ]);
  expect(kept.get('agency-drugs')).toMatchObject({ arrives: 15, leaves: 25, sequence: 1, isRemote: true, stays: '[]' });
  const invited = listInvitations(session, { meetingId }).agencies;
  expect(invited.find(({ agencyId }) => agencyId === 'agency-housing')?.stays).toEqual([
    { arrivesAt: '10:05', leavesAt: '10:15' },
    { arrivesAt: '13:00', leavesAt: '13:10' },
  ]);
  const letterTo = async (agencyId: string) =>
    (await PostalMime.parse((await makeInvitation(session, { meetingId, agencyId })).mail.bytes)).text;
  expect(await letterTo('agency-housing')).toContain('Arrive: 10:05\nLeave: 10:15\nArrive: 13:00\nLeave: 13:10\nPlace: Room 2');
  expect(await letterTo('agency-drugs')).toContain('By call: 10:15 to 10:25\n');
});

test('What a newer version wrote of stays is passed over, and the slot still begins and ends.', () => {
  expect(staysOf({ arrives: 5, leaves: 20, stays: '{"by":"boat"}' })).toEqual([{ from: 5, to: 20 }]);
  expect(staysOf({ arrives: 5, leaves: 20, stays: '[[1,2],"x",[3]]' })).toEqual([{ from: 1, to: 2 }]);
});

test('Two computers that issue one agenda write the same rows.', () => {
  expect(slotId('meeting-1', 'agency-housing')).toBe(slotId('meeting-1', 'agency-housing'));
  expect(slotId('meeting-1', 'agency-housing')).not.toBe(slotId('meeting-2', 'agency-housing'));
  expect(slotId('meeting-1', 'agency-housing')).toMatch(/^[0-9a-f-]{36}$/);
});

test('What was least possible, and whether that is proven, is kept with the agenda; a search that fails keeps none.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  const issueWith = (least: FindLeast) => createDocumentDesk(blank, () => {}, least).issueAgenda(session, { meetingId });
  await issueWith(async () => ({ least: 0, isLeastProven: true }));
  expect(storedMeeting(session, meetingId)).toMatchObject({
    plannedWaiting: 10,
    listOrderWaiting: 10,
    leastWaiting: 0,
    isLeastProven: true,
  });
  await issueWith(() => Promise.reject(new Error('The worker went away.')));
  expect(storedMeeting(session, meetingId)).toMatchObject({ agendaVersion: 2, leastWaiting: null, isLeastProven: false });
});

test('Slots of an agency that was withdrawn since are left where they are.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  await desk.issueAgenda(session, { meetingId });
  session.record('agency withdrawn', (operation) => operation.put(agencies, 'agency-drugs', { withdrawnOn: session.today() }));
  await desk.issueAgenda(session, { meetingId });
  expect(
    session.read
      .select()
      .from(agendaSlots)
      .all()
      .find(({ agencyId }) => agencyId === 'agency-drugs'),
  ).toMatchObject({
    sequence: 1,
    withdrawnOn: session.today(),
  });
});
