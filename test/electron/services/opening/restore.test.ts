import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRecoveryWords } from '../../../../db/keys/recovery-words';
import { keyFilePath } from '../../../../db/scheme-file';
import { createBackupDesk } from '../../../../electron/services/backups/backups';
import { createRestoreDesk, type RestoreDesk } from '../../../../electron/services/opening/restore';
import { getScheme } from '../../../../electron/services/scheme';
import { addCase } from '../../../support/builders';
import { fingerprintsOf } from '../../../support/files';
import { cheap, diskPassphrase, runHere, type SchemeOnDisk, schemeOnDisk } from '../../../support/scheme-on-disk';

let scheme: SchemeOnDisk;
let desk: RestoreDesk;
let backup: string;
const withPassphrase = { kind: 'passphrase', passphrase: diskPassphrase } as const;

beforeEach(async () => {
  scheme = await schemeOnDisk();
  const { access, folder, known, clock } = scheme;
  addCase(access.open().session, { surname: 'Oakenfell' });
  const backups = createBackupDesk(runHere);
  const made = await backups.backUp(access.open());
  if (!made.ok) throw new Error(made.why);
  backup = join(backups.view(access.open()).folder, made.name);
  addCase(access.open().session, { surname: 'Thistlemoor' });
  access.lock();
  desk = createRestoreDesk({ folder, known, clock, run: runHere, open: (path, key) => access.unlockWithKey(path, key), cost: cheap });
});
afterEach(() => scheme.end());

const cases = () => getScheme(scheme.access.session()).counts.cases;

test('A backup says what it holds and which file would make way, and looking changes nothing.', async () => {
  const before = fingerprintsOf(scheme.folder);
  expect(await desk.inspect(backup, withPassphrase)).toMatchObject({
    ok: true,
    found: {
      name: basename(backup),
      brand: 'Crossways',
      cases: 1,
      commits: 2,
      lastCommitAt: '2026-03-03T10:00:00.000Z',
      present: { path: scheme.path, aside: join(scheme.folder, 'Crossways set aside 2026-03-03 100000.roundtable') },
      target: scheme.path,
    },
  });
  expect(fingerprintsOf(scheme.folder)).toEqual(before);
});

test('A restored scheme is what the backup holds, and the file that was there is kept whole under another name.', async () => {
  const before = readFileSync(scheme.path);
  await desk.inspect(backup, withPassphrase);
  expect(await desk.restore()).toEqual({ ok: true });
  expect(cases()).toBe(1);
  scheme.access.lock();
  const aside = join(scheme.folder, 'Crossways set aside 2026-03-03 100000.roundtable');
  expect(readFileSync(aside).equals(before)).toBe(true);
  expect(await scheme.access.unlock(aside, diskPassphrase)).toEqual({ ok: true });
  expect(cases()).toBe(2);
});

test('Restoring twice keeps both files that made way.', async () => {
  for (let count = 0; count < 2; count += 1) {
    await desk.inspect(backup, withPassphrase);
    expect(await desk.restore()).toEqual({ ok: true });
    scheme.access.lock();
  }
  expect(readdirSync(scheme.folder).filter((name) => name.includes('set aside') && name.endsWith('.roundtable'))).toHaveLength(2);
});

test('A write-ahead log that a crash left behind goes with the file it belongs to, and is not played into the restored one.', async () => {
  writeFileSync(`${scheme.path}-wal`, 'what a crash left');
  await desk.inspect(backup, withPassphrase);
  expect(await desk.restore()).toEqual({ ok: true });
  expect(cases()).toBe(1);
  expect(readFileSync(join(scheme.folder, 'Crossways set aside 2026-03-03 100000.roundtable-wal'), 'utf8')).toBe('what a crash left');
});

test('On a computer that has no file of the scheme it is restored beside the others, under the name that it had.', async () => {
  for (const path of [scheme.path, keyFilePath(scheme.path)]) rmSync(path);
  const inspected = await desk.inspect(backup, withPassphrase);
  expect(inspected).toMatchObject({ ok: true, found: { present: null, target: join(scheme.folder, 'Crossways.roundtable') } });
  expect(await desk.restore()).toEqual({ ok: true });
  expect(cases()).toBe(1);
});

test('A file of another scheme that has the same name is left where it is.', async () => {
  const other = await schemeOnDisk();
  other.access.lock();
  for (const path of [scheme.path, keyFilePath(scheme.path)]) rmSync(path);
  copyFileSync(other.path, scheme.path);
  copyFileSync(keyFilePath(other.path), keyFilePath(scheme.path));
  const before = readFileSync(scheme.path);
  await desk.inspect(backup, withPassphrase);
  expect(await desk.restore()).toEqual({ ok: true });
  expect(scheme.access.session().path).toBe(join(scheme.folder, 'Crossways 2.roundtable'));
  expect(readFileSync(scheme.path).equals(before)).toBe(true);
  other.end();
});

test('The recovery words open a backup whose key file is lost, and set a new passphrase.', async () => {
  rmSync(keyFilePath(backup));
  expect(await desk.inspect(backup, withPassphrase)).toEqual({ ok: false, problem: 'key-file-missing' });
  const secret = { kind: 'words', words: scheme.words, newPassphrase: 'quite another passphrase' } as const;
  expect(await desk.inspect(backup, secret)).toMatchObject({ ok: true });
  expect(await desk.restore()).toEqual({ ok: true });
  scheme.access.lock();
  expect(await scheme.access.unlock(scheme.path, 'quite another passphrase')).toEqual({ ok: true });
});

test('Wrong secrets, a damaged backup and a file that is not one each have their own answer, and change nothing.', async () => {
  const words = { kind: 'words', words: createRecoveryWords(), newPassphrase: 'quite another passphrase' } as const;
  expect(await desk.inspect(backup, { kind: 'passphrase', passphrase: 'wrong' })).toEqual({ ok: false, problem: 'wrong-passphrase' });
  expect(await desk.inspect(backup, words)).toEqual({ ok: false, problem: 'wrong-recovery-words' });
  expect(await desk.inspect(join(scheme.folder, 'gone.roundtable'), withPassphrase)).toEqual({ ok: false, problem: 'missing' });
  const bytes = readFileSync(backup);
  bytes.fill(0x5a, 40_000, 40_100);
  writeFileSync(backup, bytes);
  const before = fingerprintsOf(scheme.folder);
  expect(await desk.inspect(backup, withPassphrase)).toEqual({ ok: false, problem: 'damaged' });
  await expect(desk.restore()).rejects.toThrow('Choose the backup again');
  expect(fingerprintsOf(scheme.folder)).toEqual(before);
});

test('A backup that goes away while it is copied leaves the present file in its place.', async () => {
  await desk.inspect(backup, withPassphrase);
  rmSync(backup);
  await expect(desk.restore()).rejects.toThrow();
  expect(existsSync(scheme.path)).toBe(true);
  expect(readdirSync(scheme.folder).filter((name) => name.includes('restoring') || name.includes('aside'))).toEqual([]);
});
