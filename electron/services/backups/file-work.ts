import { rmSync } from 'node:fs';
import { copyClosedFile, NotWhole, readCopy, writeBackup } from '../../../db/backup';
import type { Connection } from '../../../db/connection';
import { tablesAgreeWithLog } from '../../../db/log/compare';
import { verifyLog } from '../../../db/log/verify';
import { databaseEndings, openWithKey } from '../../../db/scheme-file';
import type { LogCheck } from '../../../shared/views/backups';

/** Checks every hash, signature and chain of the log, then that the tables are what the log says. Changes nothing. */
export function checkLog(connection: Connection): LogCheck {
  const { commits, problems } = verifyLog(connection);
  const found = [...problems];
  try {
    if (!tablesAgreeWithLog(connection)) {
      found.push(
        'The tables are not what the log says: something wrote to them behind the log. Keep a copy of the file, and ask for help before going on.',
      );
    }
  } catch {
    // A log that cannot be read has its own sentences above; this one says what else it means.
    found.push('The tables could not be made again from the log, because an entry of it cannot be read.');
  }
  return { isWhole: found.length === 0, commits, problems: found };
}

/** Does something with a copy that is this job's alone, and takes it away again: a large file takes long to go. */
function withOwnCopy<T>(copy: string, work: () => T): T {
  try {
    return work();
  } finally {
    removeCopy(copy);
  }
}

const backUpCopy = (copy: string, key: Uint8Array, target: string) => withOwnCopy(copy, () => writeBackup(copy, key, target));

function checkCopy(copy: string, key: Uint8Array): LogCheck {
  return withOwnCopy(copy, () => {
    const opened = openWithKey(copy, key);
    if (!opened.ok) throw new NotWhole();
    try {
      return checkLog(opened.connection);
    } finally {
      opened.connection.close();
    }
  });
}

/** The same for a backup, which itself is only read: what is opened is a copy of it. */
function checkBackup(backup: string, copy: string, key: Uint8Array): LogCheck & { readonly cases: number } {
  const { cases } = readCopy(backup, key);
  copyClosedFile(backup, copy);
  return { ...checkCopy(copy, key), cases };
}

/** A copy with what SQLite and the migrations put beside it. */
export function removeCopy(copy: string): void {
  for (const ending of databaseEndings) rmSync(`${copy}${ending}`, { force: true });
}

/** Work on whole files, which takes seconds on a large one: done in a worker, so that typing never waits for it. */
export const fileWork = { writeBackup: backUpCopy, checkCopy, checkBackup, readCopy } as const;
export type FileWork = typeof fileWork;
export type FileJob = keyof FileWork;
