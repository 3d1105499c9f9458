import { expect, test } from 'vitest';
import { deviceIdentityFrom } from '../../../db/log/identity';
import { fingerprintTables } from '../../../db/log/rebuild';
import { contributions, needs } from '../../../db/schema';
import { admitDevice } from '../../../db/sync/membership';
import { sealedWhole } from '../../support/sync/attacked-folder';
import { craftCommit, putFile } from '../../support/sync/crafted';
import { exchangeAll, meetInMemory } from '../../support/sync/exchanging';
import { addCase, asideOf, openCase, openStart, ownCommits, receive, stationOn, surnames } from '../../support/sync/network';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
] as const;

async function start() {
  const { third: partner, ...met } = await meetInMemory(members, sealedWhole);
  return { ...met, partner };
}

test('A partner whose refused entry lies between others is stood in for once, and not at every look; the newcomer keeps aside what all do.', async () => {
  const { network, shared, all, open, first, second, partner } = await start();
  const id = addCase(first.station, 'CARTERWICK');
  openCase(first.station, id, partner.station.agencyId);
  await exchangeAll(all);
  const say = (row: string, agency: string) =>
    partner.station.session.record('update written', (o) => {
      const fields = { caseId: id, agencyId: agency, personId: partner.station.personId, text: row } as const;
      o.put(contributions, row, fields);
    });
  say('one', partner.station.agencyId);
  say('two', 'agency-police');
  say('three', partner.station.agencyId);
  await exchangeAll(all);
  expect(asideOf(second.station)).toEqual([expect.stringMatching(/^another-agency /)]);
  // The partner is heard of no more, and somebody joins.
  const device = deviceIdentityFrom(Buffer.alloc(32, 9));
  first.station.session.record('workstation admitted', (o) =>
    admitDevice(o, { id: device.id, personId: 'member-0', name: 'new', signingKey: device.publicKey, recipient: `fake-${device.id}` }),
  );
  const { connection } = openStart(members);
  const fresh = open(stationOn(connection, { ...second.station, device }, first.station.clock()));
  receive(
    network,
    fresh.station,
    ownCommits(first.station).filter(({ space }) => space === 'scheme'),
  );
  const at = [first, second, fresh];
  await exchangeAll(at);
  for (const { station } of at) station.setClock(station.clock() + 3 * 3_600_000);
  for (let look = 0; look < 3; look += 1) await exchangeAll(at);
  const files = () => [...shared.files.keys()].filter((path) => path.endsWith('.seg')).length;
  const before = files();
  for (const { station } of at) station.setClock(station.clock() + 3 * 3_600_000);
  for (let look = 0; look < 6; look += 1) await exchangeAll(at, 1);
  expect(files()).toBe(before);
  expect(surnames(fresh)).toEqual(['CARTERWICK']);
  expect(asideOf(fresh.station)).toEqual(asideOf(second.station));
  expect(fingerprintTables(fresh.station.connection)).toBe(fingerprintTables(second.station.connection));
});

test('An entry that has never come, in the middle of others, has nobody write a file at every look.', async () => {
  const { network, shared, all, first, second } = await start();
  const id = addCase(first.station, 'CARTERWICK');
  await exchangeAll(all);
  const commits = [900, 905].map((number) =>
    craftCommit(second.station, {
      space: `case:${id}`,
      number,
      puts: [{ relation: 'needs', row: `n${number}`, field: 'pathway', value: 'alcohol' }],
    }),
  );
  await putFile(network, shared, second.station, { parts: [{ space: `case:${id}`, commits }], to: network.stations });
  await exchangeAll(all);
  for (const { station } of all) station.setClock(station.clock() + 3 * 3_600_000);
  for (let look = 0; look < 3; look += 1) await exchangeAll(all);
  const before = shared.files.size;
  for (let look = 0; look < 6; look += 1) await exchangeAll(all, 1);
  expect(shared.files.size).toBe(before);
  expect(first.station.session.read.select().from(needs).all()).toHaveLength(2);
});
