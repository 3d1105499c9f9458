import type Database from 'better-sqlite3';
import { headOfBody } from '../log/read-commit';
import { caseOfSpace } from '../log/synced-tables';
import { prepareOnce } from '../prepared';
import type { FileKind } from './file-names';
import type { ForeignCommit } from './foreign-commit';

export type FileState = 'own' | 'read' | 'sealed' | 'removed' | 'lost';
export interface KnownFile {
  readonly folder: string;
  readonly name: string;
  readonly device: string;
  readonly kind: FileKind;
  readonly number: number;
  readonly state: FileState;
}
export interface Sender {
  readonly device: string;
  readonly upTo: number;
  readonly highest: number;
  readonly heads: Readonly<Record<string, number>>;
  readonly wroteAt: string | null;
  readonly readAt: string | null;
}
export type NumberedCommit = ForeignCommit & { readonly device: string; readonly number: number };

/** More segments than any workstation writes while another is away. */
const farthestClosed = 100_000;

/** What this device remembers of the shared folder. */
export type ExchangeStore = ReturnType<typeof createExchangeStore>;

export function createExchangeStore(raw: Database.Database) {
  const q = <R>(text: string) => prepareOnce<unknown[], R>(raw, text);
  const addFile = prepareOnce(
    raw,
    `insert into sync_files (folder, name, device, kind, number, state) values (?, ?, ?, ?, ?, ?)
     on conflict (folder, name) do update set state = excluded.state`,
  );
  const coverOf = q<{ reader: string; author: string; upTo: number }>(
    'select reader, author, up_to as upTo from sync_cover where space = ?',
  );
  const setCover = prepareOnce(
    raw,
    `insert into sync_cover (space, reader, author, up_to)
     select @space, @reader, @author, @upTo where @from <= 1 + coalesce(
       (select up_to from sync_cover where space = @space and reader = @reader and author = @author), 0)
     on conflict (space, reader, author) do update set up_to = max(up_to, excluded.up_to)`,
  );
  const deviceAfter = q<{ device: string | null }>('select min(device) as device from commits where device > ?');
  const endOf = q<{ number: number | null }>('select max(number) as number from commits where device = ? and space = ?');
  const between = q<NumberedCommit>(
    'select device, number, body, signature from commits where device = ? and space = ? and number > ? and number <= ? order by number',
  );
  const asideBetween = q<NumberedCommit>(
    `select device, number, body, signature from commits_aside where device = ? and space = ? and number > ? and number <= ? and body <> '' order by number`,
  );
  const sender = q<{ device: string; upTo: number; highest: number; heads: string; wroteAt: string | null; readAt: string | null }>(
    'select device, up_to as upTo, highest, heads, wrote_at as wroteAt, read_at as readAt from sync_senders where device = ?',
  );
  const setSender = prepareOnce(
    raw,
    `insert into sync_senders (device, up_to, highest, heads, wrote_at, read_at) values (?, ?, ?, ?, ?, ?)
     on conflict (device) do update set up_to = excluded.up_to, highest = excluded.highest, heads = excluded.heads,
       wrote_at = excluded.wrote_at, read_at = excluded.read_at`,
  );
  const coveredRuns = q<{ first: number; last: number }>(
    'select first, last from sync_covered where device = ? and last > ? order by first',
  );
  const segmentAt = q<{ found: number }>(
    `select 1 as found from sync_files where device = @device and kind = 'segment' and number = @number
       and (state in ('own', 'read', 'removed', 'lost') or state = 'sealed' and number < @highest) limit 1`,
  );
  const partEnd = q<{ hash: string }>('select hash from sync_part_ends where device = ? and space = ?');
  const setPartEnd = prepareOnce(
    raw,
    'insert into sync_part_ends (device, space, hash) values (?, ?, ?) on conflict (device, space) do update set hash = excluded.hash',
  );

  const readSender = (device: string): Sender => {
    const found = sender.get(device);
    return found
      ? { ...found, heads: JSON.parse(found.heads) as Record<string, number> }
      : { device, upTo: 0, highest: 0, heads: {}, wroteAt: null, readAt: null };
  };
  const writeSender = ({ device, upTo, highest, heads, wroteAt, readAt }: Sender) =>
    void setSender.run(device, upTo, highest, JSON.stringify(heads), wroteAt, readAt);

  const erased = q<{ found: number }>('select 1 as found from erasure_work where case_id = ?');
  const isErased = (space: string) => {
    const caseId = caseOfSpace(space);
    return caseId !== null && erased.get(caseId) !== undefined;
  };

  return {
    /** Whether a space was that of a case that has been erased: nothing of it is handed over any more. */
    isErased,
    countErasures: () => q<{ count: number }>('select count(*) as count from erasure_work').get()?.count ?? 0,
    /** Erased cases of which this device's own files in the shared folder may still hold something. */
    toSweep: () =>
      q<{ caseId: string }>('select case_id as caseId from erasure_work where share_cleared_at is null')
        .all()
        .map(({ caseId }) => caseId),
    /** Whether a case is to be erased, and was not yet: the program was cut short in between. */
    isErasureDue: () =>
      q<{ found: number }>(
        `select 1 as found from case_erasures e where e.erased_case <> '' and not exists (select 1 from erasure_work w where w.case_id = e.erased_case) limit 1`,
      ).get() !== undefined,
    markSwept(cases: readonly string[], at: string): void {
      const mark = prepareOnce(raw, 'update erasure_work set share_cleared_at = ? where case_id = ?');
      for (const caseId of cases) mark.run(at, caseId);
    },
    transaction: <T>(work: () => T): T => raw.transaction(work).immediate(),
    /** By whom entries are kept that only a newer version can take in. */
    ofNewerVersion: (): readonly string[] => [
      ...new Set(
        q<{ device: string; body: string }>(`select device, body from commits_aside where reason = 'newer-version' limit 1000`)
          .all()
          .map(({ device, body }) => device || (headOfBody(body)?.device ?? '')),
      ),
    ],
    countAside: () => q<{ count: number }>('select count(*) as count from commits_aside').get()?.count ?? 0,
    lastSequence: () => q<{ sequence: number | null }>('select max(sequence) as sequence from commits').get()?.sequence ?? 0,
    spacesSince: (sequence: number) =>
      q<{ space: string }>('select distinct space from commits where sequence > ?')
        .all(sequence)
        .map(({ space }) => space),
    /** Whose commits a space holds, and up to which number. A look-up a device, however long the log. */
    chainEnds(space: string): readonly (readonly [author: string, number: number])[] {
      const ends: [string, number][] = [];
      for (let id = deviceAfter.get('')?.device ?? null; id !== null; id = deviceAfter.get(id)?.device ?? null) {
        const number = endOf.get(id, space)?.number ?? null;
        if (number !== null) ends.push([id, number]);
      }
      return ends;
    },
    coverOf: (space: string) => coverOf.all(space),
    /** With those that are kept aside, where some are missing: everybody judges for themselves, and a run with a gap would be owed for ever. */
    commitsBetween(device: string, space: string, after: number, upTo: number): readonly NumberedCommit[] {
      const found = between.all(device, space, after, upTo);
      if (found.length >= upTo - after) return found;
      return [...found, ...asideBetween.all(device, space, after, upTo)].sort((one, other) => one.number - other.number);
    },
    /** Takes note that commits were sealed to readers. Only what joins on to what is known counts. */
    addCover(space: string, readers: readonly string[], author: string, from: number, to: number): void {
      for (const reader of readers) setCover.run({ space, reader, author, from, upTo: to });
    },
    /** As if what was sealed of an author in a space beyond a number had been sealed to nobody. */
    lowerCover: (space: string, author: string, upTo: number) =>
      void prepareOnce(raw, 'update sync_cover set up_to = min(up_to, ?) where space = ? and author = ?').run(upTo, space, author),
    forgetCover: () => raw.exec('delete from sync_cover'),
    forgetCoverOf: (author: string) => void prepareOnce(raw, 'delete from sync_cover where author = ?').run(author),
    partEnd: (device: string, space: string) => partEnd.get(device, space)?.hash ?? '',
    setPartEnd: (device: string, space: string, hash: string) => void setPartEnd.run(device, space, hash),
    /** What is still to be written, in that order. Papers last: large files never hold up what was recorded. */
    outboxNames: () =>
      q<{ name: string }>("select name from sync_outbox order by name like '%.paper', name")
        .all()
        .map(({ name }) => name),
    outboxBytes: (name: string): Uint8Array | null =>
      q<{ bytes: Buffer }>('select bytes from sync_outbox where name = ?').get(name)?.bytes ?? null,
    addToOutbox: (name: string, bytes: Uint8Array) =>
      void prepareOnce(raw, 'insert into sync_outbox (name, bytes) values (?, ?)').run(name, Buffer.from(bytes)),
    dropFromOutbox: (name: string) => void prepareOnce(raw, 'delete from sync_outbox where name = ?').run(name),
    files: () => q<KnownFile>('select folder, name, device, kind, number, state from sync_files').all(),
    filesOf: (device: string, kind: FileKind, state: FileState) =>
      q<KnownFile>(
        'select folder, name, device, kind, number, state from sync_files where device = ? and kind = ? and state = ? order by number',
      ).all(device, kind, state),
    addFile: ({ folder, name, device, kind, number, state }: KnownFile) => void addFile.run(folder, name, device, kind, number, state),
    /** Whether a file of another device was opened and taken in. */
    isRead: (folder: string, name: string) =>
      q<{ found: number }>(`select 1 as found from sync_files where folder = ? and name = ? and state = 'read'`).get(folder, name) !==
      undefined,
    /**
     * Whether the latest segments of a device are sealed to others only, though earlier ones were open to this one. A number far
     * beyond all of them is somebody's who cannot write in its name.
     */
    hasClosedTo(device: string): boolean {
      const { highest } = readSender(device);
      const closed = q<{ found: number }>(
        `select 1 as found from sync_files where device = ? and kind = 'segment' and state = 'sealed' and number > ? and number <= ? limit 1`,
      ).get(device, highest, highest + farthestClosed);
      return (
        closed !== undefined &&
        q<{ found: number }>(`select 1 as found from sync_files where device = ? and kind = 'segment' and state = 'read' limit 1`).get(
          device,
        ) !== undefined
      );
    },
    lastNumber: (device: string, kind: FileKind) =>
      q<{ number: number | null }>('select max(number) as number from sync_files where device = ? and kind = ?').get(device, kind)
        ?.number ?? 0,
    sender: readSender,
    senders: () =>
      q<{ device: string }>('select device from sync_senders order by device')
        .all()
        .map(({ device }) => readSender(device)),
    writeSender,
    /** Whether another segment of that number is known of a device. */
    isOtherAt: (device: string, number: number, name: string) =>
      q<{ found: number }>(
        `select 1 as found from sync_files where device = ? and kind = 'segment' and number = ? and name <> ? and state <> 'sealed' limit 1`,
      ).get(device, number, name) !== undefined,
    /** Whether other files stand in for the segments after one number up to another. */
    isCoveredTo(device: string, after: number, upTo: number): boolean {
      let reached = after;
      for (const { first, last } of coveredRuns.all(device, after)) if (first <= reached + 1) reached = Math.max(reached, last);
      return reached >= upTo;
    },
    /** Every space that the log holds, by its index: a look-up each, however long the log. */
    spaces: () =>
      q<string>(
        `with recursive s (space) as (select min(space) from commits
           union all select (select min(c.space) from commits c where c.space > s.space) from s where s.space is not null)
         select space from s where space is not null`,
      )
        .pluck()
        .all() as unknown as readonly string[],
    /** Commits of this device that were not put into any file yet, of those spaces that may owe something. */
    waitingIn(device: string, spaces: ReadonlySet<string>): number {
      const waiting = q<number>(
        `select count(*) from commits where device = @device and space = @space and number > coalesce(
           (select up_to from sync_cover where space = @space and reader = @device and author = @device), 0)`,
      ).pluck();
      let count = 0;
      for (const space of spaces) if (!isErased(space)) count += Number(waiting.get({ device, space }));
      return count;
    },
    addCovered: (device: string, first: number, last: number) =>
      void prepareOnce(raw, 'insert or ignore into sync_covered (device, first, last) values (?, ?, ?)').run(device, first, last),
    /** Moves on to where a segment is missing, and gives that place. */
    advance(device: string): number {
      const known = readSender(device);
      let { upTo } = known;
      for (let grows = true; grows; ) {
        grows = false;
        for (const { first, last } of coveredRuns.all(device, upTo)) {
          if (first <= upTo + 1 && last > upTo) {
            upTo = last;
            grows = true;
          }
        }
        // One that is sealed to others, as to who joined later, counts where a later one of that device could be opened: its
        // name alone says nothing, and anybody can write one.
        while (segmentAt.get({ device, number: upTo + 1, highest: known.highest })) {
          upTo += 1;
          grows = true;
        }
      }
      if (upTo !== known.upTo) writeSender({ ...known, upTo, highest: Math.max(known.highest, upTo) });
      return upTo;
    },
  };
}
