import type { Pace } from '../../../db/pace';
import type { Cipher } from '../../../db/sync/cipher';
import { createExchange, type Exchange } from '../../../db/sync/exchange';
import { folderTransport } from '../../../db/sync/folder-transport';
import type { Transport } from '../../../db/sync/transport';
import { type Network, type NewMember, openNetwork, type Workstation } from './network';
import { createSharedFolder, plainCipher, type SharedFolder } from './shared-folder';

export interface ExchangeOptions {
  readonly cipher?: Cipher;
  readonly token?: () => string;
}

/**
 * Slices that are the same in every run.
 *
 * @param lasts milliseconds of the twenty that each is taken to have lasted: beyond these they shrink to a commit each.
 */
export function steadyPace(onRest: () => void = () => {}, lasts = 20): Pace {
  let time = 0;
  return {
    slice: 20,
    now: () => {
      time += lasts;
      return time;
    },
    rest: async () => onRest(),
  };
}

/** Connects a workstation to a shared folder: one in memory, or any other place. */
export function exchangeOf(
  network: Pick<Network, 'anchor'>,
  station: Workstation,
  shared: SharedFolder | Transport,
  options: ExchangeOptions = {},
): Exchange {
  let count = 0;
  const token = options.token ?? (() => `${station.device.id.toLowerCase().replace(/[^a-z0-9]/g, '')}${++count}`);
  return createExchange({
    connection: station.connection,
    device: station.device,
    cipher: options.cipher ?? plainCipher(`fake-${station.device.id}`),
    transport: 'system' in shared ? folderTransport({ files: shared.system, root: '/share', wait: async () => {}, token }) : shared,
    clock: station.clock,
    anchor: network.anchor,
    token,
    pace: steadyPace(),
  });
}

export interface Seat {
  readonly station: Workstation;
  readonly exchange: Exchange;
}

/** A scheme whose workstations share a folder in memory, in which each has met the others. `open` gives a file another seat there. */
export async function meetInMemory(members: readonly NewMember[], cipherOf?: (device: string) => Cipher) {
  const network = openNetwork(members);
  const shared = createSharedFolder();
  const open = (station: Workstation): Seat => ({
    station,
    exchange: exchangeOf(network, station, shared, cipherOf ? { cipher: cipherOf(station.device.id) } : {}),
  });
  const all = network.stations.map(open);
  for (const { exchange } of all) await exchange.setUp();
  await exchangeAll(all);
  const [first, second, third, fourth] = all as unknown as readonly [Seat, Seat, Seat, Seat];
  return { network, shared, open, all, first, second, third, fourth };
}

/** Lets every workstation poll in turn until none of them has anything left to say. */
export async function exchangeAll(stations: readonly Seat[], rounds = 8): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (const { station, exchange } of stations) {
      station.setClock(station.clock() + 30_000);
      const { read, written } = await exchange.poll();
      moved += read + written;
    }
    if (moved === 0) return;
  }
}
