import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { byText } from '../shared/language/in-order';
import { largeAgenda } from '../test/support/large-agenda';
import { projectRoot } from '../test/support/runtime';
import { startApp } from '../test/support/start-app';

/** `npm run pictures`: the pictures of the README, taken in the app itself on the demonstration scheme of a fixed day. */
const folder = join(projectRoot(), 'build/pictures');
const home = mkdtempSync(join(tmpdir(), 'roundtable-pictures-'));
mkdirSync(folder, { recursive: true });
const now = '2026-03-03T10:01:00Z';
const app = await startApp({ home, environment: { ROUNDTABLE_NOW: now } });
try {
  const window = await app.firstWindow();
  await window.setViewportSize({ width: 1440, height: 900 });
  // The page tells the time by its own clock.
  await window.clock.install({ time: now });
  await window.getByRole('button', { name: 'Open the demonstration' }).click();
  await window.getByRole('link', { name: /Register/ }).waitFor({ timeout: 120_000 });
  const { meetingId, caseId } = await prepare(window);
  await take(window, '/register', 'register', 'light', '108 of 108');
  await take(window, `/case/${caseId}`, 'case', 'dark', 'Key dates');
  await take(window, `/meeting/${meetingId}/agenda`, 'agenda', 'light', 'Partners wait');
  await beginThirdCase(window, meetingId);
  await take(window, `/meeting/${meetingId}/chair`, 'chairing', 'light', 'Discussion');
  await take(window, '/actions', 'actions', 'dark', 'All agencies');
  await take(window, '/insight', 'insight', 'light', 'Colours over time');
  const large = await largeAgenda(window, 16, 30, '2026-03-10');
  await window.evaluate((id) => globalThis.window.roundtable.agenda.order({ meetingId: id }), large);
  await take(window, `/meeting/${large}/agenda`, 'timeline', 'light', 'Partners wait');
  console.log(`Pictures taken in ${folder}.`);
} finally {
  await app.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/** Orders today's agenda, and finds someone who is about to be released. */
function prepare(window: Page): Promise<{ meetingId: string; caseId: string }> {
  return window.evaluate(async () => {
    const { meetings, agenda, register } = globalThis.window.roundtable;
    const [meeting] = await meetings.list();
    if (!meeting) throw new Error('The demonstration has no conference.');
    await agenda.order({ meetingId: meeting.id });
    const rows = await register.list();
    const released = rows
      .filter(({ releaseOn, needs, openActions }) => openActions > 1 && releaseOn !== null && needs.length > 2)
      .sort((a, b) => byText(a.releaseOn ?? '', b.releaseOn ?? ''));
    const shown = released[0] ?? rows[0];
    if (!shown) throw new Error('The demonstration has no cases.');
    return { meetingId: meeting.id, caseId: shown.id };
  });
}

function beginThirdCase(window: Page, meetingId: string): Promise<void> {
  return window.evaluate(async (id) => {
    const { meetings, chairing, scheme } = globalThis.window.roundtable;
    const { agencies, people } = await scheme.get();
    await meetings.agreeStatement({ meetingId: id });
    for (const agency of agencies) {
      const person = people.find(({ agencyId }) => agencyId === agency.id);
      await meetings.setAttendance({
        meetingId: id,
        id: null,
        agencyId: agency.id,
        personId: person?.id ?? null,
        guestName: '',
        status: 'present',
      });
    }
    const { items } = await chairing.get({ meetingId: id });
    for (const item of items.slice(0, 2)) {
      await chairing.begin({ itemId: item.id });
      await chairing.finish({ itemId: item.id, state: 'discussed' });
    }
    const third = items[2];
    if (!third) return;
    await chairing.begin({ itemId: third.id });
    await chairing.recordDiscussion({
      itemId: third.id,
      discussion:
        'Housing is the thread: the missed fortnight began the day the room was lost. Probation and Riverbend both report appointments kept.',
    });
    await chairing.keepDraft({ itemId: third.id, field: 'action', text: 'Housing: assess at YMCA by Fri' });
  }, meetingId);
}

async function take(window: Page, path: string, name: string, theme: 'light' | 'dark', shows: string): Promise<void> {
  await window.emulateMedia({ colorScheme: theme });
  await window.evaluate((hash) => {
    globalThis.window.location.hash = hash;
  }, path);
  await window.getByText(shows).first().waitFor();
  await expectDrawn(window);
  for (const dismiss of await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' }).all())
    await dismiss.click();
  await window.evaluate(() => document.fonts.ready.then(() => undefined));
  await window.screenshot({ path: join(folder, `${name}.png`) });
}

/** Every picture of Insight that is in sight is drawn. */
async function expectDrawn(window: Page): Promise<void> {
  await window.waitForFunction(() =>
    [...document.querySelectorAll('.picture')]
      .filter((panel) => panel.getBoundingClientRect().top < innerHeight)
      .every((panel) => panel.querySelector('.chart :is(canvas, svg), table, .picture-empty') !== null),
  );
}
