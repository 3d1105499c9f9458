import { expect, test } from 'vitest';
import { findCase } from '../../../../db/queries/cases';
import { agencies, meetings } from '../../../../db/schema';
import { closePanel, decideAtPanel, getPanel, listPanels, putBeforePanel, takeOffPanel } from '../../../../electron/services/cohort/panels';
import { getCohortCase } from '../../../../electron/services/cohort/reviews';
import { listReferrals } from '../../../../electron/services/cohort/selection';
import { listMeetings } from '../../../../electron/services/meeting/meetings';
import type { Received } from '../../../../shared/ipc/verbs';
import { addCase, as } from '../../../support/builders';
import { panelOn, refer, say, score } from '../../../support/cohort';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const both = { police: 'agrees', probation: 'agrees' } as const;
const decide = (session: TestSession, panelItemId: string, fields: Partial<Received<'cohort', 'decide'>> = {}) =>
  decideAtPanel(session, {
    panelItemId,
    outcome: 'adopt',
    cohortPart: 'fixed',
    intensity: null,
    nextReviewOn: '2026-06-02',
    grounds: [],
    reason: 'Fixed by the rules, and willing',
    dissent: '',
    ...fields,
  });

test('A panel is a meeting of its own kind: it is not among the conferences, and no conference carries cases into it (STRAT 12.2).', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  const { meetingId } = panelOn(session, caseId, referralId);
  expect(listPanels(session)).toMatchObject([{ id: meetingId, items: 1, decided: 0, state: 'planned' }]);
  expect(listMeetings(session)).toEqual([]);
  expect(session.read.select({ kind: meetings.kind }).from(meetings).all()).toEqual([{ kind: 'panel' }]);
});

test('Someone joins when police and probation have both agreed, with dissent kept (STRAT 12.2).', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  score(session, caseId, referralId);
  const { meetingId, itemId } = panelOn(session, caseId, referralId, { police: 'agrees', housing: 'disagrees' });
  expect(getPanel(session, { meetingId }).cases[0]).toMatchObject({ notAgreed: 'Probation has not agreed', score: { points: 75 } });
  expect(() => decide(session, itemId)).toThrow(
    /Joining the scheme is decided by police and probation together, and Probation has not agreed/,
  );
  say(session, itemId, 'probation', 'disagrees', 'Too soon after release');
  session.advance(1000);
  say(session, itemId, 'probation', 'agrees', 'Persuaded by the housing plan');
  decide(session, itemId, { dissent: 'Housing has no room for him' });
  expect(findCase(session.read, caseId)).toMatchObject({
    state: 'adopted',
    cohortPart: 'fixed',
    adoptedOn: '2026-03-03',
    reviewDue: '2026-06-02',
    intensity: 'intensive',
  });
  const [item] = getPanel(session, { meetingId }).cases;
  expect(item?.earlierStances).toMatchObject([{ agencyId: 'agency-probation', stance: 'disagrees', reason: 'Too soon after release' }]);
  expect(item?.decision).toMatchObject({
    kind: 'adopted',
    agreedBy: ['agency-police', 'agency-probation'],
    dissent: 'Housing has no room for him',
  });
  expect(listReferrals(session)[0]).toMatchObject({ state: 'adopted', closedOn: '2026-03-03' });
});

test('Joining needs the part, and a review date that is still to come, for one is always set.', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  const { itemId } = panelOn(session, caseId, referralId, both);
  expect(() => decide(session, itemId, { cohortPart: null })).toThrow(/fixed, flex or free/);
  expect(() => decide(session, itemId, { nextReviewOn: null })).toThrow(/always set/);
  expect(() => decide(session, itemId, { nextReviewOn: '2026-03-03' })).toThrow(/to come/);
  expect(() => decide(session, itemId, { outcome: 'leave' })).toThrow(/does not belong/);
});

test('A panel that turns someone down needs no agreement, keeps its reason, and leaves them findable.', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  const { itemId } = panelOn(session, caseId, referralId, { probation: 'disagrees' });
  decide(session, itemId, { outcome: 'decline', reason: 'Managed well on licence alone' });
  expect(findCase(session.read, caseId)).toMatchObject({ state: 'left', leftReason: 'Not adopted: Managed well on licence alone' });
  expect(getCohortCase(session, { caseId }).decisions).toMatchObject([{ kind: 'declined' }]);
});

test('Someone leaves by the panel with grounds and reasons, police and probation agreeing (STRAT 17, CAM R18).', () => {
  const session = openScheme();
  const caseId = addCase(session, { state: 'adopted', adoptedOn: '2023-06-01', reviewDue: '2026-04-01' });
  const { meetingId, itemId } = panelOn(session, caseId, null, { police: 'agrees' });
  const leave = { outcome: 'leave', cohortPart: null, nextReviewOn: null, grounds: ['resource-better-used'] } as const;
  expect(getPanel(session, { meetingId }).cases[0]?.grounds.map(({ ground }) => ground)).toEqual([
    'no-recent-offending',
    'resource-better-used',
  ]);
  expect(() => decide(session, itemId, { ...leave, grounds: [...leave.grounds] })).toThrow(
    /Leaving the scheme is decided by police and probation/,
  );
  say(session, itemId, 'probation', 'agrees');
  decide(session, itemId, { ...leave, grounds: [...leave.grounds], reason: 'The place helps someone else more' });
  expect(findCase(session.read, caseId)).toMatchObject({ state: 'left', leftOn: '2026-03-03', adoptedOn: '2023-06-01' });
  expect(getCohortCase(session, { caseId }).decisions).toMatchObject([{ kind: 'left', grounds: ['resource-better-used'] }]);
});

test('Nothing joint is decided where the scheme has neither police nor probation, and the message says how to mend that.', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  const { itemId } = panelOn(session, caseId, referralId, { housing: 'agrees' });
  session.record('agencies withdrawn', (operation) => {
    for (const kind of ['police', 'probation'])
      operation.put(agencies, `agency-${kind}`, { withdrawnOn: '2026-03-01', withdrawnReason: 'Merged' });
  });
  expect(() => decide(session, itemId)).toThrow(/no police and no probation agency. Add them under Scheme, Agencies/);
});

test('A case comes before one panel at a time, is taken off with a reason, and a panel closes when all is decided.', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  const { meetingId, itemId } = panelOn(session, caseId, referralId, both);
  const again = { meetingId, caseId, referralId, subject: 'selection', note: '' } as const;
  expect(() => putBeforePanel(session, again)).toThrow(/before a panel already/);
  expect(() => closePanel(session, { meetingId })).toThrow(/1 case is not decided/);
  takeOffPanel(session, { id: itemId, reason: 'Recalled this morning' });
  expect(listReferrals(session)[0]).toMatchObject({ state: 'scored', panel: null });
  closePanel(session, { meetingId });
  expect(() => putBeforePanel(session, again)).toThrow(/closed/);
});

test('Dissent is kept with its reason, a decided case takes no more views, and only a coordinator runs a panel (STRAT 17).', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  const { itemId } = panelOn(session, caseId, referralId, both);
  expect(() => say(session, itemId, 'drugs', 'disagrees', ' ')).toThrow(/Dissent is kept with its reason/);
  expect(() => decide(as(session, 'manager'), itemId)).toThrow(/you cannot/);
  decide(session, itemId);
  expect(() => say(session, itemId, 'drugs', 'agrees')).toThrow(/no view is added/);
  expect(() => decide(session, itemId)).toThrow(/has decided/);
});

test('Someone on the scheme is not selected again, and someone who is not on it cannot leave it.', () => {
  const session = openScheme();
  const { caseId, referralId } = refer(session);
  const { meetingId } = panelOn(session, addCase(session, { state: 'adopted' }), null);
  const put = { meetingId, referralId: null, note: '' } as const;
  expect(() => putBeforePanel(session, { ...put, caseId, subject: 'leaving' })).toThrow(/Only someone on the scheme/);
  expect(() => putBeforePanel(session, { ...put, caseId: addCase(session, { state: 'adopted' }), subject: 'selection' })).toThrow(
    /already/,
  );
  putBeforePanel(session, { ...put, caseId, referralId, subject: 'selection' });
  expect(getPanel(session, { meetingId }).cases).toHaveLength(2);
});
