import { type GuardedDatabase, writing } from '../../db/connection';
import { decodeCommit, encodeCommit, hashOf, signedText } from '../../db/log/commit';
import { type DeviceIdentity, signBody } from '../../db/log/identity';

/** Turns the entry that was recorded last into one of an earlier form, as a version before the next one wrote it. */
export function inForm(form: 1 | 2, raw: GuardedDatabase, device: DeviceIdentity): void {
  const last = raw
    .prepare<[], { sequence: number; body: string }>('select sequence, body from commits order by sequence desc limit 1')
    .get();
  if (!last) throw new Error('There is no entry to turn into one of an earlier form.');
  const { salt, byRow: _byRow, ...rest } = decodeCommit(last.body);
  const commit = form === 1 || salt === undefined ? rest : { ...rest, salt };
  const body = encodeCommit(commit);
  const signed = signedText(commit) ?? '';
  const guard = raw.prepare<[], string>("select sql from sqlite_master where name = 'guard_commits_update'").pluck().get() as string;
  raw.exec('drop trigger guard_commits_update');
  raw.roundtableWriting = writing.commit;
  raw
    .prepare('update commits set body = ?, hash = ?, signature = ? where sequence = ?')
    .run(body, hashOf(signed), signBody(device, signed), last.sequence);
  raw.roundtableWriting = writing.nothing;
  raw.exec(guard);
}
