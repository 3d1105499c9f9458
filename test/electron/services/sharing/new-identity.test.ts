import { copyFileSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFilePath } from '../../../../db/scheme-file';
import { anchorOf } from '../../../../db/sync/membership';
import { knownSchemesIn } from '../../../../electron/services/opening/known-schemes';
import { createSchemeAccess, type SchemeAccess } from '../../../../electron/services/opening/scheme-access';
import { createSharingDesk, type SharingDesk } from '../../../../electron/services/sharing/desk';
import { ageIdentityOf } from '../../../../electron/services/sharing/place';
import { addCase } from '../../../support/builders';
import { cheap, diskPassphrase, noKeychain } from '../../../support/scheme-on-disk';
import { casesOn, noTimers, type SharedScheme, type Station, sharedScheme } from '../../../support/shared-scheme';
import { eraseCase } from '../../../support/sync/erasing';
import { everythingOpenTo } from '../../../support/sync/opened';

let scheme: SharedScheme;
const homes: string[] = [];
beforeEach(async () => {
  scheme = await sharedScheme();
});
afterEach(() => {
  scheme.end();
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

interface Copy {
  readonly access: SchemeAccess;
  desk: SharingDesk;
}
const deskOf = (access: SchemeAccess) => createSharingDesk({ session: access.session(), timers: noTimers, tell: () => {} });
const alarms = ({ desk }: Pick<Copy, 'desk'>) => desk.view().alarms.map(({ title }) => title);
const twice = 'This workstation’s file is in use twice';

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'roundtable-home-'));
  homes.push(home);
  return home;
}

/** Another computer, on which no scheme is open yet. */
const computerIn = (home: string, computer: string): SchemeAccess =>
  createSchemeAccess({
    folder: home,
    known: knownSchemesIn(home),
    keychain: noKeychain,
    clock: scheme.founder.disk.clock,
    computer,
    makeDemonstration: async () => {},
    cost: cheap,
  });

/** The file of a workstation as it lies on the disk now, on another computer. */
async function copyOfFile({ access }: Pick<Station, 'access'>, passphrase: string): Promise<Copy> {
  const { raw } = access.session().connection;
  raw.pragma('wal_checkpoint(TRUNCATE)');
  const home = newHome();
  const path = join(home, 'Copied.roundtable');
  copyFileSync(access.session().path, path);
  copyFileSync(keyFilePath(access.session().path), keyFilePath(path));
  const copied = computerIn(home, 'LT-COPY');
  expect(await copied.unlock(path, passphrase)).toEqual({ ok: true });
  return { access: copied, desk: deskOf(copied) };
}

/** As the handler does it: the file is opened anew under its new identity. */
async function renew(copy: Copy): Promise<void> {
  await copy.desk.renew(copy.access.computer);
  copy.desk.stop();
  expect(copy.access.reopen()).toEqual({ ok: true });
  copy.desk = deskOf(copy.access);
}

test('Of two computers with one identity each says so until one of them has a new one; nothing of either is lost, also what was not handed over.', async () => {
  const partner = await scheme.join('J. Pellowin', 'coordinator', 'housing');
  const copy = await copyOfFile(partner, 'a long passphrase');
  const old = partner.access.session().device.id;
  addCase(partner.access.session(), { surname: 'Oakenfell' });
  scheme.founder.disk.advance(5000);
  addCase(copy.access.session(), { surname: 'Thistlemoor' });
  await scheme.exchange(partner, copy, partner, scheme.founder);
  expect([alarms(partner), alarms(copy)]).toEqual([[twice], [twice]]);
  // Not forgotten by a restart.
  copy.desk.stop();
  expect(copy.access.reopen()).toEqual({ ok: true });
  copy.desk = deskOf(copy.access);
  expect(copy.desk.view().alarms).toMatchObject([{ title: twice, canRenew: true }]);

  addCase(copy.access.session(), { surname: 'Carterwick' });
  scheme.founder.disk.advance(5000);
  await renew(copy);
  expect(copy.access.session().device.id).not.toBe(old);
  expect(copy.access.session().me).toEqual(partner.access.session().me);
  expect(alarms(copy)).toEqual([]);
  addCase(copy.access.session(), { surname: 'Larchfield' });
  scheme.founder.disk.advance(5000);
  addCase(partner.access.session(), { surname: 'Wrenbury' });
  for (let round = 0; round < 3; round += 1) await scheme.exchange(copy, partner, scheme.founder);
  const all = ['Carterwick', 'Larchfield', 'Oakenfell', 'Thistlemoor', 'Wrenbury'];
  for (const each of [copy, partner, scheme.founder]) expect(casesOn(each)).toEqual(all);
  // The other is alone with the old identity, and goes on.
  expect([alarms(copy), alarms(partner)]).toEqual([[], []]);
  const stations = scheme.founder.desk.view().workstations;
  expect(stations.find(({ id }) => id === copy.access.session().device.id)).toMatchObject({ name: 'LT-COPY', personName: 'J. Pellowin' });
  // The computer that gave up the old identity is not waited for under it.
  expect(copy.desk.view().workstations.find(({ id }) => id === old)?.isMe).toBe(false);
  copy.desk.stop();
  copy.access.lock();
});

test('A file that was put back from last week is noticed, gets a new identity, and has what it had recorded since; its sheet still brings it back.', async () => {
  const second = await scheme.join('P. Garrowby', 'coordinator', 'probation');
  const { access, disk } = scheme.founder;
  const lastWeek = await copyOfFile({ access }, diskPassphrase);
  for (const surname of ['Oakenfell', 'Thistlemoor']) {
    addCase(access.session(), { surname });
    await scheme.exchange(scheme.founder, second);
  }
  // The computer's own file is gone, and last week's is at work in its place.
  scheme.founder.desk.stop();
  disk.advance(60_000);
  addCase(lastWeek.access.session(), { surname: 'Carterwick' });
  await scheme.exchange(lastWeek, second);
  expect(alarms(lastWeek)).toEqual([twice]);
  const before = { id: lastWeek.access.session().device.id, ageIdentity: ageIdentityOf(lastWeek.access.session()) };
  await renew(lastWeek);
  addCase(lastWeek.access.session(), { surname: 'Larchfield' });
  for (let round = 0; round < 3; round += 1) await scheme.exchange(lastWeek, second);
  const all = ['Carterwick', 'Larchfield', 'Oakenfell', 'Thistlemoor'];
  for (const each of [lastWeek, second]) expect(casesOn(each)).toEqual(all);
  expect(lastWeek.desk.view().sheet).toBe('named');

  // Nobody is left under the old identity. Once it is retired, what it wrote on an erased case goes from the folder too.
  const openToOld = () => everythingOpenTo(before.ageIdentity, filesUnder(scheme.folder));
  expect((await openToOld()).includes('Thistlemoor')).toBe(true);
  second.desk.retire({ id: before.id });
  const session = second.access.session();
  const { connection, clock, me } = session;
  const erased =
    session.read.query.cases
      .findMany()
      .sync()
      .find(({ surname }) => surname === 'Thistlemoor')?.id ?? '';
  eraseCase({ anchor: anchorOf(connection) }, { session, connection, clock, personId: me.personId }, erased);
  all.splice(all.indexOf('Thistlemoor'), 1);
  for (let round = 0; round < 2; round += 1) await scheme.exchange(second, lastWeek);
  expect((await openToOld()).includes('Thistlemoor')).toBe(false);
  expect([alarms(second), alarms(lastWeek)]).toEqual([[], []]);

  const lost = lastWeek.access.session().device.id;
  lastWeek.desk.stop();
  lastWeek.access.lock();
  const rebuilt = computerIn(newHome(), 'LT-NEW');
  expect(await rebuilt.rebuild({ folder: scheme.folder, words: disk.words, newPassphrase: 'another long passphrase' })).toEqual({
    ok: true,
  });
  expect(casesOn({ access: rebuilt })).toEqual(all);
  const stations = deskOf(rebuilt).view().workstations;
  expect(stations.find(({ id }) => id === lost)?.isRetired).toBe(true);
  rebuilt.lock();
});

test('A new identity is refused while the folder is out of reach, changes nothing then, and is the same one when it is asked for again.', async () => {
  const second = await scheme.join('P. Garrowby', 'coordinator', 'probation');
  const copy = await copyOfFile(second, 'a long passphrase');
  addCase(second.access.session(), { surname: 'Oakenfell' });
  await scheme.exchange(second, copy);
  expect(alarms(copy)).toEqual([twice]);
  addCase(copy.access.session(), { surname: 'Thistlemoor' });
  const before = copy.access.session().device.id;
  renameSync(scheme.folder, `${scheme.folder}-gone`);
  await expect(copy.desk.renew('LT-COPY')).rejects.toThrow('could not all be handed over');
  expect(copy.access.session().read.query.devices.findMany().sync()).toHaveLength(4);
  renameSync(`${scheme.folder}-gone`, scheme.folder);
  await renew(copy);
  expect(copy.access.session().device.id).not.toBe(before);
  await scheme.exchange(copy, scheme.founder, copy);
  expect(casesOn(scheme.founder)).toEqual(['Oakenfell', 'Thistlemoor']);
  expect(alarms(copy)).toEqual([]);
  copy.desk.stop();
  copy.access.lock();
});

test('A workstation that was retired says that nothing further comes to it, and cannot hand its place on.', async () => {
  const second = await scheme.join('P. Garrowby', 'coordinator', 'probation');
  const { founder } = scheme;
  await scheme.exchange(second, founder, second);
  expect(alarms(second)).toEqual([]);
  founder.desk.retire({ id: second.access.session().device.id });
  await scheme.exchange(founder, second);
  expect(alarms(second)).toEqual(['This workstation gets nothing further']);
  const known = second.access.session().device.id;
  await expect(second.desk.renew('LT-SECOND')).rejects.toThrow('A coordinator has retired this workstation');
  expect(second.access.session().device.id).toBe(known);
});
