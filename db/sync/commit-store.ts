import type { AsideReason } from '../../shared/merge/may-write';
import { type GuardedDatabase, writing } from '../connection';
import { type Commit, decodeCommit, hashOf } from '../log/commit';
import { headOfBody, readForeignCommit } from '../log/read-commit';
import { prepareOnce } from '../prepared';
import type { SignedCommit } from './authority';
import type { ForeignCommit, SetAside } from './foreign-commit';
import { type Touched, touch } from './settle-touched';

interface Stored {
  readonly hash: string;
  readonly body: string;
  readonly signature: string;
}
export interface StoredHead {
  readonly hash: string;
  readonly space: string;
  readonly device: string;
  readonly person: string;
  readonly stamp: string;
}

/** Up to which entry of the log merges have looked. */
const mergedSetting = 'merged-to';

const headColumns = 'hash, space, device, person, stamp';

/** What a commit is found by: its hash alone has no index (`db/migrations/0021_hash_index.sql`). */
type Entry = Pick<SignedCommit, 'hash'> & { readonly commit: Pick<Commit, 'stamp'> };

/** Moves commits between the log and what is kept aside. Only a merge uses it, inside its transaction. */
export function createCommitStore(raw: GuardedDatabase, now: string, isErased: (space: string) => boolean) {
  // What is left of an erased case's entries has been judged, and says nothing any more that could be judged again.
  const unerased = (heads: readonly StoredHead[]) => heads.filter(({ space }) => !isErased(space));
  const one = <R>(text: string) => prepareOnce<unknown[], R>(raw, text);
  const isApplied = one<{ space: string; isShell: number }>(
    `select space, coalesce(json_type(body, '$[10]'), 'null') <> 'array' as isShell from commits where stamp = ? and hash = ?`,
  );
  const aside = one<{ body: string }>('select body from commits_aside where hash = ? and signature = ?');
  const keptFor = one<{ found: number }>('select 1 as found from commits_aside where hash = ? and reason = ?');
  const insert = prepareOnce(
    raw,
    `insert into commits (hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertPut = prepareOnce(raw, 'insert into puts (relation, row, field, stamp, value, base) values (?, ?, ?, ?, ?, ?)');
  const removePut = prepareOnce(raw, 'delete from puts where relation = ? and row = ? and field = ? and stamp = ?');
  const removeCommit = prepareOnce(raw, 'delete from commits where stamp = ? and hash = ?');
  const stored = one<Stored>('select hash, body, signature from commits where stamp = ? and hash = ?');
  const dropAside = prepareOnce(raw, 'delete from commits_aside where hash = ?');
  const insertAside = prepareOnce(
    raw,
    `insert into commits_aside (hash, signature, space, device, number, stamp, person, intent, body, reason, since)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (hash, signature) do update set reason = excluded.reason, body = excluded.body`,
  );
  const sibling = one<{ hash: string }>('select hash from commits where device = ? and space = ? and number = ? and hash <> ? limit 1');
  const byStamp = one<{ hash: string }>('select hash from commits where stamp = ?');
  const authors = new Map<string, { agencyName: string; personName: string }>();
  const author = one<{ agencyName: string; personName: string }>(
    `select p.name as personName, coalesce(a.name, '') as agencyName from people p left join agencies a on a.id = p.agency_id where p.id = ?`,
  );
  const laterPut = one<{ found: number }>('select 1 as found from puts where relation = ? and row = ? and stamp > ? limit 1');
  let asideCount = one<{ count: number }>('select count(*) as count from commits_aside').get()?.count ?? 0;
  const signed = (found: readonly Stored[]): readonly SignedCommit[] =>
    found.flatMap(({ hash, body, signature }) => {
      const commit = readable(body);
      return commit ? [{ hash, body, signature, commit }] : [];
    });

  /** Whether a commit is applied with all that it says: an erasure that came to nothing may have left but a shell of it. */
  function isWhole({ hash, commit }: Entry): boolean {
    const found = isApplied.get(commit.stamp, hash);
    return found !== undefined && (isErased(found.space) || found.isShell === 0);
  }

  /** Whether a commit is aside with all that it says. */
  function isAside(hash: string, signature: string): boolean {
    const found = asideCount > 0 ? aside.get(hash, signature) : undefined;
    return found !== undefined && !isShell(readable(found.body));
  }

  function inMode<T>(mode: GuardedDatabase['roundtableWriting'], work: () => T): T {
    raw.roundtableWriting = mode ?? writing.merge;
    try {
      return work();
    } finally {
      raw.roundtableWriting = writing.merge;
    }
  }

  return {
    isKnown: (entry: Entry, signature: string) => isWhole(entry) || isAside(entry.hash, signature),
    /** Whether a commit is not applied. */
    isFree: (entry: Entry) => !isWhole(entry),
    isKeptAside: ({ hash, reason }: Pick<SetAside, 'hash' | 'reason'>) => keptFor.get(hash, reason) !== undefined,
    underStamp: (stamp: string) => byStamp.get(stamp)?.hash ?? null,
    hasSibling: ({ hash, commit }: SignedCommit) => sibling.get(commit.device, commit.space, commit.number, hash) !== undefined,
    /** Whether a row of this commit holds a later value: then who made it must be looked at again. */
    isWrittenLater: ({ puts, stamp }: Commit) => puts.some(({ relation, row }) => laterPut.get(relation, row, stamp) !== undefined),
    add({ hash, body, signature, commit }: SignedCommit, touched: Touched): void {
      const { space, device, number, previous, stamp, person, meeting, operation, intent, puts } = commit;
      removeCommit.run(stamp, hash);
      insert.run(hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature);
      inMode(writing.rebuild, () => {
        for (const { relation, row, field, value, base } of puts) {
          insertPut.run(relation, row, field, stamp, JSON.stringify(value), base);
          touch(touched, relation, row);
        }
      });
      if (asideCount > 0) asideCount -= dropAside.run(hash).changes;
    },
    /** Takes a commit out of the log. */
    remove(hash: string, stamp: string, touched: Touched): SignedCommit {
      const found = stored.get(stamp, hash);
      if (!found) throw new Error('A commit that is not in the log was to be taken out of it.');
      const commit = decodeCommit(found.body);
      inMode(writing.rebuild, () => {
        for (const { relation, row, field } of commit.puts) {
          removePut.run(relation, row, field, commit.stamp);
          touch(touched, relation, row);
        }
      });
      removeCommit.run(stamp, hash);
      return { ...found, commit };
    },
    /** True where it was not aside for this reason already. */
    addAside({ hash, body, signature, commit }: SignedCommit, reason: AsideReason): boolean {
      const isNew = aside.get(hash, signature) === undefined;
      const { space, device, number, stamp, person, intent } = commit;
      // Of an erasure that came to nothing a shell may be left in the log.
      removeCommit.run(stamp, hash);
      insertAside.run(hash, signature, space, device, number, stamp, person, intent, body, reason, now);
      if (isNew) asideCount += 1;
      return isNew;
    },
    addUnreadable({ body, signature }: ForeignCommit, reason: AsideReason): SetAside | null {
      const hash = hashOf(body);
      if (aside.get(hash, signature) !== undefined) return null;
      insertAside.run(hash, signature, '', '', 0, '', '', '', body, reason, now);
      asideCount += 1;
      // Whose it is nobody can check; of what is yet to be read it is said all the same.
      const device = reason === 'newer-version' ? (headOfBody(body)?.device ?? '') : '';
      return { hash, device, person: '', space: '', intent: '', reason };
    },
    /** What an earlier version of this program could not read, and this one can: it is no longer aside, and to be taken in. */
    takeNewlyReadable(): readonly ForeignCommit[] {
      if (asideCount === 0) return [];
      const unread = one<Stored>(`select hash, body, signature from commits_aside where space = '' and reason = 'newer-version'`).all();
      return unread.filter(({ hash, body }) => {
        if (!readForeignCommit(body).ok) return false;
        asideCount -= dropAside.run(hash).changes;
        return true;
      });
    },
    dropAside(hash: string): void {
      asideCount -= dropAside.run(hash).changes;
    },
    /** What is aside in these spaces; everywhere where null is given. */
    asideIn(spaces: ReadonlySet<string> | null): readonly SignedCommit[] {
      if (asideCount === 0) return [];
      if (spaces === null) return signed(one<Stored>('select hash, body, signature from commits_aside').all());
      const ofSpace = one<Stored>('select hash, body, signature from commits_aside where space = ?');
      return [...spaces].flatMap((space) => signed(ofSpace.all(space)));
    },
    /** What was beyond the version that judged it, and may be within this one. */
    asideForVersion: () =>
      asideCount === 0 ? [] : signed(one<Stored>(`select hash, body, signature from commits_aside where reason = 'newer-version'`).all()),
    asideOf: (device: string) =>
      asideCount === 0 ? [] : signed(one<Stored>('select hash, body, signature from commits_aside where device = ?').all(device)),
    appliedOf: (device: string) => unerased(one<StoredHead>(`select ${headColumns} from commits where device = ?`).all(device)),
    appliedIn(spaces: ReadonlySet<string>) {
      const ofSpace = one<StoredHead>(`select ${headColumns} from commits where space = ?`);
      return unerased([...spaces].flatMap((space) => ofSpace.all(space)));
    },
    appliedAll: () => unerased(one<StoredHead>(`select ${headColumns} from commits where space like 'case:%'`).all()),
    /** What was recorded here since the last merge: it may decide over what others wrote. */
    recordedSinceMerge(): readonly SignedCommit[] {
      const merged = one<{ value: string }>(`select value from local_settings where key = '${mergedSetting}'`).get();
      if (!merged) return [];
      return signed(one<Stored>('select hash, body, signature from commits where sequence > ?').all(Number(merged.value)));
    },
    markMerged(): void {
      prepareOnce(
        raw,
        `insert into local_settings (key, value) select '${mergedSetting}', cast(coalesce(max(sequence), 0) as text) from commits where true
           on conflict (key) do update set value = excluded.value`,
      ).run();
    },
    countConflicts: () => one<{ count: number }>('select count(*) as count from conflicts').get()?.count ?? 0,
    authorName(person: string): { agencyName: string; personName: string } {
      const known = authors.get(person) ?? author.get(person) ?? { agencyName: '', personName: '' };
      authors.set(person, known);
      return known;
    },
  };
}

/** Whether nothing is left of a commit but who made it and when. */
export const isShell = (commit: Commit | null) => commit?.erased !== undefined;

function readable(body: string): Commit | null {
  try {
    return decodeCommit(body);
  } catch {
    return null;
  }
}
