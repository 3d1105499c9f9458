import { expect, it } from 'vitest';
import { caseFacts, positionFact } from '../../../../renderer/screens/meeting/case-facts';
import { blankFields } from './build-chair';

const words = (fields: Partial<typeof blankFields>) =>
  caseFacts({ ...blankFields, ...fields }, '2026-03-03', 'Police').map((fact) =>
    [fact.of, fact.value, fact.after, fact.flag].filter(Boolean).join(' '),
  );

it('says under a name what is asked for first', () => {
  expect(words({})).toEqual(['Born 14 Jun 1994 (31)', 'Licence to Wed 12 Aug 2026', 'OGRS 78 High', 'RoSH Medium', 'Lead Police']);
});

it('flags a release that falls on a Friday', () => {
  expect(words({ statutoryPosition: 'serving', custodyPlace: 'HMP Stonefold', releaseOn: '2026-03-27' })).toContain(
    'Release Fri 27 Mar 2026 Friday release',
  );
  expect(words({ statutoryPosition: 'serving', releaseOn: '2026-03-26' })).toContain('Release Thu 26 Mar 2026');
});

it('puts being at large before any position, and says where a date is missing', () => {
  expect(positionFact({ ...blankFields, isAtLarge: true })).toEqual({ of: 'Position', value: 'At large' });
  expect(positionFact({ ...blankFields, licenceEndsOn: null })).toEqual({ of: '', value: 'Licence' });
  expect(positionFact({ ...blankFields, statutoryPosition: null })).toBeNull();
});
