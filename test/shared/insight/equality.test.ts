import { describe, expect, test } from 'vitest';
import { type EqualityFacts, type EqualityPopulation, equalityMonitoring } from '../../../shared/insight/equality';
import { type EqualityFact, equalityGroupOf } from '../../../shared/insight/equality-groups';
import { readShare } from '../../../shared/insight/population';
import { caseFact } from './facts';

const filter = { from: '2025-12-03', to: '2026-03-03', area: null, cohortPart: null };
const person = (fields: Partial<EqualityFact>): EqualityFact => ({
  caseId: 'case',
  sex: 'Male',
  dateOfBirth: '1990-01-01',
  ethnicity: 'White British',
  disability: 'None',
  ...fields,
});
const numbered = (count: number, prefix: string) => Array.from({ length: count }, (_one, at) => `${prefix}-${at}`);
const nobodyElse = { colours: [], joined: [], left: [], enforcement: [], area: { source: '', perThousand: {} } };

function picture(facts: Partial<EqualityFacts> & Pick<EqualityFacts, 'people'>, of: EqualityPopulation = 'cohort') {
  const cases = facts.people.map(({ caseId }) => caseFact({ id: caseId }));
  return equalityMonitoring(cases, { ...nobodyElse, ...facts }, filter, of);
}
const rowOf = ({ rows }: ReturnType<typeof picture>, id: string) => rows.find((row) => row.id === id)?.values ?? [];

describe('Equality monitoring (STRAT 26)', () => {
  const people = [
    ...numbered(60, 'man').map((caseId) => person({ caseId })),
    ...numbered(20, 'woman').map((caseId) => person({ caseId, sex: 'Female', ethnicity: '' })),
  ];

  test('compares the shares of those recorded with the area, and says more or less often only where the range leaves the area out', () => {
    const drawn = picture({ people, area: { source: 'Census 2021', perThousand: { 'sex-female': 506, 'sex-male': 494 } } });
    expect(rowOf(drawn, 'sex-female').slice(0, 5)).toEqual([25, 50.6, 17, 35, 20]);
    expect(drawn.finding).toBe('Among people on the scheme, more often than in the area: men; less often: women.');
    expect(drawn.how).toContain('The area: Census 2021.');
    const near = picture({ people, area: { source: '', perThousand: { 'sex-female': 300, 'sex-male': 700 } } });
    expect(near.finding).toBe('Among people on the scheme, no group can be told apart from its share of the area.');
  });

  test('counts those whose group is not recorded and says how many', () => {
    const elders = numbered(10, 'elder').map((caseId) =>
      person({ caseId, ethnicity: 'B1', disability: 'Mobility', dateOfBirth: '1960-01-01' }),
    );
    const { how } = picture({ people: [...people, ...elders] });
    expect(how).toContain('On the scheme: sex, age, ethnicity and disability as on 31 Dec 2025.');
    expect(how).toContain('not recorded or in no group: ethnicity 20.');
  });

  test('hides fewer than five, whatever would give them away, and the cases behind them', () => {
    const few = [...people, ...numbered(3, 'other').map((caseId) => person({ caseId, disability: 'Mobility' }))];
    const drawn = picture({ people: few });
    expect(rowOf(drawn, 'disability-yes')[4]).toBeNull();
    expect(rowOf(drawn, 'disability-no')[4]).toBeNull();
    expect(drawn.behind('disability-yes', 'people')).toEqual([]);
    expect(drawn.behind('sex-female', 'people')).toHaveLength(20);
    expect(drawn.how).toContain('A dash stands for fewer than 5 people');
  });

  test('counts who was changed to Red and for whom enforcement was set once each, within a run of whole quarters', () => {
    const change = (caseId: string, colour: 'R' | 'A', decidedOn: string) => ({ caseId, colour, decidedOn });
    const red = picture(
      {
        people,
        colours: numbered(20, 'woman').flatMap((id) => [
          change(id, 'A', '2025-09-10'),
          change(id, 'R', '2025-10-06'),
          change(id, 'R', '2025-10-13'),
          change(id, 'A', '2025-10-20'),
          change(id, 'R', '2025-10-27'),
        ]),
        enforcement: [...numbered(6, 'man'), ...numbered(14, 'woman')].flatMap((caseId) => [
          { caseId, on: '2025-10-06' },
          { caseId, on: '2025-10-13' },
          { caseId, on: '2024-01-13' },
          { caseId, on: '2026-01-13' },
        ]),
      },
      'to-red',
    );
    expect(red.how).toContain('20 people who were changed to Red from 1 Oct 2025 to 31 Dec 2025, each once');
    expect(red.behind('sex-male', 'enforcement')).toHaveLength(6);
    // All of one age: that the other groups are empty would tell it of each, so it is hidden with them.
    expect(red.behind('age-35-44', 'enforcement')).toEqual([]);
  });

  test('says plainly where nothing was entered for the area, and where nobody is counted', () => {
    expect(picture({ people }).finding).toBe('The area’s own population has not been entered, so nothing is compared yet.');
    expect(picture({ people }, 'left')).toMatchObject({
      rows: [],
      finding: 'Nothing can be shown yet: fewer than 20 people who left were counted in whole quarters.',
    });
  });

  test('says when the first figures come, where a scheme is younger than its first quarter', () => {
    const cases = people.map(({ caseId }) => caseFact({ id: caseId, adoptedOn: '2026-01-05' }));
    expect(equalityMonitoring(cases, { ...nobodyElse, people }, filter, 'cohort')).toMatchObject({
      rows: [],
      finding: 'Nothing can be shown yet. Figures come at the ends of quarters, the next on 31 Mar 2026.',
    });
  });

  test('is the same whichever area, part or first day is chosen, and on every day until the next quarter ends', () => {
    const cases = people.map(({ caseId }, at) => caseFact({ id: caseId, area: at % 3 === 0 ? 'Harrow Lane' : 'Wexmouth' }));
    const drawn = (over: Partial<typeof filter> & { area?: never }) =>
      equalityMonitoring(cases, { ...nobodyElse, people }, { ...filter, ...over }, 'cohort');
    const { behind: _one, ...whole } = drawn({});
    for (const over of [{ from: '2026-02-01' }, { to: '2026-03-30' }, { to: '2026-01-01' }]) {
      const { behind: _other, ...other } = drawn(over);
      expect(other).toEqual(whole);
    }
    const { behind: _area, ...area } = equalityMonitoring(
      cases,
      { ...nobodyElse, people },
      { ...filter, area: 'Harrow Lane', cohortPart: 'fixed' },
      'cohort',
    );
    expect(area).toEqual(whole);
  });

  test('reads groups from the words and the codes in which they are kept, and an officer’s view of someone not at all', () => {
    const group = (ethnicity: string) => equalityGroupOf('ethnicity', person({ ethnicity }), filter.to);
    expect(['W1', 'White other', 'Gypsy or Irish Traveller'].map(group)).toEqual(Array(3).fill('ethnicity-white'));
    expect(['M2', 'White and Black Caribbean', 'Mixed'].map(group)).toEqual(Array(3).fill('ethnicity-mixed'));
    expect(['B1', 'Black British', 'African'].map(group)).toEqual(Array(3).fill('ethnicity-black'));
    expect(['A3', 'Any other Asian background', 'Chinese'].map(group)).toEqual(Array(3).fill('ethnicity-asian'));
    expect(['O9', 'Arab', 'Any other ethnic group'].map(group)).toEqual(Array(3).fill('ethnicity-other'));
    expect(['', 'Not stated', 'NS', 'IC1'].map(group)).toEqual(Array(4).fill(null));
    const disability = (words: string) => equalityGroupOf('disability', person({ disability: words }), filter.to);
    expect(['None', 'No', 'Mobility', 'Unknown'].map(disability)).toEqual(['disability-no', 'disability-no', 'disability-yes', null]);
  });

  test('reads shares as people type them', () => {
    expect(['50.6', '50,6 %', '100', '', '101', 'half'].map(readShare)).toEqual([506, 506, 1000, null, undefined, undefined]);
  });
});
