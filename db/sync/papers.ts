import type Database from 'better-sqlite3';
import { byText } from '../../shared/language/in-order';
import type { Authority } from '../../shared/merge/authority';
import { standingSince } from '../../shared/merge/clocks';
import type { ExchangeStore, KnownFile } from './exchange-store';
import { type FileMaking, makeFile } from './hand-over';
import { readOwn, removeOwnFiles } from './pack';
import { type Paper, sealPaper } from './paper';
import { createPaperStore, type StandingPaper } from './paper-store';
import type { Listing, Transport } from './transport';

/** The bytes of a document are in the folder for eight weeks: whoever reads it, reads it by then. */
export const daysInFolder = 56;
/** Beyond this the bytes stay where they are; a pack of a hundred pages has a fiftieth of it. */
const mostOfOne = 16 * 1024 * 1024;
const mostOfFile = 2 * 1024 * 1024;
const mostInFile = 32;
/** A coordinator steps in for an author who does not send, as for entries. */
const patience = 15 * 60_000;
const dayLong = 24 * 60 * 60_000;

interface PapersParts {
  readonly raw: Database.Database;
  readonly store: ExchangeStore;
  readonly transport: Transport;
  readonly folder: string;
  readonly me: string;
  readonly clock: () => number;
  readonly making: () => FileMaking;
  readonly authority: () => Authority;
}

/** The bytes of issued documents: apart from the log, since what is recorded must stay small, quick to check and quick to send. */
export function createPapers({ raw, store, transport, folder, me, clock, making, authority }: PapersParts) {
  const papers = createPaperStore(raw);
  const debts = new Map<string, number>();
  const changesSoFar = raw.prepare<[], number>('select total_changes()').pluck();
  /** Up to where in the changes of this file each was done: an idle poll looks at nothing. */
  const doneAt = { handOver: -1, tidy: -1, keep: -1 };

  const since = () => new Date(clock() - daysInFolder * dayLong).toISOString();
  const ownFiles = () => {
    const waiting = new Set(store.outboxNames());
    return store.filesOf(me, 'paper', 'own').map((file) => ({ ...file, isThere: !waiting.has(file.name) }));
  };

  /** Whom a paper is to be sealed to, where somebody at work who may read its line of the ledger was not sent it yet. */
  function readersFor({ id, space, isOwn }: StandingPaper, { readers }: FileMaking): readonly string[] {
    const to = readers.of(space).filter(({ isSheet }) => !isSheet);
    const sent = papers.readersOf(id);
    const without = to.filter((device) => device.id !== me && !sent.has(device.id));
    if (without.length === 0) {
      debts.delete(id);
      return [];
    }
    if (!isOwn) {
      const rank = readers.atWork
        .filter(({ personId }) => authority().member(personId)?.role === 'coordinator')
        .findIndex((device) => device.id === me);
      const known = standingSince(debts.get(id), clock());
      debts.set(id, known);
      if (rank < 0 || clock() - known < patience * (rank + 1)) return [];
    }
    return [...new Set([...to.map((device) => device.id), me])].sort();
  }

  async function handOver(): Promise<void> {
    if ((changesSoFar.get() ?? 0) === doneAt.handOver && debts.size === 0) return;
    const parts = making();
    const owed = papers.standing(since()).flatMap((paper) => {
      const to = paper.size > mostOfOne ? [] : readersFor(paper, parts);
      return to.length === 0 ? [] : [{ paper, to }];
    });
    for (let from = 0; from < owed.length; ) {
      const chosen: typeof owed = [];
      for (let size = 0; from < owed.length && chosen.length < mostInFile; from += 1) {
        const next = owed[from] as (typeof owed)[number];
        size += next.paper.size;
        if (chosen.length > 0 && size > mostOfFile) break;
        chosen.push(next);
      }
      await makePapers(chosen, parts);
    }
    doneAt.handOver = changesSoFar.get() ?? 0;
  }

  /** The parts of a file lie in the order of the ids of their documents. */
  async function makePapers(some: readonly { readonly paper: StandingPaper; readonly to: readonly string[] }[], parts: FileMaking) {
    const chosen = some.toSorted((one, other) => byText(one.paper.id, other.paper.id));
    const recipientOf = new Map(parts.readers.all.map(({ id, recipient }) => [id, recipient]));
    const sealed: Uint8Array[] = [];
    for (const { paper, to } of chosen) {
      const { id: document, sha256, space } = paper;
      const bytes = papers.bytesOf(document);
      if (!bytes) return;
      const recipients = to.flatMap((id) => recipientOf.get(id) ?? []);
      sealed.push(await sealPaper({ document, sha256, space, readers: to, bytes }, { ...parts, recipients }));
      // A pack takes some milliseconds to seal: whoever types goes first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const together = (name: string) => {
      papers.noteFile(
        name,
        chosen.map(({ paper }) => paper.id),
      );
      for (const { paper, to } of chosen) papers.addReaders(paper.id, to);
    };
    await makeFile('paper', [], parts, { sealed, together });
  }

  /** Own files that hold something which should not be had any more, or nothing that a later file does not hold too. */
  async function tidy(listing: Listing): Promise<boolean> {
    if ((changesSoFar.get() ?? 0) === doneAt.tidy) return true;
    const files = ownFiles();
    const standing = new Set(papers.standing(since()).map(({ id }) => id));
    const names = new Set(listing.get(folder) ?? []);
    const needless: KnownFile[] = [];
    for (const [index, { isThere, ...file }] of files.entries()) {
      if (!isThere) continue;
      const held = papers.documentsIn(file.name);
      const later = new Set(files.slice(index + 1).flatMap((other) => (other.isThere ? papers.documentsIn(other.name) : [])));
      const wanted = held.filter((id) => standing.has(id));
      if (wanted.every((id) => later.has(id))) needless.push(file);
      else if (wanted.length < held.length && names.has(file.name)) await writeAnew(file, held, wanted);
    }
    for (const { name } of needless) papers.dropFile(name);
    const isDone = await removeOwnFiles(needless, { store, transport, folder });
    doneAt.tidy = changesSoFar.get() ?? 0;
    return isDone;
  }

  /** The parts go over as they are, sealed as they were; the old file goes once the new one is surely there. */
  async function writeAnew(file: KnownFile, held: readonly string[], wanted: readonly string[]): Promise<void> {
    if (ownFiles().some(({ isThere }) => !isThere)) return;
    const kept = await readOwn(transport, folder, file.name);
    if (!kept || kept.parts.length !== held.length) return;
    const sealed = kept.parts.filter((_, index) => wanted.includes(held[index] ?? ''));
    await makeFile('paper', [], making(), { sealed, together: (name) => papers.noteFile(name, wanted) });
  }
  return {
    handOver,
    tidy,
    /** Keeps what has come until the ledger tells of it, and lets go of what is overtaken. Gives whether anything changed. */
    keep(arrived: readonly Paper[], agencyId: string | null): boolean {
      if (arrived.length === 0 && (changesSoFar.get() ?? 0) === doneAt.keep) return false;
      const now = new Date(clock()).toISOString();
      const before = new Date(clock() - 30 * dayLong).toISOString();
      const changed = store.transaction(() => {
        for (const { document, sha256, bytes, readers } of arrived) {
          papers.keepArrival(document, sha256, bytes, now);
          papers.addReaders(document, readers);
        }
        return papers.settleArrivals(before) + papers.dropOvertaken(since(), agencyId);
      });
      doneAt.keep = changesSoFar.get() ?? 0;
      return changed > 0;
    },
    /** Own files that the folder has lost are owed again. */
    async lookForLost(listing: Listing): Promise<void> {
      const names = new Set(listing.get(folder) ?? []);
      for (const { isThere, ...file } of ownFiles()) {
        if (!isThere || names.has(file.name)) continue;
        // A listing may be behind the truth: only what cannot be read either is gone.
        const read = await transport.read(folder, file.name);
        if (read.ok || read.problem !== 'missing') continue;
        store.transaction(() => {
          for (const id of papers.documentsIn(file.name)) papers.forgetReadersOf(id);
          papers.dropFile(file.name);
          store.addFile({ ...file, state: 'lost' });
        });
      }
    },
    forget: () => papers.forgetReaders(),
  };
}
