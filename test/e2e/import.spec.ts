import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createChance } from '../../electron/services/demonstration/chance';
import { createPeople } from '../../electron/services/demonstration/people';
import { messyCsv, messySpreadsheet } from '../fixtures/make-demonstration-spreadsheet';
import { expect, oneEmptySchemeAfterAnother, test } from '../support/demonstration';
import { answerOpenDialog, answerSaveDialog, goTo, health } from '../support/window';

const people = createPeople(createChance(7), '2026-03-03');

const open = oneEmptySchemeAfterAnother();

test.beforeEach(() => goTo(open.window, '/import'));

/** Writes a file and chooses it in the import, as by the system’s dialog. */
async function choose(name: string, bytes: Uint8Array | string): Promise<void> {
  const path = join(open.app.home, name);
  writeFileSync(path, bytes);
  await answerOpenDialog(open.app, path);
  await open.window.getByRole('button', { name: 'Choose a file…' }).click();
}

const checkRows = (window: Page) => window.getByRole('button', { name: /Check the rows/ }).click();
const registerCount = (window: Page) => window.getByRole('status').filter({ hasText: / of .* cases/ });

test('the cohort’s own workbook goes from the dialog to the register, every problem with its cell, nothing written before', async () => {
  const { window } = open;
  const { commits } = await health(window);
  await choose('cohort.xlsx', await messySpreadsheet(people, 7));
  await expect(window.getByRole('heading', { name: 'cohort.xlsx' })).toBeVisible();
  await expect(window.getByText(/rows, read as sheet Cohort/)).toBeVisible();
  await expect(window.getByRole('combobox', { name: 'Column B becomes' })).toHaveValue('Full name');
  await expect(window.getByRole('combobox', { name: 'Column R becomes' })).toHaveValue('Colour');
  // Held, it is one press: what it brings up is not confirmed by it.
  await window.keyboard.down('Control');
  await window.keyboard.down('Enter');
  await expect(window.getByText(/108 people are added/)).toBeVisible();
  for (let held = 0; held < 3; held += 1) await window.keyboard.down('Enter');
  await window.keyboard.up('Enter');
  await window.keyboard.up('Control');
  const problems = window.getByRole('grid', { name: 'Problems' });
  await expect(problems.getByRole('row').filter({ hasText: '31/02/2026' })).toContainText(/T\d+.*Next review/);
  await expect(problems.getByRole('row').filter({ hasText: 'row left out' }).first()).toBeVisible();
  await window.getByRole('radio', { name: /Duplicates/ }).click();
  await expect(window.getByRole('grid', { name: 'Duplicates' }).getByRole('row')).not.toHaveCount(1);
  expect((await health(window)).commits).toBe(commits);
  await window.getByRole('button', { name: /Import 108 people/ }).click();
  await expect(window.getByRole('heading', { name: '108 added, 0 updated' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Open the register' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(registerCount(window)).toContainText('108 of 108 cases');
  expect((await health(window)).commits).toBeGreaterThan(commits);
  const { isWhole } = await window.evaluate(() => globalThis.window.roundtable.scheme.verifyLog());
  expect(isWhole).toBe(true);
});

test('the same cohort as Windows-1252 with semicolons is read alike, and a changed file shows each change before it updates', async () => {
  const { window } = open;
  await choose('cohort.csv', messyCsv(people, 7));
  await expect(window.getByText(/read as Windows-1252, semicolons/)).toBeVisible();
  await checkRows(window);
  await window.getByRole('button', { name: /Import 108 people/ }).click();
  await window.getByRole('button', { name: 'Import another file' }).click();
  const moved = people.map((person, index) => (index === 3 ? { ...person, area: 'Northgate', beat: 'NG9' } : person));
  const newcomer = { ...(people[0] as (typeof people)[number]), surname: 'Thistlemoor', forenames: 'Ansgar', aliases: [] };
  const added = { ...newcomer, pnc: '2019/7654321X', crn: 'Z987654', prisonNumber: 'A9876ZZ' };
  await choose('cohort later.csv', messyCsv([...moved, added], 7));
  await checkRows(window);
  await expect(window.getByText(/1 person is added, 1 updated/)).toBeVisible();
  await window.getByRole('radio', { name: /Updates/ }).click();
  const change = window.getByRole('complementary', { name: /^Row/ });
  await expect(change.getByText('Northgate')).toBeVisible();
  await expect(change.getByText(people[3]?.area ?? '')).toBeVisible();
  await window.getByRole('button', { name: /Import 2 people/ }).click();
  await expect(window.getByRole('heading', { name: '1 added, 1 updated' })).toBeVisible();
  await window.getByRole('button', { name: 'Open the register' }).click();
  await expect(registerCount(window)).toContainText('109 of 109 cases');
});

test('UTF-16 with tabs and names from everywhere is read as written', async () => {
  const { window } = open;
  const rows = [
    ['Surname', 'Forenames', 'PNC', 'Date of birth'],
    ['Oakenfell', 'Zoë Łucja', '2015/1234567A', '03/04/1990'],
    ['Ó Brannagh-Testwick', '"Two\nlines"', '2016/1234567B', '29/02/1992'],
  ];
  const text = `\ufeff${rows.map((row) => row.join('\t')).join('\r\n')}`;
  await choose('utf16.txt', new Uint8Array(Buffer.from(text, 'utf16le')));
  await expect(window.getByText(/2 rows, read as UTF-16/)).toBeVisible();
  await checkRows(window);
  await window.getByRole('button', { name: /Import 2 people/ }).click();
  await window.getByRole('button', { name: 'Open the register' }).click();
  await expect(window.getByRole('treegrid', { name: 'Cases' }).getByText('OAKENFELL, Zoë Łucja')).toBeVisible();
  await expect(window.getByText(/TESTWICK, Two lines/i).first()).toBeVisible();
});

test('a file that is no spreadsheet, an empty one and a picture named .xlsx are told in words and change nothing', async () => {
  const { window } = open;
  const { commits } = await health(window);
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    ['picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['empty.csv', ''],
    ['program.csv', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
  ];
  for (const [name, bytes] of files) {
    // What was said of the file before must not count for this one.
    await goTo(window, '/register');
    await expect(window.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible();
    await goTo(window, '/import');
    await choose(name, bytes);
    await expect(window.getByRole('heading', { name: 'This file could not be read' }), name).toBeVisible();
    await expect(window.getByText('Nothing was imported, and neither the file nor the register was changed.')).toBeVisible();
  }
  await answerOpenDialog(open.app, join(open.app.home, 'gone.csv'));
  await window.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(window.getByRole('heading', { name: 'This file could not be read' })).toBeVisible();
  await answerOpenDialog(open.app, null);
  await window.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(window.getByRole('button', { name: 'Choose a file…' })).toBeEnabled();
  expect((await health(window)).commits).toBe(commits);
});

test('5,000 rows go in while a case is added in the register, where they then scroll, and giving up holds on to nothing', async () => {
  // As long as the computer needs: the bench says how quick it is, this test that it comes to its end.
  test.setTimeout(180_000);
  const { window } = open;
  const rows = Array.from({ length: 5000 }, (_, index) => {
    const number = String(index).padStart(4, '0');
    return `Testwick${number},Invented,19${String(index % 80).padStart(2, '0')}-0${(index % 9) + 1}-11,2001/${number}001K,Z${number}00,Red`;
  });
  const file = `Surname,Forenames,DOB,PNC,CRN,RAG\n${rows.join('\n')}\n`;
  await choose('large.csv', file);
  await window.getByRole('button', { name: 'Another file' }).click();
  await choose('large.csv', file);
  await expect(window.getByText(/5,?000 rows/)).toBeVisible();
  await window.evaluate(() => {
    const drawn = globalThis as unknown as { frames: number };
    drawn.frames = 0;
    const count = () => {
      drawn.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await checkRows(window);
  const importAll = window.getByRole('button', { name: /Import 5,000 people/ });
  await importAll.waitFor();
  await importAll.click();
  await expect(window.getByRole('heading', { name: 'Recording large.csv' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Stop, and take it back' })).toBeVisible();
  // The register is opened meanwhile, a case added, and typed in: all of it is saved as ever.
  await goTo(window, '/register');
  await expect(window.getByRole('list', { name: 'Where your work is' }).getByText(/^Importing/)).toBeVisible();
  await window.getByRole('treegrid', { name: 'Cases' }).focus();
  await window.keyboard.press('n');
  const form = window.getByRole('complementary', { name: 'New case' });
  await expect(form.getByLabel('Surname')).toBeFocused();
  await window.keyboard.type('Thistlemoor');
  await form.getByLabel('Surname').press('Enter');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('THISTLEMOOR', { timeout: 60_000 });
  await goTo(window, '/import');
  await expect(window.getByRole('button', { name: 'Take back large.csv' })).toBeVisible({ timeout: 120_000 });
  expect(await window.evaluate(() => (globalThis as unknown as { frames: number }).frames)).toBeGreaterThan(10);
  await goTo(window, '/register');
  await registerCount(window).filter({ hasText: '5,001 of 5,001 cases' }).waitFor();
  await expect(window.getByRole('treegrid', { name: 'Cases' })).toBeFocused();
  await window.keyboard.press('End');
  await expect(window.getByText('THISTLEMOOR').first()).toBeVisible();
});

test('an import is taken back after it was shown what leaves, and the Data page exports the scheme and what is held on one person', async () => {
  const { window } = open;
  await choose('two.csv', 'Surname,Forenames,PNC,RAG\nCarterwick,Dean,97/0000112X,Amber\nOakenfell,Mary,90/0000345A,Blue\n');
  await checkRows(window);
  await window.getByRole('button', { name: /Import 2 people/ }).click();
  await expect(window.getByRole('heading', { name: '2 added, 0 updated' })).toBeVisible();
  await window.getByRole('button', { name: 'Import another file' }).click();
  await window.getByRole('button', { name: 'Take back two.csv' }).click();
  await expect(window.getByRole('alertdialog')).toContainText('2 cases leave the register.');
  await window.getByRole('button', { name: 'Take it back' }).click();
  await expect(window.getByRole('cell', { name: 'Taken back' })).toBeVisible();
  await goTo(window, '/scheme');
  await window.getByRole('navigation', { name: 'Parts of the scheme' }).getByRole('button', { name: /^Data/ }).click();
  await window.getByText('Encrypt it with a passphrase').click();
  await expect(window.getByText(/readable by whoever has the file/)).toBeVisible();
  await answerSaveDialog(open.app, join(open.app.home, 'scheme.zip'));
  await window.getByRole('button', { name: 'Export the whole scheme…' }).click();
  await expect(window.getByRole('cell', { name: 'scheme.zip' })).toBeVisible();
  await window.getByRole('combobox', { name: 'Person' }).fill('Carter');
  await window.getByRole('option').first().click();
  await window.getByText(/^I (have read|shall read it)/).click();
  await answerSaveDialog(open.app, join(open.app.home, 'access.xlsx'));
  await window.getByRole('button', { name: 'Save as a workbook…' }).click();
  await expect(window.getByRole('cell', { name: 'access.xlsx' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
