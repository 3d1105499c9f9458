import { expect, test } from 'vitest';
import { type FitFacts, fitOf, type ServiceCriteria } from '../../../shared/rules/service-fit';

const today = '2026-03-03';
const anyone: ServiceCriteria = {
  pathways: ['drugs', 'health'],
  leastAge: null,
  mostAge: null,
  onlySex: '',
  settings: [],
  areas: [],
  mostRosh: null,
  capacity: null,
  openReferrals: 0,
};
const person: FitFacts = {
  needs: ['drugs', 'accommodation'],
  dateOfBirth: '1994-05-05',
  sex: 'Male',
  isInCustody: false,
  releaseOn: null,
  area: 'Lowgate',
  rosh: 'medium',
};
const fitFor = (service: Partial<ServiceCriteria>, facts: Partial<FitFacts> = {}) =>
  fitOf({ ...anyone, ...service }, { ...person, ...facts }, today);

test('A service meets the needs that it works on, and fits whoever it does not leave out (CAM R7, R31).', () => {
  expect(fitFor({})).toEqual({ meets: ['drugs'], against: [], mind: [] });
});

test.each([
  ['age', { leastAge: 18, mostAge: 25 }, /up to 25; the person is 31/],
  ['sex', { onlySex: 'Female' }, /female people only/],
  ['area', { areas: ['Eastmoor', 'Wharf End'] }, /covers Eastmoor, Wharf End; the person lives in Lowgate/],
  ['risk', { mostRosh: 'low' as const }, /up to low Risk of Serious Harm; it is medium/],
  ['setting', { settings: ['custody' as const] }, /in custody only/],
])('What does not fit by %s is said in a sentence.', (_what, service, words) => {
  expect(fitFor(service).against).toEqual([expect.stringMatching(words)]);
});

test('Someone who comes out soon can be referred in the community already, and later not.', () => {
  const community = { settings: ['community'] as const };
  expect(fitFor(community, { isInCustody: true, releaseOn: '2026-03-27' })).toMatchObject({
    against: [],
    mind: [expect.stringMatching(/from 27 Mar 2026/)],
  });
  expect(fitFor(community, { isInCustody: true, releaseOn: '2026-09-01' }).against).toHaveLength(1);
  expect(fitFor(community, { isInCustody: true }).against).toHaveLength(1);
});

test('What is not known about the person is minded, and never counts against them.', () => {
  const found = fitFor(
    { leastAge: 18, onlySex: 'Male', areas: ['Lowgate'], mostRosh: 'medium' },
    { dateOfBirth: null, sex: '', area: '', rosh: 'not-assessed' },
  );
  expect(found.against).toEqual([]);
  expect(found.mind).toHaveLength(4);
});

test('A full service is said to be full, and one may still refer.', () => {
  expect(fitFor({ capacity: 5, openReferrals: 5 })).toMatchObject({
    against: [],
    mind: [expect.stringMatching(/5 referred for 5 places/)],
  });
});
