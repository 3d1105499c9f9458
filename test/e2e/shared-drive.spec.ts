import { cpSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { demonstrationNow, expect, schemesIn, test } from '../support/demonstration';
import { filesHolding } from '../support/files';
import { newSchemePassphrase, startEmptyScheme } from '../support/new-scheme';
import { admitNewcomer, askToJoin, goToSharing, type Newcomer, shareScheme } from '../support/shared-windows';
import { answerSaveDialog, freshWindow, goTo, memoryOf } from '../support/window';

test.use({ environment: { ROUNDTABLE_NOW: demonstrationNow }, actionTimeout: 20_000 });

const exchange = async (...windows: readonly Page[]) => {
  for (const window of windows) await window.evaluate(() => globalThis.window.roundtable.sharing.exchange());
};
const surnames = (window: Page) =>
  window.evaluate(async () => (await globalThis.window.roundtable.register.list()).map(({ surname }) => surname).sort());
const rail = (window: Page) => window.getByRole('list', { name: 'Where your work is' });

/** Two cases on today's agenda, one of them housing's concern, and what housing has to do. */
const prepare = (window: Page) =>
  window.evaluate(async () => {
    const { actions, agenda, cases, chairing, meetings, scheme } = globalThis.window.roundtable;
    const housing = (await scheme.get()).agencies.find(({ kind }) => kind === 'housing')?.id ?? '';
    const theirs = await cases.create({ fields: { surname: 'Oakenfell', forenames: 'Dean' }, colour: null });
    const other = await cases.create({ fields: { surname: 'Quizzlethorpe', forenames: 'Bexannabel' }, colour: null });
    await cases.addNeed({ caseId: theirs, pathway: 'accommodation', priority: 'high', note: '', agencyId: housing });
    await actions.create({
      ...{ caseId: theirs, meetingId: null, agencyId: housing, personId: null, text: 'Assess at the hostel' },
      ...{ kind: 'support', priority: 'normal', dueOn: '2026-03-09' },
    });
    const heldOn = (await scheme.get()).today;
    const meetingId = await meetings.plan({ title: 'Weekly conference', place: 'Civic Hall', heldOn, startsAt: '10:00' });
    await agenda.addCases({ meetingId, caseIds: [theirs, other], reason: 'by-hand' });
    await agenda.issue({ meetingId });
    const items = (await chairing.get({ meetingId })).items;
    return { housing, theirs, other, meetingId, itemId: items.find(({ caseId }) => caseId === theirs)?.id ?? '' };
  });

test('three workstations share one scheme: two chair one conference, and the partner writes, acts and reads what is its own', async ({
  app,
  window: chair,
  home,
  launch,
}) => {
  test.setTimeout(180_000);
  await startEmptyScheme(app, chair);
  const made = await prepare(chair);
  const share = join(home, 'share');
  mkdirSync(share);
  await shareScheme(app, chair, share);
  const join6 = async (name: string, newcomer: Newcomer) => {
    const running = await launch({ home: join(home, name) });
    const window = await running.firstWindow();
    const words = await askToJoin(running, window, share, newcomer.name, home);
    if (newcomer.role === 'Partner') await expectAccessible(window);
    await admitNewcomer(chair, words, newcomer);
    await expect(window.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 20_000 });
    return { running, window };
  };
  const { window: second } = await join6('second', { name: 'P. Garrowby', agency: 'Prob', role: 'Coordinator' });
  const { running: theirs, window: partner } = await join6('partner', { name: 'J. Pellowin', agency: 'Hous', role: 'Partner' });
  // Between conferences the chair asks the partner's agency one thing.
  await chair.evaluate(async ({ theirs: caseId, housing, meetingId }) => {
    const { questions, scheme } = globalThis.window.roundtable;
    const { today } = await scheme.get();
    await questions.ask({ caseId, agencyId: housing, meetingId, text: 'Is the room still free?', wantedOn: today, relevanceReason: null });
  }, made);
  await exchange(chair, second, partner);
  await expect.poll(() => surnames(second)).toEqual(['Oakenfell', 'Quizzlethorpe']);
  await expect.poll(() => surnames(partner), { timeout: 20_000 }).toEqual(['Oakenfell']);
  expect(readdirSync(schemesIn(join(home, 'partner'))).some((name) => name.startsWith('Crossways'))).toBe(true);

  // The partner's first screen: when to come, what is asked, and nothing of anybody else's.
  await expect(partner.getByRole('heading', { level: 1, name: 'Housing' })).toBeVisible();
  await expect(partner.getByRole('status').filter({ hasText: 'Before today’s conference' })).toContainText(
    '1 question to answer, 1 update to write',
  );
  await expect(partner.getByText('Quizzlethorpe', { exact: false })).toHaveCount(0);
  await expect(partner.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    /Your day/,
    /Register/,
    /Actions/,
    /Documents/,
    /Scheme/,
  ]);
  await goTo(partner, `/meeting/${made.meetingId}/chair`);
  await expect(partner.getByRole('heading', { level: 1, name: 'Housing' })).toBeVisible();
  await expectAccessible(partner);
  await answerSaveDialog(theirs, join(home, 'slot.ics'));
  await partner.getByRole('button', { name: 'Save to my calendar…' }).click();
  await expect(partner.getByText(/^Saved as .*slot\.ics/)).toBeVisible();

  // Out of reach of the folder, the partner writes and acts by the keyboard; it goes over once the folder is back.
  renameSync(share, `${share}-away`);
  await exchange(partner);
  await expect(rail(partner)).toContainText('Folder out of reach');
  await partner.keyboard.press('q');
  await partner.getByLabel(/^Answer about OAKENFELL/).fill('Free until Friday');
  await partner.keyboard.press('Control+Enter');
  await expect(partner.getByText('Asked: Is the room still free?')).toBeVisible();
  // An answer is an update; another may be added to it.
  await partner.getByRole('button', { name: /^Add to it/ }).click();
  await partner.getByLabel(/^Update on OAKENFELL/).fill('A room is held until the ninth');
  await partner.keyboard.press('Control+Enter');
  await expect(partner.getByRole('button', { name: 'Change' })).toHaveCount(2);
  // What was sent may be drawn before the form has its answer; until then the keys are typing.
  await expect(partner.getByLabel(/^Update on OAKENFELL/)).toHaveCount(0);
  await partner.keyboard.press('e');
  await partner.getByLabel('Note').fill('Assessed, and offered a room');
  await partner.getByRole('button', { name: /Done/ }).click();
  await expect(partner.getByText('Nothing is open.', { exact: false })).toBeVisible();
  await expect(partner.getByText('Before today’s conference, nothing more is asked of you.')).toBeVisible();
  // What the bridge answered is in the page's memory, and of the case that is not theirs neither its name nor its id.
  const remembered = (await memoryOf(partner)).toLowerCase();
  for (const own of [made.theirs, 'oakenfell', 'is the room still free?']) expect(remembered.includes(own), own).toBe(true);
  for (const foreign of [made.other, 'bexannabel']) expect(remembered.includes(foreign), foreign).toBe(false);
  renameSync(`${share}-away`, share);
  await exchange(partner, chair);
  await expect(chair.getByRole('region', { name: 'While you were away' })).toContainText('1 action done by Housing');
  await expect(rail(chair)).toContainText('Handed over');
  await expectAccessible(chair);

  // The chair reads it on the case; two chairs write one discussion, and each sees who else is there.
  await chair.evaluate(async ({ meetingId, itemId }) => {
    const { meetings, chairing } = globalThis.window.roundtable;
    await meetings.agreeStatement({ meetingId });
    await chairing.begin({ itemId });
  }, made);
  await exchange(chair, second);
  for (const window of [chair, second]) await goTo(window, `/meeting/${made.meetingId}/chair`);
  await expect(chair.getByText('Asked: Is the room still free?')).toBeVisible();
  await expect(chair.getByText('A room is held until the ninth')).toBeVisible();
  await expect(chair.getByText('Assessed, and offered a room')).toBeVisible();
  const discussion = (window: Page) => window.getByRole('textbox', { name: /^Discussion/ });
  await discussion(chair).fill('He keeps his appointments.');
  await discussion(second).fill('Rent is two weeks behind.');
  await discussion(chair).blur();
  await exchange(chair, second);
  await discussion(second).blur();
  await exchange(second, chair);
  for (const window of [chair, second]) {
    await expect(discussion(window)).toHaveValue(/He keeps his appointments\./);
    await expect(discussion(window)).toHaveValue(/Rent is two weeks behind\./);
  }
  await expect(chair.getByText(/Also writing here: P\. Garrowby/)).toBeVisible();

  // The second conference desk closes it and issues the packs; the partner's own comes to it, and can be read.
  await second.evaluate(async ({ meetingId, itemId }) => {
    const { chairing, documents, meetings } = globalThis.window.roundtable;
    await chairing.finish({ itemId, state: 'discussed' });
    await meetings.close({ meetingId });
    await documents.issuePacks({ meetingId });
  }, made);
  await exchange(second, partner);
  await goTo(partner, '/meeting/today');
  await partner.getByRole('button', { name: /^Open: Tasking pack/ }).click();
  await expect(partner.locator('.document-preview canvas').first()).toBeVisible();
  const ledger = await partner.evaluate(async () =>
    (await globalThis.window.roundtable.documents.list()).map(({ recipient }) => recipient),
  );
  expect(new Set(ledger)).toEqual(new Set(['Housing']));

  // What ceases to concern the agency is told to it, and nothing further of it comes.
  await chair.evaluate(async ({ theirs: caseId, housing }) => {
    const { cases } = globalThis.window.roundtable;
    await cases.overrideRelevance({ caseId, agencyId: housing, isRelevant: false, reason: 'Settled elsewhere' });
    await globalThis.window.roundtable.sharing.exchange();
    await cases.edit({ id: caseId, fields: { doAdvice: 'Ask for Snorkleby' } });
  }, made);
  await exchange(chair, partner, second);
  const advice = (window: Page) =>
    window.evaluate(async (id) => (await globalThis.window.roundtable.cases.get({ id })).fields.doAdvice, made.theirs);
  expect(await advice(second)).toBe('Ask for Snorkleby');
  expect(await advice(partner)).toBe('');
  await goTo(partner, `/case/${made.theirs}`);
  await expect(partner.getByText('No longer shared with your agency.')).toBeVisible();

  // Once all have said that they read it, the rail says so.
  await expect
    .poll(
      async () => {
        await exchange(partner, second, chair);
        return rail(chair).innerText();
      },
      { timeout: 45_000, intervals: [3_000] },
    )
    .toContain('Read by all workstations');
  expect(filesHolding(share, ['A room is held', 'Oakenfell', 'Quizzlethorpe', 'Assess', 'Pellowin', 'Tasking pack'])).toEqual([]);
});

test('of two computers with one file, one is given a new identity on its own screen and keeps what it wrote', async ({
  app,
  window,
  home,
  launch,
}) => {
  test.setTimeout(90_000);
  await startEmptyScheme(app, window);
  const share = join(home, 'share');
  mkdirSync(share);
  await shareScheme(app, window, share);
  const copied = join(home, 'copied');
  cpSync(schemesIn(home), schemesIn(copied), { recursive: true });
  const running = await launch({ home: copied });
  const other = await running.firstWindow();
  await other.waitForFunction(() => 'roundtable' in globalThis);
  const name = readdirSync(schemesIn(copied)).find((each) => each.endsWith('.roundtable')) ?? '';
  await other.evaluate(([path, passphrase]) => globalThis.window.roundtable.app.unlock({ path, passphrase }), [
    join(schemesIn(copied), name),
    newSchemePassphrase,
  ] as const);
  await freshWindow(running, other);
  for (const [page, surname] of [
    [window, 'Oakenfell'],
    [other, 'Thistlemoor'],
  ] as const) {
    await page.evaluate(async (given) => {
      const { cases, sharing } = globalThis.window.roundtable;
      await cases.create({ fields: { surname: given, forenames: 'Dean' }, colour: null });
      await sharing.exchange();
    }, surname);
  }
  await goToSharing(other);
  await expect(other.getByRole('alert').filter({ hasText: 'This workstation’s file is in use twice' })).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Give this computer a new identity' }).click();
  await expect(other.getByText('This computer has a new identity', { exact: false })).toBeVisible({ timeout: 20_000 });
  await expect(other.getByText('in use twice')).toHaveCount(0);
  await exchange(window);
  expect(await surnames(window)).toEqual(['Oakenfell', 'Thistlemoor']);
  expect(await surnames(other)).toEqual(['Oakenfell', 'Thistlemoor']);
});
