import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createDeviceIdentity } from '../../../db/log/identity';
import { fingerprintTables } from '../../../db/log/rebuild';
import { shapeOfTable, syncedTables } from '../../../db/log/synced-tables';
import { documentBytes, keepDocumentBytes } from '../../../db/queries/documents';
import { actionUpdates, cases, devices, documents, needs } from '../../../db/schema';
import { readAuthority } from '../../../db/sync/authority';
import { contentHash, deviceFolder, writeFileName } from '../../../db/sync/file-names';
import { sealPaper, sha256Of } from '../../../db/sync/paper';
import { sealedWhole } from '../../support/sync/attacked-folder';
import { craftCommit, putFile } from '../../support/sync/crafted';
import { exchangeAll, meetInMemory, type Seat } from '../../support/sync/exchanging';
import { addCase, openCase, ownCommits, surnames } from '../../support/sync/network';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
  { role: 'partner', agency: 'drugs' },
] as const;
const minutes = 60_000;

async function start() {
  const { third: partner, fourth: other, ...met } = await meetInMemory(members, sealedWhole);
  return { ...met, partner, other };
}

async function pollOften({ station, exchange }: Seat, times: number, apart: number): Promise<void> {
  for (let poll = 0; poll < times; poll += 1) {
    station.setClock(station.clock() + apart);
    await exchange.poll();
  }
}
const kinds = ({ exchange }: Seat) => exchange.status().alarms.map(({ kind }) => kind);

test.each([1e300, -1e300, 8.64e15 + 1])('A file that says that its clock stands at %s holds nobody up, and is told of.', async (clock) => {
  const { network, shared, all, first, second, partner } = await start();
  await putFile(network, shared, partner.station, { note: { clock }, to: network.stations });
  addCase(first.station, 'CARTERWICK');
  await exchangeAll(all);
  await pollOften(second, 3, 10 * minutes);
  expect(surnames(second)).toEqual(['CARTERWICK']);
  expect(second.exchange.status().alarms).toMatchObject([{ kind: 'unread-file', reason: 'forged' }]);
});

test.each(['segment', 'ack', 'snapshot'] as const)(
  'A partner who says by a %s that it stands in for a coordinator’s files keeps none of them from anybody who was away.',
  async (kind) => {
    const { network, shared, all, first, second, partner } = await start();
    const { id } = first.station.device;
    const present = all.filter((each) => each !== second);
    // While the second coordinator is away, the first one records enough for a pack, which all others have read.
    const commits = [
      craftCommit(partner.station, { space: 'scheme', puts: [{ relation: 'meetings', row: 'm', field: 'title', value: 'x' }] }),
    ];
    await putFile(network, shared, partner.station, {
      note: { kind, covers: [[id, 1, 1_000_000]], heads: { [id]: 1_000_000, [second.station.device.id]: 1_000_000 } },
      parts: [{ space: 'scheme', commits }],
      to: network.stations,
    });
    await second.exchange.poll();
    for (let count = 0; count < 30; count += 1) {
      addCase(first.station, `OAKENFELL${count}`);
      await exchangeAll(present);
    }
    // Away for so long that nobody waits for it any more.
    for (const { station } of all) station.setClock(station.clock() + 40 * 24 * 60 * minutes);
    await exchangeAll(present, 12);
    expect([...shared.files.keys()].some((path) => path.includes(deviceFolder(id)) && path.endsWith('.pack'))).toBe(true);
    await exchangeAll(all, 12);
    expect(surnames(second)).toHaveLength(30);
  },
);

test('A partner who says that another agency was sent a coordinator’s entries keeps them from nobody.', async () => {
  const { network, shared, all, first, partner, other } = await start();
  const id = addCase(first.station, 'CARTERWICK');
  first.station.session.record('need added', (o) => o.put(needs, o.newId(), { caseId: id, pathway: 'alcohol' }));
  openCase(first.station, id, partner.station.agencyId);
  await exchangeAll(all);
  expect(surnames(partner)).toEqual(['CARTERWICK']);
  const commits = ownCommits(first.station).filter(({ space }) => space === `case:${id}`);
  await putFile(network, shared, partner.station, {
    parts: [{ space: `case:${id}`, commits, readers: network.stations.map(({ device }) => device.id) }],
    to: [first.station, partner.station],
  });
  await exchangeAll(all);
  openCase(first.station, id, other.station.agencyId);
  await exchangeAll(all);
  expect(surnames(other)).toEqual(['CARTERWICK']);
});

interface Claim {
  readonly space?: string;
  readonly relation: string;
  readonly values: Readonly<Record<string, string | number>>;
}

test('What a partner signs in a coordinator’s name, or beyond what it may write, changes nothing anywhere and is told of by name.', async () => {
  const { network, shared, all, first, second, partner } = await start();
  const { device, personId } = first.station;
  const id = addCase(first.station, 'CARTERWICK');
  openCase(first.station, id, partner.station.agencyId);
  await exchangeAll(all);
  const before = fingerprintTables(second.station.connection);
  const put = { relation: 'cases', row: id, field: 'surname', value: 'FORGED' };
  const person = { relation: 'people', row: partner.station.personId, field: 'role', value: 'coordinator' };
  const agencyId = partner.station.agencyId;
  const claims: readonly Claim[] = [
    { relation: 'contributions', values: { agency_id: agencyId, person_id: personId, text: 'in the chair’s name' } },
    { relation: 'contributions', values: { agency_id: 'agency-drugs', person_id: partner.station.personId, text: 'for another agency' } },
    { relation: 'actions', values: { agency_id: agencyId, text: 'given by itself' } },
    { relation: 'case_access', values: { agency_id: agencyId, is_open: 1 } },
    { relation: 'case_questions', values: { agency_id: 'agency-drugs', text: 'asked by a partner' } },
    { space: 'scheme', relation: 'case_erasures', values: { erased_case: id, covers: '{}', erased_by: partner.station.personId } },
    { space: 'scheme', relation: 'devices', values: { person_id: personId, signing_key: partner.station.device.publicKey } },
    { space: 'scheme', relation: 'people', values: { agency_id: agencyId, name: 'Nobody', role: 'coordinator' } },
    { space: 'agency:agency-drugs', relation: 'documents', values: { agency_id: 'agency-drugs', title: 'x' } },
  ];
  const asFirst = { ...partner.station, device: { ...partner.station.device, id: device.id } };
  const commits = [
    craftCommit(asFirst, { space: `case:${id}`, puts: [put], person: personId }),
    craftCommit(partner.station, { space: `case:${id}`, puts: [put], person: personId, number: 901 }),
    craftCommit(partner.station, { space: `case:${id}`, puts: [put], number: 902 }),
    craftCommit(partner.station, { space: 'scheme', puts: [put], number: 903 }),
    craftCommit(partner.station, { space: 'scheme', puts: [person], number: 904 }),
    craftCommit(partner.station, { space: 'office', puts: [{ relation: 'documents', row: 'd', field: 'title', value: 'x' }], number: 905 }),
    craftCommit(partner.station, { space: `case:${id}`, puts: [{ ...put, row: 'another' }], number: 906 }),
    ...claims.map(({ space, relation, values }, index) =>
      craftCommit(partner.station, {
        space: space ?? `case:${id}`,
        puts: Object.entries({ ...(space === undefined ? { case_id: id } : {}), ...values }).map(([field, value]) => ({
          ...{ relation, row: `claimed-${index}`, field, value },
        })),
        number: 907 + index,
      }),
    ),
  ];
  await putFile(network, shared, partner.station, { parts: [{ space: `case:${id}`, commits }], to: network.stations });
  await exchangeAll(all);
  expect(fingerprintTables(second.station.connection)).toBe(before);
  expect(surnames(first)).toEqual(['CARTERWICK']);
  const reasons = second.exchange.status().alarms.flatMap((alarm) => (alarm.kind === 'set-aside' ? [alarm.reason] : []));
  expect(new Set(reasons)).toEqual(new Set(['forged-signature', 'forged-person', 'role-may-not-write', 'forged-space', 'another-agency']));
});

test('Values that no field can hold, in any field of any table, hold nobody up, and all come to the same.', async () => {
  const { network, shared, all, first, second, partner } = await start();
  const caseId = addCase(first.station, 'CARTERWICK');
  openCase(first.station, caseId, partner.station.agencyId);
  await exchangeAll(all);
  const odd = [null, 'not a day', Number.MAX_SAFE_INTEGER, '\u0000\ud800[{]'] as const;
  let number = 900;
  const commits = syncedTables.flatMap((table) => {
    const { relation, fields } = shapeOfTable(table);
    if (relation === 'people' || relation === 'devices' || relation === 'case_erasures') return [];
    return odd.map((value, index) => {
      const space = fields.has('case_id') || relation === 'cases' ? `case:${caseId}` : relation === 'imports' ? 'office' : 'scheme';
      const row = relation === 'cases' ? caseId : `odd-${index}`;
      number += 1;
      const puts = [...fields.keys()].filter((field) => field !== 'case_id').map((field) => ({ relation, row, field, value }));
      return craftCommit(second.station, { space, puts, number });
    });
  });
  await putFile(network, shared, second.station, { parts: [{ space: 'scheme', commits }], to: network.stations });
  await putFile(network, shared, partner.station, {
    parts: [
      {
        space: `case:${caseId}`,
        commits: odd.map((value, index) =>
          craftCommit(partner.station, {
            space: `case:${caseId}`,
            number: 900 + index,
            puts: ['kind', 'text', 'meeting_id', 'made_at'].map((field) => ({
              relation: 'action_updates',
              row: `u${index}`,
              field,
              value,
            })),
          }),
        ),
      },
    ],
    to: network.stations,
  });
  addCase(first.station, 'OAKENFELL');
  await exchangeAll(all, 12);
  expect(second.station.session.read.select().from(cases).where(eq(cases.surname, 'OAKENFELL')).all()).toHaveLength(1);
  expect(second.station.session.read.select().from(actionUpdates).all().length).toBeGreaterThanOrEqual(0);
  expect(fingerprintTables(second.station.connection)).toBe(fingerprintTables(first.station.connection));
  expect(kinds(first)).not.toContain('unreachable');
});

test.each(['admitted', 'named as a sheet'] as const)(
  'A partner who claims a workstation that a coordinator %s later, by a stamp from before that, gains and spoils nothing.',
  async (how) => {
    const { all, network, shared, first, second, partner } = await start();
    const claimed = createDeviceIdentity();
    for (const { station } of all) station.setClock(station.clock() + 60 * minutes);
    const values = { name: 'x', signing_key: claimed.publicKey, recipient: 'age-x', joined_at: 'x' };
    first.station.session.record('workstation added', (o) => {
      const row = { personId: first.station.personId, name: 'x', signingKey: claimed.publicKey, recipient: 'age-right', joinedAt: o.at };
      o.put(devices, claimed.id, how === 'admitted' ? row : { ...row, succeeds: first.station.device.id, sheetProof: 'proof' });
    });
    const { device, personId } = partner.station;
    const puts = Object.entries({ ...values, person_id: personId, succeeds: device.id }).map(([field, value]) => ({
      ...{ relation: 'devices', row: claimed.id, field, value },
    }));
    const claim = craftCommit(partner.station, { space: 'scheme', puts, at: partner.station.clock() - 30 * minutes });
    await putFile(network, shared, partner.station, { parts: [{ space: 'scheme', commits: [claim] }], to: network.stations });
    await exchangeAll(all);
    for (const { station } of [first, second]) {
      expect(readAuthority(station.connection.raw).device(claimed.id)).toMatchObject({
        ...{ personId: first.station.personId, recipient: 'age-right' },
      });
    }
    expect(fingerprintTables(first.station.connection)).toBe(fingerprintTables(second.station.connection));
  },
);

test.each(['the highest number', 'the numbers to come'])(
  'Files of nobody’s in a device’s folder, under %s, silence it for nobody and stop nobody once they are gone.',
  async (which) => {
    const { all, shared, first, second } = await start();
    const numbers = which === 'the highest number' ? [99_999_999] : Array.from({ length: 25 }, (_, at) => at + 2);
    const left = numbers.flatMap((number) => {
      const piece = Buffer.from(`sealed to nobody ${number}`);
      const bytes = Buffer.concat([Buffer.from('roundtable segment 1\n\0\0\0', 'latin1'), Buffer.from([piece.length]), piece]);
      return (['segment', 'pack'] as const).map((kind) => {
        const path = `/share/${deviceFolder(first.station.device.id)}/${writeFileName({ kind, number, hash: contentHash(bytes) })}`;
        shared.files.set(path, bytes);
        return path;
      });
    });
    await exchangeAll(all);
    const present = all.filter((each) => each !== second);
    for (let count = 0; count < 30; count += 1) {
      addCase(first.station, `OAKENFELL${count}`);
      await exchangeAll(present, 1);
    }
    for (const path of left) shared.files.delete(path);
    for (const { station } of all) station.setClock(station.clock() + 60 * minutes);
    await exchangeAll(all, 12);
    await pollOften(second, 4, 10 * minutes);
    expect(surnames(second)).toHaveLength(30);
    expect(all.map(kinds)).toEqual([[], [], [], []]);
  },
);

test('A partner who says that a colleague was sent a document keeps it from nobody.', async () => {
  const two = [
    { role: 'coordinator', agency: 'probation' },
    { role: 'partner', agency: 'housing' },
    { role: 'partner', agency: 'housing' },
  ] as const;
  const { all, network, shared, first, third: partner, fourth: colleague } = await meetInMemory(two, sealedWhole);
  const { id, recipient } = { id: colleague.station.device.id, recipient: `fake-${colleague.station.device.id}` };
  first.station.session.record('not there yet', (o) => o.put(devices, id, { recipient: '' }));
  const bytes = new TextEncoder().encode('%PDF pack');
  const document = first.station.session.record('pack issued', (o) => {
    const made = o.newId();
    o.put(documents, made, { agencyId: 'agency-housing', number: 'CW-1', sha256: sha256Of(bytes), size: bytes.length, issuedAt: o.at });
    keepDocumentBytes(first.station.session.connection.local, made, bytes, '');
    return made;
  });
  await exchangeAll(all);
  const { device } = partner.station;
  expect(documentBytes(colleague.station.session.read, document)).toBeUndefined();
  const paper = { space: 'agency:agency-housing', document, sha256: sha256Of(bytes), readers: [id], bytes };
  const recipients = [`fake-${first.station.device.id}`];
  const sealed = await sealPaper(paper, { scheme: network.anchor, device, cipher: sealedWhole(device.id), recipients });
  await putFile(network, shared, partner.station, { note: { kind: 'paper' }, sealed: [sealed], to: network.stations });
  await exchangeAll(all);
  first.station.session.record('there', (o) => o.put(devices, id, { recipient }));
  await exchangeAll(all);
  await pollOften(first, 3, 20 * minutes);
  await exchangeAll(all);

  expect(documentBytes(colleague.station.session.read, document)).toBeDefined();
});
