import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DefinitionFact, type Definitions, definitionIds, definitionsCompared } from '../../../shared/insight/definitions';
import type { OutcomeCase, OutcomeEventFact } from '../../../shared/outcomes/before-after';
import { caseFact } from './facts';

const filter = { from: '2025-03-04', to: '2026-03-03', area: null, cohortPart: null };
const study: Definitions = { top: 10, burst: 10, arrests: 8, ogrs: 75, matrix: 40 };
const off: Definitions = { top: null, burst: null, arrests: null, ogrs: null, matrix: null };
const event = (happenedOn: string, offences = 1, kind: OutcomeEventFact['kind'] = 'arrest'): OutcomeEventFact => ({
  kind,
  happenedOn,
  offences,
  severity: null,
});
const outcome = (caseId: string, events: readonly OutcomeEventFact[]): OutcomeCase => ({
  caseId,
  adoptedOn: '2025-01-01',
  events,
  custody: [],
  isCustodyUnknown: false,
});
const fact = (caseId: string, fields: Partial<DefinitionFact> = {}): DefinitionFact => ({
  caseId,
  ogrsScore: null,
  ogrsBand: null,
  points: null,
  ...fields,
});
const months = (count: number) => Array.from({ length: count }, (_one, at) => event(`2025-${String(at + 4).padStart(2, '0')}-10`));
const cohort = (...ids: readonly string[]) => ids.map((id) => caseFact({ id }));

describe('Cohort definitions compared (EVID)', () => {
  test('find each its own people, and those on the scheme whom none of them finds', () => {
    const picture = definitionsCompared(
      [...cohort('many', 'burst', 'scored', 'quiet'), caseFact({ id: 'outside', state: 'left', leftOn: '2025-02-01' })],
      [outcome('many', months(9)), outcome('burst', [event('2026-01-05', 6, 'conviction'), event('2026-03-01', 4, 'conviction')])],
      [fact('scored', { points: 41 }), fact('outside', { ogrsBand: 'prolific', ogrsScore: 60 })],
      filter,
      study,
    );
    expect(picture.behind('top+burst', 'people')).toEqual(['burst']);
    expect(picture.behind('arrests', 'people')).toEqual(['many']);
    expect(picture.behind('matrix', 'people')).toEqual(['scored']);
    expect(picture.rows.find(({ id }) => id === 'ogrs')?.values).toEqual([1, 0]);
    expect(picture.behind('none', 'people')).toEqual(['quiet']);
    expect(picture.finding).toBe(
      'Of 4 people who come under any, 0 come under all 5 and 3 under one alone; 1 on the scheme come under none.',
    );
  });

  test('take everyone into the top who has as many offences as the last of it, since they cannot be told apart', () => {
    const ids = Array.from({ length: 10 }, (_one, at) => `case-${at}`);
    const outcomes = ids.map((id, at) => outcome(id, [event('2025-06-01', at < 3 ? 5 : 1)]));
    const picture = definitionsCompared(cohort(...ids), outcomes, [], filter, { ...off, top: 10 });
    expect(picture.behind('each-top', 'people')).toEqual(ids.slice(0, 3));
    expect(picture.how).toContain('The top begins at 5 offences here');
  });

  test('count what lies within three months together and what lies further apart not, and the arrest of an offence but once', () => {
    const of = (events: readonly OutcomeEventFact[]) =>
      definitionsCompared(cohort('case'), [outcome('case', events)], [], filter, { ...off, burst: 10 }).behind('burst', 'people');
    expect(of([event('2025-06-01', 5), event('2025-08-30', 5)])).toEqual(['case']);
    expect(of([event('2025-06-01', 5), event('2025-08-31', 5)])).toEqual([]);
    expect(of([event('2025-06-01', 5, 'arrest'), event('2025-06-02', 5, 'charge')])).toEqual([]);
    expect(of([event('2025-02-01', 20)])).toEqual([]);
  });

  test('put everyone whom any of them finds into one combination, the largest first', () => {
    const people = fc.array(fc.record({ arrests: fc.nat(12), ogrsScore: fc.option(fc.nat(99)), points: fc.option(fc.nat(80)) }), {
      maxLength: 30,
    });
    const chosen = fc.record(Object.fromEntries(definitionIds.map((id) => [id, fc.option(fc.integer({ min: 1, max: 50 }))])));
    fc.assert(
      fc.property(people, chosen, (list, numbers) => {
        const ids = list.map((_one, at) => `case-${at}`);
        const picture = definitionsCompared(
          cohort(...ids),
          list.map(({ arrests }, at) =>
            outcome(
              `case-${at}`,
              Array.from({ length: arrests }, () => event('2025-06-01')),
            ),
          ),
          list.map(({ ogrsScore, points }, at) => fact(`case-${at}`, { ogrsScore, points })),
          filter,
          numbers as unknown as Definitions,
        );
        if (picture.rows.length === 0) return;
        const combined = picture.rows.filter(({ id }) => !id.startsWith('each-') && id !== 'none');
        const counts = combined.map(({ values }) => values[0] ?? 0);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        const all = [...combined.flatMap(({ id }) => picture.behind(id, 'people')), ...picture.behind('none', 'people')];
        expect(all.sort()).toEqual([...ids].sort());
        for (const id of definitionIds)
          expect(picture.behind(`each-${id}`, 'people').length).toBe(
            combined.filter((row) => row.id.split('+').includes(id)).reduce((sum, { values }) => sum + (values[0] ?? 0), 0),
          );
      }),
    );
  });
});
