import { expect, test } from 'vitest';
import { outcomeFacts, outcomesOfCase } from '../../../../db/queries/outcomes';
import {
  compareBeforeAndAfter,
  getOutcomes,
  recordOutcomeEvent,
  saveCustody,
  withdrawCustody,
  withdrawOutcomeEvent,
} from '../../../../electron/services/cases/events';
import { addCase, as } from '../../../support/builders';
import { plansOf, scans } from '../../../support/query-plans';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const conviction = {
  kind: 'conviction',
  happenedOn: '2024-10-01',
  what: 'Burglary, dwelling',
  offenceGroup: 'burglary',
  severity: 'serious',
  positiveKind: null,
  offences: 3,
  note: '',
  agencyId: null,
} as const;
const stay = { id: null, kind: 'sentence', startsOn: '2025-02-01', endsOn: '2025-03-02', place: 'HMP Stonefold' } as const;
const longCase = (session: TestSession) => addCase(session, { state: 'adopted', adoptedOn: '2025-01-01' });

test('Events are recorded with how serious they were and how many offences they stand for, and are withdrawn with a reason (STRAT 28, 29).', () => {
  const session = openScheme();
  const caseId = longCase(session);
  recordOutcomeEvent(session, { ...conviction, caseId });
  recordOutcomeEvent(session, {
    ...conviction,
    caseId,
    kind: 'positive',
    severity: null,
    positiveKind: 'job',
    what: 'Warehouse',
    happenedOn: '2026-01-05',
  });
  const [good, bad] = getOutcomes(session, { caseId }).events;
  expect(good).toMatchObject({ kind: 'positive', positiveKind: 'job', offences: 1, source: 'by hand' });
  expect(bad).toMatchObject({ kind: 'conviction', offences: 3, severity: 'serious' });
  withdrawOutcomeEvent(session, { id: bad?.id ?? '', reason: 'Another person of that name' });
  expect(getOutcomes(session, { caseId }).events).toHaveLength(1);
  expect(() => withdrawOutcomeEvent(session, { id: bad?.id ?? '', reason: 'Again' })).toThrow(/no longer/);
});

test('An offence without its severity, a good thing without what it was, and a day to come are refused.', () => {
  const session = openScheme();
  const caseId = longCase(session);
  expect(() => recordOutcomeEvent(session, { ...conviction, caseId, severity: null })).toThrow(/how serious/);
  expect(() => recordOutcomeEvent(session, { ...conviction, caseId, kind: 'positive' })).toThrow(/what went well/);
  expect(() => recordOutcomeEvent(session, { ...conviction, caseId, happenedOn: '2026-03-04' })).toThrow(/still to come/);
  expect(() => recordOutcomeEvent(as(session, 'partner'), { ...conviction, caseId })).toThrow(/you cannot/);
});

test('Stays in custody are put right, one at most is open, and none ends before it begins (HMI 8.5).', () => {
  const session = openScheme();
  const caseId = longCase(session);
  saveCustody(session, { ...stay, caseId });
  saveCustody(session, { ...stay, caseId, startsOn: '2026-01-01', endsOn: null });
  expect(() => saveCustody(session, { ...stay, caseId, startsOn: '2026-02-01', endsOn: null })).toThrow(/not ended is recorded already/);
  expect(() => saveCustody(session, { ...stay, caseId, endsOn: '2025-01-01' })).toThrow(/end before it begins/);
  const [open] = getOutcomes(session, { caseId }).custody;
  saveCustody(session, { ...stay, caseId, id: open?.id ?? '', startsOn: '2026-01-01', endsOn: '2026-02-01' });
  expect(getOutcomes(session, { caseId }).custody[0]).toMatchObject({ endsOn: '2026-02-01' });
  withdrawCustody(session, { id: open?.id ?? '', reason: 'Not this person' });
  expect(getOutcomes(session, { caseId }).custody).toHaveLength(1);
});

test('Before and after are counted from what is recorded, over equal windows at liberty, for those who left too (HMI 8.3, 8.5, 8.19).', () => {
  const session = openScheme();
  const caseId = longCase(session);
  session.advance(1000);
  const left = addCase(session, { state: 'left', adoptedOn: '2024-12-01', leftOn: '2025-12-01' });
  const inside = addCase(session, { state: 'adopted', adoptedOn: '2024-12-01', statutoryPosition: 'serving' });
  addCase(session, { state: 'proposed', adoptedOn: '2024-12-01' });
  recordOutcomeEvent(session, { ...conviction, caseId });
  recordOutcomeEvent(session, { ...conviction, caseId, happenedOn: '2025-06-01', offences: 1 });
  saveCustody(session, { ...stay, caseId });
  const found = compareBeforeAndAfter(session, { kind: 'conviction', window: 365 });
  expect(found.cases).toEqual([
    { caseId, before: 3, after: 1, libertyBefore: 365, libertyAfter: 335 },
    { caseId: left, before: 0, after: 0, libertyBefore: 365, libertyAfter: 365 },
  ]);
  expect(found.leftOut).toMatchObject({ 'custody-unknown': [inside], 'not-adopted': [] });
});

test('One person’s events, and the facts of everyone, come from indexes.', () => {
  const session = openScheme();
  const caseId = longCase(session);
  expect(scans(plansOf(session, (read) => outcomesOfCase(read, caseId)))).toEqual([]);
  expect(scans(plansOf(session, (read) => outcomeFacts(read, [caseId])))).toEqual([]);
});
