import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appHandlers } from '../../../../electron/main/handlers/app';
import { backupHandlers } from '../../../../electron/main/handlers/backups';
import { chosenPlaces } from '../../../../electron/main/handlers/chosen';
import { sharingHandlers } from '../../../../electron/main/handlers/sharing';
import { createBackupDesk } from '../../../../electron/services/backups/backups';
import { createRestoreDesk } from '../../../../electron/services/opening/restore';
import { diskPassphrase, runHere, type SchemeOnDisk, schemeOnDisk } from '../../../support/scheme-on-disk';

let disk: SchemeOnDisk;
let elsewhere: string;
beforeEach(async () => {
  disk = await schemeOnDisk();
  elsewhere = mkdtempSync(join(tmpdir(), 'roundtable-elsewhere-'));
});
afterEach(() => {
  disk.end();
  rmSync(elsewhere, { recursive: true });
});

/** The handlers of a window whose person answers every dialog with this path. */
function handlers(answer: string | null) {
  const ask = () => Promise.resolve(answer);
  const chosen = chosenPlaces({ askForFile: ask, askForFolder: ask, askWhereToSave: ask }, disk);
  const idle = { lock: () => disk.access.lock(), noteInput: () => {}, look: () => {} };
  const restoring = createRestoreDesk({ ...disk, run: runHere, open: (path, key) => disk.access.unlockWithKey(path, key) });
  return {
    app: appHandlers(chosen, disk.access, idle),
    backups: backupHandlers(chosen, disk.access, createBackupDesk(runHere), restoring),
    sharing: sharingHandlers({ tell: () => {} }, chosen, disk.access),
  };
}

/** The scheme copied to a place that this computer has never opened a scheme at. */
function copied(): string {
  const path = join(elsewhere, basename(disk.path));
  disk.access.lock();
  for (const ending of ['', '.keys']) cpSync(disk.path + ending, path + ending);
  return path;
}

const refused = 'Nobody has chosen this';

test('A window opens no scheme at a path that nobody chose, and the same scheme once it was chosen.', async () => {
  const path = copied();
  const { app } = handlers(path);
  expect(() => app.unlock({ path, passphrase: diskPassphrase })).toThrow(refused);
  expect(() => app.unlockWithKeychain({ path })).toThrow(refused);
  expect(() => app.recover({ path, words: [...disk.words], newPassphrase: 'another long passphrase' })).toThrow(refused);
  expect(() => app.unlock({ path: '\\\\server\\share\\Harrowmere.roundtable', passphrase: 'guessed' })).toThrow(refused);
  expect(await app.chooseSchemeFile(undefined)).toBe(path);
  expect(await app.unlock({ path, passphrase: diskPassphrase })).toEqual({ ok: true });
});

test('A scheme that was opened here before opens again without a dialog, also where its drive is away just now.', async () => {
  const path = copied();
  disk.known.remember(path, '2026-03-01T09:00:00.000Z');
  const { app } = handlers(null);
  expect(await app.unlock({ path, passphrase: diskPassphrase })).toEqual({ ok: true });
  disk.access.lock();
  rmSync(path);
  expect(await app.unlock({ path, passphrase: diskPassphrase })).toMatchObject({ ok: false });
});

test('A cancelled dialog chooses nothing.', async () => {
  const path = copied();
  const { app } = handlers(null);
  expect(await app.chooseSchemeFile(undefined)).toBeNull();
  expect(() => app.unlock({ path, passphrase: diskPassphrase })).toThrow(refused);
});

test('A backup is looked into, and a folder shared or joined by, only where somebody chose it.', async () => {
  const { backups, sharing } = handlers(elsewhere);
  const secret = { kind: 'passphrase', passphrase: diskPassphrase } as const;
  const folder = elsewhere;
  expect(() => backups.inspect({ path: join(elsewhere, 'copy.roundtable'), secret })).toThrow(refused);
  expect(() => sharing.use({ folder })).toThrow(refused);
  const newPassphrase = 'another long passphrase';
  expect(() => sharing.rebuild({ folder, words: [...disk.words], newPassphrase })).toThrow(refused);
  await expect(sharing.beginJoin({ folder, yourName: 'R. Quillon', passphrase: newPassphrase })).rejects.toThrow(refused);
  expect(await sharing.chooseToJoin(undefined)).toBe(folder);
  await expect(sharing.beginJoin({ folder, yourName: 'R. Quillon', passphrase: newPassphrase })).rejects.not.toThrow(refused);
});
