import type Database from 'better-sqlite3';
import {
  type Authority,
  type AuthorityCommit,
  type AuthorityPut,
  authorityOf,
  decidesOverWriting,
  type IsKeyOf,
  judgeAuthority,
} from '../../shared/merge/authority';
import type { MergeScalar } from '../../shared/merge/put';
import { type Commit, decodeCommit, signedText } from '../log/commit';
import { deviceIdOf, isSignedBy } from '../log/identity';
import { schemeSpace } from '../log/synced-tables';
import { prepareOnce } from '../prepared';

/** A commit with what proves it. */
export interface SignedCommit {
  readonly hash: string;
  readonly body: string;
  readonly signature: string;
  readonly commit: Commit;
}

export const isKeyOf: IsKeyOf = (device, key) => /^[\w-]{43}$/.test(key) && deviceIdOf(key) === device;

/** Whether a commit says who the members or their devices are. */
export function bearsAuthority({ space, puts }: Commit): boolean {
  return space === schemeSpace && puts.some(({ relation }) => decidesOverWriting(relation));
}

/**
 * Who may write, by the commits that are applied. Costs by the number of people and devices, not by the log.
 *
 * @param without stamps of commits to leave out.
 */
export function readAuthority(raw: Database.Database, without: ReadonlySet<string> = new Set()): Authority {
  const puts = prepareOnce<[], Omit<AuthorityPut, 'value'> & { value: string }>(
    raw,
    `select relation, row, field, stamp, value, base from puts where relation = 'people' or relation = 'devices'`,
  ).all();
  return authorityOf(
    puts.filter(({ stamp }) => !without.has(stamp)).map((put) => ({ ...put, value: JSON.parse(put.value) as MergeScalar })),
    isKeyOf,
  );
}

/** The applied commits that name people or devices. */
export function appliedAuthorityCommits(raw: Database.Database): readonly SignedCommit[] {
  return raw
    .prepare<[], { hash: string; body: string; signature: string }>(
      `select hash, body, signature from commits
       where stamp in (select stamp from puts where relation = 'people' union select stamp from puts where relation = 'devices')`,
    )
    .all()
    .map((stored) => ({ ...stored, commit: decodeCommit(stored.body) }));
}

/**
 * Which of the commits that name people or devices count, from the founding one on: hash and the signature that holds.
 * Of several under one stamp only the one with the least hash can, or the founding one.
 */
export function countedAuthority(commits: readonly SignedCommit[], anchor: string): ReadonlyMap<string, string> {
  const least = new Map<string, string>();
  for (const { hash, commit } of commits) {
    const known = least.get(commit.stamp);
    if (known === undefined || hash === anchor || (known !== anchor && hash < known)) least.set(commit.stamp, hash);
  }
  // One text may come with a forged signature and with the right one: neither stands in for the other.
  const byHash = new Map<string, SignedCommit[]>();
  for (const signed of commits) {
    if (least.get(signed.commit.stamp) === signed.hash) byHash.set(signed.hash, [...(byHash.get(signed.hash) ?? []), signed]);
  }
  const facts = [...byHash.values()].map(([first]): AuthorityCommit => {
    const { hash, commit } = first as SignedCommit;
    return {
      hash,
      device: commit.device,
      person: commit.person,
      stamp: commit.stamp,
      puts: commit.puts.filter(({ relation }) => decidesOverWriting(relation)).map((put) => ({ ...put, stamp: commit.stamp })),
    };
  });
  const signatures = new Map<string, string>();
  const counted = judgeAuthority(facts, anchor, isKeyOf, ({ hash }, key) => {
    const right = byHash.get(hash)?.find(({ commit, signature }) => isSignedBy(key, signedText(commit) ?? '', signature));
    if (right) signatures.set(hash, right.signature);
    return right !== undefined;
  });
  return new Map([...counted].map((hash) => [hash, signatures.get(hash) ?? '']));
}
