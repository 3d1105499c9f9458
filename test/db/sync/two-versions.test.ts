import { sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fingerprintTables } from '../../../db/log/rebuild';
import { contentHash } from '../../../db/sync/file-names';
import type { ForeignCommit } from '../../../db/sync/foreign-commit';
import { alarmWords } from '../../../electron/services/sharing/alarm-words';
import { sealedWhole } from '../../support/sync/attacked-folder';
import { craftCommit, putFile } from '../../support/sync/crafted';
import { exchangeAll, meetInMemory } from '../../support/sync/exchanging';
import { addCase, openCase, surnames, type Workstation } from '../../support/sync/network';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
] as const;
const minutes = 60_000;

/** `second` and the partner have a version of tomorrow; what it writes is made by hand. */
async function start() {
  const { third: partner, ...met } = await meetInMemory(members, sealedWhole);
  const { network, shared } = met;
  const put = (by: Workstation, commits: readonly ForeignCommit[], note = {}) =>
    putFile(network, shared, by, { note, parts: [{ space: 'scheme', commits }], to: network.stations });
  return { ...met, partner, put };
}
const titles = ({ exchange }: Awaited<ReturnType<typeof start>>['first']) =>
  exchange.status().alarms.map((alarm) => alarmWords(alarm, () => 'the laptop of Probation').title);
const putsOf = (station: Workstation, relation: string) =>
  station.connection.raw
    .prepare<[string], { field: string; value: string }>('select field, value from puts where relation = ? order by field')
    .all(relation);

test('What a newer version writes into tables and fields that this one does not know is carried in the log by everybody, and disturbs nothing.', async () => {
  const { all, first, second, partner, put } = await start();
  const id = addCase(first.station, 'CARTERWICK');
  await exchangeAll(all);
  await put(second.station, [
    craftCommit(second.station, {
      space: `case:${id}`,
      number: 900,
      puts: [{ relation: 'cases', row: id, field: 'mood', value: 'hopeful' }],
    }),
    craftCommit(second.station, {
      space: 'scheme',
      number: 901,
      puts: [{ relation: 'tables_of_tomorrow', row: 'r', field: 'text', value: 'later' }],
    }),
  ]);
  await exchangeAll(all);
  for (const { station } of [first, second]) {
    expect(putsOf(station, 'tables_of_tomorrow')).toEqual([{ field: 'text', value: '"later"' }]);
    expect(putsOf(station, 'cases')).toContainEqual({ field: 'mood', value: '"hopeful"' });
  }
  expect(putsOf(partner.station, 'tables_of_tomorrow')).toHaveLength(1);
  // Somebody for whom the case is new gets it from whoever carries it.
  openCase(first.station, id, partner.station.agencyId);
  await exchangeAll(all);
  expect(surnames(partner)).toEqual(['CARTERWICK']);
  expect(fingerprintTables(first.station.connection)).toBe(fingerprintTables(second.station.connection));
  expect([titles(first), titles(partner)]).toEqual([[], []]);
});

test('Entries of a newer version that this one cannot judge or read are kept, said plainly, also after a restart, and hold nothing up.', async () => {
  const { all, open, first, second, partner, put } = await start();
  const id = addCase(first.station, 'CARTERWICK');
  openCase(first.station, id, partner.station.agencyId);
  await exchangeAll(all);
  const unknown = { relation: 'contributions', row: 'c', field: 'tone', value: 'calm' };
  await put(partner.station, [craftCommit(partner.station, { space: `case:${id}`, number: 900, puts: [unknown] })]);
  const ofFormFour = craftCommit(second.station, {
    ...{ space: 'scheme', number: 900, puts: [{ relation: 'meetings', row: 'm', field: 'title', value: 'x' }] },
    change: (body) => body.replace(/^\[1,/, '[4,'),
  });
  await put(second.station, [ofFormFour]);
  addCase(second.station, 'OAKENFELL');
  await exchangeAll(all);
  expect(surnames(first)).toEqual(['CARTERWICK', 'OAKENFELL']);
  const kept = first.station.connection.raw.prepare(`select body from commits_aside where reason = 'newer-version'`).pluck().all();
  expect(kept).toHaveLength(2);
  expect(kept).toContain(ofFormFour.body);
  const told = 'The laptop of Probation has a newer version of Roundtable';
  expect(titles(first)).toEqual([told, told]);
  expect(titles(open(first.station))).toEqual([told, told]);
});

/** Text in a part, sealed and signed as by the program of tomorrow. */
async function partOf(by: Workstation, stations: readonly Workstation[], value: object): Promise<Uint8Array> {
  const text = JSON.stringify(value);
  const signature = sign(null, Buffer.from(`roundtable segment 1\n${text}`, 'utf8'), by.device.privateKey).toString('base64url');
  return sealedWhole(by.device.id).seal(
    deflateRawSync(Buffer.from(`${signature}\n${text}`, 'utf8')),
    stations.map(({ device }) => `fake-${device.id}`),
  );
}

test.each(['a note of another form', 'a note with more in it', 'a part of another form', 'a part with more in it', 'another beginning'])(
  'A file of a newer version with %s stays where it is, is said plainly at once, and keeps back nothing else.',
  async (what) => {
    const { network, shared, all, first, second } = await start();
    const { stations, anchor: scheme } = network;
    const part = { form: 1, scheme, device: second.station.device.id, space: 'scheme', previous: '', readers: [], commits: [] };
    const note = what === 'a note of another form' ? { form: 2 } : what === 'a note with more in it' ? { mood: 'hopeful' } : {};
    const sealed = what.startsWith('a part')
      ? [
          await partOf(
            second.station,
            stations,
            what === 'a part of another form' ? { ...part, form: 2, commits: 'packed' } : { ...part, mood: 1 },
          ),
        ]
      : [];
    const path = await putFile(network, shared, second.station, { note, sealed, to: stations });
    if (what === 'another beginning') {
      const bytes = Buffer.concat([Buffer.from('roundtable segment 2\n', 'latin1'), Buffer.from('of tomorrow')]);
      shared.files.delete(path);
      shared.files.set(path.replace(/-[0-9a-f]{40}/, `-${contentHash(bytes)}`), bytes);
    }
    addCase(second.station, 'OAKENFELL');
    addCase(first.station, 'CARTERWICK');
    await exchangeAll(all);
    expect(surnames(first)).toEqual(['CARTERWICK', 'OAKENFELL']);
    expect(titles(first)).toContain('Another workstation has a newer version of Roundtable');
    // Nothing remembers it as read: the version that knows it takes it in.
    const known = first.station.connection.raw.prepare('select count(*) from sync_files where number = 50').pluck().get();
    expect(known).toBe(0);
    expect([...shared.files.keys()].some((file) => file.includes('/00000050-'))).toBe(true);
  },
);

test('The note of a folder that a newer version has written is left as it is, and nothing is written beside it.', async () => {
  const { shared, first } = await start();
  const newer = Buffer.from('{"form":2,"scheme":"of tomorrow"}\n');
  shared.files.set('/share/roundtable.scheme', newer);
  const before = shared.files.size;
  addCase(first.station, 'CARTERWICK');
  for (let poll = 0; poll < 4; poll += 1) {
    first.station.setClock(first.station.clock() + 10 * minutes);
    await first.exchange.poll();
  }
  expect(titles(first)).toEqual(['The shared folder is used by a newer version of Roundtable']);
  expect(shared.files.get('/share/roundtable.scheme')).toBe(newer);
  expect(shared.files.size).toBe(before);
});
