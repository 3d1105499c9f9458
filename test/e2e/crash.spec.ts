import type { Page } from '@playwright/test';
import { begin, chairOf, conferenceInHand, currentItem, documentsOf, itemOf, meetingsOf, pressKey } from '../support/chairing';
import { demonstrationNow, demonstrationPassphrase, expect, giveDemonstration, openDemonstration, test } from '../support/demonstration';
import type { RunningApp } from '../support/start-app';
import { goTo } from '../support/window';

test.use({ environment: { ROUNDTABLE_NOW: demonstrationNow } });

test('a conference that is killed at any point stands where it was when it is opened again', async ({ demonstration, home, launch }) => {
  test.setTimeout(240_000);
  await giveDemonstration(demonstration, home);
  let app: RunningApp = await launch();
  let window: Page = await app.firstWindow();
  await openDemonstration(window);
  const meetingId = await conferenceInHand(window);
  await begin(window, meetingId);
  const discussion = () => window.getByRole('textbox', { name: /^Discussion/ });
  const saved = () => window.locator('.chair-discussion .draft-note').filter({ hasText: /^saved/ });
  const toChair = async () => {
    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(window.locator('.chair-header')).toBeVisible();
  };

  /** Kills it and opens it again, as far as the screen from which the conference is resumed. The log is checked at the end. */
  const killAndReopen = async () => {
    await app.kill();
    app = await launch();
    window = await app.firstWindow();
    await window.getByLabel('Passphrase', { exact: true }).fill(demonstrationPassphrase);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 20_000 });
    await window.keyboard.press('Alt+1');
  };
  const resume = async () => {
    await window.getByRole('link', { name: 'Resume the meeting' }).press('Enter');
    await expect(window.locator('.chair-header')).toBeVisible();
  };
  await toChair();
  const first = await currentItem(window, meetingId);

  await test.step('while a discussion is typed, at most its last second is missing, and it says once that it is back', async () => {
    await pressKey(window, 'd');
    const said = 'Said while the plug was about to be pulled, without a pause in which anything could be kept at leisure. ';
    let text = '';
    const typed: { readonly letters: number; readonly at: number }[] = [];
    // For as long as it takes, on a quick computer too: what is due is counted from the last second backwards.
    while (!typed[0] || Date.now() - typed[0].at <= 2500) {
      const letter = said[text.length % said.length] ?? '';
      await window.keyboard.type(letter);
      text += letter;
      typed.push({ letters: text.length, at: Date.now() });
    }
    const killedAt = Date.now();
    await killAndReopen();
    const due = typed.filter(({ at }) => at < killedAt - 1000).at(-1)?.letters ?? 0;
    await resume();
    expect((await currentItem(window, meetingId)).id).toBe(first.id);
    const kept = await discussion().inputValue();
    expect(text.startsWith(kept)).toBe(true);
    expect(kept.length).toBeGreaterThanOrEqual(due);
    expect(due).toBeGreaterThan(0);
    const notice = window.getByText(/^The conference stands where it was, at case 1 of/);
    await expect(notice).toHaveCount(1);
    await window.keyboard.press('Alt+2');
    await expect(window.getByRole('heading', { name: 'Register', level: 1 })).toBeVisible();
    await toChair();
    await expect(discussion()).toHaveValue(kept);
    expect(await notice.count()).toBeLessThanOrEqual(1);
    await discussion().fill('All that was said.');
    await pressKey(window, 'd');
    await expect.poll(async () => (await itemOf(window, first.id)).discussion).toBe('All that was said.');
  });

  await test.step('between two keystrokes of an action, its line is back in its field, read as before', async () => {
    await pressKey(window, 'n');
    await window.keyboard.type('Housing: assess for the hostel by Fri');
    await expect(window.locator('.chair-typed .draft-note').filter({ hasText: /^saved/ })).toBeVisible();
    await killAndReopen();
    await resume();
    const line = window.getByLabel('New action');
    await expect(line).toHaveValue('Housing: assess for the hostel by Fri');
    await expect(window.locator('.chair-chips')).toContainText('Fri 6 Mar');
    expect((await itemOf(window, first.id)).actions).toHaveLength(0);
    await line.press('Enter');
    await expect(line).toHaveValue('');
    await expect.poll(async () => (await itemOf(window, first.id)).actions.length).toBe(1);
  });

  await test.step('right after a colour change it is recorded, once, and is not typing any more', async () => {
    const letter = first.colourBefore === 'A' ? 'G' : 'A';
    await pressKey(window, 'c');
    await window.keyboard.press(letter);
    await expect(window.getByRole('textbox', { name: /^Reason for/ })).toBeFocused();
    await window.keyboard.type('Decided as the lights went out');
    await window.keyboard.press('Enter');
    await expect.poll(async () => (await itemOf(window, first.id)).colourChange?.colour).toBe(letter);
    await killAndReopen();
    await resume();
    const item = await itemOf(window, first.id);
    expect(item.colourChange).toEqual({ colour: letter, reason: 'Decided as the lights went out' });
    expect(item.case.colourChanges.filter(({ reason }) => reason === 'Decided as the lights went out')).toHaveLength(1);
    expect(item.actions).toHaveLength(1);
    expect(item.drafts).toEqual({});
    await expect(window.getByRole('textbox', { name: /^Reason for/ })).toHaveCount(0);
  });

  await test.step('during Ctrl+Enter, what was typed is recorded or still in its field', async () => {
    await pressKey(window, 'd');
    await discussion().fill('Said in the last minute.');
    await expect(saved()).toBeVisible();
    await pressKey(window, 's');
    await window.getByRole('textbox', { name: 'Rationale of the decision' }).fill('It goes on');
    await expect(window.locator('#chair-decision .draft-note').filter({ hasText: /^saved/ })).toBeVisible();
    await window.keyboard.press('Control+Enter');
    await killAndReopen();
    const { items } = await chairOf(window, meetingId);
    const item = await itemOf(window, first.id);
    expect(['current', 'discussed']).toContain(item.state);
    expect(item.drafts.discussion ?? item.discussion).toBe('Said in the last minute.');
    expect(item.drafts.rationale ?? item.rationale).toBe('It goes on');
    expect(item.drafts.decision ?? item.decision).toBe('stays');
    expect(items.filter(({ state }) => state === 'current').length).toBeLessThanOrEqual(1);
    if (item.state === 'discussed') expect(item).toMatchObject({ decision: 'stays', rationale: 'It goes on', drafts: {} });
  });

  await test.step('while packs are issued, each that is in the ledger is whole, and the rest are issued again', async () => {
    await window.evaluate((id) => globalThis.window.roundtable.meetings.close({ meetingId: id }), meetingId);
    await toClosing();
    await window.getByRole('button', { name: 'Issue packs for all agencies' }).press('Enter');
    // Looked for with every frame: on a quick computer it stands there for less than the time between two looks.
    await window.waitForFunction(() => /\bPack [3-9] of/.test(document.body.innerText), null, { polling: 'raf', timeout: 30_000 });
    await killAndReopen();
    const before = await packs();
    expect(before.length).toBeGreaterThan(0);
    expect(await areWhole()).toBe(true);
    await toClosing();
    await window.getByRole('button', { name: 'Issue packs for all agencies' }).press('Enter');
    await expect(window.getByText(/packs? issued\./)).toBeVisible({ timeout: 40_000 });
    const after = await packs();
    expect(new Set(after.map(({ number, version }) => `${number} ${version}`)).size).toBe(after.length);
    for (const old of before)
      expect(
        after
          .filter(({ agencyId }) => agencyId === old.agencyId)
          .map(({ version }) => version)
          .sort(),
      ).toEqual([1, 2]);
  });

  await test.step('while minutes are made final, either both or neither of document and lock are there', async () => {
    await window.getByRole('button', { name: 'Issue final minutes…' }).press('Enter');
    await window.getByRole('alertdialog').getByRole('button', { name: 'Issue as final' }).press('Enter');
    await killAndReopen();
    const isLocked = (await meetingsOf(window)).find(({ id }) => id === meetingId)?.state === 'final';
    const final = (await documentsOf(window)).filter((row) => row.kind === 'minutes' && row.isFinal && row.meetingId === meetingId);
    expect(final).toHaveLength(isLocked ? 1 : 0);
    expect(await areWhole()).toBe(true);
    const answer = await window.evaluate(() => globalThis.window.roundtable.scheme.verifyLog());
    expect(answer).toMatchObject({ isWhole: true, problems: [] });
  });

  async function toClosing() {
    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(window.getByRole('heading', { name: 'What this conference did' })).toBeVisible();
  }
  async function packs() {
    return (await documentsOf(window)).filter((row) => row.kind === 'tasking-pack' && row.meetingId === meetingId);
  }
  /** The bytes of every document are those whose fingerprint is in the ledger. */
  function areWhole() {
    return window.evaluate(async () => {
      const { documents } = globalThis.window.roundtable;
      const checks = (await documents.list()).map(async ({ id, sha256 }) => {
        const digest = await crypto.subtle.digest('SHA-256', (await documents.bytes({ id })).slice());
        return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
      });
      return (await Promise.all(checks)).every(Boolean);
    });
  }
});
