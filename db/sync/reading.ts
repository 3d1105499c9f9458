import type { ChangeList } from '../../shared/merge/change-list';
import { standingSince } from '../../shared/merge/clocks';
import { createBreather, writeInSlices } from '../turns';
import type { Alarm } from './alarms';
import { applyCommits, createMerge } from './apply';
import type { ExchangeDesk } from './exchange-desk';
import { readFileName } from './file-names';
import type { Paper } from './paper';
import type { Part } from './segment';
import { commitsOf, namesToRead, noteCover, type OpenedFile, openFile, placeOf, remember, type UnreadFile } from './take-in';
import type { Listing } from './transport';

export interface Taken {
  readonly applied: number;
  readonly read: number;
  readonly changes: ChangeList | null;
}

/** The half of an exchange that reads: files are opened, their commits merged in slices, and then they are remembered. */
export interface Reading {
  takeIn(listing: Listing): Promise<Taken>;
  /** What was recorded here may decide over entries that are kept aside. */
  lookAgain(): void;
  /** Files that could not be read for so long that somebody should know. */
  stuck(): readonly Alarm[];
}

/** Files are remembered once so many commits of them are applied: what is cut short is not read all over again. */
const commitsAtOnce = 4_000;

interface Unread {
  readonly file: UnreadFile;
  readonly since: number;
  readonly polls: number;
  /** In bytes; 0 where it could not even be read. */
  readonly size: number;
  readonly triedAt: number;
}

/** A large file that could not be taken in is tried again after as long as a slow share takes for it, at a megabyte a second. */
const bytesAMillisecond = 1_000;
const small = 1_000_000;
/** Of thousands of files that could not be taken in so many are tried again at a look: each costs a slow share milliseconds. */
const mostAgain = 300;

/** @param keepPapers what is done with papers that came, once the entries that came with them are there. */
export function createReading(desk: ExchangeDesk, keepPapers: (papers: readonly Paper[]) => void): Reading {
  const { connection, device, transport, cipher, clock, anchor, store, known, ownFolder, due, raise, pace } = desk;
  const unread = new Map<string, Unread>();
  const breathe = createBreather(pace);
  let lookedAt = -1;
  for (const of of store.ofNewerVersion()) raise({ kind: 'set-aside', device: of, person: '', reason: 'newer-version', count: 1 });

  /** A file of hundreds of megabytes that is none of ours would cost seconds of every look. */
  function isDue({ folder, name }: Pick<UnreadFile, 'folder' | 'name'>): boolean {
    const before = unread.get(placeOf(folder, name));
    return !before || before.size < small || Math.abs(clock() - before.triedAt) >= before.size / bytesAMillisecond;
  }

  /** What was never tried, and of the others those that have waited longest. */
  function dueOf<T extends Pick<UnreadFile, 'folder' | 'name'>>(listed: readonly T[]): T[] {
    const triedAt = (file: T) => unread.get(placeOf(file.folder, file.name))?.triedAt ?? Number.NEGATIVE_INFINITY;
    const due = listed.filter(isDue);
    const again = due.filter((file) => unread.has(placeOf(file.folder, file.name)));
    if (again.length <= mostAgain) return due;
    const late = new Set(again.toSorted((one, other) => triedAt(one) - triedAt(other)).slice(mostAgain));
    return due.filter((file) => !late.has(file));
  }

  async function takeIn(listing: Listing): Promise<Taken> {
    const listed = namesToRead(listing, { known, store }, desk.foldersOf());
    const places = new Set(listed.map(({ folder, name }) => placeOf(folder, name)));
    // What is gone from the folder is nothing that anybody could still read.
    for (const key of unread.keys()) if (!places.has(key)) unread.delete(key);
    let wanted = dueOf(listed);
    if (wanted.length === 0) return { applied: 0, read: 0, changes: null };
    const merge = createMerge(connection, { anchor, now: clock() });
    let first = 0;
    let read = 0;
    for (let goesOn = true; goesOn; ) {
      goesOn = false;
      const opened: OpenedFile[] = [];
      const left: typeof wanted = [];
      const senders = desk.authorityNow();
      const readBefore = read;
      for (const place of wanted) {
        const result = await openFile(place, { transport, cipher, scheme: anchor, known, store, breathe }, senders);
        const key = placeOf(place.folder, place.name);
        if (!result.ok) {
          left.push(place);
          const before = unread.get(key);
          if (result.first && result.first.length > 0) {
            const taken = applyCommits(connection, result.first, { anchor, now: clock() }).applied;
            first += taken;
            // Where the founding commit is not among them nothing counts, and reading again would not change that.
            goesOn ||= taken > 0;
          }
          unread.set(key, {
            file: { ...place, reason: result.reason },
            since: standingSince(before?.since, clock()),
            polls: (before?.polls ?? 0) + 1,
            size: result.size ?? 0,
            triedAt: clock(),
          });
          continue;
        }
        unread.delete(key);
        // What a copy of this device wrote is sealed to this device too. Anything else here is nobody's, whatever number it has.
        if (result.file.note === null && place.folder === ownFolder) {
          known.add(key);
          continue;
        }
        opened.push(result.file);
        if (key !== placeOf(result.file.folder, result.file.name)) known.add(key);
        if (commitsOf(opened).length >= commitsAtOnce) read += await mergeFiles(opened.splice(0));
      }
      read += await mergeFiles(opened);
      // Somebody's admission may have been among them, and their own files can be believed now. Not because of what was read
      // rounds ago: somebody who was never admitted would be tried for ever.
      goesOn ||= read > readBefore && left.some(({ folder, name }) => unread.get(placeOf(folder, name))?.file.reason === 'unknown-sender');
      wanted = left;
    }
    return await tell();

    async function mergeFiles(files: readonly OpenedFile[]): Promise<number> {
      if (files.length === 0) return 0;
      await merge.takeInSlices(commitsOf(files), pace);
      keepPapers(files.flatMap(({ papers }) => papers));
      const readAt = new Date(clock()).toISOString();
      // Once for all of them: taking note of a file changes nobody's standing.
      const authority = desk.authorityNow();
      const folders = desk.foldersOf();
      for (const file of files) {
        // What is noted of a part does no harm if it is lost, and is durable once the file is remembered.
        await writeInSlices(connection.raw, file.parts, (parts) => noteCover(parts, file.note?.device ?? '', store, authority), {
          pace,
          weigh: ({ commits }: Part) => commits.length,
          first: 500,
        });
        remember([file], store, folders, authority, readAt);
        noticeCopies(file);
        known.add(placeOf(file.folder, file.name));
        await breathe();
      }
      return files.length;
    }

    async function tell(): Promise<Taken> {
      if (read === 0) return { applied: first, read, changes: null };
      const report = await merge.reportBreathing(breathe);
      const copied = new Set([...report.forks, ...report.aside.flatMap((each) => (each.reason === 'twin-stamp' ? [each.device] : []))]);
      for (const of of copied) {
        raise({ kind: 'copied-device', device: of, isOwn: of === device.id });
        // "Sealed up to this number" was said of the one copy's entries: those of the other have to go over as well.
        store.forgetCoverOf(of);
        due.all();
      }
      for (const { device: of, kind } of report.suspicions) raise({ kind: 'wrong-clock', device: of, suspicion: kind });
      for (const { device: of, person, reason } of report.aside) {
        if (reason.startsWith('not-yet') || reason === 'twin-stamp') continue;
        raise({ kind: 'set-aside', device: of, person: reason === 'newer-version' ? '' : person, reason, count: 1 });
      }
      if (report.tables.length > 0) desk.onMerged?.(report.tables);
      return { applied: first + report.applied, read, changes: report.applied > 0 ? report.changes : null };
    }
  }

  /** A file of one's own that one never wrote, or two of one number: a copy of the device is at work. */
  function noticeCopies({ folder, name, note }: OpenedFile): void {
    const named = readFileName(name);
    if (!named || known.has(placeOf(folder, name))) return;
    if (folder === ownFolder) raise({ kind: 'copied-device', device: device.id, isOwn: true });
    else if (named.kind === 'segment' && note && store.isOtherAt(note.device, named.number, name))
      raise({ kind: 'copied-device', device: note.device, isOwn: false });
  }

  return {
    takeIn,
    lookAgain() {
      if (!store.isErasureDue() && (store.countAside() === 0 || store.lastSequence() === lookedAt)) return;
      const { tables } = applyCommits(connection, [], { anchor, now: clock() });
      lookedAt = store.lastSequence();
      if (tables.length > 0) desk.onMerged?.(tables);
    },
    stuck: () =>
      [...unread.values()]
        .filter(({ file, since, polls }) => file.reason === 'newer-version' || (polls >= 3 && clock() - since >= 10 * 60_000))
        .map(({ file, since }): Alarm => ({ kind: 'unread-file', ...file, since: new Date(since).toISOString() })),
  };
}
