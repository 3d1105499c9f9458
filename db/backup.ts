import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, read, renameSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { checkpointsOf } from './checkpoints';
import { type Connection, unlockFile } from './connection';
import { decodeCommit, hashOfCommit } from './log/commit';
import { instantOf } from './log/stamp';
import { versionOf } from './migrate';
import { openWithKey } from './scheme-file';

/** What a copy of a scheme holds. Nothing of it names a person. */
export interface CopyFacts {
  readonly commits: number;
  /** Hash of the entry that arrived last; empty for an empty log. */
  readonly lastHash: string;
  readonly lastCommitAt: string | null;
  readonly cases: number;
  readonly brand: string;
  readonly sizeBytes: number;
  /** Version of the file's form; above `schemaVersion`, a newer program wrote it. */
  readonly version: number;
}

const pieceSize = 1024 * 1024;
/** Bytes after which the disk is waited for: a keystroke that is being kept waits for all that stands before it in the queue. */
const bytesOnTheWay = 8 * pieceSize;

/**
 * Copies the file of an open scheme byte for byte, while work on it goes on. The write-ahead log is first moved into the
 * file; until the copy is done it only grows, so that the file stands still. `VACUUM INTO` on the open connection would
 * hold up typing for seconds, and no second connection can read a file that is locked for one process.
 *
 * @returns false where the scheme was closed, or `isStopped` said so, before the copy was whole; the copy is then gone.
 */
export async function copyOpenFile(connection: Connection, target: string, isStopped: () => boolean): Promise<boolean> {
  const { raw } = connection;
  const source = connection.holdFile();
  const still = checkpointsOf(raw).holdStill();
  let file: FileHandle | null = null;
  let isWhole = false;
  try {
    if (still.through !== null) {
      await still.through;
      if (!raw.open || isStopped()) return false;
    }
    const [checkpoint] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (checkpoint?.busy !== 0) throw new Error('The write-ahead log could not be moved into the file.');
    file = await open(target, 'wx', 0o600);
    isWhole = await copyBytes(source.descriptor, file, () => !raw.open || isStopped());
  } finally {
    still.release();
    source.release();
    await file?.close();
    if (file && !isWhole) rmSync(target, { force: true });
  }
  return isWhole;
}

async function copyBytes(descriptor: number, to: FileHandle, isStopped: () => boolean): Promise<boolean> {
  const piece = Buffer.alloc(pieceSize);
  for (let at = 0; ; ) {
    if (isStopped()) return false;
    const size = await new Promise<number>((resolve, reject) => {
      read(descriptor, piece, 0, pieceSize, at, (error, bytes) => (error ? reject(error) : resolve(bytes)));
    });
    if (isStopped()) return false;
    if (size === 0) return true;
    for (let written = 0; written < size; ) written += (await to.write(piece, written, size - written)).bytesWritten;
    at += size;
    if (at % bytesOnTheWay === 0) await to.datasync();
  }
}

/** Where a backup is written until it is whole. */
export const unfinishedBackup = (target: string) => `${target}.partial`;

/**
 * Makes a backup of a copy: `VACUUM INTO`, which reads every row, drops what is no longer used and keeps the key; then
 * opens what it wrote, checks every page and the end of the log, and only then gives it its name.
 */
export function writeBackup(copy: string, key: Uint8Array, target: string): CopyFacts {
  const partial = unfinishedBackup(target);
  if (existsSync(target)) throw new Error('There is a backup of that name already.');
  rmSync(partial, { force: true });
  try {
    const expected = vacuumInto(copy, key, partial);
    // VACUUM INTO does not wait for the disk.
    const file = openSync(partial, 'r+');
    fsyncSync(file);
    closeSync(file);
    const found = readCopy(partial, key);
    if (found.commits !== expected.commits || found.lastHash !== expected.lastHash) throw new NotWhole();
    renameSync(partial, target);
    return found;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** The copy opened and was not what it should be. */
export class NotWhole extends Error {
  override readonly name = 'NotWhole';
  readonly code = 'NOT_WHOLE';
  constructor() {
    super('The copy is not whole.');
  }
}

function vacuumInto(copy: string, key: Uint8Array, target: string): CopyFacts {
  const opened = openWithKey(copy, key);
  if (!opened.ok) throw new NotWhole();
  const { raw } = opened.connection;
  try {
    raw.prepare('vacuum into ?').run(target);
    return factsOf(raw, statSync(copy).size);
  } finally {
    opened.connection.close();
  }
}

/** Opens a copy for reading only, checks each of its pages, and says what it holds. Throws `NotWhole` where it is damaged. */
export function readCopy(path: string, key: Uint8Array): CopyFacts {
  let raw: Database.Database | null = null;
  try {
    raw = unlockFile(new Database(path, { readonly: true, fileMustExist: true }), key);
    if (raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new NotWhole();
    return factsOf(raw, statSync(path).size);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_ERROR') throw new NotWhole();
    throw error;
  } finally {
    raw?.close();
  }
}

function factsOf(raw: Database.Database, sizeBytes: number): CopyFacts {
  const end = raw.prepare<[], { hash: string; body: string }>('select hash, body from commits order by sequence desc limit 1').get();
  if (end && !isHashOf(end.body, end.hash)) throw new NotWhole();
  const counted = raw
    .prepare<[], { commits: number; stamp: string | null; cases: number; brand: string | null }>(
      `select (select count(*) from commits) as commits, (select max(stamp) from commits) as stamp,
         (select count(*) from cases) as cases, (select brand from schemes limit 1) as brand`,
    )
    .get();
  return {
    commits: counted?.commits ?? 0,
    lastHash: end?.hash ?? '',
    lastCommitAt: counted?.stamp ? instantOf(counted.stamp) : null,
    cases: counted?.cases ?? 0,
    brand: counted?.brand ?? '',
    sizeBytes,
    version: versionOf(raw),
  };
}

/** An erased entry of the first form has no text left that its hash could be held against. */
function isHashOf(body: string, hash: string): boolean {
  try {
    return (hashOfCommit(decodeCommit(body)) ?? hash) === hash;
  } catch {
    return false;
  }
}

/** Copies a closed file, never over another one, and waits until it is on the disk. */
export function copyClosedFile(source: string, target: string): void {
  copyFileSync(source, target, constants.COPYFILE_EXCL);
  const file = openSync(target, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
