import { type GuardedDatabase, writing } from '../../db/connection';
import { decodeCommit, encodeCommit, hashOf } from '../../db/log/commit';
import { type DeviceIdentity, signBody } from '../../db/log/identity';

/** Turns the entry that was recorded last into one of the first form, as a version before the second one wrote it. */
export function inFirstForm(raw: GuardedDatabase, device: DeviceIdentity): void {
  const last = raw
    .prepare<[], { sequence: number; body: string }>('select sequence, body from commits order by sequence desc limit 1')
    .get();
  if (!last) throw new Error('There is no entry to turn into one of the first form.');
  const { salt: _salt, ...commit } = decodeCommit(last.body);
  const body = encodeCommit(commit);
  const guard = raw.prepare<[], string>("select sql from sqlite_master where name = 'guard_commits_update'").pluck().get() as string;
  raw.exec('drop trigger guard_commits_update');
  raw.roundtableWriting = writing.commit;
  raw
    .prepare('update commits set body = ?, hash = ?, signature = ? where sequence = ?')
    .run(body, hashOf(body), signBody(device, body), last.sequence);
  raw.roundtableWriting = writing.nothing;
  raw.exec(guard);
}
