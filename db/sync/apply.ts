import type { Authority } from '../../shared/merge/authority';
import { type AppliedCommit, type ChangeList, listChanges } from '../../shared/merge/change-list';
import { type ClockSuspicion, suspicionOf } from '../../shared/merge/clocks';
import { type AsideReason, refusalOf, type WritingFacts } from '../../shared/merge/may-write';
import { type Connection, type GuardedDatabase, writing } from '../connection';
import { hashOfCommit, signedText } from '../log/commit';
import { isSignedBy } from '../log/identity';
import { readForeignCommit } from '../log/read-commit';
import { caseOfSpace } from '../log/synced-tables';
import { appliedAuthorityCommits, bearsAuthority, countedAuthority, readAuthority, type SignedCommit } from './authority';
import { createCommitStore } from './commit-store';
import { createEraser } from './erase';
import { settleTouched, type Touched } from './settle-touched';
import { createWritingFacts, decidesOverPartners } from './writing-facts';

export interface ForeignCommit {
  readonly body: string;
  readonly signature: string;
}

export interface SetAside {
  readonly hash: string;
  readonly device: string;
  readonly person: string;
  readonly space: string;
  readonly intent: string;
  readonly reason: AsideReason;
}

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

export interface ApplyOptions {
  /** Hash of the scheme's founding commit: from it all authority comes. */
  readonly anchor: string;
  /** This device's clock, milliseconds since 1970. Nothing is refused by it. */
  readonly now: number;
}

/**
 * Takes in commits that others made: each is checked against its signature, its author's membership and what that author
 * may write, and kept aside with the reason where it does not count. One transaction; what fails changes nothing. The
 * tables afterwards depend on which commits are there, not on the order in which they came. Costs by what comes in. With
 * nothing to take in it looks again at what is aside, for what was recorded here since.
 */
export function applyCommits(connection: Connection, incoming: readonly ForeignCommit[], options: ApplyOptions): MergeReport {
  const raw: GuardedDatabase = connection.raw;
  if (raw.inTransaction) throw new Error('A merge was begun inside another transaction.');
  // A row may name another that has not come yet, or never will come to this reader. Only outside a transaction can it be set.
  const isEnforced = raw.pragma('foreign_keys', { simple: true }) === 1;
  // Setting it, even to what it is, makes SQLite prepare every statement anew.
  if (isEnforced) raw.pragma('foreign_keys = OFF');
  raw.roundtableWriting = writing.merge;
  try {
    return raw
      .transaction(() => {
        const { report, isRevived } = merge(raw, incoming, options);
        // What was turned away for an erasure that came to nothing is looked at again.
        return isRevived ? joined(report, merge(raw, incoming, options).report) : report;
      })
      .immediate();
  } finally {
    raw.roundtableWriting = writing.nothing;
    if (isEnforced) raw.pragma('foreign_keys = ON');
  }
}

interface Candidate extends SignedCommit {
  /** Where it was: a new arrival, aside, applied until now (its signature was checked then), or applied and no longer among those that decide who may write. */
  readonly from: 'new' | 'aside' | 'applied' | 'uncounted';
}

/** Of two merges of the same arrivals, one after the other. */
function joined(one: MergeReport, other: MergeReport): MergeReport {
  return {
    ...other,
    applied: one.applied + other.applied,
    aside: [...one.aside.filter(({ reason }) => reason !== 'erased-case'), ...other.aside],
    forks: [...new Set([...one.forks, ...other.forks])].sort(),
    suspicions: [...one.suspicions, ...other.suspicions],
    tables: [...new Set([...one.tables, ...other.tables])],
  };
}

interface Merged {
  readonly report: MergeReport;
  /** A case is no longer erased: who erased it turned out to have had no right to. */
  readonly isRevived: boolean;
}

function merge(raw: GuardedDatabase, incoming: readonly ForeignCommit[], { anchor, now }: ApplyOptions): Merged {
  const at = new Date(now).toISOString();
  const eraser = createEraser(raw, at);
  const store = createCommitStore(raw, at, eraser.isErased);
  const facts = createWritingFacts(raw);
  const touched: Touched = new Map();
  const aside: SetAside[] = [];
  const forks = new Set<string>();
  const applied: SignedCommit[] = [];
  /** Applied until now, and not any more for another one under its stamp. */
  const displaced: Candidate[] = [];
  const conflictsBefore = store.countConflicts();

  const setAside = (signed: Candidate, reason: AsideReason) => {
    const { commit, hash } = signed;
    // Only a second signature under the same text is left over: the text itself counts.
    if (!store.isFree(hash)) return store.dropAside(hash);
    if (!store.addAside(signed, reason)) return;
    aside.push({ hash, device: commit.device, person: commit.person, space: commit.space, intent: commit.intent, reason });
  };
  const turnAway = ({ hash, commit }: SignedCommit) => {
    if (!eraser.turnAway(hash, commit)) return;
    const { device, person, space, intent } = commit;
    aside.push({ hash, device, person, space, intent, reason: 'erased-case' });
  };
  const unapply = (hash: string): Candidate => {
    const signed = store.remove(hash, touched);
    return { ...signed, from: 'applied' };
  };
  const apply = (signed: Candidate) => {
    const twin = store.underStamp(signed.commit.stamp);
    if (twin !== null && twin !== signed.hash) {
      // One device, two entries under one stamp: everyone shows the same one of them, whichever came first.
      if (twin < signed.hash) {
        setAside(signed, 'twin-stamp');
        return false;
      }
      const other = unapply(twin);
      displaced.push(other);
      setAside(other, 'twin-stamp');
    }
    if (store.hasSibling(signed)) forks.add(signed.commit.device);
    store.add(signed, touched);
    if (signed.from !== 'applied') applied.push(signed);
    return true;
  };

  let candidates: Candidate[] = [];
  for (const signed of readIncoming([...incoming, ...store.takeNewlyReadable()], store.isKnown, (foreign, problem) => {
    if (eraser.namesErased(foreign.body)) return;
    const reason = store.addUnreadable(foreign, problem);
    if (reason) aside.push(reason);
  })) {
    if (eraser.isErased(signed.commit.space)) turnAway(signed);
    else candidates.push({ ...signed, from: 'new' });
  }

  // What was recorded here since the last merge has the same say over what others wrote as what arrives.
  const recorded = store.recordedSinceMerge();
  const before = readAuthority(raw, new Set(recorded.map(({ commit }) => commit.stamp)));
  const spaces = new Set([...candidates, ...recorded].map(({ commit }) => commit.space));
  candidates.push(...store.asideIn(spaces.has('scheme') ? null : spaces).map((signed): Candidate => ({ ...signed, from: 'aside' })));

  // Who may write comes first: it decides over everything else, back to entries that were applied long ago.
  let authority = before;
  if ([...candidates, ...recorded].some(({ commit }) => bearsAuthority(commit))) {
    const known = appliedAuthorityCommits(raw);
    const named = candidates.filter(({ commit }) => bearsAuthority(commit));
    const counted = countedAuthority([...known, ...named], anchor);
    for (const { hash } of known) if (!counted.has(hash)) candidates.push({ ...unapply(hash), from: 'uncounted' });
    for (const candidate of named.toSorted(byStamp)) {
      if (counted.get(candidate.hash) !== candidate.signature || !store.isFree(candidate.hash)) continue;
      if (apply(candidate)) candidates = candidates.filter((each) => each !== candidate);
    }
    authority = readAuthority(raw);
    for (const device of changedDevices(before, authority)) {
      for (const stored of store.appliedOf(device)) {
        const { role, refusal } = standing(stored, authority);
        if (stored.hash === anchor || (refusal === null && role === 'coordinator') || counted.has(stored.hash)) continue;
        candidates.push(unapply(stored.hash));
        spaces.add(stored.space);
      }
      candidates.push(...store.asideOf(device).map((signed): Candidate => ({ ...signed, from: 'aside' })));
    }
  }
  // This device's own entries are judged like anybody's: it may have written after it was retired.
  for (const { hash, commit } of recorded) {
    if (bearsAuthority(commit) || store.isFree(hash)) continue;
    const { role, refusal } = standing(commit, authority);
    if (refusal !== null || role !== 'coordinator') candidates.push(unapply(hash));
  }
  candidates = [...new Map(candidates.map((each) => [`${each.hash} ${each.signature}`, each])).values()].sort(byStamp);

  const partners: Candidate[] = [];
  let reconsider = touchesPartners([...applied, ...recorded]);
  for (const candidate of candidates) {
    const role = authority.memberAt(candidate.commit.person, candidate.commit.stamp)?.role;
    if (role === 'partner') {
      partners.push(candidate);
      continue;
    }
    const refusal = verdict(candidate, authority, facts);
    if (refusal === null) {
      if (!store.isFree(candidate.hash)) store.dropAside(candidate.hash);
      else if (apply(candidate) && candidate.from !== 'applied') reconsider = union(reconsider, touchesPartners([candidate]));
    } else setAside(candidate, refusal);
  }

  judgePartners();

  // Which cases are erased is settled before what goes with them.
  const changed = new Set(settleTouched(raw, new Map([...touched].filter(([relation]) => relation === 'case_erasures'))));
  touched.delete('case_erasures');
  if (changed.size > 0) eraser.passOverCovered();
  const { erased, revived } = eraser.carryOut(touched);
  for (const relation of settleTouched(raw, touched)) changed.add(relation);
  const tables = [...changed];
  store.markMerged();
  const arrived = applied.filter(({ hash, commit }) => !store.isFree(hash) && !eraser.isErased(commit.space));
  const report = {
    applied: arrived.length,
    aside,
    forks: [...forks].sort(),
    suspicions: suspicionsIn(arrived, now),
    erased,
    tables,
    changes: listChanges(
      arrived.map((signed) => toldOf(signed, store.authorName)),
      {
        conflicts: Math.max(0, store.countConflicts() - conflictsBefore),
        setAside: aside.filter(({ reason }) => !reason.startsWith('not-yet')).length,
      },
    ),
  };
  return { report, isRevived: revived.length > 0 };

  /** Partners' commits after those that decide over them, as often as one of them lets another count. */
  function judgePartners(): void {
    let waiting = partners;
    // What was applied until now may have opened a case, or made a row, that others have written on since.
    for (const candidate of [...displaced, ...candidates.filter(({ from }) => from === 'applied' || from === 'uncounted')]) {
      reconsider.spaces.add(candidate.commit.space);
      reconsider = union(reconsider, touchesPartners([candidate]));
    }
    for (const { commit } of partners) {
      if (store.isWrittenLater(commit)) reconsider.spaces.add(commit.space);
    }
    for (const { hash, person, stamp } of reconsider.all ? store.appliedAll() : store.appliedIn(reconsider.spaces)) {
      if (authority.memberAt(person, stamp)?.role === 'partner') waiting.push(unapply(hash));
    }
    for (const signed of store.asideIn(reconsider.spaces)) {
      if (!waiting.some(({ hash, signature }) => hash === signed.hash && signature === signed.signature)) {
        if (authority.memberAt(signed.commit.person, signed.commit.stamp)?.role === 'partner') waiting.push({ ...signed, from: 'aside' });
      }
    }
    waiting.sort(byStamp);
    const reasons = new Map<Candidate, AsideReason>();
    for (let grows = true; grows && waiting.length > 0; ) {
      grows = false;
      const left: Candidate[] = [];
      for (const candidate of waiting) {
        const refusal = verdict(candidate, authority, facts);
        if (refusal !== null) {
          reasons.set(candidate, refusal);
          left.push(candidate);
        } else if (!store.isFree(candidate.hash)) store.dropAside(candidate.hash);
        else if (apply(candidate)) grows = true;
      }
      waiting = left;
    }
    for (const candidate of waiting) setAside(candidate, reasons.get(candidate) as AsideReason);
  }
}

function* readIncoming(
  incoming: readonly ForeignCommit[],
  isKnown: (hash: string, signature: string) => boolean,
  refuse: (foreign: ForeignCommit, problem: 'not-a-commit' | 'newer-version') => void,
): Generator<SignedCommit> {
  const met = new Set<string>();
  for (const foreign of incoming) {
    const read = readForeignCommit(foreign.body);
    const hash = read.ok ? hashOfCommit(read.commit) : null;
    if (!read.ok || hash === null) {
      refuse(foreign, read.ok ? 'not-a-commit' : read.problem);
      continue;
    }
    const key = `${hash} ${foreign.signature}`;
    if (met.has(key) || isKnown(hash, foreign.signature)) continue;
    met.add(key);
    yield { hash, body: foreign.body, signature: foreign.signature, commit: read.commit };
  }
}

/** Why a candidate does not count, or null. A signature that was checked when it was applied is not checked again. */
function verdict({ from, hash, signature, commit }: Candidate, authority: Authority, facts: WritingFacts): AsideReason | null {
  const device = authority.device(commit.device);
  if (device && from !== 'applied' && !isSignedBy(device.signingKey, signedText(commit) ?? '', signature)) return 'forged-signature';
  const refusal = refusalOf({ hash, ...commit }, authority, facts);
  // What names people or devices was judged with all others of its kind; left over here it does not count.
  if (refusal === null && bearsAuthority(commit) && from !== 'applied') return 'role-may-not-write';
  return refusal;
}

/** The part of the verdict that needs no look at rows. */
function standing({ device, person, stamp }: { device: string; person: string; stamp: string }, authority: Authority) {
  const known = authority.device(device);
  const member = authority.memberAt(person, stamp);
  const counts =
    known && known.personId === person && member && !member.isWithdrawn && !(known.acceptedUntil !== null && stamp > known.acceptedUntil);
  return { role: member?.role ?? null, refusal: counts ? null : ('refused' as const) };
}

const byStamp = (one: SignedCommit, other: SignedCommit) =>
  one.commit.stamp < other.commit.stamp ? -1 : one.commit.stamp > other.commit.stamp ? 1 : one.hash < other.hash ? -1 : 1;

function changedDevices(before: Authority, after: Authority): readonly string[] {
  const ids = new Set([...before.marks.keys(), ...after.marks.keys()]);
  return [...ids].filter((id) => before.marks.get(id) !== after.marks.get(id));
}

interface Reconsider {
  readonly spaces: Set<string>;
  readonly all: boolean;
}

/** Adds to the first: copying it for every commit would cost by the square of their number. */
function union(one: Reconsider, other: Reconsider): Reconsider {
  for (const space of other.spaces) one.spaces.add(space);
  return other.all && !one.all ? { spaces: one.spaces, all: true } : one;
}

/** In which spaces these commits may have changed what an agency may write. */
function touchesPartners(commits: readonly SignedCommit[]): Reconsider {
  const spaces = new Set<string>();
  for (const { commit } of commits) {
    if (commit.puts.some(({ relation, field }) => decidesOverPartners(relation, field))) spaces.add(commit.space);
  }
  return { spaces, all: commits.some(({ commit }) => commit.puts.some(({ relation }) => relation === 'services')) };
}

function suspicionsIn(applied: readonly SignedCommit[], now: number): MergeReport['suspicions'] {
  const worst = new Map<string, MergeReport['suspicions'][number]>();
  for (const { commit } of applied) {
    const kind = suspicionOf(
      commit.stamp,
      commit.puts.flatMap(({ base }) => base.split(' ')),
      now,
    );
    if (kind) worst.set(`${commit.device} ${kind}`, { device: commit.device, stamp: commit.stamp, kind });
  }
  return [...worst.values()];
}

function toldOf({ commit }: SignedCommit, authorName: (person: string) => { agencyName: string; personName: string }): AppliedCommit {
  const { intent, operation, puts, space, person } = commit;
  return { intent, operation, puts, caseId: caseOfSpace(space), ...authorName(person) };
}
