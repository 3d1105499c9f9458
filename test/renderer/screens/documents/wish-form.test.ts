import { expect, it } from 'vitest';
import { areasOf, emptyWish, wishOf } from '../../../../renderer/screens/documents/wish-form';

const cases = [
  { id: 'one', area: 'Harrow Lane' },
  { id: 'two', area: 'Weir' },
  { id: 'three', area: '' },
];

it('issues nothing while something is still to be chosen', () => {
  expect(wishOf(emptyWish, cases)).toBeNull();
  expect(wishOf({ ...emptyWish, kind: 'minutes', meetingId: 'm', agencyId: 'all' }, cases)).toBeNull();
  expect(wishOf({ ...emptyWish, kind: 'tasking-pack', meetingId: 'm', agencyId: 'a' }, cases)).toBeNull();
  expect(wishOf({ ...emptyWish, kind: 'briefing', readers: ' ', area: 'Weir' }, cases)).toBeNull();
  expect(wishOf({ ...emptyWish, kind: 'briefing', readers: 'Team', area: 'Elsewhere' }, cases)).toBeNull();
});

it('gives the full record where all core agencies are chosen, and else the one agency', () => {
  expect(wishOf({ ...emptyWish, caseId: 'one', agencyId: 'all' }, cases)).toEqual({ kind: 'case-summary', caseId: 'one', agencyId: null });
  expect(wishOf({ ...emptyWish, kind: 'action-list', agencyId: 'a' }, cases)).toEqual({ kind: 'action-list', agencyId: 'a' });
});

it('briefs about everybody in the chosen area and nobody else', () => {
  expect(wishOf({ ...emptyWish, kind: 'briefing', readers: 'Team', area: 'Weir' }, cases)).toMatchObject({
    team: 'Team',
    caseIds: ['two'],
  });
});

it('cuts a pack to a team, an area or an officer', () => {
  const form = { ...emptyWish, kind: 'tasking-pack' as const, meetingId: 'm', agencyId: 'a' };
  const wish = { kind: 'tasking-pack', meetingId: 'm', agencyId: 'a', area: null, team: null, personId: null };
  expect(wishOf({ ...form, team: 'North team' }, cases)).toEqual({ ...wish, team: 'North team' });
  expect(wishOf({ ...form, area: 'Weir' }, cases)).toEqual({ ...wish, area: 'Weir' });
  expect(wishOf({ ...form, personId: 'p' }, cases)).toEqual({ ...wish, personId: 'p' });
});

it('offers each area once, in the order of the alphabet, and none without a name', () => {
  expect(areasOf([...cases, { area: 'Weir' }])).toEqual(['Harrow Lane', 'Weir']);
});
