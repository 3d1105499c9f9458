import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { goTo } from '../support/window';

const open = oneDemonstrationForAll();
const list = () => open.window.evaluate(() => globalThis.window.roundtable.actions.list({ state: 'all' }));
const table = () => open.window.getByRole('treegrid', { name: 'Actions' });
const bar = () => open.window.getByRole('region', { name: 'Selected actions' });
const counts = () => open.window.getByRole('status').filter({ hasText: /open,/ });

test.beforeEach(async () => {
  await goTo(open.window, '/actions');
  await expect(table()).toBeFocused();
});

/** Marks the first so many actions of the list, by X and the arrow key, passing over the heads of groups. */
async function markFirst(howMany: number): Promise<void> {
  const box = table().locator('tr[aria-selected=true]').getByRole('checkbox');
  for (let marked = 0, steps = 0; marked < howMany && steps < 20; steps += 1) {
    if ((await box.count()) > 0) {
      await open.window.keyboard.press('x');
      await expect(box).toBeChecked();
      marked += 1;
    }
    await open.window.keyboard.press('ArrowDown');
  }
  await expect(bar().getByRole('status')).toHaveText(`${howMany} selected`);
}

/** The actions that differ from what they were. */
async function changedSince(before: Awaited<ReturnType<typeof list>>) {
  const was = new Map(before.map((action) => [action.id, JSON.stringify(action)]));
  return (await list()).filter((action) => was.get(action.id) !== JSON.stringify(action));
}

test('several actions are settled at once by keyboard, with one outcome and one note, and leave the open list', async () => {
  const openBefore = (await list()).filter(({ outcome }) => outcome === null).length;
  await expect(counts()).toContainText(`${openBefore} open`);
  await markFirst(3);
  await open.window.keyboard.press('e');
  await expect(bar().getByLabel('Note')).toBeFocused();
  await open.window.keyboard.type('All told at the door');
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByText('Settled 3 actions')).toBeVisible();
  await expect(counts()).toContainText(`${openBefore - 3} open`);
  const settled = (await list()).filter(({ closingNote }) => closingNote === 'All told at the door');
  expect(settled.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  await expect(table()).toBeFocused();
});

test('what is written on an action that a colleague settles meanwhile is recorded on no other, and no letter of it is a key', async () => {
  const { window } = open;
  await window.keyboard.press('e');
  await expect(bar().getByLabel('Note')).toBeFocused();
  await window.keyboard.type('He was s');
  const id = await window.evaluate(async () => {
    const marked = document.querySelector('tr[aria-selected=true] input')?.getAttribute('aria-label') ?? '';
    const { actions } = globalThis.window.roundtable;
    const action = (await actions.list({ state: 'open' })).find(({ text, caseName }) => marked === `Select: ${text}, ${caseName}`);
    if (!action) throw new Error(`No action is called “${marked}”.`);
    await actions.settle({ ids: [action.id], outcome: 'withdrawn', note: 'By a colleague', meetingId: null });
    return action.id;
  });
  await expect(bar().getByText('Nothing that was selected is in this list any more')).toBeVisible();
  const before = await list();
  expect(before.find((action) => action.id === id)?.outcome).toBe('withdrawn');
  await window.keyboard.type('een next door');
  await expect(bar().getByLabel('Note')).toHaveValue('He was seen next door');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(bar()).toBeHidden();
  expect(await changedSince(before)).toEqual([]);
});

test('several actions get a new due date and another owner, and each keeps the story of both', async () => {
  const before = await list();
  await markFirst(2);
  await bar().getByRole('button', { name: 'New due date…' }).click();
  await expect(bar().getByRole('spinbutton', { name: /day/ })).toBeFocused();
  await open.window.keyboard.type('20032026');
  await bar().getByLabel('Note').fill('Agreed by telephone');
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByText('New due date for 2 actions')).toBeVisible();
  const moved = await changedSince(before);
  expect(moved.map(({ dueOn }) => dueOn)).toEqual(['2026-03-20', '2026-03-20']);
  const between = await list();
  await markFirst(2);
  await bar().getByRole('button', { name: 'Reassign…' }).click();
  await bar().getByRole('combobox', { name: 'Agency' }).fill('Hous');
  await open.window
    .getByRole('option', { name: /Housing/ })
    .first()
    .click();
  await bar()
    .getByRole('button', { name: /^Reassign/ })
    .click();
  await expect(open.window.getByText('Reassigned 2 actions')).toBeVisible();
  const housing = (await open.window.evaluate(() => globalThis.window.roundtable.scheme.get())).agencies.find(
    ({ kind }) => kind === 'housing',
  );
  expect((await changedSince(between)).map(({ agencyId }) => agencyId)).toEqual([housing?.id, housing?.id]);
  const story = await open.window.evaluate((id) => globalThis.window.roundtable.actions.updates({ id }), moved[0]?.id ?? '');
  expect(story.map(({ kind }) => kind)).toContain('due-changed');
});

test('the list is grouped by person, by case and by day, searched, and shows one action in full', async () => {
  for (const name of ['By person', 'By case', 'By due date']) {
    await open.window.getByRole('radio', { name }).click();
    await expect(table().getByRole('row', { expanded: true }).first()).toBeVisible();
  }
  const [first] = (await list()).filter(({ outcome }) => outcome === null);
  await open.window.keyboard.press('/');
  await open.window.keyboard.type(first?.reference ?? '');
  // The head of its group and itself, below the titles: the list follows what is typed a moment later.
  await expect(table()).toHaveAttribute('aria-rowcount', '3');
  await table().focus();
  await open.window.keyboard.press('ArrowDown');
  await open.window.keyboard.press('Enter');
  const detail = open.window.getByRole('complementary', { name: /^Action/ });
  await expect(detail.getByText('Its story')).toBeVisible();
  await open.window.keyboard.press('Escape');
  await expect(detail).toBeHidden();
});

test('an action between conferences is added by keyboard', async () => {
  await open.window.keyboard.press('n');
  await expect(open.window.getByLabel('What is to be done')).toBeFocused();
  await open.window.keyboard.type('Ask the testing centre for its opening hours');
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByText('Action added')).toBeVisible();
  const added = (await list()).find(({ text }) => text.startsWith('Ask the testing centre'));
  expect(added).toMatchObject({ outcome: null, dueOn: '2026-03-10', caseId: null });
});
