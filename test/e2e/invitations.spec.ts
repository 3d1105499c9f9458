import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { expectAccessible } from '../support/accessible';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { answerOpenDialog, goTo } from '../support/window';

test.describe('inviting agencies to a conference', () => {
  const open = oneDemonstrationForAll();
  let folder = '';
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roundtable-invitations-'));
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('saves a draft for each agency, says who is to be told again after a change, and calls a cancelled conference off', async () => {
    const { app, window } = open;
    const keyboard = window.keyboard;
    const planned = await window.evaluate(async () => {
      const bridge = globalThis.window.roundtable;
      const meetingId = await bridge.meetings.plan({
        title: 'Weekly conference',
        place: 'Room 4',
        heldOn: '2026-03-31',
        startsAt: '10:00',
      });
      const candidates = await bridge.agenda.candidates({ meetingId });
      await bridge.agenda.addCases({ meetingId, caseIds: candidates.slice(0, 8).map(({ caseId }) => caseId), reason: 'due' });
      return { meetingId, names: candidates.slice(0, 8).map(({ caseName }) => caseName.split(',')[0] ?? '') };
    });
    await goTo(window, `/meeting/${planned.meetingId}/agenda`);

    await test.step('issuing the agenda leads to the invitations', async () => {
      await window.getByRole('button', { name: 'Issue agenda' }).press('Enter');
      await expect(window.getByRole('heading', { name: 'Invitations' })).toBeFocused({ timeout: 30_000 });
      await expect(window.getByText('Not saved yet').first()).toBeVisible();
      await expectAccessible(window);
    });

    await test.step('one press saves them all, into the folder that was chosen', async () => {
      await answerOpenDialog(app, join(folder, 'not-there'));
      const all = window.getByRole('button', { name: /^Save \d+ drafts$/ });
      await all.press('Enter');
      await expect(window.getByRole('alert').first()).toContainText('not there any more');
      await answerOpenDialog(app, folder);
      await all.press('Enter');
      await expect(window.getByText('Every agency has what it needs to know.')).toBeVisible();
      const files = readdirSync(folder);
      expect(files.length).toBeGreaterThan(2);
      for (const file of files) {
        expect(file).toMatch(/ invitation\.eml$/);
        const text = readFileSync(join(folder, file));
        const letter = await PostalMime.parse(text);
        const entry = new TextDecoder().decode(letter.attachments[0]?.content as ArrayBuffer);
        expect(entry).toMatch(/DTSTART;TZID=Europe\/London:20260331T1\d{3}00/);
        for (const name of planned.names) expect(`${letter.subject} ${letter.text} ${entry}`).not.toContain(name);
      }
    });

    await test.step('after a change those whose time is another one are told again', async () => {
      await keyboard.press('Escape');
      await expect(window.getByRole('heading', { name: 'Invitations' })).toBeHidden();
      await window.evaluate(async ({ meetingId }) => {
        const bridge = globalThis.window.roundtable;
        await bridge.meetings.edit({ id: meetingId, startsAt: '14:00' });
      }, planned);
      await keyboard.press('i');
      await expect(window.getByText(/^Changed since: was 10:\d\d–1\d:\d\d\. Send again$/).first()).toBeVisible();
      await expectAccessible(window);
    });

    await test.step('a conference that is cancelled is called off with whoever was asked', async () => {
      await window.getByRole('button', { name: 'Cancel the conference…' }).press('Enter');
      await expect(window.getByRole('alertdialog').getByLabel('Why')).toBeFocused();
      await keyboard.type('The hall is flooded');
      await keyboard.press('Enter');
      await expect(window.getByText(/^The conference is cancelled\. \d+ to be told\.$/)).toBeVisible();
      const off = join(folder, 'off');
      mkdirSync(off);
      await answerOpenDialog(app, off);
      await window.getByRole('button', { name: /^Save \d+ drafts$/ }).press('Enter');
      await expect(window.getByText('The conference is cancelled, and everybody asked was told.')).toBeVisible();
      const files = readdirSync(off);
      expect(files.every((file) => file.endsWith(' cancellation.eml'))).toBe(true);
      expect(readFileSync(join(off, files[0] ?? ''), 'latin1')).toContain('method=CANCEL');
      await expect(window.getByText('cancelled: read only')).toBeVisible();
    });
  });
});
