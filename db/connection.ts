import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { releaseLog } from './checkpoints';
import { holdForReading, type ReadHandle } from './read-handle';
import * as schema from './schema';

/** What a query is given: it can read and nothing else. */
export type Reader = Pick<BetterSQLite3Database<typeof schema>, 'select' | 'selectDistinct' | 'all' | 'get' | 'query' | '$count'>;
/** For the tables that stay on this device (drafts, files, settings). Synced tables refuse it. */
export type LocalWriter = BetterSQLite3Database<typeof schema>;

export interface Connection {
  readonly raw: Database.Database;
  readonly read: Reader;
  readonly local: LocalWriter;
  /** Lends a descriptor to read the file by. Throws where the scheme is only in memory. */
  holdFile(): ReadHandle;
  close(): void;
}

/** What the recorder is doing, as the triggers see it through `roundtable_writing()`. */
export const writing = { nothing: 0, commit: 1, rebuild: 2, merge: 3 } as const;
export type Writing = (typeof writing)[keyof typeof writing];

export interface GuardedDatabase extends Database.Database {
  roundtableWriting?: Writing;
}

export interface OpenOptions {
  readonly mustExist?: boolean;
}

/** Milliseconds. A thread that moved the log of a file which was closed just now may take so long to close it as well. */
const untilFree = 1000;

/**
 * Opens an encrypted file (SQLCipher 4 format) with its raw 32-byte key. `:memory:` is for tests.
 * Throws SQLITE_NOTADB where the key is wrong or the first page damaged, SQLITE_BUSY where another process has it.
 */
export function openDatabase(path: string, key: Uint8Array, options: OpenOptions = {}): GuardedDatabase {
  const raw: GuardedDatabase = new Database(path, { fileMustExist: options.mustExist ?? false, timeout: untilFree });
  try {
    if (path !== ':memory:') unlockFile(raw, key);
    // One process at a time: a second window on the same file is told so instead of waiting or interleaving.
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.prepare('select count(*) from sqlite_master').get();
    raw.pragma('synchronous = FULL');
    // A short write-ahead log is soon written over in place, which costs a keystroke a third less than growing a long one.
    raw.pragma('wal_autocheckpoint = 200');
    raw.pragma('foreign_keys = ON');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('cache_size = -65536');
    raw.pragma('trusted_schema = ON');
    raw.function('roundtable_writing', { deterministic: false }, () => raw.roundtableWriting ?? writing.nothing);
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/**
 * A further connection to a file that this process has open for others as well (`file-lock.ts`). It is only there to move
 * the write-ahead log.
 */
export function openBeside(path: string, key: Uint8Array): Database.Database {
  const raw = new Database(path, { fileMustExist: true });
  try {
    return unlockFile(raw, key);
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** Gives a connection its key, before it reads anything. */
export function unlockFile<T extends Database.Database>(raw: T, key: Uint8Array): T {
  chooseCipher(raw);
  raw.pragma(`key="${rawKey(key)}"`);
  return raw;
}

/** Lets a connection see another encrypted file beside its own, under the name `written`. */
export function attachFile(raw: Database.Database, path: string, key: Uint8Array): void {
  chooseCipher(raw);
  raw.prepare('attach ? as written key ?').run(path, rawKey(key));
}

function chooseCipher(raw: Database.Database): void {
  raw.pragma(`cipher='sqlcipher'`);
  raw.pragma('legacy=4');
}

/** A raw key skips SQLCipher's own key derivation: the passphrase has been stretched by scrypt already. */
const rawKey = (key: Uint8Array) => `x'${Buffer.from(key).toString('hex')}'`;

export function connect(raw: GuardedDatabase): Connection {
  const database = drizzle(raw, { schema });
  let held: ReadHandle | null = null;
  return {
    raw,
    read: database,
    local: database,
    holdFile() {
      if (raw.memory) throw new Error('A scheme in memory has no file.');
      held ??= holdForReading(raw.name);
      return holdForReading(raw.name);
    },
    close() {
      releaseLog(raw);
      raw.close();
      held?.release();
      held = null;
    },
  };
}
