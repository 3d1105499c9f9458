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
  expect(wishOf({ ...emptyWish, kind: 'briefing', team: ' ', area: 'Weir' }, cases)).toBeNull();
  expect(wishOf({ ...emptyWish, kind: 'briefing', team: 'Team', area: 'Elsewhere' }, cases)).toBeNull();
});

it('gives the full record where all core agencies are chosen, and else the one agency', () => {
  expect(wishOf({ ...emptyWish, caseId: 'one', agencyId: 'all' }, cases)).toEqual({ kind: 'case-summary', caseId: 'one', agencyId: null });
  expect(wishOf({ ...emptyWish, kind: 'action-list', agencyId: 'a' }, cases)).toEqual({ kind: 'action-list', agencyId: 'a' });
});

it('briefs about everybody in the chosen area and nobody else', () => {
  expect(wishOf({ ...emptyWish, kind: 'briefing', team: 'Team', area: 'Weir' }, cases)).toMatchObject({ caseIds: ['two'] });
});

it('offers each area once, in the order of the alphabet, and none without a name', () => {
  expect(areasOf([...cases, { area: 'Weir' }])).toEqual(['Harrow Lane', 'Weir']);
});
