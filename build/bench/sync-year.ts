import { exchangeOf } from '../../test/support/sync/exchanging';
import { addCase, openNetwork } from '../../test/support/sync/network';
import { letGo } from '../../test/support/sync/reused-network';
import { createSharedFolder } from '../../test/support/sync/shared-folder';

/**
 * Twenty workstations, of which each records and exchanges on every working day of a year, while one is away from the second
 * month on: the most files that the folder held.
 */
export async function mostFilesOfYear(devices: number, days: number): Promise<number> {
  const members = Array.from(
    { length: devices - 1 },
    (_, index) => ({ role: 'coordinator', agency: index % 2 ? 'probation' : 'police' }) as const,
  );
  const network = openNetwork(members);
  const shared = createSharedFolder();
  const all = network.stations.map((station) => ({ station, exchange: exchangeOf(network, station, shared) }));
  for (const { exchange } of all) await exchange.setUp();
  let most = 0;
  for (let day = 0; day < days; day += 1) {
    const weekends = Math.floor(day / 5) * 2;
    for (const [index, { station, exchange }] of all.entries()) {
      if (index === devices - 1 && day > 20) continue;
      station.setClock(network.founder.clock());
      addCase(station);
      await exchange.poll();
    }
    for (const { station } of all) station.setClock(station.clock() + 86_400_000 * (weekends > Math.floor((day - 1) / 5) * 2 ? 3 : 1));
    most = Math.max(most, shared.files.size);
    await letGo();
  }
  return most;
}
