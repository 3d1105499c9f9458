import type { Authority } from '../../shared/merge/authority';
import { standingSince } from '../../shared/merge/clocks';
import type { DeviceIdentity } from '../log/identity';
import type { Pace } from '../pace';
import { createBreather } from '../turns';
import type { Cipher } from './cipher';
import type { ExchangeStore, NumberedCommit } from './exchange-store';
import { contentHash, deviceFolder, type FileKind, writeFileName } from './file-names';
import type { Readers } from './readers';
import { runsOf } from './runs';
import { type Note, sealPart, writeSegmentFile } from './segment';

/** What is owed to readers of one space, and to whom it is sealed. */
export interface OwedPart {
  readonly space: string;
  readonly readers: readonly string[];
  readonly commits: readonly NumberedCommit[];
}

export interface OwingParts {
  readonly store: ExchangeStore;
  readonly readers: Readers;
  readonly authority: Authority;
  readonly me: string;
  readonly now: number;
  /** Whether authors are left some time to send what they owe. */
  readonly isPatient: boolean;
  /** Since when a debt to a reader of this space has been known, by reader and author. Kept in memory: a restart waits anew. */
  readonly known: Map<string, number>;
}

/** A coordinator steps in for an author who does not send, the first by name after this long, each further one as long after it. */
const patience = 15 * 60_000;

/**
 * What this device should seal to the readers of a space: its own commits that any reader was not sent yet, and as a
 * coordinator those of others whom nobody else serves. A reader for whom a space is new gets all of its history.
 */
export function owedIn(space: string, { store, readers, authority, me, now, isPatient, known }: OwingParts): OwedPart | null {
  const to = readers.of(space);
  const cover = new Map(store.coverOf(space).map(({ reader, author, upTo }) => [`${reader} ${author}`, upTo]));
  const coordinators = readers.atWork.filter(({ personId }) => authority.member(personId)?.role === 'coordinator').map(({ id }) => id);
  const rank = coordinators.indexOf(me);
  const iRead = to.some(({ id }) => id === me);
  const commits: NumberedCommit[] = [];
  for (const [author, end] of store.chainEnds(space)) {
    let after = end;
    for (const { id: reader } of to) {
      // An author has its own commits; only this device wants its own back too, from the share alone.
      if (reader === author && author !== me) continue;
      const upTo = cover.get(`${reader} ${author}`) ?? 0;
      const key = `${reader} ${author}`;
      if (upTo >= end) {
        known.delete(key);
        continue;
      }
      if (author !== me) {
        if (rank < 0) continue;
        const since = standingSince(known.get(key), now);
        known.set(key, since);
        if (isPatient && now - since < patience * (rank + 1)) continue;
      }
      after = Math.min(after, upTo);
    }
    if (author === me && to.length === 0) continue;
    if (after < end) commits.push(...store.commitsBetween(author, space, after, end));
  }
  if (commits.length === 0) return null;
  return { space, commits, readers: [...new Set(iRead ? to.map(({ id }) => id) : [...to.map(({ id }) => id), me])].sort() };
}

export interface FileMaking {
  readonly scheme: string;
  readonly device: DeviceIdentity;
  readonly cipher: Cipher;
  readonly store: ExchangeStore;
  readonly readers: Readers;
  readonly now: number;
  readonly pace?: Pace | undefined;
}

/**
 * Makes a file of parts and puts it into the outbox, with all that is to be remembered of it, in one transaction. After
 * that it only remains to be written, and however often that is cut short, it is the same file under the same name.
 */
export async function makeFile(
  kind: FileKind,
  parts: readonly OwedPart[],
  { scheme, device, cipher, store, readers, now, pace }: FileMaking,
  extra: Partial<Pick<Note, 'covers' | 'heads'>> & {
    readonly sealed?: readonly Uint8Array[];
    readonly number?: number;
    /** What else is remembered of it, in the same transaction. */
    readonly together?: (name: string) => void;
  } = {},
): Promise<string> {
  // A file put back from last week may find its later segments in a pack only, and is not to give out their numbers again.
  const numbered = kind === 'segment' ? (['segment', 'pack'] as const) : [kind];
  const number = extra.number ?? Math.max(...numbered.map((each) => store.lastNumber(device.id, each))) + 1;
  const recipientOf = new Map(readers.all.map(({ id, recipient }) => [id, recipient]));
  const breathe = createBreather(pace);
  const sealed: Uint8Array[] = [];
  const ends: { readonly space: string; readonly hash: string }[] = [];
  const endNow = new Map<string, string>();
  for (const part of parts) {
    const previous = endNow.get(part.space) ?? store.partEnd(device.id, part.space);
    const recipients = part.readers.flatMap((id) => recipientOf.get(id) ?? []);
    const bytes = await sealPart({ ...part, previous }, { scheme, device, cipher, recipients });
    sealed.push(bytes);
    ends.push({ space: part.space, hash: contentHash(bytes) });
    endNow.set(part.space, contentHash(bytes));
    await breathe();
  }
  const segments = store.filesOf(device.id, 'segment', 'own');
  const previous = segments.at(-1)?.name.slice(9, 49) ?? '';
  const note = { kind, scheme, device: device.id, number, previous, covers: extra.covers ?? [], heads: extra.heads ?? {}, clock: now };
  const bytes = await writeSegmentFile(note, [...sealed, ...(extra.sealed ?? [])], {
    device,
    cipher,
    recipients: readers.all.map(({ recipient }) => recipient),
  });
  const name = writeFileName({ kind, number, hash: contentHash(bytes) });
  store.transaction(() => {
    store.addToOutbox(name, bytes);
    store.addFile({ folder: deviceFolder(device.id), name, device: device.id, kind, number, state: 'own' });
    for (const [author, first, last] of note.covers) store.addCovered(author, first, last);
    for (const part of parts) {
      for (const [author, from, to] of runsOf(part.commits)) store.addCover(part.space, part.readers, author, from, to);
    }
    for (const { space, hash } of ends) store.setPartEnd(device.id, space, hash);
    extra.together?.(name);
  });
  return name;
}
