import { describe, expect, test } from 'vitest';
import { createDeviceIdentity } from '../../../db/log/identity';
import { fingerprintTables } from '../../../db/log/rebuild';
import { cases, contributions, people } from '../../../db/schema';
import { openInMemory } from '../../../db/scheme-file';
import { deviceFolder } from '../../../db/sync/file-names';
import { admitDevice, retireDevice } from '../../../db/sync/membership';
import { openNote, readSegmentFile, type SegmentFile } from '../../../db/sync/segment';
import { exchangeAll, exchangeOf } from '../../support/sync/exchanging';
import { addCase, drawnFrom, openCase, openNetwork, stationOn, surnames, type Workstation } from '../../support/sync/network';
import { createSharedFolder, plainCipher } from '../../support/sync/shared-folder';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
  { role: 'partner', agency: 'drugs' },
] as const;

async function start() {
  const network = openNetwork(members);
  const shared = createSharedFolder();
  const all = network.stations.map((station) => ({ station, exchange: exchangeOf(network, station, shared) }));
  for (const { exchange } of all) expect(await exchange.setUp()).toEqual({ ok: true });
  const [first, second, housing, drugs] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0], (typeof all)[0]];
  return { network, shared, all, first, second, housing, drugs };
}

/** Long enough that a folder in which something is missing is not taken for one that is only shown late. */
async function pollForMinutes({ station, exchange }: Awaited<ReturnType<typeof start>>['first']) {
  for (let poll = 0; poll < 4; poll += 1) {
    station.setClock(station.clock() + 30_000);
    await exchange.poll();
  }
}

const print = ({ station }: { readonly station: Workstation }) => fingerprintTables(station.connection);

describe('Through the shared folder', () => {
  test('coordinators come to the same tables, and a partner sees what is open to it alone.', async () => {
    const { all, first, second, housing, drugs } = await start();
    const open = addCase(first.station);
    addCase(second.station, 'OAKENFELL');
    openCase(first.station, open, 'agency-housing');
    await exchangeAll(all);
    expect(print(first)).toBe(print(second));
    expect(surnames(first)).toEqual(['CARTERWICK', 'OAKENFELL']);
    expect(surnames(housing)).toEqual(['CARTERWICK']);
    expect(surnames(drugs)).toEqual([]);
    housing.station.session.record('update', (o) =>
      o.put(contributions, o.newId(), { caseId: open, agencyId: 'agency-housing', personId: housing.station.personId, text: 'A room.' }),
    );
    expect(housing.exchange.status().waiting).toBe(1);
    await exchangeAll(all);
    expect(housing.exchange.status()).toMatchObject({ waiting: 0, alarms: [], isStopped: false });
    expect(first.station.session.read.select().from(contributions).all()).toMatchObject([{ text: 'A room.' }]);
    expect(print(first)).toBe(print(second));
  });

  test('an agency that a case begins to concern gets its history, and one that it ceases to concern nothing further.', async () => {
    const { all, first, drugs } = await start();
    const id = addCase(first.station);
    await exchangeAll(all);
    openCase(first.station, id, 'agency-drugs');
    await exchangeAll(all);
    expect(surnames(drugs)).toEqual(['CARTERWICK']);
    openCase(first.station, id, 'agency-drugs', false);
    await exchangeAll(all);
    first.station.session.record('name corrected', (o) => o.put(cases, id, { surname: 'THISTLEMOOR' }));
    await exchangeAll(all);
    expect(surnames(drugs)).toEqual(['CARTERWICK']);
  });

  describe('a newcomer', () => {
    async function admitted() {
      const started = await start();
      const { network, all, first, second, shared } = started;
      addCase(first.station);
      addCase(second.station, 'OAKENFELL');
      await exchangeAll(all);
      const fresh = createDeviceIdentity();
      first.station.session.record('workstation admitted', (o) => {
        o.put(people, 'newcomer', { name: 'O. Bramwith', role: 'coordinator', agencyId: 'agency-police' });
        admitDevice(o, { id: fresh.id, personId: 'newcomer', name: 'LT-9', signingKey: fresh.publicKey, recipient: `fake-${fresh.id}` });
      });
      expect(await first.exchange.writeSnapshot(fresh.id)).toBe(true);
      const station = stationOn(
        openInMemory(),
        { device: fresh, personId: 'newcomer', role: 'coordinator', agencyId: 'agency-police' },
        first.station.clock(),
      );
      const snapshots = () => [...shared.files.keys()].filter((path) => path.endsWith('.snap'));
      return { ...started, snapshots, newcomer: { station, exchange: exchangeOf(network, station, shared) } };
    }

    test('is at work from one snapshot, and goes on with what comes after it.', async () => {
      const { all, first, second, newcomer } = await admitted();
      await newcomer.exchange.poll();
      expect(surnames(newcomer)).toEqual(['CARTERWICK', 'OAKENFELL']);
      addCase(newcomer.station, 'THISTLEMOOR');
      await exchangeAll([...all, newcomer]);
      expect(print(newcomer)).toBe(print(first));
      expect(print(second)).toBe(print(first));
      expect(newcomer.exchange.status().alarms).toEqual([]);
    });

    test('has its snapshot in the folder until it has taken it in, whoever else has, and no longer.', async () => {
      const { all, first, newcomer, snapshots } = await admitted();
      await exchangeAll(all);
      expect(snapshots()).toHaveLength(1);
      await exchangeAll([...all, newcomer]);
      expect(snapshots()).toEqual([]);
      expect(print(newcomer)).toBe(print(first));
      expect([...all, newcomer].flatMap(({ exchange }) => exchange.status().alarms)).toEqual([]);
    });

    test('gets another one where the folder lost it before that, and none once it is retired.', async () => {
      const { all, first, shared, newcomer, snapshots } = await admitted();
      const before = snapshots();
      for (const path of before) shared.files.delete(path);
      await exchangeAll(all);
      expect(snapshots()).toHaveLength(1);
      expect(snapshots()).not.toEqual(before);
      await newcomer.exchange.poll();
      expect(surnames(newcomer)).toEqual(['CARTERWICK', 'OAKENFELL']);
      first.station.session.record('workstation retired', (o) => retireDevice(o, first.station.connection, newcomer.station.device.id));
      await exchangeAll(all);
      expect(snapshots()).toEqual([]);
    });
  });

  test('a device knows who has read what it wrote.', async () => {
    const { all, first, second } = await start();
    addCase(first.station);
    await exchangeAll(all);
    await exchangeAll(all);
    const { handedOver, contacts } = first.exchange.status();
    expect(handedOver).toBeGreaterThan(0);
    expect(contacts.find(({ device }) => device === second.station.device.id)?.hasRead).toBe(handedOver);
  });

  test('many small files become one, once everyone has read them.', async () => {
    const { all, first, second, shared } = await start();
    for (let index = 0; index < 26; index += 1) {
      addCase(first.station, `NAME${index}`);
      await first.exchange.poll();
    }
    await exchangeAll(all);
    const names = [...shared.files.keys()].filter((path) => path.endsWith('.seg'));
    expect(names.length).toBeLessThan(10);
    expect([...shared.files.keys()].some((path) => path.endsWith('.pack'))).toBe(true);
    expect(print(first)).toBe(print(second));
    expect(first.exchange.status().alarms).toEqual([]);
  });

  test('a pack that is large enough stays as it is, and each says that it stands in for just what it holds.', async () => {
    const { all, first, second, shared } = await start();
    const write = async (words: () => string) => {
      for (let index = 0; index < 26; index += 1) {
        addCase(first.station, words());
        await first.exchange.poll();
      }
      for (let round = 0; round < 4; round += 1) await exchangeAll(all);
    };
    // Does not shrink when it is deflated: some 18 of these are a large pack.
    const draw = drawnFrom('a large pack');
    await write(() => Buffer.concat(Array.from({ length: 2800 }, draw)).toString('base64url'));
    await write(() => 'OAKENFELL');
    const cipher = plainCipher(`fake-${first.station.device.id}`);
    const packs = [...shared.files].filter(([path]) => path.includes(deviceFolder(first.station.device.id)) && path.endsWith('.pack'));
    const runs: (readonly [number, number])[] = [];
    for (const [, bytes] of packs) {
      const note = await openNote(readSegmentFile(bytes) as SegmentFile, cipher);
      if (typeof note === 'string') throw new Error(note);
      for (const [, from, to] of note.value.covers) runs.push([from, to]);
    }
    runs.sort(([one], [other]) => one - other);
    expect(packs.length).toBeGreaterThan(1);
    expect(runs[0]?.[0]).toBe(1);
    for (const [at, [from]] of runs.entries()) if (at > 0) expect(from).toBe((runs[at - 1]?.[1] ?? 0) + 1);
    const left = [...shared.files.keys()].filter((path) => path.includes(deviceFolder(first.station.device.id)) && path.endsWith('.seg'));
    expect(left.length).toBeLessThan(24);
    expect(print(first)).toBe(print(second));
    expect(all.flatMap(({ exchange }) => exchange.status().alarms)).toEqual([]);
  });

  test('no file of a device goes while anyone at work has not read it.', async () => {
    const { all, first, drugs, shared } = await start();
    for (let index = 0; index < 26; index += 1) {
      addCase(first.station, `NAME${index}`);
      await first.exchange.poll();
    }
    await exchangeAll(all.filter((each) => each !== drugs));
    await exchangeAll(all.filter((each) => each !== drugs));
    const segments = () => [...shared.files.keys()].filter((path) => path.endsWith('.seg')).length;
    expect(segments()).toBeGreaterThan(25);
    await exchangeAll(all);
    await exchangeAll(all);
    expect(segments()).toBeLessThan(10);
  });

  test('a device that is away for over a month holds up nothing, and has everything when it comes back.', async () => {
    const { all, first, second, shared } = await start();
    await exchangeAll(all);
    const others = all.filter((each) => each !== second);
    const segments = () =>
      [...shared.files.keys()].filter((path) => path.endsWith('.seg') && path.includes(deviceFolder(first.station.device.id)));
    const write = async () => {
      for (let index = 0; index < 26; index += 1) {
        addCase(first.station, `NAME${index}`);
        await first.exchange.poll();
      }
      await exchangeAll(others);
    };
    await write();
    expect(segments().length).toBeGreaterThan(25);
    for (const { station } of others) station.setClock(station.clock() + 31 * 24 * 3_600_000);
    await write();
    expect(segments().length).toBeLessThan(24);
    second.station.setClock(first.station.clock());
    await exchangeAll(all);
    expect(print(second)).toBe(print(first));
    expect(all.flatMap(({ exchange }) => exchange.status().alarms)).toEqual([]);
  });

  test('what a run that was cut short left half written, or had given up, is taken away at the next start, and nothing else.', async () => {
    const { network, all, first, second, shared } = await start();
    for (let index = 0; index < 26; index += 1) {
      addCase(first.station, `NAME${index}`);
      await first.exchange.poll();
    }
    const before = new Map(shared.files);
    await exchangeAll(all);
    const folder = [...shared.files.keys()].find((path) => path.endsWith('.pack'))?.replace(/\/[^/]*$/, '') as string;
    const [givenUp] = [...before.keys()].filter((path) => path.startsWith(folder) && path.endsWith('.seg')) as [string];
    expect(shared.files.has(givenUp)).toBe(false);
    shared.files.set(givenUp, before.get(givenUp) as Uint8Array);
    shared.files.set(`${folder}/half.tmp`, Buffer.from('half'));
    const there = shared.files.size;
    const restarted = exchangeOf(network, first.station, shared, { token: () => 'again' });
    expect(await restarted.poll()).toMatchObject({ state: 'exchanged', alarms: [] });
    expect(shared.files.size).toBe(there - 2);
    await exchangeAll([{ station: first.station, exchange: restarted }, second]);
    expect(print(first)).toBe(print(second));
  });

  test('a change that could not be written waits, and goes over when the share is well.', async () => {
    const { first, second, shared } = await start();
    addCase(first.station);
    shared.fault = (_call, what) => (what === 'write' ? 'ENOSPC' : null);
    expect(await first.exchange.poll()).toMatchObject({ state: 'unreachable', alarms: [{ kind: 'unreachable', problem: 'full' }] });
    expect(first.exchange.status().waiting).toBe(1);
    expect(surnames(first)).toEqual(['CARTERWICK']);
    shared.fault = () => null;
    await exchangeAll([first, second]);
    expect(first.exchange.status()).toMatchObject({ waiting: 0, alarms: [] });
    expect(surnames(second)).toEqual(['CARTERWICK']);
  });

  test('names are plain and short, and files of others are left alone.', async () => {
    const { all, first, second, shared } = await start();
    addCase(first.station);
    const folder = [...shared.folders].find((path) => path !== '/share') ?? '/share/0123456789abcdef01234567';
    shared.folders.add(folder);
    for (const name of ['desktop.ini', '~$Minutes.docx', 'x.tmp', 'Thumbs.db'])
      shared.files.set(`${folder}/${name}`, Buffer.from('not ours'));
    await exchangeAll(all);
    expect(print(first)).toBe(print(second));
    for (const path of shared.files.keys()) {
      if (/desktop|Minutes|Thumbs|x\.tmp/.test(path)) continue;
      expect(path).toMatch(/^\/share\/(roundtable\.scheme|[0-9a-f]{24}\/\d{8}-[0-9a-f]{40}\.(seg|pack|snap|ack))$/);
      expect(path.length).toBeLessThan(100);
    }
    expect(second.exchange.status().alarms).toEqual([]);
  });
});

describe('A folder that is not what it was', () => {
  test('is given at once what others had written there too, whoever of them is away.', async () => {
    const { all, first, second, shared } = await start();
    addCase(second.station, 'OAKENFELL');
    await exchangeAll(all);
    shared.files.clear();
    await pollForMinutes(first);
    await first.exchange.continueHere();
    const sealed = first.station.connection.raw.prepare("select count(*) from sync_cover where author = ? and space like 'case:%'").pluck();
    expect(sealed.get(second.station.device.id)).toBeGreaterThan(0);
  });

  test('stops the exchange where it was emptied, and everything is put back on a word.', async () => {
    const { all, first, second, shared } = await start();
    addCase(first.station);
    await exchangeAll(all);
    addCase(second.station, 'OAKENFELL');
    shared.files.clear();
    await pollForMinutes(first);
    expect(first.exchange.status()).toMatchObject({ isStopped: true, alarms: [{ kind: 'emptied-folder' }] });
    expect(shared.files.size).toBe(0);
    await first.exchange.continueHere();
    expect(first.exchange.status().isStopped).toBe(false);
    await exchangeAll(all);
    for (const { exchange } of all) if (exchange.status().isStopped) await exchange.continueHere();
    await exchangeAll(all);
    expect(print(first)).toBe(print(second));
    expect(surnames(first)).toEqual(['CARTERWICK', 'OAKENFELL']);
  });

  test('goes on where files are missing from a few listings only, as a share’s client shows them late.', async () => {
    const { all, first, second, shared } = await start();
    addCase(first.station);
    await exchangeAll(all);
    addCase(second.station, 'OAKENFELL');
    shared.stale = new Set();
    for (let poll = 0; poll < 6; poll += 1) {
      first.station.setClock(first.station.clock() + 10_000);
      expect(await first.exchange.poll()).toMatchObject({ state: 'exchanged', alarms: [] });
    }
    shared.stale = null;
    await exchangeAll(all);
    expect(surnames(first)).toEqual(['CARTERWICK', 'OAKENFELL']);
  });

  test('stops in the end where files are in no listing and yet can be read, which a share’s client may do from memory.', async () => {
    const { all, first, shared } = await start();
    addCase(first.station);
    await exchangeAll(all);
    shared.stale = new Set();
    for (let minute = 0; minute < 11; minute += 1) {
      first.station.setClock(first.station.clock() + 60_000);
      await first.exchange.poll();
    }
    expect(first.exchange.status()).toMatchObject({ isStopped: true, alarms: [{ kind: 'emptied-folder' }] });
  });

  test('stops the exchange where it belongs to another scheme, and nothing is written there.', async () => {
    const { first, shared } = await start();
    shared.files.set('/share/roundtable.scheme', Buffer.from(JSON.stringify({ form: 1, scheme: 'other', folder: 'x' })));
    const before = shared.files.size;
    addCase(first.station);
    expect((await first.exchange.poll()).state).toBe('stopped');
    expect(shared.files.size).toBe(before);
  });

  test('stops the exchange where last week’s state was put back, and what was lost comes back from who has it.', async () => {
    const { all, first, second, shared } = await start();
    addCase(first.station);
    await exchangeAll(all);
    const lastWeek = new Map(shared.files);
    addCase(first.station, 'OAKENFELL');
    addCase(second.station, 'THISTLEMOOR');
    await exchangeAll(all);
    shared.files.clear();
    for (const [path, bytes] of lastWeek) shared.files.set(path, bytes);
    await pollForMinutes(first);
    expect(first.exchange.status()).toMatchObject({ isStopped: true, alarms: [{ kind: 'rolled-back-folder' }] });
    await first.exchange.continueHere();
    for (let round = 0; round < 3; round += 1) {
      await exchangeAll(all);
      for (const { exchange } of all) if (exchange.status().isStopped) await exchange.continueHere();
    }
    expect(print(first)).toBe(print(second));
    expect(surnames(second)).toEqual(['CARTERWICK', 'OAKENFELL', 'THISTLEMOOR']);
  });
});
