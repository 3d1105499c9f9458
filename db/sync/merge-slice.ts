import type { Authority } from '../../shared/merge/authority';
import { type AsideReason, refusalOf, type WritingFacts } from '../../shared/merge/may-write';
import type { GuardedDatabase } from '../connection';
import { hashOfCommit, signedText } from '../log/commit';
import { isSignedBy } from '../log/identity';
import { readForeignCommit } from '../log/read-commit';
import { appliedAuthorityCommits, bearsAuthority, countedAuthority, readAuthority, type SignedCommit } from './authority';
import { createCommitStore, isShell } from './commit-store';
import { createEraser } from './erase';
import type { ApplyOptions, ForeignCommit, SetAside } from './foreign-commit';
import { settleTouched, type Touched } from './settle-touched';
import { createWritingFacts, decidesOverPartners } from './writing-facts';

/** What one transaction of a merge did. A later one may take it back: what came then may decide over what came now. */
export interface MergedSlice {
  /** Applied and not there before. */
  readonly arrived: readonly SignedCommit[];
  /** Put aside by this slice. */
  readonly aside: readonly SetAside[];
  /** Of a case that is erased, and so not kept. */
  readonly turnedAway: readonly ForeignCommit[];
  readonly forks: readonly string[];
  readonly erased: readonly string[];
  /** A case is no longer erased: who erased it turned out to have had no right to. */
  readonly isRevived: boolean;
  readonly tables: readonly string[];
  /** Who may write, after it. */
  readonly authority: Authority;
}

interface Candidate extends SignedCommit {
  /** Where it was: a new arrival, aside, applied until now (its signature was checked then), or applied and no longer among those that decide who may write. */
  readonly from: 'new' | 'aside' | 'applied' | 'uncounted';
}

/**
 * Judges and applies commits inside a transaction: each against its signature, its author's membership and what that author
 * may write, together with all that it may decide over. The tables are settled at its end.
 *
 * @param known who might write after the slice before this one.
 */
export function mergeSlice(
  raw: GuardedDatabase,
  incoming: readonly ForeignCommit[],
  { anchor, now }: ApplyOptions,
  known?: Authority,
): MergedSlice {
  const at = new Date(now).toISOString();
  const eraser = createEraser(raw, at);
  const store = createCommitStore(raw, at, eraser.isErased);
  const facts = createWritingFacts(raw);
  const touched: Touched = new Map();
  const aside: SetAside[] = [];
  const turnedAway: ForeignCommit[] = [];
  const forks = new Set<string>();
  const applied: SignedCommit[] = [];
  /** Applied until now, and not any more for another one under its stamp. */
  const displaced: Candidate[] = [];

  const setAside = (signed: Candidate, reason: AsideReason) => {
    const { commit, hash } = signed;
    // Only a second signature under the same text is left over: the text itself counts.
    if (!store.isFree(signed)) return store.dropAside(hash);
    if (!store.addAside(signed, reason)) return;
    aside.push({ hash, device: commit.device, person: commit.person, space: commit.space, intent: commit.intent, reason });
  };
  const turnAway = ({ hash, commit }: SignedCommit) => {
    if (!eraser.turnAway(hash, commit)) return;
    const { device, person, space, intent } = commit;
    aside.push({ hash, device, person, space, intent, reason: 'erased-case' });
  };
  const unapply = (hash: string, stamp: string): Candidate => {
    const signed = store.remove(hash, stamp, touched);
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
      const other = unapply(twin, signed.commit.stamp);
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
    if (eraser.isErased(signed.commit.space)) {
      turnedAway.push(signed);
      turnAway(signed);
    } else candidates.push({ ...signed, from: 'new' });
  }

  // What was recorded here since the last merge has the same say over what others wrote as what arrives.
  const recorded = store.recordedSinceMerge();
  const isKnown = known !== undefined && !recorded.some(({ commit }) => bearsAuthority(commit));
  const before = isKnown ? known : readAuthority(raw, new Set(recorded.map(({ commit }) => commit.stamp)));
  const spaces = new Set([...candidates, ...recorded].map(({ commit }) => commit.space));
  // Looked at again only with nothing to take in, as at each start: with every slice it would be looked at for nothing.
  if (incoming.length === 0) candidates.push(...store.asideForVersion().map((signed): Candidate => ({ ...signed, from: 'aside' })));
  candidates.push(...store.asideIn(spaces.has('scheme') ? null : spaces).map((signed): Candidate => ({ ...signed, from: 'aside' })));

  // Who may write comes first: it decides over everything else, back to entries that were applied long ago.
  let authority = before;
  if ([...candidates, ...recorded].some(({ commit }) => bearsAuthority(commit))) {
    const applied = appliedAuthorityCommits(raw);
    const named = candidates.filter(({ commit }) => bearsAuthority(commit));
    const counted = countedAuthority([...applied, ...named], anchor);
    for (const { hash, commit } of applied) if (!counted.has(hash)) candidates.push({ ...unapply(hash, commit.stamp), from: 'uncounted' });
    for (const candidate of named.toSorted(byStamp)) {
      if (counted.get(candidate.hash) !== candidate.signature || !store.isFree(candidate)) continue;
      if (apply(candidate)) candidates = candidates.filter((each) => each !== candidate);
    }
    authority = readAuthority(raw);
    for (const device of changedDevices(before, authority)) {
      for (const stored of store.appliedOf(device)) {
        const { role, refusal } = standing(stored, authority);
        if (stored.hash === anchor || (refusal === null && role === 'coordinator') || counted.has(stored.hash)) continue;
        candidates.push(unapply(stored.hash, stored.stamp));
        spaces.add(stored.space);
      }
      candidates.push(...store.asideOf(device).map((signed): Candidate => ({ ...signed, from: 'aside' })));
    }
  }
  // This device's own entries are judged like anybody's: it may have written after it was retired.
  for (const entry of recorded) {
    const { hash, commit } = entry;
    if (bearsAuthority(commit) || store.isFree(entry) || eraser.isErased(commit.space)) continue;
    const { role, refusal } = standing(commit, authority);
    if (refusal !== null || role !== 'coordinator') candidates.push(unapply(hash, commit.stamp));
  }
  candidates = onceEach(candidates).sort(byStamp);

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
      if (!store.isFree(candidate)) store.dropAside(candidate.hash);
      else if (apply(candidate) && candidate.from !== 'applied') reconsider = union(reconsider, touchesPartners([candidate]));
    } else setAside(candidate, refusal);
  }

  judgePartners();

  // Which cases are erased is settled before what goes with them.
  const decided = touched.get('case_erasures') ?? new Set();
  touched.delete('case_erasures');
  const changed = new Set(decided.size > 0 ? settleTouched(raw, new Map([['case_erasures', decided]])) : []);
  if (changed.size > 0) eraser.countLateAnew(decided);
  const { erased, revived } = eraser.carryOut(touched);
  for (const relation of settleTouched(raw, touched)) changed.add(relation);
  const tables = [...changed];
  store.markMerged();
  const arrived = applied.filter((signed) => !store.isFree(signed) && !eraser.isErased(signed.commit.space));
  return { arrived, aside, turnedAway, forks: [...forks], erased, isRevived: revived.length > 0, tables, authority };

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
      if (authority.memberAt(person, stamp)?.role === 'partner') waiting.push(unapply(hash, stamp));
    }
    for (const signed of store.asideIn(reconsider.spaces)) {
      if (!waiting.some(({ hash, signature }) => hash === signed.hash && signature === signed.signature)) {
        if (authority.memberAt(signed.commit.person, signed.commit.stamp)?.role === 'partner') waiting.push({ ...signed, from: 'aside' });
      }
    }
    waiting = onceEach(waiting).sort(byStamp);
    const reasons = new Map<Candidate, AsideReason>();
    for (let grows = true; grows && waiting.length > 0; ) {
      grows = false;
      const left: Candidate[] = [];
      for (const candidate of waiting) {
        const refusal = verdict(candidate, authority, facts);
        if (refusal !== null) {
          reasons.set(candidate, refusal);
          left.push(candidate);
        } else if (!store.isFree(candidate)) store.dropAside(candidate.hash);
        else if (apply(candidate)) grows = true;
      }
      waiting = left;
    }
    for (const candidate of waiting) setAside(candidate, reasons.get(candidate) as AsideReason);
  }
}

/** Each once: what was here goes before what arrives again, and a commit before the shell that an erasure left of it. */
function onceEach(candidates: readonly Candidate[]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const each of candidates) {
    const key = `${each.hash} ${each.signature}`;
    if (!isShell(each.commit) || !found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

function* readIncoming(
  incoming: readonly ForeignCommit[],
  isKnown: (entry: Pick<SignedCommit, 'hash' | 'commit'>, signature: string) => boolean,
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
    if (met.has(key) || isKnown({ hash, commit: read.commit }, foreign.signature)) continue;
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
