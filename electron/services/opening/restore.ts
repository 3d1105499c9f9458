import { constants, existsSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type KeyFile, unwrapKey, wrapKey } from '../../../db/keys/key-file';
import { opensWith } from '../../../db/keys/opens-with';
import { keyFromRecoveryWords } from '../../../db/keys/recovery-words';
import type { Clock } from '../../../db/log/stamp';
import { schemaVersion } from '../../../db/migrate';
import { databaseEndings, keyFilePath, loadKeyFile, replaceKeyFile, schemeFileEnding } from '../../../db/scheme-file';
import { Refusal } from '../../../shared/language/refusal';
import type { BackupFound, BackupProblem, InspectOutcome } from '../../../shared/views/backups';
import type { OpenResult } from '../../../shared/views/scheme';
import { readBackupName, stemOf } from '../backups/backup-files';
import type { RunFileJob } from '../backups/file-worker-client';
import type { KnownSchemes } from './known-schemes';

export type BackupSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  /** The key file beside a backup may be lost too; then the words open it and a new passphrase is set. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly newPassphrase: string };

/** Restores from a backup while no scheme is open. What is on the disk already is kept, under another name. */
export interface RestoreDesk {
  /** Opens a backup for reading and says what it holds. Changes nothing. */
  inspect(path: string, secret: BackupSecret): Promise<InspectOutcome>;
  /** Puts the backup that was inspected last in place and opens it. */
  restore(): Promise<OpenResult>;
  forget(): void;
}

export interface RestoreParts {
  /** Where a scheme is put of which this computer has no file. */
  readonly folder: string;
  readonly known: KnownSchemes;
  readonly clock: Clock;
  readonly run: RunFileJob;
  readonly open: (path: string, key: Uint8Array) => OpenResult;
  readonly cost?: number;
}

interface Pending {
  readonly path: string;
  readonly found: BackupFound;
  readonly key: Uint8Array;
  readonly keys: KeyFile;
}

export function createRestoreDesk({ folder, known, clock, run, open, cost }: RestoreParts): RestoreDesk {
  let pending: Pending | null = null;
  function forget(): void {
    pending?.key.fill(0);
    pending = null;
  }
  return {
    async inspect(path, secret) {
      forget();
      if (!existsSync(path)) return problem('missing');
      const unlocked = await unlock(path, secret, cost);
      if (!unlocked.ok) return unlocked;
      const { key, keys } = unlocked;
      try {
        const { brand, cases, commits, lastCommitAt, sizeBytes, version } = await run(new AbortController().signal, 'readCopy', path, key);
        if (version > schemaVersion) return problem('newer-version');
        const present = presentFile(path, key, known);
        const found: BackupFound = {
          name: basename(path),
          brand,
          cases,
          commits,
          lastCommitAt,
          sizeBytes,
          present: present === null ? null : { path: present, aside: asidePath(present, clock()) },
          target: present ?? freeTarget(folder, path),
        };
        pending = { path, found, key, keys };
        return { ok: true, found };
      } catch (error) {
        return problem(problemOf(error, secret));
      }
    },
    async restore() {
      if (!pending) throw new Refusal('No backup has been opened yet. Nothing was changed. Choose the backup again.');
      const { path, found, key, keys } = pending;
      pending = null;
      const arriving = `${found.target}.restoring`;
      rmSync(arriving, { force: true });
      try {
        await copyFile(path, arriving, constants.COPYFILE_EXCL);
        // Read again where it lies now: a drive may go while it is copied.
        await run(new AbortController().signal, 'readCopy', arriving, key);
        if (found.present) setAside(found.present.path, found.present.aside);
        else if (existsSync(found.target))
          throw new Refusal('A file of that name has appeared meanwhile. Nothing was changed. Choose the backup again.');
        renameSync(arriving, found.target);
        replaceKeyFile(found.target, keys);
      } finally {
        rmSync(arriving, { force: true });
      }
      return open(found.target, key);
    },
    forget,
  };
}

const problem = (what: BackupProblem) => ({ ok: false, problem: what }) as const;

type Unlocked =
  | { readonly ok: true; readonly key: Uint8Array; readonly keys: KeyFile }
  | { readonly ok: false; readonly problem: BackupProblem };

async function unlock(path: string, secret: BackupSecret, cost: number | undefined): Promise<Unlocked> {
  if (secret.kind === 'words') {
    const key = keyFromRecoveryWords(secret.words);
    return key ? { ok: true, key, keys: await wrapKey(key, secret.newPassphrase, cost) } : problem('wrong-recovery-words');
  }
  const keys = loadKeyFile(path);
  if (!keys) return problem('key-file-missing');
  const key = await unwrapKey(keys, secret.passphrase);
  return key ? { ok: true, key, keys } : problem('wrong-passphrase');
}

function problemOf(error: unknown, secret: BackupSecret): BackupProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Words that belong to another scheme look to the cipher like a damaged first page.
  if (code === 'NOT_WHOLE') return secret.kind === 'words' ? 'wrong-recovery-words' : 'damaged';
  if (code === 'ENOENT' || code.startsWith('SQLITE_CANTOPEN')) return 'missing';
  if (code.startsWith('SQLITE_READONLY')) return 'read-only';
  return 'damaged';
}

/** The file of the same scheme on this computer: the one that the same key opens. */
function presentFile(backup: string, key: Uint8Array, known: KnownSchemes): string | null {
  return known.list().find(({ path }) => path !== backup && opensWith(path, key))?.path ?? null;
}

/** `Crossways set aside 2026-03-03 101500.roundtable`, beside the file; the time is UTC. */
function asidePath(present: string, now: number): string {
  const [day = '', clock = ''] = new Date(now).toISOString().split('T');
  const stem = `${stemOf(present)} set aside ${day} ${clock.slice(0, 8).replaceAll(':', '')}`;
  return firstFree(dirname(present), stem);
}

function freeTarget(folder: string, backup: string): string {
  return firstFree(folder, readBackupName(basename(backup))?.stem ?? stemOf(backup));
}

function firstFree(folder: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}${number === 1 ? '' : ` ${number}`}${schemeFileEnding}`);
    if (databaseEndings.every((ending) => !existsSync(`${path}${ending}`)) && !existsSync(keyFilePath(path))) return path;
  }
}

/** A write-ahead log that stayed behind would be played into the restored file, so every part of the old one moves. */
function setAside(present: string, aside: string): void {
  for (const ending of databaseEndings) if (existsSync(`${present}${ending}`)) renameSync(`${present}${ending}`, `${aside}${ending}`);
  if (existsSync(keyFilePath(present))) renameSync(keyFilePath(present), keyFilePath(aside));
}
