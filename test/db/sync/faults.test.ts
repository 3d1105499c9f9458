import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deviceIdentityFrom } from '../../../db/log/identity';
import { fingerprintTables } from '../../../db/log/rebuild';
import { meetings } from '../../../db/schema';
import type { Cipher } from '../../../db/sync/cipher';
import { contentHash, deviceFolder, writeFileName } from '../../../db/sync/file-names';
import { writeSegmentFile } from '../../../db/sync/segment';
import { exchangeAll, exchangeOf, meetInMemory } from '../../support/sync/exchanging';
import { addCase, copyOf, stationOn, surnames, type Workstation } from '../../support/sync/network';
import { plainCipher } from '../../support/sync/shared-folder';

const members = [{ role: 'coordinator', agency: 'probation' }] as const;
const minutes = 60_000;

/** As age does, this refuses what is not byte for byte what was sealed, its list of recipients included. */
function sealedWhole(device: string): Cipher {
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

async function start() {
  const met = await meetInMemory(members, sealedWhole);
  /** Paths of the segments of a workstation, in the order of their numbers. */
  const segmentsOf = ({ device }: Workstation) =>
    [...met.shared.files.keys()].filter((path) => path.includes(deviceFolder(device.id)) && path.endsWith('.seg')).sort();
  return { ...met, segmentsOf };
}
type Started = Awaited<ReturnType<typeof start>>;

const print = ({ station }: { readonly station: Workstation }) => fingerprintTables(station.connection);
const kinds = ({ exchange }: Started['first']) => exchange.status().alarms.map(({ kind }) => kind);

async function pollOften({ station, exchange }: Started['first'], times: number, apart: number): Promise<void> {
  for (let poll = 0; poll < times; poll += 1) {
    station.setClock(station.clock() + apart);
    await exchange.poll();
  }
}

test.each([
  { apart: 5000, kept: 2, when: 'one after the other', whom: 'the copy itself and everyone else' },
  { apart: 0, kept: 1, when: 'under one stamp', whom: 'the copy itself' },
])('Two copies of one device’s file that write $when are noticed by $whom.', async ({ apart, kept }) => {
  const { network, shared, first, second } = await start();
  const { id } = first.station.device;
  const at = first.station.clock();
  const station = stationOn(copyOf(first.station.connection), first.station, at + apart);
  const options = { cipher: sealedWhole(id), token: () => `copy${shared.calls}` };
  const copy = { station, exchange: exchangeOf(network, station, shared, options) };
  // Both write in the space of the scheme.
  for (const [each, title] of [
    [first, 'Weekly'],
    [copy, 'Extra'],
  ] as const)
    each.station.session.record('conference planned', (operation) => operation.put(meetings, operation.newId(), { title }));
  await first.exchange.poll();
  await copy.exchange.poll();
  await exchangeAll([second, first]);
  expect(copy.exchange.status().alarms).toContainEqual({ kind: 'copied-device', device: id, isOwn: true });
  // Of two entries under one stamp the copy itself may have kept its own aside, and then nobody else hears of it.
  if (kept === 2) expect(second.exchange.status().alarms).toContainEqual({ kind: 'copied-device', device: id, isOwn: false });
  expect(second.station.session.read.select({ title: meetings.title }).from(meetings).all()).toHaveLength(kept);
});

describe('A sync client’s copy of a file', () => {
  for (const name of [' (M. Larkspur’s conflicted copy 2026-03-03)', '-HARROW-LT-0217', ' (1)', '.sync-conflict-20260303-100000-ABCDEFG']) {
    test(`called …${name} is used where it is whole, under the number that it holds.`, async () => {
      const { shared, first, second, segmentsOf } = await start();
      addCase(first.station, 'CARTERWICK');
      await first.exchange.poll();
      const path = segmentsOf(first.station).at(-1) as string;
      shared.files.set(path.replace('.seg', `${name}.seg`), shared.files.get(path) as Uint8Array);
      shared.files.delete(path);
      await second.exchange.poll();
      expect(surnames(second)).toEqual(['CARTERWICK']);
      shared.files.set(path, shared.files.get(path.replace('.seg', `${name}.seg`)) as Uint8Array);
      await exchangeAll([first, second]);
      expect([kinds(first), kinds(second)]).toEqual([[], []]);
    });
  }

  test('is left alone where it is cut short.', async () => {
    const { shared, first, second, segmentsOf } = await start();
    addCase(first.station, 'CARTERWICK');
    await first.exchange.poll();
    const path = segmentsOf(first.station).at(-1) as string;
    shared.files.set(path.replace('.seg', ' (1).seg'), (shared.files.get(path) as Uint8Array).slice(0, 40));
    await exchangeAll([first, second]);
    expect(print(second)).toBe(print(first));
  });
});

describe('A file that was tampered with', () => {
  const flipped = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

  test('is taken in by nobody, whichever bit is another, is named, and comes in once it is whole.', async () => {
    const { shared, first, second, segmentsOf } = await start();
    addCase(first.station, 'CARTERWICK');
    await first.exchange.poll();
    const path = segmentsOf(first.station).at(-1) as string;
    const whole = shared.files.get(path) as Uint8Array;
    for (let at = 0; at < whole.length; at += 37) {
      shared.files.set(path, flipped(whole, at));
      await pollOften(second, 1, minutes);
      expect(surnames(second)).toEqual([]);
    }
    await pollOften(second, 3, 10 * minutes);
    const [, , folder, name] = path.split('/');
    expect(second.exchange.status().alarms).toContainEqual(
      expect.objectContaining({ kind: 'unread-file', folder, name, reason: 'not-whole' }),
    );
    shared.files.set(path, whole);
    await pollOften(second, 1, minutes);
    expect(surnames(second)).toEqual(['CARTERWICK']);
    expect(kinds(second)).toEqual([]);
  });

  test('under a name that fits what it holds now brings nothing in either.', async () => {
    const { shared, first, second, segmentsOf } = await start();
    addCase(first.station, 'CARTERWICK');
    await first.exchange.poll();
    const path = segmentsOf(first.station).at(-1) as string;
    const whole = shared.files.get(path) as Uint8Array;
    shared.files.delete(path);
    for (let at = 25; at < whole.length; at += 53) {
      const bytes = flipped(whole, at);
      const forged = path.replace(/-[0-9a-f]{40}/, `-${contentHash(bytes)}`);
      shared.files.set(forged, bytes);
      await second.exchange.poll();
      expect(surnames(second)).toEqual([]);
      shared.files.delete(forged);
    }
  });

  test('or put into another device’s folder, or given another number, is named and not taken in.', async () => {
    const { shared, first, second, segmentsOf } = await start();
    addCase(first.station, 'CARTERWICK');
    await first.exchange.poll();
    const path = segmentsOf(first.station).at(-1) as string;
    const bytes = shared.files.get(path) as Uint8Array;
    shared.files.delete(path);
    const moved = path.replace(deviceFolder(first.station.device.id), '0123456789abcdef01234567');
    shared.folders.add('/share/0123456789abcdef01234567');
    shared.files.set(moved, bytes);
    shared.files.set(path.replace(/\d{8}-/, '00000777-'), bytes);
    await pollOften(second, 4, 10 * minutes);
    expect(surnames(second)).toEqual([]);
    expect(second.exchange.status().alarms.filter(({ kind }) => kind === 'unread-file')).toMatchObject([
      { reason: 'wrong-folder' },
      { reason: 'wrong-folder' },
    ]);
  });
});

test('A segment that does not come though later ones have is told of after half an hour, and no longer once it came.', async () => {
  const { shared, first, second, segmentsOf } = await start();
  const before = segmentsOf(first.station).length;
  for (const surname of ['CARTERWICK', 'OAKENFELL', 'THISTLEMOOR']) {
    addCase(first.station, surname);
    await first.exchange.poll();
  }
  const late = segmentsOf(first.station)[before + 1] as string;
  const bytes = shared.files.get(late) as Uint8Array;
  shared.files.delete(late);
  await pollOften(second, 3, minutes);
  expect(surnames(second)).toEqual(['CARTERWICK', 'THISTLEMOOR']);
  expect(kinds(second)).toEqual([]);
  await pollOften(second, 3, 15 * minutes);
  const number = before + 2;
  expect(second.exchange.status().alarms).toMatchObject([
    { kind: 'missing-segments', device: first.station.device.id, first: number, last: number + 1 },
  ]);
  shared.files.set(late, bytes);
  await pollOften(second, 1, minutes);
  expect(kinds(second)).toEqual([]);
  expect(print(second)).toBe(print(first));
});

test('Another folder of the scheme where the known one stood stops the exchange, and on a word it is filled again.', async () => {
  const { shared, all, first, second } = await start();
  addCase(first.station, 'CARTERWICK');
  addCase(second.station, 'OAKENFELL');
  await exchangeAll(all);
  const manifest = JSON.parse(Buffer.from(shared.files.get('/share/roundtable.scheme') as Uint8Array).toString('utf8')) as object;
  shared.files.clear();
  shared.files.set('/share/roundtable.scheme', Buffer.from(JSON.stringify({ ...manifest, folder: 'made-anew' })));
  addCase(first.station, 'THISTLEMOOR');
  expect(await first.exchange.poll()).toMatchObject({ state: 'stopped', alarms: [{ kind: 're-created-folder' }] });
  expect(shared.files.size).toBe(1);
  for (const { exchange } of all) {
    await exchange.poll();
    expect((await exchange.continueHere()).state).toBe('exchanged');
  }
  await exchangeAll(all);
  expect([kinds(first), kinds(second)]).toEqual([[], []]);
  expect(surnames(second)).toEqual(['CARTERWICK', 'OAKENFELL', 'THISTLEMOOR']);
  expect(print(second)).toBe(print(first));
  expect([...shared.files.keys()].some((path) => path.endsWith('.seg'))).toBe(true);
});

test('A file that is there though the share said that it failed is not taken for a copy of this device.', async () => {
  const { shared, all, first, second } = await start();
  addCase(first.station, 'CARTERWICK');
  shared.fault = (_, what) => (what === 'flushFolder' ? 'EIO' : null);
  expect((await first.exchange.poll()).state).toBe('unreachable');
  shared.fault = () => null;
  await exchangeAll(all);
  expect([kinds(first), kinds(second)]).toEqual([[], []]);
  expect(surnames(second)).toEqual(['CARTERWICK']);
});

describe('A folder whose own note is cut short', () => {
  const path = '/share/roundtable.scheme';

  test('is not taken for an empty one by who begins with it, and nothing is written there.', async () => {
    const { shared, second } = await start();
    const whole = shared.files.get(path) as Uint8Array;
    for (const length of [0, 1, whole.length >> 1]) {
      shared.files.set(path, whole.slice(0, length));
      const before = new Map(shared.files);
      expect(await second.exchange.setUp()).toMatchObject({ ok: false, alarm: { kind: 'unreachable', problem: 'not-whole' } });
      expect(shared.files).toEqual(before);
    }
  });

  test('is told of, gets it anew after a while by who has written there, and goes on.', async () => {
    const { shared, all, first, second } = await start();
    const whole = shared.files.get(path) as Uint8Array;
    shared.files.set(path, new Uint8Array());
    addCase(first.station, 'CARTERWICK');
    expect(await first.exchange.poll()).toMatchObject({ state: 'unreachable', alarms: [{ kind: 'unreachable', problem: 'not-whole' }] });
    expect(shared.files.get(path)).toHaveLength(0);
    await pollOften(first, 2, 10 * minutes);
    expect(Buffer.from(shared.files.get(path) as Uint8Array).equals(whole)).toBe(true);
    await exchangeAll(all);
    expect([kinds(first), kinds(second)]).toEqual([[], []]);
    expect(surnames(second)).toEqual(['CARTERWICK']);
  });
});

test('Who goes on after an alarm while the share is out of reach is told so, and can go on once it is back.', async () => {
  const { shared, all, first, second } = await start();
  shared.files.clear();
  await pollOften(first, 3, minutes);
  await pollOften(second, 3, minutes);
  shared.fault = () => 'EIO';
  const { state, alarms } = await first.exchange.continueHere();
  expect(state).toBe('unreachable');
  expect(alarms.map(({ kind }) => kind)).toEqual(['emptied-folder', 'unreachable']);
  shared.fault = () => null;
  for (const { exchange } of all) expect((await exchange.continueHere()).state).toBe('exchanged');
  await exchangeAll(all);
  expect([kinds(first), kinds(second)]).toEqual([[], []]);
  expect(print(second)).toBe(print(first));
});

test('A file of somebody who was never admitted is tried once a look, whatever else comes with it, and is told of.', async () => {
  const { network, shared, first, second } = await start();
  const stranger = deviceIdentityFrom(Buffer.alloc(32, 7));
  const note = {
    ...({ kind: 'segment', scheme: network.anchor, device: stranger.id, number: 1, previous: '' } as const),
    ...{ covers: [], heads: {}, clock: second.station.clock() },
  };
  const cipher = sealedWhole(second.station.device.id);
  const bytes = await writeSegmentFile(note, [], { device: stranger, cipher, recipients: [`fake-${second.station.device.id}`] });
  const folder = deviceFolder(stranger.id);
  shared.folders.add(`/share/${folder}`);
  shared.files.set(`/share/${folder}/${writeFileName({ kind: 'segment', number: 1, hash: contentHash(bytes) })}`, bytes);
  addCase(first.station, 'CARTERWICK');
  await first.exchange.poll();
  await pollOften(second, 4, 10 * minutes);
  expect(surnames(second)).toEqual(['CARTERWICK']);
  expect(second.exchange.status().alarms).toMatchObject([{ kind: 'unread-file', folder, reason: 'unknown-sender' }]);
});
