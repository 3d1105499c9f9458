import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { demonstrationPassphrase, expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { freshWindow, goTo } from '../support/window';

const open = oneDemonstrationForAll();
const press = async (button: Locator) => {
  await button.focus();
  await button.press('Enter');
};
const pane = (window: Page) => window.getByRole('complementary').first();
const caseOf = (window: Page, id: string) => window.evaluate((caseId) => globalThis.window.roundtable.cases.get({ id: caseId }), id);

/** Types a day into the parts of a date field. */
async function typeDay(within: Page | Locator, label: string, day: string): Promise<void> {
  const [year, month, date] = day.split('-');
  await within.getByRole('group', { name: label }).getByRole('spinbutton').first().focus();
  await open.window.keyboard.type(`${date}${month}${year}`);
}

test('someone is referred by a prison, scored, adopted by police and probation, released on a Friday, reviewed and let go softly', async () => {
  const { window } = open;
  await goTo(window, '/register');
  await press(window.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Selection' }));
  await expect(window.getByRole('heading', { level: 1, name: 'Selection' })).toBeVisible();

  // Referred by a prison.
  await press(window.getByRole('button', { name: 'Referral', exact: true }));
  const form = window.getByRole('region', { name: 'New referral' });
  await form.getByLabel('Surname').fill('KESTRELBY');
  await form.getByLabel('Forenames').fill('Owen');
  await form.getByLabel('Index offence').fill('Burglary, dwelling');
  await form.getByLabel('Prison, court or other body').fill('HMP Stonefold');
  await form.getByLabel('Why').fill('Ten burglaries in the year before sentence');
  await press(form.getByRole('button', { name: 'Record the referral' }));
  await expect(form).toBeHidden();
  await press(window.getByRole('button', { name: /KESTRELBY, Owen/ }));
  await expect(pane(window).getByRole('heading', { name: 'KESTRELBY, Owen' })).toBeVisible();

  // Scored: what it comes to is said while it is filled in.
  await press(pane(window).getByRole('button', { name: 'Score…' }));
  const score = window.getByRole('region', { name: 'Score', exact: true }).first();
  await score.getByLabel('OGRS score').fill('83');
  await score.getByLabel('Offences in twelve months').fill('10');
  await expect(score.getByRole('status')).toContainText('Burglary with high OGRS: fixed priority (STRAT 12.1)');
  await press(score.getByRole('button', { name: 'Record the score' }));
  await expect(pane(window).getByText('Proposed: fixed.')).toBeVisible();

  // Before the panel, where nothing is decided by one of the two alone.
  await press(pane(window).getByRole('button', { name: 'To a panel…' }));
  await press(window.getByRole('button', { name: 'Put before it' }));
  await press(pane(window).getByRole('button', { name: 'Open the panel' }));
  const item = window.getByRole('article', { name: 'KESTRELBY, Owen' });
  await expect(item.getByRole('status')).toContainText('have not agreed');
  await press(item.getByRole('button', { name: 'What an agency says…' }));
  await item.getByLabel('Why').fill('Known by night in Lowgate');
  // A second Enter, once the first was answered, is no word of the next agency.
  await item.getByLabel('Why').press('Enter');
  await expect(item.getByLabel('Why')).toHaveValue('');
  await item.getByLabel('Why').press('Enter');
  await expect(item.getByRole('status')).toContainText('Probation has not agreed');
  await item.getByLabel('Why').fill('Willing, and on licence to next year');
  await item.getByLabel('Why').press('Enter');
  await expect(item.getByRole('status')).toContainText('Police and probation agree');
  await press(item.getByRole('button', { name: 'Decide…' }));
  await item.getByLabel('Why', { exact: true }).fill('Fixed by the rules');
  await press(item.getByRole('button', { name: 'Record the decision' }));
  await expect(item.getByText('Adopted, fixed')).toBeVisible();

  const row = (await window.evaluate(() => globalThis.window.roundtable.register.list())).find(({ surname }) => surname === 'KESTRELBY');
  const id = row?.id ?? '';
  expect(await caseOf(window, id)).toMatchObject({ state: 'adopted', fields: { cohortPart: 'fixed' } });

  // In custody, and to come out on a Friday.
  await window.evaluate(
    (caseId) =>
      globalThis.window.roundtable.cases.edit({ id: caseId, fields: { statutoryPosition: 'serving', custodyPlace: 'HMP Stonefold' } }),
    id,
  );
  await goTo(window, '/register/releases');
  await press(window.getByRole('button', { name: /KESTRELBY, Owen/ }));
  await expect(pane(window).getByRole('heading', { name: 'KESTRELBY, Owen' })).toBeVisible();
  await press(pane(window).getByRole('button', { name: 'Set the date…' }));
  const date = window.getByRole('region', { name: 'New release date' });
  await typeDay(date, 'Release on', '2026-03-06');
  await date.getByLabel('Who there').fill('Custody office');
  await press(date.getByRole('button', { name: 'Record this date' }));
  await expect(pane(window).getByText('Friday')).toBeVisible();
  await expect(pane(window).getByText(/Ask for/)).toBeVisible();
  await press(pane(window).getByRole('button', { name: 'Prison, hour, note…' }));
  const more = window.getByRole('region', { name: 'Prison, hour and note' });
  await more.getByLabel('Hour at the gate, such as 09:30').fill('09:15');
  await more.getByLabel('Note').fill('A sister drives him');
  await press(more.getByRole('button', { name: 'Save' }));
  await expect(pane(window).getByText('HMP Stonefold, expected at 09:15')).toBeVisible();
  await expect(pane(window).getByText('A sister drives him')).toBeVisible();
  await press(pane(window).getByRole('button', { name: 'Raise an action: Somewhere to live' }));
  await expect(pane(window).getByText('In hand')).toBeVisible();
  const actions = (await caseOf(window, id)).openActions;
  expect(actions).toMatchObject([{ text: 'Find somewhere to live from Fri 6 Mar 2026', priority: 'high' }]);

  // Out, on the day; the case then asks for a colour.
  await press(pane(window).getByRole('button', { name: 'Came out…' }));
  await press(window.getByRole('button', { name: 'Record the release' }));
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Owen');
  expect(await caseOf(window, id)).toMatchObject({ state: 'adopted', fields: { statutoryPosition: 'licence', releaseOn: null } });

  // Reviewed, stepped down, and a soft exit planned with services that go on.
  await goTo(window, '/register/reviews');
  await press(window.getByRole('radio', { name: /Everyone/ }));
  await press(window.getByRole('button', { name: /KESTRELBY, Owen/ }));
  await expect(pane(window).getByRole('heading', { name: 'KESTRELBY, Owen' })).toBeVisible();
  await press(pane(window).getByRole('button', { name: /^Stays/ }));
  const review = window.getByRole('region', { name: 'Record the review' });
  await press(review.getByRole('radio', { name: 'Light touch' }));
  await review.getByLabel('Why they stay').fill('Settled since release');
  await press(review.getByRole('button', { name: 'Record the review' }));
  await expect(review).toBeHidden();
  await press(pane(window).getByRole('button', { name: 'Soft exit…' }));
  const exit = window.getByRole('region', { name: 'Soft exit' });
  await exit.getByRole('checkbox', { name: /Open Door/ }).press('Space');
  await exit.getByLabel('What happens, and how often').fill('A call each fortnight');
  await exit.getByLabel('How to come back').fill('Ring the mentor');
  await press(exit.getByRole('button', { name: 'Save the plan' }));
  await expect(exit).toBeHidden();
  const place = await window.evaluate((caseId) => globalThis.window.roundtable.cohort.case({ caseId }), id);
  expect(place).toMatchObject({
    intensity: 'light',
    exitPlan: { wayBack: 'Ring the mentor' },
    decisions: [{ kind: 'reviewed', intensity: 'light' }, { kind: 'adopted' }],
  });
});

test('a case’s needs find services that fit, and gaps, referrals and the matrix are a step away', async () => {
  const { window } = open;
  const rows = await window.evaluate(() => globalThis.window.roundtable.register.list());
  const found =
    rows.find(
      ({ needs, state, statutoryPosition }) => state === 'adopted' && needs.includes('finance') && statutoryPosition === 'voluntary',
    ) ??
    rows.find(
      ({ needs, state, statutoryPosition }) => state === 'adopted' && needs.includes('alcohol') && statutoryPosition === 'voluntary',
    );
  await goTo(window, `/case/${found?.id}`);
  await press(window.getByRole('button', { name: 'Find a service' }));
  const refer = window.getByRole('button', { name: /^Refer to/ }).first();
  await expect(refer).toBeVisible();
  const before = (await caseOf(window, found?.id ?? '')).referrals.length;
  await press(refer);
  await expect.poll(async () => (await caseOf(window, found?.id ?? '')).referrals.length).toBe(before + 1);
  await goTo(window, '/register/services');
  await press(window.getByRole('radio', { name: 'Gaps' }));
  await expect(window.getByRole('columnheader', { name: 'Nothing fits' })).toBeVisible();
  await press(window.getByRole('radio', { name: 'Referrals' }));
  await expect(window.getByRole('columnheader', { name: 'Stands' })).toBeVisible();
});

test('the steps of the matrix are changed, added and taken out as a new version', async () => {
  const { window } = open;
  await goTo(window, '/register/selection');
  await press(window.getByRole('radio', { name: 'Matrix' }));
  const steps = window.getByRole('region', { name: 'Offences in twelve months' });
  await steps.getByLabel('step 1: from').fill('4');
  await press(steps.getByRole('button', { name: 'Take out step 2' }));
  await press(steps.getByRole('button', { name: 'Add a step' }));
  await steps.getByLabel('step 3: from').fill('15');
  await steps.getByLabel('step 3: points').fill('28');
  await window.getByLabel('Why it changes').fill('Few offend most');
  await press(window.getByRole('button', { name: /^Record version/ }));
  await expect(window.getByText('Few offend most')).toBeVisible();
  const [present] = await window.evaluate(() => globalThis.window.roundtable.cohort.matrices());
  expect(present?.weights.frequency).toEqual([
    { atLeast: 4, points: 5 },
    { atLeast: 10, points: 20 },
    { atLeast: 15, points: 28 },
  ]);
});

test('how long what is held is kept is set, someone is kept with a reason, and someone is erased for good after being named twice', async () => {
  const { window } = open;
  const axe = async () => expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
  await goTo(window, '/scheme');
  await press(window.getByRole('button', { name: 'Retention How long what is held is kept' }));
  await press(window.getByRole('button', { name: 'Change: Left the scheme' }));
  const rule = window.getByRole('region', { name: 'Left the scheme' });
  await rule.getByLabel('Months').fill('1');
  await rule.getByLabel('Why so long').fill('For this walk, so that somebody is due.');
  await press(rule.getByRole('button', { name: 'Save the rule' }));
  await expect(rule.getByText('1 month')).toBeVisible();
  await axe();

  await goTo(window, '/register/reviews');
  await press(window.getByRole('radio', { name: /What is held/ }));
  const boxes = window.getByRole('checkbox', { name: /^Choose .+,/ });
  await expect(boxes.nth(1)).toBeVisible();
  const nameOf = async (box: Locator) => ((await box.getAttribute('aria-label')) ?? '').replace('Choose ', '');
  const [erased, kept] = [await nameOf(boxes.nth(0)), await nameOf(boxes.nth(1))];
  await boxes.nth(1).focus();
  await window.keyboard.press('Space');
  await press(window.getByRole('button', { name: 'Keep, with a reason…' }));
  await window.getByLabel('Why it is still needed').fill('A claim is open.');
  await window.getByLabel('Why it is still needed').press('Enter');
  await expect(window.getByRole('checkbox', { name: `Choose ${kept}` })).toBeHidden();
  await axe();

  await window.getByRole('checkbox', { name: `Choose ${erased}` }).focus();
  await window.keyboard.press('Space');
  await press(window.getByRole('button', { name: 'Erase…' }));
  const dialog = window.getByRole('alertdialog', { name: `Erase ${erased} for good?` });
  await expect(dialog.getByText('It cannot be undone')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save everything held first…' })).toBeVisible();
  const surname = erased.split(',')[0] ?? '';
  await dialog.getByLabel('Why it is no longer needed').fill('Nothing speaks for keeping it.');
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await dialog.getByLabel(/^Type the surname/).fill(surname);
  await axe();
  await press(dialog.getByRole('button', { name: 'Erase for good' }));
  await expect(dialog).toBeHidden();
  await press(window.getByRole('radio', { name: /^Erased/ }));
  await expect(window.getByRole('cell', { name: 'Nothing speaks for keeping it.' })).toBeVisible();
  await expect(window.getByText(surname)).toBeHidden();
  await axe();
  await goTo(window, '/scheme');
  await press(window.getByRole('button', { name: 'Audit trail Who changed what, and when' }));
  await expect(window.getByRole('cell', { name: 'case erased' })).toBeVisible();
});

test('today says what waits, leads to each list, and prints a pack by team', async () => {
  const { window } = open;
  await goTo(window, '/meeting');
  await press(window.getByRole('radio', { name: 'Today' }));
  await expect(window.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  const day = await window.evaluate(() => globalThis.window.roundtable.day.forManagers());
  const [most] = day.overdue;
  const overdue = window.getByRole('region', { name: 'Overdue actions' });
  await expect(overdue.getByRole('link')).toHaveCount(day.overdue.length);
  await press(overdue.getByRole('link').first());
  await expect(window.getByRole('heading', { level: 1, name: 'Actions' })).toBeVisible();
  await expect(window.getByRole('navigation', { name: 'Whose actions' }).getByRole('button', { pressed: true })).toContainText(
    `${most?.actions} late`,
  );
  // With the head of their one group.
  await expect(window.locator('main [aria-rowindex][aria-selected]')).toHaveCount((most?.actions ?? 0) + 1);
  await goTo(window, '/meeting/today');
  await press(window.getByRole('region', { name: 'Releases in 14 days' }).getByRole('link').last());
  await expect(pane(window).getByRole('heading', { name: day.releases.at(-1)?.caseName ?? '' })).toBeVisible();
  await goTo(window, '/meeting/today');
  const print = window.getByRole('region', { name: 'Print a pack' });
  await press(print.getByRole('button', { name: /Agency/ }));
  await window.getByRole('option', { name: 'Police', exact: true }).click();
  await press(print.getByRole('button', { name: /a team, an area or an officer/ }));
  await window.getByRole('option', { name: 'Lowgate neighbourhood team' }).click();
  // What the printer would be sent.
  await window.evaluate(() => {
    globalThis.window.print = () => {
      document.body.dataset.sheets = String(document.querySelectorAll('.print-sheets img').length);
      globalThis.window.dispatchEvent(new Event('afterprint'));
    };
  });
  await press(print.getByRole('button', { name: 'Issue and print…' }));
  await expect(print.getByText(/^From the conference of .* Issued as /)).toBeVisible({ timeout: 20_000 });
  const [pack] = await window.evaluate(() => globalThis.window.roundtable.documents.list());
  expect(pack).toMatchObject({ kind: 'tasking-pack', scope: 'Team: Lowgate neighbourhood team' });
  await expect(window.locator('body')).toHaveAttribute('data-sheets', String(pack?.pages));
});

const screens = [
  ['today', '/meeting/today', 'Today'],
  ['selection', '/register/selection', 'Selection'],
  ['reviews', '/register/reviews', 'Reviews'],
  ['releases', '/register/releases', 'Releases'],
  ['services', '/register/services', 'Services'],
] as const;

for (const [name, path, heading] of screens)
  for (const theme of ['light', 'dark'] as const)
    test(`${name} stands the checks of axe in the ${theme} theme and fits a laptop`, async () => {
      const { window } = open;
      const info = test.info();
      await window.setViewportSize({ width: 1280, height: 720 });
      await window.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
      }, theme);
      await goTo(window, path);
      await expect(window.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(name === 'today' ? window.getByRole('region', { name: 'Print a pack' }) : pane(window)).toBeVisible();
      await window.screenshot({ path: info.outputPath(`${name}-${theme}.png`) });
      const { violations } = await new AxeBuilder({ page: window }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' ')).slice(0, 3)])).toEqual([]);
      expect(await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
        0,
      );
    });

// Last, since from here on the person at work is a manager.
test('a manager begins with today, and is offered nothing that a manager may not do', async () => {
  const { window } = open;
  await window.evaluate(async () => {
    const { scheme, app } = globalThis.window.roundtable;
    const { me, people } = await scheme.get();
    const give = async (isWanted: (person: (typeof people)[number]) => boolean, role: 'coordinator' | 'manager') => {
      const person = people.find(isWanted);
      if (!person?.agencyId) throw new Error('Nobody in the scheme is like that.');
      const { id, agencyId, name, post, email, phone } = person;
      await scheme.savePerson({ id, agencyId, name, post, email, phone, role });
    };
    await give(({ id, agencyId, isWithdrawn }) => id !== me.personId && agencyId !== null && !isWithdrawn, 'coordinator');
    await give(({ id }) => id === me.personId, 'manager');
    await app.lock();
  });
  await freshWindow(open.app, window);
  await window.getByLabel('Passphrase', { exact: true }).fill(demonstrationPassphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible({ timeout: 20_000 });
  await expect(window.getByRole('region', { name: 'Overdue actions' })).toBeVisible();
  await goTo(window, '/register/releases');
  await expect(pane(window).getByRole('heading', { level: 2 })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Prison, hour, note…' })).toHaveCount(0);
});
