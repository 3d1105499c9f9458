import { formatPlainDay } from '../language/dates';
import { byText } from '../language/in-order';
import { listed } from '../language/listed';
import { type Estimate, share } from '../outcomes/intervals';
import {
  type Characteristic,
  characteristicName,
  characteristics,
  type EqualityFact,
  type EqualityGroup,
  equalityGroups,
} from './equality-groups';
import { type Block, blocksOf, type Happened, lastReleaseOf, leastInBlock, type Release, releaseOfBlock } from './equality-releases';
import { type CaseFact, type ColourFact, coloursByCase } from './facts';
import { type CountedPicture, type InsightFilter, percentOf, pictureTitle, type Series } from './picture';
import { quarterOf } from './quarters';
import { leastShown } from './suppression';

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

/** All that is known, whenever it was: which days count is decided here. */
export interface EqualityFacts {
  readonly people: readonly EqualityFact[];
  readonly colours: readonly ColourFact[];
  /** Earlier joinings and leavings of those who came back, besides those that the cases themselves hold. */
  readonly joined: readonly Happened[];
  readonly left: readonly Happened[];
  readonly enforcement: readonly Happened[];
  readonly area: AreaFigures;
}

/** Shares of the area's own population in tenths of a per cent, and where they are from. */
export interface AreaFigures {
  readonly source: string;
  readonly perThousand: Readonly<Partial<Record<EqualityGroup, number>>>;
}

/**
 * Who is counted in each population, against the area's own population (STRAT 26). More or less often than in the area is
 * said only where the Wilson range of the share leaves the area's share out. Groups of fewer than five are hidden, and so is
 * whatever would give them away, in this count or in another that is nearly equal to it: see `equality-releases.ts`. Area
 * and part of the cohort are left aside for that reason, and of the period only its end counts.
 */
export function equalityMonitoring(
  cases: readonly CaseFact[],
  facts: EqualityFacts,
  { to }: InsightFilter,
  of: EqualityPopulation,
): CountedPicture {
  const counted = countAll(cases, facts, to);
  const chosen = counted[of];
  const others = equalityPopulations.filter((one) => one !== of);
  const areaOf = (group: EqualityGroup) => facts.area.perThousand[group] ?? null;
  return {
    id: 'equality',
    title: pictureTitle.equality,
    finding: findingOf(chosen, areaOf, of, to),
    how: howOf(counted, facts.area, of),
    warnings: [
      'More or less often is said only where the range (Wilson, 95 times in 100) leaves the area’s share out; among so many groups one may stand out by chance.',
      'A difference does not say why: whom police and courts deal with, and who offends, differ from who lives in the area.',
    ],
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
      chosen.byCharacteristic.size === 0
        ? []
        : equalityGroups.map(({ id, name }) => {
            const own = shownGroup(chosen, id);
            const area = areaOf(id);
            return {
              id,
              name,
              values: [
                own?.percent ?? null,
                area === null ? null : area / 10,
                wholePercent(own?.estimate.low),
                wholePercent(own?.estimate.high),
                own?.ids.length ?? null,
                ...others.map((one) => shownGroup(counted[one], id)?.percent ?? null),
              ],
            };
          }),
    behind(row, series) {
      if (series === 'area') return [];
      const asked = equalityPopulations.find((one) => one === series) ?? of;
      return shownGroup(counted[asked], row as EqualityGroup)?.ids ?? [];
    },
  };
}

const wholePercent = (value: number | undefined): number | null => (value === undefined ? null : Math.round(100 * value));

interface Counted {
  /** The run of quarters in which something happened; null of those who are on the scheme. */
  readonly block: Block | null;
  /** The release that holds, by characteristic; none where nothing may be shown yet. */
  readonly byCharacteristic: ReadonlyMap<Characteristic, Release>;
}

function countAll(
  cases: readonly CaseFact[],
  { people, colours, joined, left, enforcement }: EqualityFacts,
  to: string,
): Readonly<Record<EqualityPopulation, Counted>> {
  const known = new Map(people.map((fact) => [fact.caseId, fact]));
  const ids = new Set(cases.map(({ id }) => id));
  const dated = (happened: readonly (readonly [string, string | null])[], others: readonly Happened[] = []) =>
    lastBlock([
      ...happened.flatMap(([caseId, on]) => (on === null ? [] : [{ caseId, on }])),
      ...others.filter(({ caseId }) => ids.has(caseId)),
    ]);
  function lastBlock(happened: readonly Happened[]): Counted {
    const block = blocksOf(happened, to).at(-1) ?? null;
    return {
      block,
      byCharacteristic: block === null ? new Map() : new Map(characteristics.map((of) => [of, releaseOfBlock(of, known, block)])),
    };
  }
  const stays = cases.flatMap((one) => one.stays.map((stay) => ({ caseId: one.id, ...stay })));
  return {
    cohort: {
      block: null,
      byCharacteristic: new Map(
        characteristics.flatMap((of) => {
          const last = lastReleaseOf(of, people, stays, to);
          return last ? [[of, last] as const] : [];
        }),
      ),
    },
    joined: dated(
      stays.map(({ caseId, from }) => [caseId, from]),
      joined,
    ),
    left: dated(
      stays.map(({ caseId, until }) => [caseId, until]),
      left,
    ),
    'to-red': lastBlock(changesToRed(colours).filter(({ caseId }) => ids.has(caseId))),
    enforcement: dated([], enforcement),
  };
}

/** From another colour: a first colour and one that was confirmed are no changes. */
function changesToRed(colours: readonly ColourFact[]): readonly Happened[] {
  return [...coloursByCase(colours)].flatMap(([caseId, own]) =>
    own.flatMap(({ colour, decidedOn }, at) => {
      const before = own[at - 1];
      return colour === 'R' && before !== undefined && before.colour !== 'R' ? [{ caseId, on: decidedOn }] : [];
    }),
  );
}

const characteristicOf = new Map<EqualityGroup, Characteristic>(equalityGroups.map(({ id, of }) => [id, of]));

interface ShownGroup {
  readonly ids: readonly string[];
  readonly estimate: Estimate;
  /** Whole. */
  readonly percent: number | null;
}

function shownGroup({ byCharacteristic }: Counted, group: EqualityGroup): ShownGroup | null {
  const release = byCharacteristic.get(characteristicOf.get(group) ?? 'sex');
  const ids = release?.shown.get(group);
  const estimate = release && ids ? share(ids.length, release.recorded) : null;
  return release && ids && estimate ? { ids, estimate, percent: percentOf(ids.length, release.recorded) } : null;
}

function findingOf(counted: Counted, areaOf: (group: EqualityGroup) => number | null, of: EqualityPopulation, to: string): string {
  if (counted.byCharacteristic.size === 0) {
    return of === 'cohort'
      ? `Nothing can be shown yet. Figures come at the ends of quarters, the next on ${formatPlainDay(quarterOf(to).to)}.`
      : `Nothing can be shown yet: fewer than ${leastInBlock} ${whose[of]} were counted in whole quarters.`;
  }
  const compared = equalityGroups.flatMap(({ id, name }) => {
    const own = shownGroup(counted, id);
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
    ...(more.length > 0 ? [`more often than in the area: ${groupNames(more)}`] : []),
    ...(fewer.length > 0 ? [`less often: ${groupNames(fewer)}`] : []),
  ].join('; ')}.`;
}

const groupNames = (names: readonly string[]) =>
  names.map((name) => name.replace(/^Aged |^Women|^Men|^Disabled|^Not|^Another/, lower)).join(', ');
const lower = (words: string) => words.toLowerCase();

function howOf(counted: Readonly<Record<EqualityPopulation, Counted>>, area: AreaFigures, of: EqualityPopulation): string {
  const { block, byCharacteristic } = counted[of];
  const releases = [...byCharacteristic];
  const missing = releases.filter(([, { unrecorded }]) => unrecorded > 0).map(([one, { unrecorded }]) => `${nameOf(one)} ${unrecorded}`);
  const others = equalityPopulations.flatMap((one) => {
    const run = one === of ? null : counted[one].block;
    return run === null ? [] : [`${inSentence(equalityPopulationName[one])} ${periodOf(run)}`];
  });
  return [
    'The whole scheme at the ends of quarters, whichever days, area or part are chosen: figures that are nearly equal could be taken from each other, and what is left would speak of a few people.',
    ...(block === null
      ? [
          `On the scheme: ${asOn(releases)}. Figures move on where, in each group shown, nobody or at least ${leastShown} people came or went.`,
        ]
      : [
          `${block.ids.length.toLocaleString('en-GB')} ${whose[of]} from ${periodOf(block)}, each once, by age on the last day: the last run of whole quarters with at least ${leastInBlock}.`,
        ]),
    ...(others.length === 0 ? [] : [`Beside them: ${others.join('; ')}.`]),
    ...(releases.length === 0
      ? []
      : [`Shares are of those whose group is recorded; not recorded or in no group: ${missing.join(', ') || 'nobody'}.`]),
    `A dash stands for fewer than ${leastShown} people, or for a figure that would give such a one away.`,
    ...(area.source === '' ? [] : [`The area: ${area.source}.`]),
  ].join(' ');
}

const inSentence = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
const nameOf = (of: Characteristic) => characteristicName[of].toLowerCase();
const periodOf = ({ from, to }: Block) => `${formatPlainDay(from)} to ${formatPlainDay(to)}`;

/** `sex and age as on 31 Dec 2025, ethnicity as on 30 Sep 2025`. */
function asOn(releases: readonly (readonly [Characteristic, Release])[]): string {
  const byDay = [...Map.groupBy(releases, ([, { on }]) => on)].sort(([a], [b]) => byText(b, a));
  return byDay.map(([on, some]) => `${listed(some.map(([of]) => nameOf(of)))} as on ${formatPlainDay(on)}`).join('; ') || 'nothing yet';
}
