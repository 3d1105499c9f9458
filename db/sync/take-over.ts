import type { MemberDevice } from '../../shared/merge/authority';
import type { ExchangeDesk } from './exchange-desk';
import { deviceFolder, type FileName, readFileName } from './file-names';
import { unfinishedEnding } from './folder-transport';
import { readOwn } from './pack';
import { daysInFolder } from './papers';
import { runsOf } from './runs';
import { openNote, openPart, readSegmentFile, type SegmentFile } from './segment';
import type { OwedCovers } from './sending';
import { vouchesForOthers } from './take-in';
import type { Listing } from './transport';

const papersLastFor = daysInFolder * 24 * 60 * 60_000;

/** The folder of a retired workstation that is given up: what its files held is handed over by this one instead. */
interface GivenUp {
  readonly folder: string;
  readonly names: readonly string[];
  readonly covers: OwedCovers;
}

interface TakeOverParts {
  readonly desk: ExchangeDesk;
  /** Hands over all that is owed, with files that stand in for those runs. False where it is not surely in the folder yet. */
  readonly handOver: (covers: OwedCovers) => Promise<boolean>;
}

/**
 * Takes erased cases out of the folders of retired workstations, which put nothing in order themselves any more: a coordinator's
 * workstation seals what their files held to those who may read it now, as its own, and then removes the files, all of them.
 * The one place where a device removes what it did not write. Whoever was retired writes nothing that counts, so nobody is
 * in its way; two coordinators who do it at once hand the same over twice.
 */
export function createTakeOver({ desk, handOver }: TakeOverParts) {
  const { transport, store, cipher, clock, device: me, due } = desk;
  /** Files that hold nothing erased, so that an idle poll opens none of them again. Told apart by what was erased by then. */
  const clean = new Set<string>();
  /** When the files of papers were written, null where nobody here can tell: read once each, and not again at every poll. */
  const papersWrittenAt = new Map<string, number | null>();
  let erasures = 0;

  async function run(listing: Listing): Promise<void> {
    const authority = desk.authorityNow();
    const count = store.countErasures();
    if (count === 0 || !vouchesForOthers(me.id, authority)) return;
    if (count !== erasures) clean.clear();
    erasures = count;
    for (const retired of authority.devices) {
      if (retired.acceptedUntil === null || retired.id === me.id) continue;
      const given = await lookInto(retired, listing.get(deviceFolder(retired.id)) ?? []);
      if (!given || given.names.length === 0) continue;
      if (given.covers.length > 0 && !(await handOver(given.covers))) return;
      await transport.removeOwn(given.folder, given.names);
    }
  }

  /** Null where nothing erased is in it, or where not all of it has been taken in here yet. */
  async function lookInto(retired: MemberDevice, names: readonly string[]): Promise<GivenUp | null> {
    const folder = deviceFolder(retired.id);
    const numbered = names.flatMap((name) => {
      const named = readFileName(name);
      return named ? [{ name, ...named }] : [];
    });
    const logs = numbered.filter(({ kind }) => kind === 'segment' || kind === 'pack' || kind === 'snapshot');
    const old = await oldPapers(
      retired,
      numbered.filter(({ kind }) => kind === 'paper').map(({ name }) => name),
    );
    const papersOnly = old.length === 0 ? null : { folder, names: old, covers: [] };
    if (logs.every(({ name }) => clean.has(name))) return papersOnly;
    const { upTo } = store.sender(retired.id);
    const files = new Map<string, SegmentFile>();
    for (const named of logs) {
      const read = await transport.read(folder, named.name);
      if (!read.ok) return papersOnly;
      const file = readSegmentFile(read.value);
      // What was never its own file is left lying, and is not to keep the others from being put in order.
      if (!file || file.hash !== named.hash || !(await isWrittenBy(retired, file, named))) continue;
      if (named.kind !== 'snapshot' && named.number > upTo) return papersOnly;
      files.set(named.name, file);
    }
    if (!(await holdErased([...files.values()]))) {
      for (const { name } of logs) clean.add(name);
      return papersOnly;
    }
    await owe(retired.id, [...files.values()]);
    const unfinished = names.filter((name) => name.endsWith(unfinishedEnding));
    return { folder, names: [...files.keys(), ...unfinished, ...old], covers: upTo > 0 ? [[retired.id, 1, upTo]] : [] };
  }

  /** Of a file from before this workstation joined nobody here can tell. */
  async function isWrittenBy({ signingKey }: MemberDevice, file: SegmentFile, named: FileName): Promise<boolean> {
    const note = await openNote(file, cipher);
    if (typeof note === 'string') return note === 'sealed';
    return note.isSignedBy(signingKey) && note.value.number === named.number && note.value.kind === named.kind;
  }

  /** What cannot be opened here was sealed before this workstation joined, and may hold anything. */
  async function holdErased(files: readonly SegmentFile[]): Promise<boolean> {
    for (const { parts } of files) {
      for (const sealed of parts) {
        const part = await openPart(sealed, cipher);
        if (!part || store.isErased(part.value.space)) return true;
      }
    }
    return false;
  }

  /** All that the files held is to be sealed again, by whomever it was written. */
  async function owe(retired: string, files: readonly SegmentFile[]): Promise<void> {
    let isAllOpen = true;
    for (const { parts } of files) {
      for (const sealed of parts) {
        const part = await openPart(sealed, cipher);
        isAllOpen &&= part !== null;
        if (part) for (const [author, from] of runsOf(part.value.commits)) store.lowerCover(part.value.space, author, from - 1);
      }
    }
    if (isAllOpen) store.forgetCoverOf(retired);
    else store.forgetCover();
    due.all();
  }

  async function oldPapers(retired: MemberDevice, names: readonly string[]): Promise<readonly string[]> {
    const old: string[] = [];
    for (const name of names) {
      if (!papersWrittenAt.has(name)) {
        const file = await readOwn(transport, deviceFolder(retired.id), name);
        if (!file) continue;
        const note = await openNote(file, cipher);
        papersWrittenAt.set(name, typeof note === 'string' || !note.isSignedBy(retired.signingKey) ? null : note.value.clock);
      }
      const writtenAt = papersWrittenAt.get(name) ?? null;
      if (writtenAt !== null && clock() - writtenAt > papersLastFor) old.push(name);
    }
    return old;
  }

  return { run };
}
