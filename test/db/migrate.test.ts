import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type GuardedDatabase, openDatabase, writing } from '../../db/connection';
import { encodeCommit } from '../../db/log/commit';
import { shapes } from '../../db/log/synced-tables';
import { migrate, schemaVersion, versionOf } from '../../db/migrate';
import { openWithKey } from '../../db/scheme-file';

const key = new Uint8Array(32).fill(7);
let folder: string;
let path: string;
let raw: GuardedDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-migrate-'));
  path = join(folder, 'Crossways.roundtable');
  raw = openDatabase(path, key);
});
afterEach(() => {
  raw.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('migrating', () => {
  test('brings an empty file to this version', () => {
    expect(migrate(raw, path)).toEqual({ ok: true, from: 0, hasCarried: false });
    expect(versionOf(raw)).toBe(schemaVersion);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test.each(Array.from({ length: schemaVersion - 1 }, (_, version) => version + 1))(
    'from version %i keeps what is there and copies the file first',
    (version) => {
      migrate(raw, path, version);
      raw.exec("insert into local_settings (key, value) values ('canary', 'kept')");
      expect(migrate(raw, path)).toEqual({ ok: true, from: version, hasCarried: false });
      expect(versionOf(raw)).toBe(schemaVersion);
      expect(raw.prepare('select value from local_settings').get()).toEqual({ value: 'kept' });
      const copy = openDatabase(`${path}.before-${schemaVersion}`, key, { mustExist: true });
      expect(versionOf(copy)).toBe(version);
      expect(copy.prepare('select value from local_settings').get()).toEqual({ value: 'kept' });
      copy.close();
    },
  );

  test('brings into the tables what a newer version on another computer had written, which this one had carried in its log', () => {
    const version = 15;
    migrate(raw, path, version);
    const stamp = '001772531200000-0003-another';
    const puts = [
      { relation: 'imports', row: 'an-import', field: 'file_name', value: 'cohort.csv', base: '' },
      { relation: 'imports', row: 'an-import', field: 'rows_due', value: 5, base: '' },
      { relation: 'tables_of_tomorrow', row: 'a-row', field: 'text', value: 'later', base: '' },
    ] as const;
    const head = { space: 'office', device: 'another', number: 1, previous: '', stamp, person: 'p', meeting: null, operation: 'o' };
    const body = encodeCommit({ ...head, intent: 'cases imported from a file', puts });
    raw.roundtableWriting = writing.commit;
    raw
      .prepare(
        `insert into commits (hash, space, device, number, previous, stamp, person, operation, intent, body, signature)
         values ('h', 'office', 'another', 1, '', ?, 'p', 'o', 'i', ?, '')`,
      )
      .run(stamp, body);
    const put = raw.prepare(`insert into puts (relation, row, field, stamp, value, base) values (?, ?, ?, ?, ?, '')`);
    for (const { relation, row, field, value } of puts) put.run(relation, row, field, stamp, JSON.stringify(value));
    raw.close();
    const opened = openWithKey(path, key);
    if (!opened.ok) throw new Error(opened.problem);
    raw = opened.connection.raw;
    expect(raw.prepare('select file_name as fileName, rows_due as rowsDue from imports').all()).toEqual([
      { fileName: 'cohort.csv', rowsDue: 5 },
    ]);
    expect(raw.prepare(`select count(*) from puts where relation = 'tables_of_tomorrow'`).pluck().get()).toBe(1);
  });

  test('changes nothing the second time, and makes no copy', () => {
    migrate(raw, path);
    expect(migrate(raw, path)).toEqual({ ok: true, from: schemaVersion, hasCarried: false });
    expect(existsSync(`${path}.before-${schemaVersion}`)).toBe(false);
  });

  test('refuses a file from a newer version', () => {
    migrate(raw, path);
    raw.pragma(`user_version = ${schemaVersion + 1}`);
    expect(migrate(raw, path)).toEqual({ ok: false, problem: 'newer-version' });
  });
});

describe('every synced table', () => {
  beforeEach(() => void migrate(raw, path));
  const definition = (name: string) => (raw.prepare('select sql from sqlite_master where name = ?').get(name) as { sql: string }).sql;

  test.each(shapes.map(({ relation, table }) => ({ relation, table })))(
    '$relation is strict, guarded, and checks its references at the end of an operation',
    ({ relation, table }) => {
      expect(definition(relation)).toMatch(/\) STRICT$/);
      expect(definition(relation).match(/REFERENCES/g) ?? []).toHaveLength(
        (definition(relation).match(/DEFERRABLE INITIALLY DEFERRED/g) ?? []).length,
      );
      expect(getTableConfig(table).foreignKeys.length).toBe((definition(relation).match(/REFERENCES/g) ?? []).length);
      for (const event of ['insert', 'update', 'delete']) expect(definition(`guard_${relation}_${event}`)).toContain('Only the recorder');
    },
  );
});
