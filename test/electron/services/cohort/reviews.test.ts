import { expect, test } from 'vitest';
import { findCase } from '../../../../db/queries/cases';
import { reviewsView } from '../../../../db/queries/reviews';
import { editCase } from '../../../../electron/services/cases/cases';
import {
  getCohortCase,
  getReviews,
  keepLonger,
  recordParticipation,
  reviewPlace,
  saveExitPlan,
  setRules,
  withdrawParticipation,
} from '../../../../electron/services/cohort/reviews';
import { recordDecision } from '../../../../electron/services/meeting/decisions';
import { addCase, as } from '../../../support/builders';
import { runWith } from '../../../support/conference';
import { plansOf, scans } from '../../../support/query-plans';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

test('Reviews come the most pressing first: without a date, late, past two years, then those that fall due (CAM 2.1.7, R19).', () => {
  const session = openScheme();
  const adopted = (surname: string, reviewDue: string | null, adoptedOn = '2025-10-01') =>
    addCase(session, { surname, state: 'adopted', reviewDue, adoptedOn });
  adopted('LATER', '2026-08-01');
  adopted('DUE', '2026-03-20');
  adopted('LONG', '2026-08-01', '2023-11-01');
  adopted('LATE', '2026-02-01');
  adopted('NONE', null);
  addCase(session, { surname: 'GONE', state: 'left', adoptedOn: '2024-01-01', leftOn: '2025-05-01', leftReason: 'Moved' });
  addCase(session, { surname: 'PROPOSED', state: 'proposed' });
  const { rows, left } = getReviews(session);
  expect(rows.map(({ caseName, reasons }) => [caseName.split(',')[0], reasons])).toEqual([
    ['NONE', ['no-date']],
    ['LATE', ['overdue']],
    ['LONG', ['long-stay']],
    ['DUE', ['due']],
    ['LATER', []],
  ]);
  expect(left).toMatchObject([{ reason: 'Moved', hasExitPlan: false, retentionDue: '2031-05-01', keepUntil: null }]);
});

test('A review keeps its reason, steps the intensity down and always sets the next date (CAM R19).', () => {
  const session = openScheme();
  const caseId = addCase(session, { state: 'adopted', adoptedOn: '2025-06-01', intensity: 'intensive', reviewDue: '2026-03-01' });
  const review = { caseId, intensity: 'standard', nextReviewOn: '2026-06-01', reason: 'Twelve weeks at Green' } as const;
  expect(() => reviewPlace(session, { ...review, nextReviewOn: '2026-03-03' })).toThrow(/day to come/);
  expect(() => reviewPlace(as(session, 'manager'), review)).toThrow(/you cannot/);
  reviewPlace(session, review);
  expect(findCase(session.read, caseId)).toMatchObject({ intensity: 'standard', reviewDue: '2026-06-01' });
  expect(getCohortCase(session, { caseId }).decisions).toMatchObject([
    { kind: 'reviewed', intensityBefore: 'intensive', intensity: 'standard', nextReviewOn: '2026-06-01', reason: 'Twelve weeks at Green' },
  ]);
  expect(() => reviewPlace(session, { ...review, caseId: addCase(session, { state: 'left' }) })).toThrow(/Only someone on the scheme/);
});

test('A review date cannot be taken away from someone on the scheme (CAM R19).', () => {
  const session = openScheme();
  const id = addCase(session, { state: 'adopted', reviewDue: '2026-05-01' });
  expect(() => editCase(session, { id, fields: { reviewDue: null } })).toThrow(/always set/);
  editCase(session, { id, fields: { reviewDue: '2026-05-08' } });
  expect(findCase(session.read, id)?.reviewDue).toBe('2026-05-08');
});

test('A conference that lets someone stay with a new date has reviewed them, and one that is put right takes its leaving back.', () => {
  const session = openScheme();
  const { itemIds, caseIds } = runWith(session, ['Carterwick']);
  const caseId = caseIds[0] ?? '';
  const decision = { itemId: itemIds[0] ?? '', decisionText: '', dissent: '', agreedBy: ['agency-police', 'agency-probation'] };
  recordDecision(session, { ...decision, decision: 'deselect', rationale: 'Four months at Green', reviewDue: null });
  expect(getCohortCase(session, { caseId }).decisions).toMatchObject([{ kind: 'left', reason: 'Four months at Green' }]);
  recordDecision(session, { ...decision, decision: 'stays', rationale: 'Not yet after all', reviewDue: '2026-06-02' });
  const { decisions, state } = getCohortCase(session, { caseId });
  expect(state).toBe('adopted');
  expect(decisions).toMatchObject([{ kind: 'reviewed', reason: 'Not yet after all', nextReviewOn: '2026-06-02' }]);
});

test('Custody asks for a review only where the scheme has decided so, and never ends a place (HMI 6.3).', () => {
  const session = openScheme();
  const caseId = addCase(session, { state: 'adopted', adoptedOn: '2025-10-01', reviewDue: '2026-08-01', statutoryPosition: 'licence' });
  editCase(session, { id: caseId, fields: { statutoryPosition: 'serving' } });
  expect(getReviews(session).rows[0]).toMatchObject({ reasons: [], isInCustody: true });
  setRules(session, { custodyRule: 'review' });
  expect(getReviews(session).rows[0]?.reasons).toEqual(['custody']);
  expect(findCase(session.read, caseId)?.state).toBe('adopted');
  expect(getReviews(session).rules).toEqual({
    custodyRule: 'review',
    longStayMonths: 24,
    stepsDownFirst: false,
    retentionYears: 6,
    reviewWeeks: 13,
  });
});

test('What the person was told about joining is kept with the day and by whom (STRAT 17, principle 3).', () => {
  const session = openScheme();
  const caseId = addCase(session, { state: 'adopted' });
  const told = {
    caseId,
    toldOn: '2026-03-02',
    toldBy: 'S. Merrowin',
    how: 'In person, at Lowgate',
    points: ['support', 'monitoring', 'support'],
    response: 'Asked how long it lasts',
  } as const;
  expect(() => recordParticipation(session, { ...told, points: [...told.points], toldOn: '2026-03-04' })).toThrow(/still to come/);
  recordParticipation(session, { ...told, points: [...told.points] });
  const [entry] = getCohortCase(session, { caseId }).participations;
  expect(entry).toMatchObject({ toldBy: 'S. Merrowin', points: ['support', 'monitoring'], response: 'Asked how long it lasts' });
  withdrawParticipation(session, { id: entry?.id ?? '', reason: 'Written on the wrong case' });
  expect(getCohortCase(session, { caseId }).participations).toEqual([]);
});

test('A soft exit names who stays in touch, the services that go on, and the way back; a new plan takes its place (STRAT 17, principle 3; CAM 3.2.10).', () => {
  const session = openScheme();
  const caseId = addCase(session, { state: 'adopted' });
  const plan = {
    caseId,
    startsOn: '2026-03-09',
    endsOn: '2026-06-01',
    agencyId: 'agency-mentoring',
    personId: null,
    plan: 'A call each fortnight',
    wayBack: 'Ring the mentor, any day',
    services: [{ serviceId: null, name: 'Open Door, drop-in', what: 'Thursdays', contact: '01632 960000' }],
  };
  expect(() => saveExitPlan(session, { ...plan, endsOn: '2026-03-01' })).toThrow(/end before it begins/);
  expect(() => saveExitPlan(session, { ...plan, services: [{ serviceId: 'nowhere', name: 'X', what: '', contact: '' }] })).toThrow(
    /not in the directory/,
  );
  saveExitPlan(session, plan);
  saveExitPlan(session, { ...plan, plan: 'A call each month' });
  expect(getCohortCase(session, { caseId }).exitPlan).toMatchObject({
    plan: 'A call each month',
    services: [{ name: 'Open Door, drop-in' }],
  });
});

test('What is held of someone who left is kept longer only by a decision with its reason.', () => {
  const session = openScheme();
  const caseId = addCase(session, { state: 'left', leftOn: '2019-01-01', adoptedOn: '2018-01-01' });
  expect(getReviews(session).left[0]).toMatchObject({ retentionDue: '2025-01-01', keepUntil: null });
  expect(() => keepLonger(session, { caseId, keepUntil: '2026-03-03', reason: 'Complaint' })).toThrow(/to come/);
  keepLonger(session, { caseId, keepUntil: '2027-01-01', reason: 'A complaint is being looked into' });
  expect(getReviews(session).left[0]).toMatchObject({ keepUntil: '2027-01-01', keepReason: 'A complaint is being looked into' });
  expect(() => keepLonger(session, { caseId: addCase(session), keepUntil: '2027-01-01', reason: 'x' })).toThrow(/has not left/);
});

test('The reviews of all cases read no table that grows from end to end.', () => {
  const session = openScheme();
  addCase(session, { state: 'adopted' });
  expect(scans(plansOf(session, (read) => reviewsView(read, '2026-03-03')))).toEqual([]);
});
