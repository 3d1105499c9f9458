import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agencyKinds } from '../../../shared/language/agency-kind';
import { needPriorities, pathways } from '../../../shared/language/pathway';
import { statutoryPositions } from '../../../shared/language/statutory-position';
import { type RelevanceFacts, relevanceOf } from '../../../shared/rules/relevance';

const agencies = agencyKinds.map(({ kind, pathways: covered, isCore }) => ({ id: kind, kind, pathways: covered, isCore }));
const today = '2026-03-03';
const nothing: RelevanceFacts = {
  leadAgencyId: null,
  statutoryPosition: null,
  custodyPlace: '',
  dateOfBirth: null,
  needs: [],
  openActions: [],
  openReferrals: [],
  overrides: [],
};
const reasonsOf = (facts: Partial<RelevanceFacts>) =>
  Object.fromEntries(relevanceOf({ ...nothing, ...facts }, agencies, today).map(({ agencyId, reason }) => [agencyId, reason]));
const core = { police: 'Core agency', probation: 'Core agency' };

test('A case of which nothing is known concerns the core agencies alone.', () => {
  expect(reasonsOf({})).toEqual(core);
});

test('The lead agency, custody, a need, an open action and an open referral each make a case an agency’s concern.', () => {
  const reasons = reasonsOf({
    leadAgencyId: 'probation',
    statutoryPosition: 'serving',
    custodyPlace: 'HMP Stonefold',
    needs: [{ pathway: 'drugs', priority: 'high', agencyId: null }],
    openActions: ['drugs', 'jobcentre', 'jobcentre'],
    openReferrals: ['mentoring'],
  });
  expect(reasons).toEqual({
    police: 'Core agency',
    probation: 'Leads the case',
    prison: 'In custody at HMP Stonefold',
    drugs: 'Drugs need, high; an open action',
    jobcentre: '2 open actions',
    mentoring: 'An open referral',
  });
});

test('A need concerns every agency of its pathway until one is named for it.', () => {
  const need = { pathway: 'accommodation', priority: 'medium' } as const;
  expect(Object.keys(reasonsOf({ needs: [{ ...need, agencyId: null }] }))).toEqual(['police', 'probation', 'housing', 'supported-housing']);
  expect(reasonsOf({ needs: [{ ...need, agencyId: 'supported-housing' }] })).toEqual({
    ...core,
    'supported-housing': 'Accommodation need, medium',
  });
  expect(Object.keys(reasonsOf({ needs: [{ ...need, agencyId: 'one that has left' }] }))).toContain('housing');
});

test('Youth justice is concerned up to the day before the eighteenth birthday.', () => {
  expect(reasonsOf({ dateOfBirth: '2008-03-04' })['youth-justice']).toBe('Aged 17');
  expect(reasonsOf({ dateOfBirth: '2008-03-03' })['youth-justice']).toBeUndefined();
});

test('A word by hand overrules every derived reason, and the latest word holds.', () => {
  const views = relevanceOf(
    {
      ...nothing,
      leadAgencyId: 'probation',
      overrides: [
        { agencyId: 'jobcentre', isRelevant: true, reason: 'claim at the gate', personName: 'S. Merrowin' },
        { agencyId: 'probation', isRelevant: false, reason: 'another team has it', personName: '' },
        { agencyId: 'jobcentre', isRelevant: false, reason: 'earlier word', personName: 'S. Merrowin' },
      ],
    },
    agencies,
    today,
  );
  expect(views.filter(({ isByHand }) => isByHand)).toEqual([
    { agencyId: 'probation', isRelevant: false, reason: 'Taken off: another team has it', isByHand: true },
    { agencyId: 'jobcentre', isRelevant: true, reason: 'Added by S. Merrowin: claim at the gate', isByHand: true },
  ]);
});

test('Every agency appears once at most, with a reason of one line, whatever the facts.', () => {
  const ids = fc.constantFrom(...agencies.map(({ id }) => id));
  const facts = fc.record({
    leadAgencyId: fc.option(ids),
    statutoryPosition: fc.option(fc.constantFrom(...statutoryPositions)),
    custodyPlace: fc.constantFrom('', 'HMP Stonefold'),
    dateOfBirth: fc.option(fc.constantFrom('1997-09-02', '2010-01-01')),
    needs: fc.array(
      fc.record({ pathway: fc.constantFrom(...pathways), priority: fc.constantFrom(...needPriorities), agencyId: fc.option(ids) }),
    ),
    openActions: fc.array(ids),
    openReferrals: fc.array(ids),
    overrides: fc.array(
      fc.record({ agencyId: ids, isRelevant: fc.boolean(), reason: fc.constant('x'), personName: fc.constant('M. Larkspur') }),
    ),
  });
  fc.assert(
    fc.property(facts, (known) => {
      const views = relevanceOf(known, agencies, today);
      expect(new Set(views.map(({ agencyId }) => agencyId)).size).toBe(views.length);
      for (const { reason } of views) expect(reason).toMatch(/^[^\n]+$/);
      for (const { agencyId } of agencies.filter(({ isCore }) => isCore).map(({ id }) => ({ agencyId: id }))) {
        expect(views.some((view) => view.agencyId === agencyId)).toBe(true);
      }
    }),
  );
});
