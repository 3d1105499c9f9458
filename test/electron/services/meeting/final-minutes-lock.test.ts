import { expect, test } from 'vitest';
import { fingerprintTables } from '../../../../db/log/rebuild';
import { attendanceOf, breaksOf } from '../../../../db/queries/meetings';
import { contributions, meetings, needs } from '../../../../db/schema';
import * as actions from '../../../../electron/services/actions';
import * as agenda from '../../../../electron/services/agenda/agenda';
import { takeProposedMinutes } from '../../../../electron/services/agenda/agenda-minutes';
import { createAgendaOrders } from '../../../../electron/services/agenda/agenda-order';
import { changeRest, previewRest } from '../../../../electron/services/agenda/agenda-rest';
import * as rules from '../../../../electron/services/agenda/agenda-rules';
import { addNeed, reviewNeed } from '../../../../electron/services/cases/case-entries';
import { changeColour } from '../../../../electron/services/cases/cases';
import * as chairing from '../../../../electron/services/meeting/chairing';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { recordDecision } from '../../../../electron/services/meeting/decisions';
import * as meetingServices from '../../../../electron/services/meeting/meetings';
import { orderCases } from '../../../../shared/agenda/order';
import type { Handlers } from '../../../../shared/ipc/verbs';
import { Refusal } from '../../../../shared/language/refusal';
import { newCases, runWith } from '../../../support/conference';
import { openTestScheme } from '../../../support/session';

type Writes<S extends keyof Handlers, Reads extends keyof Handlers[S]> = Readonly<Record<Exclude<keyof Handlers[S], Reads>, () => unknown>>;

/** A conference of everything that can be written to, with its minutes made final. */
function finalConference() {
  const session = openTestScheme();
  const { meetingId, itemIds, caseIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  const [itemId = ''] = itemIds;
  const [caseId = ''] = caseIds;
  const [another = ''] = newCases(session, ['Thistlemoor']);
  const attendance = { meetingId, agencyId: 'agency-police', personId: 'person-police', guestName: '', status: 'present' } as const;
  meetingServices.setAttendance(session, { ...attendance, id: null });
  agenda.addBreak(session, { meetingId, afterPosition: 1, minutes: 10, title: 'Break' });
  addNeed(session, { caseId, pathway: 'drugs', priority: 'high', note: '', agencyId: null });
  const attendanceId = attendanceOf(session.read, meetingId)[0]?.id ?? '';
  rules.setVisit(session, { meetingId, agencyId: 'agency-housing', from: null, until: '11:00', isRemote: false });
  const ruleId = rules.pairCases(session, { kind: 'together', itemId, otherItemId: itemIds[1] ?? '' });
  const breakId = breaksOf(session.read, meetingId)[0]?.id ?? '';
  const needId = session.read.select({ id: needs.id }).from(needs).get()?.id ?? '';
  const action = {
    caseId,
    agencyId: 'agency-housing',
    personId: null,
    text: 'Visit',
    kind: 'support',
    priority: 'normal',
    dueOn: null,
  } as const;
  const actionId = actions.createAction(session, { ...action, meetingId });
  chairing.contribute(session, { itemId, agencyId: 'agency-police', personId: null, text: 'Seen at home' });
  const updateId = session.read.select({ id: contributions.id }).from(contributions).get()?.id ?? '';
  chairing.beginItem(session, { itemId });
  chairing.finishItem(session, { itemId, state: 'discussed' });
  closeMeeting(session, { meetingId });
  session.record('minutes made final', (operation) => operation.put(meetings, meetingId, { state: 'final' }), { meetingId });
  return { session, meetingId, itemId, caseId, another, attendance, attendanceId, breakId, ruleId, needId, action, actionId, updateId };
}

test('Once the minutes are final every verb that writes to the conference is refused, and not one field changes.', async () => {
  const { session, meetingId, itemId, caseId, another, attendance, attendanceId, breakId, ruleId, needId, action, actionId, updateId } =
    finalConference();
  const orders = createAgendaOrders(async (problem) => orderCases(problem, { clock: () => 0, deadlineMs: 1, rounds: 5 }));
  // Typed by the contract: a new verb of a conference does not pass the type check until it is tried here.
  const ofMeetings: Writes<'meetings', 'list' | 'plan'> = {
    edit: () => meetingServices.editMeeting(session, { id: meetingId, place: 'Elsewhere' }),
    cancel: () => meetingServices.cancelMeeting(session, { meetingId, reason: 'Hall flooded' }),
    agreeStatement: () => meetingServices.agreeStatement(session, { meetingId }),
    setAttendance: () => meetingServices.setAttendance(session, { ...attendance, id: null }),
    arrive: () => meetingServices.arrive(session, { attendanceId }),
    leave: () => meetingServices.leave(session, { attendanceId }),
    close: () => closeMeeting(session, { meetingId }),
  };
  const ofAgenda: Writes<'agenda', 'get' | 'candidates' | 'issue' | 'search' | 'stopSearch' | 'proposedMinutes'> = {
    addCases: () => agenda.addCases(session, { meetingId, caseIds: [another], reason: 'due' }),
    removeCase: () => agenda.removeCase(session, { itemId, reason: 'No longer' }),
    move: () => agenda.moveCase(session, { itemId, position: 2 }),
    setMinutes: () => agenda.setMinutes(session, { itemId, minutes: 20 }),
    takeProposedMinutes: () => takeProposedMinutes(session, { meetingId, itemIds: [itemId] }),
    previewRest: () => previewRest(session, orders, { meetingId, told: null, caseId: another }),
    changeRest: () => changeRest(session, { meetingId, order: [caseId], told: null, add: another, remove: null }),
    pin: () => agenda.pinCase(session, { itemId, isPinned: true }),
    addBreak: () => agenda.addBreak(session, { meetingId, afterPosition: 1, minutes: 10, title: 'Break' }),
    removeBreak: () => agenda.removeBreak(session, { breakId }),
    setOrderRule: () => rules.setOrderRule(session, { meetingId, order: 'red-first' }),
    setSittings: () => rules.setSittings(session, { meetingId, sittings: { firstEndsAt: '12:30', secondStartsAt: '13:30' } }),
    setMostMinutes: () => rules.setMostMinutes(session, { meetingId, minutes: 60 }),
    setFixedStart: () => rules.setFixedStart(session, { itemId, startsAt: '10:30' }),
    setVisit: () => rules.setVisit(session, { meetingId, agencyId: 'agency-drugs', from: null, until: '11:00', isRemote: false }),
    removeVisit: () => rules.removeVisit(session, { meetingId, agencyId: 'agency-housing' }),
    pairCases: () => rules.pairCases(session, { kind: 'apart', itemId, otherItemId: itemId }),
    keepFrom: () => rules.keepFrom(session, { itemId, agencyId: 'agency-drugs', reason: '' }),
    removeCaseRule: () => rules.removeCaseRule(session, { ruleId }),
    order: () => orders.order(session, { meetingId }),
    orderRemaining: () => orders.orderRemaining(session, { meetingId }),
  };
  const ofChairing: Writes<'chairing', 'get' | 'others' | 'item' | 'keepDraft' | 'openProjector' | 'closeProjector'> = {
    begin: () => chairing.beginItem(session, { itemId }),
    finish: () => chairing.finishItem(session, { itemId, state: 'deferred' }),
    recordDiscussion: () => chairing.recordDiscussion(session, { itemId, discussion: 'Something else' }),
    recordDecision: () =>
      recordDecision(session, {
        itemId,
        decision: 'stays',
        decisionText: '',
        rationale: '',
        dissent: '',
        agreedBy: [],
        reviewDue: '2026-09-01',
      }),
    contribute: () => chairing.contribute(session, { itemId, agencyId: 'agency-police', personId: null, text: 'An afterthought' }),
    reviseUpdate: () => chairing.reviseUpdate(session, { id: updateId, text: 'Not seen at home' }),
  };
  const ofCases = {
    changeColour: () =>
      changeColour(session, { caseId, meetingId, colour: 'G', reason: 'Better', decidedOn: '2026-03-03', agreedBy: [], dissent: '' }),
    reviewNeed: () => reviewNeed(session, { needId, progress: 'good', note: '', meetingId }),
    createAction: () => actions.createAction(session, { ...action, meetingId }),
    settleAction: () => actions.settleActions(session, { ids: [actionId], outcome: 'done', note: '', meetingId }),
  };
  const before = fingerprintTables(session.connection);
  for (const [verb, write] of Object.entries({ ...ofMeetings, ...ofAgenda, ...ofChairing, ...ofCases })) {
    const outcome = await Promise.resolve()
      .then(write)
      .then(
        () => 'it was written',
        (error: unknown) => error,
      );
    expect(outcome, verb).toBeInstanceOf(Refusal);
    expect(String(outcome), verb).toContain('minutes of this conference are final');
  }
  expect(fingerprintTables(session.connection)).toBe(before);
  session.connection.close();
});

test('Work on a case goes on between conferences: its actions are settled and its colour changes, outside the locked one.', () => {
  const { session, caseId, actionId } = finalConference();
  actions.settleActions(session, { ids: [actionId], outcome: 'done', note: '', meetingId: null });
  changeColour(session, { caseId, meetingId: null, colour: 'G', reason: 'Better', decidedOn: '2026-03-03', agreedBy: [], dissent: '' });
  expect(actions.listActions(session, { state: 'open' })).toEqual([]);
  session.connection.close();
});

test('A conference with final minutes can still be read, case by case.', () => {
  const { session, meetingId, itemId } = finalConference();
  expect(chairing.getChair(session, { meetingId }).state).toBe('final');
  expect(chairing.getChairItem(session, { itemId }).state).toBe('discussed');
  session.connection.close();
});
