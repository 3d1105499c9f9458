import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { findCase } from '../../../../db/queries/cases';
import { renderDocument } from '../../../../electron/documents/render';
import { createAction, listActions, settleActions } from '../../../../electron/services/actions';
import { addBreak, addCases, agendaCandidates, pinCase } from '../../../../electron/services/agenda/agenda';
import { createAgendaOrders } from '../../../../electron/services/agenda/agenda-order';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { changeColour } from '../../../../electron/services/cases/cases';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import {
  beginItem,
  contribute,
  finishItem,
  getChair,
  getChairItem,
  keepDraft,
  recordDiscussion,
} from '../../../../electron/services/meeting/chairing';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { recordDecision } from '../../../../electron/services/meeting/decisions';
import { agreeStatement, arrive, leave, planMeeting, setAttendance } from '../../../../electron/services/meeting/meetings';
import { orderCases } from '../../../../shared/agenda/order';
import { actionOutcomes } from '../../../../shared/language/action';
import { minute, newCases, storedMeeting, surnames } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const desk = createDocumentDesk(renderDocument);
const orders = createAgendaOrders(async (problem) => orderCases(problem, { clock: () => 0, deadlineMs: 1, rounds: 200 }));
const core = ['agency-police', 'agency-probation'];
const common = { personId: null, kind: 'support', priority: 'normal' } as const;

function textOf(session: TestSession, id: string): string {
  return spawnSync('pdftotext', ['-layout', '-', '-'], { input: desk.bytes(session, { id }), encoding: 'utf8' }).stdout;
}

/** Five cases with something on each, and five actions owed from before. */
function aCohort(session: TestSession) {
  const caseIds = newCases(session, [
    { surname: 'Carterwick', colour: 'R' },
    { surname: 'Oakenfell', colour: 'A' },
    { surname: 'Thistlemoor', colour: 'A' },
    { surname: 'Ingleby', colour: 'G' },
    { surname: 'Wexcombe', colour: 'G' },
  ]);
  const [carterwick = '', oakenfell = '', thistlemoor = '', ingleby = ''] = caseIds;
  addNeed(session, { caseId: carterwick, pathway: 'accommodation', priority: 'high', note: '', agencyId: 'agency-housing' });
  addNeed(session, { caseId: thistlemoor, pathway: 'accommodation', priority: 'low', note: '', agencyId: 'agency-housing' });
  addNeed(session, { caseId: oakenfell, pathway: 'drugs', priority: 'medium', note: '', agencyId: 'agency-drugs' });
  const owed = ['Confirm the bed', 'Home visit', 'Offer a script review', 'Ask for a report'].map((text) =>
    createAction(session, { ...common, caseId: carterwick, meetingId: null, agencyId: 'agency-housing', text, dueOn: '2026-03-03' }),
  );
  const stillOwed = createAction(session, {
    ...common,
    caseId: ingleby,
    meetingId: null,
    agencyId: 'agency-jobcentre',
    text: 'Travel costs',
    dueOn: null,
  });
  return { caseIds, owed, stillOwed };
}

test('A conference goes from plan to packs: ordered, issued, agreed, discussed with drafts, decided, settled, closed, minuted, locked, and the log holds every bit of it.', async () => {
  const session = openScheme();
  const { caseIds, owed, stillOwed } = aCohort(session);
  const [carterwick = '', oakenfell = '', , ingleby = ''] = caseIds;
  const meetingId = planMeeting(session, { title: 'Weekly conference', place: 'Room 2', heldOn: '2026-03-03', startsAt: '10:00' });

  const chosen = agendaCandidates(session, { meetingId }).filter(({ reasons }) => reasons.length > 0);
  expect(chosen).toHaveLength(5);
  addCases(session, { meetingId, caseIds: caseIds.slice(0, 4), reason: 'changed' });
  addCases(session, { meetingId, caseIds: caseIds.slice(4), reason: 'by-hand' });
  const before = await orders.view(session, { meetingId });
  const first = before.items[0];
  pinCase(session, { itemId: first?.id ?? '', isPinned: true });
  addBreak(session, { meetingId, afterPosition: 2, minutes: 10, title: 'Break' });
  await orders.order(session, { meetingId });
  const ordered = await orders.view(session, { meetingId });
  expect(ordered.items[0]?.caseId).toBe(carterwick);
  expect(ordered.cost.now).toBeLessThan(ordered.cost.listOrder);
  expect(ordered.cost.listOrder).toBe(before.cost.now);
  const agenda = await desk.issueAgenda(session, { meetingId });
  expect(storedMeeting(session, meetingId)).toMatchObject({
    state: 'agenda-issued',
    plannedWaiting: ordered.cost.now,
    listOrderWaiting: ordered.cost.listOrder,
  });
  expect(textOf(session, agenda.id)).toContain('THISTLEMOOR');

  const here = (agencyId: string, personId: string, status: 'present' | 'apologies') =>
    setAttendance(session, { meetingId, id: null, agencyId, personId, guestName: '', status });
  here('agency-police', 'person-police', 'present');
  here('agency-housing', 'person-housing', 'apologies');
  agreeStatement(session, { meetingId });
  const housing = getChair(session, { meetingId }).attendance.find(({ agencyId }) => agencyId === 'agency-housing')?.id ?? '';
  arrive(session, { attendanceId: housing });

  const chair = getChair(session, { meetingId });
  const itemOf = (caseId: string) => chair.items.find((item) => item.caseId === caseId)?.id ?? '';
  const itemId = itemOf(carterwick);
  beginItem(session, { itemId });
  contribute(session, { itemId, agencyId: 'agency-housing', personId: 'person-housing', text: 'One room from Mon 9 Mar.' });
  expect(getChairItem(session, { itemId }).lastActions).toHaveLength(4);
  for (const [index, outcome] of actionOutcomes.entries()) {
    settleActions(session, { ids: [owed[index] ?? ''], outcome, note: `Settled as ${outcome}.`, meetingId });
  }
  for (const text of ['Housing is', 'Housing is the thread.']) keepDraft(session, { itemId, field: 'discussion', text });
  session.advance(6 * minute);
  recordDiscussion(session, { itemId, discussion: getChairItem(session, { itemId }).drafts.discussion ?? '' });
  const agreed = { meetingId, decidedOn: '2026-03-03', agreedBy: [...core], dissent: 'Drug Service would wait.' };
  changeColour(session, { ...agreed, caseId: carterwick, colour: 'A', reason: 'Engaging again.' });
  const decision = {
    decisionText: 'Step down to Amber',
    rationale: 'Three of three appointments.',
    dissent: '',
    agreedBy: [...core],
    reviewDue: '2026-03-10',
  };
  recordDecision(session, { itemId, decision: 'stays', ...decision });
  createAction(session, {
    ...common,
    caseId: carterwick,
    meetingId,
    agencyId: 'agency-housing',
    text: 'Assess at the YMCA',
    dueOn: '2026-03-06',
  });
  finishItem(session, { itemId, state: 'discussed' });
  leave(session, { attendanceId: housing });

  beginItem(session, { itemId: itemOf(oakenfell) });
  recordDecision(session, {
    itemId: itemOf(oakenfell),
    decision: 'deselect',
    ...decision,
    rationale: 'No offence for fourteen months.',
    reviewDue: null,
  });
  finishItem(session, { itemId: itemOf(oakenfell), state: 'discussed' });
  finishItem(session, { itemId: chair.items.find(({ surname }) => surname === 'THISTLEMOOR')?.id ?? '', state: 'deferred' });
  beginItem(session, { itemId: itemOf(ingleby) });
  createAction(session, { ...common, caseId: null, meetingId, agencyId: 'agency-police', text: 'Invite the new manager', dueOn: null });
  session.advance(4 * minute);
  const { carried, nextMeetingId } = closeMeeting(session, { meetingId });

  expect(carried).toBe(1);
  expect(listActions(session, { state: 'open' }).find(({ id }) => id === stillOwed)?.carried).toBe(1);
  expect(surnames(session, nextMeetingId)).toEqual(expect.arrayContaining(['CARTERWICK', 'INGLEBY', 'THISTLEMOOR', 'WEXCOMBE']));
  expect(surnames(session, nextMeetingId)).not.toContain('OAKENFELL');
  expect(findCase(session.read, oakenfell)).toMatchObject({ state: 'left', leftReason: 'No offence for fourteen months.' });
  expect(new Set(listActions(session, { state: 'closed' }).map(({ outcome }) => outcome))).toEqual(new Set(actionOutcomes));

  const draft = await desk.issueMinutes(session, { meetingId, isFinal: false });
  const final = await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect([draft.version, final.version, final.number]).toEqual([1, 2, draft.number]);
  const minutes = textOf(session, final.id);
  for (const said of [
    'Housing is the thread.',
    'One room from Mon 9 Mar.',
    'Engaging again.',
    'Three of three appointments.',
    'Assess at the YMCA',
    'No offence for fourteen months.',
    'Invite the new manager',
    'THISTLEMOOR',
  ]) {
    expect(minutes).toContain(said);
  }
  expect(() => recordDiscussion(session, { itemId, discussion: 'Too late' })).toThrow('minutes of this conference are final');

  const packs = await desk.issuePacks(session, { meetingId });
  expect(packs.perAgency.filter(({ problem }) => problem !== null)).toEqual([]);
  const pack = (agencyId: string) => textOf(session, packs.documents.find((row) => row.agencyId === agencyId)?.id ?? '');
  expect(pack('agency-housing')).toContain('Assess at the YMCA');
  expect(pack('agency-housing')).toContain('CARTERWICK');
  expect(pack('agency-housing')).not.toMatch(/OAKENFELL|INGLEBY|WEXCOMBE|Travel costs/);
  expect(pack('agency-jobcentre')).toContain('Travel costs');
  expect(pack('agency-jobcentre')).not.toMatch(/CARTERWICK|OAKENFELL|THISTLEMOOR|WEXCOMBE/);
  expect(new Set(desk.list(session).map(({ sha256 }) => sha256)).size).toBe(desk.list(session).length);
});
