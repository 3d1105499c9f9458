import { formatPlainDay } from '../language/dates';
import { type Estimate, share } from '../outcomes/intervals';
import {
  type Characteristic,
  characteristicName,
  characteristics,
  type EqualityFact,
  type EqualityGroup,
  equalityGroupOf,
  equalityGroups,
} from './equality-groups';
import { type CaseFact, type ColourFact, casesIn, coloursByCase, isOnScheme } from './facts';
import { type CountedPicture, type InsightFilter, pictureTitle, type Series } from './picture';
import { leastShown, shownCounts } from './suppression';

/** The people who are counted, each once. */
export const equalityPopulations = ['cohort', 'joined', 'left', 'to-red', 'enforcement'] as const;
export type EqualityPopulation = (typeof equalityPopulations)[number];
export const equalityPopulationName: Readonly<Record<EqualityPopulation, string>> = {
  cohort: 'On the scheme',
  joined: 'Joined',
  left: 'Left',
  'to-red': 'Changed to Red',
  enforcement: 'Enforcement action',
};
const whose: Readonly<Record<EqualityPopulation, string>> = {
  cohort: 'people on the scheme',
  joined: 'people who joined',
  left: 'people who left',
  'to-red': 'people who were changed to Red',
  enforcement: 'people for whom an enforcement action was set',
};

/** What was decided on someone's place on the scheme, or set against them, on a day. */
export interface DatedCase {
  readonly caseId: string;
  readonly on: string;
}

export interface EqualityFacts {
  readonly people: readonly EqualityFact[];
  readonly colours: readonly ColourFact[];
  /** Earlier joinings and leavings of those who came back, besides those that the cases themselves hold. */
  readonly joined: readonly DatedCase[];
  readonly left: readonly DatedCase[];
  readonly enforcement: readonly DatedCase[];
  readonly area: AreaFigures;
}

/** Shares of the area's own population in tenths of a per cent, and where they are from. */
export interface AreaFigures {
  readonly source: string;
  readonly perThousand: Readonly<Partial<Record<EqualityGroup, number>>>;
}

/**
 * Who is counted in each population, against the area's own population. More or less often than in the area is said only
 * where the Wilson range of the share leaves the area's share out. Groups of fewer than five are hidden.
 */
export function equalityMonitoring(
  cases: readonly CaseFact[],
  facts: EqualityFacts,
  filter: InsightFilter,
  of: EqualityPopulation,
): CountedPicture {
  const members = populationsOf(casesIn(cases, filter), facts, filter);
  const known = new Map(facts.people.map((fact) => [fact.caseId, fact]));
  const counted = new Map(equalityPopulations.map((one) => [one, countGroups(members[one], known, filter.to)]));
  const chosen = counted.get(of) ?? countGroups([], known, filter.to);
  const others = equalityPopulations.filter((one) => one !== of);
  const areaOf = (group: EqualityGroup) => facts.area.perThousand[group] ?? null;
  return {
    id: 'equality',
    title: pictureTitle.equality,
    finding: findingOf(chosen, areaOf, of, members[of].length),
    warnings: [
      'More or less often is said only where the range (Wilson, 95 times in 100) leaves the area’s share out; among so many groups one may stand out by chance.',
      'A difference does not say why: whom police and courts deal with, and who offends, differ from who lives in the area.',
    ],
    how: howOf(chosen, facts.area, filter, of, members[of].length),
    rowsAre: 'Group',
    series: [
      { id: 'share', name: equalityPopulationName[of], unit: 'percent' },
      { id: 'area', name: 'The area', unit: 'percent of the area' },
      { id: 'low', name: 'At least', unit: 'percent' },
      { id: 'high', name: 'At most', unit: 'percent' },
      { id: 'people', name: 'Counted', unit: 'cases' },
      ...others.map((id): Series => ({ id, name: equalityPopulationName[id], unit: 'percent' })),
    ],
    rows:
      members[of].length === 0
        ? []
        : equalityGroups.map(({ id, name }) => {
            const own = chosen.groups.get(id) ?? null;
            const area = areaOf(id);
            return {
              id,
              name,
              values: [
                wholePercent(own?.estimate.value),
                area === null ? null : area / 10,
                wholePercent(own?.estimate.low),
                wholePercent(own?.estimate.high),
                own?.ids.length ?? null,
                ...others.map((one) => wholePercent(counted.get(one)?.groups.get(id)?.estimate.value)),
              ],
            };
          }),
    behind(row, series) {
      if (series === 'area') return [];
      const asked = equalityPopulations.find((one) => one === series) ?? of;
      return counted.get(asked)?.groups.get(row as EqualityGroup)?.ids ?? [];
    },
  };
}

const wholePercent = (value: number | undefined): number | null => (value === undefined ? null : Math.round(100 * value));

function populationsOf(
  chosen: readonly CaseFact[],
  { colours, joined, left, enforcement }: EqualityFacts,
  { from, to }: InsightFilter,
): Readonly<Record<EqualityPopulation, readonly string[]>> {
  const isIn = (day: string | null) => day !== null && day >= from && day <= to;
  const dated = (rows: readonly DatedCase[]) => new Set(rows.filter(({ on }) => isIn(on)).map(({ caseId }) => caseId));
  const [joinedThen, leftThen, enforced] = [dated(joined), dated(left), dated(enforcement)];
  const byCase = coloursByCase(colours);
  const ids = (is: (one: CaseFact) => boolean) => chosen.filter(is).map(({ id }) => id);
  return {
    cohort: ids((one) => isOnScheme(one, to)),
    joined: ids((one) => joinedThen.has(one.id) || (one.state !== 'proposed' && isIn(one.adoptedOn))),
    left: ids((one) => leftThen.has(one.id) || (one.state === 'left' && one.adoptedOn !== null && isIn(one.leftOn))),
    'to-red': ids((one) => wentRed(byCase.get(one.id) ?? [], isIn)),
    enforcement: ids((one) => enforced.has(one.id)),
  };
}

/** From another colour: a first colour and one that was confirmed are no changes. */
function wentRed(own: readonly ColourFact[], isIn: (day: string) => boolean): boolean {
  return own.some(({ colour, decidedOn }, at) => {
    const before = own[at - 1];
    return colour === 'R' && before !== undefined && before.colour !== 'R' && isIn(decidedOn);
  });
}

interface ShownGroup {
  readonly ids: readonly string[];
  readonly estimate: Estimate;
}

interface CountedGroups {
  /** Only those that may be shown. */
  readonly groups: ReadonlyMap<EqualityGroup, ShownGroup>;
  readonly unrecorded: ReadonlyMap<Characteristic, number>;
  readonly isAnyHidden: boolean;
}

function countGroups(ids: readonly string[], known: ReadonlyMap<string, EqualityFact>, day: string): CountedGroups {
  const groups = new Map<EqualityGroup, ShownGroup>();
  const unrecorded = new Map<Characteristic, number>();
  let isAnyHidden = false;
  for (const of of characteristics) {
    const byGroup = Map.groupBy(ids, (id) => {
      const fact = known.get(id);
      return fact ? equalityGroupOf(of, fact, day) : null;
    });
    const all = ids.length - (byGroup.get(null)?.length ?? 0);
    unrecorded.set(of, ids.length - all);
    const own = equalityGroups.filter((group) => group.of === of).map(({ id }) => ({ id, ids: byGroup.get(id) ?? [] }));
    const shown = shownCounts(own.map((group) => group.ids.length));
    for (const [at, group] of own.entries()) {
      const estimate = shown[at] ? share(group.ids.length, all) : null;
      if (estimate) groups.set(group.id, { ids: group.ids, estimate });
      else isAnyHidden = true;
    }
  }
  return { groups, unrecorded, isAnyHidden };
}

function findingOf(
  { groups }: CountedGroups,
  areaOf: (group: EqualityGroup) => number | null,
  of: EqualityPopulation,
  all: number,
): string {
  if (all === 0) return `There are no ${whose[of]} in this period.`;
  const compared = equalityGroups.flatMap(({ id, name }) => {
    const own = groups.get(id);
    const area = areaOf(id);
    return own && area !== null ? [{ name, estimate: own.estimate, area: area / 1000 }] : [];
  });
  if (compared.length === 0) {
    return equalityGroups.every(({ id }) => areaOf(id) === null)
      ? 'The area’s own population has not been entered, so nothing is compared yet.'
      : 'Too few people to compare with the area.';
  }
  const more = compared.filter(({ estimate, area }) => area < estimate.low).map(({ name }) => name);
  const fewer = compared.filter(({ estimate, area }) => area > estimate.high).map(({ name }) => name);
  if (more.length + fewer.length === 0) return `Among ${whose[of]}, no group can be told apart from its share of the area.`;
  return `Among ${whose[of]}, ${[
    ...(more.length > 0 ? [`more often than in the area: ${listed(more)}`] : []),
    ...(fewer.length > 0 ? [`less often: ${listed(fewer)}`] : []),
  ].join('; ')}.`;
}

const listed = (names: readonly string[]) =>
  names.map((name) => name.replace(/^Aged |^Women|^Men|^Disabled|^Not|^Another/, lower)).join(', ');
const lower = (words: string) => words.toLowerCase();

function howOf(
  { unrecorded, isAnyHidden }: CountedGroups,
  area: AreaFigures,
  filter: InsightFilter,
  of: EqualityPopulation,
  all: number,
): string {
  const when = of === 'cohort' ? `on ${formatPlainDay(filter.to)}` : `from ${formatPlainDay(filter.from)} to ${formatPlainDay(filter.to)}`;
  const missing = characteristics
    .filter((one) => (unrecorded.get(one) ?? 0) > 0)
    .map((one) => `${characteristicName[one].toLowerCase()} ${unrecorded.get(one)}`);
  return [
    `${all.toLocaleString('en-GB')} ${whose[of]} ${when}, each once, by age on the last day. Shares are of those whose group is recorded; not recorded or in no group: ${missing.join(', ') || 'nobody'}.`,
    ...(isAnyHidden ? [`A dash stands for fewer than ${leastShown} people, or for a figure that would give such a one away.`] : []),
    ...(area.source === '' ? [] : [`The area: ${area.source}.`]),
  ].join(' ');
}
