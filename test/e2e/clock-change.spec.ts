import type { Page } from '@playwright/test';
import { begin } from '../support/chairing';
import { expect, test } from '../support/launch';
import { newSchemePassphrase, startEmptyScheme } from '../support/new-scheme';
import { onPdf } from '../support/pdf';
import type { RunningApp } from '../support/start-app';
import { freshWindow, goTo } from '../support/window';

/**
 * The two Sundays on which Britain changes its clocks, at 01:00 UTC: what the clock on the wall says before and while
 * the conference of that day is held.
 */
const changes = [
  { day: '2026-03-29', words: 'Sun 29 Mar 2026', before: '2026-03-29T00:30:00Z', wallBefore: '00:30', during: '2026-03-29T09:12:00Z' },
  { day: '2026-10-25', words: 'Sun 25 Oct 2026', before: '2026-10-25T00:30:00Z', wallBefore: '01:30', during: '2026-10-25T10:12:00Z' },
] as const;

/** Sets the clock of the window, which is that of the computer, to the instant of the main process. */
const openAt = async (app: RunningApp, window: Page, instant: string) => {
  await window.clock.setFixedTime(new Date(instant));
  await freshWindow(app, window);
};

for (const { day, words, before, wallBefore, during } of changes)
  test(`a conference on ${words}, when the clocks change, begins at ten by the clock on the wall`, async ({ launch }) => {
    const app = await launch({ environment: { ROUNDTABLE_NOW: before } });
    const window = await app.firstWindow();
    await startEmptyScheme(app, window);
    await openAt(app, window, before);
    const meetingId = await window.evaluate(async (heldOn) => {
      const { agenda, cases, meetings } = globalThis.window.roundtable;
      const caseIds = [];
      for (const surname of ['Carterwick', 'Oakenfell', 'Thistlemoor'])
        caseIds.push(await cases.create({ fields: { surname, forenames: 'Ashe' }, colour: 'A' }));
      const id = await meetings.plan({ title: 'Weekly conference', place: 'Room 2', heldOn, startsAt: '10:00' });
      await agenda.addCases({ meetingId: id, caseIds, reason: 'by-hand' });
      return id;
    }, day);
    const clock = window.locator('.chair-timer > b').last();

    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(clock).toHaveText(wallBefore);
    await expect(window.locator('header').getByText(new RegExp(`${words}, 10:00–`))).toBeVisible();
    const { items, endsAt } = await window.evaluate((id) => globalThis.window.roundtable.agenda.get({ meetingId: id }), meetingId);
    await goTo(window, `/meeting/${meetingId}/agenda`);
    const rows = window.getByRole('grid', { name: 'Cases in their order' }).getByRole('row');
    for (const [index, { startsAt }] of items.entries()) await expect(rows.nth(index)).toContainText(startsAt);
    expect(items[0]?.startsAt.startsWith('10:0')).toBe(true);
    await app.close();

    const later = await launch({ environment: { ROUNDTABLE_NOW: during } });
    const room = await later.firstWindow();
    await room.getByLabel('Passphrase', { exact: true }).fill(newSchemePassphrase);
    await room.keyboard.press('Enter');
    await expect(room.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 20_000 });
    await openAt(later, room, during);
    const same = await room.evaluate((id) => globalThis.window.roundtable.agenda.get({ meetingId: id }), meetingId);
    expect(same.items.map(({ startsAt }) => startsAt)).toEqual(items.map(({ startsAt }) => startsAt));
    expect(same.endsAt).toBe(endsAt);
    await begin(room, meetingId);
    await goTo(room, `/meeting/${meetingId}/chair`);
    await expect(room.locator('.chair-timer > b').last()).toHaveText('10:12');
    await expect(room.locator('.chair-agreed-at')).toHaveText(/Statement agreed 10:1[23]/);
    await expect(room.getByRole('timer')).toHaveText(/^0:\d\d/);
    const minutes = await room.evaluate(async (id) => {
      const { documents, meetings, scheme } = globalThis.window.roundtable;
      const agencyId = (await scheme.get()).agencies[0]?.id ?? null;
      await meetings.setAttendance({ meetingId: id, id: null, agencyId, personId: null, guestName: '', status: 'present' });
      await meetings.close({ meetingId: id });
      const issued = await documents.issueMinutes({ meetingId: id, isFinal: false });
      return { issued, bytes: [...(await documents.bytes({ id: issued.id }))] };
    }, meetingId);
    const text = onPdf(new Uint8Array(minutes.bytes), 'pdftotext', ['-layout', '{}', '-']);
    expect(text).toContain(words);
    expect(text).toMatch(/\b10:00\b/);
    expect(text).toMatch(/\b10:1[2-4]\b/);
    // An hour to either side is what a clock that did not change would have written.
    expect(text).not.toMatch(/\b(09|11):1[2-4]\b/);
    await goTo(room, '/documents');
    await expect(room.getByText(new RegExp(`${words}, 10:1[2-4]`)).first()).toBeVisible();
  });
