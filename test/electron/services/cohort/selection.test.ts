import { expect, test } from 'vitest';
import { findCase } from '../../../../db/queries/cases';
import { listSelection, scoresOf } from '../../../../db/queries/cohort';
import { outcomeEvents } from '../../../../db/schema';
import { proposeFeedback, recordFeedback } from '../../../../electron/services/cohort/feedback';
import { decideAtPanel } from '../../../../electron/services/cohort/panels';
import { getCohortCase } from '../../../../electron/services/cohort/reviews';
import {
  getMatrices,
  listReferrals,
  previewScore,
  saveMatrix,
  scoringOf,
  withdrawReferral,
} from '../../../../electron/services/cohort/selection';
import { firstWeights } from '../../../../shared/rules/scoring';
import { addCase, as } from '../../../support/builders';
import { burglar, panelOn, refer, score } from '../../../support/cohort';
import { plansOf, scans } from '../../../support/query-plans';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

test('A prison that is not in the scheme refers someone, who is then proposed and not on the scheme (STRAT 12.2).', () => {
  const session = openScheme();
  const { caseId } = refer(session);
  expect(findCase(session.read, caseId)).toMatchObject({ state: 'proposed', surname: 'QUARRELMERE', adoptedOn: null });
  expect(listReferrals(session)).toMatchObject([
    { caseId, organisation: 'HMP Stonefold', state: 'received', stays: 0, score: null, panel: null },
  ]);
});

test('A referral needs someone who refers, a day that has come, and a person who is not on the scheme or referred already.', () => {
  const session = openScheme();
  expect(() => refer(session, { organisation: '' })).toThrow(/who referred/);
  expect(() => refer(session, { referredOn: '2026-03-04' })).toThrow(/day to come/);
  const { caseId } = refer(session);
  expect(() => refer(session, { person: { caseId } })).toThrow(/open already/);
  const adopted = addCase(session, { state: 'adopted', pnc: '12/345X' });
  expect(() => refer(session, { person: { caseId: adopted } })).toThrow(/on the scheme already/);
  const again = { surname: 'A', forenames: '', dateOfBirth: null, pnc: '12/345X', indexOffence: '' };
  expect(() => refer(session, { person: again })).toThrow(/has this PNC already/);
  expect(() => refer(as(session, 'partner'))).toThrow(/you cannot/);
});

test('A score keeps what it rested on and by which version, whatever the matrix becomes later (STRAT 12.2).', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  saveMatrix(session, {
    name: 'Spring',
    weights: { ...firstWeights, offenceGroups: { ...firstWeights.offenceGroups, burglary: 50 } },
    reason: 'Burglary is up by a third',
  });
  score(session, caseId, referralId);
  saveMatrix(session, { name: 'Summer', weights: firstWeights, reason: 'Burglary is down again' });
  session.advance(60_000);
  score(session, caseId, referralId);
  const [later, earlier] = scoresOf(session.read, caseId);
  expect([later?.matrixVersion, earlier?.matrixVersion]).toEqual([2, 1]);
  expect((earlier?.points ?? 0) - (later?.points ?? 0)).toBe(30);
  expect(earlier?.parts[0]).toEqual({ what: 'Index offence', why: 'Burglary', points: 50 });
  expect(earlier).toMatchObject({
    proposedPart: 'fixed',
    proposalReason: expect.stringContaining('STRAT 12.1'),
    scoredByName: 'M. Larkspur',
  });
  expect(getMatrices(session).map(({ version, reason }) => [version, reason])).toEqual([
    [2, 'Burglary is down again'],
    [1, 'Burglary is up by a third'],
  ]);
  expect(listReferrals(session)[0]).toMatchObject({ state: 'scored' });
});

test('The steps of frequency are kept in their order, and two that begin at one number of offences are refused.', () => {
  const session = openScheme();
  const weighed = (frequency: typeof firstWeights.frequency) =>
    saveMatrix(session, { name: 'Spring', weights: { ...firstWeights, frequency }, reason: 'Fewer, but steeper' });
  weighed([
    { atLeast: 12, points: 30 },
    { atLeast: 4, points: 9 },
  ]);
  expect(getMatrices(session)[0]?.weights.frequency).toEqual([
    { atLeast: 4, points: 9 },
    { atLeast: 12, points: 30 },
  ]);
  expect(() =>
    weighed([
      { atLeast: 4, points: 9 },
      { atLeast: 4, points: 1 },
    ]),
  ).toThrow(/Two steps begin at 4 offences/);
  expect(getMatrices(session)).toHaveLength(1);
});

test('A score is shown before it is recorded, judgement counts only with its reason, and a partner does not weigh.', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  expect(previewScore(session, { ...burglar, caseId })).toMatchObject({ points: 75, proposal: { part: 'fixed' } });
  expect(() => score(session, caseId, referralId, { judgement: 5, judgementReason: ' ' })).toThrow(/only with its reason/);
  expect(() => saveMatrix(as(session, 'manager'), { name: 'Mine', weights: firstWeights, reason: 'Because' })).toThrow(/you cannot/);
  expect(listSelection(session.read, caseId)[0]?.score).toBeNull();
});

test('What is known for the score comes from the case and from what was recorded in twelve months.', () => {
  const session = openScheme();
  const { caseId } = refer(session);
  expect(scoringOf(session, { caseId })).toMatchObject({
    offenceGroup: 'burglary',
    isYoungAdult: true,
    offencesInYear: null,
    matrix: { version: 0 },
  });
  session.record('conviction recorded', (operation) => {
    for (const [happenedOn, offences] of [
      ['2025-12-01', 3],
      ['2025-06-01', 2],
      ['2024-01-01', 9],
    ] as const)
      operation.put(outcomeEvents, operation.newId(), { caseId, kind: 'conviction', happenedOn, offences });
  });
  expect(scoringOf(session, { caseId }).offencesInYear).toBe(5);
});

test('A referral that is taken back leaves the person off the scheme, and its reason stands.', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  withdrawReferral(session, { id: referralId, reason: 'Moved to another area' });
  expect(findCase(session.read, caseId)).toMatchObject({ state: 'left', leftOn: '2026-03-03' });
  expect(listReferrals(session)[0]).toMatchObject({ state: 'withdrawn', closingReason: 'Moved to another area' });
  expect(() => withdrawReferral(session, { id: referralId, reason: 'Again' })).toThrow(/has been decided/);
});

test('Coming back keeps the whole history, also of a leaving from before leavings were kept (CAM 3.2.10).', () => {
  const session = openScheme();
  const caseId = addCase(session, { state: 'left', adoptedOn: '2023-01-10', leftOn: '2024-06-01', leftReason: 'Six months at Green' });
  const { referralId } = refer(session, { person: { caseId } });
  expect(listReferrals(session)[0]).toMatchObject({ stays: 1 });
  const { itemId } = panelOn(session, caseId, referralId, { police: 'agrees', probation: 'agrees' });
  decideAtPanel(session, {
    panelItemId: itemId,
    outcome: 'adopt',
    cohortPart: 'fixed',
    intensity: null,
    nextReviewOn: '2026-06-02',
    grounds: [],
    reason: 'Offending again',
    dissent: '',
  });
  expect(findCase(session.read, caseId)).toMatchObject({ state: 'adopted', adoptedOn: '2026-03-03', leftOn: null });
  expect(getCohortCase(session, { caseId }).decisions.map(({ kind, decidedOn, reason }) => [kind, decidedOn, reason])).toEqual([
    ['adopted', '2026-03-03', 'Offending again'],
    ['left', '2024-06-01', 'Six months at Green'],
  ]);
});

test('The one who referred hears what became of the person, cut to what they may know (CAM R11.ii).', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  const text = proposeFeedback(session, { id: referralId });
  expect(text).toContain('The panel has not decided yet.');
  expect(text).not.toContain('Eleven offences');
  recordFeedback(session, { id: referralId, text, sentOn: session.today() });
  expect(getCohortCase(session, { caseId }).feedbacks).toMatchObject([{ to: 'HMP Stonefold', text, sentOn: '2026-03-03' }]);
  expect(listReferrals(session)[0]?.lastFeedbackOn).toBe('2026-03-03');
  expect(() => recordFeedback(session, { id: referralId, text, sentOn: '2027-01-01' })).toThrow(/still to come/);
});

test('Selection reads no table that grows from end to end.', () => {
  const session = openScheme();
  const { caseId } = refer(session);
  expect(scans(plansOf(session, (read) => listSelection(read, 'all')))).toEqual([]);
  expect(scans(plansOf(session, () => getCohortCase(session, { caseId })))).toEqual([]);
});
