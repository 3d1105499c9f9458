import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { wrapKey } from '../../db/keys/key-file';
import { fingerprintTables } from '../../db/log/rebuild';
import { openWithKey } from '../../db/scheme-file';
import { writeOut } from '../../db/write-out';
import { addCase } from '../support/builders';
import { openTestScheme } from '../support/session';

const folder = mkdtempSync(join(tmpdir(), 'roundtable-write-out-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('A scheme made in memory is the same in its file, log and search included, encrypted, and can be gone on with.', async () => {
  const session = openTestScheme();
  addCase(session, { surname: 'CARTERWICK' });
  const key = new Uint8Array(32).fill(7);
  const path = join(folder, 'Made.roundtable');
  writeOut(session.connection, path, key, await wrapKey(key, 'a long passphrase', 10));

  const opened = openWithKey(path, key);
  if (!opened.ok) throw new Error(opened.problem);
  const { raw } = opened.connection;
  expect(fingerprintTables(opened.connection)).toBe(fingerprintTables(session.connection));
  const ofLog = 'select hash, body, signature from commits order by sequence';
  expect(raw.prepare(ofLog).all()).toEqual(session.connection.raw.prepare(ofLog).all());
  expect(raw.prepare(`select count(*) from search_index where search_index match 'carterwick'`).pluck().get()).toBe(1);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  expect(() => raw.exec(`delete from cases`)).toThrow('Only the recorder writes cases');
  opened.connection.close();
  expect(readFileSync(path).includes('CARTERWICK')).toBe(false);

  // The memory is as it was, and still refuses what others write.
  expect(() => session.connection.raw.exec('delete from cases')).toThrow('Only the recorder writes cases');
  addCase(session, { surname: 'OAKENFELL' });
});
