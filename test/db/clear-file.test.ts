import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearFile } from '../../db/clear-file';
import { type Connection, connect, openDatabase } from '../../db/connection';
import { migrate } from '../../db/migrate';
import { actions, caseErasures, cases } from '../../db/schema';
import { applyCommits } from '../../db/sync/apply';
import { anchorOf } from '../../db/sync/membership';
import { openTestScheme, type TestSession, testNow } from '../support/session';

const key = new Uint8Array(32).fill(7);
const at = '2026-03-03T10:00:00.000Z';
let folder: string;
let path: string;
let connection: Connection;
let session: TestSession;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-clear-'));
  path = join(folder, 'Crossways.roundtable');
  const raw = openDatabase(path, key);
  migrate(raw, path);
  connection = connect(raw);
  session = openTestScheme(testNow, connection);
  session.record('cases added', (operation) => {
    for (let index = 0; index < 300; index += 1) {
      const id = `case-${index}`;
      const word = index % 10 === 0 ? 'CANARYWORD' : 'KEPTWORD';
      operation.put(cases, id, { surname: `${word} ${index}`, doAdvice: `${word} `.repeat(1 + (index % 40)) });
      operation.put(actions, `action-${index}`, { caseId: id, text: `${word} action ${index}` });
    }
  });
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

function eraseEveryTenth(): void {
  session.record('cases erased', (operation) => {
    for (let index = 0; index < 300; index += 10)
      operation.put(caseErasures, operation.newId(), { erasedCase: `case-${index}`, erasedAt: at });
  });
  applyCommits(connection, [], { anchor: anchorOf(connection), now: testNow });
}

/** Every page of the file, decrypted, free ones among them. */
function pagesOfFile(): string {
  connection.close();
  const again = openDatabase(path, key, { mustExist: true });
  connection = connect(again);
  return again.serialize().toString('latin1');
}

test('After an erasure the file is written anew, and no page of it holds a word of the case.', () => {
  expect(connection.raw.serialize().toString('latin1')).toContain('CANARYWORD');
  eraseEveryTenth();
  expect(clearFile(connection, at)).toBe(true);
  expect(statSync(`${path}-wal`).size).toBeLessThan(100_000);
  const pages = pagesOfFile().toLowerCase();
  expect(pages).not.toContain('canary');
  expect(pages).toContain('keptword 299');
  expect(connection.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(connection.raw.prepare("select count(*) from search_index where search_index match 'keptword*'").pluck().get()).toBe(540);
  expect(clearFile(connection, at)).toBe(false);
});

test('The copies that an update of the program left beside the file go with it, and nothing else beside it does.', () => {
  for (const name of ['before-3', 'before-16']) writeFileSync(`${path}.${name}`, 'an earlier state');
  writeFileSync(`${path}.keys`, 'keys');
  expect(clearFile(connection, at)).toBe(false);
  expect(existsSync(`${path}.before-3`)).toBe(true);
  eraseEveryTenth();
  clearFile(connection, at);
  expect(['before-3', 'before-16', 'keys'].map((name) => existsSync(`${path}.${name}`))).toEqual([false, false, true]);
});

test('The file stands still while a backup is copied from it, and is written anew afterwards.', () => {
  eraseEveryTenth();
  connection.raw.pragma('wal_autocheckpoint = 0');
  expect(clearFile(connection, at)).toBe(false);
  connection.raw.pragma('wal_autocheckpoint = 200');
  expect(clearFile(connection, at)).toBe(true);
});
