import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { begin, chairOf, conferenceInHand } from '../support/chairing';
import { demonstrationNow, expect, oneDemonstrationForAll, oneEmptySchemeAfterAnother, test } from '../support/demonstration';
import { goTo } from '../support/window';

const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

/** Broken rules of WCAG 2.2 A and AA, each with where. The legacy mode stays in this page: the window opens no other. */
async function violations(page: Page) {
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 80)}`),
  }));
}

/** Pixels that lie beyond the right edge, once what measures itself has been laid out in the window as it is now. */
const sideways = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollWidth - innerWidth;
  });

/** Every box that holds words wider than itself and hides them without an ellipsis, on the screen as it stands. */
const cutWords = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button, main a, main b, main dd, main dt, main h2, main h3, main label')]
      .filter((each) => each.offsetParent !== null && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
      .filter((each) => getComputedStyle(each).overflowX === 'hidden' && getComputedStyle(each).textOverflow !== 'ellipsis')
      .map((each) => each.outerHTML.slice(0, 120)),
  );

/** Holds one screen in light and dark and in both sizes, narrow, and at twice the text size; leaves pictures. */
async function looksRight(page: Page, name: string, all: readonly { width: number; height: number }[] = sizes) {
  const info = test.info();
  for (const size of all) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // Fonts and animations have come to rest.
      await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))));
      if (size === all[0]) expect.soft(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
      await page.screenshot({ path: info.outputPath(`${name}-${size.width}-${colorScheme}.png`) });
    }
    expect.soft(await sideways(page), `${name} at ${size.width}`).toBeLessThanOrEqual(0);
    expect.soft(await cutWords(page), `${name} at ${size.width}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function looksRightNarrow(page: Page, name: string) {
  for (const [at, size] of [
    ['narrow', { width: 900, height: 720 }],
    ['200-per-cent', { width: 640, height: 360 }],
  ] as const) {
    await page.setViewportSize(size);
    expect.soft(await sideways(page), `${name} ${at}`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: test.info().outputPath(`${name}-${at}.png`) });
  }
  await page.setViewportSize(sizes[0]);
}

test.describe('the screens of the conference', () => {
  test.describe.configure({ mode: 'serial', timeout: 90_000 });
  const open = oneDemonstrationForAll();
  let meetingId = '';

  test.beforeEach(async () => {
    await open.window.clock.setFixedTime(new Date(demonstrationNow));
    meetingId ||= await conferenceInHand(open.window);
  });

  test('have no accessibility violation before the start, in light and dark, and fit each window', async () => {
    const { window } = open;
    await goTo(window, '/meeting');
    await expect(window.getByRole('link', { name: 'Prepare the agenda' })).toBeVisible();
    await looksRight(window, 'home');
    await looksRightNarrow(window, 'home');
    await goTo(window, `/meeting/${meetingId}/agenda`);
    await expect(window.getByRole('grid', { name: 'Cases in their order' })).toBeVisible();
    await looksRight(window, 'agenda');
    await looksRightNarrow(window, 'agenda');
    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(window.getByRole('heading', { name: 'Attendance' })).toBeVisible();
    await looksRight(window, 'opening');
    await looksRightNarrow(window, 'opening');
  });

  test('have none while a case is chaired, nor on the projector, also with hostile text in every field', async () => {
    const { window } = open;
    await begin(window, meetingId);
    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(window.locator('.chair-header')).toBeVisible();
    await looksRight(window, 'chairing');
    const hostile = `<img src=x onerror="globalThis.ran=1"> '; drop table cases; -- \u202eמַר כָּהֵן\u202c ${'W'.repeat(300)}`;
    await window.evaluate(
      async ([id, text]) => {
        const { actions, cases, chairing, scheme } = globalThis.window.roundtable;
        const { currentItemId, items } = await chairing.get({ meetingId: id });
        const item = items.find((each) => each.id === currentItemId);
        if (!item) throw new Error('No case is being discussed.');
        const { agencies } = await scheme.get();
        const [agency] = agencies;
        if (!agency) throw new Error('There is no agency.');
        await scheme.saveAgency({
          id: agency.id,
          kind: agency.kind,
          name: text.slice(0, 180),
          code: 'WWWW',
          pathways: [...agency.pathways],
          isCore: agency.isCore,
          attends: agency.attends,
          linkPersonId: null,
          email: '',
        });
        await chairing.recordDiscussion({ itemId: item.id, discussion: text.repeat(20) });
        await chairing.contribute({ itemId: item.id, agencyId: agency.id, personId: null, text });
        await cases.changeColour({
          caseId: item.caseId,
          meetingId: id,
          colour: 'A',
          reason: text,
          decidedOn: '2026-03-03',
          agreedBy: [],
          dissent: text,
        });
        await actions.create({
          caseId: item.caseId,
          meetingId: id,
          agencyId: agency.id,
          personId: null,
          text,
          kind: 'support',
          priority: 'high',
          dueOn: '2026-03-06',
        });
      },
      [meetingId, hostile] as const,
    );
    await expect(window.getByRole('textbox', { name: /^Discussion/ })).toHaveValue(/drop table/);
    await looksRight(window, 'chairing-hostile', [sizes[0]]);
    await looksRightNarrow(window, 'chairing');
    await window.evaluate((id) => globalThis.window.roundtable.chairing.openProjector({ meetingId: id }), meetingId);
    const wall = await open.app.windowAt('/projector/');
    await expect(wall.getByRole('heading', { level: 1 })).toBeVisible();
    await wall.clock.setFixedTime(new Date(demonstrationNow));
    await expect(wall.getByText('Actions agreed')).toBeVisible();
    await looksRight(wall, 'projector', [sizes[1]]);
    for (const page of [window, wall]) {
      expect(await page.locator('main img, main script').count()).toBe(0);
      expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    }
    await window.evaluate(() => globalThis.window.roundtable.chairing.closeProjector());
  });

  test('have none between cases and at the end, and the papers of the conference stand there', async () => {
    const { window } = open;
    await window.evaluate(async (id) => {
      const { chairing } = globalThis.window.roundtable;
      for (const { id: itemId } of (await chairing.get({ meetingId: id })).items) await chairing.finish({ itemId, state: 'discussed' });
    }, meetingId);
    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(window.getByRole('heading', { name: 'Every case has been heard' })).toBeVisible();
    await window.evaluate((id) => globalThis.window.roundtable.meetings.close({ meetingId: id }), meetingId);
    await expect(window.getByRole('heading', { name: 'Papers of this conference' })).toBeVisible();
    await looksRight(window, 'closing');
    await looksRightNarrow(window, 'closing');
  });

  test('stay usable with sixty cases on one agenda', async () => {
    const { window } = open;
    const next = await conferenceInHand(window);
    await window.evaluate(async (id) => {
      const { agenda, register } = globalThis.window.roundtable;
      const on = new Set((await agenda.get({ meetingId: id })).items.map(({ caseId }) => caseId));
      const caseIds = (await register.list()).map((row) => row.id).filter((caseId) => !on.has(caseId));
      await agenda.addCases({ meetingId: id, caseIds: caseIds.slice(0, 60 - on.size), reason: 'by-hand' });
    }, next);
    await goTo(window, `/meeting/${next}/agenda`);
    const grid = window.getByRole('grid', { name: 'Cases in their order' });
    await expect(grid.getByRole('row')).toHaveCount(60);
    await window.setViewportSize(sizes[0]);
    await grid.getByRole('row').first().focus();
    await window.keyboard.press('End');
    const last = grid.getByRole('row').last();
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport();
    const { items } = await window.evaluate((id) => globalThis.window.roundtable.agenda.get({ meetingId: id }), next);
    await window.keyboard.press('Alt+ArrowUp');
    await expect(grid.getByRole('row').nth(58)).toContainText(items[59]?.caseName ?? '');
    await expect
      .poll(async () => (await window.evaluate((id) => globalThis.window.roundtable.agenda.get({ meetingId: id }), next)).items[58]?.id)
      .toBe(items[59]?.id);
    // What stands over the list stays in sight however far down somebody is.
    await expect(window.getByText('Partners wait, in all')).toBeInViewport();
    await window.screenshot({ path: test.info().outputPath('agenda-60.png') });
    expect(await sideways(window)).toBeLessThanOrEqual(0);
    await begin(window, next);
    await goTo(window, `/meeting/${next}/chair`);
    await expect(window.locator('.chair-header')).toBeVisible();
    expect((await chairOf(window, next)).items).toHaveLength(60);
    // A busy day on a laptop: the case in hand and the next ten are in sight beside it.
    const rows = window.getByRole('complementary', { name: 'Agenda and room' }).locator('.chair-agenda-row');
    await expect(rows.nth(0)).toHaveAttribute('aria-current', 'step');
    for (const place of [0, 10]) await expect(rows.nth(place)).toBeInViewport({ ratio: 1 });
    await window.screenshot({ path: test.info().outputPath('chairing-60.png') });
    expect(await sideways(window)).toBeLessThanOrEqual(0);
  });
});

test.describe('an empty scheme', () => {
  const open = oneEmptySchemeAfterAnother();

  test('teaches on its Meeting screen what a conference is, and plans the first one there', async () => {
    const { window } = open;
    await window.keyboard.press('Alt+1');
    await expect(window.getByRole('heading', { name: 'Plan the first conference' })).toBeVisible();
    expect(await violations(window)).toEqual([]);
    await window.screenshot({ path: test.info().outputPath('empty.png') });
    await window.getByRole('button', { name: 'Plan it and choose cases' }).press('Enter');
    await expect(window.getByRole('heading', { name: 'Which cases will this conference hear?' })).toBeVisible();
    await window.screenshot({ path: test.info().outputPath('empty-agenda.png') });
  });
});
