import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/connection';
import { wrapKey } from '../../db/keys/key-file';
import { createRecoveryWords, keyFromRecoveryWords } from '../../db/keys/recovery-words';
import { schemaVersion } from '../../db/migrate';
import { cases } from '../../db/schema';
import { createSchemeFile, keyFilePath, makeSchemeFile, openWithPassphrase, openWithRecoveryWords } from '../../db/scheme-file';
import { openSession } from '../../electron/services/open-session';
import { startScheme } from '../../electron/services/setup/start-scheme';

const passphrase = 'kestrel ladder marmalade';
const lowCost = 10;
const words = createRecoveryWords();
const key = keyFromRecoveryWords(words) as Uint8Array;
let folder: string;
let path: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-scheme-'));
  path = join(folder, 'Crossways.roundtable');
  const connection = createSchemeFile(path, key, await wrapKey(key, passphrase, lowCost));
  const session = await startScheme(
    connection,
    {
      brand: 'Crossways',
      area: 'Harrowmere',
      marking: 'OFFICIAL-SENSITIVE',
      agencies: [{ kind: 'police', name: 'Police', code: 'POL', isCore: true }],
      yourName: 'M. Larkspur',
      yourAgency: 0,
      isDemonstration: false,
      computer: 'HARROW-LT-0217',
    },
    { path, clock: Date.now },
  );
  session.record('case added', (operation) => operation.put(cases, operation.newId(), { surname: 'CANARYWICK', forenames: 'Thistledown' }));
  connection.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every file of the folder with the hash of its bytes. */
const footprint = () =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

async function refusalOf(secret = passphrase): Promise<string> {
  const before = footprint();
  const opened = await openWithPassphrase(path, secret);
  if (opened.ok) {
    opened.connection.close();
    return 'opened';
  }
  expect(footprint()).toEqual(before);
  return opened.problem;
}

describe('a scheme file', () => {
  test('opens with its passphrase, as the member and device it belongs to', async () => {
    const opened = await openWithPassphrase(path, passphrase);
    if (!opened.ok) throw new Error(opened.problem);
    const session = openSession(opened.connection, path, Date.now);
    expect(session.me).toMatchObject({ name: 'M. Larkspur', role: 'coordinator' });
    expect(session.read.select().from(cases).all()).toHaveLength(1);
    opened.connection.close();
  });

  test('holds nothing in the clear: not in the file, not in its write-ahead log, not in the key file', async () => {
    const opened = await openWithPassphrase(path, passphrase);
    if (!opened.ok) throw new Error(opened.problem);
    const session = openSession(opened.connection, path, Date.now);
    session.record('case added', (operation) =>
      operation.put(cases, operation.newId(), { surname: 'CANARYMERE', forenames: 'Thistledown' }),
    );
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
    expect(readdirSync(folder)).toContain('Crossways.roundtable-wal');
    for (const content of bytes) expect(content).not.toMatch(/CANARY|Thistledown|Larkspur|SQLite format/);
    opened.connection.close();
  });

  test('refuses a wrong passphrase and is left byte for byte as it was', async () => {
    expect(await refusalOf('kestrel ladder')).toBe('wrong-passphrase');
  });

  test('that is damaged anywhere is said to be damaged and left as it was', async () => {
    const bytes = readFileSync(path);
    for (const place of [20, 4096 + 100, Math.floor(bytes.length / 2), bytes.length - 50]) {
      const damaged = Buffer.from(bytes);
      damaged[place] = (damaged[place] ?? 0) ^ 0x40;
      writeFileSync(path, damaged);
      expect(await refusalOf(), `byte ${place}`).toBe('damaged');
    }
  });

  test('that was cut short is said to be damaged', async () => {
    truncateSync(path, 4096 * 3);
    expect(await refusalOf()).toBe('damaged');
    truncateSync(path, 1000);
    expect(await refusalOf()).toBe('damaged');
    truncateSync(path, 0);
    expect(await refusalOf()).toBe('damaged');
  });

  test('from a newer version asks for an update and is left as it was', async () => {
    const raw = openDatabase(path, key);
    raw.pragma(`user_version = ${schemaVersion + 1}`);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    expect(await refusalOf()).toBe('newer-version');
  });

  test('with a key file from a newer version asks for an update too', async () => {
    const keys = JSON.parse(readFileSync(keyFilePath(path), 'utf8'));
    writeFileSync(keyFilePath(path), JSON.stringify({ ...keys, version: 2 }));
    expect(await refusalOf()).toBe('newer-version');
  });

  test('that is another program’s is said not to be ours', async () => {
    rmSync(keyFilePath(path));
    rmSync(path);
    const foreign = new Database(path);
    foreign.exec('create table recipes (name text)');
    foreign.close();
    expect(await refusalOf()).toBe('not-ours');
    writeFileSync(path, 'Dear diary');
    expect(await refusalOf()).toBe('not-ours');
  });

  test('without its key file is told apart from a damaged one', async () => {
    rmSync(keyFilePath(path));
    expect(await refusalOf()).toBe('key-file-missing');
  });

  test('that is not there is said to be missing', async () => {
    rmSync(path);
    expect(await refusalOf()).toBe('missing');
  });

  test('that another window has open is said to be in use', async () => {
    const first = await openWithPassphrase(path, passphrase);
    const second = await openWithPassphrase(path, passphrase);
    expect(second).toEqual({ ok: false, problem: 'in-use' });
    if (first.ok) first.connection.close();
  });

  test.skipIf(process.getuid?.() === 0)('in a folder that cannot be written to is said to be read-only', async () => {
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    expect(await refusalOf()).toBe('read-only');
    chmodSync(folder, 0o755);
  });
});

describe('the recovery sheet', () => {
  test('opens the scheme and sets a new passphrase, even with the key file lost', async () => {
    rmSync(keyFilePath(path));
    const opened = await openWithRecoveryWords(path, words, 'a new and longer passphrase', lowCost);
    if (!opened.ok) throw new Error(opened.problem);
    opened.connection.close();
    expect(await refusalOf(passphrase)).toBe('wrong-passphrase');
    expect(await refusalOf('a new and longer passphrase')).toBe('opened');
  });

  test('of another scheme opens nothing and changes nothing', async () => {
    const before = footprint();
    expect(await openWithRecoveryWords(path, createRecoveryWords(), 'a new and longer passphrase', lowCost)).toEqual({
      ok: false,
      problem: 'wrong-recovery-words',
    });
    expect(await openWithRecoveryWords(path, words.toReversed(), 'a new and longer passphrase', lowCost)).toEqual({
      ok: false,
      problem: 'wrong-recovery-words',
    });
    expect(footprint()).toEqual(before);
  });
});

test('a scheme file is never made over another', async () => {
  const before = footprint();
  const keys = await wrapKey(key, passphrase, lowCost);
  expect(() => createSchemeFile(path, new Uint8Array(randomBytes(32)), keys)).toThrow('already');
  expect(footprint()).toEqual(before);
});

test('a scheme file whose first work fails goes again with all that lies beside it, and its name is free for the next try', async () => {
  const keys = await wrapKey(key, passphrase, lowCost);
  const before = readdirSync(folder).sort();
  const half = join(folder, 'Half.roundtable');
  const made = makeSchemeFile(half, key, keys, async ({ raw }) => {
    expect([existsSync(half), existsSync(keyFilePath(half)), raw.open]).toEqual([true, true, true]);
    throw new Error('The work failed.');
  });
  await expect(made).rejects.toThrow('The work failed.');
  expect(readdirSync(folder).sort()).toEqual(before);
  expect(
    await makeSchemeFile(half, key, keys, async (connection) => {
      connection.close();
      return 'whole';
    }),
  ).toBe('whole');
  expect(existsSync(half)).toBe(true);
});

test('a scheme file that cannot be made leaves nothing behind', async () => {
  const keys = await wrapKey(key, passphrase, lowCost);
  const before = readdirSync(folder).sort();
  expect(() => createSchemeFile(join(folder, 'Other.roundtable'), null as unknown as Uint8Array, keys)).toThrow();
  expect(readdirSync(folder).sort()).toEqual(before);
});

test('a copy of both files opens elsewhere', async () => {
  const elsewhere = join(folder, 'Copy.roundtable');
  copyFileSync(path, elsewhere);
  copyFileSync(keyFilePath(path), keyFilePath(elsewhere));
  const opened = await openWithPassphrase(elsewhere, passphrase);
  expect(opened.ok && existsSync(elsewhere)).toBe(true);
  if (opened.ok) opened.connection.close();
});
