import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintTables } from '../../db/log/rebuild';
import { cases } from '../../db/schema';
import { ageCipher } from '../../db/sync/cipher';
import { contentHash } from '../../db/sync/file-names';
import { readManifest } from '../../db/sync/manifest';
import { shareAt } from '../../electron/services/sharing/transport';
import { exchangeOf } from '../support/sync/exchanging';
import { addCase, openCase, surnames, type Workstation } from '../support/sync/network';
import { transportSuite } from '../support/sync/transport-suite';
import { openNetworkWithKeys } from '../support/sync/with-keys';
import { diskBytes, keptFiles, openShare, type RealShare, type ShareKind, until } from './real-share';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
] as const;

/** What must hold on a share with a real server, whatever becomes of the server. */
export function shareSuite(kind: ShareKind): void {
  let share: RealShare;
  let count = 0;
  beforeAll(async () => {
    share = await openShare(kind, members.length + 1);
  });
  afterAll(() => share.close());

  /** A new folder on the share, as each workstation sees it and as the server keeps it. */
  async function newPlace() {
    count += 1;
    const name = `scheme-${count}`;
    const seen = share.folders.map((folder) => join(folder, name));
    // A client may find out only by this that a server it knew is no more.
    await until(() => isMade(seen[0] as string) && isThere(join(share.kept, name)), 'the new folder is made');
    for (const folder of seen) await until(() => isThere(folder), 'the new folder is seen');
    return { seen, kept: join(share.kept, name) };
  }

  describe('As a place for files', () => {
    transportSuite(async () => shareAt((await newPlace()).seen[0] as string));
  });

  describe('With three workstations', () => {
    let place: Awaited<ReturnType<typeof newPlace>>;
    let all: Awaited<ReturnType<typeof workstations>>;
    beforeEach(async () => {
      place = await newPlace();
      all = await workstations(place.seen);
    });

    test('what each writes reaches the others, and a partner gets what is open to it alone.', async () => {
      const [first, second, partner] = all;
      const open = addCase(first.station);
      addCase(second.station, 'OAKENFELL');
      openCase(first.station, open, 'agency-housing');
      await settle(all);
      expect(surnames(second)).toEqual(['CARTERWICK', 'OAKENFELL']);
      expect(surnames(partner)).toEqual(['CARTERWICK']);
    });

    test('a server that is killed again and again in the middle of writing loses nothing, and leaves no half file under a whole one’s name.', async () => {
      const [first, second] = all;
      const expected: string[] = [];
      for (let kill = 0; kill < 6; kill += 1) {
        for (const { station } of [first, second]) {
          const surname = `THISTLEMOOR ${kill} ${station.device.id.slice(0, 4)}`;
          station.session.record('case added', (o) => o.put(cases, o.newId(), { surname, doAdvice: 'Long advice. '.repeat(20_000) }));
          expected.push(surname);
        }
        const before = keptFiles(place.kept).length;
        const polls = [first, second].map(({ exchange }) => exchange.poll());
        // Sooner or later in the writing: at its first sign, and after each further file.
        await until(async () => keptFiles(place.kept).length > before + (kill % 3) || (await isOver(polls)), 'something is written');
        await share.kill();
        await Promise.all(polls);
        await share.serve();
      }
      await settle(all);
      expect(surnames(first)).toEqual(expected.sort());
      expect(wholeFiles(place.kept)).toBeGreaterThan(0);
    });

    test('a full disk is told of, loses nothing, and what waited goes over once there is room.', async () => {
      const [first, second] = all;
      const ballast = join(share.disk, 'ballast');
      fill(ballast);
      try {
        const many = 'Words that do not fit. ';
        first.station.session.record('case added', (o) =>
          o.put(cases, o.newId(), { surname: 'CARTERWICK', doAdvice: many.repeat(30_000) }),
        );
        expect(await first.exchange.poll()).toMatchObject({ state: 'unreachable', alarms: [{ kind: 'unreachable' }] });
        expect(first.exchange.status().waiting).toBeGreaterThan(0);
        expect(surnames(first)).toEqual(['CARTERWICK']);
      } finally {
        rmSync(ballast);
      }
      await settle(all);
      expect(surnames(second)).toEqual(['CARTERWICK']);
    });

    test('a share that has become read-only is told of and read all the same.', async () => {
      const [first, second] = all;
      addCase(first.station);
      await first.exchange.poll();
      addCase(second.station, 'OAKENFELL');
      await share.serve('read-only');
      try {
        await until(async () => {
          const report = await second.exchange.poll();
          return report.alarms.some(({ kind: alarm }) => alarm === 'unreachable') && surnames(second).length === 2;
        }, 'the other’s case is read and the alarm is raised');
        expect(second.exchange.status().waiting).toBeGreaterThan(0);
      } finally {
        await share.serve();
      }
      await settle(all);
      expect(surnames(first)).toEqual(['CARTERWICK', 'OAKENFELL']);
    });

    test('a server that stands still holds up nothing on the workstation, and what was recorded meanwhile goes over afterwards.', async () => {
      const [first, second] = all;
      addCase(first.station);
      share.pause(true);
      const poll = first.exchange.poll();
      for (let index = 0; index < 50; index += 1) addCase(first.station, `CASE ${index}`);
      expect(surnames(first)).toHaveLength(51);
      share.pause(false);
      await poll;
      await settle(all);
      expect(surnames(second)).toHaveLength(51);
    });

    test('last week’s folder put back stops the exchange with its alarm, and everything is there again on a word.', async () => {
      const [first, second] = all;
      addCase(first.station);
      await settle(all);
      const lastWeek = join(share.disk, 'last-week');
      copy(place.kept, lastWeek);
      addCase(second.station, 'OAKENFELL');
      await settle(all);
      rmSync(place.kept, { recursive: true });
      copy(lastWeek, place.kept);
      rmSync(lastWeek, { recursive: true });
      await share.serve();
      await until(async () => {
        first.station.setClock(first.station.clock() + 30_000);
        return (await first.exchange.poll()).state === 'stopped';
      }, 'the exchange stops');
      expect(first.exchange.status().alarms.map(({ kind: alarm }) => alarm)).toContain('rolled-back-folder');
      addCase(first.station, 'WRENFIELD');
      await settle(all, { goOn: true });
      expect(surnames(second)).toEqual(['CARTERWICK', 'OAKENFELL', 'WRENFIELD']);
    });

    test('files of other programs are left alone and taken for nothing.', async () => {
      const [first, second] = all;
      addCase(first.station);
      await settle(all);
      const [segment] = keptFiles(place.kept).filter((path) => path.endsWith('.seg')) as [string];
      const strangers = [
        segment.replace('.seg', ' (1).seg'),
        segment.replace('.seg', '-LAPTOP7.seg'),
        join(segment, '..', 'desktop.ini'),
        join(place.seen[0] as string, 'Thumbs.db'),
      ];
      for (const path of strangers) writeFileSync(path.replace(place.seen[0] as string, place.kept), readFileSync(segment));
      addCase(second.station, 'OAKENFELL');
      await settle(all);
      expect(surnames(first)).toEqual(['CARTERWICK', 'OAKENFELL']);
      expect(first.exchange.status().alarms).toEqual([]);
      for (const path of strangers) expect(keptFiles(place.kept)).toContain(path.replace(place.seen[0] as string, place.kept));
    });
  });
}

type Member = { readonly station: Workstation; readonly exchange: ReturnType<typeof exchangeOf> };

/** Founder, second coordinator and a partner, with real keys, each through its own client. */
async function workstations(seen: readonly string[]): Promise<readonly [Member, Member, Member]> {
  const { network, identities } = await openNetworkWithKeys(members);
  const all = network.stations.map((station, index) => ({
    station,
    exchange: exchangeOf(network, station, shareAt(seen[index] as string), { cipher: ageCipher(identities.get(station) as string) }),
  })) as [Member, Member, Member];
  expect(await all[0].exchange.setUp()).toEqual({ ok: true });
  // Whoever joins has the folder from the scheme's invitation, and begins once its own client shows that it is the scheme's.
  for (const folder of seen)
    await until(async () => {
      const manifest = await readManifest(shareAt(folder));
      return manifest.ok && manifest.value !== null;
    }, 'the folder is recognised');
  return all;
}

/**
 * Polls in turn until the coordinators agree and nobody has anything to hand over: clients may show a file a little later.
 * With `goOn` somebody presses the button wherever the exchange has stopped.
 */
async function settle(all: readonly [Member, Member, Member], { goOn = false } = {}): Promise<void> {
  const [first, second] = all;
  await until(
    async () => {
      let moved = 0;
      for (const { station, exchange } of all) {
        station.setClock(station.clock() + 30_000);
        const isStopped = exchange.status().isStopped;
        const { read, written } = goOn && isStopped ? await exchange.continueHere() : await exchange.poll();
        moved += read + written;
      }
      const isHandedOver = all.every(({ exchange }) => exchange.status().waiting === 0);
      const isSame = fingerprintTables(first.station.connection) === fingerprintTables(second.station.connection);
      return moved === 0 && isHandedOver && isSame;
    },
    () => `all workstations have the same: ${JSON.stringify(all.map(({ exchange }) => exchange.status()))}`,
    { milliseconds: 60_000, pause: 500 },
  );
}

/** With owners, rights and times, as a backup is put back. */
function copy(from: string, to: string): void {
  expect(spawnSync('cp', ['--archive', from, to]).status).toBe(0);
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

function isThere(folder: string): boolean {
  try {
    readdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function isOver(work: readonly Promise<unknown>[]): Promise<boolean> {
  return Promise.race([Promise.all(work).then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
}

/** Takes all the room there is. */
function fill(path: string): void {
  for (let size = diskBytes; size >= 4096; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // It takes no more pieces of this size.
    }
  }
}

/** How many files bear the name of their content; one that does not fails the test. */
function wholeFiles(kept: string): number {
  const named = keptFiles(kept).filter((path) => /\.(seg|pack|snap|ack)$/.test(path));
  for (const path of named) expect(path).toContain(contentHash(readFileSync(path)));
  return named.length;
}
