import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { goTo, typeFast } from '../support/window';

const open = oneDemonstrationForAll();
const scheme = () => open.window.evaluate(() => globalThis.window.roundtable.scheme.get());
const part = async (name: RegExp) => {
  await goTo(open.window, '/scheme');
  await open.window.getByRole('navigation', { name: 'Parts of the scheme' }).getByRole('button', { name }).click();
};

test('wording is saved on Enter, put back by Esc, and refused where the main process refuses it, with the typing kept', async () => {
  await part(/^Name and wording/);
  const area = open.window.getByLabel('Area', { exact: true });
  const before = await area.inputValue();
  await area.fill('a slip');
  await open.window.keyboard.press('Escape');
  await expect(area).toHaveValue(before);
  await area.fill('Harrowmere and Testwick');
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByRole('navigation', { name: 'Main' })).toContainText('Harrowmere and Testwick');
  // Taken back before the first is told as recorded: what was typed last holds, and leaving the field adds nothing.
  const recorded = async () => (await open.window.evaluate(() => globalThis.window.roundtable.scheme.health())).commits;
  const commits = await recorded();
  await area.focus();
  await area.evaluate((field) => {
    for (const text of ['A second slip', 'Harrowmere and Testwick']) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
    }
    field.blur();
  });
  await expect.poll(recorded).toBe(commits + 2);
  expect((await scheme()).area).toBe('Harrowmere and Testwick');
  await expect(area).toHaveValue('Harrowmere and Testwick');
  const starts = open.window.getByLabel('Starts at');
  await starts.fill('25:99');
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByText(/not a time of day.*still here/)).toBeVisible();
  await expect(starts).toHaveValue('25:99');
  expect((await scheme()).meetingStartsAt).not.toBe('25:99');
});

test('what a colour means here is changed, and shown where the colour is chosen', async () => {
  await part(/^Colours/);
  const amber = open.window.getByRole('textbox', { name: 'Amber' });
  await amber.fill('Wobbling, and told so');
  await amber.press('Enter');
  await expect.poll(async () => (await scheme()).colourMeanings.A).toBe('Wobbling, and told so');
  const [row] = await open.window.evaluate(() => globalThis.window.roundtable.register.list());
  await goTo(open.window, `/case/${row?.id}`);
  await open.window.getByRole('button', { name: /^Colour/ }).click();
  await open.window.getByRole('region', { name: 'Change the colour' }).getByRole('button', { name: /Amber/ }).click();
  await expect(open.window.getByText('Wobbling, and told so')).toBeVisible();
});

test('a person is added, changed, and leaves with a reason while what they did stays recorded', async () => {
  await part(/^People/);
  await open.window.getByRole('button', { name: 'Person', exact: true }).click();
  await open.window.getByLabel('Name', { exact: true }).fill('T. Oddfellow-Testwick');
  const agency = open.window.getByRole('combobox', { name: 'Agency' });
  await typeFast(agency, 'Hous', ['ArrowDown', 'Enter']);
  await expect(agency).toHaveValue('Housing Options');
  // What stood before is not kept where something else was typed, and nothing is taken for it that does not go by it.
  await typeFast(agency, 'Nowhere', ['Enter']);
  await agency.press('Tab');
  await expect(agency).toHaveValue('');
  await expect(open.window.getByText('Nothing here is called “Nowhere”: choose from the list')).toBeVisible();
  await expect(open.window.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
  await typeFast(agency, 'Hous', ['Enter']);
  await expect(agency).toHaveValue('Housing Options');
  await open.window.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(open.window.getByText('Person added')).toBeVisible();
  const change = open.window.getByRole('button', { name: 'Change T. Oddfellow-Testwick' });
  await change.click();
  await expect(open.window.getByLabel('Post')).toBeVisible();
  await open.window.keyboard.press('Escape');
  // It stands where the form stood, and has the focus that went with the form.
  await expect(change).toBeFocused();
  await change.press('Enter');
  await open.window.getByLabel('Post').fill('Tenancy officer');
  await open.window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(open.window.getByText(/Tenancy officer/)).toBeVisible();
  await open.window.getByRole('button', { name: 'Change T. Oddfellow-Testwick' }).click();
  await open.window.getByRole('button', { name: 'Has left…' }).click();
  await expect(open.window.getByRole('button', { name: 'Record that they left' })).toBeDisabled();
  await open.window.getByLabel('Why they left').fill('A new post');
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByRole('button', { name: 'Change T. Oddfellow-Testwick' })).toHaveCount(0);
  expect((await scheme()).people.find(({ name }) => name === 'T. Oddfellow-Testwick')).toMatchObject({
    isWithdrawn: true,
    post: 'Tenancy officer',
  });
});

test('the coordinator who is working cannot be recorded as having left', async () => {
  const { me } = await scheme();
  await part(/^People/);
  await open.window.getByRole('button', { name: `Change ${me.name}` }).click();
  await open.window.getByRole('button', { name: 'Has left…' }).click();
  await open.window.getByLabel('Why they left').fill('Trying it out');
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  expect((await scheme()).people.find(({ id }) => id === me.personId)?.isWithdrawn).toBe(false);
});

test('the audit trail shows what was just done, by whom and on which case, and the log is found to be whole', async () => {
  const row = (await open.window.evaluate(() => globalThis.window.roundtable.register.list())).find(({ colour }) => colour === 'G');
  if (!row) throw new Error('Nobody in the demonstration is Green.');
  await open.window.evaluate(
    (id) =>
      globalThis.window.roundtable.cases.changeColour({
        caseId: id,
        meetingId: null,
        colour: 'B',
        reason: 'Remanded',
        decidedOn: '2026-03-03',
        agreedBy: [],
        dissent: '',
      }),
    row.id,
  );
  await part(/^Audit trail/);
  const latest = open.window.getByRole('row').nth(1);
  await expect(latest).toContainText(/colour changed/);
  await expect(latest).toContainText((await scheme()).me.name);
  await expect(latest).toContainText(new RegExp(row.surname, 'i'));
  await open.window.getByRole('button', { name: 'Show earlier ones' }).click();
  await expect(open.window.getByRole('row')).toHaveCount(201);
  await part(/^Health/);
  await open.window.getByRole('button', { name: 'Check the log' }).click();
  await expect(open.window.getByRole('status').filter({ hasText: /Whole: [\d,]+ entries/ })).toBeVisible({ timeout: 30_000 });
});
