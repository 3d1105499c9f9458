import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintTables } from '../../../db/log/rebuild';
import type { Alarm } from '../../../db/sync/alarms';
import type { Cipher } from '../../../db/sync/cipher';
import type { Exchange } from '../../../db/sync/exchange';
import { deviceFolder } from '../../../db/sync/file-names';
import { nodeFileSystem } from '../../../db/sync/file-system';
import { folderTransport } from '../../../db/sync/folder-transport';
import { exchangeAll, exchangeOf } from './exchanging';
import { addCase, type Network, openNetwork, surnames, type Workstation } from './network';
import { plainCipher } from './shared-folder';

/** As age does, this refuses what is not byte for byte what was sealed, its list of recipients included. */
export function sealedWhole(device: string): Cipher {
  const plain = plainCipher(`fake-${device}`);
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  return {
    async seal(bytes, recipients) {
      const sealed = await plain.seal(bytes, recipients);
      return Buffer.concat([digest(sealed), sealed]);
    },
    open: async (sealed) => (digest(sealed.subarray(32)).equals(sealed.subarray(0, 32)) ? plain.open(sealed.subarray(32)) : null),
  };
}

export interface Attacked {
  readonly station: Workstation;
  readonly exchange: Exchange;
  /** Its folder in the share. */
  readonly folder: string;
}

/** Three workstations, the last of them a partner's, on a real folder, which somebody is about to tamper with. */
export interface AttackedFolder {
  readonly root: string;
  readonly network: Network;
  readonly all: readonly [Attacked, Attacked, Attacked];
  /** Everybody polls several times, some minutes apart. Gives what was thrown. */
  poll(times?: number): Promise<readonly unknown[]>;
  /** Puts every file back as it was when the folder was opened, beside what has come since. */
  heal(): void;
  /** Everybody goes on where the exchange stands still, until there is nothing more to say. */
  settle(): Promise<void>;
  record(surname: string): void;
  isSame(): boolean;
  alarmsOf(attacked: Attacked): readonly Alarm['kind'][];
  end(): void;
}

const minutes = 60_000;
export const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
] as const;

/** Files of the share, as folder and name, those of devices alone. */
export function filesIn(root: string): readonly (readonly [folder: string, name: string])[] {
  return readdirSync(root)
    .sort()
    .flatMap((folder) =>
      /^[0-9a-f]{24}$/.test(folder) && lstatSync(join(root, folder)).isDirectory()
        ? readdirSync(join(root, folder))
            .sort()
            .map((name) => [folder, name] as const)
        : [],
    );
}

export async function openAttackedFolder(): Promise<AttackedFolder> {
  const network = openNetwork(members);
  const place = mkdtempSync(join(tmpdir(), 'roundtable-attacked-'));
  const [root, before] = [join(place, 'share'), join(place, 'before')];
  mkdirSync(root);
  let count = 0;
  const all = network.stations.map((station): Attacked => {
    const transport = folderTransport({ files: nodeFileSystem, root, wait: async () => {}, token: () => `t${++count}` });
    const exchange = exchangeOf(network, station, transport, { cipher: sealedWhole(station.device.id), token: () => `t${++count}` });
    return { station, exchange, folder: deviceFolder(station.device.id) };
  }) as unknown as [Attacked, Attacked, Attacked];
  for (const { exchange } of all) await exchange.setUp();
  await exchangeAll(all);
  for (const surname of ['CARTERWICK', 'OAKENFELL']) {
    addCase(all[0].station, `${surname}-1`);
    addCase(all[1].station, `${surname}-2`);
    await exchangeAll(all);
  }
  cpSync(root, before, { recursive: true });
  const offices = [all[0], all[1]];
  return {
    root,
    network,
    all,
    async poll(times = 5) {
      const thrown: unknown[] = [];
      for (let time = 0; time < times; time += 1) {
        for (const { station, exchange } of all) {
          station.setClock(station.clock() + 4 * minutes);
          await exchange.poll().catch((error: unknown) => thrown.push(error));
        }
      }
      return thrown;
    },
    heal() {
      makeOpen(root);
      putBack(before, root);
    },
    async settle() {
      for (let round = 0; round < 3; round += 1) {
        for (const { exchange } of all) if (exchange.status().isStopped) await exchange.continueHere();
        await exchangeAll(all, 12);
      }
    },
    record(surname) {
      addCase(all[0].station, `${surname}-1`);
      addCase(all[1].station, `${surname}-2`);
    },
    isSame: () => {
      const [one, other] = offices.map(({ station }) => fingerprintTables(station.connection));
      return one === other && JSON.stringify(surnames(all[0])) === JSON.stringify(surnames(all[1]));
    },
    alarmsOf: ({ exchange }) => exchange.status().alarms.map(({ kind }) => kind),
    end() {
      makeOpen(place);
      rmSync(place, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Puts a folder back over what stands there now. What has come since stays. */
function putBack(from: string, to: string): void {
  if (existsSync(to) && lstatSync(to).isDirectory() !== lstatSync(from).isDirectory()) rmSync(to, { recursive: true });
  if (lstatSync(from).isFile()) copyFileSync(from, to);
  else mkdirSync(to, { recursive: true });
  if (lstatSync(from).isDirectory()) for (const name of readdirSync(from)) putBack(join(from, name), join(to, name));
}

/** Gives back every right that was taken away. */
function makeOpen(path: string): void {
  if (!existsSync(path) || lstatSync(path).isSymbolicLink()) return;
  const isFolder = lstatSync(path).isDirectory();
  chmodSync(path, isFolder ? 0o755 : 0o644);
  if (isFolder) for (const name of readdirSync(path)) makeOpen(join(path, name));
}
