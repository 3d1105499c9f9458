import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { answerSaveDialog, goTo } from '../support/window';

const open = oneDemonstrationForAll();
const rowsOf = () => open.window.evaluate(() => globalThis.window.roundtable.register.list());
const table = () => open.window.getByRole('treegrid', { name: 'Cases' });
const flatTable = () => open.window.getByRole('grid', { name: 'Cases' });
const count = () => open.window.getByRole('status').filter({ hasText: / of .* cases/ });
const preview = () => open.window.getByRole('complementary', { name: 'Preview' });
const displayName = (row: { readonly surname: string; readonly forenames: string }) => `${row.surname.toUpperCase()}, ${row.forenames}`;

const search = () => open.window.getByRole('searchbox', { name: 'Search names, aliases and identifiers' });

test.beforeEach(async () => {
  await goTo(open.window, '/register');
  // Its keys act once it is drawn.
  await expect(table()).toBeFocused();
});

test('a search finds people by a part of the name, by an alias and by an identifier without its punctuation', async () => {
  const rows = await rowsOf();
  const aliased = rows.find(({ aliases }) => aliases.length > 0);
  if (!aliased) throw new Error('Nobody in the demonstration has an alias.');
  for (const words of [aliased.surname.slice(0, 5).toLowerCase(), aliased.aliases[0] ?? '', aliased.pnc.replace(/\W/g, ''), aliased.crn]) {
    await open.window.keyboard.press('/');
    await expect(search()).toBeFocused();
    await open.window.keyboard.type(words);
    await expect(table().getByText(displayName(aliased)), words).toBeVisible();
    await expect(count()).not.toContainText('108 of');
    await open.window.keyboard.press('Escape');
    await expect(count()).toContainText('108 of 108');
    await open.window.keyboard.press('Escape');
    await expect(table()).toBeFocused();
  }
  await open.window.keyboard.press('/');
  await expect(search()).toBeFocused();
  await open.window.keyboard.type('nobody of that name');
  await expect(open.window.getByRole('heading', { name: 'No case matches' })).toBeVisible();
  await open.window.getByRole('button', { name: 'Show all cases' }).click();
  await expect(count()).toContainText('108 of 108');
});

test('a filter is set, changed and taken away by keyboard, and counts what it lets through', async () => {
  const red = (await rowsOf()).filter(({ colour }) => colour === 'R').length;
  await open.window.keyboard.press('f');
  const menu = open.window.getByRole('menu', { name: 'Filter' });
  // The letters are for the menu once the focus is in it.
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await open.window.keyboard.type('Colour');
  await expect(menu.getByRole('menuitem', { name: 'Colour' })).toBeFocused();
  await open.window.keyboard.press('ArrowRight');
  const choices = open.window.getByRole('menu', { name: 'Colour' });
  await expect(choices.getByRole('menuitemcheckbox').first()).toBeFocused();
  await open.window.keyboard.type('Red');
  await expect(choices.getByRole('menuitemcheckbox', { name: /Red/ })).toBeFocused();
  await open.window.keyboard.press('Enter');
  await expect(count()).toContainText(`${red} of 108`);
  await open.window.keyboard.press('Escape');
  await open.window.keyboard.press('Escape');
  await expect(table().getByRole('row', { expanded: true })).toHaveCount(1);
  await open.window.getByRole('button', { name: 'Remove the filter Colour' }).press('Enter');
  await expect(count()).toContainText('108 of 108');
});

test('a column sorts one way and then the other, and grouping stays as chosen', async () => {
  await open.window.getByRole('button', { name: /^Group/ }).click();
  await open.window.getByRole('menuitemradio', { name: 'None' }).click();
  const scores = async () => {
    const cells = await flatTable().getByRole('row').locator('td.figure:nth-child(7)').allInnerTexts();
    return cells.map(Number).filter((score) => !Number.isNaN(score));
  };
  const sorted = (values: readonly number[], direction: 1 | -1) => [...values].sort((a, b) => direction * (a - b));
  await flatTable().getByRole('button', { name: 'OGRS' }).click();
  await expect(flatTable().getByRole('columnheader', { name: 'OGRS' })).toHaveAttribute('aria-sort', 'descending');
  expect((await scores()).length).toBeGreaterThan(5);
  expect(await scores()).toEqual(sorted(await scores(), -1));
  await flatTable().getByRole('button', { name: 'OGRS' }).click();
  await expect(flatTable().getByRole('columnheader', { name: 'OGRS' })).toHaveAttribute('aria-sort', 'ascending');
  expect(await scores()).toEqual(sorted(await scores(), 1));
  await flatTable().focus();
  await open.window.keyboard.press('g');
  await open.window.getByRole('menuitemradio', { name: 'Area' }).press('Enter');
  const heads = table().getByRole('row', { expanded: true });
  await expect(heads.first()).toBeVisible();
  await heads.first().click();
  await expect(table().getByRole('row', { expanded: false })).toHaveCount(1);
});

test('the arrow keys move through the list with the preview beside it, and J and K go on from case to case', async () => {
  const title = open.window.getByRole('heading', { level: 1 });
  const previewed = preview().getByRole('heading', { level: 2 });
  await table().focus();
  const first = await previewed.innerText();
  await open.window.keyboard.press('ArrowDown');
  await expect(previewed).not.toHaveText(first);
  const second = await previewed.innerText();
  await expect(preview().getByText('Open actions')).toBeVisible();
  await open.window.keyboard.press('ArrowUp');
  await expect(previewed).toHaveText(first);
  await open.window.keyboard.press('Enter');
  await expect(title).toHaveText(first);
  await open.window.keyboard.press('j');
  await expect(title).toHaveText(second);
  await open.window.keyboard.press('k');
  await expect(title).toHaveText(first);
  await open.window.keyboard.press('j');
  await expect(title).toHaveText(second);
  await open.window.keyboard.press('Backspace');
  await expect(preview().getByRole('heading', { level: 2 })).toHaveText(second);
  await expect(table()).toBeFocused();
});

test('Ctrl+K finds a case from any screen and opens it', async () => {
  const [row] = await rowsOf();
  if (!row) throw new Error('The register is empty.');
  await goTo(open.window, '/scheme');
  await expect(open.window.getByRole('heading', { level: 1, name: 'Scheme' })).toBeVisible();
  // Pressed while the register is still to be drawn: the register then leaves it the focus.
  await open.window.evaluate(() => {
    location.hash = '/register';
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }));
  });
  await expect(table()).toBeVisible();
  await expect(open.window.getByRole('combobox')).toBeFocused();
  await open.window.keyboard.type(row.crn);
  await expect(open.window.getByRole('option', { name: new RegExp(row.surname, 'i') })).toBeVisible();
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByRole('heading', { level: 1 })).toHaveText(displayName(row));
  // Enter may come before anything was found.
  await goTo(open.window, '/scheme');
  await open.window.keyboard.press('Control+k');
  await expect(open.window.getByRole('combobox')).toBeFocused();
  await open.window.keyboard.type(row.crn);
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByRole('heading', { level: 1 })).toHaveText(displayName(row));
});

test('a new case is added by keyboard, and is not without a surname', async () => {
  await table().focus();
  await open.window.keyboard.press('n');
  const form = open.window.getByRole('complementary', { name: 'New case' });
  await expect(form.getByLabel('Surname')).toBeFocused();
  await open.window.keyboard.press('Enter');
  await expect(form.getByText('A case needs a surname')).toBeVisible();
  await open.window.keyboard.type('Thistlemoor');
  await open.window.keyboard.press('Tab');
  await open.window.keyboard.type('Ansgar');
  await open.window.keyboard.press('Tab');
  await open.window.keyboard.type('29021992');
  await form.getByLabel('Surname').press('Enter');
  await expect(open.window.getByRole('heading', { level: 1 })).toHaveText('THISTLEMOOR, Ansgar');
  await expect(open.window.getByText(/29 Feb 1992/)).toBeVisible();
});

test('the exported CSV holds what the table shows, and nothing that a spreadsheet would run', async () => {
  const before = Number.parseInt((await count().textContent()) ?? '', 10);
  const dangers = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '=HYPERLINK("https://example.invalid")', ' =1+1', '＝1+1'];
  for (const danger of dangers)
    await open.window.evaluate(
      (text) =>
        globalThis.window.roundtable.cases.create({
          fields: { surname: text, forenames: text, area: text, beat: text, pnc: text, crn: text, reference: text, prisonNumber: text },
          colour: null,
        }),
      danger,
    );
  // What is exported is what the table shows, so all of them must have come into it.
  await expect(count()).toContainText(`${before + dangers.length} of`);
  const path = join(open.app.home, 'register.csv');
  await answerSaveDialog(open.app, path);
  await open.window.getByRole('button', { name: 'Columns' }).click();
  for (const column of ['Reference', 'PNC', 'CRN', 'Prison number'])
    await open.window.getByRole('menuitemcheckbox', { name: column, exact: true }).click();
  await open.window.keyboard.press('Escape');
  await open.window.getByRole('button', { name: 'Export…' }).click();
  await open.window.getByRole('menuitem', { name: /^CSV/ }).click();
  await expect(open.window.getByText(/^Saved \d+ cases as/)).toBeVisible();
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true });
  const shown = Number.parseInt((await count().textContent()) ?? '', 10);
  expect(shown).toBeGreaterThan(dangers.length);
  expect(data).toHaveLength(1 + shown);
  const cells = data.flat();
  expect(cells.filter((cell) => /^[\s'\u200b]*[=+\-@＝＋－＠\t\r]/.test(cell) && !cell.startsWith("'"))).toEqual([]);
  for (const danger of dangers) expect(cells).toContain(`'${danger.trim()}`);
});
