import { describe, expect, test } from 'vitest';
import { fingerprintTables } from '../../db/log/rebuild';
import { verifyLog } from '../../db/log/verify';
import { actions, aliases, cases, contributions, documents } from '../../db/schema';
import { ageCipher } from '../../db/sync/cipher';
import { deviceFolder } from '../../db/sync/file-names';
import { retireDevice } from '../../db/sync/membership';
import { eraseCase } from '../support/sync/erasing';
import { exchangeAll, exchangeOf } from '../support/sync/exchanging';
import { openCase, type Workstation } from '../support/sync/network';
import { everythingOpenTo } from '../support/sync/opened';
import { createSharedFolder } from '../support/sync/shared-folder';
import { openNetworkWithKeys } from '../support/sync/with-keys';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
  { role: 'manager', agency: 'drugs' },
] as const;

async function start() {
  const { network, identities } = await openNetworkWithKeys(members);
  const shared = createSharedFolder();
  const open = (station: Workstation, token = 't') =>
    exchangeOf(network, station, shared, {
      cipher: ageCipher(identities.get(station) as string),
      token: () => `${token}${Math.round(station.clock())}`,
    });
  const all = network.stations.map((station) => ({ station, exchange: open(station) }));
  for (const { exchange } of all) await exchange.setUp();
  const [first, second, partner, manager] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0], (typeof all)[0]];
  /** All that any key opens in the folder. */
  const opened = async () =>
    (await Promise.all([...identities.values()].map((id) => everythingOpenTo(id, [...shared.files.values()])))).join('');
  return { network, shared, all, first, second, partner, manager, open, opened };
}

const gone = (station: Workstation) => {
  station.connection.raw.exec('vacuum');
  return Buffer.from(station.connection.raw.serialize()).toString('latin1');
};

function fill(station: Workstation): { readonly erased: string; readonly other: string } {
  const [erased, other] = ['CANARY-ERASED', 'KEPT'].map((word) =>
    station.session.record('case added', (o) => {
      const id = o.newId();
      o.put(cases, id, { surname: `${word}-surname`, doAdvice: `${word}-advice`, pnc: `${word}-pnc` });
      o.put(aliases, o.newId(), { caseId: id, name: `${word}-alias` });
      o.put(actions, o.newId(), { caseId: id, text: `${word}-action`, agencyId: 'agency-housing' });
      return id;
    }),
  ) as [string, string];
  for (const id of [erased, other]) openCase(station, id, 'agency-housing');
  return { erased, other };
}

/** So many segments of one workstation that they are packed. */
async function chatter(all: Awaited<ReturnType<typeof start>>['all'], caseId: string): Promise<void> {
  const { station, exchange } = all[0] as (typeof all)[0];
  for (let round = 0; round < 25; round += 1) {
    station.session.record('note', (o) => o.put(cases, caseId, { area: `CANARY-ERASED-area-${round}` }));
    station.setClock(station.clock() + 1000);
    await exchange.poll();
  }
  await exchangeAll(all);
  all[1]?.station.session.record('note', (o) => o.put(cases, caseId, { area: 'CANARY-ERASED-area-last' }));
  await exchangeAll(all);
}

describe('Through the shared folder', () => {
  test('an erased case goes out of every database and every file, packs and snapshots among them, and nothing else does.', async () => {
    const { network, shared, all, first, second, partner, opened } = await start();
    const { erased, other } = fill(first.station);
    await exchangeAll(all);
    await chatter(all, erased);
    expect(await first.exchange.writeSnapshot(second.station.device.id)).toBe(true);
    expect([...shared.files.keys()].map((path) => path.split('.').at(-1))).toEqual(expect.arrayContaining(['pack', 'snap', 'seg']));
    expect(await opened()).toContain('CANARY-ERASED-area-3');
    const rows = ({ connection }: Workstation) => connection.raw.prepare('select * from actions where case_id = ?').all(other);
    const before = rows(partner.station);
    eraseCase(network, first.station, erased);
    await exchangeAll(all);
    const held = await opened();
    expect(held).toContain('KEPT-surname');
    expect(held).not.toContain('CANARY-ERASED');
    for (const { station, exchange } of all) {
      expect(gone(station)).not.toContain('CANARY-ERASED');
      expect(rows(station)).toEqual(before);
      expect(verifyLog(station.connection).problems).toEqual([]);
      expect(exchange.status()).toMatchObject({ waiting: 0, alarms: [], isStopped: false });
      expect(station.connection.raw.prepare('select 1 from erasure_work where share_cleared_at is null').all()).toEqual([]);
    }
    expect(new Set([first, second].map(({ station }) => fingerprintTables(station.connection))).size).toBe(1);
    first.station.session.record('note', (o) => o.put(cases, other, { area: 'afterwards' }));
    await exchangeAll(all);
    expect(fingerprintTables(second.station.connection)).toBe(fingerprintTables(first.station.connection));
    for (let round = 0; round < 2; round += 1) await chatterOnce(all, other, round);
    expect(all.flatMap(({ exchange }) => exchange.status().alarms)).toEqual([]);
  });

  test('a laptop that was away for months learns of it, hands nothing of the case over, and loses its late entries by count alone.', async () => {
    const { network, all, first, second, partner, opened } = await start();
    const { erased, other } = fill(first.station);
    await exchangeAll(all);
    const atWork = all.filter((each) => each !== partner && each !== second);
    for (const { station } of [second, partner]) {
      station.session.record('update sent', (o) =>
        o.put(contributions, o.newId(), {
          caseId: erased,
          agencyId: 'agency-housing',
          personId: station.personId,
          text: 'CANARY-ERASED-late',
        }),
      );
    }
    // It had made its file already, and the share was gone before it was written.
    partner.station.setClock(partner.station.clock() + 30_000);
    eraseCase(network, first.station, erased);
    await exchangeAll(atWork);
    expect(await opened()).not.toContain('CANARY-ERASED-late');
    partner.station.setClock(partner.station.clock() + 90 * 86_400_000);
    await exchangeAll(all);
    expect(await opened()).not.toContain('CANARY-ERASED');
    for (const { station, exchange } of all) {
      expect(gone(station)).not.toContain('CANARY-ERASED');
      expect(station.session.read.select({ id: cases.id }).from(cases).all()).toEqual([{ id: other }]);
      expect(exchange.status().waiting).toBe(0);
    }
    const late = ({ station }: typeof partner) =>
      station.connection.raw.prepare("select count(*) from commits_aside where reason = 'erased-case'").pluck().get();
    expect([late(second), late(partner)]).toEqual([1, 1]);
  });

  test('what waits in the outbox is cut before it is written, also where the folder was out of reach meanwhile.', async () => {
    const { network, shared, all, first, second, opened, open } = await start();
    const { erased } = fill(first.station);
    await exchangeAll(all);
    shared.fault = (_call, what, path) => (what === 'create' && path.includes('.tmp') ? 'ENOSPC' : what === 'create' ? 'ENOSPC' : null);
    second.station.session.record('note', (o) => o.put(cases, erased, { area: 'CANARY-ERASED-waiting' }));
    second.station.session.record('pack issued', (o) => o.put(documents, o.newId(), { title: 'KEPT-ledger' }));
    second.station.setClock(second.station.clock() + 30_000);
    await second.exchange.poll();
    expect(second.station.connection.raw.prepare('select count(*) from sync_outbox').pluck().get()).toBeGreaterThan(0);
    eraseCase(network, second.station, erased);
    second.exchange = open(second.station, 'again');
    await second.exchange.poll();
    shared.fault = () => null;
    await exchangeAll(all);
    await exchangeAll(all);
    expect(await opened()).not.toContain('CANARY-ERASED');
    expect(fingerprintTables(second.station.connection)).toBe(fingerprintTables(first.station.connection));
    expect(all.flatMap(({ exchange }) => exchange.status().alarms).filter(({ kind }) => kind !== 'unreachable')).toEqual([]);
    expect(all.map(({ exchange }) => exchange.status().waiting)).toEqual([0, 0, 0, 0]);
  });

  test('the files of a retired workstation are put in order by a coordinator’s, and who was away loses nothing of them.', async () => {
    const { network, shared, all, first, second, partner, manager, opened } = await start();
    const { erased, other } = fill(second.station);
    await exchangeAll(all);
    await second.exchange.writeSnapshot(partner.station.device.id);
    const away = all.filter((each) => each !== partner);
    second.station.session.record('note', (o) => o.put(cases, other, { area: 'KEPT-while-away' }));
    second.station.session.record('note', (o) => o.put(cases, erased, { area: 'CANARY-ERASED-while-away' }));
    await exchangeAll(away);
    first.station.session.record('retired', (o) => retireDevice(o, first.station.connection, second.station.device.id));
    const left = all.filter((each) => each !== second);
    await exchangeAll(left.filter((each) => each !== partner));
    eraseCase(network, first.station, erased);
    await exchangeAll(left.filter((each) => each !== partner));
    const held = await opened();
    expect(held.includes('CANARY-ERASED')).toBe(false);
    expect(held.includes('KEPT-while-away')).toBe(true);
    const files = () => [...shared.files.keys()].filter((path) => path.includes(deviceFolder(second.station.device.id)));
    expect(files().every((path) => path.endsWith('.ack'))).toBe(true);
    await exchangeAll(left);
    const area = ({ station }: typeof first) => station.session.read.select({ id: cases.id, area: cases.area }).from(cases).all();
    for (const each of [first, manager, partner]) expect(area(each)).toEqual([{ id: other, area: 'KEPT-while-away' }]);
    for (const { station, exchange } of left) {
      expect(exchange.status()).toMatchObject({ waiting: 0, alarms: [], isStopped: false });
      expect(gone(station)).not.toContain('CANARY-ERASED');
    }
    const calls = shared.calls;
    await first.exchange.poll();
    expect(shared.calls - calls).toBeLessThan(30);
  });
});

async function chatterOnce(all: Awaited<ReturnType<typeof start>>['all'], caseId: string, round: number): Promise<void> {
  for (const { station } of all.slice(0, 2)) station.session.record('note', (o) => o.put(cases, caseId, { area: `KEPT-area-${round}` }));
  await exchangeAll(all, 1);
}
