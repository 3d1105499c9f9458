import { z } from 'zod';
import type { Connection } from '../connection';
import { readLocalSetting, writeLocalSetting } from '../local-settings';
import type { ExchangeStore, KnownFile } from './exchange-store';
import { readFileName } from './file-names';
import { removeOwnFiles } from './pack';
import type { Readers } from './readers';
import type { Listing, Transport } from './transport';

/** By what name a device says in its acknowledgements that it took a snapshot in: no device has such an id. */
const markOf = (name: string) => `snapshot ${readFileName(name)?.hash}`;

const setting = 'sync-snapshots';
const form = z.record(z.string(), z.string());

interface SnapshotsParts {
  readonly connection: Connection;
  readonly store: ExchangeStore;
  readonly transport: Transport;
  readonly folder: string;
  readonly me: string;
}

/** Snapshots stay in the folder until whom they were made for has taken them in, and come back where they are lost before that. */
export function createSnapshots({ connection, store, transport, folder, me }: SnapshotsParts) {
  const newcomers = () => form.parse(JSON.parse(readLocalSetting(connection.read, setting) ?? '{}'));
  const keep = (made: Readonly<Record<string, string>>) => writeLocalSetting(connection.local, setting, JSON.stringify(made));
  const written = () => {
    const waiting = new Set(store.outboxNames());
    return store.filesOf(me, 'snapshot', 'own').filter(({ name }) => !waiting.has(name));
  };
  /** One whose newcomer is not known was made by an earlier version: then everyone at work must have taken it in. */
  const isDone = ({ name }: KnownFile, newcomer: string | undefined, { atWork }: Readers) =>
    atWork
      .filter(({ id }) => id !== me && (newcomer === undefined || id === newcomer))
      .every(({ id }) => store.sender(id).heads[markOf(name)] !== undefined);

  function noteMade(name: string, newcomer: string): void {
    const still = new Set(store.filesOf(me, 'snapshot', 'own').map((file) => file.name));
    keep({ ...Object.fromEntries(Object.entries(newcomers()).filter(([each]) => still.has(each))), [name]: newcomer });
  }

  return {
    /** To be called in the transaction that makes the file. */
    noteMade,
    /** The same for one that stands in for another. */
    noteRenewed(before: string, name: string): void {
      const newcomer = newcomers()[before];
      if (newcomer !== undefined) noteMade(name, newcomer);
    },
    /** What an acknowledgement says of the snapshots that are in the folder and were taken in here. */
    marks(listing: Listing): Readonly<Record<string, number>> {
      const marks: Record<string, number> = {};
      for (const [place, names] of listing) {
        for (const name of names) {
          const named = readFileName(name);
          if (named?.kind === 'snapshot' && store.isRead(place, name)) marks[markOf(name)] = named.number;
        }
      }
      return Object.fromEntries(Object.entries(marks).sort());
    },
    /** Removes those that are no longer needed. Gives false where one of them would not go. */
    async tidy(readers: Readers): Promise<boolean> {
      const files = written();
      if (files.length === 0) return true;
      const made = newcomers();
      const done = files.filter((file) => isDone(file, made[file.name], readers));
      return removeOwnFiles(done, { store, transport, folder });
    },
    /** For whom one has to be made again, since the folder has lost it before they took it in. */
    async lost(listing: Listing, readers: Readers): Promise<readonly string[]> {
      const present = new Set(listing.get(folder) ?? []);
      const made = newcomers();
      const again = new Set<string>();
      for (const file of written()) {
        const newcomer = made[file.name];
        if (newcomer === undefined || present.has(file.name) || isDone(file, newcomer, readers)) continue;
        // A listing may be behind the truth.
        const found = await transport.read(folder, file.name);
        if (found.ok || found.problem !== 'missing') continue;
        store.addFile({ ...file, state: 'lost' });
        again.add(newcomer);
      }
      return [...again];
    },
  };
}
