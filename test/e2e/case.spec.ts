import type { Page } from '@playwright/test';
import { caseName } from '../../shared/language/case-name';
import {
  demonstrationNow,
  demonstrationPassphrase,
  expect,
  giveDemonstration,
  oneDemonstrationForAll,
  openDemonstration,
  test,
} from '../support/demonstration';
import { jpegOf } from '../support/jpeg';
import { goTo, typeFast } from '../support/window';

const rowsOf = (window: Page) => window.evaluate(() => globalThis.window.roundtable.register.list());
const caseOf = (window: Page, id: string) => window.evaluate((caseId) => globalThis.window.roundtable.cases.get({ id: caseId }), id);
const title = (window: Page) => window.getByRole('heading', { level: 1 });

test.describe('the case page', () => {
  const open = oneDemonstrationForAll();
  const openCase = async (isWanted: (row: Awaited<ReturnType<typeof rowsOf>>[number]) => boolean) => {
    const row = (await rowsOf(open.window)).find(isWanted);
    if (!row) throw new Error('Nobody in the demonstration is like that.');
    await goTo(open.window, `/case/${row.id}`);
    await expect(title(open.window)).toHaveText(caseName(row.surname, row.forenames));
    return row;
  };

  test('changes a field where it stands, and shows every value it has had and who recorded it', async () => {
    const row = await openCase(({ knownAs, area }) => knownAs === '' && area !== '');
    const area = open.window.getByRole('button', { name: /^Area:/ });
    await area.press('Enter');
    const editor = open.window.getByRole('dialog', { name: 'Area' });
    await expect(editor.getByLabel('Area')).toBeFocused();
    await expect(editor.getByLabel('Area')).toHaveValue(row.area);
    await editor.getByLabel('Area').fill('Upper Testwick');
    await open.window.keyboard.press('Enter');
    await expect(editor).toBeHidden();
    await expect(area).toHaveText('Area: Upper Testwick');
    await expect(area).toBeFocused();
    await area.press('Enter');
    const entries = editor.getByRole('listitem');
    await expect(entries).toHaveCount(2);
    await expect(entries.filter({ hasText: 'Upper Testwick' })).toContainText(/Tue 3 Mar 2026, \S+/);
    await expect(entries.filter({ hasText: row.area })).toBeVisible();
    // Esc throws away what was typed, and what was recorded stays.
    await editor.getByLabel('Area').fill('a slip');
    await open.window.keyboard.press('Escape');
    await expect(area).toHaveText('Area: Upper Testwick');
    // Opened and left as it was, it does not undo what a colleague records meanwhile.
    await area.press('Enter');
    await expect(editor.getByLabel('Area')).toBeFocused();
    await open.window.evaluate((id) => globalThis.window.roundtable.cases.edit({ id, fields: { area: 'Nether Testwick' } }), row.id);
    await expect(area).toHaveText('Area: Nether Testwick');
    await open.window.keyboard.press('Enter');
    await expect(editor).toBeHidden();
    expect((await caseOf(open.window, row.id)).fields.area).toBe('Nether Testwick');
  });

  test('changes the colour by keyboard, and never without a reason', async () => {
    const row = await openCase(({ colour }) => colour === 'G');
    const before = (await caseOf(open.window, row.id)).colourChanges.length;
    await open.window.keyboard.press('c');
    const panel = open.window.getByRole('region', { name: 'Change the colour' });
    await expect(panel).toBeVisible();
    await open.window.keyboard.press('a');
    await expect(panel.getByRole('button', { name: /Amber/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(panel.getByLabel('Reason')).toBeFocused();
    await open.window.keyboard.press('Enter');
    await expect(panel.getByText('A colour is never changed without a reason')).toBeVisible();
    await open.window.keyboard.type('Missed two appointments; bravely rang in after');
    await expect(panel.getByRole('button', { name: /Amber/ })).toHaveAttribute('aria-pressed', 'true');
    await open.window.keyboard.press('Enter');
    await expect(panel).toBeHidden();
    await expect(open.window.getByText(/Amber since Tue 3 Mar 2026/)).toBeVisible();
    const after = await caseOf(open.window, row.id);
    expect(after.colourChanges).toHaveLength(before + 1);
    expect(after.colourChanges.map(({ reason }) => reason)).toContain('Missed two appointments; bravely rang in after');
  });

  test('keeps a photograph as a small picture of its own, and takes it off with a reason', async () => {
    const row = await openCase(({ colour }) => colour === 'B');
    const { window } = open;
    const card = window.getByRole('dialog', { name: 'Photograph' });
    const choose = (buffer: Buffer) => window.locator('input[type=file]').setInputFiles({ name: 'A', mimeType: 'image/jpeg', buffer });
    await window.getByRole('button', { name: 'Photograph' }).press('Enter');
    await choose(Buffer.from('no picture'));
    await expect(card.getByText(/not a picture that can be read/)).toBeVisible();
    await choose(Buffer.from(jpegOf({ width: 600, height: 1200, segments: [{ marker: 0xe1, text: 'Exif of a camera' }] })));
    await expect(card.getByAltText('As it will be kept')).toBeVisible();
    await card.getByLabel('Whose picture it is').fill('Police custody record');
    await card.getByRole('button', { name: 'Keep this photograph' }).press('Enter');
    await expect(card).toBeHidden();
    const kept = await window.evaluate(async (id) => {
      const found = await globalThis.window.roundtable.cases.photograph({ id });
      return found && { ...found, bytes: String.fromCharCode(...found.bytes) };
    }, row.id);
    expect(kept).toMatchObject({ width: 320, height: 640, source: 'Police custody record' });
    expect(kept?.bytes).not.toContain('Exif');
    await window.getByRole('button', { name: /^Photograph of/ }).press('Enter');
    await card.getByRole('button', { name: 'Take off: The photograph' }).press('Enter');
    await expect(card.getByLabel('Why take off “The photograph”?')).toBeFocused();
    await window.keyboard.type('It is of his brother');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'Photograph', exact: true })).toBeVisible();
  });

  test('settles an action by one digit with its note, and adds one by keyboard', async () => {
    const row = await openCase(({ openActions }) => openActions > 0);
    const line = open.window.locator('.action-line').first();
    await line.press('Enter');
    await open.window.getByLabel('Note', { exact: true }).fill('Moved away before it could be done');
    await line.focus();
    await open.window.keyboard.press('2');
    await expect.poll(async () => (await caseOf(open.window, row.id)).openActions.length).toBe(row.openActions - 1);
    const settled = (await caseOf(open.window, row.id)).closedActions.find(({ closingNote }) => closingNote.startsWith('Moved away'));
    expect(settled?.outcome).toBe('circumstances-changed');
    await open.window.getByRole('button', { name: 'Add an action' }).press('Enter');
    await expect(open.window.getByLabel('Who does what, by when')).toBeFocused();
    // A second Enter before the answer adds no second one.
    await typeFast(open.window.getByLabel('Who does what, by when'), 'Ring the landlord', ['Enter', 'Enter']);
    const added = open.window.locator('.action-line').filter({ hasText: 'Ring the landlord' });
    await expect(added).toBeVisible();
    await expect(open.window.getByLabel('Who does what, by when')).toBeHidden();
    expect((await caseOf(open.window, row.id)).openActions.filter(({ text }) => text === 'Ring the landlord')).toHaveLength(1);

    // What is typed on an action that a colleague settles meanwhile is no key for what stands there then.
    await added.press('Enter');
    await open.window.getByLabel('Note', { exact: true }).focus();
    await open.window.keyboard.type('Rang twi');
    await open.window.evaluate(async (caseId) => {
      const { cases, actions } = globalThis.window.roundtable;
      const { openActions } = await cases.get({ id: caseId });
      const ids = openActions.filter(({ text }) => text === 'Ring the landlord').map(({ id }) => id);
      await actions.settle({ ids, outcome: 'done', note: '', meetingId: null });
    }, row.id);
    await expect(added).toHaveCount(0);
    await open.window.keyboard.type('ce, no jokes');
    await expect(title(open.window)).toContainText(row.forenames);
    await expect(open.window.getByRole('region', { name: /^(Change the colour|Record something)$/ })).toHaveCount(0);
  });

  test('takes an agency off and puts it back by hand, each with the reason that everyone then reads', async () => {
    await openCase(({ agencyIds }) => agencyIds.length > 3);
    const section = open.window.locator('section').filter({ hasText: 'Why each agency is here' });
    const why = section.getByRole('textbox');
    await section
      .getByRole('button', { name: /^Take off/ })
      .first()
      .press('Enter');
    await expect(why).toBeFocused();
    await open.window.keyboard.press('Enter');
    await expect(section.getByText('A reason is needed')).toBeVisible();
    await open.window.keyboard.type('Closed their file in January');
    await open.window.keyboard.press('Enter');
    await expect(section.getByText('Closed their file in January')).toBeVisible();
    await expect(why).toHaveCount(0);
    await section
      .getByRole('button', { name: /^Put back/ })
      .first()
      .press('Enter');
    await expect(why).toBeFocused();
    await open.window.keyboard.type('Opened again');
    await open.window.keyboard.press('Enter');
    await expect(section.getByText('Opened again')).toBeVisible();
  });

  test('records what happened and a stay in custody, puts the stay right, and takes each off with a reason', async () => {
    const row = await openCase(({ statutoryPosition, state }) => state === 'adopted' && statutoryPosition === 'licence');
    const outcomesOf = () => open.window.evaluate((caseId) => globalThis.window.roundtable.outcomes.ofCase({ caseId }), row.id);
    const before = await outcomesOf();
    const events = open.window.getByRole('region', { name: 'Offending and outcomes' });
    await events.getByRole('button', { name: 'Add to offending and outcomes' }).press('Enter');
    await events.getByLabel('What for').fill('Burglary of a shed in Upper Testwick');
    await events.getByRole('button', { name: /How serious/ }).press('Enter');
    await expect(open.window.getByRole('option').first()).toBeFocused();
    await open.window.keyboard.press('Enter');
    await expect(open.window.getByRole('option')).toHaveCount(0);
    await events.getByRole('button', { name: 'Record' }).press('Enter');
    const line = events.getByRole('listitem').filter({ hasText: 'Burglary of a shed' });
    await expect(line).toContainText('Arrest');
    await line.getByRole('button', { name: /^Take off/ }).press('Enter');
    await expect(line.getByRole('textbox')).toBeFocused();
    await open.window.keyboard.type('Another man of that name');
    await open.window.keyboard.press('Enter');
    await expect(line).toHaveCount(0);
    expect((await outcomesOf()).events).toEqual(before.events);

    const stays = open.window.getByRole('region', { name: 'Stays in custody' });
    const typeDay = async (label: string, digits: string) => {
      await stays.getByRole('group', { name: label }).getByRole('spinbutton').first().focus();
      await open.window.keyboard.type(digits);
    };
    await stays.getByRole('button', { name: 'Add a stay in custody' }).press('Enter');
    await typeDay('First day inside', '05012015');
    await typeDay('Last day, empty while it lasts', '01012015');
    await stays.getByLabel('Prison').fill('HMP Stonefold');
    await open.window.keyboard.press('Enter');
    await expect(stays.getByText('would end before it begins')).toBeVisible();
    await typeDay('Last day, empty while it lasts', '11012015');
    await stays.getByRole('button', { name: 'Record' }).press('Enter');
    const stay = stays.getByRole('listitem').filter({ hasText: 'HMP Stonefold: Mon 5 Jan 2015' });
    await expect(stay).toContainText('7 days');
    await stay.getByRole('button', { name: /^Put right/ }).press('Enter');
    await typeDay('Last day, empty while it lasts', '14012015');
    await stays.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(stay).toContainText('10 days');
    await stay.getByRole('button', { name: /^Take off/ }).press('Enter');
    await expect(stay.getByRole('textbox')).toBeFocused();
    await open.window.keyboard.type('Entered on the wrong case');
    await open.window.keyboard.press('Enter');
    await expect(stay).toHaveCount(0);
    expect((await outcomesOf()).custody).toEqual(before.custody);
  });

  test('refuses days that are none and years before 1900 and after 2100, and takes 1900 and 2100', async () => {
    const row = await openCase(({ reviewDue }) => reviewDue !== null);
    const review = open.window.getByRole('button', { name: /^Review due:/ });
    const editor = open.window.getByRole('dialog', { name: 'Review due' });
    const typeDay = async (digits: string) => {
      await review.press('Enter');
      await expect(editor.getByRole('spinbutton', { name: /day/ })).toBeFocused();
      await open.window.keyboard.type(digits);
      await open.window.keyboard.press('Enter');
    };
    await typeDay('01011900');
    await expect(review).toContainText('Mon 1 Jan 1900');
    await typeDay('31122100');
    await expect(review).toContainText('Fri 31 Dec 2100');
    await typeDay('31121899');
    await expect(editor.getByText(/between 1900 and 2100/).first()).toBeVisible();
    await open.window.keyboard.press('Escape');
    await expect(review).toContainText('Fri 31 Dec 2100');
    await typeDay('31022026');
    await expect(editor.getByText('There is no 31 Feb 2026')).toBeVisible();
    await open.window.keyboard.press('Escape');
    await expect(review).toContainText('Fri 31 Dec 2100');
    // The main process refuses them whoever asks.
    const answers = await open.window.evaluate(
      (id) =>
        Promise.all(
          ['2026-02-31', '2025-02-29', '1899-12-31', '2101-01-01', '2026-13-01', 'soon'].map((reviewDue) =>
            globalThis.window.roundtable.cases.edit({ id, fields: { reviewDue } }).then(
              () => 'recorded',
              (error: Error) => error.message,
            ),
          ),
        ),
      row.id,
    );
    for (const answer of answers) expect(answer).toMatch(/^fields\.reviewDue: This (is not a date|date is not between 1900 and 2100)/);
    expect((await caseOf(open.window, row.id)).fields.reviewDue).toBe('2100-12-31');
  });
});

/** Text that other programs have choked on, each as it must come back. */
const hostile = {
  formula: "=cmd|' /C calc'!A0",
  HTML: '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><b>&amp;</b>',
  SQL: "Robert'); drop table cases; -- ?1 :id",
  'right to left': '\u202eמַר כָּהֵן\u202c العربية',
  signs: '👩🏽‍⚖️ Zoë {{y}} \\u0000 %00',
} as const;

test.describe('hostile text', () => {
  test.use({ environment: { ROUNDTABLE_NOW: demonstrationNow } });

  test('in every field of a case is shown as text, runs nothing, and is there exactly after a restart', async ({
    demonstration,
    home,
    launch,
  }) => {
    // Every screen with every kind of text in every field, and a restart: a long walk on a busy computer.
    test.setTimeout(180_000);
    await giveDemonstration(demonstration, home);
    const app = await launch();
    const window = await app.firstWindow();
    const questions: string[] = [];
    window.on('dialog', (dialog) => {
      questions.push(dialog.message());
      void dialog.dismiss();
    });
    await openDemonstration(window);
    const long = `${'Prose of a hundred kilobytes. '.repeat(3400)}end`;
    const ids: string[] = [];
    for (const text of Object.values(hostile))
      ids.push(
        await window.evaluate(
          async ([given, prose]) => {
            const { cases, actions } = globalThis.window.roundtable;
            const lines = [
              'reference',
              'surname',
              'forenames',
              'knownAs',
              'pnc',
              'crn',
              'prisonNumber',
              'sex',
              'ethnicity',
              'disability',
              'area',
              'beat',
              'custodyPlace',
              'indexOffence',
            ];
            const fields = {
              ...Object.fromEntries(lines.map((name) => [name, `\u0000\u0007${given}\u001b`])),
              surname: `\u0000${given}`,
              doAdvice: prose,
              doNotAdvice: given,
            };
            const caseId = await cases.create({ fields, colour: null });
            await cases.changeColour({
              caseId,
              meetingId: null,
              colour: 'R',
              reason: given,
              decidedOn: '2026-03-03',
              agreedBy: [],
              dissent: given,
            });
            await cases.addAlias({ caseId, name: given });
            await cases.addRiskWarning({ caseId, warning: given });
            await cases.addNeed({ caseId, pathway: 'accommodation', priority: 'high', note: given, agencyId: null });
            await cases.addEvent({ caseId, kind: 'note', title: given, detail: prose, happenedOn: '2026-03-01', agencyId: null });
            const scheme = await globalThis.window.roundtable.scheme.get();
            const agencyId = scheme.agencies[0]?.id ?? '';
            await actions.create({
              caseId,
              meetingId: null,
              agencyId,
              personId: null,
              text: given,
              kind: 'support',
              priority: 'normal',
              dueOn: null,
            });
            return caseId;
          },
          [text, long] as const,
        ),
      );
    const isAsGiven = async (page: Page) => {
      for (const [index, text] of Object.values(hostile).entries()) {
        const id = ids[index] ?? '';
        const { fields, aliases, riskWarnings, needs, colourChanges, openActions } = await caseOf(page, id);
        for (const value of [
          fields.surname,
          fields.area,
          fields.pnc,
          fields.doNotAdvice,
          aliases[0]?.name,
          riskWarnings[0]?.warning,
          needs[0]?.note,
          colourChanges[0]?.reason,
          openActions[0]?.text,
        ])
          expect(value).toBe(text.normalize('NFC'));
        expect(fields.doAdvice).toBe(long);
        await goTo(page, `/case/${id}`);
        await expect(page.getByRole('button', { name: 'Area:' })).toContainText(text.normalize('NFC').replace(/\s+/g, ' '));
        expect(await page.locator('main img, main script, main b b').count()).toBe(0);
        // However long a word or a text, the page does not grow sideways.
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
      expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    };
    await isAsGiven(window);
    await goTo(window, '/register');
    // A key pressed before the register is drawn would be one of the case’s.
    await expect(window.getByRole('treegrid', { name: 'Cases' })).toBeFocused();
    await window.keyboard.press('/');
    await expect(window.getByRole('searchbox', { name: 'Search names, aliases and identifiers' })).toBeFocused();
    await window.keyboard.type(hostile.SQL);
    await expect(window.getByText(/DROP TABLE CASES/i).first()).toBeVisible();
    await goTo(window, '/actions');
    await expect(window.getByRole('heading', { name: 'Actions' }).first()).toBeVisible();
    await app.close();
    const again = await (await launch()).firstWindow();
    await again.getByLabel('Passphrase', { exact: true }).fill(demonstrationPassphrase);
    await again.keyboard.press('Enter');
    await expect(again.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 20_000 });
    await isAsGiven(again);
    expect(questions).toEqual([]);
  });
});
