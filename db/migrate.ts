/// <reference types="vite/client" />
import { copyFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { installGuards } from './log/guards';
import { shapes } from './log/synced-tables';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });
const migrations = Object.keys(files)
  .sort()
  .map((name) => ({ name, statements: (files[name] as string).split('--> statement-breakpoint') }));

/** The version of the file that this program writes: the number of migrations. */
export const schemaVersion = migrations.length;

export type MigrationResult =
  /** `hasCarried`: the log holds what a newer version wrote and this one could not show until now. */
  { readonly ok: true; readonly from: number; readonly hasCarried: boolean } | { readonly ok: false; readonly problem: 'newer-version' };

export function versionOf(raw: Database.Database): number {
  return raw.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a file to this program's version, one migration a transaction. Foreign keys are off meanwhile, outside the
 * transaction, since a table rebuilt inside one loses its children under ON DELETE CASCADE (drizzle-orm 5782), and
 * migrations run by number, none skipped (drizzle-orm 5769). A file of an older version is copied first.
 *
 * @param path where the file lies, for the copy `PATH.before-N`; null in memory.
 */
export function migrate(raw: Database.Database, path: string | null, upTo = schemaVersion): MigrationResult {
  const from = versionOf(raw);
  if (from > schemaVersion) return { ok: false, problem: 'newer-version' };
  raw.pragma('journal_mode = WAL');
  if (from > 0 && from < upTo && path !== null) {
    raw.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(path, `${path}.before-${upTo}`);
  }
  const before = from > 0 && from < upTo ? columnsOf(raw) : null;
  raw.pragma('foreign_keys = OFF');
  try {
    for (const [index, migration] of migrations.entries()) {
      if (index < from || index >= upTo) continue;
      raw.transaction(() => {
        // A row may name another that has not arrived from the share yet: only what the migration breaks is its fault.
        const open = (raw.pragma('foreign_key_check') as unknown[]).length;
        for (const statement of migration.statements) raw.exec(statement);
        const broken = raw.pragma('foreign_key_check') as unknown[];
        if (broken.length > open) throw new Error(`Migration ${migration.name} leaves rows that point nowhere.`);
        raw.pragma(`user_version = ${index + 1}`);
      })();
    }
    // One transaction: each of the many triggers would otherwise wait for the disk.
    raw.transaction(() => installGuards(raw))();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
  return { ok: true, from, hasCarried: before !== null && hasCarried(raw, before) };
}

/** Each synced table that there is, with its columns. */
function columnsOf(raw: Database.Database): ReadonlyMap<string, ReadonlySet<string>> {
  const columns = raw.prepare<[string], string>('select name from pragma_table_info(?)').pluck();
  return new Map(shapes.map(({ relation }) => [relation, new Set(columns.all(relation))]));
}

/** Whether the log holds puts for columns that came with the migration: a newer version on another computer has used them already. */
function hasCarried(raw: Database.Database, before: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const carried = raw.prepare<[string, string], { found: number }>('select 1 as found from puts where relation = ? and field = ? limit 1');
  for (const [relation, columns] of columnsOf(raw)) {
    for (const column of columns) if (!before.get(relation)?.has(column) && carried.get(relation, column)) return true;
  }
  return false;
}
