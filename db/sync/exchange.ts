import type { Authority } from '../../shared/merge/authority';
import type { ChangeList } from '../../shared/merge/change-list';
import type { Connection } from '../connection';
import { readLocalSetting, writeLocalSetting } from '../local-settings';
import type { DeviceIdentity } from '../log/identity';
import type { Clock } from '../log/stamp';
import { type Alarm, stoppingAlarms } from './alarms';
import { applyCommits } from './apply';
import { readAuthority } from './authority';
import type { Cipher } from './cipher';
import { createExchangeStore, type KnownFile } from './exchange-store';
import { deviceFolder, readFileName } from './file-names';
import { createFolderWatch } from './folder-watch';
import { makeFile, type OwedPart, owedIn } from './hand-over';
import { readManifest, writeManifest } from './manifest';
import { packOwnSegments, removeLeftOver, removeOwnFiles, removePacked } from './pack';
import type { Paper } from './paper';
import { createPapers } from './papers';
import { createReaders } from './readers';
import { createSnapshots } from './snapshots';
import { cutOutbox, sweepOwnFiles } from './sweep';
import { commitsOf, namesToRead, type OpenedFile, openFile, placeOf, remember, type UnreadFile } from './take-in';
import type { Listing, Transport, TransportProblem } from './transport';

export interface ExchangeParts {
  readonly connection: Connection;
  readonly device: DeviceIdentity;
  readonly cipher: Cipher;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Hash of the scheme's founding commit. */
  readonly anchor: string;
  /** Letters and digits for a new folder's name for itself. */
  readonly token: () => string;
  /** Called with the tables that a merge changed, as a recorder's listener is. */
  readonly onMerged?: (tables: readonly string[]) => void;
}

export interface PollReport {
  readonly state: 'exchanged' | 'unreachable' | 'stopped';
  /** Files read and written by this poll. */
  readonly read: number;
  readonly written: number;
  readonly applied: number;
  readonly changes: ChangeList | null;
  readonly alarms: readonly Alarm[];
}

export interface DeviceContact {
  readonly device: string;
  /** Up to which of this device's segments it has read. */
  readonly hasRead: number;
  readonly wroteAt: string | null;
  readonly readAt: string | null;
}

export interface ExchangeStatus {
  /** Operations recorded here and not yet surely in the shared folder. */
  readonly waiting: number;
  /** The last segment of this device that is in the shared folder. */
  readonly handedOver: number;
  readonly contacts: readonly DeviceContact[];
  readonly alarms: readonly Alarm[];
  readonly isStopped: boolean;
}

/** The exchange of one device with the shared folder. Its calls wait for each other; the database is never held while the folder is. */
export interface Exchange {
  /** Makes the folder this scheme's, or recognises it. */
  setUp(): Promise<{ readonly ok: true } | { readonly ok: false; readonly alarm: Alarm }>;
  /** Reads what is new, applies it, hands over what is recorded, says what it has read, and tidies its own files. */
  poll(): Promise<PollReport>;
  /** Only reads: nothing is written into the folder. False where it cannot be reached. */
  readAll(): Promise<boolean>;
  /** Goes on after an alarm that stopped the exchange: takes the folder as it is, and puts back what it has lost. */
  continueHere(): Promise<PollReport>;
  /** All that a newcomer may read, in one file that only it and the coordinators can open. A cache: it can be made again. */
  writeSnapshot(device: string): Promise<boolean>;
  status(): ExchangeStatus;
}

interface Remembered {
  readonly folder: string | null;
  readonly stopped: Alarm | null;
  readonly acked: string;
  readonly ackedAt: number;
}
const setting = 'sync';

/** What one device remembers of the folder is not for the next one that uses the file. */
export function forgetExchange({ local }: Connection): void {
  writeLocalSetting(local, setting, '{}');
}
const ackEvery = 20_000;
/** A client that is still fetching the manifest is done by then. */
const mendAfter = 10 * 60_000;
const mostPartsAFile = 400;
const mostCommitsAFile = 20_000;

export function createExchange(parts: ExchangeParts): Exchange {
  const { connection, device, cipher, transport, clock, anchor, token } = parts;
  const { raw } = connection;
  const store = createExchangeStore(raw);
  const ownFolder = deviceFolder(device.id);
  const known = new Set(store.files().map(({ folder, name }) => placeOf(folder, name)));
  const own = { store, device, transport, folder: ownFolder };
  const debts = new Map<string, number>();
  const unread = new Map<string, { file: UnreadFile; since: number; polls: number }>();
  const watch = createFolderWatch({ store, transport, me: device.id, clock });
  let dirty = new Set<string>(store.spacesSince(0));
  let lastSequence = store.lastSequence();
  let lookedAt = -1;
  let readerMark = '';
  let isSwept = false;
  let brokenSince: number | null = null;
  const cut: KnownFile[] = [];
  const passingAlarms = new Map<string, Alarm>();
  const papers = createPapers({
    ...{ raw, store, transport, folder: ownFolder, me: device.id, clock },
    making: () => making(createReaders(raw, authorityNow())),
    authority: () => authorityNow(),
  });
  const snapshots = createSnapshots({ connection, store, transport, folder: ownFolder, me: device.id });
  let turn: Promise<unknown> = Promise.resolve();

  const changesSoFar = raw.prepare<[], number>('select total_changes()').pluck();
  let authority = { at: -1, is: readAuthority(raw) };
  /** Read again only where anything was written at all since: an idle poll costs little more than its listing. */
  function authorityNow(): Authority {
    const at = changesSoFar.get() ?? 0;
    if (at !== authority.at) authority = { at, is: readAuthority(raw) };
    return authority.is;
  }

  const remembered = (): Remembered => ({
    folder: null,
    stopped: null,
    acked: '{}',
    ackedAt: 0,
    ...(JSON.parse(readLocalSetting(connection.read, setting) ?? '{}') as Partial<Remembered>),
  });
  const keep = (change: Partial<Remembered>) =>
    writeLocalSetting(connection.local, setting, JSON.stringify({ ...remembered(), ...change }));
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => {});
    return next;
  };
  const raise = (alarm: Alarm) => passingAlarms.set(JSON.stringify({ ...alarm, since: undefined, count: undefined }), alarm);
  const making = (readers: ReturnType<typeof createReaders>) => ({ scheme: anchor, device, cipher, store, readers, now: clock() });

  async function flush(): Promise<{ readonly written: number; readonly problem: { problem: TransportProblem; code: string } | null }> {
    let written = 0;
    for (const { name, bytes } of store.outbox()) {
      // It may be there although the share said that it failed, and must not look like somebody else's then.
      known.add(placeOf(ownFolder, name));
      const done = await transport.writeOnce(ownFolder, name, bytes);
      if (!done.ok) return { written, problem: done };
      store.dropFromOutbox(name);
      written += 1;
    }
    return { written, problem: null };
  }

  /** Own commits since the last look make their spaces due; a changed membership makes all of them. */
  function lookForChanges(): void {
    for (const space of store.spacesSince(lastSequence)) dirty.add(space);
    lastSequence = store.lastSequence();
    const mark = createReaders(raw, authorityNow())
      .all.map(({ id, recipient }) => `${id}${recipient}`)
      .join();
    if (mark !== readerMark && readerMark !== '') dirty = new Set(store.spacesSince(0));
    readerMark = mark;
  }

  function owed(patient: boolean): readonly OwedPart[] {
    const readers = createReaders(raw, authorityNow());
    const found: OwedPart[] = [];
    const now = patient ? clock() : Number.MAX_SAFE_INTEGER;
    for (const space of [...dirty].sort()) {
      if (store.isErased(space)) {
        dirty.delete(space);
        continue;
      }
      const part = owedIn(space, { store, readers, authority: authorityNow(), me: device.id, now, known: debts });
      if (part) found.push(part);
      // Debts of others are looked at again when they are old enough.
      else if (![...debts.keys()].some((key) => key.startsWith(`${space} `))) dirty.delete(space);
    }
    return found;
  }

  async function handOver(patient = true, covers: OwedCovers = []): Promise<void> {
    lookForChanges();
    const all = owed(patient);
    for (let at = 0; at < all.length || (at === 0 && covers.length > 0); ) {
      const chosen: OwedPart[] = [];
      for (let commits = 0; at < all.length && chosen.length < mostPartsAFile && commits < mostCommitsAFile; at += 1) {
        const part = all[at] as OwedPart;
        chosen.push(part);
        commits += part.commits.length;
      }
      const readers = createReaders(raw, authorityNow());
      await makeFile('segment', chosen, making(readers), { covers: at >= all.length ? covers : [] });
      if (all.length === 0) break;
    }
  }

  async function takeIn(listing: Parameters<typeof namesToRead>[0]) {
    let applied = 0;
    let read = 0;
    let changes: ChangeList | null = null;
    let wanted = namesToRead(listing, { known, store }, foldersOf());
    for (let goesOn = wanted.length > 0; goesOn; ) {
      goesOn = false;
      const opened: OpenedFile[] = [];
      const left: typeof wanted = [];
      const senders = authorityNow();
      for (const place of wanted) {
        const result = await openFile(place, { transport, cipher, scheme: anchor, known, store }, senders);
        const key = placeOf(place.folder, place.name);
        if (!result.ok) {
          left.push(place);
          const before = unread.get(key);
          if (result.first && result.first.length > 0) {
            const taken = applyCommits(connection, result.first, { anchor, now: clock() }).applied;
            applied += taken;
            // Where the founding commit is not among them nothing counts, and reading again would not change that.
            goesOn ||= taken > 0;
          }
          unread.set(key, { file: { ...place, reason: result.reason }, since: before?.since ?? clock(), polls: (before?.polls ?? 0) + 1 });
          continue;
        }
        unread.delete(key);
        opened.push(result.file);
        if (key !== placeOf(result.file.folder, result.file.name)) known.add(key);
      }
      if (opened.length > 0) {
        const report = applyCommits(connection, commitsOf(opened), { anchor, now: clock() });
        keepPapers(opened.flatMap((file) => file.papers));
        remember(opened, store, foldersOf(), new Date(clock()).toISOString());
        for (const file of opened) noticeCopies(file);
        for (const { folder, name } of opened) known.add(placeOf(folder, name));
        const copied = new Set([...report.forks, ...report.aside.flatMap((each) => (each.reason === 'twin-stamp' ? [each.device] : []))]);
        for (const of of copied) {
          raise({ kind: 'copied-device', device: of, isOwn: of === device.id });
          // "Sealed up to this number" was said of the one copy's entries: those of the other have to go over as well.
          store.forgetCoverOf(of);
          dirty = new Set(store.spacesSince(0));
        }
        for (const { device: of, kind } of report.suspicions) raise({ kind: 'wrong-clock', device: of, suspicion: kind });
        for (const { device: of, person, reason } of report.aside) {
          if (!reason.startsWith('not-yet') && reason !== 'twin-stamp') raise({ kind: 'set-aside', device: of, person, reason, count: 1 });
        }
        if (report.tables.length > 0) parts.onMerged?.(report.tables);
        if (report.applied > 0) changes = report.changes;
        applied += report.applied;
        read += opened.length;
        // Somebody's admission may have been among them, and their own files can be believed now.
        goesOn ||= left.some(({ folder, name }) => unread.get(placeOf(folder, name))?.file.reason === 'unknown-sender');
      }
      wanted = left;
    }
    return { applied, read, changes };
  }

  /** After the entries: the ledger says which bytes a document has. */
  function keepPapers(arrived: readonly Paper[]): void {
    const me = authorityNow().member(authorityNow().device(device.id)?.personId ?? '');
    if (papers.keep(arrived, me?.agencyId ?? null)) parts.onMerged?.(['documents']);
  }

  /** What was recorded here may decide over entries that are kept aside. */
  function lookAgain(): void {
    if (store.countAside() === 0 || store.lastSequence() === lookedAt) return;
    const { tables } = applyCommits(connection, [], { anchor, now: clock() });
    lookedAt = store.lastSequence();
    if (tables.length > 0) parts.onMerged?.(tables);
  }

  /** A file of one's own that one never wrote, or two of one number: a copy of the device is at work. */
  function noticeCopies({ folder, name, note }: OpenedFile): void {
    const named = readFileName(name);
    if (named?.kind !== 'segment' || known.has(placeOf(folder, name))) return;
    if (folder === ownFolder) raise({ kind: 'copied-device', device: device.id, isOwn: true });
    else if (note && store.isOtherAt(note.device, named.number, name)) raise({ kind: 'copied-device', device: note.device, isOwn: false });
  }

  const foldersOf = () => new Map(authorityNow().devices.map(({ id }) => [deviceFolder(id), id]));

  async function acknowledge(listing: Listing): Promise<void> {
    const read = store
      .senders()
      .filter(({ device: of }) => of !== device.id)
      .map(({ device: of, upTo }) => [of, upTo] as const);
    const heads = { ...Object.fromEntries(read), ...snapshots.marks(listing) };
    const text = JSON.stringify(heads);
    const { acked, ackedAt } = remembered();
    if (text === acked || clock() - ackedAt < ackEvery) return;
    await makeFile('ack', [], making(createReaders(raw, authorityNow())), { heads });
    keep({ acked: text, ackedAt: clock() });
    const { problem } = await flush();
    if (problem) return;
    const acks = store.filesOf(device.id, 'ack', 'own').slice(0, -1);
    if (!(await removeOwnFiles(acks, own))) isSwept = false;
  }

  const report = (state: PollReport['state'], rest: Partial<PollReport> = {}): PollReport => ({
    state,
    read: 0,
    written: 0,
    applied: 0,
    changes: null,
    ...rest,
    alarms: alarms(),
  });
  const stop = (alarm: Alarm): PollReport => {
    keep({ stopped: alarm });
    return report('stopped');
  };

  const unreachable = ({ problem, code }: { problem: TransportProblem; code: string }): PollReport => {
    raise({ kind: 'unreachable', problem, code });
    return report('unreachable');
  };

  async function poll(): Promise<PollReport> {
    for (const [key, { kind }] of passingAlarms) if (kind === 'unreachable') passingAlarms.delete(key);
    if (remembered().stopped) return report('stopped');
    // What waits may lie in the folder already, where only the word that it does was lost: it is no copy's.
    for (const { name } of store.outbox()) known.add(placeOf(ownFolder, name));
    if (store.toSweep().length > 0) cut.push(...(await cutOutbox(sweeping())));
    const listed = await transport.list();
    if (!listed.ok) return unreachable(listed);
    const { folder } = remembered();
    const manifest = await readManifest(transport);
    if (!manifest.ok) {
      if (manifest.problem === 'not-whole') await mendManifest(listed.value, folder);
      return unreachable(manifest);
    }
    brokenSince = null;
    if (manifest.value && manifest.value.scheme !== anchor) return stop({ kind: 'wrong-folder', found: manifest.value.scheme });
    if (manifest.value && folder !== null && manifest.value.folder !== folder) return stop({ kind: 're-created-folder' });
    if (manifest.value && folder === null) keep({ folder: manifest.value.folder });
    lookAgain();
    const taken = await takeIn(listed.value);
    const loss = await watch.lossIn(listed.value, manifest.value !== null);
    if (loss === 'not-sure') return report('exchanged', taken);
    if (loss) return stop(loss);
    if (!isSwept) isSwept = await removeLeftOver(listed.value.get(ownFolder) ?? [], own);
    const isClear = await sweep();
    await handOver();
    await papers.lookForLost(listed.value);
    await papers.handOver();
    const flushed = await flush();
    if (flushed.problem) return { ...unreachable(flushed.problem), ...taken, written: flushed.written, alarms: alarms() };
    await acknowledge(listed.value);
    // Packing goes by what lies in the folder, and that is still to be put in order.
    if (isClear) await tidy(listed.value);
    keepPapers([]);
    return report('exchanged', { ...taken, written: flushed.written });
  }

  /** A folder that holds what this device wrote is its own, and what it says of itself is known: after a while it is written anew. */
  async function mendManifest(listing: Listing, folder: string | null): Promise<void> {
    brokenSince ??= clock();
    const isOwn = (listing.get(ownFolder) ?? []).some((name) => known.has(placeOf(ownFolder, name)));
    if (folder !== null && isOwn && clock() - brokenSince >= mendAfter) await writeManifest(transport, { scheme: anchor, folder });
  }

  const sweeping = () => ({
    ...making(createReaders(raw, authorityNow())),
    transport,
    folder: ownFolder,
    isErased: store.isErased,
    renewedSnapshot: snapshots.noteRenewed,
  });

  /** Takes cases that were erased out of this device's own files. False where the folder does not let it yet. */
  async function sweep(): Promise<boolean> {
    const cases = store.toSweep();
    if (cases.length === 0) return true;
    cut.push(...(await cutOutbox(sweeping())));
    const isMade = await sweepOwnFiles(sweeping(), async () => (await flush()).problem === null);
    const isDone = isMade && store.outbox().length === 0 && (await removeOwnFiles(cut, own));
    if (isDone) cut.length = 0;
    if (!isDone) isSwept = false;
    else if (isSwept) store.markSwept(cases, new Date(clock()).toISOString());
    return isDone;
  }

  async function tidy(listing: Listing): Promise<void> {
    const readers = createReaders(raw, authorityNow());
    const packing = { ...making(readers), transport, folder: ownFolder };
    await packOwnSegments(packing);
    const { problem } = await flush();
    if (problem) return;
    if (!(await removePacked(packing))) isSwept = false;
    if (!(await papers.tidy(listing))) isSwept = false;
    if (!(await snapshots.tidy(readers))) isSwept = false;
    for (const newcomer of await snapshots.lost(listing, readers)) await makeSnapshot(newcomer);
  }

  async function makeSnapshot(newcomer: string): Promise<boolean> {
    const members = authorityNow();
    const readers = createReaders(raw, members);
    const coordinators = readers.all.filter(({ personId }) => members.member(personId)?.role === 'coordinator').map(({ id }) => id);
    const spaces = store.spacesSince(0).filter((space) => !store.isErased(space) && readers.of(space).some(({ id }) => id === newcomer));
    const all = spaces.sort().map(
      (space): OwedPart => ({
        space,
        readers: [...new Set([newcomer, ...coordinators])].sort(),
        commits: store.chainEnds(space).flatMap(([author, end]) => store.commitsBetween(author, space, 0, end)),
      }),
    );
    const heads = Object.fromEntries(store.senders().map(({ device: of, upTo }) => [of, upTo]));
    await makeFile('snapshot', all, making(readers), {
      heads: { ...heads, [device.id]: store.lastNumber(device.id, 'segment') },
      together: (name) => snapshots.noteMade(name, newcomer),
    });
    return (await flush()).problem === null;
  }

  function alarms(): readonly Alarm[] {
    const { stopped } = remembered();
    const stuck = [...unread.values()]
      .filter(({ since, polls }) => polls >= 3 && clock() - since >= 10 * 60_000)
      .map(({ file, since }): Alarm => ({ kind: 'unread-file', ...file, since: new Date(since).toISOString() }));
    return [...(stopped ? [stopped] : []), ...passingAlarms.values(), ...stuck, ...watch.gaps()];
  }

  return {
    setUp: () =>
      inTurn(async () => {
        const manifest = await readManifest(transport);
        if (!manifest.ok) return { ok: false, alarm: { kind: 'unreachable', problem: manifest.problem, code: manifest.code } };
        if (manifest.value && manifest.value.scheme !== anchor)
          return { ok: false, alarm: { kind: 'wrong-folder', found: manifest.value.scheme } };
        const folder = manifest.value?.folder ?? token();
        if (!manifest.value) {
          const written = await writeManifest(transport, { scheme: anchor, folder });
          if (!written.ok) return { ok: false, alarm: { kind: 'unreachable', problem: written.problem, code: written.code } };
        }
        keep({ folder, stopped: null });
        return { ok: true };
      }),
    poll: () => inTurn(poll),
    readAll: () =>
      inTurn(async () => {
        const listed = await transport.list();
        if (!listed.ok) return false;
        await takeIn(listed.value);
        return true;
      }),
    continueHere: () =>
      inTurn(async () => {
        const { stopped } = remembered();
        if (!stopped || stopped.kind === 'wrong-folder') return report(stopped ? 'stopped' : 'exchanged');
        const listed = await transport.list();
        const manifest = await readManifest(transport);
        if (!listed.ok) return unreachable(listed);
        if (!manifest.ok) return unreachable(manifest);
        if (manifest.value && manifest.value.scheme !== anchor) return stop({ kind: 'wrong-folder', found: manifest.value.scheme });
        const folder = manifest.value?.folder ?? token();
        const written = manifest.value ? null : await writeManifest(transport, { scheme: anchor, folder });
        if (written && !written.ok) return unreachable(written);
        await takeIn(listed.value);
        // Everything is sealed again to those who may read it now: signed by its authors, so any device can bring it back.
        const covers = watch.takeAsLost(listed.value, authorityNow());
        store.forgetCover();
        papers.forget();
        dirty = new Set(store.spacesSince(0));
        await handOver(false, covers);
        keep({ folder, stopped: null, acked: '{}', ackedAt: 0 });
        return poll();
      }),
    writeSnapshot: (newcomer) => inTurn(() => makeSnapshot(newcomer)),
    status() {
      lookForChanges();
      const outbox = new Set(store.outbox().map(({ name }) => name));
      const handedOver =
        store
          .filesOf(device.id, 'segment', 'own')
          .filter(({ name }) => !outbox.has(name))
          .at(-1)?.number ?? 0;
      const stopped = remembered().stopped;
      return {
        waiting: store.waitingOperations(device.id) + outbox.size,
        handedOver,
        contacts: store
          .senders()
          .filter(({ device: of }) => of !== device.id)
          .map(({ device: of, heads, wroteAt, readAt }) => ({ device: of, hasRead: heads[device.id] ?? 0, wroteAt, readAt })),
        alarms: alarms(),
        isStopped: stopped !== null && stoppingAlarms.has(stopped.kind),
      };
    },
  };
}

type OwedCovers = readonly (readonly [device: string, from: number, to: number])[];
