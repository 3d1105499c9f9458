import { byText } from '../../shared/language/in-order';
import type { Authority } from '../../shared/merge/authority';
import { schemeSpace } from '../log/synced-tables';
import type { Breathe } from '../turns';
import type { Cipher } from './cipher';
import type { ExchangeStore } from './exchange-store';
import { deviceFolder, type FileKind, isDeviceFolder, mayBeCopy, readFileName, writeFileName } from './file-names';
import type { ForeignCommit } from './foreign-commit';
import { openPaper, type Paper } from './paper';
import { runsOf } from './runs';
import { isOfNewerVersion, lookIntoPart, type Note, openNote, type Part, readSegmentFile, type SegmentFile } from './segment';
import type { Listing, Transport } from './transport';

/** Why a file of the shared folder was not taken in. */
export const unreadReasons = [
  'not-whole',
  'newer-version',
  'unknown-sender',
  'forged',
  'other-scheme',
  'wrong-folder',
  'unreachable',
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

export interface UnreadFile {
  readonly folder: string;
  readonly name: string;
  readonly reason: UnreadReason;
}

/** A file that was opened and is whole and signed; not remembered yet. */
export interface OpenedFile {
  readonly folder: string;
  readonly name: string;
  /** Null where the note is sealed to others: then only its name tells. */
  readonly note: Note | null;
  readonly parts: readonly Part[];
  readonly papers: readonly Paper[];
}

export interface TakeInParts {
  readonly transport: Transport;
  readonly cipher: Cipher;
  readonly scheme: string;
  /** Names already dealt with: folder and name. */
  readonly known: ReadonlySet<string>;
  readonly store: ExchangeStore;
  readonly breathe: Breathe;
}

/** Segments, and the packs that stand in for them, are numbered without gaps; a file of another kind that is gone is no loss. */
const isChained = (kind: FileKind) => kind === 'segment' || kind === 'pack';

export const placeOf = (folder: string, name: string) => `${folder}/${name}`;

/** The names in a listing that are worth reading: ours and not known, or what may be a copy of one. Packs only where they bring something. */
export function namesToRead(
  listing: Listing,
  { known, store }: Pick<TakeInParts, 'known' | 'store'>,
  deviceOfFolder: ReadonlyMap<string, string>,
) {
  const wanted: { readonly folder: string; readonly name: string; readonly order: number }[] = [];
  for (const [folder, names] of listing) {
    if (!isDeviceFolder(folder)) continue;
    const device = deviceOfFolder.get(folder);
    const upTo = device === undefined ? 0 : store.sender(device).upTo;
    for (const name of names) {
      if (known.has(placeOf(folder, name))) continue;
      const read = readFileName(name);
      if (read?.kind === 'pack' && read.number <= upTo) continue;
      if (!read && !mayBeCopy(name)) continue;
      wanted.push({ folder, name, order: read ? read.number : Number.MAX_SAFE_INTEGER });
    }
  }
  return wanted.sort((one, other) => one.order - other.order || byText(one.name, other.name));
}

type Opened =
  | { readonly ok: true; readonly file: OpenedFile }
  /** `first`: what an empty file may begin with; each commit proves itself from the founding one on. */
  | { readonly ok: false; readonly reason: UnreadReason; readonly first?: readonly ForeignCommit[]; readonly size?: number };

/** Reads and opens one file, and believes nothing that is not signed by the device in whose folder it lies. */
export async function openFile(
  { folder, name }: { readonly folder: string; readonly name: string },
  parts: TakeInParts,
  authority: Authority,
): Promise<Opened> {
  const read = await parts.transport.read(folder, name);
  if (!read.ok) return { ok: false, reason: read.problem === 'missing' ? 'not-whole' : 'unreachable' };
  const opened = await openRead({ folder, name }, read.value, parts, authority);
  return opened.ok ? opened : { ...opened, size: read.value.length };
}

async function openRead(
  { folder, name }: { readonly folder: string; readonly name: string },
  bytes: Uint8Array,
  { cipher, scheme, breathe }: TakeInParts,
  authority: Authority,
): Promise<Opened> {
  const file = readSegmentFile(bytes);
  const named = readFileName(name);
  if (!file && isOfNewerVersion(bytes)) return { ok: false, reason: 'newer-version' };
  if (!file || (named && named.hash !== file.hash)) return { ok: false, reason: 'not-whole' };
  const note = await openNote(file, cipher);
  if (note === 'damaged') return { ok: false, reason: 'forged' };
  // It lies where it is until this computer has that version too.
  if (note === 'newer-version') return { ok: false, reason: note };
  if (note === 'sealed')
    return named ? { ok: true, file: { folder, name, note: null, parts: [], papers: [] } } : { ok: false, reason: 'not-whole' };
  const { value } = note;
  if (value.scheme !== scheme) return { ok: false, reason: 'other-scheme' };
  const sender = authority.device(value.device);
  if (!sender) {
    // A newcomer knows nobody yet. It takes the commits, not the word of who sent them, and then reads the file again.
    if (authority.devices.length > 0) return { ok: false, reason: 'unknown-sender' };
    const first = await openParts(file, { cipher, scheme, breathe }, value, null);
    const parts = typeof first === 'string' ? [] : first.filter(({ space }) => value.kind === 'snapshot' || space === schemeSpace);
    return { ok: false, reason: 'unknown-sender', first: parts.flatMap(({ commits }) => commits) };
  }
  if (!note.isSignedBy(sender.signingKey)) return { ok: false, reason: 'forged' };
  if (deviceFolder(value.device) !== folder || (named && (named.number !== value.number || named.kind !== value.kind)))
    return { ok: false, reason: 'wrong-folder' };
  const isPaper = value.kind === 'paper';
  const parts = isPaper ? [] : await openParts(file, { cipher, scheme, breathe }, value, sender.signingKey);
  const papers = isPaper ? await openPapers(file, cipher, value, sender.signingKey) : [];
  if (typeof parts === 'string') return { ok: false, reason: parts };
  if (!papers) return { ok: false, reason: 'forged' };
  // To whom it was sealed is what others then owe no more, so it is not believed of a partner, who issues nothing.
  const isPartners = authority.member(sender.personId)?.role === 'partner';
  const right = named ? name : writeFileName({ kind: value.kind, number: value.number, hash: file.hash });
  return {
    ok: true,
    file: { folder, name: right, note: value, parts, papers: isPartners ? papers.map((paper) => ({ ...paper, readers: [] })) : papers },
  };
}

async function openParts(
  file: SegmentFile,
  { cipher, scheme, breathe }: Pick<TakeInParts, 'cipher' | 'scheme' | 'breathe'>,
  note: Note,
  key: string | null,
): Promise<readonly Part[] | 'forged' | 'newer-version'> {
  const parts: Part[] = [];
  for (const sealed of file.parts) {
    await breathe();
    const opened = await lookIntoPart(sealed, cipher);
    // Sealed to others: that is how need-to-know looks from the outside.
    if (opened === 'sealed') continue;
    if (opened === 'damaged') return 'forged';
    if (opened === 'newer-version') return opened;
    const { value } = opened;
    if (value.scheme !== scheme || value.device !== note.device || (key !== null && !opened.isSignedBy(key))) return 'forged';
    parts.push(value);
  }
  return parts;
}

async function openPapers(file: SegmentFile, cipher: Cipher, note: Note, key: string): Promise<readonly Paper[] | null> {
  const papers: Paper[] = [];
  for (const sealed of file.parts) {
    const opened = await openPaper(sealed, cipher, key);
    if (opened === null) continue;
    if (opened === 'forged' || opened.scheme !== note.scheme || opened.device !== note.device) return null;
    papers.push(opened);
  }
  return papers;
}

export function commitsOf(files: readonly OpenedFile[]): readonly ForeignCommit[] {
  return files.flatMap(({ parts }) => parts.flatMap(({ commits }) => commits));
}

/** Whether a device's word counts on what others need not do any more: a partner could keep from an agency what it is owed. */
export function vouchesForOthers(device: string, authority: Authority): boolean {
  return authority.member(authority.device(device)?.personId ?? '')?.role === 'coordinator';
}

/** Takes note of to whom parts were sealed. Known before the file is remembered, it does no harm: it is so. */
export function noteCover(parts: readonly Part[], from: string, store: ExchangeStore, authority: Authority): void {
  const doesVouch = vouchesForOthers(from, authority);
  store.transaction(() => {
    for (const part of parts) {
      for (const [author, first, last] of runsOf(part.commits))
        if (doesVouch || author === from) store.addCover(part.space, part.readers, author, first, last);
    }
  });
}

/** Remembers files whose commits are safely applied. Cut short before this, they are read again, which does no harm. */
export function remember(
  files: readonly OpenedFile[],
  store: ExchangeStore,
  deviceOfFolder: ReadonlyMap<string, string>,
  authority: Authority,
  readAt: string,
): void {
  store.transaction(() => {
    const met = new Set<string>();
    for (const { folder, name, note, parts } of files) {
      const named = readFileName(name);
      const device = note?.device ?? deviceOfFolder.get(folder);
      if (!named || device === undefined) continue;
      // The note of a snapshot is open to every member, what it holds is not.
      const isForOthers = note === null || (note.kind === 'snapshot' && parts.length === 0);
      store.addFile({ folder, name, device, kind: named.kind, number: named.number, state: isForOthers ? 'sealed' : 'read' });
      met.add(device);
      const sender = store.sender(device);
      const highest = note !== null && isChained(named.kind) ? Math.max(sender.highest, named.number) : sender.highest;
      const isLatest = note !== null && (sender.wroteAt === null || new Date(note.clock).toISOString() >= sender.wroteAt);
      store.writeSender({
        ...sender,
        highest,
        ...(note && isLatest ? { wroteAt: new Date(note.clock).toISOString(), readAt } : {}),
        ...(note?.kind === 'ack' && isLatest ? { heads: note.heads } : {}),
      });
      const doesVouch = vouchesForOthers(device, authority);
      for (const [author, first, last] of note?.covers ?? []) {
        if (author !== device && !doesVouch) continue;
        store.addCovered(author, first, last);
        met.add(author);
      }
      if (note?.kind === 'snapshot' && parts.length > 0 && doesVouch) {
        for (const [author, last] of Object.entries(note.heads)) {
          if (last > 0) store.addCovered(author, 1, last);
          met.add(author);
        }
      }
    }
    for (const device of met) store.advance(device);
  });
}
