import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breaksOf, itemsOf } from '../../../../db/queries/meetings';
import { agendaItems, cases } from '../../../../db/schema';
import { createAction } from '../../../../electron/services/actions';
import {
  addBreak,
  addCases,
  agendaCandidates,
  moveCase,
  pinCase,
  removeBreak,
  removeCase,
  setMinutes,
} from '../../../../electron/services/agenda/agenda';
import { editCase } from '../../../../electron/services/cases/cases';
import { beginItem, finishItem } from '../../../../electron/services/meeting/chairing';
import { addDays } from '../../../../shared/language/dates';
import { Refusal } from '../../../../shared/language/refusal';
import { as } from '../../../support/builders';
import { dayLong, newCases, planToday, planWith, runWith, surnames } from '../../../support/conference';
import { openTestScheme, type TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const four = ['Abbotslow', 'Bramblecote', 'Carterwick', 'Doylehurst'];

test('Cases stand on the agenda in the order they were added, each with the minutes that such a case takes.', () => {
  const session = openScheme();
  const { meetingId } = planWith(session, [
    { surname: 'Carterwick', colour: 'R' },
    { surname: 'Oakenfell', colour: 'A' },
    { surname: 'Ingleby', colour: 'G' },
    { surname: 'Kettlebank', colour: 'B', statutoryPosition: 'serving' },
  ]);
  expect(itemsOf(session.read, meetingId).map(({ position, listPosition, minutes }) => [position, listPosition, minutes])).toEqual([
    [1, 1, 8],
    [2, 2, 6],
    [3, 3, 4],
    [4, 4, 5],
  ]);
  expect(surnames(session, meetingId)).toEqual(['CARTERWICK', 'OAKENFELL', 'INGLEBY', 'KETTLEBANK']);
});

test('A case that is on the agenda already stays as it is, and one named twice is added once.', () => {
  const session = openScheme();
  const { meetingId, caseIds, itemIds } = planWith(session, ['Carterwick', 'Oakenfell']);
  const [first = '', second = ''] = caseIds;
  setMinutes(session, { itemId: itemIds[0] ?? '', minutes: 15 });
  const [third = ''] = newCases(session, ['Thistlemoor']);
  addCases(session, { meetingId, caseIds: [third, first, third, second], reason: 'due' });
  expect(itemsOf(session.read, meetingId).map(({ caseId, reason, minutes }) => [caseId, reason, minutes])).toEqual([
    [first, 'by-hand', 15],
    [second, 'by-hand', 6],
    [third, 'due', 6],
  ]);
});

test('Adding many cases is one operation, and where one of them is not known none is added.', () => {
  const session = openScheme();
  const caseIds = [...newCases(session, four)];
  const meetingId = planToday(session);
  expect(() => addCases(session, { meetingId, caseIds: [...caseIds, 'nowhere'], reason: 'due' })).toThrow(Refusal);
  expect(itemsOf(session.read, meetingId)).toEqual([]);
  addCases(session, { meetingId, caseIds, reason: 'due' });
  const operations = session.connection.raw
    .prepare("select distinct operation from commits where intent = 'cases put on the agenda'")
    .all();
  expect(operations).toHaveLength(1);
});

test('A case taken off keeps its reason, the others close up, and it can be put on again at the end.', () => {
  const session = openScheme();
  const { meetingId, itemIds, caseIds } = planWith(session, four);
  removeCase(session, { itemId: itemIds[1] ?? '', reason: 'In hospital' });
  expect(surnames(session, meetingId)).toEqual(['ABBOTSLOW', 'CARTERWICK', 'DOYLEHURST']);
  expect(itemsOf(session.read, meetingId).map(({ position }) => position)).toEqual([1, 2, 3]);
  const withdrawn = session.read
    .select()
    .from(agendaItems)
    .all()
    .find(({ id }) => id === itemIds[1]);
  expect(withdrawn).toMatchObject({ withdrawnOn: '2026-03-03', withdrawnReason: 'In hospital' });
  addCases(session, { meetingId, caseIds: [caseIds[1] ?? ''], reason: 'by-hand' });
  expect(surnames(session, meetingId)).toEqual(['ABBOTSLOW', 'CARTERWICK', 'DOYLEHURST', 'BRAMBLECOTE']);
});

test('A case that has been begun is not taken off the agenda.', () => {
  const session = openScheme();
  const { itemIds } = runWith(session, four);
  const itemId = itemIds[0] ?? '';
  beginItem(session, { itemId });
  expect(() => removeCase(session, { itemId, reason: '' })).toThrow('Defer it instead');
  finishItem(session, { itemId, state: 'discussed' });
  expect(() => removeCase(session, { itemId, reason: '' })).toThrow('Defer it instead');
});

test('A case is moved up, down, and past the end to the end.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = planWith(session, four);
  moveCase(session, { itemId: itemIds[3] ?? '', position: 1 });
  expect(surnames(session, meetingId)).toEqual(['DOYLEHURST', 'ABBOTSLOW', 'BRAMBLECOTE', 'CARTERWICK']);
  moveCase(session, { itemId: itemIds[3] ?? '', position: 3 });
  expect(surnames(session, meetingId)).toEqual(['ABBOTSLOW', 'BRAMBLECOTE', 'DOYLEHURST', 'CARTERWICK']);
  moveCase(session, { itemId: itemIds[0] ?? '', position: 1000 });
  expect(surnames(session, meetingId)).toEqual(['BRAMBLECOTE', 'DOYLEHURST', 'CARTERWICK', 'ABBOTSLOW']);
});

test('Breaks come between cases until they are removed.', () => {
  const session = openScheme();
  const { meetingId } = planWith(session, four);
  addBreak(session, { meetingId, afterPosition: 2, minutes: 10, title: 'Break' });
  const [pause] = breaksOf(session.read, meetingId);
  expect(pause).toMatchObject({ afterPosition: 2, minutes: 10, title: 'Break' });
  removeBreak(session, { breakId: pause?.id ?? '' });
  expect(breaksOf(session.read, meetingId)).toEqual([]);
  expect(() => removeBreak(session, { breakId: pause?.id ?? '' })).toThrow('gone already');
});

test('Candidates are the adopted cases that are not on the agenda, each with every reason that speaks for it.', () => {
  const session = openScheme();
  const [red = '', due = '', owed = '', left = ''] = newCases(session, [
    { surname: 'Carterwick', colour: 'R' },
    'Oakenfell',
    'Thistlemoor',
    'Saltergill',
  ]);
  editCase(session, { id: due, fields: { reviewDue: '2026-03-10' } });
  const action = {
    meetingId: null,
    agencyId: 'agency-housing',
    personId: null,
    text: 'Visit',
    kind: 'support',
    priority: 'normal',
  } as const;
  createAction(session, { ...action, caseId: owed, dueOn: '2026-03-03' });
  session.record('case left', (operation) => operation.put(cases, left, { state: 'left' }));
  const { meetingId, caseIds } = planWith(session, ['Wexcombe']);
  const found = agendaCandidates(session, { meetingId });
  expect(found.map(({ caseName }) => caseName)).toEqual(['CARTERWICK, Ashe', 'OAKENFELL, Ashe', 'THISTLEMOOR, Ashe']);
  const reasons = new Map(found.map((each) => [each.caseId, each.reasons]));
  expect(reasons.get(red)).toEqual(['changed', 'red']);
  expect(reasons.get(due)).toEqual(['due', 'changed']);
  expect(reasons.get(owed)).toEqual(['changed', 'open-actions']);
  expect(found.find(({ caseId }) => caseId === owed)).toMatchObject({ openActions: 1, lastDiscussedOn: null });
  expect(caseIds.some((id) => reasons.has(id))).toBe(false);
});

test('A case that was discussed is no candidate for having changed until something is recorded on it on a later day.', () => {
  const session = openScheme();
  const { itemIds, caseIds } = runWith(session, ['Carterwick']);
  const itemId = itemIds[0] ?? '';
  beginItem(session, { itemId });
  finishItem(session, { itemId, state: 'discussed' });
  session.advance(6 * dayLong);
  const meetingId = planToday(session, { heldOn: '2026-03-10' });
  const reasons = () => agendaCandidates(session, { meetingId })[0]?.reasons;
  expect(reasons()).toEqual([]);
  editCase(session, { id: caseIds[0] ?? '', fields: { area: 'Priory' } });
  expect(reasons()).toEqual(['changed']);
});

test('Only a coordinator changes an agenda.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = planWith(session, four);
  const itemId = itemIds[0] ?? '';
  const manager = as(session, 'manager');
  for (const change of [
    () => addCases(manager, { meetingId, caseIds: ['x'], reason: 'due' }),
    () => removeCase(manager, { itemId, reason: '' }),
    () => moveCase(manager, { itemId, position: 2 }),
    () => setMinutes(manager, { itemId, minutes: 9 }),
    () => pinCase(manager, { itemId, isPinned: true }),
    () => addBreak(manager, { meetingId, afterPosition: 1, minutes: 10, title: 'Break' }),
  ]) {
    expect(change).toThrow('plan or run a conference');
  }
});

type Step =
  | { readonly kind: 'add'; readonly of: number }
  | { readonly kind: 'remove' | 'move' | 'pin'; readonly of: number; readonly to: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), of: fc.nat(7) }),
  fc.record({
    kind: fc.constantFrom('remove' as const, 'move' as const, 'pin' as const),
    of: fc.nat(9),
    to: fc.integer({ min: 1, max: 10 }),
  }),
);

function take(session: TestSession, meetingId: string, caseIds: readonly string[], { kind, of, ...more }: Step): void {
  const itemId = itemsOf(session.read, meetingId)[of]?.id;
  const to = 'to' in more ? more.to : 1;
  if (kind === 'add') addCases(session, { meetingId, caseIds: [caseIds[of] ?? ''], reason: 'due' });
  else if (itemId === undefined) return;
  else if (kind === 'remove') removeCase(session, { itemId, reason: 'Not needed' });
  else if (kind === 'move') moveCase(session, { itemId, position: to });
  else pinCase(session, { itemId, isPinned: to % 2 === 0 });
}

test('Whatever is added, moved and taken off, positions run from 1 without a gap, no case stands twice, and who came first in the list still did.', () => {
  const session = openTestScheme();
  const caseIds = newCases(session, ['Aa', 'Bb', 'Cc', 'Dd', 'Ee', 'Ff', 'Gg', 'Hh']);
  let day = session.today();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      day = addDays(day, 1);
      const meetingId = planToday(session, { heldOn: day });
      const came: string[] = [];
      for (const each of steps) {
        take(session, meetingId, caseIds, each);
        const now = itemsOf(session.read, meetingId).map(({ caseId }) => caseId ?? '');
        for (const gone of came.filter((id) => !now.includes(id))) came.splice(came.indexOf(gone), 1);
        for (const id of now) if (!came.includes(id)) came.push(id);
      }
      const items = itemsOf(session.read, meetingId);
      expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
      expect(new Set(items.map(({ caseId }) => caseId)).size).toBe(items.length);
      expect([...items].sort((a, b) => a.listPosition - b.listPosition).map(({ caseId }) => caseId)).toEqual(came);
    }),
    { numRuns: 60 },
  );
  session.connection.close();
});
