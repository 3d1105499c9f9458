import { readFile, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { goTo } from '../support/window';

const open = oneDemonstrationForAll();
const list = () => open.window.evaluate(() => globalThis.window.roundtable.documents.list());
const preview = () => open.window.getByRole('complementary');
const issue = () => open.window.getByRole('dialog', { name: 'Issue a document' });

async function choose(label: string, name: RegExp | string): Promise<void> {
  await issue()
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await open.window.getByRole('option', { name }).first().click();
}

test.beforeEach(() => goTo(open.window, '/documents'));

test('a document is issued by itself, printed, handed over, and known again when its file comes back', async () => {
  const before = (await list()).length;
  await open.window.getByRole('button', { name: /^Issue…/ }).click();
  await choose('Document', 'Action list');
  await choose('For', /Core agencies/);
  await open.window.screenshot({ path: test.info().outputPath('issue.png') });
  await issue().getByRole('button', { name: 'Issue', exact: true }).click();
  await expect(issue()).toBeHidden();
  const [made] = await list();
  expect(await list()).toHaveLength(before + 1);
  expect(made).toMatchObject({ kind: 'action-list', version: 1, isLatest: true });
  await expect(preview()).toContainText(made?.number ?? '');
  await expect(preview().getByRole('img', { name: 'Page 1' })).toBeVisible();

  // What the printer would be sent: the pages of the document and nothing of the window.
  await open.window.evaluate(() => {
    globalThis.window.print = () => {
      const sheets = document.querySelectorAll('.print-sheets img').length;
      document.body.dataset.sheets = String(sheets);
      globalThis.window.dispatchEvent(new Event('afterprint'));
    };
  });
  await preview().getByRole('button', { name: 'Print…' }).click();
  await expect(open.window.locator('body')).toHaveAttribute('data-sheets', String(made?.pages));
  await expect(open.window.locator('.print-sheets')).toHaveCount(0);

  await preview().getByRole('radio', { name: 'Who has it' }).click();
  await preview()
    .getByLabel(/^Handed version 1 to/)
    .fill('F. Marchbanker, Probation');
  await open.window.keyboard.press('Enter');
  await expect(preview().getByRole('listitem')).toContainText('F. Marchbanker, Probation');
  await open.window.screenshot({ path: test.info().outputPath('holders.png') });

  const bytes = await open.window.evaluate(async (id) => [...(await globalThis.window.roundtable.documents.bytes({ id }))], made?.id ?? '');
  const file = test.info().outputPath('copy.pdf');
  await writeFile(file, new Uint8Array(bytes));
  const picker = open.window.locator('input[type=file]');
  await picker.setInputFiles(file);
  await expect(open.window.getByText('This file is exactly as it was issued.')).toBeVisible();
  const changed = await readFile(file);
  changed[100] = (changed[100] ?? 0) ^ 1;
  await writeFile(file, changed);
  await picker.setInputFiles(file);
  await expect(open.window.getByText('This file is not as it was issued.')).toBeVisible();
  await open.window.screenshot({ path: test.info().outputPath('altered.png') });
  const { violations } = await new AxeBuilder({ page: open.window }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

test('final minutes are corrected from the closing screen, and the next version lists what changed', async () => {
  const meetingId = await open.window.evaluate(async () => {
    const { meetings, documents } = globalThis.window.roundtable;
    const closed = (await meetings.list()).find(({ state }) => state === 'closed' || state === 'final');
    if (!closed) throw new Error('The demonstration has no conference that is over.');
    if (closed.state === 'closed') await documents.issueMinutes({ meetingId: closed.id, isFinal: true });
    await documents.issuePacks({ meetingId: closed.id });
    return closed.id;
  });
  await goTo(open.window, `/meeting/${meetingId}/chair`);
  const corrections = open.window.locator('.corrections');
  await expect(corrections).toBeVisible();
  await corrections.getByRole('button', { name: /^Choose.*Where|Where/ }).click();
  await open.window.getByRole('option').first().click();
  await corrections.getByRole('button', { name: /What/ }).click();
  await open.window.getByRole('option', { name: 'Discussion' }).click();
  await corrections.getByLabel('It should say').fill('He kept two of three appointments.');
  await corrections.getByLabel('Why it is corrected').fill('One was misheard.');
  await corrections.getByRole('button', { name: 'Add to the next version' }).click();
  await expect(corrections.getByText('waits')).toBeVisible();
  await open.window.screenshot({ path: test.info().outputPath('corrections.png') });
  await corrections.getByRole('button', { name: /Issue the next version/ }).click();
  await expect(corrections.getByText(/in version \d/)).toBeVisible();
  const [latest] = (await list()).filter(
    ({ kind, meetingId: of, agencyId }) => kind === 'minutes' && of === meetingId && agencyId === null,
  );
  expect(latest?.isLatest).toBe(true);
  await expect(corrections.getByText(`in version ${latest?.version}`)).toBeVisible();
});
