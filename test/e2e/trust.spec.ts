import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { demonstrationFile, demonstrationNow, demonstrationPassphrase, expect, schemesIn, test } from '../support/demonstration';
import { filesHolding, fingerprintsOf } from '../support/files';
import { newSchemePassphrase, startEmptyScheme } from '../support/new-scheme';
import type { RunningApp } from '../support/start-app';
import { answerOpenDialog, answerSaveDialog, goTo, health } from '../support/window';

test.use({ environment: { ROUNDTABLE_NOW: demonstrationNow } });

/** Names that stand nowhere in the program, one for each way in which a person may write one down. */
const canaries = {
  surname: 'Quizzlethorpe',
  forename: 'Bexwillard',
  alias: 'Zindlewick',
  warning: 'Vorpalknives',
  action: 'Jumblecroft',
  reason: 'Grimblehaven',
  event: 'Fizzwidget',
  advice: 'Snorkleby',
  member: 'Wobbleton',
  draft: 'Dribblestane',
  search: 'Plonkworth',
  passphrase: newSchemePassphrase,
};
const everyWay = Object.values(canaries).flatMap((word) => [word, word.toUpperCase(), word.toLowerCase()]);

test('nothing of a session is in the clear: not in the files, the browser’s profile, the log lines or on the network', async ({
  app,
  window,
  home,
}) => {
  const messages: string[] = [];
  window.on('console', (message) => messages.push(message.text()));
  await startEmptyScheme(app, window);
  await window.getByRole('button', { name: 'Add a case' }).click();
  await window.getByLabel('Surname').fill(canaries.surname);
  await window.getByLabel('Forenames').fill(canaries.forename);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1 })).toContainText(canaries.forename);
  const caseId = new URL(window.url()).hash.split('/').at(-1) ?? '';
  await window.evaluate(
    async ([id, words]) => {
      const { cases, scheme } = globalThis.window.roundtable;
      const { agencies } = await scheme.get();
      await cases.addAlias({ caseId: id, name: words.alias });
      await cases.addRiskWarning({ caseId: id, warning: words.warning });
      await cases.edit({ id, fields: { doAdvice: `Ask for ${words.advice} `.repeat(3000) } });
      await cases.addEvent({ caseId: id, kind: 'note', title: words.event, detail: words.event, happenedOn: '2026-03-01', agencyId: null });
      await scheme.savePerson({
        id: null,
        agencyId: agencies[0]?.id ?? '',
        name: words.member,
        post: '',
        email: '',
        phone: '',
        role: 'partner',
      });
      // A refusal and a fault are told without what was typed.
      await cases.edit({ id, fields: { dateOfBirth: words.surname } }).catch(() => {});
      await cases.edit({ id: words.surname, fields: { area: words.surname } }).catch(() => {});
    },
    [caseId, canaries] as const,
  );
  await window.keyboard.press('c');
  const panel = window.getByRole('region', { name: 'Change the colour' });
  await expect(panel).toBeVisible();
  await window.keyboard.press('r');
  await panel.getByLabel('Reason').fill(canaries.reason);
  await window.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await window.getByRole('button', { name: 'Add an action' }).click();
  await window.getByLabel('Who does what, by when').fill(canaries.action);
  await window.getByRole('combobox', { name: 'Agency' }).fill('Hous');
  await window.getByRole('option').first().click();
  await window.getByRole('button', { name: 'Add action' }).click();
  await expect(window.locator('.action-line')).toContainText(canaries.action);
  // The line may be drawn before the form has its answer; until then the keys are the form's.
  await expect(window.getByLabel('Who does what, by when')).toHaveCount(0);
  // Typed and never recorded.
  await window.keyboard.press('n');
  await window.getByLabel('What happened, in a few words').fill(canaries.draft);
  await goTo(window, '/register');
  await expect(window.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible();
  await window.keyboard.press('/');
  await expect(window.getByRole('searchbox')).toBeFocused();
  await window.keyboard.type(canaries.search);
  await expect(window.getByRole('heading', { name: 'No case matches' })).toBeVisible();
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog', { name: 'Find' }).getByRole('combobox')).toBeFocused();
  await window.keyboard.type(canaries.surname);
  await expect(window.getByRole('option').first()).toBeVisible();

  const control = join(home, 'control');
  writeFileSync(control, Buffer.from(`before ${canaries.action} after`, 'utf16le'));
  expect(filesHolding(home, everyWay)).toEqual([control]);
  rmSync(control);
  if (app.kind === 'stand-in') {
    const asked = await app.evaluate((electron) =>
      (electron as unknown as { __standin: { calls: { api: string }[] } }).__standin.calls.map(({ api }) => api),
    );
    expect(asked.filter((api) => api === 'network' || api.startsWith('shell.') || api === 'download')).toEqual([]);
  }
  await app.kill();
  expect(filesHolding(home, everyWay)).toEqual([]);
  const written = `${app.output()}\n${messages.join('\n')}`;
  expect(everyWay.filter((word) => written.includes(word))).toEqual([]);
});

const addCase = (window: Page, surname: string, doAdvice = '') =>
  window.evaluate(
    ([name, prose]) =>
      globalThis.window.roundtable.cases.create({ fields: { surname: name, doAdvice: prose }, colour: null }).then(
        () => 'recorded',
        (error: Error) => error.message,
      ),
    [surname, doAdvice] as const,
  );
const surnames = (window: Page) =>
  window.evaluate(async () => (await globalThis.window.roundtable.register.list()).map(({ surname }) => surname).sort());

test.describe('on a disk of its own', () => {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  test.skip(!isRoot, 'A small file system is mounted for this, which only root on Linux may do.');
  let mounted = '';
  const mount = (folder: string, size: string) => {
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
      mounted = folder;
    } catch {
      test.skip(true, 'This computer does not let even root mount a file system.');
    }
  };
  test.afterEach(() => {
    if (mounted) execFileSync('umount', ['-l', mounted]);
    mounted = '';
  });

  test('a full one is told in words, loses nothing recorded, and takes the same again once there is room', async ({ launch, home }) => {
    mount(schemesIn(home), '3m');
    const app = await launch();
    const window = await app.firstWindow();
    await startEmptyScheme(app, window);
    expect(await addCase(window, 'Thistlemoor')).toBe('recorded');
    const filler = join(schemesIn(home), 'holiday-pictures.zip');
    const { bavail, bsize } = statfsSync(schemesIn(home));
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 64 * 1024)));
    // As a person meets it: the form says so, and keeps what was typed.
    await window.getByRole('button', { name: 'Case', exact: true }).click();
    const prose = 'Something long to say. '.repeat(4000);
    let answer = 'recorded';
    let number = 0;
    while (answer === 'recorded' && number < 40) {
      number += 1;
      answer = await addCase(window, `Carterwick${number}`, prose);
    }
    expect(answer).toContain('The disk is full, so this was not saved. What was saved before is safe.');
    const kept = await surnames(window);
    expect(kept).toContain('Thistlemoor');
    expect(kept).not.toContain(`Carterwick${number}`);
    rmSync(filler);
    expect(await addCase(window, `Carterwick${number}`)).toBe('recorded');
    const { isWhole } = await window.evaluate(() => globalThis.window.roundtable.scheme.verifyLog());
    expect(isWhole).toBe(true);
    await app.close();
    const again = await (await launch()).firstWindow();
    await again.getByLabel('Passphrase', { exact: true }).fill(newSchemePassphrase);
    await again.keyboard.press('Enter');
    await expect(again.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 20_000 });
    expect(await surnames(again)).toEqual([...kept, `Carterwick${number}`].sort());
  });

  test('a read-only one is told in words, and the file is left as it is', async ({ app, window, home, demonstration }) => {
    const folder = join(home, 'drive');
    mount(folder, '64m');
    cpSync(demonstration, folder, { recursive: true });
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    await expectReadOnly(app, window, folder);
  });
});

test('a folder that may only be read is told in words, and the file is left as it is', async ({ app, window, home, demonstration }) => {
  test.skip(process.platform === 'win32' || process.getuid?.() === 0, 'Root may write everywhere; the read-only disk stands in for it.');
  const folder = join(home, 'drive');
  cpSync(demonstration, folder, { recursive: true });
  chmodSync(folder, 0o555);
  await expectReadOnly(app, window, folder);
  chmodSync(folder, 0o755);
});

async function expectReadOnly(app: RunningApp, window: Page, folder: string): Promise<void> {
  const before = fingerprintsOf(folder);
  await answerOpenDialog(app, join(folder, demonstrationFile));
  await window.getByRole('button', { name: 'Open a scheme file…' }).click();
  await window.getByLabel('Passphrase', { exact: true }).fill(demonstrationPassphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'This file cannot be written to' })).toBeVisible();
  expect(fingerprintsOf(folder)).toEqual(before);
}

test('a change that cannot be saved says so in the rail until one is saved again', async ({ app, window }) => {
  await startEmptyScheme(app, window);
  expect((await health(window)).isKeychainUnlockOn).toBe(false);
  await goTo(window, '/scheme');
  const name = window.getByLabel('Name of the scheme');
  await name.fill('');
  await name.press('Enter');
  await expect(window.getByText(/cannot be empty.*still here/)).toBeVisible();
  await name.fill('Larkfield');
  await name.press('Enter');
  await expect(window.getByText('Saved here')).toBeVisible();
});

test('a backup is made, tried and gone back to by a person, and the file that makes way is kept', async ({ app, window, home }) => {
  await startEmptyScheme(app, window);
  expect(await addCase(window, 'Oakenfell')).toBe('recorded');
  await goTo(window, '/scheme');
  await window
    .getByRole('navigation', { name: 'Parts of the scheme' })
    .getByRole('button', { name: /^Backups/ })
    .click();
  await expect(window.getByRole('heading', { name: 'No backup here yet' })).toBeVisible();
  await window.getByRole('button', { name: 'Try a restore' }).click();
  await expect(window.getByRole('alert')).toContainText('There is no backup yet');
  const drive = join(home, 'drive');
  mkdirSync(drive);
  await answerOpenDialog(app, drive);
  await window.getByRole('button', { name: 'Another folder…' }).click();
  await expect(window.getByText(drive, { exact: true })).toBeVisible();
  await window.getByRole('button', { name: 'Back up now' }).click();
  await expect(window.getByText(/Backup made and checked: \d+ changes/)).toBeVisible();
  await expect(window.getByRole('cell', { name: /^Crossways .*roundtable$/ })).toBeVisible();
  await window.getByRole('button', { name: 'Try a restore' }).click();
  await expect(window.getByText(/opens and is whole, with 1 case and/)).toBeVisible();
  await expectAccessible(window);

  expect(await addCase(window, 'Thistlemoor')).toBe('recorded');
  const [name = ''] = readdirSync(drive).filter((file) => file.endsWith('.roundtable'));
  await window.getByRole('button', { name: 'Lock now' }).click();
  await window.getByRole('button', { name: 'Another scheme' }).click();
  await window.getByRole('button', { name: 'Restore from a backup' }).click();
  await answerOpenDialog(app, join(drive, name));
  await window.getByRole('button', { name: 'Choose the backup…' }).click();
  await window.getByLabel('Passphrase', { exact: true }).fill('not the passphrase');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/That is not the passphrase/)).toBeVisible();
  await window.getByLabel('Passphrase', { exact: true }).fill(newSchemePassphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'This is what it holds' })).toBeVisible();
  await expect(window.getByText(/is kept beside it as Crossways set aside/)).toBeVisible();
  await expectAccessible(window);

  await window.getByRole('button', { name: 'Restore and open' }).click();
  await expect(window.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 20_000 });
  expect(await surnames(window)).toEqual(['Oakenfell']);
  expect(readdirSync(schemesIn(home)).filter((file) => /set aside .*\.roundtable$/.test(file))).toHaveLength(1);
});

test('locked with the computer, a scheme gives back what was half typed; its health is told and a diagnosis saved', async ({
  app,
  window,
  home,
}) => {
  await startEmptyScheme(app, window);
  expect(await addCase(window, 'Oakenfell')).toBe('recorded');
  const [row] = await window.evaluate(() => globalThis.window.roundtable.register.list());
  await goTo(window, `/case/${row?.id}`);
  await expect(window.getByRole('heading', { level: 1 })).toContainText('OAKENFELL');
  await window.keyboard.press('n');
  await window.getByLabel('What happened, in a few words').fill('Seen at the bus stop');
  await expect
    .poll(() => window.evaluate(async () => Object.values(await globalThis.window.roundtable.scheme.keptTyping())))
    .toEqual(['Seen at the bus stop']);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await expect(window.getByText('It was locked along with this computer.')).toBeVisible();
  await window.getByLabel('Passphrase', { exact: true }).fill(newSchemePassphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1 })).toContainText('OAKENFELL', { timeout: 20_000 });
  await window.keyboard.press('n');
  await expect(window.getByLabel('What happened, in a few words')).toHaveValue('Seen at the bus stop');

  await goTo(window, '/scheme');
  const parts = window.getByRole('navigation', { name: 'Parts of the scheme' });
  await parts.getByRole('button', { name: /^Trust/ }).click();
  await window.getByRole('button', { name: /Lock after/ }).click();
  await window.getByRole('option', { name: '30 minutes' }).click();
  await expect
    .poll(() => window.evaluate(() => globalThis.window.roundtable.scheme.idleLock()))
    .toEqual({ minutes: 30, duringConference: false });
  await parts.getByRole('button', { name: /^Health/ }).click();
  await expect(window.getByText('It has not been checked on this computer yet.')).toBeVisible();
  await window.getByRole('button', { name: 'Check the log' }).click();
  await expect(window.getByText(/Whole: \d+ entries/)).toBeVisible();
  await expect(window.getByText(/entries were whole when it was last checked/)).toBeVisible();
  await expectAccessible(window);
  const report = join(home, 'diagnosis.txt');
  await answerSaveDialog(app, report);
  await window.getByRole('button', { name: 'Save a diagnosis…' }).click();
  await expect(window.getByText('Diagnosis saved')).toBeVisible();
  expect(filesHolding(home, ['Oakenfell', 'OAKENFELL', 'bus stop'])).toEqual([]);
});
