import { addDays } from '../language/dates';
import { byText } from '../language/in-order';
import { type Characteristic, type EqualityFact, type EqualityGroup, equalityGroupOf, equalityGroups } from './equality-groups';
import { quarterOf } from './quarters';
import { leastShown, shownCounts } from './suppression';

/**
 * When figures about groups may move on. Two counts that differ by a few people speak of those few: 12 women on one day and
 * 13 on the next tell of whoever joined between them. So nothing is counted on a day that somebody chooses. Figures stand at
 * the ends of quarters, for the whole scheme, and move on only where what has changed since could itself be shown.
 */
export interface Release {
  /** The day on which it was counted. */
  readonly on: string;
  /** Ids by group, of the groups that may be shown. */
  readonly shown: ReadonlyMap<EqualityGroup, readonly string[]>;
  /** How many have a group at all, and how many have none recorded. */
  readonly recorded: number;
  readonly unrecorded: number;
}

/** A run of whole quarters in which enough people were counted, each once. */
export interface Block {
  readonly from: string;
  readonly to: string;
  readonly ids: readonly string[];
}

/** Somebody who is counted from one day on, and until another; always, or still, where there is none. */
export interface Stay {
  readonly caseId: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** No scheme of this kind is older than the Prolific and other Priority Offender programme of 2004. */
const firstQuarter = '2004-01-01';
/** People in a run of quarters: fewer would leave little but dashes. */
export const leastInBlock = 20;

/** The ends of quarters from the one with a day on, up to and with a day. */
export function quarterEnds(first: string, to: string): readonly string[] {
  const ends: string[] = [];
  for (let quarter = quarterOf(first < firstQuarter ? firstQuarter : first); quarter.to <= to; quarter = quarterOf(addDays(quarter.to, 1)))
    ends.push(quarter.to);
  return ends;
}

/**
 * What may be shown of one characteristic of those who are there, the earliest first. At the end of each quarter it moves on
 * where, against every earlier release, in each group that both show nobody or at least five people came or went, and the
 * same holds of all groups together that either keeps back, since they are what is left of the whole.
 */
export function releasesOf(of: Characteristic, people: readonly EqualityFact[], stays: readonly Stay[], to: string): readonly Release[] {
  const members = membersOf(stays);
  return countedReleases(of, people, members, to).map((counted) => released(of, members, counted));
}

/** The one that holds; null where nothing may be shown yet. The names of those before it are not gathered. */
export function lastReleaseOf(of: Characteristic, people: readonly EqualityFact[], stays: readonly Stay[], to: string): Release | null {
  const members = membersOf(stays);
  const last = countedReleases(of, people, members, to).at(-1);
  return last ? released(of, members, last) : null;
}

/** Somebody with every time that they are counted in: who comes back is the same person, and has not moved. */
interface Member {
  readonly caseId: string;
  readonly times: readonly Stay[];
}

const membersOf = (stays: readonly Stay[]): readonly Member[] =>
  [...Map.groupBy(stays, ({ caseId }) => caseId)].map(([caseId, times]) => ({ caseId, times }));

function countedReleases(of: Characteristic, people: readonly EqualityFact[], members: readonly Member[], to: string): readonly Counted[] {
  const groups = groupsOf(of);
  const placeOf = placesOf(of, new Map(people.map((fact) => [fact.caseId, fact])), members);
  const first = members
    .flatMap(({ times }) => times)
    .reduce<string | null>((day, { from }) => (from !== null && (day === null || from < day) ? from : day), null);
  const released: Counted[] = [];
  for (const on of quarterEnds(first ?? quarterOf(to).from, to)) {
    const next = countOn(groups, members, placeOf, on);
    if (next.isShown.includes(true) && released.every((before) => mayFollow(next, before))) released.push(next);
  }
  return released;
}

interface Counted {
  readonly on: string;
  /** The group of each member, as its place among the groups from 1 on; 0 where nobody is counted, or no group is recorded. */
  readonly places: Uint8Array;
  readonly counts: readonly number[];
  readonly isShown: readonly boolean[];
  readonly present: number;
}

const groupsOf = (of: Characteristic): readonly EqualityGroup[] => equalityGroups.filter((group) => group.of === of).map(({ id }) => id);

/** The group of a member on a day, as its place among the groups from 1 on, or 0. Only age changes with the day. */
type PlaceOf = (member: number, on: string) => number;

function placesOf(of: Characteristic, people: ReadonlyMap<string, EqualityFact>, members: readonly Member[]): PlaceOf {
  const groups = groupsOf(of);
  const facts = members.map(({ caseId }) => people.get(caseId));
  const on = (fact: EqualityFact | undefined, day: string) => {
    const group = fact ? equalityGroupOf(of, fact, day) : null;
    return group === null ? 0 : groups.indexOf(group) + 1;
  };
  if (of === 'age') return (member, day) => on(facts[member], day);
  const fixed = Uint8Array.from(facts, (fact) => on(fact, ''));
  return (member) => fixed[member] ?? 0;
}

function countOn(groups: readonly EqualityGroup[], members: readonly Member[], placeOf: PlaceOf, on: string): Counted {
  const places = new Uint8Array(members.length);
  const counts = groups.map(() => 0);
  let present = 0;
  for (const [at, { times }] of members.entries()) {
    if (!times.some(({ from, until }) => (from === null || from <= on) && (until === null || until > on))) continue;
    present += 1;
    const place = placeOf(at, on);
    if (place === 0) continue;
    places[at] = place;
    counts[place - 1] = (counts[place - 1] ?? 0) + 1;
  }
  return { on, places, counts, isShown: shownCounts(counts), present };
}

/** Whether what changed between two releases could itself be shown. */
function mayFollow(next: Counted, before: Counted): boolean {
  // Each group that both show is a class of its own, from 1 on; all that either keeps back are one, the last.
  const rest = next.isShown.length + 1;
  const classOf = Uint8Array.from([0, ...next.isShown.map((isShown, at) => (isShown && before.isShown[at] ? at + 1 : rest))]);
  const moved = new Uint32Array(rest + 1);
  // At least as many moved as a count rose or fell by, so where each did so by enough nobody need be looked at.
  const risen = new Int32Array(rest + 1);
  for (const [at, count] of next.counts.entries()) {
    const one = classOf[at + 1] ?? 0;
    risen[one] = (risen[one] ?? 0) + count - (before.counts[at] ?? 0);
  }
  const classes = new Set(classOf.subarray(1));
  if ([...classes].every((one) => Math.abs(risen[one] ?? 0) >= leastShown)) return true;
  const [now, then] = [next.places, before.places];
  for (let at = 0; at < now.length; at += 1) {
    const is = classOf[now[at] ?? 0] ?? 0;
    const was = classOf[then[at] ?? 0] ?? 0;
    if (is === was) continue;
    moved[is] = (moved[is] ?? 0) + 1;
    moved[was] = (moved[was] ?? 0) + 1;
  }
  // Class 0 are those who are not there, or have no group: that they moved is seen in the class they went to or came from.
  return moved.subarray(1).every((count) => count === 0 || count >= leastShown);
}

function released(of: Characteristic, members: readonly Member[], { on, places, isShown, present }: Counted): Release {
  const groups = groupsOf(of);
  const byPlace = groups.map((): string[] => []);
  let recorded = 0;
  for (const [at, { caseId }] of members.entries()) {
    const place = places[at] ?? 0;
    if (place === 0) continue;
    recorded += 1;
    byPlace[place - 1]?.push(caseId);
  }
  return {
    on,
    shown: new Map(groups.flatMap((id, at) => (isShown[at] ? [[id, byPlace[at] ?? []] as const] : []))),
    recorded,
    unrecorded: present - recorded,
  };
}

/** What somebody did, or what was done about them, on a day. */
export interface Happened {
  readonly caseId: string;
  readonly on: string;
}

/**
 * What happened, in runs of whole quarters that follow one another and never overlap: each ends with the first quarter by
 * whose end enough people were counted. No run is part of another, so that none can be taken from another.
 */
export function blocksOf(happened: readonly Happened[], to: string): readonly Block[] {
  const sorted = happened.toSorted((a, b) => byText(a.on, b.on));
  const [first] = sorted;
  const blocks: Block[] = [];
  if (!first) return blocks;
  let next = 0;
  let ids = new Set<string>();
  let from = quarterOf(first.on < firstQuarter ? firstQuarter : first.on).from;
  for (const end of quarterEnds(first.on, to)) {
    for (let one = sorted[next]; one && one.on <= end; one = sorted[next]) {
      if (one.on >= from) ids.add(one.caseId);
      next += 1;
    }
    if (ids.size < leastInBlock) continue;
    blocks.push({ from, to: end, ids: [...ids] });
    ids = new Set();
    from = addDays(end, 1);
  }
  return blocks;
}

/** What may be shown of one characteristic of the people of a run of quarters, by age on its last day. */
export function releaseOfBlock(of: Characteristic, people: ReadonlyMap<string, EqualityFact>, { ids, to }: Block): Release {
  const members = ids.map((caseId): Member => ({ caseId, times: [{ caseId, from: null, until: null }] }));
  return released(of, members, countOn(groupsOf(of), members, placesOf(of, people, members), to));
}
