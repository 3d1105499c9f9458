import type { Page } from '@playwright/test';
import { caseName } from '../../shared/language/case-name';
import { expectAccessible } from '../support/accessible';
import { agendaOf, caseHeading, chairOf, countPointer, currentItem, itemOf } from '../support/chairing';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { largeAgenda } from '../support/large-agenda';
import { freshWindow, goTo, typeFast } from '../support/window';

/** The conference that the demonstration has yet to hold. */
async function plannedMeeting(window: Page): Promise<string> {
  const rows = await window.evaluate(() => globalThis.window.roundtable.meetings.list());
  const planned = rows.filter(({ state }) => state === 'planned' || state === 'agenda-issued').at(-1);
  if (!planned) throw new Error('The demonstration has no conference to come.');
  return planned.id;
}

/** The conference that the first walk begins. */
async function runningMeeting(window: Page): Promise<string> {
  const rows = await window.evaluate(() => globalThis.window.roundtable.meetings.list());
  const running = rows.find(({ state }) => state === 'running');
  if (!running) throw new Error('No conference has been begun.');
  return running.id;
}

test.describe('a conference on the screen', () => {
  const open = oneDemonstrationForAll();

  test('hears a usual case from the keyboard alone, and what was recorded is there', async () => {
    const { window } = open;
    const meetingId = await plannedMeeting(window);
    const keyboard = window.keyboard;
    const now = () => window.evaluate((id) => globalThis.window.roundtable.chairing.get({ meetingId: id }), meetingId);
    if ((await now()).items.length === 0) {
      await window.evaluate(async (id) => {
        const bridge = globalThis.window.roundtable;
        const candidates = await bridge.agenda.candidates({ meetingId: id });
        await bridge.agenda.addCases({ meetingId: id, caseIds: candidates.slice(0, 8).map(({ caseId }) => caseId), reason: 'due' });
      }, meetingId);
    }
    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(window.getByText('Confidentiality and information sharing')).toBeVisible();
    await keyboard.press('a');
    await expect(window.getByText(/^Agreed at/)).toBeVisible();
    // A second Enter before the answer is not a second guest.
    await typeFast(window.getByRole('textbox', { name: 'Guest or observer' }), 'H. Marchbanker', ['Enter', 'Enter']);
    const guests = async () => (await now()).attendance.filter(({ name }) => name === 'H. Marchbanker');
    await expect(window.getByRole('group', { name: 'H. Marchbanker' }).first()).toBeVisible();
    await keyboard.press('Control+Enter');
    const name = window.locator('.chair-name h2');
    await expect(name).toBeVisible();
    const first = (await now()).currentItemId ?? '';
    expect(await guests()).toHaveLength(1);

    await keyboard.press('d');
    await keyboard.type('Came to all three appointments.');
    await expect(window.locator('.chair-discussion')).toContainText('saved');
    await keyboard.press('Escape');
    await keyboard.press('c');
    await keyboard.press('g');
    await keyboard.type('Engaging, no intelligence.');
    await keyboard.press('Enter');
    await expect(window.getByText('Green recorded')).toBeVisible();
    await keyboard.press('n');
    await keyboard.type('Police: visit weekly, in pairs by Fri');
    await keyboard.press('Enter');
    await expect(window.getByText('1 recorded')).toBeVisible();
    await keyboard.press('Escape');
    await keyboard.press('s');
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter');
    await expect.poll(async () => (await now()).currentItemId).not.toBe(first);

    const item = await window.evaluate((itemId) => globalThis.window.roundtable.chairing.item({ itemId }), first);
    expect(item).toMatchObject({
      state: 'discussed',
      discussion: 'Came to all three appointments.',
      decision: 'stays',
      colourChange: { colour: 'G', reason: 'Engaging, no intelligence.' },
      drafts: {},
    });
    expect(item.actions.map(({ text, dueOn }) => [text, dueOn])).toEqual([['Visit weekly, in pairs', '2026-03-06']]);
  });

  test('stands where it was when its window is opened anew, with the typing in its field', async () => {
    const { window } = open;
    const running = await runningMeeting(window);
    await goTo(window, `/meeting/${running}/chair`);
    await expect(caseHeading(window)).toBeVisible();
    await window.keyboard.press('d');
    await window.keyboard.type('Half a sentence, and then');
    await expect(window.locator('.chair-discussion')).toContainText('saved');
    await freshWindow(open.app, window);
    await goTo(window, `/meeting/${running}/chair`);
    await expect(window.getByRole('textbox', { name: /Discussion/ })).toHaveValue('Half a sentence, and then');
  });

  test('keeps a case under the hands of whoever types on it while the conference is taken on from elsewhere', async () => {
    const { window } = open;
    const { keyboard } = window;
    const meetingId = await runningMeeting(window);
    await goTo(window, `/meeting/${meetingId}/chair`);
    const here = await currentItem(window, meetingId);
    const [first, second] = (await chairOf(window, meetingId)).items.filter(({ state }) => state === 'waiting');
    // As another workstation does: this window hears of it as of any change.
    const takenOn = (itemId = '') => window.evaluate((id) => globalThis.window.roundtable.chairing.begin({ itemId: id }), itemId);
    const shows = (caseName = '') => expect(caseHeading(window)).toContainText(caseName);
    const discussion = window.getByRole('textbox', { name: /^Discussion/ });
    await discussion.fill('Wants to move ');
    await takenOn(first?.id);
    await expect(window.getByRole('alert').filter({ hasText: 'The conference has gone on.' })).toBeVisible();
    await expectAccessible(window);
    await keyboard.type('away from Cinder Street');
    await keyboard.press('Control+Enter');
    // What is missing is said for the case that it is missing on.
    await expect(window.getByRole('alert').filter({ hasText: `No decision yet on ${here.case.fields.surname}` })).toBeVisible();
    await keyboard.press('Control+Enter');
    await shows(first?.caseName);
    expect((await itemOf(window, here.id)).discussion).toBe('Wants to move away from Cinder Street');
    expect(await itemOf(window, first?.id ?? '')).toMatchObject({ state: 'current', discussion: '', drafts: {} });

    // Nobody types: then the screen goes along, and no field of the next case has the caret.
    await takenOn(second?.id);
    await shows(second?.caseName);
    await expect(discussion).not.toBeFocused();
    // Going there by hand leaves the field.
    await discussion.focus();
    await keyboard.press('Alt+ArrowUp');
    await shows(first?.caseName);
    await expect(window.locator('input:focus, textarea:focus')).toHaveCount(0);
  });

  test('takes a key for the case that is drawn, however soon it is pressed', async () => {
    const { window } = open;
    const meetingId = await runningMeeting(window);
    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(caseHeading(window)).toBeVisible();
    const before = await currentItem(window, meetingId);
    const to = (await chairOf(window, meetingId)).items.find(({ state }) => state === 'waiting');
    // Within the moment in which the page changes, before it is even painted.
    await window.evaluate(() => {
      const name = () => document.querySelector('.chair-header h2')?.textContent;
      const stood = name();
      const observer = new MutationObserver(() => {
        if (name() === stood || name() === undefined) return;
        observer.disconnect();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 's', code: 'KeyS', bubbles: true, cancelable: true }));
      });
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    await window.evaluate((itemId) => globalThis.window.roundtable.chairing.begin({ itemId }), to?.id ?? '');
    await expect(caseHeading(window)).toContainText(to?.caseName ?? '');
    await expect.poll(async () => (await itemOf(window, to?.id ?? '')).drafts).toMatchObject({ decision: 'stays' });
    expect((await itemOf(window, before.id)).drafts.decision).toBe(before.drafts.decision);

    const { discussion: said } = await itemOf(window, to?.id ?? '');
    // And within the moment in which the conference goes on: the next case gets it, and the one before is not written on.
    await window.evaluate(() => {
      const press = (key: string, ctrlKey = false) =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
        );
      press('Enter', true);
      press('Enter', true);
      for (const key of 'dFled') press(key);
    });
    const discussion = window.getByRole('textbox', { name: /^Discussion/ });
    await expect(discussion).toHaveValue('Fled');
    await expect(discussion).toBeFocused();
    const next = await currentItem(window, meetingId);
    await expect(caseHeading(window)).toContainText(caseName(next.case.fields.surname, next.case.fields.forenames));
    expect(next.id).not.toBe(to?.id);
    expect(await itemOf(window, to?.id ?? '')).toMatchObject({ state: 'discussed', decision: 'stays', discussion: said, drafts: {} });
    await expect.poll(async () => (await itemOf(window, next.id)).drafts).toMatchObject({ discussion: 'Fled' });
  });

  test('has thirty cases of sixteen agencies re-ordered by the keyboard alone, under a rule set by it too', async () => {
    test.setTimeout(90_000);
    const { window } = open;
    const { keyboard } = window;
    const meetingId = await largeAgenda(window, 16, 30, '2026-03-10');
    const agenda = () => agendaOf(window, meetingId);
    await goTo(window, `/meeting/${meetingId}/agenda`);
    const rows = window.getByRole('grid', { name: 'Cases in their order' }).getByRole('row');
    await expect(rows).toHaveCount(30);
    await expect(window.locator('.agenda-names li')).toHaveCount(16);
    const touched = await countPointer(window);
    const before = await agenda();

    await keyboard.press('o');
    await expect.poll(async () => (await agenda()).cost.now).toBeLessThan(before.cost.now / 2);
    const [first] = (await agenda()).items;
    await expect(rows.first()).toContainText(first?.caseName ?? '');
    await rows.first().focus();
    for (let place = 2; place <= 30; place += 1) await keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await agenda()).items[29]?.id).toBe(first?.id);
    await keyboard.press('Space');
    await expect.poll(async () => (await agenda()).items[29]?.isPinned).toBe(true);
    await keyboard.press('o');
    // While it orders the button says so; the notice of the first time may stand there still.
    await expect(window.getByRole('button', { name: 'Order for me' })).toBeVisible();
    await expect(window.getByText(/^Ordered\./).last()).toBeVisible();
    expect((await agenda()).items[29]?.id).toBe(first?.id);

    await keyboard.press('l');
    await expect(window.getByRole('button', { name: /Add a rule/ })).toBeFocused();
    await keyboard.press('Enter');
    await expect(window.getByRole('listbox')).toBeVisible();
    await keyboard.type('A longest');
    await expect(window.getByRole('option', { name: /^A longest/ })).toBeFocused();
    await keyboard.press('Enter');
    await window.getByRole('textbox', { name: 'Minutes' }).focus();
    await keyboard.type('60');
    await keyboard.press('Enter');
    await expect(window.getByText('No longer than 60 min.')).toBeVisible();
    await expect(window.getByText(/^The meeting takes \d+ min longer than the 60 min that it may\.$/)).toBeVisible();
    expect(await touched()).toBe(0);
    await window.screenshot({ path: test.info().outputPath('thirty-cases.png') });
  });

  test('changes the rest of a running conference for an agency that must leave, shows the effect first, and takes it back', async () => {
    const { window } = open;
    const { keyboard } = window;
    const running = await runningMeeting(window);
    await goTo(window, `/meeting/${running}/chair`);
    await expect(window.locator('.chair-name h2')).toBeVisible();
    const order = async () => (await agendaOf(window, running)).items.map(({ id }) => id);
    const before = await order();
    await keyboard.press('Escape');
    await keyboard.press('o');
    const panel = window.getByRole('dialog', { name: 'Change the rest of the conference' });
    await panel.getByRole('combobox', { name: 'Agency' }).fill('Riverbend');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await panel.getByRole('textbox', { name: 'Must leave at' }).fill('10:25');
    await keyboard.press('Enter');
    await expect(panel.getByText(/^From here on partners wait/)).toBeVisible();
    expect(await order()).toEqual(before);
    await panel.getByRole('button', { name: 'Take this order' }).press('Enter');
    await expect(panel).toBeHidden();
    await expect.poll(order).not.toEqual(before);
    await window.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(order).toEqual(before);

    // Whoever is called is told of beside the case, and marked as here from there.
    const comeIn = window.getByRole('button', { name: / is here$/ });
    await expect(comeIn.first()).toBeVisible();
    const name = (await comeIn.first().getAttribute('aria-label')) ?? '';
    await comeIn.first().press('Enter');
    await expect(window.getByRole('button', { name, exact: true })).toHaveCount(0);
  });
});
