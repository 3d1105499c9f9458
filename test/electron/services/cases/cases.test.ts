import { expect, test } from 'vitest';
import { agendaItems, contributions, meetings, referrals, services } from '../../../../db/schema';
import { createAction, settleActions } from '../../../../electron/services/actions';
import {
  addAlias,
  addEvent,
  addNeed,
  addRiskWarning,
  editNeed,
  overrideRelevance,
  reviewNeed,
  withdrawAlias,
  withdrawNeed,
  withdrawRiskWarning,
} from '../../../../electron/services/cases/case-entries';
import { caseFieldHistory, changeColour, createCase, editCase, getCase } from '../../../../electron/services/cases/cases';
import { Refusal } from '../../../../shared/language/refusal';
import { addCase, as } from '../../../support/builders';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const day = 24 * 3_600_000;
const fixture = { surname: 'Carterwick', forenames: 'Dean' };
const colour = (caseId: string, more: Partial<Parameters<typeof changeColour>[1]> = {}) => ({
  caseId,
  meetingId: null,
  colour: 'A' as const,
  reason: 'Keeps appointments.',
  decidedOn: '2026-03-03',
  agreedBy: [],
  dissent: '',
  ...more,
});
const need = (caseId: string) => ({ caseId, pathway: 'drugs' as const, priority: 'high' as const, note: '', agencyId: null });

test('A new case is adopted today, has a review date after the scheme’s weeks, the band of its score and its first colour.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: { ...fixture, ogrsScore: 78, leadAgencyId: 'agency-police' }, colour: 'R' });
  const view = getCase(session, { id });
  expect(view.fields).toMatchObject({
    ...fixture,
    adoptedOn: '2026-03-03',
    reviewDue: '2026-06-02',
    ogrsBand: 'high',
    rosh: 'not-assessed',
  });
  expect(view).toMatchObject({ state: 'adopted', colour: 'R', colourSince: '2026-03-03' });
});

test('A case is refused whose lead is not in the scheme, whose number another case has, or who is not born yet.', () => {
  const session = openScheme();
  createCase(session, { fields: { ...fixture, pnc: '97/0000112X' }, colour: null });
  for (const fields of [{ leadAgencyId: 'nowhere' }, { leadPersonId: 'nobody' }, { pnc: '97/0000112X' }, { dateOfBirth: '2026-03-04' }]) {
    expect(() => createCase(session, { fields: { ...fixture, ...fields }, colour: null })).toThrow(Refusal);
  }
  expect(session.connection.raw.prepare('select count(*) as count from cases').get()).toEqual({ count: 1 });
});

test('A case keeps its own number when it is edited.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: { ...fixture, crn: 'X000217' }, colour: null });
  editCase(session, { id, fields: { crn: 'X000217', area: 'Harrowmere' } });
  expect(getCase(session, { id }).fields.area).toBe('Harrowmere');
});

test('The band follows the score unless somebody has judged the person prolific.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: fixture, colour: null });
  const band = () => getCase(session, { id }).fields.ogrsBand;
  editCase(session, { id, fields: { ogrsScore: 50 } });
  expect(band()).toBe('medium');
  editCase(session, { id, fields: { ogrsBand: 'low' } });
  expect(band()).toBe('medium');
  editCase(session, { id, fields: { ogrsBand: 'prolific' } });
  editCase(session, { id, fields: { ogrsScore: 95 } });
  expect(band()).toBe('prolific');
  editCase(session, { id, fields: { ogrsBand: null } });
  expect(band()).toBe('very-high');
  editCase(session, { id, fields: { ogrsScore: null } });
  expect(band()).toBeNull();
});

test('Each change of the release date is kept and told, the first as set and later ones as moved.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: fixture, colour: null });
  for (const releaseOn of ['2026-03-19', '2026-03-26', '2026-03-27']) {
    session.advance(60_000);
    editCase(session, { id, fields: { releaseOn } });
  }
  const view = getCase(session, { id });
  expect(view.earlierReleaseDates).toEqual(['2026-03-19', '2026-03-26']);
  expect(view.history.map(({ title, text }) => [title, text])).toEqual([
    ['Release date moved', 'From Thu 26 Mar 2026 to Fri 27 Mar 2026.'],
    ['Release date moved', 'From Thu 19 Mar 2026 to Thu 26 Mar 2026.'],
    ['Release date set', 'Thu 19 Mar 2026.'],
  ]);
});

test('Entering and leaving custody is told and only proposes a colour.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: { ...fixture, statutoryPosition: 'licence' }, colour: 'A' });
  editCase(session, { id, fields: { statutoryPosition: 'serving', custodyPlace: 'HMP Stonefold' } });
  let view = getCase(session, { id });
  expect(view).toMatchObject({ colour: 'A', colourProposal: { colour: 'B' } });
  expect(view.events).toMatchObject([{ kind: 'custody', title: 'Recalled to custody', on: '2026-03-03' }]);
  changeColour(session, colour(id, { colour: 'B', reason: 'Recalled.' }));
  session.advance(day);
  editCase(session, { id, fields: { statutoryPosition: 'post-sentence' } });
  view = getCase(session, { id });
  expect(view).toMatchObject({ colour: 'B', colourProposal: { colour: null } });
  expect(view.events.map(({ title }) => title)).toEqual(['Recalled to custody', 'Left custody']);
});

test('The history of a field says each value, when, by whom and in which operation, newest first.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: { ...fixture, isAtLarge: true }, colour: null });
  session.advance(day);
  editCase(session, { id, fields: { surname: 'Carterwick-Hale' } });
  expect(caseFieldHistory(session, { id, field: 'surname' })).toEqual([
    { value: 'Carterwick-Hale', at: '2026-03-04T10:00:00.000Z', personName: 'M. Larkspur', intent: 'case changed' },
    { value: 'Carterwick', at: '2026-03-03T10:00:00.000Z', personName: 'M. Larkspur', intent: 'case added' },
  ]);
  expect(caseFieldHistory(session, { id, field: 'isAtLarge' })).toMatchObject([{ value: 1 }]);
  expect(() => caseFieldHistory(session, { id, field: 'no such field' })).toThrow();
});

test('An edit that changes nothing records nothing.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: fixture, colour: null });
  const commits = () => session.connection.raw.prepare('select count(*) as count from commits').get();
  const before = commits();
  editCase(session, { id, fields: { ...fixture, releaseOn: null } });
  expect(commits()).toEqual(before);
});

test('A change of colour adds to the history with who decided, agreed and dissented.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: fixture, colour: 'R' });
  session.record('x', (operation) => operation.put(meetings, 'meeting', { number: 48, heldOn: '2026-03-03', state: 'running' }));
  session.advance(60_000);
  changeColour(
    session,
    colour(id, { meetingId: 'meeting', agreedBy: ['agency-police', 'agency-police', 'agency-probation'], dissent: 'Housing ask to wait.' }),
  );
  const view = getCase(session, { id });
  expect(view.colourChanges.map((change) => change.colour)).toEqual(['R', 'A']);
  expect(view.colourChanges[1]).toMatchObject({
    decidedByName: 'M. Larkspur',
    meetingNumber: 48,
    agreedBy: ['agency-police', 'agency-probation'],
    dissent: 'Housing ask to wait.',
  });
  expect(view.history[0]).toMatchObject({
    kind: 'colour',
    title: 'Red to Amber',
    text: 'Keeps appointments. Dissent: Housing ask to wait.',
  });
});

test('A colour is refused without a reason, on a day to come, or at a conference with final minutes.', () => {
  const session = openScheme();
  const id = createCase(session, { fields: fixture, colour: 'A' });
  session.record('x', (operation) => operation.put(meetings, 'final', { state: 'final', title: 'Weekly' }));
  expect(() => changeColour(session, colour(id, { reason: ' ' }))).toThrow('The case is Amber already');
  expect(() => changeColour(session, colour(id, { colour: 'G', reason: '' }))).toThrow('only changed with a reason');
  expect(() => changeColour(session, colour(id, { decidedOn: '2026-03-04' }))).toThrow('a day to come');
  expect(() => changeColour(session, colour(id, { meetingId: 'final' }))).toThrow('final');
  changeColour(session, colour(id, { reason: 'Confirmed by the panel.' }));
  expect(getCase(session, { id }).colourChanges).toHaveLength(2);
});

test('Aliases and warnings are added and withdrawn with a reason, once.', () => {
  const session = openScheme();
  const id = addCase(session);
  addAlias(session, { caseId: id, name: 'Dean Lowther-Finn' });
  addRiskWarning(session, { caseId: id, warning: 'Weapons' });
  const view = getCase(session, { id });
  expect(view.aliases).toMatchObject([{ name: 'Dean Lowther-Finn' }]);
  expect(view.riskWarnings).toMatchObject([{ warning: 'Weapons', raisedOn: '2026-03-03' }]);
  const [alias, warning] = [view.aliases[0]?.id ?? '', view.riskWarnings[0]?.id ?? ''];
  withdrawAlias(session, { id: alias, reason: 'Another person' });
  withdrawRiskWarning(session, { id: warning, reason: 'No longer so' });
  expect(getCase(session, { id })).toMatchObject({ aliases: [], riskWarnings: [] });
  expect(() => withdrawAlias(session, { id: alias, reason: 'x' })).toThrow(Refusal);
});

test('A need shows its latest progress and the one before; a pathway is recorded once.', () => {
  const session = openScheme();
  const id = addCase(session);
  addNeed(session, need(id));
  expect(() => addNeed(session, need(id))).toThrow('on the case already');
  const needId = getCase(session, { id }).needs[0]?.id ?? '';
  reviewNeed(session, { needId, progress: 'none', note: '', meetingId: null });
  session.advance(day);
  reviewNeed(session, { needId, progress: 'some', note: 'Script collected.', meetingId: null });
  editNeed(session, { id: needId, priority: 'medium', agencyId: 'agency-alcohol' });
  expect(getCase(session, { id }).needs).toMatchObject([
    {
      pathway: 'drugs',
      priority: 'medium',
      agencyId: 'agency-alcohol',
      progress: 'some',
      progressBefore: 'none',
      reviewedOn: '2026-03-04',
    },
  ]);
  expect(getCase(session, { id }).history[0]).toMatchObject({ kind: 'need', title: 'Drugs: some progress', text: 'Script collected.' });
  withdrawNeed(session, { id: needId, reason: 'Settled' });
  expect(getCase(session, { id }).needs).toEqual([]);
  addNeed(session, need(id));
  expect(getCase(session, { id }).needs).toMatchObject([{ progress: null }]);
});

test('An agency added or taken off by hand overrules what is derived, and the latest word holds.', () => {
  const session = openScheme();
  const id = addCase(session);
  const jobcentre = () => getCase(session, { id }).relevance.find(({ agencyId }) => agencyId === 'agency-jobcentre');
  expect(jobcentre()).toBeUndefined();
  overrideRelevance(session, { caseId: id, agencyId: 'agency-jobcentre', isRelevant: true, reason: 'claim at the gate' });
  expect(jobcentre()).toMatchObject({ isRelevant: true, isByHand: true, reason: 'Added by M. Larkspur: claim at the gate' });
  session.advance(1);
  overrideRelevance(session, { caseId: id, agencyId: 'agency-jobcentre', isRelevant: false, reason: 'claim is open' });
  expect(jobcentre()).toMatchObject({ isRelevant: false, reason: 'Taken off by M. Larkspur: claim is open' });
});

test('Needs, actions and referrals that are open make a case an agency’s concern, and cease to once closed.', () => {
  const session = openScheme();
  const id = addCase(session, { leadAgencyId: 'agency-probation', statutoryPosition: 'remand' });
  addNeed(session, need(id));
  const action = createAction(session, {
    caseId: id,
    meetingId: null,
    agencyId: 'agency-debt',
    personId: null,
    text: 'x',
    kind: 'support',
    priority: 'normal',
    dueOn: null,
  });
  session.record('referred', (operation) => {
    operation.put(services, 'service', { name: 'Open Door', agencyId: 'agency-mentoring' });
    operation.put(referrals, 'referral', { caseId: id, serviceId: 'service', referredOn: '2026-03-01' });
  });
  const concerned = () => getCase(session, { id }).relevance.map(({ agencyId, reason }) => `${agencyId}: ${reason}`);
  expect(concerned().toSorted()).toEqual([
    'agency-debt: An open action',
    'agency-drugs: Drugs need, high',
    'agency-mentoring: An open referral',
    'agency-police: Core agency',
    'agency-prison: In custody',
    'agency-probation: Leads the case',
  ]);
  settleActions(session, { ids: [action], outcome: 'done', note: 'Claim made.', meetingId: null });
  session.record('referral completed', (operation) =>
    operation.put(referrals, 'referral', { state: 'completed', changedOn: '2026-03-03' }),
  );
  expect(concerned()).toHaveLength(4);
  const view = getCase(session, { id });
  expect(view.closedActions).toHaveLength(1);
  expect(view.referrals).toEqual([{ id: 'referral', serviceName: 'Open Door', state: 'completed', on: '2026-03-03' }]);
});

test('Conferences tell what was decided, with dissent and a digest of the discussion, and when the case comes up next.', () => {
  const session = openScheme();
  const id = addCase(session);
  conference(session, id);
  const view = getCase(session, { id });
  expect(view.meetingDays).toEqual(['2026-02-24']);
  expect(view.nextAgendaOn).toBe('2026-03-10');
  expect(view.lastDecision).toEqual({ on: '2026-02-24', decision: 'stays', text: 'On each agenda until release' });
  const [update, meeting] = view.history;
  expect(update).toMatchObject({ kind: 'contribution', title: 'Probation', text: 'Finished the course.', on: '2026-02-26' });
  expect(meeting).toMatchObject({ kind: 'meeting', title: 'Conference 48', on: '2026-02-24' });
  expect(meeting?.text).toMatch(/^Stays on scheme\. On each agenda until release\. Dissent: A later curfew\. Talked about it .*…$/);
  expect(meeting?.text.length).toBeLessThan(400);
});

function conference(session: TestSession, caseId: string) {
  session.record('conference', (operation) => {
    operation.put(meetings, 'held', { number: 48, heldOn: '2026-02-24', state: 'closed' });
    operation.put(meetings, 'next', { number: 49, heldOn: '2026-03-10', state: 'planned' });
    operation.put(agendaItems, 'then', {
      meetingId: 'held',
      caseId,
      state: 'discussed',
      decision: 'stays',
      decisionText: 'On each agenda until release',
      dissent: 'A later curfew',
      discussion: 'Talked about it '.repeat(100),
    });
    operation.put(agendaItems, 'to come', { meetingId: 'next', caseId, state: 'waiting' });
    operation.put(contributions, 'update', {
      caseId,
      agencyId: 'agency-probation',
      text: 'Finished the course.',
      sentAt: '2026-02-26T12:00:00.000Z',
    });
  });
}

test('An event is something that has happened.', () => {
  const session = openScheme();
  const id = addCase(session);
  const event = {
    caseId: id,
    kind: 'move',
    title: 'Moved to Fern Street',
    detail: '',
    happenedOn: '2026-03-01',
    agencyId: 'agency-housing',
  };
  addEvent(session, event);
  expect(getCase(session, { id }).events).toMatchObject([{ title: 'Moved to Fern Street', on: '2026-03-01' }]);
  expect(() => addEvent(session, { ...event, happenedOn: '2026-03-04' })).toThrow('still to come');
});

test('Only a coordinator changes a case; managers and partners read it.', () => {
  const session = openScheme();
  const id = addCase(session);
  for (const reader of [as(session, 'manager'), as(session, 'partner')]) {
    expect(getCase(reader, { id }).fields.surname).toBe('Carterwick');
    expect(() => editCase(reader, { id, fields: { area: 'x' } })).toThrow(Refusal);
    expect(() => createCase(reader, { fields: fixture, colour: null })).toThrow(Refusal);
    expect(() => changeColour(reader, colour(id))).toThrow(Refusal);
    expect(() => addAlias(reader, { caseId: id, name: 'x' })).toThrow(Refusal);
  }
});

test('A case that is not here is refused in plain words.', () => {
  const session = openScheme();
  expect(() => getCase(session, { id: 'nobody' })).toThrow('This case is not in your copy of the scheme.');
  expect(() => editCase(session, { id: 'nobody', fields: { area: 'x' } })).toThrow(Refusal);
});
