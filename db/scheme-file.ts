import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { OpenProblem } from '../shared/views/scheme';
import { type Connection, connect, type GuardedDatabase, openDatabase } from './connection';
import { type KeyFile, readKeyFile, unwrapKey, wrapKey, writeKeyFile } from './keys/key-file';
import { keyFromRecoveryWords } from './keys/recovery-words';
import { rebuild } from './log/rebuild';
import { migrate, schemaVersion, versionOf } from './migrate';

/** A scheme on disk: `NAME.roundtable`, encrypted, and `NAME.roundtable.keys`, its wrapped key. */
export const schemeFileEnding = '.roundtable';
export const keyFilePath = (path: string) => `${path}.keys`;
/** The endings of a database and of what SQLite and the migrations lay beside it. */
export const databaseEndings = ['', '-wal', '-shm', '-journal'] as const;

export type Opened =
  | { readonly ok: true; readonly connection: Connection; readonly key: Uint8Array }
  | { readonly ok: false; readonly problem: OpenProblem };
const failed = (problem: OpenProblem): Opened => ({ ok: false, problem });

/** Opens a scheme with its passphrase. Where it cannot, nothing on disk has been changed. */
export async function openWithPassphrase(path: string, passphrase: string): Promise<Opened> {
  const found = inspect(path);
  if (!found.ok) return failed(found.problem);
  if (!found.keys) return failed('key-file-missing');
  const key = await unwrapKey(found.keys, passphrase);
  return key ? openWithKey(path, key) : failed('wrong-passphrase');
}

/** Opens a scheme with the eighteen words of its recovery sheet, and sets a new passphrase. The key file may be lost. */
export async function openWithRecoveryWords(path: string, words: readonly string[], newPassphrase: string, cost?: number): Promise<Opened> {
  const found = inspect(path);
  if (!found.ok) return failed(found.problem);
  const key = keyFromRecoveryWords(words);
  if (!key) return failed('wrong-recovery-words');
  const opened = openWithKey(path, key);
  // The words are well formed but not this scheme's: to the cipher that looks like a damaged first page.
  if (!opened.ok) return opened.problem === 'damaged' ? failed('wrong-recovery-words') : opened;
  replaceKeyFile(path, await wrapKey(key, newPassphrase, cost));
  return opened;
}

type Inspected = { readonly ok: true; readonly keys: KeyFile | null } | { readonly ok: false; readonly problem: OpenProblem };

const pageSize = 4096;

/** Looks at the two files without opening the database. */
function inspect(path: string): Inspected {
  if (!existsSync(path)) return { ok: false, problem: 'missing' };
  const size = statSync(path).size;
  const looksEncrypted = size >= pageSize && size % pageSize === 0 && !readHeader(path).startsWith('SQLite format 3');
  if (!existsSync(keyFilePath(path))) return looksEncrypted ? { ok: true, keys: null } : { ok: false, problem: 'not-ours' };
  const read = readKeyFile(readFileSync(keyFilePath(path), 'utf8'));
  if (!read.ok) return read;
  return looksEncrypted ? read : { ok: false, problem: 'damaged' };
}

function readHeader(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(16);
    readSync(file, bytes, 0, 16, 0);
    return bytes.toString('latin1');
  } finally {
    closeSync(file);
  }
}

/** Up to this size every page is read and checked before work begins; a larger file is checked while it is used. */
const checkedWhole = 64 * 1024 * 1024;

export function openWithKey(path: string, key: Uint8Array): Opened {
  let raw: GuardedDatabase | null = null;
  try {
    // Asked of the system first: beside a log that was not cleared away, SQLite takes a read-only file for a broken one.
    for (const place of [path, dirname(path)]) accessSync(place, constants.W_OK);
    raw = openDatabase(path, key, { mustExist: true });
    const problem = lookBeforeWriting(raw, path);
    if (problem === null) {
      const migrated = migrate(raw, path);
      const connection = connect(raw);
      // What a newer version wrote was carried in the log only; the tables that hold it are there now.
      if (migrated.ok && migrated.hasCarried) rebuild(connection);
      return { ok: true, connection, key };
    }
    raw.close();
    return failed(problem);
  } catch (error) {
    raw?.close();
    return failed(problemOf(error));
  }
}

/** Only reads, so that a file which turns out to be newer or damaged stays byte for byte what it was. */
function lookBeforeWriting(raw: GuardedDatabase, path: string): OpenProblem | null {
  if (versionOf(raw) > schemaVersion) return 'newer-version';
  return statSync(path).size <= checkedWhole && !isWhole(raw) ? 'damaged' : null;
}

function isWhole(raw: GuardedDatabase): boolean {
  return raw.pragma('quick_check(1)', { simple: true }) === 'ok';
}

function problemOf(error: unknown): OpenProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'in-use';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'read-only';
  if (code.startsWith('SQLITE_')) return 'damaged';
  throw error;
}

/** Makes a new, empty scheme file. Throws where there is one already, and leaves nothing behind where it could not be made. */
export function createSchemeFile(path: string, key: Uint8Array, keys: KeyFile): Connection {
  if (existsSync(path) || existsSync(keyFilePath(path))) throw new Error('There is a scheme file at that place already.');
  let raw: GuardedDatabase | null = null;
  try {
    replaceKeyFile(path, keys);
    raw = openDatabase(path, key);
    migrate(raw, null);
    return connect(raw);
  } catch (error) {
    raw?.close();
    removeSchemeFile(path);
    throw error;
  }
}

/**
 * Makes a new scheme file and does the first work on it. Where that fails all of it is taken away again: half a scheme helps
 * nobody, and its name would stand in the way of the next try.
 *
 * @param work leaves the connection open, or closes it.
 */
export async function makeSchemeFile<T>(path: string, key: Uint8Array, keys: KeyFile, work: (made: Connection) => Promise<T>): Promise<T> {
  const connection = createSchemeFile(path, key, keys);
  try {
    return await work(connection);
  } catch (error) {
    connection.close();
    removeSchemeFile(path);
    throw error;
  }
}

/** A scheme that was never whole, with its key. */
export function removeSchemeFile(path: string): void {
  for (const ending of databaseEndings) rmSync(`${path}${ending}`, { force: true });
  rmSync(keyFilePath(path), { force: true });
}

/** A scheme that lives in memory, unencrypted: for tests and for tools that keep nothing. */
export function openInMemory(): Connection {
  const raw = openDatabase(':memory:', new Uint8Array(32));
  migrate(raw, null);
  return connect(raw);
}

/** Written whole beside the old one, then put in its place, so that a pulled plug leaves one or the other. */
export function replaceKeyFile(path: string, keys: KeyFile): void {
  const target = keyFilePath(path);
  const file = openSync(`${target}.new`, 'w', 0o600);
  try {
    const bytes = Buffer.from(writeKeyFile(keys), 'utf8');
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${target}.new`, target);
  if (process.platform !== 'win32') {
    const folder = openSync(dirname(target), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
}

export function loadKeyFile(path: string): KeyFile | null {
  if (!existsSync(keyFilePath(path))) return null;
  const read = readKeyFile(readFileSync(keyFilePath(path), 'utf8'));
  return read.ok ? read.keys : null;
}
