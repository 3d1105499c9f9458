import type { Page } from '@playwright/test';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { freshWindow, goTo } from '../support/window';

/** The conference that the demonstration has yet to hold. */
async function plannedMeeting(window: Page): Promise<string> {
  const rows = await window.evaluate(() => globalThis.window.roundtable.meetings.list());
  const planned = rows.filter(({ state }) => state === 'planned' || state === 'agenda-issued').at(-1);
  if (!planned) throw new Error('The demonstration has no conference to come.');
  return planned.id;
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
    await keyboard.press('Control+Enter');
    const name = window.locator('.chair-name h2');
    await expect(name).toBeVisible();
    const first = (await now()).currentItemId ?? '';

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
    const rows = await window.evaluate(() => globalThis.window.roundtable.meetings.list());
    const running = rows.find(({ state }) => state === 'running');
    await goTo(window, `/meeting/${running?.id}/chair`);
    await expect(window.locator('.chair-name h2')).toBeVisible();
    await window.keyboard.press('d');
    await window.keyboard.type('Half a sentence, and then');
    await expect(window.locator('.chair-discussion')).toContainText('saved');
    await freshWindow(open.app, window);
    await goTo(window, `/meeting/${running?.id}/chair`);
    await expect(window.getByRole('textbox', { name: /Discussion/ })).toHaveValue('Half a sentence, and then');
  });
});
