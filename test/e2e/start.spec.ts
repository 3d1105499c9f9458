import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../db/connection';
import { readKeyFile, unwrapKey } from '../../db/keys/key-file';
import {
  demonstrationFile,
  demonstrationPassphrase,
  expect,
  giveDemonstration,
  oneDemonstrationForAll,
  openDemonstration,
  test,
} from '../support/demonstration';
import { fingerprintsOf } from '../support/files';
import { newSchemePassphrase, startEmptyScheme } from '../support/new-scheme';
import { answerOpenDialog, answerSaveDialog, goTo } from '../support/window';

const typePassphrase = async (window: Page, passphrase: string) => {
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.keyboard.press('Enter');
};
const isOpen = (window: Page) => expect(window.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 20_000 });

test.describe('the first run', () => {
  test('shows the three ways to begin, the demonstration under the first key', async ({ window }) => {
    for (const name of ['Open the demonstration', 'Start a new scheme', 'Open a scheme file…'])
      await expect(window.getByRole('button', { name })).toBeVisible();
    await expect(window.getByRole('button', { name: 'Open the demonstration' })).toBeFocused();
  });

  test('a scheme is set up by keyboard alone, from its name to the printed word typed back, and nothing is written before the end', async ({
    app,
    window,
    home,
  }) => {
    await expect(window.getByRole('button', { name: 'Open the demonstration' })).toBeFocused();
    const before = Object.keys(fingerprintsOf(app.userData));
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await expect(window.getByLabel('Name of the scheme')).toBeFocused();
    await window.keyboard.type('Larkfield Turnaround');
    await window.keyboard.press('Tab');
    await window.keyboard.type('Larkfield');
    // To the first agency that is not ticked yet, and tick it.
    const youth = window.getByRole('checkbox', { name: 'Youth', exact: false }).first();
    for (let presses = 0; presses < 60 && !(await youth.evaluate((box) => box === document.activeElement)); presses += 1)
      await window.keyboard.press('Tab');
    await window.keyboard.press('Space');
    await expect(youth).toBeChecked();
    await window.getByLabel('Name of the scheme').press('Enter');
    await expect(window.getByLabel('Your name')).toBeFocused();
    await window.keyboard.type('M. Larkspur');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    // The list has the keys once one of its choices has the focus.
    await expect(window.locator(':focus')).toHaveRole('option');
    await window.keyboard.type('prob');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: /Your agency/ })).toContainText('Probation');
    await window.getByLabel('Your name').press('Enter');
    await expect(window.getByLabel('Passphrase', { exact: true })).toBeFocused();
    await window.keyboard.type('too short');
    await expect(window.getByRole('status').filter({ hasText: 'at least 12' })).toBeVisible();
    await window.getByLabel('Passphrase', { exact: true }).fill('larch kettle ninety');
    await window.keyboard.press('Tab');
    await window.keyboard.type('larch kettle ninety');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: 'Print your recovery sheet' })).toBeVisible();
    const sheet = join(home, 'recovery sheet.pdf');
    await answerSaveDialog(app, sheet);
    const save = window.getByRole('button', { name: 'Save the sheet…' });
    for (let presses = 0; presses < 20 && !(await save.evaluate((button) => button === document.activeElement)); presses += 1)
      await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    const word = window.getByLabel(/^Word \d+$/);
    await expect(word).toBeEnabled({ timeout: 20_000 });
    expect(readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-');
    expect(statSync(sheet).mode & 0o077).toBe(0);
    const asked = Number((await window.locator('label', { hasText: /^Word \d+$/ }).innerText()).slice(5));
    const printed = await wordsOfSheet(sheet);
    await word.focus();
    // As long as any word of a sheet and none of them: the next on the sheet may be the same once in a while.
    await window.keyboard.type('larchlarch');
    await expect(window.getByText('That is not the word with this number.')).toBeVisible();
    await expect(window.getByRole('button', { name: /^Next: ready/ })).toBeDisabled();
    await word.fill(printed[asked - 1] ?? '');
    await expect(window.getByText('That is the word.')).toBeVisible();
    expect(Object.keys(fingerprintsOf(app.userData))).toEqual(before);
    const next = window.getByRole('button', { name: /^Next: ready/ });
    for (let presses = 0; presses < 20 && !(await next.evaluate((button) => button === document.activeElement)); presses += 1)
      await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: 'Larkfield Turnaround is ready to be made' })).toBeVisible();
    const make = window.getByRole('button', { name: /^Open the scheme/ });
    for (let presses = 0; presses < 20 && !(await make.evaluate((button) => button === document.activeElement)); presses += 1)
      await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await isOpen(window);
    const { agencies, me } = await window.evaluate(() => globalThis.window.roundtable.scheme.get());
    expect(me.name).toBe('M. Larkspur');
    expect(agencies.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['police', 'probation', 'youth-justice']));
  });

  test('a scheme set up anew opens with its passphrase, and with the words of its sheet when the key file is lost', async ({
    app,
    window,
    launch,
  }) => {
    const words = await startEmptyScheme(app, window, 'Crossways');
    await expect(window.getByText('Everyone the scheme works with will be listed here')).toBeVisible();
    await app.close();
    const file = join(app.userData, 'Schemes', 'Crossways.roundtable');
    rmSync(`${file}.keys`);
    const again = await (await launch()).firstWindow();
    await typePassphrase(again, newSchemePassphrase);
    await expect(again.getByRole('heading', { name: 'The key file is missing' })).toBeVisible();
    await again.getByRole('button', { name: 'Use the recovery sheet' }).click();
    await expect(again.getByLabel('The words')).toBeFocused();
    const backwards = words.toReversed().join(' ');
    await again.getByLabel('The words').fill(backwards);
    await again.getByLabel('New passphrase').fill('walnut harbour eleven');
    await again.getByLabel('The passphrase again').fill('walnut harbour eleven');
    await again.keyboard.press('Enter');
    await expect(again.getByRole('heading', { name: 'Those words do not open this scheme' })).toBeVisible();
    // As they stand on the sheet, numbers and all.
    await again.getByLabel('The words').fill(words.map((word, index) => `${index + 1}. ${word}`).join(' '));
    await again.keyboard.press('Enter');
    await isOpen(again);
    await goTo(again, '/scheme');
    await again.getByRole('button', { name: 'Lock now' }).click();
    await typePassphrase(again, 'walnut harbour eleven');
    await isOpen(again);
  });
});

test.describe('the passphrase screen', () => {
  const open = oneDemonstrationForAll();
  const lock = async () => {
    await goTo(open.window, '/scheme');
    await open.window.getByRole('button', { name: 'Lock now' }).click();
    await expect(open.window.getByLabel('Passphrase', { exact: true })).toBeFocused();
  };

  test('comes back on locking, shows nothing of the scheme, and opens again with the passphrase', async () => {
    await lock();
    expect(await open.window.locator('body').innerText()).not.toMatch(/OAKENFELL|CARTERWICK|Register/);
    const answer = await open.window.evaluate(() =>
      globalThis.window.roundtable.register.list().then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(answer).toContain('The scheme is locked');
    await typePassphrase(open.window, 'not the passphrase');
    // Whoever notices the slip types on at once, while the first try is still looked at.
    await open.window.keyboard.type(demonstrationPassphrase);
    await expect(open.window.getByText('That is not the passphrase')).toBeVisible();
    await expect(open.window.getByLabel('Passphrase', { exact: true })).toBeFocused();
    await expect(open.window.getByLabel('Passphrase', { exact: true })).toHaveValue(demonstrationPassphrase);
    await open.window.keyboard.press('Enter');
    await isOpen(open.window);
  });

  test('offers this computer’s sign-in only while the scheme allows it', async () => {
    const box = open.window.getByRole('checkbox', { name: /Open the scheme without its passphrase/ });
    const trust = async () => {
      await goTo(open.window, '/scheme');
      await open.window.getByRole('button', { name: /^Trust/ }).click();
    };
    await trust();
    await expect(box).toBeEnabled();
    await box.press('Space');
    await expect(box).toBeChecked();
    await lock();
    await open.window.getByRole('button', { name: 'Use this computer’s sign-in' }).click();
    await isOpen(open.window);
    await trust();
    await expect(box).toBeChecked();
    await box.press('Space');
    await expect(box).not.toBeChecked();
    await lock();
    await expect(open.window.getByRole('button', { name: 'Use this computer’s sign-in' })).toHaveCount(0);
    await typePassphrase(open.window, demonstrationPassphrase);
    await isOpen(open.window);
  });

  test('changes the passphrase only for whoever knows the old one', async () => {
    const fill = async (old: string, fresh: string) => {
      await open.window.getByLabel('Passphrase now').fill(old);
      await open.window.getByLabel('New passphrase').fill(fresh);
      await open.window.getByLabel('The passphrase again').fill(fresh);
      await open.window.keyboard.press('Enter');
    };
    await goTo(open.window, '/scheme');
    await open.window.getByRole('button', { name: /^Trust/ }).click();
    await fill('guessed wrongly', 'walnut harbour eleven');
    await expect(open.window.getByText('That is not the passphrase. Nothing was changed.')).toBeVisible();
    await fill(demonstrationPassphrase, 'walnut harbour eleven');
    await expect(open.window.getByText('The passphrase is changed')).toBeVisible();
    await lock();
    await typePassphrase(open.window, demonstrationPassphrase);
    await expect(open.window.getByText('That is not the passphrase')).toBeVisible();
    await typePassphrase(open.window, 'walnut harbour eleven');
    await isOpen(open.window);
  });
});

test.describe('a file that does not open', () => {
  test('is told in its own words, and no file in its folder changes by a byte', async ({ app, window, home, demonstration }) => {
    const folder = join(home, 'drive');
    mkdirSync(folder);
    const whole = join(demonstration, demonstrationFile);
    const copy = (name: string) => {
      const path = join(folder, `${name}.roundtable`);
      copyFileSync(whole, path);
      copyFileSync(`${whole}.keys`, `${path}.keys`);
      return path;
    };
    const flipped = copy('flipped');
    const bytes = readFileSync(flipped);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(flipped, bytes);
    const cut = copy('cut short');
    writeFileSync(cut, readFileSync(whole).subarray(0, 40_000));
    const damagedKeys = copy('damaged keys');
    writeFileSync(`${damagedKeys}.keys`, readFileSync(`${whole}.keys`, 'utf8').replace('"nonce"', '"once"'));
    const newer = copy('newer');
    await makeNewer(newer);
    const newerKeys = copy('newer keys');
    writeFileSync(`${newerKeys}.keys`, readFileSync(`${whole}.keys`, 'utf8').replace('"version": 1', '"version": 2'));
    const keyless = copy('keyless');
    rmSync(`${keyless}.keys`);
    const picture = join(folder, 'picture.roundtable');
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a', 'hex'));
    const empty = join(folder, 'empty.roundtable');
    writeFileSync(empty, '');
    const before = fingerprintsOf(folder);
    const cases: readonly (readonly [path: string, title: string])[] = [
      [flipped, 'This file is damaged'],
      [cut, 'This file is damaged'],
      [damagedKeys, 'This file is damaged'],
      [newer, 'This file comes from a newer Roundtable'],
      [newerKeys, 'This file comes from a newer Roundtable'],
      [keyless, 'The key file is missing'],
      [picture, 'This is not a Roundtable scheme'],
      [empty, 'This is not a Roundtable scheme'],
      [join(folder, 'gone.roundtable'), 'The file is not there'],
    ];
    for (const [path, title] of cases) {
      await answerOpenDialog(app, path);
      await window.getByRole('button', { name: 'Open a scheme file…' }).click();
      await typePassphrase(window, demonstrationPassphrase);
      await expect(window.getByRole('heading', { name: title }), path).toBeVisible({ timeout: 20_000 });
      for (const part of ['What happened', 'What is safe', 'What to do']) await expect(window.getByText(part)).toBeVisible();
      await window.getByRole('button', { name: 'Another scheme' }).click();
    }
    expect(fingerprintsOf(folder)).toEqual(before);
  });

  test('is told to be open already where another app has it, and opens once that one is closed', async ({
    demonstration,
    home,
    launch,
  }) => {
    const path = await giveDemonstration(demonstration, home);
    const first = await launch();
    await openDemonstration(await first.firstWindow());
    const second = await launch({ home: join(home, 'second') });
    const window = await second.firstWindow();
    await answerOpenDialog(second, path);
    await window.getByRole('button', { name: 'Open a scheme file…' }).click();
    await typePassphrase(window, demonstrationPassphrase);
    await expect(window.getByRole('heading', { name: 'The scheme is open already' })).toBeVisible();
    await first.close();
    await window.getByRole('button', { name: 'Try again' }).click();
    await typePassphrase(window, demonstrationPassphrase);
    await isOpen(window);
  });
});

/** The eighteen words as they are printed, in their order. */
async function wordsOfSheet(path: string): Promise<readonly string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), useSystemFonts: true }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return Array.from({ length: 18 }, (_, index) => new RegExp(`(?<!\\d)${index + 1}\\s+([a-z]{3,8})(?![a-z])`).exec(text)?.[1] ?? '');
}

/** As a later version of the program would leave it. */
async function makeNewer(path: string): Promise<void> {
  const read = readKeyFile(readFileSync(`${path}.keys`, 'utf8'));
  const key = read.ok ? await unwrapKey(read.keys, demonstrationPassphrase) : null;
  if (!key) throw new Error('The demonstration’s key file does not open with its passphrase.');
  const raw = openDatabase(path, key, { mustExist: true });
  raw.pragma('journal_mode = DELETE');
  raw.pragma('user_version = 999');
  raw.close();
}
