import type { ChangeList } from '../../shared/merge/change-list';
import { standingSince } from '../../shared/merge/clocks';
import { type Alarm, stoppingAlarms } from './alarms';
import { createExchangeDesk, type ExchangeParts } from './exchange-desk';
import { createFolderWatch } from './folder-watch';
import { readManifest, writeManifest } from './manifest';
import type { Paper } from './paper';
import { createPapers } from './papers';
import { createReading } from './reading';
import { createSending } from './sending';
import { hasCopyMovedOn } from './successor';
import { placeOf } from './take-in';
import { createTakeOver } from './take-over';
import type { Listing, TransportProblem } from './transport';

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

/** A client that is still fetching the manifest is done by then. */
const mendAfter = 10 * 60_000;

export function createExchange(parts: ExchangeParts): Exchange {
  const desk = createExchangeDesk(parts);
  const { device, transport, clock, anchor, token, store, due, keep, remembered } = desk;
  const papers = createPapers({
    ...{ raw: desk.connection.raw, store, transport, folder: desk.ownFolder, me: device.id, clock },
    making: desk.making,
    authority: desk.authorityNow,
  });
  const reading = createReading(desk, keepPapers);
  const sending = createSending(desk);
  const takeOver = createTakeOver({
    desk,
    async handOver(covers) {
      await sending.handOver(false, covers);
      return (await sending.flush()).problem === null;
    },
  });
  const watch = createFolderWatch({ store, transport, me: device.id, clock });
  let brokenSince: number | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => {});
    return next;
  };

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
    desk.raise({ kind: 'unreachable', problem, code });
    return report('unreachable');
  };

  async function poll(): Promise<PollReport> {
    desk.dropPassing('unreachable');
    if (remembered().stopped && !(await isBack())) return report('stopped');
    // What waits may lie in the folder already, where only the word that it does was lost: it is no copy's.
    for (const name of store.outboxNames()) desk.known.add(placeOf(desk.ownFolder, name));
    await sending.cutErased();
    const listed = await transport.list();
    if (!listed.ok) return unreachable(listed);
    const { folder } = remembered();
    const manifest = await readManifest(transport);
    if (!manifest.ok) {
      if (manifest.problem === 'not-whole') await mendManifest(listed.value, folder);
      return unreachable(manifest);
    }
    if (!manifest.value && folder !== null && isInUse(listed.value)) {
      // Everything else is there: somebody has tidied away a file that said nothing to them.
      await mendManifest(listed.value, folder);
      return unreachable({ problem: 'not-whole', code: 'NO-NOTE' });
    }
    brokenSince = null;
    if (manifest.value && manifest.value.scheme !== anchor) return stop({ kind: 'wrong-folder', found: manifest.value.scheme });
    if (manifest.value && folder !== null && manifest.value.folder !== folder) return stop({ kind: 're-created-folder' });
    if (manifest.value && folder === null) keep({ folder: manifest.value.folder });
    reading.lookAgain();
    const taken = await reading.takeIn(listed.value);
    lookForCopy();
    const loss = await watch.lossIn(listed.value, manifest.value !== null);
    if (loss === 'not-sure') return report('exchanged', taken);
    if (loss) return stop(loss);
    await sending.removeLeftOver(listed.value);
    const isClear = await sending.sweepErased();
    await sending.handOver();
    if (isClear) await takeOver.run(listed.value);
    await papers.lookForLost(listed.value);
    await papers.handOver();
    const flushed = await sending.flush();
    if (flushed.problem) return { ...unreachable(flushed.problem), ...taken, written: flushed.written, alarms: alarms() };
    await sending.acknowledge(listed.value);
    // Packing goes by what lies in the folder, and that is still to be put in order.
    if (isClear) await sending.tidy(listed.value, () => papers.tidy(listed.value));
    keepPapers([]);
    return report('exchanged', { ...taken, written: flushed.written });
  }

  /** Whether the right folder, with all that is known of it, is there again: another drive had its letter, or a backup was put right. */
  async function isBack(): Promise<boolean> {
    const listed = await transport.list();
    const manifest = await readManifest(transport);
    if (!listed.ok || !manifest.ok || manifest.value?.scheme !== anchor || manifest.value.folder !== remembered().folder) return false;
    if (!watch.holdsAll(listed.value)) return false;
    keep({ stopped: null });
    return true;
  }

  const isInUse = (listing: Listing) => (listing.get(desk.ownFolder) ?? []).some((name) => desk.known.has(placeOf(desk.ownFolder, name)));

  /** A folder that holds what this device wrote is its own, and what it says of itself is known: after a while it is written anew. */
  async function mendManifest(listing: Listing, folder: string | null): Promise<void> {
    brokenSince = standingSince(brokenSince, clock());
    if (folder !== null && isInUse(listing) && clock() - brokenSince >= mendAfter)
      await writeManifest(transport, { scheme: anchor, folder });
  }

  /** Where the other copy of this file has a new identity, this one is alone with the old one, and all is well. */
  function lookForCopy(): void {
    const { copiedAt } = remembered();
    if (copiedAt !== null && hasCopyMovedOn(desk.connection, device.id, copiedAt)) keep({ copiedAt: null });
  }

  /** After the entries: the ledger says which bytes a document has. */
  function keepPapers(arrived: readonly Paper[]): void {
    const authority = desk.authorityNow();
    const me = authority.member(authority.device(device.id)?.personId ?? '');
    if (papers.keep(arrived, me?.agencyId ?? null)) desk.onMerged?.(['documents']);
  }

  /** A coordinator who sealed everything to this device has ceased to: the one thing that it can see of its own retirement. */
  function isShutOut(): boolean {
    const authority = desk.authorityNow();
    return authority.devices.some(
      ({ id, personId }) => id !== device.id && authority.member(personId)?.role === 'coordinator' && store.hasClosedTo(id),
    );
  }

  function alarms(): readonly Alarm[] {
    const { stopped, copiedAt } = remembered();
    return [
      ...(stopped ? [stopped] : []),
      ...(copiedAt === null ? [] : [{ kind: 'copied-device', device: device.id, isOwn: true } as const]),
      ...(isShutOut() ? [{ kind: 'shut-out' } as const] : []),
      ...desk.passing(),
      ...reading.stuck(),
      ...watch.gaps(),
    ];
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
        await reading.takeIn(listed.value);
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
        await reading.takeIn(listed.value);
        // Everything is sealed again to those who may read it now: signed by its authors, so any device can bring it back.
        const covers = watch.takeAsLost(listed.value, desk.authorityNow());
        store.forgetCover();
        papers.forget();
        due.all();
        await sending.handOver(false, covers);
        keep({ folder, stopped: null, acked: '{}', ackedAt: 0 });
        return poll();
      }),
    writeSnapshot: (newcomer) => inTurn(() => sending.writeSnapshot(newcomer)),
    status() {
      due.look();
      const outbox = new Set(store.outboxNames());
      const handedOver =
        store
          .filesOf(device.id, 'segment', 'own')
          .filter(({ name }) => !outbox.has(name))
          .at(-1)?.number ?? 0;
      const stopped = remembered().stopped;
      return {
        waiting: store.waitingIn(device.id, due.spaces) + outbox.size,
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
