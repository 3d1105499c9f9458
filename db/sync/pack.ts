import type { Cipher } from './cipher';
import type { KnownFile } from './exchange-store';
import { contentHash, type FileKind, readFileName } from './file-names';
import { unfinishedEnding } from './folder-transport';
import { type FileMaking, makeFile } from './hand-over';
import { joinedRuns, type Run } from './runs';
import { openNote, readSegmentFile, type SegmentFile } from './segment';
import type { Transport } from './transport';

export interface Packing extends FileMaking {
  readonly transport: Transport;
  readonly folder: string;
}

/** So many segments are put into one file at a time: thousands of tiny files ruin a synced folder. */
const packAt = 24;
/**
 * Who has not been heard of for so long is not waited for: a computer in a cupboard would fill the folder with thousands of
 * small files. It finds all of it in the packs.
 */
const awayAfter = 30 * 24 * 60 * 60_000;
/**
 * A pack beyond this stays as it is; below it the next one takes it in. It goes through the outbox whole, and while that is
 * written everybody waits.
 */
const largePack = 1024 * 1024;

/**
 * Puts this device's own segments into one file, as many as make it large, once every device at work has said that it read them,
 * or is away. The sealed parts go over as they are. The small files are removed later, when the pack is surely there.
 */
export async function packOwnSegments(packing: Packing): Promise<boolean> {
  const { store, device, readers, transport, folder, now, cipher } = packing;
  const isAway = (id: string) => now - Date.parse(store.sender(id).wroteAt ?? new Date(now).toISOString()) > awayAfter;
  const readByAll = Math.min(
    ...readers.atWork.filter(({ id }) => id !== device.id && !isAway(id)).map(({ id }) => store.sender(id).heads[device.id] ?? 0),
    Number.MAX_SAFE_INTEGER,
  );
  const waiting = new Set(store.outboxNames());
  const segments = store.filesOf(device.id, 'segment', 'own').filter(({ number, name }) => number <= readByAll && !waiting.has(name));
  if (segments.length < packAt) return false;
  const parts: Uint8Array[] = [];
  const covers: Run[] = [];
  let last = 0;
  let size = 0;
  for (const { name, number } of segments) {
    const file = await readOwn(transport, folder, name);
    const stoodFor = file && (await coversOf(file, cipher));
    // What cannot be read back is left alone, and everything with it: nothing is removed on a guess.
    if (!file || !stoodFor) return false;
    parts.push(...file.parts);
    covers.push(...stoodFor, [device.id, number, number]);
    last = number;
    size += file.size;
    if (size >= largePack) break;
  }
  for (const { name } of store.filesOf(device.id, 'pack', 'own').filter((pack) => !waiting.has(pack.name))) {
    const file = await readOwn(transport, folder, name);
    if (!file || file.size >= largePack) continue;
    const stoodFor = await coversOf(file, cipher);
    if (!stoodFor) continue;
    parts.unshift(...file.parts);
    covers.unshift(...stoodFor);
  }
  await makeFile('pack', [], packing, { sealed: parts, number: last, covers: joinedRuns(covers) });
  return true;
}

/** What an own file stands in for: a pack for just what it holds, or a reader would take the rest for read. */
async function coversOf(file: SegmentFile, cipher: Cipher): Promise<readonly Run[] | null> {
  const note = await openNote(file, cipher);
  return typeof note === 'string' ? null : note.value.covers;
}

/** Removes own files that a pack holds which is surely there. Gives false where one of them would not go. */
export async function removePacked({ store, device, transport, folder }: Packing): Promise<boolean> {
  const waiting = new Set(store.outboxNames());
  const packs = store.filesOf(device.id, 'pack', 'own').filter(({ name }) => !waiting.has(name));
  const latest = packs.at(-1);
  if (!latest) return true;
  // An older pack is only taken in together with segments, so without these there is nothing to look for.
  if (!store.filesOf(device.id, 'segment', 'own').some(({ number, name }) => number <= latest.number && !waiting.has(name))) return true;
  const kept = await readOwn(transport, folder, latest.name);
  if (!kept) return true;
  const hashes = new Set(kept.parts.map(contentHash));
  const needless: KnownFile[] = [];
  for (const file of [...store.filesOf(device.id, 'segment', 'own'), ...packs.slice(0, -1)]) {
    if (file.number > latest.number || waiting.has(file.name)) continue;
    const held = await readOwn(transport, folder, file.name);
    if (held?.parts.every((part) => hashes.has(contentHash(part)))) needless.push(file);
  }
  return removeOwnFiles(needless, { store, transport, folder });
}

/**
 * Removes own files for good. They are given up before they go: cut short in between, a file too many lies there, which
 * `removeLeftOver` takes away, and not one too few, which would look like a loss.
 */
export async function removeOwnFiles(
  files: readonly KnownFile[],
  { store, transport, folder }: Pick<Packing, 'store' | 'transport' | 'folder'>,
): Promise<boolean> {
  if (files.length === 0) return true;
  store.transaction(() => {
    for (const file of files) store.addFile({ ...file, state: 'removed' });
  });
  const removed = await transport.removeOwn(
    folder,
    files.map(({ name }) => name),
  );
  return removed.ok;
}

/** Takes away what a run of this program that was cut short left in its own folder: half-written files, and those given up that a later file stands in for. */
export async function removeLeftOver(
  names: readonly string[],
  { store, device, transport, folder }: Pick<Packing, 'store' | 'device' | 'transport' | 'folder'>,
): Promise<boolean> {
  const present = new Set(names);
  const highest = (kind: FileKind) =>
    Math.max(0, ...store.filesOf(device.id, kind, 'own').flatMap(({ name, number }) => (present.has(name) ? [number] : [])));
  const givenUp = (kind: FileKind, isReplaced: (number: number) => boolean) =>
    store.filesOf(device.id, kind, 'removed').filter(({ name, number }) => present.has(name) && isReplaced(number));
  const pack = highest('pack');
  const left = [
    ...givenUp('segment', (number) => number <= pack),
    // One of the same number was written anew, without what has been erased.
    ...givenUp('pack', (number) => number <= pack),
    ...givenUp('ack', (number) => number < highest('ack')),
    ...givenUp('snapshot', () => true),
    ...givenUp('paper', () => true),
  ].map(({ name }) => name);
  const unfinished = names.filter((name) => name.endsWith(unfinishedEnding));
  if (left.length + unfinished.length === 0) return true;
  return (await transport.removeOwn(folder, [...left, ...unfinished])).ok;
}

/** One of this device's own files as it lies in the folder; null where it cannot be read whole. */
export async function readOwn(
  transport: Transport,
  folder: string,
  name: string,
): Promise<(SegmentFile & { readonly size: number }) | null> {
  const read = await transport.read(folder, name);
  const file = read.ok ? readSegmentFile(read.value) : null;
  return read.ok && file && file.hash === readFileName(name)?.hash ? { ...file, size: read.value.length } : null;
}
