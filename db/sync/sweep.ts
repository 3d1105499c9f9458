import type { KnownFile } from './exchange-store';
import type { FileKind } from './file-names';
import { makeFile } from './hand-over';
import { type Packing, readOwn, removeOwnFiles } from './pack';
import { joinedRuns, type Run } from './runs';
import { openNote, openPart, readSegmentFile, type SegmentFile } from './segment';

/** One of this device's own files, taken apart. */
interface OwnFile {
  readonly known: KnownFile;
  /** Still to be written: its bytes are in the outbox. */
  readonly isWaiting: boolean;
  readonly covers: readonly Run[];
  readonly heads: Readonly<Record<string, number>>;
  /** The sealed parts without those of erased cases. */
  readonly kept: readonly Uint8Array[];
  readonly holdsErased: boolean;
}

export interface Sweeping extends Packing {
  readonly isErased: (space: string) => boolean;
  /** Called in the transaction that makes a snapshot in place of another. */
  readonly renewedSnapshot: (before: string, name: string) => void;
}

/**
 * Takes erased cases out of what waits to be written, also while the shared folder is out of reach: what is left of a
 * segment waits as a pack in its place, since its number may have been used already.
 *
 * @returns what was given up. It may have been written all the same, where the program was cut short, and is to be removed.
 */
export async function cutOutbox(sweeping: Sweeping): Promise<readonly KnownFile[]> {
  const given: KnownFile[] = [];
  for (const kind of ['segment', 'pack', 'snapshot'] as const) {
    for (const file of await ownFiles(sweeping, kind, 'waiting')) {
      if (!file.holdsErased) continue;
      await standIn(sweeping, kind === 'snapshot' ? kind : 'pack', file.known.number, [file]);
      giveUpWaiting(sweeping, [file]);
      given.push(file.known);
    }
  }
  return given;
}

/**
 * Writes this device's own files in the shared folder anew, without erased cases, and removes those that held them once
 * the new ones are there. To be called before anything else is handed over. False where that is not done yet.
 */
export async function sweepOwnFiles(sweeping: Sweeping, flush: () => Promise<boolean>): Promise<boolean> {
  return (await sweepKinds(sweeping, ['segment', 'pack'], flush)) && (await sweepKinds(sweeping, ['snapshot'], flush));
}

async function sweepKinds(sweeping: Sweeping, kinds: readonly FileKind[], flush: () => Promise<boolean>): Promise<boolean> {
  const files: OwnFile[] = [];
  for (const kind of kinds) {
    const found = await ownFiles(sweeping, kind, 'all');
    if (!found) return false;
    files.push(...found);
  }
  const before = kinds.includes('snapshot') ? await renewSnapshots(sweeping, files) : await renewSegments(sweeping, files);
  if (before.length === 0) return true;
  giveUpWaiting(sweeping, before);
  if (!(await flush())) return false;
  return removeOwnFiles(
    before.map(({ known }) => known),
    sweeping,
  );
}

/** Gives the files that a new one stands in for. */
async function renewSegments(sweeping: Sweeping, files: readonly OwnFile[]): Promise<readonly OwnFile[]> {
  const ofKind = (kind: FileKind) => files.filter(({ known }) => known.kind === kind);
  const firstSegment = Math.min(...ofKind('segment').map(({ known }) => known.number));
  const upTo = Math.max(
    0,
    ...files.filter(({ holdsErased }) => holdsErased).map(({ known }) => known.number),
    // A pack behind segments is only ever left by a cut of the outbox. Packs come first, or packing would go round in circles.
    ...ofKind('pack').flatMap(({ known }) => (known.number > firstSegment ? [known.number] : [])),
  );
  const replaced = files.filter(
    ({ known, holdsErased }) => known.number <= upTo && (holdsErased || known.kind === 'segment' || known.number > firstSegment),
  );
  if (replaced.length === 0) return [];
  await standIn(
    sweeping,
    'pack',
    upTo,
    replaced.toSorted((one, other) => one.known.number - other.known.number),
  );
  return replaced;
}

async function renewSnapshots(sweeping: Sweeping, files: readonly OwnFile[]): Promise<readonly OwnFile[]> {
  const replaced = files.filter(({ holdsErased }) => holdsErased);
  for (const file of replaced) await standIn(sweeping, 'snapshot', sweeping.store.lastNumber(sweeping.device.id, 'snapshot') + 1, [file]);
  return replaced;
}

/** Makes a file of all that is left of others. */
async function standIn(sweeping: Sweeping, kind: 'pack' | 'snapshot', number: number, files: readonly OwnFile[]): Promise<void> {
  const sealed = files.flatMap(({ kept }) => kept);
  const covers = kind === 'pack' ? joinedRuns(files.flatMap(({ covers: runs }) => runs)) : [];
  const before = files[0]?.known.name ?? '';
  const together = kind === 'snapshot' ? { together: (name: string) => sweeping.renewedSnapshot(before, name) } : {};
  await makeFile(kind, [], sweeping, { sealed, number, covers, heads: files[0]?.heads ?? {}, ...together });
}

/** What waits and is stood in for is never written; what of it was written before the program was cut short is removed. */
function giveUpWaiting({ store }: Sweeping, files: readonly OwnFile[]): void {
  store.transaction(() => {
    for (const { known, isWaiting } of files) {
      if (!isWaiting) continue;
      store.dropFromOutbox(known.name);
      store.addFile({ ...known, state: 'removed' });
    }
  });
}

/** Null where one of them cannot be read now. */
async function ownFiles(sweeping: Sweeping, kind: FileKind, which: 'waiting'): Promise<readonly OwnFile[]>;
async function ownFiles(sweeping: Sweeping, kind: FileKind, which: 'all'): Promise<readonly OwnFile[] | null>;
async function ownFiles(sweeping: Sweeping, kind: FileKind, which: 'all' | 'waiting'): Promise<readonly OwnFile[] | null> {
  const { store, device, transport, folder } = sweeping;
  const waiting = new Set(store.outboxNames());
  const files: OwnFile[] = [];
  // A copy of this device has written in its name, and its files are nobody else's to put in order.
  const written = [...store.filesOf(device.id, kind, 'own'), ...store.filesOf(device.id, kind, 'read')];
  for (const known of written) {
    const isWaiting = waiting.has(known.name);
    if (!isWaiting && which === 'waiting') continue;
    const file = isWaiting
      ? readSegmentFile(store.outboxBytes(known.name) ?? new Uint8Array())
      : await readOwn(transport, folder, known.name);
    const taken = file && (await takenApart(sweeping, known, file, isWaiting));
    if (!taken) return null;
    files.push(taken);
  }
  return files;
}

async function takenApart(
  { cipher, isErased, device }: Sweeping,
  known: KnownFile,
  file: SegmentFile,
  isWaiting: boolean,
): Promise<OwnFile | null> {
  const note = await openNote(file, cipher);
  if (typeof note === 'string') return null;
  const kept: Uint8Array[] = [];
  for (const part of file.parts) {
    const opened = await openPart(part, cipher);
    if (!opened || !isErased(opened.value.space)) kept.push(part);
  }
  const { covers, heads } = note.value;
  return {
    known,
    isWaiting,
    covers: known.kind === 'segment' ? [...covers, [device.id, known.number, known.number]] : covers,
    heads,
    kept,
    holdsErased: kept.length < file.parts.length,
  };
}
