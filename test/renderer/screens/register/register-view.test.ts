import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstView,
  lookAt,
  neighbourOf,
  type RegisterView,
  sortedBy,
  toggleGroup,
} from '../../../../renderer/screens/register/register-view';
import { countTabs, tabContext } from '../../../../renderer/screens/register/tabs';
import { colours } from '../../../../shared/language/colour';
import type { RegisterRow } from '../../../../shared/views/register';
import { registerRow } from './register-row';

const names = { agencyName: (id: string) => id, personName: (id: string) => id };
const context = { ...tabContext('2026-03-03', 'me'), ...names };
const look = (rows: readonly RegisterRow[], view: Partial<RegisterView> = {}) =>
  lookAt(rows, { ...firstView, grouping: 'none', ...view }, context);
const surnames = (rows: readonly RegisterRow[], view: Partial<RegisterView> = {}) => look(rows, view).rows.map(({ surname }) => surname);

describe('looking at the register', () => {
  it('finds by alias and by an identifier typed without its punctuation', () => {
    const rows = [
      registerRow({ surname: 'OAKENFELL', aliases: ['Jade Lowther-Finn'] }),
      registerRow({ surname: 'WENSLOW', pnc: '97/0000112X' }),
    ];
    expect(surnames(rows, { text: 'lowther' })).toEqual(['OAKENFELL']);
    expect(surnames(rows, { text: '970000112x' })).toEqual(['WENSLOW']);
    expect(surnames(rows, { text: '97/0000112' })).toEqual(['WENSLOW']);
  });

  it('lets through any value of one filter, and only what passes every filter', () => {
    const rows = [
      registerRow({ surname: 'A', colour: 'R', area: 'Lowgate' }),
      registerRow({ surname: 'B', colour: 'A', area: 'Lowgate' }),
      registerRow({ surname: 'C', colour: 'R', area: 'Eastmoor' }),
    ];
    expect(surnames(rows, { filters: { colour: ['R', 'A'] } })).toEqual(['A', 'B', 'C']);
    expect(surnames(rows, { filters: { colour: ['R'], area: ['Lowgate'] } })).toEqual(['A']);
  });

  it('keeps those who have left out of sight until they are asked for', () => {
    const rows = [registerRow({ surname: 'HERE' }), registerRow({ surname: 'GONE', state: 'left' })];
    expect(surnames(rows)).toEqual(['HERE']);
    expect(surnames(rows, { filters: { state: ['left'] } })).toEqual(['GONE']);
    expect(countTabs(rows, context).all).toBe(1);
  });

  it('puts what is not recorded last, whichever way it sorts', () => {
    const rows = [
      registerRow({ surname: 'LOW', ogrsScore: 20 }),
      registerRow({ surname: 'NONE' }),
      registerRow({ surname: 'HIGH', ogrsScore: 90 }),
    ];
    expect(surnames(rows, { sortBy: 'ogrs' })).toEqual(['LOW', 'HIGH', 'NONE']);
    expect(surnames(rows, { sortBy: 'ogrs', isDescending: true })).toEqual(['HIGH', 'LOW', 'NONE']);
  });

  it('sorts by name where a column says the same', () => {
    const rows = [registerRow({ surname: 'WENSLOW', area: 'Lowgate' }), registerRow({ surname: 'abbotslow', area: 'Lowgate' })];
    expect(surnames(rows, { sortBy: 'area', isDescending: true })).toEqual(['abbotslow', 'WENSLOW']);
  });

  it('groups by colour in the order Red, Amber, Green, Blue, and none last', () => {
    const rows = [registerRow({}), ...colours.toReversed().map((colour) => registerRow({ colour }))];
    const heads = look(rows, { grouping: 'colour' }).entries.filter(({ kind }) => kind === 'head');
    expect(heads.map(({ key }) => key)).toEqual(['group:R', 'group:A', 'group:G', 'group:B', 'group:']);
  });

  it('hides the rows of a closed group and still counts them', () => {
    const rows = [registerRow({ colour: 'R' }), registerRow({ colour: 'A' })];
    const { entries, rows: all } = lookAt(rows, toggleGroup({ ...firstView, grouping: 'colour' }, 'group:R'), context);
    expect(entries.map(({ kind }) => kind)).toEqual(['head', 'head', 'row']);
    expect(all).toHaveLength(2);
  });

  it('sorts a column the other way round at the second click, and begins figures with the greatest', () => {
    const once = sortedBy(firstView, 'ogrs');
    expect([once.sortBy, once.isDescending]).toEqual(['ogrs', true]);
    expect(sortedBy(once, 'ogrs').isDescending).toBe(false);
  });

  it('counts as due what is late or due within a week, and as coming out only who is in custody', () => {
    const rows = [
      registerRow({ reviewDue: '2026-02-01' }),
      registerRow({ reviewDue: '2026-03-10' }),
      registerRow({ reviewDue: '2026-03-11' }),
      registerRow({ releaseOn: '2026-03-27', statutoryPosition: 'serving' }),
      registerRow({ releaseOn: '2026-03-27', statutoryPosition: 'licence' }),
      registerRow({ leadPersonId: 'me' }),
    ];
    expect(countTabs(rows, context)).toEqual({ all: 6, community: 5, review: 2, release: 1, mine: 1 });
  });

  it('goes to the next and the previous case of the list, and stops at its ends', () => {
    expect(neighbourOf(['a', 'b', 'c'], 'b', 1)).toBe('c');
    expect(neighbourOf(['a', 'b', 'c'], 'a', -1)).toBeNull();
    expect(neighbourOf(['a', 'b', 'c'], 'x', 1)).toBeNull();
  });

  it('shows every row that is let through exactly once, however it is grouped and sorted', () => {
    const row = fc.record({
      surname: fc.string({ maxLength: 6 }),
      colour: fc.constantFrom(null, ...colours),
      area: fc.constantFrom('', 'Lowgate', 'Eastmoor'),
      ogrsScore: fc.option(fc.nat(100)),
    });
    const view = fc.record({
      grouping: fc.constantFrom('none', 'colour', 'area', 'lead', 'manager' as const),
      sortBy: fc.constantFrom('name', 'ogrs', 'area', 'colour'),
      isDescending: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), view, (abouts, how) => {
        const rows = abouts.map((about) => registerRow(about));
        const { entries } = lookAt(rows, { ...firstView, ...how } as RegisterView, context);
        const shown = entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row.id] : []));
        expect(shown.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      }),
    );
  });
});
