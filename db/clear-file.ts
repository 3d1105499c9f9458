import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Connection } from './connection';

/**
 * Writes the file anew where a case was erased since it was last done, so that nothing of the case is left in free pages,
 * the search index or the write-ahead log, and removes the copies that earlier updates of the program left beside it.
 * Takes about a second for each 100 MB. Gives false where there is nothing to do, or a backup is just being copied from
 * the file, which has to stand still for that; it is to be tried again then.
 *
 * @param at the present instant, ISO 8601 UTC.
 */
export function clearFile({ raw }: Pick<Connection, 'raw'>, at: string): boolean {
  if (!raw.prepare('select 1 from erasure_work where cleared_at is null limit 1').get()) return false;
  if (raw.pragma('wal_autocheckpoint', { simple: true }) === 0) return false;
  raw.exec(`insert into search_index (search_index) values ('optimize')`);
  raw.exec('vacuum');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  if (!raw.memory) removeEarlierCopies(raw.name);
  raw.prepare('update erasure_work set cleared_at = ? where cleared_at is null').run(at);
  return true;
}

/** `migrate.ts` copies a file before it brings it up to date, and nothing else ever removes the copy. */
function removeEarlierCopies(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${basename(path)}.before-`)) rmSync(join(dirname(path), name), { force: true });
  }
}
