import { describe, expect, it } from 'vitest';
import { filterWords, optionsOf, withFilter } from '../../../../renderer/screens/register/filters';
import { registerRow } from './register-row';

const agencyName = (id: string) => ({ pol: 'Police' })[id] ?? 'Unknown agency';

describe('filters of the register', () => {
  it('offers the values that there are, in their own order, with how many have each and "not recorded" last', () => {
    const rows = [registerRow({ colour: 'G' }), registerRow({ colour: null }), registerRow({ colour: 'R' }), registerRow({ colour: 'R' })];
    expect(optionsOf('colour', rows, agencyName)).toEqual([
      { id: 'R', name: 'Red', detail: '2' },
      { id: 'G', name: 'Green', detail: '1' },
      { id: 'none', name: 'No colour', detail: '1' },
    ]);
  });

  it('takes a filter away when nothing of it is chosen', () => {
    expect(withFilter({ colour: ['R'] }, 'colour', [])).toEqual({});
  });

  it('says its values as long as they are few', () => {
    expect(filterWords('lead', ['pol'], 3, agencyName)).toBe('Police');
    expect(filterWords('colour', ['R', 'A', 'G'], 4, agencyName)).toBe('3 of 4');
  });
});
