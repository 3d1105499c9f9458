import type { Authority } from '../../shared/merge/authority';
import { standingSince } from '../../shared/merge/clocks';
import type { Clock } from '../log/stamp';
import type { Alarm } from './alarms';
import type { ExchangeStore, KnownFile } from './exchange-store';
import { deviceFolder, readFileName } from './file-names';
import type { Listing, Transport } from './transport';

interface WatchParts {
  readonly store: ExchangeStore;
  readonly transport: Transport;
  readonly me: string;
  readonly clock: Clock;
}

/** A listing may be behind the truth, so a loss is believed only after it was seen this often, and for this long: clients of file shares show a folder from memory for up to a minute. */
const timesSeen = 3;
const seenFor = 90_000;
/** And for this long where a file that is not listed can still be read, which may be from the client's own memory. */
const seenForIfReadable = 10 * 60_000;
const gapAfter = 30 * 60_000;

/** Notices files that are gone from the shared folder. Missing is never deleted: it only stops the exchange. */
export function createFolderWatch({ store, transport, me, clock }: WatchParts) {
  let seen = 0;
  let seenSince = 0;
  const gapSince = new Map<string, number>();

  /** Devices of which the folder held later files than it does now, unless others stand in for these. */
  function behind(listing: Listing): readonly string[] {
    return store.senders().flatMap(({ device, highest }) => {
      if (device === me || highest === 0) return [];
      const there = highestIn(listing.get(deviceFolder(device)) ?? []);
      return there < highest && !store.isCoveredTo(device, there, highest) ? [device] : [];
    });
  }

  function ownMissing(listing: Listing): readonly KnownFile[] {
    const names = new Set(listing.get(deviceFolder(me)) ?? []);
    const waiting = new Set(store.outboxNames());
    const packedTo = Math.max(0, ...store.filesOf(me, 'pack', 'read').flatMap(({ name, number }) => (names.has(name) ? [number] : [])));
    const gone = (['segment', 'pack'] as const)
      .flatMap((kind) => store.filesOf(me, kind, 'own'))
      .filter(({ name }) => !names.has(name) && !waiting.has(name));
    // This file was put back from before another of its lives packed them.
    for (const file of gone) if (file.number <= packedTo) store.addFile({ ...file, state: 'removed' });
    return gone.filter(({ number }) => number > packedTo);
  }

  return {
    /** Whether nothing is gone of what was in the folder. */
    holdsAll: (listing: Listing) => ownMissing(listing).length === 0 && behind(listing).length === 0,
    /** What the folder has lost; `not-sure` where it may only be a listing that is behind. */
    async lossIn(listing: Listing, hasManifest: boolean): Promise<Alarm | 'not-sure' | null> {
      const own = ownMissing(listing);
      const others = behind(listing);
      const isBare = !hasManifest && store.files().some(({ state }) => state === 'own' || state === 'read');
      if (own.length === 0 && others.length === 0 && !isBare) {
        seen = 0;
        return null;
      }
      seen += 1;
      seenSince = standingSince(seen === 1 ? null : seenSince, clock());
      if (seen < timesSeen || clock() - seenSince < seenFor) return 'not-sure';
      const [first] = own;
      if (first && clock() - seenSince < seenForIfReadable && (await transport.read(first.folder, first.name)).ok) return 'not-sure';
      seen = 0;
      const isEmpty = [...listing].every(([folder, names]) => folder === '' || names.every((name) => readFileName(name) === null));
      if (isEmpty) return { kind: 'emptied-folder' };
      return { kind: 'rolled-back-folder', devices: [...(own.length > 0 ? [me] : []), ...others], files: own.length };
    },
    /** Takes what is gone as gone, and says for which runs of segments this device can stand in. */
    takeAsLost(listing: Listing, authority: Authority): readonly (readonly [device: string, from: number, to: number])[] {
      seen = 0;
      const role = authority.member(authority.device(me)?.personId ?? '')?.role;
      for (const file of ownMissing(listing)) store.addFile({ ...file, state: 'lost' });
      // Only who reads everything can say that nothing is missing.
      if (role === 'partner' || role === undefined) return [];
      const last = store.lastNumber(me, 'segment');
      return [
        ...(last > 0 ? [[me, 1, last] as const] : []),
        ...store.senders().flatMap(({ device, upTo }) => (device !== me && upTo > 0 ? [[device, 1, upTo] as const] : [])),
      ];
    },
    /** Runs of segments that have not come though later ones have, for long enough that somebody should know. */
    gaps(): readonly Alarm[] {
      return store.senders().flatMap(({ device, upTo, highest }): readonly Alarm[] => {
        const key = `${device} ${upTo}`;
        if (upTo >= highest || device === me) {
          gapSince.delete(key);
          return [];
        }
        const since = standingSince(gapSince.get(key), clock());
        gapSince.set(key, since);
        if (clock() - since < gapAfter) return [];
        return [{ kind: 'missing-segments', device, first: upTo + 1, last: highest, since: new Date(since).toISOString() }];
      });
    },
  };
}

function highestIn(names: readonly string[]): number {
  let highest = 0;
  for (const name of names) {
    const read = readFileName(name);
    if (read && (read.kind === 'segment' || read.kind === 'pack')) highest = Math.max(highest, read.number);
  }
  return highest;
}
