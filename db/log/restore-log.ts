import { type Connection, type GuardedDatabase, writing } from '../connection';
import { decodeCommit } from './commit';

/** An entry of the log as it was kept elsewhere. What is not here is in the body. */
export interface KeptEntry {
  readonly sequence: number;
  readonly hash: string;
  readonly body: string;
  readonly signature: string;
}

/**
 * Puts a whole log into an empty scheme file, in its order and unjudged: `verify.ts` and a rebuild come after. Throws
 * where the file has a log already or a body is not a commit.
 */
export function restoreLog(connection: Connection, entries: Iterable<KeptEntry>): void {
  const raw: GuardedDatabase = connection.raw;
  const add = raw.prepare(
    `insert into commits (sequence, hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const run = raw.transaction(() => {
    if (raw.prepare('select 1 from commits limit 1').get()) throw new Error('The scheme file has a log already.');
    for (const { sequence, hash, body, signature } of entries) {
      const { space, device, number, previous, stamp, person, meeting, operation, intent } = decodeCommit(body);
      add.run(sequence, hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature);
    }
  });
  raw.roundtableWriting = writing.commit;
  try {
    run.immediate();
  } finally {
    raw.roundtableWriting = writing.nothing;
  }
}
