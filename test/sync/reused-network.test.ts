import { expect, test } from 'vitest';
import { cases, devices } from '../../db/schema';
import { exchangeAll, exchangeOf } from '../support/sync/exchanging';
import { addCase, openNetwork, ownCommits, type Workstation } from '../support/sync/network';
import { reuseNetwork } from '../support/sync/reused-network';
import { createSharedFolder } from '../support/sync/shared-folder';

const members = [{ role: 'coordinator', agency: 'probation' }] as const;

/** Every row of every table, whatever it is for, but the search's own pages. */
const allRows = ({ connection: { raw } }: Workstation) => {
  const tables = raw
    .prepare<[], string>(`select name from sqlite_master where type = 'table' and name not glob 'search_index*' order by name`)
    .pluck()
    .all();
  return tables.map((table) => [table, raw.prepare(`select * from "${table}"`).all()]);
};

test('A network that is used again begins with the very rows of a new one, whatever was done to it, and plays the same story byte for byte.', async () => {
  const play = async () => {
    const { network, giveBack } = reuseNetwork(members, 0);
    const before = network.stations.map(allRows);
    const shared = createSharedFolder();
    const all = network.stations.map((station) => ({ station, exchange: exchangeOf(network, station, shared) }));
    const [first, second] = network.stations as [Workstation, Workstation];
    const id = addCase(first);
    await exchangeAll(all);
    second.session.record('case changed', (o) => o.put(cases, id, { surname: 'OAKENFELL' }));
    first.session.record('device named', (o) => o.put(devices, second.device.id, { name: 'HARROW-LT-0999' }));
    await exchangeAll(all);
    const told = network.stations.map((station) => ownCommits(station).map(({ hash }) => hash));
    giveBack();
    return { before, told };
  };
  const first = await play();
  expect(await play()).toEqual(first);
  expect(first.before).toEqual(openNetwork(members).stations.map(allRows));
});
