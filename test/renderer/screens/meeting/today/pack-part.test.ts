import { expect, it } from 'vitest';
import { packPart, partsOf } from '../../../../../renderer/screens/meeting/today/pack-part';

const officers = [{ id: 'officer-1', name: 'PC Farthing' }];

it('offers the whole pack, each team, each area and each officer, and reads the choice back', () => {
  const parts = partsOf(['Lowgate'], ['Lowgate', 'officer:officer-1'], officers);
  expect(parts.map(({ name }) => name)).toEqual(['All of it', 'Lowgate', 'Lowgate', 'officer:officer-1', 'PC Farthing']);
  expect(parts.map(({ id }) => packPart(id, officers))).toEqual([
    { area: null, team: null, personId: null, scope: '' },
    // A team that is called as an area is still a team.
    { area: null, team: 'Lowgate', personId: null, scope: 'Team: Lowgate' },
    { area: 'Lowgate', team: null, personId: null, scope: 'Lowgate' },
    // An area that is called as an officer's id is still an area.
    { area: 'officer:officer-1', team: null, personId: null, scope: 'officer:officer-1' },
    { area: null, team: null, personId: 'officer-1', scope: 'PC Farthing' },
  ]);
});

it('gives no officer of another agency a pack', () => {
  expect(packPart('officer:elsewhere', officers)).toEqual({ area: null, team: null, personId: null, scope: '' });
});
