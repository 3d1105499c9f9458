import { type OgrsBand, ogrsBandOf } from '../language/cohort';
import { addDays, daysBetween, formatPlainDay } from '../language/dates';
import { byName, byText } from '../language/in-order';
import type { OutcomeCase, OutcomeEventFact } from '../outcomes/before-after';
import { type CaseFact, casesIn, isOnScheme } from './facts';
import { CaseTally, type CountedPicture, type InsightFilter, type PictureRow, pictureTitle } from './picture';

/** Ways of saying who offends persistently (EVID: each yields a different cohort). */
export const definitionIds = ['top', 'burst', 'arrests', 'ogrs', 'matrix'] as const;
export type DefinitionId = (typeof definitionIds)[number];

/** The number of each definition that is compared, null for one that is left out. */
export type Definitions = Readonly<Record<DefinitionId, number | null>>;

/** The numbers of the study; a score of 75 begins the high band. The matrix begins at the scheme's own threshold. */
export const usualNumbers: Readonly<Record<Exclude<DefinitionId, 'matrix'>, number>> = { top: 10, burst: 10, arrests: 8, ogrs: 75 };
export const mostNumber: Readonly<Record<DefinitionId, number>> = { top: 100, burst: 999, arrests: 999, ogrs: 99, matrix: 999 };

export const definitionName: Readonly<Record<DefinitionId, string>> = {
  top: 'Most offences',
  burst: 'Burst',
  arrests: 'Arrests',
  ogrs: 'OGRS',
  matrix: 'Matrix',
};

/** The definition in full, with its number. */
export const definitionWords: Readonly<Record<DefinitionId, (number: number) => string>> = {
  top: (number) => `top ${number}% by offences in 12 months`,
  burst: (number) => `${number} or more offences in any three months`,
  arrests: (number) => `${number} or more arrests in a year`,
  ogrs: (number) => `OGRS of ${number} or more`,
  matrix: (number) => `${number} points or more on the scheme’s matrix`,
};

/** What a case is known by besides its offending: its OGRS, and its latest score on the matrix. */
export interface DefinitionFact {
  readonly caseId: string;
  readonly ogrsScore: number | null;
  readonly ogrsBand: OgrsBand | null;
  readonly points: number | null;
}

const year = 365;
/** Three months, in days. */
const burstDays = 91;

/** Everyone with a case, by which of several definitions they come under, beside the cohort as it is (EVID, identifying the cohort). */
export function definitionsCompared(
  cases: readonly CaseFact[],
  outcomes: readonly OutcomeCase[],
  known: readonly DefinitionFact[],
  filter: InsightFilter,
  definitions: Definitions,
): CountedPicture {
  const chosen = definitionIds.filter((id) => definitions[id] !== null);
  const since = addDays(filter.to, 1 - year);
  const eventsOf = new Map(
    outcomes.map(({ caseId, events }) => [caseId, events.filter(({ happenedOn }) => happenedOn >= since && happenedOn <= filter.to)]),
  );
  const factOf = new Map(known.map((fact) => [fact.caseId, fact]));
  const people = casesIn(cases, filter).map((one) => measured(one, eventsOf.get(one.id) ?? [], factOf.get(one.id), filter.to));
  const least = { ...definitions, top: definitions.top === null ? null : leastOfTop(people, definitions.top) };
  const tally = new CaseTally();
  for (const one of people) {
    const under = chosen.filter((id) => isUnder(one, id, least[id]));
    const rows = under.length === 0 ? (one.isInCohort ? ['none'] : []) : [under.join('+'), ...under.map((id) => `each-${id}`)];
    for (const row of rows) {
      tally.add(row, 'people', one.id);
      if (one.isInCohort) tally.add(row, 'cohort', one.id);
      if (row === 'none') continue;
      tally.add(row.startsWith('each-') ? 'every' : 'any', 'people', one.id);
    }
  }
  const combinations = combinationsOf(chosen).filter((ids) => tally.count(ids.join('+'), 'people') > 0);
  const count = (row: string) => tally.count(row, 'people');
  const row = (id: string, name: string): PictureRow => ({ id, name, values: [count(id), tally.count(id, 'cohort')] });
  return {
    id: 'definitions',
    title: pictureTitle.definitions,
    finding: findingOf(chosen, count),
    how: howOf(people, chosen, definitions, least.top, filter),
    warnings: ['Only people whom the scheme knows are compared: others in the area may come under these definitions too.'],
    rowsAre: 'Definition',
    series: [
      { id: 'people', name: 'People', unit: 'cases' },
      { id: 'cohort', name: 'Of them on the scheme', unit: 'cases' },
    ],
    rows:
      people.length === 0 || chosen.length === 0
        ? []
        : [
            ...chosen.map((id) => row(`each-${id}`, `${definitionName[id]}, in all`)),
            ...combinations
              .map((ids) => row(ids.join('+'), nameOf(ids)))
              .sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || byName(a.name, b.name)),
            row('none', 'None of these, but on the scheme'),
          ],
    behind: tally.behind,
  };
}

interface Measured {
  readonly id: string;
  readonly isInCohort: boolean;
  readonly hasEvents: boolean;
  readonly offences: number;
  readonly burst: number;
  readonly arrests: number;
  readonly ogrs: number | null;
  readonly points: number | null;
}

function measured(one: CaseFact, events: readonly OutcomeEventFact[], fact: DefinitionFact | undefined, to: string): Measured {
  return {
    id: one.id,
    isInCohort: isOnScheme(one, to),
    hasEvents: events.length > 0,
    offences: offencesOf(events, year),
    burst: offencesOf(events, burstDays),
    arrests: events.filter(({ kind }) => kind === 'arrest').length,
    ogrs: ogrsOf(fact),
    points: fact?.points ?? null,
  };
}

const offenceKinds = ['arrest', 'charge', 'conviction'] as const;

/**
 * The most offences within so many days. An arrest, its charge and its conviction are one offence, so each kind is counted
 * by itself and the largest count holds.
 */
function offencesOf(events: readonly OutcomeEventFact[], days: number): number {
  let most = 0;
  for (const counted of offenceKinds) {
    const own = events.filter(({ kind }) => kind === counted).sort((a, b) => byText(a.happenedOn, b.happenedOn));
    let first = 0;
    let sum = 0;
    for (const { happenedOn, offences } of own) {
      sum += offences;
      for (let left = own[first]; left && daysBetween(left.happenedOn, happenedOn) >= days; left = own[first]) {
        sum -= left.offences;
        first += 1;
      }
      most = Math.max(most, sum);
    }
  }
  return most;
}

const floorOf: Readonly<Record<OgrsBand, number>> = { low: 0, medium: 50, high: 75, 'very-high': 90, prolific: 90 };

/** The score; where only its band is known, or someone judged it higher than the score, where the band begins. */
function ogrsOf(fact: DefinitionFact | undefined): number | null {
  if (!fact) return null;
  const { ogrsScore, ogrsBand } = fact;
  const band = ogrsBand === null || (ogrsScore !== null && ogrsBandOf(ogrsScore) === ogrsBand) ? null : floorOf[ogrsBand];
  return ogrsScore === null ? band : Math.max(ogrsScore, band ?? 0);
}

/** So many offences make someone one of the top; those who have as many as the last of them are all in. Null where nobody offended. */
function leastOfTop(people: readonly Measured[], percent: number): number | null {
  const counts = people.map(({ offences }) => offences).sort((a, b) => b - a);
  const last = counts[Math.max(1, Math.floor((counts.length * percent) / 100)) - 1] ?? 0;
  return counts.length === 0 || counts[0] === 0 ? null : Math.max(1, last);
}

function isUnder(one: Measured, id: DefinitionId, least: number | null): boolean {
  if (least === null) return false;
  const figure = { top: one.offences, burst: one.burst, arrests: one.arrests, ogrs: one.ogrs, matrix: one.points }[id];
  return figure !== null && figure >= least;
}

/** Every choice of at least one, in the order of the definitions. */
function combinationsOf(ids: readonly DefinitionId[]): readonly (readonly DefinitionId[])[] {
  return Array.from({ length: 2 ** ids.length - 1 }, (_one, at) => ids.filter((_id, bit) => ((at + 1) >> bit) & 1));
}

const nameOf = (ids: readonly DefinitionId[]) =>
  ids.length === 1 ? `${definitionName[ids[0] as DefinitionId]} only` : ids.map((id) => definitionName[id]).join(' + ');

function findingOf(chosen: readonly DefinitionId[], count: (row: string) => number): string {
  if (chosen.length === 0) return 'No definition is chosen.';
  const any = count('any');
  if (any === 0) return `Nobody comes under ${chosen.length === 1 ? 'this definition' : 'any of these definitions'}.`;
  const outside = `${count('none')} on the scheme come under none`;
  if (chosen.length === 1) return `${any} people come under it; ${outside}.`;
  const one = chosen.reduce((sum, id) => sum + count(id), 0);
  return `Of ${any} people who come under any, ${count(chosen.join('+'))} come under all ${chosen.length} and ${one} under one alone; ${outside}.`;
}

function howOf(
  people: readonly Measured[],
  chosen: readonly DefinitionId[],
  definitions: Definitions,
  leastTop: number | null,
  { to }: InsightFilter,
): string {
  const without = (is: (one: Measured) => boolean) => people.filter(is).length.toLocaleString('en-GB');
  const words = chosen.map((id) => `${definitionName[id]}: ${definitionWords[id](definitions[id] ?? 0)}`);
  return [
    `${people.length.toLocaleString('en-GB')} people with a case, over the year to ${formatPlainDay(to)}. ${words.join('; ')}.`,
    ...(definitions.top !== null && leastTop !== null
      ? [`The top begins at ${leastTop} offences here, and all with as many are in it, however many they are.`]
      : []),
    'An arrest, its charge and its conviction are one offence. OGRS as it is now; the matrix by the latest score.',
    `Under none of them for want of a record: ${without(({ hasEvents }) => !hasEvents)} with no event in the year, ${without(({ ogrs }) => ogrs === null)} without OGRS, ${without(({ points }) => points === null)} never scored.`,
  ].join(' ');
}
