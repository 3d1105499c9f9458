import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { knownSchemesIn } from '../../../../electron/services/opening/known-schemes';
import { createSchemeAccess, type SchemeAccess } from '../../../../electron/services/opening/scheme-access';
import { createSharingDesk } from '../../../../electron/services/sharing/desk';
import { addCase } from '../../../support/builders';
import { cheap, noKeychain } from '../../../support/scheme-on-disk';
import { noTimers, type SharedScheme, type Station, sharedScheme } from '../../../support/shared-scheme';

const newPassphrase = 'another long passphrase';
let scheme: SharedScheme;
let home: string;
let access: SchemeAccess;
let computer: SchemeAccess;
beforeEach(async () => {
  scheme = await sharedScheme();
  home = mkdtempSync(join(tmpdir(), 'roundtable-new-computer-'));
  computer = createSchemeAccess({
    folder: home,
    known: knownSchemesIn(home),
    keychain: noKeychain,
    clock: scheme.founder.disk.clock,
    computer: 'LT-NEW',
    makeDemonstration: async () => {},
    cost: cheap,
  });
  access = scheme.founder.access;
});
afterEach(() => {
  computer.lock();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  scheme.end();
});

const surnames = (of: SchemeAccess) =>
  of
    .session()
    .read.query.cases.findMany()
    .sync()
    .map(({ surname }) => surname)
    .sort();
async function exchange(...stations: readonly Pick<Station, 'desk'>[]) {
  for (const { desk } of stations) {
    scheme.founder.disk.advance(30_000);
    await desk.exchangeNow();
  }
}
const deskAt = (of: SchemeAccess) => createSharingDesk({ session: of.session(), timers: noTimers, tell: () => {} });

test('From the shared folder and the words alone a coordinator has the whole scheme again; the lost computer is retired, and all go on together.', async () => {
  addCase(access.session(), { surname: 'Oakenfell' });
  const second = await scheme.join('P. Garrowby', 'coordinator', 'probation');
  addCase(second.access.session(), { surname: 'Thistlemoor' });
  await exchange(scheme.founder, second, scheme.founder);
  const lost = access.session().device.id;
  const words = scheme.founder.disk.words;
  expect(await computer.rebuild({ folder: scheme.folder, words, newPassphrase })).toEqual({ ok: true });
  expect(surnames(computer)).toEqual(['Oakenfell', 'Thistlemoor']);
  expect(computer.session().me).toEqual(access.session().me);
  const desk = deskAt(computer);
  addCase(computer.session(), { surname: 'Carterwick' });
  await exchange({ desk }, second);
  expect(surnames(second.access)).toEqual(['Carterwick', 'Oakenfell', 'Thistlemoor']);
  const stations = second.desk.view().workstations;
  expect(stations.find(({ id }) => id === lost)?.isRetired).toBe(true);
  expect(stations.find(({ id }) => id === computer.session().device.id)).toMatchObject({ name: 'LT-NEW', isRetired: false });
  // What the lost computer writes afterwards counts nowhere.
  addCase(access.session(), { surname: 'Stolen' });
  await exchange(scheme.founder, second, { desk });
  expect(surnames(second.access)).not.toContain('Stolen');
  expect(surnames(computer)).not.toContain('Stolen');
  // The sheet stays good, and brings the next one back too.
  const path = computer.session().path;
  desk.stop();
  computer.lock();
  expect(await computer.rebuild({ folder: scheme.folder, words, newPassphrase })).toEqual({ ok: true });
  expect(computer.session().path).not.toBe(path);
  expect(surnames(computer)).toEqual(['Carterwick', 'Oakenfell', 'Thistlemoor']);
});

test('Words that are no sheet’s, of another scheme, or of a retired sheet bring nothing back and leave nothing behind.', async () => {
  const { words } = scheme.founder.disk;
  const rebuild = (of: readonly string[], folder = scheme.folder) => computer.rebuild({ folder, words: of, newPassphrase });
  await expect(rebuild([...words.slice(0, -1), 'roundtable'])).rejects.toThrow('not the words of a recovery sheet');
  await expect(rebuild(words, join(home, 'none'))).rejects.toThrow('Nothing was made');
  const other = await sharedScheme();
  try {
    await expect(rebuild(other.founder.disk.words)).rejects.toThrow('open nothing in this folder');
    // A folder that was made to look like this scheme's, with another's name in it.
    writeFileSync(join(other.folder, 'roundtable.scheme'), readFileSync(join(scheme.folder, 'roundtable.scheme')));
    await expect(rebuild(words, other.folder)).rejects.toThrow('open nothing in this folder');
  } finally {
    other.end();
  }
  const sheet = scheme.founder.desk.view().workstations.find(({ isSheet }) => isSheet);
  scheme.founder.desk.retire({ id: sheet?.id ?? '' });
  await exchange(scheme.founder);
  await expect(rebuild(words)).rejects.toThrow('This sheet was retired');
  expect(readdirSync(home).filter((name) => name.endsWith('.roundtable') || name.endsWith('.keys'))).toEqual([]);
  expect(computer.status().state).toBe('first-run');
});

test('A damaged file in the folder does not stop a sheet, nor does a partner’s sheet open what was never the partner’s.', async () => {
  addCase(access.session(), { surname: 'Oakenfell' });
  const partner = await scheme.join('J. Pellowin', 'partner', 'housing');
  await exchange(partner, scheme.founder, partner);
  mkdirSync(join(scheme.folder, 'a'.repeat(24)));
  writeFileSync(join(scheme.folder, 'a'.repeat(24), `00000001-${'b'.repeat(40)}.seg`), 'not a segment');
  expect(await computer.rebuild({ folder: scheme.folder, words: partner.words, newPassphrase })).toEqual({ ok: true });
  expect(computer.session().me).toEqual(partner.access.session().me);
  expect(surnames(computer)).toEqual(surnames(partner.access));
  expect(surnames(computer)).toEqual([]);
});
