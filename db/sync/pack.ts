import { contentHash } from './file-names';
import { type FileMaking, makeFile } from './hand-over';
import { readSegmentFile } from './segment';
import type { Transport } from './transport';

export interface Packing extends FileMaking {
  readonly transport: Transport;
  readonly folder: string;
}

/** So many segments are put into one file at a time: thousands of tiny files ruin a synced folder. */
const packAt = 24;
/** A pack beyond this stays as it is; below it the next one takes it in. */
const largePack = 4 * 1024 * 1024;

/**
 * Puts this device's own segments into one file, once every device at work has said that it read them. The sealed parts
 * go over as they are. The small files are removed later, when the pack is surely there.
 */
export async function packOwnSegments(packing: Packing): Promise<boolean> {
  const { store, device, readers, transport, folder } = packing;
  const readByAll = Math.min(
    ...readers.all.filter(({ id }) => id !== device.id).map(({ id }) => store.sender(id).heads[device.id] ?? 0),
    Number.MAX_SAFE_INTEGER,
  );
  const waiting = new Set(store.outbox().map(({ name }) => name));
  const segments = store.filesOf(device.id, 'segment', 'own').filter(({ number, name }) => number <= readByAll && !waiting.has(name));
  if (segments.length < packAt) return false;
  const parts: Uint8Array[] = [];
  for (const { name } of segments) {
    const file = await readOwn(transport, folder, name);
    // What cannot be read back is left alone, and everything with it: nothing is removed on a guess.
    if (!file) return false;
    parts.push(...file.parts);
  }
  let first = segments[0]?.number ?? 1;
  for (const { name } of store.filesOf(device.id, 'pack', 'own').filter((pack) => !waiting.has(pack.name))) {
    const file = await readOwn(transport, folder, name);
    if (!file || file.size >= largePack) continue;
    parts.unshift(...file.parts);
    first = Math.min(first, 1);
  }
  const last = segments.at(-1)?.number ?? first;
  await makeFile('pack', [], packing, { sealed: parts, number: last, covers: [[device.id, first, last]] });
  return true;
}

/** Removes own files that a pack holds which is surely there. */
export async function removePacked({ store, device, transport, folder }: Packing): Promise<void> {
  const waiting = new Set(store.outbox().map(({ name }) => name));
  const packs = store.filesOf(device.id, 'pack', 'own').filter(({ name }) => !waiting.has(name));
  const latest = packs.at(-1);
  if (!latest) return;
  // An older pack is only taken in together with segments, so without these there is nothing to look for.
  if (!store.filesOf(device.id, 'segment', 'own').some(({ number, name }) => number <= latest.number && !waiting.has(name))) return;
  const kept = await readOwn(transport, folder, latest.name);
  if (!kept) return;
  const hashes = new Set(kept.parts.map(contentHash));
  for (const file of [...store.filesOf(device.id, 'segment', 'own'), ...packs.slice(0, -1)]) {
    if (file.number > latest.number || waiting.has(file.name)) continue;
    const held = await readOwn(transport, folder, file.name);
    if (!held?.parts.every((part) => hashes.has(contentHash(part)))) continue;
    if ((await transport.removeOwn(folder, [file.name])).ok) store.addFile({ ...file, state: 'removed' });
  }
}

async function readOwn(transport: Transport, folder: string, name: string) {
  const read = await transport.read(folder, name);
  if (!read.ok || contentHash(read.value) !== name.slice(9, 49)) return null;
  const file = readSegmentFile(read.value);
  return file ? { parts: file.parts, size: read.value.length } : null;
}
