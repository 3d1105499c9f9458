import { expect, test } from 'vitest';
import { findCase } from '../../../../db/queries/cases';
import { agencies } from '../../../../db/schema';
import { caseFieldHistory } from '../../../../electron/services/cases/cases';
import { getChairItem } from '../../../../electron/services/meeting/chairing';
import { recordDecision } from '../../../../electron/services/meeting/decisions';
import { Refusal } from '../../../../shared/language/refusal';
import { as } from '../../../support/builders';
import { runWith } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const core = ['agency-police', 'agency-probation'];

function onTheTable(session: TestSession) {
  const { itemIds, caseIds } = runWith(session, ['Carterwick']);
  const caseId = caseIds[0] ?? '';
  const stays = {
    itemId: itemIds[0] ?? '',
    decision: 'stays',
    decisionText: 'Weekly visits',
    rationale: '',
    dissent: '',
    agreedBy: core,
    reviewDue: '2026-06-02',
  } as const;
  return { stays, caseId, itemId: stays.itemId, row: () => findCase(session.read, caseId) };
}

test('A case that stays keeps its decision, who agreed, any dissent, and its new review date, in one operation.', () => {
  const session = openScheme();
  const { stays, itemId, row } = onTheTable(session);
  recordDecision(session, { ...stays, agreedBy: [...core], dissent: 'Drug Service would wait.' });
  expect(getChairItem(session, { itemId })).toMatchObject({
    decision: 'stays',
    decisionText: 'Weekly visits',
    dissent: 'Drug Service would wait.',
    agreedBy: core,
  });
  expect(row()).toMatchObject({ reviewDue: '2026-06-02', state: 'adopted' });
  const operations = session.connection.raw.prepare("select distinct operation from commits where intent = 'decision recorded'").all();
  expect(operations).toHaveLength(1);
});

test.each([
  ['to-panel', 'To panel'],
  ['deselect', 'Deselect'],
] as const)('The decision %s is refused without a reason that those absent can follow.', (decision, name) => {
  const session = openScheme();
  const { stays, itemId } = onTheTable(session);
  const input = { ...stays, agreedBy: [...core], decision, rationale: '  \n ' };
  expect(() => recordDecision(session, input)).toThrow(`“${name}” needs its reason`);
  expect(getChairItem(session, { itemId }).decision).toBeNull();
});

test('A case is sent to the panel and stays on the scheme meanwhile.', () => {
  const session = openScheme();
  const { stays, itemId, row } = onTheTable(session);
  recordDecision(session, { ...stays, agreedBy: [], decision: 'to-panel', rationale: 'Four months at Green.' });
  expect(getChairItem(session, { itemId })).toMatchObject({ decision: 'to-panel', rationale: 'Four months at Green.' });
  expect(row()?.state).toBe('adopted');
});

test.each([
  [['agency-police'], 'Probation has not agreed'],
  [['agency-probation'], 'Police has not agreed'],
  [['agency-housing'], 'Police and Probation have not agreed'],
])('Leaving the scheme takes police and probation both: with %j it is refused.', (agreedBy, words) => {
  const session = openScheme();
  const { stays, row } = onTheTable(session);
  const input = { ...stays, decision: 'deselect', rationale: 'No offence for fourteen months.', agreedBy: [...agreedBy] } as const;
  expect(() => recordDecision(session, { ...input, agreedBy: [...agreedBy] })).toThrow(words);
  expect(row()?.state).toBe('adopted');
});

test('Where both have agreed the case leaves on the day of the conference with its reason, and is found again.', () => {
  const session = openScheme();
  const { stays, row, itemId } = onTheTable(session);
  recordDecision(session, {
    ...stays,
    decision: 'deselect',
    rationale: 'No offence for fourteen months.',
    agreedBy: [...core],
    reviewDue: null,
  });
  expect(row()).toMatchObject({ state: 'left', leftOn: '2026-03-03', leftReason: 'No offence for fourteen months.' });
  expect(getChairItem(session, { itemId }).case.state).toBe('left');
});

test('A deselection that is put right at the same conference brings the case back, and both stay in its history.', () => {
  const session = openScheme();
  const { stays, row, caseId } = onTheTable(session);
  recordDecision(session, { ...stays, decision: 'deselect', rationale: 'Order ended.', agreedBy: [...core] });
  recordDecision(session, { ...stays, agreedBy: [...core] });
  expect(row()).toMatchObject({ state: 'adopted', leftOn: null, leftReason: '' });
  expect(caseFieldHistory(session, { id: caseId, field: 'state' }).map(({ value }) => value)).toContain('left');
});

test('Agencies that are not in the scheme do not agree to anything, and a partner decides nothing.', () => {
  const session = openScheme();
  const { stays } = onTheTable(session);
  expect(() => recordDecision(session, { ...stays, agreedBy: ['nowhere'] })).toThrow(Refusal);
  session.record('agency withdrawn', (operation) => operation.put(agencies, 'agency-debt', { withdrawnOn: '2026-03-01' }));
  expect(() => recordDecision(session, { ...stays, agreedBy: ['agency-debt'] })).toThrow(Refusal);
  expect(() => recordDecision(as(session, 'partner'), { ...stays, agreedBy: [...core] })).toThrow('plan or run a conference');
});
