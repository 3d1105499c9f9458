import { expect, test } from 'vitest';
import { createDeviceIdentity } from '../../../db/log/identity';
import { fingerprintTables } from '../../../db/log/rebuild';
import { caseAccess, cases, devices, needs, people } from '../../../db/schema';
import { accessChanges, putAccess } from '../../../db/sync/access';
import { admitDevice, anchorOf, keepAnchor, reinstateDevice, retireDevice, succeedDevice } from '../../../db/sync/membership';
import { addCase, copyOf, openNetwork, ownCommits, receive, stationOn, type Workstation } from '../../support/sync/network';

const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'partner', agency: 'housing' },
] as const;

test('The anchor is the founding commit, or what a joining file was told.', () => {
  const network = openNetwork(members);
  expect(anchorOf(network.founder.connection)).toBe(network.anchor);
  keepAnchor(network.founder.connection, 'told');
  expect(anchorOf(network.founder.connection)).toBe('told');
});

test('Relevance that begins and ends is found, and recorded with its reason in the words of the audit trail.', () => {
  const { founder } = openNetwork(members);
  const caseId = addCase(founder);
  founder.session.record('need added', (o) => o.put(needs, 'need', { caseId, pathway: 'accommodation', priority: 'high' }));
  const opened = accessChanges(founder.connection, '2026-03-03', caseId);
  expect(opened.map(({ intent }) => intent)).toContain('case opened to Housing Options');
  for (const group of opened) founder.session.record(group.intent, (o) => putAccess(o, group.changes));
  expect(accessChanges(founder.connection, '2026-03-03')).toEqual([]);
  founder.session.record('need withdrawn', (o) => o.put(needs, 'need', { withdrawnOn: '2026-03-03' }));
  const closed = accessChanges(founder.connection, '2026-03-03', caseId);
  expect(closed.map(({ intent }) => intent)).toContain('case closed to Housing Options');
  for (const group of closed) founder.session.record(group.intent, (o) => putAccess(o, group.changes));
  const rows = founder.session.read.select().from(caseAccess).all();
  expect(rows.find(({ agencyId }) => agencyId === 'agency-housing')?.isOpen).toBe(false);
  expect(rows.find(({ agencyId }) => agencyId === 'agency-police')?.isOpen).toBe(true);
});

test('A newcomer’s entries count once it is admitted, and a retired one’s again once it is reinstated.', () => {
  const network = openNetwork(members);
  const { founder } = network;
  const fresh = createDeviceIdentity();
  founder.session.record('workstation admitted', (o) => {
    o.put(people, 'newcomer', { name: 'O. Bramwith', role: 'coordinator', agencyId: 'agency-police' });
    admitDevice(o, { id: fresh.id, personId: 'newcomer', name: 'LT-9', signingKey: fresh.publicKey, recipient: 'fake' });
  });
  const newcomer = stationOn(
    copyOf(founder.connection),
    { device: fresh, personId: 'newcomer', role: 'coordinator', agencyId: 'agency-police' },
    founder.clock() + 1000,
  );
  addCase(newcomer);
  expect(receive(network, founder, ownCommits(newcomer)).applied).toBe(1);
  founder.session.record('workstation retired', (o) => retireDevice(o, founder.connection, fresh.id));
  addCase(newcomer);
  expect(receive(network, founder, ownCommits(newcomer))).toMatchObject({ applied: 0, aside: [{ reason: 'retired-device' }] });
  const second = network.stations[1] as Workstation;
  receive(network, second, [...ownCommits(newcomer), ...ownCommits(founder)]);
  second.session.record('workstation reinstated', (o) => reinstateDevice(o, fresh.id));
  receive(network, founder, ownCommits(second));
  expect(founder.session.read.select().from(cases).all()).toHaveLength(2);
  receive(network, second, ownCommits(newcomer));
  expect(fingerprintTables(founder.connection)).toBe(fingerprintTables(second.connection));
});

test('A partner’s copied device hands its membership on to a fresh identity, but only its own.', () => {
  const network = openNetwork(members);
  const [founder, , housing] = network.stations as [Workstation, Workstation, Workstation];
  const fresh = createDeviceIdentity();
  housing.session.record('new identity', (o) => succeedDevice(o, housing.device.id, housing.personId, fresh, 'LT-2', 'fake'));
  expect(receive(network, founder, ownCommits(housing))).toMatchObject({ applied: 1, aside: [] });
  const stolen = createDeviceIdentity();
  housing.session.record('forged identity', (o) => succeedDevice(o, housing.device.id, 'person-coordinator', stolen, 'LT-3', 'fake'));
  expect(receive(network, founder, ownCommits(housing)).aside).toMatchObject([{ reason: 'role-may-not-write' }]);
  expect(
    founder.session.read
      .select()
      .from(devices)
      .all()
      .some(({ id }) => id === stolen.id),
  ).toBe(false);
});
