import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { open as openFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { copyOpenFile, unfinishedBackup } from '../../../db/backup';
import { logFacts } from '../../../db/queries/audit';
import { isDemonstration, lastConferenceClosedAt } from '../../../db/queries/backups';
import { keyFilePath, loadKeyFile, replaceKeyFile } from '../../../db/scheme-file';
import { Refusal } from '../../../shared/language/refusal';
import { backupsToRemove, isBackupDue } from '../../../shared/rules/backup-rotation';
import type { BackupOutcome, BackupsView, BackupTrouble, DrillOutcome, LogCheck } from '../../../shared/views/backups';
import type { Session } from '../session';
import { backupName, backupsIn, ownBackupFolder } from './backup-files';
import { type BackupNotes, readBackupNotes, writeBackupNotes } from './backup-notes';
import { removeCopy } from './file-work';
import { failedWith, type RunFileJob } from './file-worker-client';

/** Bytes left free on a disk by copies and backups. */
const leftFree = 32 * 1024 * 1024;

export interface OpenScheme {
  readonly session: Session;
  readonly key: Uint8Array;
}

/** Backups of the open scheme, and checks of it, one at a time and off the main thread. */
export interface BackupDesk {
  view(open: OpenScheme): BackupsView;
  isDue(open: OpenScheme): boolean;
  /** Makes one and then removes those that have served their time. */
  backUp(open: OpenScheme): Promise<BackupOutcome>;
  /** Takes the newest backup out, opens it and checks all of it. */
  drill(open: OpenScheme): Promise<DrillOutcome>;
  /** Checks the open scheme's log on a copy of the file. Refuses, in plain words, where no copy can be made. */
  verify(open: OpenScheme): Promise<LogCheck>;
  /** Null goes back to the folder beside the scheme. */
  setFolder(open: OpenScheme, folder: string | null): void;
  /** Gives the backups the passphrase that the scheme has now, so that the old one opens none of them. */
  renewKeyFiles(open: OpenScheme): void;
  /** Ends what is running, before the scheme is closed. */
  stop(): void;
}

export function createBackupDesk(run: RunFileJob): BackupDesk {
  let running: {
    readonly what: NonNullable<BackupsView['running']>;
    readonly stop: AbortController;
    readonly done: Promise<unknown>;
  } | null = null;

  /** One after another: two would each need the file to stand still, and twice the room. */
  async function alone<T>(what: NonNullable<BackupsView['running']>, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    while (running) await running.done.catch(() => {});
    const stop = new AbortController();
    const done = work(stop.signal);
    const mine = { what, stop, done };
    running = mine;
    try {
      return await done;
    } finally {
      if (running === mine) running = null;
    }
  }

  async function withCopy<T>({ session }: OpenScheme, signal: AbortSignal, work: (copy: string) => Promise<T>): Promise<T> {
    const place = placeForCopy(session);
    try {
      if (!(await copyOpenFile(session.connection, place.copy, () => signal.aborted))) throw failedWith('STOPPED');
      return await work(place.copy);
    } finally {
      place.leave();
    }
  }

  return {
    view: (open) => viewOf(open, running?.what ?? null),
    isDue: ({ session }) => {
      if (isDemonstration(session.read)) return false;
      const { last } = readBackupNotes(session);
      return isBackupDue({
        last,
        commits: logFacts(session.read).commits,
        conferenceClosedAt: lastConferenceClosedAt(session.read),
        now: session.now(),
      });
    },
    async backUp(open) {
      const { session, key } = open;
      try {
        return await alone('backup', async (signal) => {
          const folder = folderForWriting(session);
          const madeAt = session.now();
          const name = backupName(session.path, key, madeAt);
          const target = join(folder, name);
          if (existsSync(target)) throw failedWith('EEXIST');
          demandRoomBeside(session, folder);
          const made = await withCopy(open, signal, (copy) =>
            keepingDiskUp(unfinishedBackup(target), run(signal, 'writeBackup', copy, key, target)),
          );
          writeKeyFileOf(session, target);
          const notes = readBackupNotes(session);
          const last = { name, madeAt, commits: made.commits };
          writeBackupNotes(session, { last, trouble: null, commitsOf: { ...notes.commitsOf, [name]: made.commits } });
          await rotate(open, folder);
          return { ok: true, name, commits: made.commits, sizeBytes: made.sizeBytes };
        });
      } catch (error) {
        const why = troubleOf(error);
        if (session.connection.raw.open && why !== 'interrupted') noteTrouble(session, why);
        return { ok: false, why };
      }
    },
    async drill(open) {
      const { session, key } = open;
      const folder = folderOf(session);
      const [newest] = backupsIn(folder, key);
      if (!newest) return { ok: false, why: isFolderThere(session) ? 'none' : 'folder-gone' };
      try {
        return await alone('drill', async (signal) => {
          const started = performance.now();
          const place = placeForCopy(session);
          const found = await run(signal, 'checkBackup', join(folder, newest.name), place.copy, key)
            .catch((error: unknown) => {
              if (troubleOf(error) !== 'not-whole') throw error;
              return { isWhole: false, commits: 0, cases: 0, problems: [damagedBackup] };
            })
            .finally(place.leave);
          const milliseconds = Math.round(performance.now() - started);
          const report = {
            at: session.now(),
            name: newest.name,
            madeAt: newest.madeAt,
            milliseconds,
            ...found,
            problems: [...found.problems],
          };
          writeBackupNotes(session, { drill: report });
          return { ok: true, report };
        });
      } catch (error) {
        return { ok: false, why: troubleOf(error) };
      }
    },
    verify: (open) =>
      alone('verify', (signal) => withCopy(open, signal, (copy) => run(signal, 'checkCopy', copy, open.key))).catch(refuseCheck),
    setFolder({ session }, folder) {
      writeBackupNotes(session, { folder, trouble: null });
    },
    renewKeyFiles({ session, key }) {
      const folder = folderOf(session);
      for (const { name } of backupsIn(folder, key)) writeKeyFileOf(session, join(folder, name));
    },
    stop() {
      running?.stop.abort();
    },
  };
}

function viewOf({ session, key }: OpenScheme, running: BackupsView['running']): BackupsView {
  const notes = readBackupNotes(session);
  const folder = folderOf(session);
  const { commits } = logFacts(session.read);
  return {
    folder,
    isOwnFolder: notes.folder === null,
    isFolderThere: isFolderThere(session),
    backups: backupsIn(folder, key).map((found) => ({ ...found, commits: notes.commitsOf[found.name] ?? null })),
    last: notes.last && { madeAt: notes.last.madeAt, commits: notes.last.commits },
    commitsSince: Math.max(0, commits - (notes.last?.commits ?? 0)),
    trouble: notes.trouble,
    drill: notes.drill,
    isAutomatic: !isDemonstration(session.read),
    running,
  };
}

const folderOf = (session: Session) => readBackupNotes(session).folder ?? ownBackupFolder(session.path);

/** The folder beside the scheme is made with the first backup, so it is never missed. */
function isFolderThere(session: Session): boolean {
  const { folder } = readBackupNotes(session);
  return folder === null || existsSync(folder);
}

/** A chosen folder is never made anew: where it is gone, its drive is, and a folder in its place would hide that. */
function folderForWriting(session: Session): string {
  const chosen = readBackupNotes(session).folder;
  if (chosen !== null) {
    if (!existsSync(chosen)) throw failedWith('ENOENT');
    return chosen;
  }
  const folder = ownBackupFolder(session.path);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Where the copy lies that a job works on, encrypted like the file itself: beside the scheme, or in the computer's folder
 * for passing files where there is no room. A disk that is nearly full is never filled up.
 */
function placeForCopy(session: Session): { readonly copy: string; readonly leave: () => void } {
  const room = 2 * sizeOf(session) + leftFree;
  const beside = `${session.path}.copy`;
  if (freeIn(dirname(session.path)) >= room) {
    removeCopy(beside);
    return { copy: beside, leave: () => removeCopy(beside) };
  }
  if (freeIn(tmpdir()) < room) throw failedWith('ENOSPC');
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-'));
  return { copy: join(folder, 'copy'), leave: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Making a backup must never be what stops recording, so some room stays on the disk that the scheme is on. */
function demandRoomBeside(session: Session, folder: string): void {
  const isOneDisk = statSync(folder).dev === statSync(session.path).dev;
  if (isOneDisk && freeIn(folder) < sizeOf(session) + leftFree) throw failedWith('ENOSPC');
}

function sizeOf({ connection: { raw } }: Session): number {
  return (raw.pragma('page_count', { simple: true }) as number) * (raw.pragma('page_size', { simple: true }) as number);
}

/** Bytes that this person may still write on the disk of a folder. */
export function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

const damagedBackup = 'The backup is damaged: parts of it cannot be read. Make a new one now, and keep this one as it is.';

/** The backup opens with the passphrase of the day. The keychain's part would help nobody on another computer. */
function writeKeyFileOf(session: Session, backup: string): void {
  const keys = loadKeyFile(session.path);
  if (keys) replaceKeyFile(backup, { ...keys, keychain: null });
}

async function rotate(open: OpenScheme, folder: string): Promise<void> {
  const { session, key } = open;
  const { last, drill, commitsOf } = readBackupNotes(session);
  const neverRemove = new Set([last?.name ?? '', drill?.isWhole ? drill.name : '']);
  for (const { name } of backupsToRemove(backupsIn(folder, key), neverRemove)) {
    // A large file takes a moment to go, in which nobody could type.
    await rm(join(folder, name), { force: true });
    await rm(keyFilePath(join(folder, name)), { force: true });
  }
  if (!session.connection.raw.open) return;
  const present = new Set(backupsIn(folder, key).map(({ name }) => name));
  writeBackupNotes(session, { commitsOf: Object.fromEntries(Object.entries(commitsOf).filter(([name]) => present.has(name))) });
}

const betweenLooks = 100;

/**
 * Waits for the disk again and again while a worker writes a file: all that is left to write at its end would be waited for
 * at once, and a keystroke that is kept in that moment with it.
 */
async function keepingDiskUp<T>(path: string, work: Promise<T>): Promise<T> {
  const done = work.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([done, passed(betweenLooks, false)]))) {
    // It is not there yet, or has its name by now.
    const file = await openFile(path, 'r+').catch(() => null);
    await file?.datasync().catch(() => {});
    await file?.close();
  }
  return work;
}

function noteTrouble(session: Session, why: BackupTrouble): void {
  const trouble: BackupNotes['trouble'] = { why, at: session.now() };
  try {
    writeBackupNotes(session, { trouble });
  } catch {
    // On a full disk even the note does not fit; the person hears of the full disk all the same.
  }
}

function troubleOf(error: unknown): BackupTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'STOPPED') return 'interrupted';
  if (code === 'NOT_WHOLE') return 'not-whole';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return 'disk-full';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folder-gone';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) || /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) return 'read-only';
  return 'failed';
}

const uncheckable: Readonly<Record<BackupTrouble, string>> = {
  'disk-full':
    'There is not enough room on the disk for the copy that the check works on. Nothing was changed. Make room on the disk, then check again.',
  'read-only': 'The folder of the scheme cannot be written to, so the check has nowhere to work. Nothing was changed.',
  'folder-gone': 'The folder of the scheme is gone. Connect the drive, then check again.',
  'not-whole': 'The file cannot be read as a whole. Keep it as it is, restore the newest backup, and tell whoever looks after Roundtable.',
  interrupted: 'The check was ended before it was done. Nothing was changed. Check again when there is time.',
  failed: 'The check could not be made. Nothing was changed. Try again.',
};

function refuseCheck(error: unknown): never {
  throw new Refusal(uncheckable[troubleOf(error)]);
}
