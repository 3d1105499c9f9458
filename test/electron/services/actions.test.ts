import { expect, test } from 'vitest';
import { actions, devices, meetings } from '../../../db/schema';
import {
  actionStory,
  changeDue,
  createAction,
  listActions,
  noteOnActions,
  reassignActions,
  reopenActions,
  rewordAction,
  settleActions,
} from '../../../electron/services/actions';
import { Refusal } from '../../../shared/language/refusal';
import { addCase, as } from '../../support/builders';
import type { TestSession } from '../../support/session';
import { schemesWithWholeLogs } from '../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const hour = 3_600_000;

function newAction(session: TestSession, more: Partial<Parameters<typeof createAction>[1]> = {}) {
  return createAction(session, {
    caseId: null,
    meetingId: null,
    agencyId: 'agency-housing',
    personId: null,
    text: 'Book the duty assessment',
    kind: 'support',
    priority: 'normal',
    dueOn: '2026-03-06',
    ...more,
  });
}
const only = (session: TestSession, id: string) => listActions(session, { state: 'all' }).find((action) => action.id === id);

test('A new action has the next reference of the year, the day it was set, and the name and colour of its case.', () => {
  const session = openScheme();
  const caseId = addCase(session);
  newAction(session);
  const id = newAction(session, { caseId });
  expect(only(session, id)).toMatchObject({
    reference: '26-002',
    setOn: '2026-03-03',
    caseName: 'CARTERWICK, Dean',
    colour: null,
    outcome: null,
    carried: 0,
  });
});

test('References go on past 999 and start again with the year.', () => {
  const session = openScheme();
  session.record('action set', (operation) => {
    for (const reference of ['26-999', '26-1000']) operation.put(actions, operation.newId(), { reference });
  });
  expect(only(session, newAction(session))?.reference).toBe('26-1001');
  session.advance(365 * 24 * hour);
  expect(only(session, newAction(session, { dueOn: null }))?.reference).toBe('27-001');
});

test('A second device marks its references with a letter, so that two that have not met never write the same one.', () => {
  const session = openScheme();
  newAction(session);
  session.advance(hour);
  session.record('device joined', (operation) =>
    operation.put(devices, 'other-device', { joinedAt: operation.at, signingKey: session.device.publicKey }),
  );
  const other = { ...session, device: { ...session.device, id: 'other-device' } };
  expect(only(session, newAction(other))?.reference).toBe('26-002B');
  expect(only(session, newAction(session))?.reference).toBe('26-003');
});

test('Several actions are settled in one operation, each with its own entry in its story.', () => {
  const session = openScheme();
  const ids = [newAction(session), newAction(session, { caseId: addCase(session) })];
  settleActions(session, { ids, outcome: 'agency-did-not-act', note: 'No officer was free.', meetingId: null });
  const operations = session.connection.raw.prepare("select distinct operation from commits where intent = '2 actions settled'").all();
  expect(operations).toHaveLength(1);
  for (const id of ids) {
    expect(only(session, id)).toMatchObject({ outcome: 'agency-did-not-act', closedOn: '2026-03-03', closingNote: 'No officer was free.' });
    expect(actionStory(session, { id })).toMatchObject([
      { kind: 'settled', text: 'Not done: agency did not act. No officer was free.', personName: 'M. Larkspur' },
    ]);
  }
  expect(listActions(session, { state: 'open' })).toEqual([]);
  expect(listActions(session, { state: 'closed' })).toHaveLength(2);
});

test('Settling what is settled already is refused by name, and nothing of the rest is settled.', () => {
  const session = openScheme();
  const [first, second] = [newAction(session), newAction(session)];
  settleActions(session, { ids: [first], outcome: 'done', note: '', meetingId: null });
  const again = () => settleActions(session, { ids: [first, second], outcome: 'withdrawn', note: '', meetingId: null });
  expect(again).toThrow(Refusal);
  expect(again).toThrow('Action 26-001 is settled already. Nothing was changed. Reopen it first, or leave out what is settled.');
  expect(only(session, first)?.outcome).toBe('done');
  expect(only(session, second)?.outcome).toBeNull();
});

test('A reopened action is open as before, and its story still says how it was settled.', () => {
  const session = openScheme();
  const id = newAction(session);
  expect(() => reopenActions(session, { ids: [id], reason: 'x' })).toThrow('Action 26-001 is open already');
  settleActions(session, { ids: [id], outcome: 'done', note: 'Booked.', meetingId: null });
  session.advance(hour);
  reopenActions(session, { ids: [id], reason: 'It was another person’s booking.' });
  expect(only(session, id)).toMatchObject({ outcome: null, closedOn: null, closingNote: '' });
  expect(actionStory(session, { id }).map(({ kind }) => kind)).toEqual(['reopened', 'settled']);
});

test('A moved due date and another owner each leave an entry with what it was before and why.', () => {
  const session = openScheme();
  const id = newAction(session);
  changeDue(session, { ids: [id], dueOn: '2026-03-20', reason: 'The landlord is away.' });
  session.advance(hour);
  reassignActions(session, { ids: [id], agencyId: 'agency-drugs', personId: 'person-drugs', reason: '' });
  session.advance(hour);
  noteOnActions(session, { ids: [id], text: 'Left a message.' });
  expect(only(session, id)).toMatchObject({ dueOn: '2026-03-20', agencyId: 'agency-drugs', personId: 'person-drugs' });
  const name = session.person.drugs === undefined ? '' : actionOwner(session, session.person.drugs);
  expect(actionStory(session, { id }).map(({ text }) => text)).toEqual([
    'Left a message.',
    `To Drug Service, ${name}; with Housing Options before.`,
    'Due Fri 20 Mar 2026, Fri 6 Mar 2026 before. The landlord is away.',
  ]);
});

test('A reworded action keeps in its story what it said before; one in final minutes, or settled, keeps its words.', () => {
  const session = openScheme();
  const id = newAction(session, { text: 'Confirm the bed' });
  rewordAction(session, { id, text: 'Confirm the bed at Alder House' });
  expect(only(session, id)?.text).toBe('Confirm the bed at Alder House');
  expect(actionStory(session, { id })).toMatchObject([{ kind: 'reworded', text: 'Before: Confirm the bed' }]);
  rewordAction(session, { id, text: 'Confirm the bed at Alder House' });
  expect(actionStory(session, { id })).toHaveLength(1);
  settleActions(session, { ids: [id], outcome: 'done', note: '', meetingId: null });
  expect(() => rewordAction(session, { id, text: 'Another' })).toThrow('settled already');

  session.record('x', (operation) => operation.put(meetings, 'meeting', { state: 'running', title: 'Weekly' }));
  const agreed = newAction(session, { meetingId: 'meeting' });
  session.record('x', (operation) => operation.put(meetings, 'meeting', { state: 'final' }));
  expect(() => rewordAction(session, { id: agreed, text: 'Another' })).toThrow('final');
});

test('A partner rewords its own agency’s actions alone.', () => {
  const session = openScheme();
  const [own, other] = [newAction(session), newAction(session, { agencyId: 'agency-drugs' })];
  const partner = as(session, 'partner', 'housing');
  rewordAction(partner, { id: own, text: 'Book the viewing' });
  expect(() => rewordAction(partner, { id: other, text: 'Something else' })).toThrow(Refusal);
});

const actionOwner = (session: TestSession, id: string) =>
  (session.connection.raw.prepare('select name from people where id = ?').get(id) as { name: string }).name;

test('A due date that has passed, an unknown owner and someone of another agency are refused.', () => {
  const session = openScheme();
  expect(() => newAction(session, { dueOn: '2026-03-02' })).toThrow('The due date has passed already');
  expect(() => newAction(session, { agencyId: 'nowhere' })).toThrow(Refusal);
  expect(() => newAction(session, { personId: 'person-drugs' })).toThrow('works for another agency');
  expect(() => newAction(session, { caseId: 'nobody' })).toThrow('not in your copy');
  expect(listActions(session, { state: 'all' })).toEqual([]);
});

test('Nothing can be settled at a conference whose minutes are final.', () => {
  const session = openScheme();
  session.record('x', (operation) => operation.put(meetings, 'meeting', { state: 'final', title: 'Weekly' }));
  const id = newAction(session);
  expect(() => settleActions(session, { ids: [id], outcome: 'done', note: '', meetingId: 'meeting' })).toThrow('final');
});

test('A partner settles and notes its own agency’s actions, and no others; a manager changes none.', () => {
  const session = openScheme();
  const [own, other] = [newAction(session), newAction(session, { agencyId: 'agency-drugs' })];
  const partner = as(session, 'partner', 'housing');
  expect(() => newAction(partner)).toThrow('As a partner you cannot set an action.');
  expect(() => noteOnActions(partner, { ids: [own, other], text: 'x' })).toThrow(
    'As a partner you cannot change the actions of another agency.',
  );
  expect(() => changeDue(partner, { ids: [own], dueOn: '2026-04-01', reason: '' })).toThrow(Refusal);
  expect(() => reassignActions(partner, { ids: [own], agencyId: 'agency-drugs', personId: null, reason: '' })).toThrow(Refusal);
  reassignActions(partner, { ids: [own], agencyId: 'agency-housing', personId: 'person-housing', reason: '' });
  settleActions(partner, { ids: [own], outcome: 'done', note: '', meetingId: null });
  expect(only(session, own)?.outcome).toBe('done');
  expect(() => noteOnActions(as(session, 'manager'), { ids: [own], text: 'x' })).toThrow('As a manager you cannot change actions.');
});
