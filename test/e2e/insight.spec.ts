import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from '../support/accessible';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { answerOpenDialog, answerSaveDialog } from '../support/window';

const open = oneDemonstrationForAll();

test('a manager finds the cases behind a figure by keyboard, comes back to the same period, and takes figures, pictures and the quarterly report away', async () => {
  const { window, app } = open;
  const colours = window.getByRole('region', { name: 'Colours over time' });

  await test.step('the picture says in words what it shows, and the quarter is one key away from the year', async () => {
    await window.keyboard.press('Alt+5');
    await expect(colours.getByRole('img', { name: /^Colours over time\. \d+ (more|fewer) / })).toBeVisible();
    await window.getByRole('radio', { name: 'Year' }).press('ArrowLeft');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('radio', { name: 'Quarter' })).toBeChecked();
    await expect(window.getByText('Wed 3 Dec 2025 to Tue 3 Mar 2026')).toBeVisible();
  });

  await test.step('its figures are a table, and each figure opens its cases', async () => {
    await colours.getByRole('button', { name: 'Figures' }).press('Enter');
    const red = colours.getByRole('button', { name: /^12, 3 Mar 2026, Red/ });
    await red.press('Enter');
    const behind = window.getByRole('complementary', { name: 'The cases behind a figure' });
    await expect(behind.getByRole('status')).toHaveText('12 cases');
    await expect(behind.getByRole('link')).toHaveCount(12);
    await expect(behind.getByRole('button', { name: 'Close' })).toBeFocused();
    await behind.getByRole('link').first().press('Enter');
    await expect(window.getByRole('img', { name: /^Colour over time/ })).toBeVisible();
    await window.keyboard.press('Alt+5');
    await expect(window.getByText('Wed 3 Dec 2025 to Tue 3 Mar 2026')).toBeVisible();
  });

  await test.step('an area leaves the others out', async () => {
    const reviews = window.getByRole('region', { name: 'Reviews' });
    await reviews.scrollIntoViewIfNeeded();
    const all = await window.evaluate(() => globalThis.window.roundtable.register.list());
    await window.getByRole('button', { name: /^All areas/ }).press('Enter');
    await expect(window.getByRole('option', { selected: true })).toBeFocused();
    const area = all[0]?.area ?? '';
    await window.getByRole('option', { name: area, exact: true }).press('Enter');
    await expect(reviews.getByText(/^\d+ of \d+ reviews/)).toHaveText(
      new RegExp(` of ${all.filter((row) => row.area === area && row.state === 'adopted').length} reviews`),
    );
  });

  await test.step('figures, drawing and image are saved where the person says', async () => {
    const save = async (name: RegExp, file: string) => {
      const path = join(app.home, file);
      await answerSaveDialog(app, path);
      await colours.getByRole('button', { name: 'Export…' }).press('Enter');
      await expect(window.getByRole('menuitem').first()).toBeFocused();
      await window.getByRole('menuitem', { name }).press('Enter');
      await expect(window.getByText(`Saved as ${path}`)).toBeVisible();
      return readFileSync(path);
    };
    expect((await save(/CSV/, 'colours.csv')).toString()).toContain('At the end of,Red (cases),Amber (cases)');
    expect((await save(/SVG/, 'colours.svg')).toString()).toContain('<title>Colours over time</title>');
    expect((await save(/PNG/, 'colours.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  await test.step('the population of the area is entered from the picture that needs it, and definitions are switched beside theirs', async () => {
    const equality = window.getByRole('region', { name: 'Equality monitoring' });
    await equality.scrollIntoViewIfNeeded();
    await equality.getByRole('button', { name: 'Population of the area…' }).press('Enter');
    const form = window.getByRole('dialog', { name: 'Population of the area' });
    await form.getByLabel('Men', { exact: true }).fill('60');
    await expect(form.getByText(/^Together 110\.6%: more than a whole/)).toBeVisible();
    await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
    await expect(form.getByRole('button', { name: 'Save' })).toBeInViewport({ ratio: 1 });
    await form.getByLabel('Men', { exact: true }).fill('49.4');
    await form.getByLabel('Where the figures are from').fill('Invented census');
    await expectAccessible(window);
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(equality.getByText(/The area: Invented census\./)).toBeVisible();
    const definitions = window.getByRole('region', { name: 'Cohort definitions compared' });
    await definitions.scrollIntoViewIfNeeded();
    await definitions.getByRole('checkbox', { name: /^OGRS/ }).press('Space');
    await expect(definitions.getByText(/come under all 4/)).toBeVisible();
    await expectAccessible(window);
  });

  await test.step('the quarterly report is written, issued, and saved as PDF and Word without the mouse', async () => {
    const folder = join(app.home, 'reports');
    mkdirSync(folder);
    await answerOpenDialog(app, folder);
    await window.getByRole('heading', { name: 'Insight' }).click();
    await window.keyboard.press('n');
    const form = window.getByRole('dialog', { name: 'Quarterly report' });
    await expect(form.getByRole('button', { name: /^October to December 2025/ })).toBeFocused();
    const introduction = form.getByLabel('Introduction');
    await expect(introduction).toHaveValue(/^Between 1 Oct 2025 and 31 Dec 2025 the partnership held 13 conferences\./);
    await introduction.fill('A supported house opened in November.');
    await form.getByRole('checkbox', { name: /^All \d+$/ }).press('Space');
    await expect(form.getByRole('button', { name: /^Issue/ })).toBeDisabled();
    for (const name of ['Colours over time', 'Needs and progress']) await form.getByRole('checkbox', { name }).press('Space');
    await expectAccessible(window);
    await form.getByRole('button', { name: /^Issue/ }).press('Enter');
    await expect(window.getByText(/^Issued as \S+, and saved as PDF and Word in /)).toBeVisible({ timeout: 30_000 });
    expect(
      readdirSync(folder)
        .map((name) => name.replace(/^\S+ /, ''))
        .sort(),
    ).toEqual(['Quarterly report October to December 2025.docx', 'Quarterly report October to December 2025.pdf']);
    await window.keyboard.press('Control+k');
    await expect(window.getByRole('combobox')).toBeFocused();
    await window.keyboard.type('documents');
    await expect(window.getByRole('option', { name: /^Documents/, selected: true })).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('row', { name: /Quarterly report October to December 2025/ })).toBeVisible();
  });
});
