import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { fingerprintTables } from '../../../db/log/rebuild';
import { deviceFolder } from '../../../db/sync/file-names';
import { type FileSystem, nodeFileSystem } from '../../../db/sync/file-system';
import { folderTransport } from '../../../db/sync/folder-transport';
import { sealedWhole } from '../../support/sync/attacked-folder';
import { exchangeAll, exchangeOf } from '../../support/sync/exchanging';
import { addCase, openNetwork, surnames, type Workstation } from '../../support/sync/network';
import { createSharedFolder } from '../../support/sync/shared-folder';

const members = [{ role: 'coordinator', agency: 'probation' }] as const;
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const token = () => `t${++count}`;
const over = (files: FileSystem, root: string) => folderTransport({ files, root, wait: async () => {}, token });

/** The same folder by a share that keeps no capitals apart, and gives every name in capitals. */
function inCapitals({ system, files, folders }: ReturnType<typeof createSharedFolder>): FileSystem {
  const standing = (path: string): string => {
    const wanted = path.toLowerCase();
    const known = [...files.keys(), ...folders].find((each) => each.toLowerCase() === wanted);
    return known ?? (path === '/share' ? path : `${standing(dirname(path))}/${basename(path)}`);
  };
  return {
    ...system,
    list: async (path) => (await system.list(standing(path))).map((name) => name.toUpperCase()),
    makeFolder: (path) => system.makeFolder(standing(path)),
    read: (path, most) => system.read(standing(path), most),
    create: (path) => system.create(standing(path)),
    rename: (from, to) => system.rename(standing(from), standing(to)),
    remove: (path) => system.remove(standing(path)),
  };
}

async function meet(transports: readonly ReturnType<typeof over>[]) {
  const network = openNetwork(members);
  const all = network.stations.map((station: Workstation, index) => ({
    station,
    exchange: exchangeOf(network, station, transports[index] as ReturnType<typeof over>, { cipher: sealedWhole(station.device.id), token }),
  }));
  const [first, second] = all as [(typeof all)[0], (typeof all)[0]];
  for (const { exchange } of all) expect(await exchange.setUp()).toEqual({ ok: true });
  addCase(first.station, 'CARTERWICK');
  addCase(second.station, 'OAKENFELL');
  await exchangeAll(all);
  const expectWell = (names: readonly string[]) => {
    for (const one of all) {
      expect(one.exchange.status().alarms).toEqual([]);
      expect(surnames(one)).toEqual(names);
    }
    expect(fingerprintTables(first.station.connection)).toBe(fingerprintTables(second.station.connection));
  };
  expectWell(['CARTERWICK', 'OAKENFELL']);
  return { all, first, second, expectWell };
}

test('A share that gives all names in capitals and keeps none apart is exchanged by as any other, also with packs and their removal.', async () => {
  const shared = createSharedFolder();
  const { all, first, expectWell } = await meet([over(inCapitals(shared), '/share'), over(shared.system, '/share')]);
  const names = ['CARTERWICK', 'OAKENFELL'];
  for (let more = 0; more < 30; more += 1) {
    addCase(first.station, `THISTLEMOOR${more}`);
    names.push(`THISTLEMOOR${more}`);
    await exchangeAll(all);
  }
  expectWell(names.sort());
  const own = [...shared.files.keys()].filter((path) => path.includes(deviceFolder(first.station.device.id)));
  expect(own.filter((path) => path.endsWith('.pack'))).toHaveLength(1);
  expect(own.filter((path) => path.endsWith('.seg')).length).toBeLessThan(12);
});

test('A folder that came back from a stick with all names in capitals is gone on with, where capitals are kept apart too.', async () => {
  const root = mkdtempSync(join(tmpdir(), 'roundtable-capitals-'));
  made.push(root);
  const { all, first, second, expectWell } = await meet([over(nodeFileSystem, root), over(nodeFileSystem, root)]);
  for (const folder of readdirSync(root)) {
    if (folder !== 'roundtable.scheme') {
      for (const name of readdirSync(join(root, folder))) renameSync(join(root, folder, name), join(root, folder, name.toUpperCase()));
    }
    renameSync(join(root, folder), join(root, folder.toUpperCase()));
  }
  addCase(first.station, 'LARCHFIELD');
  addCase(second.station, 'WRENBURY');
  for (const { station } of all) station.setClock(station.clock() + 60 * 60_000);
  await exchangeAll(all);
  expectWell(['CARTERWICK', 'LARCHFIELD', 'OAKENFELL', 'WRENBURY']);
  expect(readdirSync(root).every((name) => name === name.toUpperCase())).toBe(true);
});

test('Of two names that differ by capitals alone the right one is read, and the other does no harm.', async () => {
  const root = mkdtempSync(join(tmpdir(), 'roundtable-capitals-'));
  made.push(root);
  const { all, first, second, expectWell } = await meet([over(nodeFileSystem, root), over(nodeFileSystem, root)]);
  addCase(first.station, 'LARCHFIELD');
  await first.exchange.poll();
  const place = join(root, deviceFolder(first.station.device.id));
  for (const name of readdirSync(place)) writeFileSync(join(place, name.toUpperCase()), 'something else');
  writeFileSync(join(root, 'Roundtable.Scheme'), '{}');
  for (let poll = 0; poll < 4; poll += 1) {
    second.station.setClock(second.station.clock() + 10 * 60_000);
    await second.exchange.poll();
  }
  await exchangeAll(all);
  const alarms = second.exchange.status().alarms.map(({ kind }) => kind);
  expect(alarms.filter((kind) => kind !== 'unread-file')).toEqual([]);
  expect(surnames(second)).toEqual(['CARTERWICK', 'LARCHFIELD', 'OAKENFELL']);
  for (const name of readdirSync(place)) if (name !== name.toLowerCase()) rmSync(join(place, name));
  await exchangeAll(all);
  expectWell(['CARTERWICK', 'LARCHFIELD', 'OAKENFELL']);
});
