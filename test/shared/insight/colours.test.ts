import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourChangesIn, coloursOverTime, medianOf, timeInColour } from '../../../shared/insight/colours';
import { type CaseFact, type ColourFact, colourOn, isOnScheme, pointsOf } from '../../../shared/insight/facts';
import type { CountedPicture, InsightFilter } from '../../../shared/insight/picture';
import { colours } from '../../../shared/language/colour';
import { addDays, daysBetween } from '../../../shared/language/dates';
import { caseFact } from './facts';

const year: InsightFilter = { from: '2025-03-05', to: '2026-03-03', area: null, cohortPart: null };
const figure = ({ rows, series }: CountedPicture, row: string, of: string) =>
  rows.find(({ id }) => id === row)?.values[series.findIndex(({ id }) => id === of)];

test('A case is counted at the colour that held at the end of each day, from its adoption until it left.', () => {
  const cases = [caseFact({ id: 'a', adoptedOn: '2026-01-06', leftOn: '2026-03-03' }), caseFact({ id: 'b', adoptedOn: '2025-01-01' })];
  const changes: ColourFact[] = [
    { caseId: 'a', colour: 'R', decidedOn: '2026-01-06' },
    { caseId: 'a', colour: 'A', decidedOn: '2026-02-03' },
    { caseId: 'b', colour: 'G', decidedOn: '2025-01-01' },
  ];
  const picture = coloursOverTime(cases, changes, year);
  expect(figure(picture, '2025-12-09', 'R')).toBe(0);
  expect(figure(picture, '2026-01-06', 'R')).toBe(1);
  expect(figure(picture, '2026-02-03', 'A')).toBe(1);
  expect(figure(picture, '2026-03-03', 'A')).toBe(0);
  expect(figure(picture, '2026-03-03', 'G')).toBe(1);
  expect(picture.behind('2026-02-03', 'A')).toEqual(['a']);
});

test('Someone only proposed is never on the scheme, and someone with no colour yet is counted as such.', () => {
  const picture = coloursOverTime([caseFact({ id: 'a', state: 'proposed' }), caseFact({ id: 'b' })], [], year);
  expect(picture.series.map(({ id }) => id)).toEqual([...colours, 'none']);
  expect(picture.behind('2026-03-03', 'none')).toEqual(['b']);
});

test('The points end with the period and never are more than can be read.', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7000 }), (length) => {
      const points = pointsOf({ from: addDays('2026-03-03', -length), to: '2026-03-03' });
      expect(points.at(-1)).toBe('2026-03-03');
      expect(points.length).toBeLessThanOrEqual(20);
      const steps = new Set(points.slice(1).map((day, at) => daysBetween(points[at] ?? day, day)));
      expect(steps.size).toBeLessThanOrEqual(1);
    }),
  );
});

const days = fc.integer({ min: 0, max: 500 }).map((after) => addDays('2025-01-01', after));
const randomCase = fc
  .record({
    id: fc.uuid(),
    adoptedOn: fc.option(days),
    leftOn: fc.option(days),
    changes: fc.array(fc.record({ colour: fc.constantFrom(...colours), decidedOn: days }), { maxLength: 8 }),
  })
  .map(({ changes, ...fields }) => ({
    one: caseFact({ ...fields, state: fields.leftOn === null ? 'adopted' : 'left' }),
    changes: changes.map((change): ColourFact => ({ ...change, caseId: fields.id })).sort((a, b) => a.decidedOn.localeCompare(b.decidedOn)),
  }));

test('Every case on the scheme is counted once at each point, as a count day by day finds it.', () => {
  fc.assert(
    fc.property(fc.uniqueArray(randomCase, { maxLength: 12, selector: ({ one }) => one.id }), (known) => {
      const cases = known.map(({ one }) => one);
      const picture = coloursOverTime(
        cases,
        known.flatMap(({ changes }) => changes),
        year,
      );
      for (const { id: day, values } of picture.rows) {
        const slow = (colour: string) =>
          known.filter(({ one, changes }) => isOnScheme(one, day) && (colourOn(changes, day) ?? 'none') === colour).length;
        expect(values).toEqual(picture.series.map(({ id }) => slow(id)));
        for (const { id } of picture.series) expect(picture.behind(day, id)).toHaveLength(slow(id));
      }
    }),
    { numRuns: 60 },
  );
});

test('Shares of time are of the days on which a colour held, as a count day by day finds them.', () => {
  fc.assert(
    fc.property(fc.uniqueArray(randomCase, { maxLength: 6, selector: ({ one }) => one.id }), (known) => {
      const picture = timeInColour(
        known.map(({ one }) => one),
        known.flatMap(({ changes }) => changes),
        year,
      );
      const held = new Map<string, number>();
      for (const { one, changes } of known)
        for (let day = year.from; day <= year.to; day = addDays(day, 1)) {
          const colour = isOnScheme(one, day) ? colourOn(changes, day) : null;
          if (colour) held.set(colour, (held.get(colour) ?? 0) + 1);
        }
      const all = [...held.values()].reduce((sum, each) => sum + each, 0);
      for (const colour of colours)
        expect(figure(picture, colour, 'share')).toBe(all === 0 ? null : Math.round((100 * (held.get(colour) ?? 0)) / all));
    }),
    { numRuns: 40 },
  );
});

test('A change is from one colour to another within the period: first colours and confirmations are none.', () => {
  const changes: ColourFact[] = [
    { caseId: 'a', colour: 'R', decidedOn: '2025-01-01' },
    { caseId: 'a', colour: 'R', decidedOn: '2025-06-03' },
    { caseId: 'a', colour: 'A', decidedOn: '2025-07-01' },
    { caseId: 'a', colour: 'R', decidedOn: '2025-08-05' },
    { caseId: 'a', colour: 'A', decidedOn: '2025-09-02' },
    { caseId: 'b', colour: 'G', decidedOn: '2025-09-02' },
  ];
  const picture = colourChangesIn([caseFact({ id: 'a' }), caseFact({ id: 'b' })], changes, year);
  expect(figure(picture, 'R', 'A')).toBe(2);
  expect(figure(picture, 'A', 'R')).toBe(1);
  expect(figure(picture, 'R', 'R')).toBeNull();
  expect(picture.behind('R', 'A')).toEqual(['a']);
  expect(picture.finding).toBe('3 changes: 0 to Green, 1 to Red.');
});

test('The middle of several is between two where they are even, and nothing has none.', () => {
  expect([medianOf([]), medianOf([5]), medianOf([9, 1, 4]), medianOf([4, 1])]).toEqual([null, 5, 4, 3]);
});

test('An area and a part of the cohort leave the others out.', () => {
  const cases: CaseFact[] = [caseFact({ id: 'a', area: 'North' }), caseFact({ id: 'b', area: 'South', cohortPart: 'flex' })];
  const of = (part: Partial<InsightFilter>) => coloursOverTime(cases, [], { ...year, ...part }).behind('2026-03-03', 'none');
  expect(of({ area: 'North' })).toEqual(['a']);
  expect(of({ cohortPart: 'flex' })).toEqual(['b']);
  expect(of({ area: 'North', cohortPart: 'flex' })).toEqual([]);
});

test('A colour that changed and changed back within one day breaks no spell of it.', () => {
  const changes: ColourFact[] = [
    { caseId: 'a', colour: 'A', decidedOn: '2026-02-01' },
    { caseId: 'a', colour: 'R', decidedOn: '2026-02-11' },
    { caseId: 'a', colour: 'A', decidedOn: '2026-02-11' },
  ];
  const picture = timeInColour([caseFact({ id: 'a' })], changes, year);
  expect(figure(picture, 'A', 'spell')).toBe(31);
  expect(figure(picture, 'R', 'cases')).toBe(0);
});
