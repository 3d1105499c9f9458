import type Database from 'better-sqlite3';

/**
 * Lets other connections of this process have the file as well. Until now it was locked for one, whose index of the
 * write-ahead log is in its own memory: the log is closed and begun anew, with an index that lies beside the file. Another
 * process still cannot open the scheme, since it would want to have it alone.
 *
 * @returns false where the file system does not have what it takes; the file is then locked for one as before.
 */
export function openToOthers(raw: Database.Database): boolean {
  try {
    const isShared = indexIsShared.has(raw);
    if (!isShared) raw.pragma('journal_mode = DELETE');
    raw.pragma('locking_mode = NORMAL');
    if (isShared) letGo(raw);
    else if (raw.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw new Error('There is no shared log at this place.');
    look(raw);
    indexIsShared.add(raw);
    return true;
  } catch {
    takeAlone(raw);
    return false;
  }
}
const indexIsShared = new WeakSet<Database.Database>();

/** Locks the file for this connection alone. Where something reads it from outside just then, it is only kept from being opened as a scheme, as before. */
export function takeAlone(raw: Database.Database): void {
  try {
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.pragma('journal_mode = WAL');
    letGo(raw);
  } catch {
    // Locked for one and unable to lock, it could not be written at all.
    raw.pragma('locking_mode = NORMAL');
  }
}

/** A lock is changed at the end of a transaction. */
const letGo = (raw: Database.Database) => raw.exec('begin immediate; commit');
const look = (raw: Database.Database) => raw.prepare('select count(*) from sqlite_master').get();
