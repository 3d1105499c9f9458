import { expect, test } from 'vitest';
import { gapsInProvision, linkWork, matchServices } from '../../../db/queries/services';
import { agencies } from '../../../db/schema';
import { addNeed, withdrawNeed } from '../../../electron/services/cases/case-entries';
import { getCase } from '../../../electron/services/cases/cases';
import { getReferralStory, listServiceReferrals, referToService, updateReferral } from '../../../electron/services/cohort/referrals';
import {
  carryMessage,
  listGaps,
  listLinks,
  listServices,
  matchForCase,
  saveService,
  withdrawService,
} from '../../../electron/services/directory';
import type { Received } from '../../../shared/ipc/verbs';
import { addCase, as } from '../../support/builders';
import { plansOf, scans } from '../../support/query-plans';
import type { TestSession } from '../../support/session';
import { schemesWithWholeLogs } from '../../support/whole-log';

const openScheme = schemesWithWholeLogs();

const entry: Received<'services', 'save'> = {
  id: null,
  agencyId: 'agency-drugs',
  name: 'Riverbend, community prescribing',
  pathways: ['drugs', 'health'],
  description: 'Prescribing and a key worker',
  eligibility: 'Adults who use opiates',
  leastAge: 18,
  mostAge: null,
  onlySex: '',
  settings: ['community'],
  areas: [],
  mostRosh: null,
  howToRefer: 'Ring the duty worker',
  contactName: 'L. Quillby',
  phone: '01632 960001',
  email: '',
  waitingDays: 12,
  nextStartOn: '2026-03-16',
  capacity: 1,
};

function withNeed(session: TestSession, fields: Parameters<typeof addCase>[1] = {}) {
  const caseId = addCase(session, { state: 'adopted', dateOfBirth: '1994-05-05', sex: 'Male', ...fields });
  addNeed(session, { caseId, pathway: 'drugs', priority: 'high', note: '', agencyId: null });
  return { caseId, needId: getCase(session, { id: caseId }).needs[0]?.id ?? '' };
}

test('The directory says for each service whom it takes, how to refer, how long one waits and how full it is (CAM R7).', () => {
  const session = openScheme();
  const id = saveService(session, entry);
  const { caseId, needId } = withNeed(session);
  referToService(session, { caseId, serviceId: id, needId, note: '' });
  expect(listServices(session)).toMatchObject([
    { id, pathways: ['drugs', 'health'], settings: ['community'], waitingDays: 12, capacity: 1, openReferrals: 1, checkedOn: '2026-03-03' },
  ]);
  saveService(session, { ...entry, id, waitingDays: 30 });
  expect(listServices(session)).toMatchObject([{ waitingDays: 30 }]);
  withdrawService(session, { id, reason: 'Contract ended' });
  expect(listServices(session)).toEqual([]);
  expect(listServiceReferrals(session)).toMatchObject([{ serviceName: 'Riverbend, community prescribing', state: 'waiting' }]);
});

test('Only a coordinator changes the directory, and an entry holds together.', () => {
  const session = openScheme();
  const id = saveService(session, entry);
  expect(() => saveService(as(session, 'partner', 'drugs'), { ...entry, id })).toThrow(/you cannot/);
  expect(() => saveService(as(session, 'manager'), entry)).toThrow(/you cannot/);
  expect(() => saveService(session, { ...entry, leastAge: 30, mostAge: 20 })).toThrow(/above the most/);
});

test('A search by a case’s needs puts what fits first and says of the rest why it does not (CAM R7, 3.3.31).', () => {
  const session = openScheme();
  const fits = saveService(session, entry);
  const young = saveService(session, { ...entry, name: 'Riverbend, under 25', mostAge: 24, waitingDays: 1 });
  const other = saveService(session, { ...entry, name: 'Clearway', agencyId: 'agency-debt', pathways: ['finance'] });
  const { caseId } = withNeed(session);
  const found = matchForCase(session, { caseId });
  expect(found.map(({ service }) => service.id)).toEqual([fits, young, other]);
  expect(found[0]).toMatchObject({ meets: ['drugs'], against: [], openReferralId: null });
  expect(found[1]?.against).toEqual([expect.stringMatching(/up to 24/)]);
  expect(found[2]).toMatchObject({ meets: [] });
});

test('A referral goes through its states with each change kept, and ends with what came of it (CAM R11.ii).', () => {
  const session = openScheme();
  const serviceId = saveService(session, entry);
  const { caseId, needId } = withNeed(session);
  const id = referToService(session, { caseId, serviceId, needId, note: 'Script stops on Friday' });
  expect(() => referToService(session, { caseId, serviceId, needId, note: '' })).toThrow(/open already/);
  expect(getCase(session, { id: caseId }).relevance.find(({ agencyId }) => agencyId === 'agency-drugs')?.isRelevant).toBe(true);
  const partner = as(session, 'partner', 'drugs');
  session.advance(60_000);
  updateReferral(partner, { id, state: 'accepted', note: 'Seen on Monday', outcome: '' });
  session.advance(60_000);
  updateReferral(partner, { id, state: 'started', note: '', outcome: '' });
  expect(() => updateReferral(partner, { id, state: 'ended', note: ' ', outcome: '' })).toThrow(/needs its reason/);
  expect(() => updateReferral(as(session, 'partner', 'housing'), { id, state: 'completed', note: '', outcome: '' })).toThrow(/you cannot/);
  session.advance(30 * 86_400_000);
  updateReferral(partner, { id, state: 'completed', note: 'Twelve weeks', outcome: 'Stable on a script' });
  expect(listServiceReferrals(session)).toMatchObject([
    { state: 'completed', outcome: 'Stable on a script', changedOn: '2026-04-02', pathway: 'drugs' },
  ]);
  expect(getReferralStory(session, { id }).map(({ state, note }) => [state, note])).toEqual([
    ['waiting', 'Script stops on Friday'],
    ['accepted', 'Seen on Monday'],
    ['started', ''],
    ['completed', 'Twelve weeks'],
  ]);
});

test('Gaps are needs that nobody works on: who could be referred, and for whom nothing is there, with why (CAM R15, R31, R32).', () => {
  const session = openScheme();
  const { caseId: without } = withNeed(session, { surname: 'OAKENFELL' });
  expect(listGaps(session)).toMatchObject([
    { pathway: 'drugs', needs: 1, referred: 0, couldBeReferred: [], withoutService: [{ caseId: without, why: [] }] },
  ]);
  const serviceId = saveService(session, entry);
  const { caseId: referred, needId } = withNeed(session, { surname: 'CARTERWICK' });
  const { caseId: young } = withNeed(session, { surname: 'THISTLEMOOR', dateOfBirth: '2009-01-01' });
  referToService(session, { caseId: referred, serviceId, needId, note: '' });
  addCase(session, { state: 'proposed' });
  expect(listGaps(session)).toMatchObject([
    {
      needs: 3,
      referred: 1,
      couldBeReferred: [{ caseId: without }],
      withoutService: [{ caseId: young, why: [expect.stringMatching(/^Riverbend.*from 18/)] }],
    },
  ]);
  withdrawNeed(session, { id: getCase(session, { id: young }).needs[0]?.id ?? '', reason: 'Recorded by mistake' });
  expect(listGaps(session)[0]).toMatchObject({ needs: 2, withoutService: [] });
});

test('An agency that does not attend has a link worker with the cases that concern it and what was carried last (CAM R12).', () => {
  const session = openScheme();
  expect(listLinks(session)).toEqual([]);
  session.record('agency changed', (operation) =>
    operation.put(agencies, 'agency-drugs', { attends: false, linkPersonId: 'person-housing' }),
  );
  const { caseId } = withNeed(session);
  expect(listLinks(session)).toMatchObject([
    { agencyId: 'agency-drugs', linkPersonId: 'person-housing', cases: [{ caseId, lastCarriedOn: null }] },
  ]);
  const message = { caseId, agencyId: 'agency-drugs', isFromAgency: true, text: 'He kept two of three appointments' };
  carryMessage(session, message);
  expect(() => carryMessage(as(session, 'partner', 'alcohol'), message)).toThrow(/you cannot/);
  expect(listLinks(session)[0]?.cases[0]).toMatchObject({ lastCarriedOn: '2026-03-03', lastMessage: 'He kept two of three appointments' });
});

test('Neither the search for one case nor gaps and links read a table that grows from end to end.', () => {
  const session = openScheme();
  saveService(session, entry);
  const { caseId } = withNeed(session);
  session.record('agency changed', (operation) => operation.put(agencies, 'agency-drugs', { attends: false }));
  expect(scans(plansOf(session, (read) => matchServices(read, caseId, '2026-03-03')))).toEqual([]);
  expect(scans(plansOf(session, (read) => gapsInProvision(read, '2026-03-03')))).toEqual([]);
  expect(scans(plansOf(session, (read) => linkWork(read, '2026-03-03')))).toEqual([]);
});
