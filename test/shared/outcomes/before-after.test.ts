import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/language/dates';
import { severityGroups } from '../../../shared/language/outcome-event';
import { beforeAndAfter, type OutcomeCase, warningOfReach, windowsOf } from '../../../shared/outcomes/before-after';
import { type CustodyStay, custodyDays, lengthOf, libertyDays } from '../../../shared/outcomes/liberty';

const base = '2020-01-01';
const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(base, days));
const anyStay = fc
  .tuple(fc.integer({ min: 0, max: 1500 }), fc.option(fc.integer({ min: 0, max: 200 })))
  .map(
    ([start, length]): CustodyStay => ({ startsOn: addDays(base, start), endsOn: length === null ? null : addDays(base, start + length) }),
  );
const anyCase = fc
  .record({
    adoptedOn: fc.option(anyDay, { freq: 9 }),
    events: fc.array(
      fc.record({
        kind: fc.constantFrom('arrest' as const, 'conviction' as const),
        happenedOn: anyDay,
        severity: fc.option(fc.constantFrom(...severityGroups)),
        offences: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 12 },
    ),
    custody: fc.array(anyStay, { maxLength: 5 }),
  })
  .map((one, index = 0): OutcomeCase => ({ caseId: `case-${index}`, isCustodyUnknown: false, ...one }));
const question = { kind: 'conviction', window: 365, today: '2024-06-01' } as const;

const person = (fields: Partial<OutcomeCase>): OutcomeCase => ({
  caseId: 'carterwick',
  adoptedOn: '2022-01-01',
  events: [],
  custody: [],
  isCustodyUnknown: false,
  ...fields,
});
const conviction = (happenedOn: string, offences = 1) => ({
  kind: 'conviction' as const,
  happenedOn,
  severity: 'serious' as const,
  offences,
});

describe('days at liberty (HMI 8.5)', () => {
  test('take out each day inside once, with the first and the last', () => {
    const span = { from: '2026-01-01', to: '2026-01-31' };
    expect(custodyDays(span, [{ startsOn: '2026-01-10', endsOn: '2026-01-12' }])).toBe(3);
    expect(custodyDays(span, [{ startsOn: '2025-12-01', endsOn: '2026-01-02' }])).toBe(2);
    expect(custodyDays(span, [{ startsOn: '2026-01-30', endsOn: null }])).toBe(2);
    expect(libertyDays(span, [{ startsOn: '2025-01-01', endsOn: null }])).toBe(0);
  });

  test('are as many as counting day by day gives, whatever stays overlap', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), fc.array(anyStay, { maxLength: 6 }), (from, length, stays) => {
        const span = { from, to: addDays(from, length) };
        let free = 0;
        for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
          if (!stays.some(({ startsOn, endsOn }) => day >= startsOn && (endsOn === null || day <= endsOn))) free += 1;
        }
        expect(libertyDays(span, stays)).toBe(free);
        expect(libertyDays(span, stays) + custodyDays(span, stays)).toBe(lengthOf(span));
      }),
      { numRuns: 60 },
    );
  });
});

describe('before and after adoption', () => {
  test('windows are equal, and the day of adoption belongs to the time after (HMI 8.3, 8.6)', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 800 }), (adoptedOn, window) => {
        const { before, after } = windowsOf(adoptedOn, window);
        expect(lengthOf(before)).toBe(window);
        expect(lengthOf(after)).toBe(window);
        expect(addDays(before.to, 1)).toBe(after.from);
        expect(after.from).toBe(adoptedOn);
      }),
    );
  });

  test('counts offences for each year at liberty, custody taken out (HMI 8.19, 8.26)', () => {
    const found = beforeAndAfter(
      [
        person({
          events: [conviction('2021-03-01', 4), conviction('2021-12-31', 2), conviction('2022-01-01'), conviction('2020-01-01', 9)],
          custody: [{ startsOn: '2022-02-01', endsOn: '2022-07-31' }],
        }),
      ],
      question,
    );
    expect(found.before).toMatchObject({ offences: 6, libertyDays: 365, people: 1 });
    expect(found.after).toMatchObject({ offences: 1, libertyDays: 365 - 181 });
    expect(found.after.frequency?.value).toBeCloseTo(1 / (184 / 365.25), 6);
    expect(found.cases).toEqual([{ caseId: 'carterwick', before: 6, after: 1, libertyBefore: 365, libertyAfter: 184 }]);
  });

  test('leaves out, and counts, who cannot be compared', () => {
    const { leftOut, cases } = beforeAndAfter(
      [
        person({ caseId: 'proposed', adoptedOn: null }),
        person({ caseId: 'new', adoptedOn: '2024-01-01' }),
        person({ caseId: 'inside', custody: [{ startsOn: '2021-12-01', endsOn: null }] }),
        person({ caseId: 'unknown', isCustodyUnknown: true }),
        person({ caseId: 'whole' }),
      ],
      question,
    );
    expect(leftOut).toEqual({
      'not-adopted': ['proposed'],
      'too-recent': ['new'],
      'never-at-liberty': ['inside'],
      'custody-unknown': ['unknown'],
    });
    expect(cases.map(({ caseId }) => caseId)).toEqual(['whole']);
  });

  test('warns of small numbers, of chance and of regression to the mean in plain words (HMI 8.8, EVID)', () => {
    const { warnings, isDifference, change } = beforeAndAfter(
      [person({ events: [conviction('2021-06-01', 2), conviction('2022-06-01')] })],
      question,
    );
    expect(isDifference).toBe(false);
    expect(change).toBeCloseTo(-0.5, 6);
    expect(warnings.join(' ')).toMatch(/Small numbers: 1 person and 3 offences.*may be chance.*at its height/s);
    const rise = beforeAndAfter([person({ events: [conviction('2022-06-01')] })], question);
    expect(rise.change).toBeNull();
    expect(rise.warnings.join(' ')).toMatch(/caught more often/);
    expect(beforeAndAfter([], question).warnings).toEqual([expect.stringMatching(/nothing to compare/)]);
  });

  test('tells a fall apart from chance where there is enough of it', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      person({ caseId: `case-${index}`, events: [conviction('2021-06-01', 3), ...(index % 4 === 0 ? [conviction('2022-06-01')] : [])] }),
    );
    const { isDifference, warnings } = beforeAndAfter(many, question);
    expect(isDifference).toBe(true);
    expect(warnings).toEqual([expect.stringMatching(/regression to the mean/)]);
  });

  test('says where windows begin before anything is on record, so that the time before may look better than it was (HMI 8.3)', () => {
    const since = (adoptedOn: string) => person({ caseId: adoptedOn, adoptedOn, events: [conviction('2021-06-01')] });
    const warned = (...people: OutcomeCase[]) => warningOfReach(people, beforeAndAfter(people, question));
    expect(warned(since('2022-01-01'), since('2022-06-01'), since('2022-09-01'))).toContain(
      'The first event on record is of 1 Jun 2021. 1 of the 3 windows before adoption begins earlier',
    );
    expect(warned(since('2022-01-01'))).toContain('The window before adoption begins earlier');
    expect(warned(since('2022-06-01'))).toBeNull();
    expect(warned(person({}))).toBeNull();
  });

  test('holds at its edges: adopted today, custody over the whole window, and no event at all', () => {
    const edges = [
      person({ caseId: 'today', adoptedOn: question.today }),
      person({ caseId: 'just', adoptedOn: '2023-06-03' }),
      person({ caseId: 'inside', custody: [{ startsOn: '2021-12-31', endsOn: '2022-12-31' }] }),
      person({ caseId: 'out-on-the-last-day', custody: [{ startsOn: '2021-12-31', endsOn: '2022-12-30' }] }),
    ];
    const { cases, leftOut, before, after, change, isDifference } = beforeAndAfter(edges, question);
    expect(leftOut).toMatchObject({ 'too-recent': ['today', 'just'], 'never-at-liberty': ['inside'] });
    expect(cases).toEqual([{ caseId: 'out-on-the-last-day', before: 0, after: 0, libertyBefore: 364, libertyAfter: 1 }]);
    expect([before.frequency?.value, after.frequency?.value, change, isDifference]).toEqual([0, 0, null, false]);
  });

  test('everyone is counted or left out once, and severities add up to the offences (STRAT 28, 30)', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 12 }), (cases) => {
        const { cases: counted, leftOut, before, after } = beforeAndAfter(cases, question);
        expect(counted.length + Object.values(leftOut).flat().length).toBe(cases.length);
        for (const figures of [before, after]) {
          expect(figures.bySeverity.reduce((sum, { offences }) => sum + offences, 0)).toBe(figures.offences);
          expect(figures.people).toBeLessThanOrEqual(counted.length);
        }
      }),
    );
  });

  test('moving every date by the same number of days changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 8 }), fc.integer({ min: -800, max: 800 }), (cases, days) => {
        const move = <D extends string | null>(day: D) => (day === null ? null : addDays(day, days)) as D;
        const moved = cases.map((one) => ({
          ...one,
          adoptedOn: move(one.adoptedOn),
          events: one.events.map((event) => ({ ...event, happenedOn: move(event.happenedOn) })),
          custody: one.custody.map(({ startsOn, endsOn }) => ({ startsOn: move(startsOn), endsOn: move(endsOn) })),
        }));
        const { question: _q, ...here } = beforeAndAfter(cases, question);
        const { question: _m, ...there } = beforeAndAfter(moved, { ...question, today: move(question.today) });
        expect(there).toEqual(here);
      }),
    );
  });

  test('what happened outside the windows, or of another kind, does not count', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        fc.pre(one.adoptedOn !== null);
        const { before, after } = windowsOf(one.adoptedOn ?? base, question.window);
        const only = one.events.filter(
          ({ kind, happenedOn }) => kind === 'conviction' && happenedOn >= before.from && happenedOn <= after.to,
        );
        expect(beforeAndAfter([{ ...one, events: only }], question)).toEqual(beforeAndAfter([one], question));
      }),
    );
  });
});
