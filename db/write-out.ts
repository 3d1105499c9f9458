import { attachFile, type Connection, type GuardedDatabase, writing } from './connection';
import type { KeyFile } from './keys/key-file';
import { createSchemeFile } from './scheme-file';

/**
 * Writes a scheme that was made in memory into a new encrypted file. To make thousands of entries at once this is much
 * quicker than a file from the beginning, whose pages are encrypted anew at each entry. The memory stays as it is.
 */
export function writeOut({ raw }: Connection, path: string, key: Uint8Array, keys: KeyFile): void {
  createSchemeFile(path, key, keys).close();
  const guarded: GuardedDatabase = raw;
  const tables = raw
    .prepare<[], string>(
      // The index of the search is no table of its own: it follows from the entries, by their triggers.
      `select name from main.sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'search\\_index%' escape '\\'`,
    )
    .pluck()
    .all();
  attachFile(raw, path, key);
  try {
    raw.pragma('foreign_keys = OFF');
    guarded.roundtableWriting = writing.commit;
    raw.transaction(() => {
      for (const table of tables) raw.exec(`insert into written."${table}" select * from main."${table}"`);
    })();
  } finally {
    guarded.roundtableWriting = writing.nothing;
    raw.pragma('foreign_keys = ON');
    raw.exec('detach written');
  }
}
