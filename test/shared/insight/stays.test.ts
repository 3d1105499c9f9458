import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coloursOverTime, timeInColour } from '../../../shared/insight/colours';
import { isOnScheme, stayOn, staysOf } from '../../../shared/insight/facts';
import { timeOnScheme } from '../../../shared/insight/upkeep';
import { addDays } from '../../../shared/language/dates';
import { caseFact } from './facts';

const filter = { from: '2025-01-01', to: '2025-12-31', area: null, cohortPart: null };
const leavings = [{ adoptedOn: '2024-03-01', leftOn: '2025-03-04' }];
const changes = [{ caseId: 'case', colour: 'G', decidedOn: '2025-01-05' }] as const;

test('Someone who came back was on the scheme the first time too, and not between (CAM 3.2.10).', () => {
  const back = caseFact({ adoptedOn: '2025-11-04', leavings });
  const on = (day: string) => isOnScheme(back, day);
  expect([on('2024-02-29'), on('2024-03-01'), on('2025-03-03'), on('2025-03-04'), on('2025-11-03'), on('2025-11-04')]).toEqual([
    false,
    true,
    true,
    false,
    false,
    true,
  ]);
});

test('Neither is forgotten while they are put forward again, nor when they are turned down.', () => {
  for (const state of ['proposed', 'left'] as const) {
    const one = caseFact({ state, adoptedOn: '2024-03-01', leftOn: '2025-03-04', leavings });
    expect([isOnScheme(one, '2025-03-03'), isOnScheme(one, '2025-11-04')]).toEqual([true, false]);
  }
});

test('Whoever was put forward and turned down, or taken back, never was on the scheme, though their case has a day of leaving.', () => {
  expect(staysOf({ state: 'left', adoptedOn: null, leftOn: '2025-03-04' }, [])).toEqual([]);
  expect(staysOf({ state: 'proposed', adoptedOn: null, leftOn: '2025-03-04' }, [])).toEqual([]);
  expect(staysOf({ state: 'proposed', adoptedOn: '2025-03-04', leftOn: null }, [])).toEqual([]);
});

test('One who has left without a day of adoption was always on it until then.', () => {
  const stays = staysOf({ state: 'left', adoptedOn: null, leftOn: '2025-03-04' }, [{ adoptedOn: null, leftOn: '2025-03-04' }]);
  expect(stays).toEqual([{ from: null, until: '2025-03-04' }]);
});

test('One leaving that two workstations recorded is one.', () => {
  const twice = [...leavings, { adoptedOn: '2024-03-01', leftOn: '2025-03-05' }];
  expect(staysOf({ state: 'adopted', adoptedOn: '2025-11-04', leftOn: null }, twice)).toEqual([
    { from: '2024-03-01', until: '2025-03-05' },
    { from: '2025-11-04', until: null },
  ]);
});

test('Whatever was recorded, no day belongs to two times on the scheme.', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((after) => addDays('2025-01-01', after));
  const place = fc.record({ state: fc.constantFrom('adopted', 'left', 'proposed'), adoptedOn: fc.option(day), leftOn: fc.option(day) });
  fc.assert(
    fc.property(place, fc.array(fc.record({ adoptedOn: fc.option(day), leftOn: day }), { maxLength: 4 }), (one, left) => {
      const stays = staysOf(one, left);
      for (let on = '2024-12-31'; on < '2025-02-20'; on = addDays(on, 1)) {
        const within = stays.filter(({ from, until }) => (from === null || from <= on) && (until === null || until > on));
        expect(within.length).toBeLessThanOrEqual(1);
        expect(stayOn({ stays }, on)).toBe(within[0]);
      }
    }),
  );
});

test('A time away belongs to no colour, and whoever comes back begins a new spell at the colour they had left with.', () => {
  const back = [caseFact({ adoptedOn: '2025-12-02', leavings })];
  const points = coloursOverTime(back, changes, filter).rows.map(({ id, values }) => [id, values[2]]);
  expect(Object.fromEntries(points)).toMatchObject({ '2025-02-26': 1, '2025-03-26': 0, '2025-11-05': 0, '2025-12-31': 1 });
  const green = timeInColour(back, changes, filter).rows.find(({ id }) => id === 'G');
  // 58 days to the leaving, 30 from coming back on: the middle of the two.
  expect(green?.values).toEqual([100, 44, 1]);
});

test('Time on the scheme runs from the adoption that held on the day (CAM 2.1.7).', () => {
  const back = [caseFact({ adoptedOn: '2025-11-04', leavings })];
  const bandOn = (to: string) =>
    timeOnScheme(back, changes, { ...filter, to }).rows.find(({ values }) => values.some((value) => value))?.id;
  expect([bandOn('2025-03-03'), bandOn('2025-06-01'), bandOn('2025-12-31')]).toEqual(['year-and-half', undefined, 'half']);
});
