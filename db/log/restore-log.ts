import { type Connection, type GuardedDatabase, writing } from '../connection';
import { type Commit, decodeCommit } from './commit';
import { caseOfSpace } from './synced-tables';

/** An entry of the log as it was kept elsewhere. What is not here is in the body. */
export interface KeptEntry {
  readonly sequence: number;
  readonly hash: string;
  readonly body: string;
  readonly signature: string;
}

/**
 * Puts a whole log into an empty scheme file, in its order and unjudged: `verify.ts` and a rebuild come after. A case that an
 * entry erases and of which nothing is left counts as erased here too: what is left of it is shells, and rows of others may
 * name it. Throws where the file has a log already or a body is not a commit.
 */
export function restoreLog(connection: Connection, entries: Iterable<KeptEntry>): void {
  const raw: GuardedDatabase = connection.raw;
  const add = raw.prepare(
    `insert into commits (sequence, hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const run = raw.transaction(() => {
    if (raw.prepare('select 1 from commits limit 1').get()) throw new Error('The scheme file has a log already.');
    const erased = new Map<string, string>();
    const held = new Set<string>();
    for (const { sequence, hash, body, signature } of entries) {
      const commit = decodeCommit(body);
      const { space, device, number, previous, stamp, person, meeting, operation, intent } = commit;
      for (const [caseId, at] of erasedBy(commit)) erased.set(caseId, at);
      if (commit.erased === undefined) held.add(caseOfSpace(space) ?? '');
      add.run(sequence, hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature);
    }
    const note = raw.prepare('insert into erasure_work (case_id, erased_at) values (?, ?)');
    for (const [caseId, at] of erased) if (!held.has(caseId)) note.run(caseId, at);
  });
  raw.roundtableWriting = writing.commit;
  try {
    run.immediate();
  } finally {
    raw.roundtableWriting = writing.nothing;
  }
}

/** Cases that an entry erases, each with when, ISO 8601 UTC. */
function* erasedBy({ puts }: Commit): Generator<readonly [caseId: string, at: string]> {
  for (const { relation, row, field, value } of puts) {
    if (relation !== 'case_erasures' || field !== 'erased_case' || typeof value !== 'string' || value === '') continue;
    const at = puts.find((put) => put.relation === relation && put.row === row && put.field === 'erased_at')?.value;
    yield [value, typeof at === 'string' ? at : ''];
  }
}
