import { byText } from '../../shared/language/in-order';
import { type AppliedCommit, type ChangeList, sumOfChanges } from '../../shared/merge/change-list';
import { type ClockSuspicion, suspicionOf } from '../../shared/merge/clocks';
import { type Connection, type GuardedDatabase, writing } from '../connection';
import { headOfBody } from '../log/read-commit';
import { caseOfSpace, schemeSpace } from '../log/synced-tables';
import type { Pace } from '../pace';
import { type Breathe, writeInSlices } from '../turns';
import type { SignedCommit } from './authority';
import { createCommitStore } from './commit-store';
import { createEraser } from './erase';
import type { ApplyOptions, ForeignCommit, SetAside } from './foreign-commit';
import { type MergedSlice, mergeSlice } from './merge-slice';

export interface MergeReport {
  /** Commits that are applied now and were not before. */
  readonly applied: number;
  /** Commits that this merge put aside, with the reason; those waiting since earlier are not told again. */
  readonly aside: readonly SetAside[];
  /** Devices of which two entries follow the same one: a copied or restored file is at work somewhere. */
  readonly forks: readonly string[];
  readonly suspicions: readonly { readonly device: string; readonly stamp: string; readonly kind: ClockSuspicion }[];
  /** Ids of the cases that this merge erased here. */
  readonly erased: readonly string[];
  /** Tables in which rows changed, for the windows that show them. */
  readonly tables: readonly string[];
  readonly changes: ChangeList;
}

/**
 * Takes in commits that others made: each is checked against its signature, its author's membership and what that author
 * may write, and kept aside with the reason where it does not count. One transaction; what fails changes nothing. The
 * tables afterwards depend on which commits are there, not on the order in which they came. Costs by what comes in. With
 * nothing to take in it looks again at what is aside, for what was recorded here since.
 */
export function applyCommits(connection: Connection, incoming: readonly ForeignCommit[], options: ApplyOptions): MergeReport {
  const merging = createMerge(connection, options);
  merging.take(incoming);
  return merging.report();
}

/** A merge that goes on over several portions. */
export interface Merge {
  /** In one transaction. */
  take(commits: readonly ForeignCommit[]): void;
  /**
   * In slices, between which others have their turn. Each is a transaction that leaves tables in which everything taken in
   * so far is settled; since they do not depend on the order in which commits come, many slices end where one would. Cut
   * short, the rest is still to be taken in, and what came already is passed over.
   */
  takeInSlices(commits: readonly ForeignCommit[], pace?: Pace): Promise<void>;
  /** What all of it came to. */
  report(): MergeReport;
  /** The same of so much that working it out would keep others waiting. */
  reportBreathing(breathe: Breathe): Promise<MergeReport>;
}

/** Characters of commits, which is some hundred puts. */
const firstSlice = 10_000;

/** Who may write first, then as it was written: so little as can be is kept aside only to be looked at again. */
function inReadingOrder(incoming: readonly ForeignCommit[]): readonly ForeignCommit[] {
  const keyed = incoming.map((commit) => {
    const { space = '', stamp = '' } = headOfBody(commit.body) ?? {};
    return { commit, key: `${space === schemeSpace ? 0 : 1}${stamp}` };
  });
  keyed.sort((one, other) => byText(one.key, other.key));
  return keyed.map(({ commit }) => commit);
}

export function createMerge(connection: Connection, options: ApplyOptions): Merge {
  const raw: GuardedDatabase = connection.raw;
  const at = new Date(options.now).toISOString();
  const conflictsBefore = createCommitStore(raw, at, () => false).countConflicts();
  const slices: MergedSlice[] = [];
  const turnedAway: ForeignCommit[] = [];
  const merge = (commits: readonly ForeignCommit[]) => {
    const slice = mergeSlice(raw, commits, options, slices.at(-1)?.authority);
    slices.push(slice);
    turnedAway.push(...slice.turnedAway);
    return slice;
  };
  const take = (commits: readonly ForeignCommit[]) =>
    inTransaction(raw, () => {
      // What was turned away for an erasure that came to nothing is looked at again.
      if (merge(commits).isRevived) merge([...new Set([...commits, ...turnedAway.splice(0)])]);
    });
  return {
    take,
    async takeInSlices(commits, pace) {
      await writeInSlices(raw, inReadingOrder(commits), take, { pace, weigh: ({ body }) => body.length, first: firstSlice });
    },
    report() {
      const reporting = reportOf();
      for (;;) {
        const step = reporting.next();
        if (step.done) return step.value;
      }
    },
    async reportBreathing(breathe) {
      const reporting = reportOf();
      for (;;) {
        const step = reporting.next();
        if (step.done) return step.value;
        await breathe();
      }
    },
  };

  /** Stops now and then, so that others can have their turn. */
  function* reportOf(): Generator<void, MergeReport> {
    const { isErased } = createEraser(raw, at);
    const store = createCommitStore(raw, at, isErased);
    const arrived = [...new Map(slices.flatMap((slice) => slice.arrived).map((signed) => [signed.hash, signed])).values()];
    const changes = sumOfChanges();
    const suspicions = sumOfSuspicions(options.now);
    let applied = 0;
    for (const [index, signed] of arrived.entries()) {
      if (index % 200 === 199) yield;
      if (store.isFree(signed) || isErased(signed.commit.space)) continue;
      applied += 1;
      changes.add(toldOf(signed, store.authorName));
      suspicions.add(signed);
    }
    // The last word on each: what one slice kept aside, a later one may have let in, or erased.
    const refused = new Map(slices.flatMap((slice) => slice.aside).map((each) => [each.hash, each]));
    const aside = [...refused.values()].filter(store.isKeptAside);
    return {
      applied,
      aside,
      forks: [...new Set(slices.flatMap(({ forks }) => forks))].sort(),
      suspicions: suspicions.total(),
      erased: [...new Set(slices.flatMap(({ erased }) => erased))],
      tables: [...new Set(slices.flatMap(({ tables }) => tables))],
      changes: changes.total({
        conflicts: Math.max(0, store.countConflicts() - conflictsBefore),
        setAside: aside.filter(({ reason }) => !reason.startsWith('not-yet')).length,
      }),
    };
  }
}

function inTransaction<T>(raw: GuardedDatabase, work: () => T): T {
  if (raw.inTransaction) throw new Error('A merge was begun inside another transaction.');
  // A row may name another that has not come yet, or never will come to this reader. Only outside a transaction can it be set.
  const isEnforced = raw.pragma('foreign_keys', { simple: true }) === 1;
  // Setting it, even to what it is, makes SQLite prepare every statement anew.
  if (isEnforced) raw.pragma('foreign_keys = OFF');
  raw.roundtableWriting = writing.merge;
  try {
    return raw.transaction(work).immediate();
  } finally {
    raw.roundtableWriting = writing.nothing;
    if (isEnforced) raw.pragma('foreign_keys = ON');
  }
}

function sumOfSuspicions(now: number) {
  const worst = new Map<string, MergeReport['suspicions'][number]>();
  return {
    add({ commit }: SignedCommit): void {
      const kind = suspicionOf(
        commit.stamp,
        commit.puts.flatMap(({ base }) => base.split(' ')),
        now,
      );
      if (kind) worst.set(`${commit.device} ${kind}`, { device: commit.device, stamp: commit.stamp, kind });
    },
    total: (): MergeReport['suspicions'] => [...worst.values()],
  };
}

function toldOf({ commit }: SignedCommit, authorName: (person: string) => { agencyName: string; personName: string }): AppliedCommit {
  const { intent, operation, puts, space, person } = commit;
  return { intent, operation, puts, caseId: caseOfSpace(space), ...authorName(person) };
}
