import { createBreather } from '../turns';
import type { ExchangeDesk } from './exchange-desk';
import type { KnownFile } from './exchange-store';
import { makeFile, type OwedPart, owedIn } from './hand-over';
import { packOwnSegments, removeLeftOver, removeOwnFiles, removePacked } from './pack';
import { createSnapshots } from './snapshots';
import { cutOutbox, sweepOwnFiles } from './sweep';
import { placeOf } from './take-in';
import type { Listing, TransportProblem } from './transport';

export type OwedCovers = readonly (readonly [device: string, from: number, to: number])[];
export interface Flushed {
  readonly written: number;
  readonly problem: { readonly problem: TransportProblem; readonly code: string } | null;
}

/** The half of an exchange that writes: what is owed is sealed into files, which are then written and tidied. */
export interface Sending {
  /** @param patient false: what others owe is sent for them at once. */
  handOver(patient?: boolean, covers?: OwedCovers): Promise<void>;
  flush(): Promise<Flushed>;
  acknowledge(listing: Listing): Promise<void>;
  /** Takes away what an earlier start left half done, once. */
  removeLeftOver(listing: Listing): Promise<void>;
  /** Takes cases that were erased out of what is still to be written. */
  cutErased(): Promise<void>;
  /** And out of this device's own files. False where the folder does not let it yet. */
  sweepErased(): Promise<boolean>;
  /** @param more further tidying, which gives false where something would not go. */
  tidy(listing: Listing, more: () => Promise<boolean>): Promise<void>;
  writeSnapshot(newcomer: string): Promise<boolean>;
}

const ackEvery = 20_000;
const mostPartsAFile = 200;
const mostCommitsAFile = 5_000;
/** Of each part it is noted to whom it was sealed, all of a file in one transaction, for which everybody waits. */
const mostReadersAFile = 2_500;
/** A part of more would take long to seal and to open. */
const mostCommitsAPart = 500;

export function createSending(desk: ExchangeDesk): Sending {
  const { device, transport, clock, store, known, ownFolder, due, pace } = desk;
  const own = { store, device, transport, folder: ownFolder };
  /** By space: of each what `owedIn` knows. */
  const debts = new Map<string, Map<string, number>>();
  const breathe = createBreather(pace);
  const snapshots = createSnapshots({ connection: desk.connection, store, transport, folder: ownFolder, me: device.id });
  const cut: KnownFile[] = [];
  let isSwept = false;

  async function flush(): Promise<Flushed> {
    let written = 0;
    // One at a time: what was issued while the share was away may be a hundred megabytes.
    for (const name of store.outboxNames()) {
      const bytes = store.outboxBytes(name);
      if (!bytes) continue;
      // It may be there although the share said that it failed, and must not look like somebody else's then.
      known.add(placeOf(ownFolder, name));
      const done = await transport.writeOnce(ownFolder, name, bytes);
      if (!done.ok) return { written, problem: done };
      store.dropFromOutbox(name);
      written += 1;
    }
    return { written, problem: null };
  }

  const sweeping = () => ({
    ...desk.making(),
    transport,
    folder: ownFolder,
    isErased: store.isErased,
    renewedSnapshot: snapshots.noteRenewed,
  });

  async function cutErased(): Promise<void> {
    if (store.toSweep().length > 0) cut.push(...(await cutOutbox(sweeping())));
  }

  /** What is owed, as many spaces at a time as one file takes: who may read them is looked at right before they are sealed. */
  async function* owed(isPatient: boolean): AsyncGenerator<readonly OwedPart[]> {
    const waiting = [...due.spaces].sort();
    for (let at = 0; at < waiting.length; ) {
      const found: OwedPart[] = [];
      const authority = desk.authorityNow();
      const readers = desk.readersNow();
      const isFull = () => found.length >= mostPartsAFile || commits >= mostCommitsAFile || sealedTo >= mostReadersAFile;
      let commits = 0;
      let sealedTo = 0;
      for (; at < waiting.length && !isFull(); at += 1) {
        const space = waiting[at] as string;
        if (store.isErased(space)) {
          due.settle(space);
          continue;
        }
        const owedHere = debts.get(space) ?? new Map<string, number>();
        const part = owedIn(space, { store, readers, authority, me: device.id, now: clock(), isPatient, known: owedHere });
        if (owedHere.size > 0) debts.set(space, owedHere);
        else debts.delete(space);
        if (part && !due.isNews(part)) due.settle(space);
        else if (part) {
          found.push(...inPortions(part));
          commits += part.commits.length;
          sealedTo += part.readers.length;
        }
        // Debts of others are looked at again when they are old enough.
        else if (owedHere.size === 0) due.settle(space);
        await breathe();
      }
      if (found.length > 0) yield found;
    }
  }

  async function writeSnapshot(newcomer: string): Promise<boolean> {
    const members = desk.authorityNow();
    const readers = desk.readersNow();
    const coordinators = readers.all.filter(({ personId }) => members.member(personId)?.role === 'coordinator').map(({ id }) => id);
    const to = [...new Set([newcomer, ...coordinators])].sort();
    const all: OwedPart[] = [];
    for (const space of store.spaces()) {
      await breathe();
      if (store.isErased(space) || !readers.of(space).some(({ id }) => id === newcomer)) continue;
      const commits = store.chainEnds(space).flatMap(([author, end]) => store.commitsBetween(author, space, 0, end));
      all.push(...inPortions({ space, readers: to, commits }));
    }
    const heads = Object.fromEntries(store.senders().map(({ device: of, upTo }) => [of, upTo]));
    await makeFile('snapshot', all, desk.making(), {
      heads: { ...heads, [device.id]: store.lastNumber(device.id, 'segment') },
      together: (name) => snapshots.noteMade(name, newcomer),
    });
    return (await flush()).problem === null;
  }

  return {
    flush,
    async handOver(patient = true, covers = []) {
      due.look();
      for await (const parts of owed(patient)) await makeFile('segment', parts, desk.making());
      if (covers.length > 0) await makeFile('segment', [], desk.making(), { covers });
    },
    async acknowledge(listing) {
      const others = store.senders().filter(({ device: of }) => of !== device.id);
      const read = Object.fromEntries(others.map(({ device: of, upTo }) => [of, upTo]));
      const heads = { ...read, ...snapshots.marks(listing) };
      const text = JSON.stringify(heads);
      const { acked, ackedAt } = desk.remembered();
      // A clock that was years ahead and has been set right is not to keep this device silent until then.
      if (text === acked || Math.abs(clock() - ackedAt) < ackEvery) return;
      await makeFile('ack', [], desk.making(), { heads });
      desk.keep({ acked: text, ackedAt: clock() });
      const { problem } = await flush();
      if (problem) return;
      const acks = store.filesOf(device.id, 'ack', 'own').slice(0, -1);
      if (!(await removeOwnFiles(acks, own))) isSwept = false;
    },
    cutErased,
    async sweepErased() {
      const cases = store.toSweep();
      if (cases.length === 0) return true;
      await cutErased();
      const isMade = await sweepOwnFiles(sweeping(), async () => (await flush()).problem === null);
      const isDone = isMade && store.outboxNames().length === 0 && (await removeOwnFiles(cut, own));
      if (isDone) cut.length = 0;
      if (!isDone) isSwept = false;
      else if (isSwept) store.markSwept(cases, new Date(clock()).toISOString());
      return isDone;
    },
    async removeLeftOver(listing) {
      // What a write that failed has left half done may hold what has been erased since.
      if (store.toSweep().length > 0) isSwept = false;
      if (!isSwept) isSwept = await removeLeftOver(listing.get(ownFolder) ?? [], own);
    },
    async tidy(listing, more) {
      const packing = { ...desk.making(), transport, folder: ownFolder };
      await packOwnSegments(packing);
      const { problem } = await flush();
      if (problem) return;
      if (!(await removePacked(packing))) isSwept = false;
      if (!(await more())) isSwept = false;
      const readers = desk.readersNow();
      if (!(await snapshots.tidy(readers))) isSwept = false;
      for (const newcomer of await snapshots.lost(listing, readers)) await writeSnapshot(newcomer);
    },
    writeSnapshot,
  };
}

/** Parts of one space that are each quickly sealed and opened. */
function inPortions(part: OwedPart): readonly OwedPart[] {
  const portions = Math.ceil(part.commits.length / mostCommitsAPart);
  return Array.from({ length: portions }, (_, at) => ({
    ...part,
    commits: part.commits.slice(at * mostCommitsAPart, (at + 1) * mostCommitsAPart),
  }));
}
