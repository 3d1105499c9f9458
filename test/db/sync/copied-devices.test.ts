import { expect, test } from 'vitest';
import { fingerprintTables } from '../../../db/log/rebuild';
import { deviceFolder } from '../../../db/sync/file-names';
import { exchangeAll, exchangeOf, meetInMemory } from '../../support/sync/exchanging';
import { addCase, copyOf, stationOn, surnames } from '../../support/sync/network';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'coordinator', agency: 'housing' },
] as const;

test('A file put back from before its segments were packed gives out none of their numbers again, and who was away loses nothing of it.', async () => {
  const { network, shared, all, first, second, third } = await meetInMemory(members);
  const lastWeek = copyOf(first.station.connection);
  const packsOf = () =>
    [...shared.files.keys()].filter((path) => path.includes(deviceFolder(first.station.device.id)) && path.endsWith('.pack'));
  for (let count = 0; count < 40; count += 1) {
    addCase(first.station, `BEFORE${count}`);
    await first.exchange.poll();
  }
  await exchangeAll(all, 12);
  expect(packsOf()).toHaveLength(1);

  const station = stationOn(lastWeek, first.station, first.station.clock() + 3_600_000);
  const restored = { station, exchange: exchangeOf(network, station, shared, { token: () => `again${shared.calls}` }) };
  second.station.setClock(station.clock());
  for (let count = 0; count < 30; count += 1) {
    addCase(restored.station, `AFTER${count}`);
    await restored.exchange.poll();
  }
  expect(restored.exchange.status().alarms).toEqual([{ kind: 'copied-device', device: first.station.device.id, isOwn: true }]);
  // The third is away while the second reads all of it, and the small files go.
  await exchangeAll([restored, second], 12);
  third.station.setClock(station.clock() + 3_600_000);
  await exchangeAll([third, restored, second], 12);
  for (const each of [restored, second, third]) expect(surnames(each)).toHaveLength(70);
  expect(fingerprintTables(third.station.connection)).toBe(fingerprintTables(restored.station.connection));
});
