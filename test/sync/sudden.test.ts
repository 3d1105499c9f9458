import { expect, test } from 'vitest';
import { fingerprintTables } from '../../db/log/rebuild';
import { exchangeAll, meetInMemory, type Seat } from '../support/sync/exchanging';
import { addCase, copyOf, stationOn, surnames } from '../support/sync/network';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
] as const;
const hour = 3_600_000;
const year = 365 * 24 * hour;

async function goOn(all: readonly Seat[], times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    for (const { exchange } of all) if (exchange.status().isStopped) await exchange.continueHere();
    await exchangeAll(all, 12);
  }
}

const print = ({ station }: Seat) => fingerprintTables(station.connection);

test('Clocks that jump by hours and by years, either way, in the middle of an exchange, lose nothing and leave nobody standing.', async () => {
  const jumps = [hour, -hour, 24 * hour, -24 * hour, 40 * 24 * hour, year, -year, 10 * year, -10 * year];
  const { all, shared, first, second } = await meetInMemory(members);
  const begun = first.station.clock();
  let calls = 0;
  shared.fault = () => {
    calls += 1;
    const jump = jumps[(calls * 5) % jumps.length] ?? 0;
    if (calls % 7 === 0) all[(calls / 7) % all.length]?.station.setClock(begun + jump);
    return null;
  };
  for (let round = 0; round < 12; round += 1) {
    addCase(first.station, `ONE${round}`);
    addCase(second.station, `TWO${round}`);
    for (const { exchange } of all) await exchange.poll();
  }
  expect(calls).toBeGreaterThan(200);
  shared.fault = () => null;
  for (const later of [hour, 4 * hour]) {
    for (const { station } of all) station.setClock(begun + later);
    await goOn(all, 3);
  }
  expect(surnames(first)).toHaveLength(24);
  expect(print(first)).toBe(print(second));
  expect(all.map(({ exchange }) => [exchange.status().waiting, exchange.status().isStopped])).toEqual(all.map(() => [0, false]));
});

test.each([3, 9, 15, 21, 40])(
  'Killed at call %i of a hand-over, and the folder put back to last week before the next start: nothing is lost once somebody goes on.',
  async (at) => {
    const { shared, all, first, second, third, open } = await meetInMemory(members);
    addCase(first.station, 'BEFORE');
    await exchangeAll(all);
    const lastWeek = new Map(shared.files);
    for (const surname of ['SINCE-1', 'SINCE-2']) {
      addCase(first.station, surname);
      addCase(second.station, `${surname}-TOO`);
      await exchangeAll(all, 2);
    }
    addCase(first.station, 'KILLED');
    const killedAt = shared.calls + at;
    shared.fault = (call) => (call >= killedAt ? 'EIO' : null);
    await first.exchange.poll();
    shared.fault = () => null;
    shared.files.clear();
    for (const [path, bytes] of lastWeek) shared.files.set(path, bytes);
    const again = open(stationOn(copyOf(first.station.connection), first.station, first.station.clock()));
    const now = [again, second, third];
    for (let round = 0; round < 6; round += 1) await exchangeAll(now, 1);
    await goOn(now, 3);
    expect(surnames(again)).toEqual(['BEFORE', 'KILLED', 'SINCE-1', 'SINCE-1-TOO', 'SINCE-2', 'SINCE-2-TOO']);
    expect(print(again)).toBe(print(second));
    expect(now.flatMap(({ exchange }) => exchange.status().alarms)).toEqual([]);
  },
);
