import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { actionOutcomes } from '../../shared/language/action';
import {
  agendaOf,
  caseHeading,
  chairOf,
  conferenceInHand,
  countPointer,
  documentsOf,
  drawnItem,
  itemOf,
  pressKey,
} from '../support/chairing';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { onPdf, pagesOf } from '../support/pdf';
import { answerSaveDialog, goTo } from '../support/window';

test.describe('a whole conference', () => {
  // Each test stands on what the first one recorded.
  test.describe.configure({ mode: 'serial' });
  const open = oneDemonstrationForAll();
  let held = { meetingId: '', nextMeetingId: '', deferred: '' };

  test('is held by keyboard, from the agenda to the packs', async () => {
    test.setTimeout(120_000);
    const { window } = open;
    const { keyboard } = window;
    const pointerEvents = await countPointer(window);
    const meetingId = await conferenceInHand(window);
    const agenda = () => agendaOf(window, meetingId);
    const row = (name: string) => window.getByRole('row', { name });

    await test.step('home leads to its agenda by Enter', async () => {
      await keyboard.press('Alt+1');
      await expect(window.getByRole('link', { name: 'Prepare the agenda' })).toBeVisible();
      await keyboard.press('Enter');
      await expect(window.getByRole('grid', { name: 'Cases in their order' })).toBeVisible();
    });

    await test.step('cases are added, and one is taken off with its reason', async () => {
      const before = (await agenda()).items.length;
      await keyboard.press('a');
      await expect(window.getByLabel('Any case')).toBeFocused();
      const candidates = window.locator('.choose-groups li').getByRole('checkbox');
      await expect(candidates.first()).toBeVisible();
      await candidates.nth(0).press(' ');
      await candidates.nth(1).press(' ');
      await window.getByRole('button', { name: 'Add 2 to the agenda' }).press('Enter');
      await expect.poll(async () => (await agenda()).items.length).toBe(before + 2);
      const off = (await agenda()).items[3];
      await row(off?.caseName ?? '').press('Delete');
      await expect(window.getByRole('dialog', { name: `Take ${off?.caseName} off this agenda` }).getByLabel('Why')).toBeFocused();
      await keyboard.type('Was heard at the panel on Friday');
      await keyboard.press('Enter');
      await expect.poll(async () => (await agenda()).items.some(({ id }) => id === off?.id)).toBe(false);
      expect((await agenda()).items).toHaveLength(before + 1);
    });

    await test.step('minutes, a pin and a place are set on the list, with the cost of each move', async () => {
      const [, second] = (await agenda()).items;
      const figure = window.locator('.agenda-figure.main .agenda-figure-value');
      const shown = async () =>
        Number((await figure.innerText()).replace(/^(\d+) h (\d+)$/, (_, h, m) => String(Number(h) * 60 + Number(m))).replace(/\D/g, ''));
      await row(second?.caseName ?? '').focus();
      await keyboard.press('m');
      await keyboard.type('12');
      await keyboard.press('Enter');
      await expect.poll(async () => (await agenda()).items[1]?.minutes).toBe(12);
      for (let place = 3; place <= 6; place += 1) {
        await keyboard.press('Alt+ArrowDown');
        await expect.poll(async () => (await agenda()).items[place - 1]?.id).toBe(second?.id);
        await expect.poll(shown).toBe((await agenda()).cost.now);
      }
      await keyboard.press(' ');
      await expect.poll(async () => (await agenda()).items[5]?.isPinned).toBe(true);
    });

    await test.step('is ordered so that partners wait no longer than in list order, and says honestly whether less is possible', async () => {
      const before = await agenda();
      await keyboard.press('o');
      await expect(window.getByText(/^Ordered\. Partners waited/)).toBeVisible();
      const after = await agenda();
      expect(after.cost.now).toBeLessThanOrEqual(after.cost.listOrder);
      expect(after.cost.now).toBeLessThanOrEqual(before.cost.now);
      expect(after.cost.least).toBeLessThanOrEqual(after.cost.now);
      // The pinned case keeps its place.
      expect(after.items.find(({ isPinned }) => isPinned)?.position).toBe(6);
      await expect(window.getByText(after.cost.isLeastProven ? 'Least possible' : 'Best found', { exact: true })).toBeVisible();
      await expect(window.getByText(after.cost.isLeastProven ? 'Best found' : 'Least possible', { exact: true })).toHaveCount(0);
    });

    await test.step('the agenda is issued, to the core agencies and to each that comes', async () => {
      await window.getByRole('button', { name: 'Issue agenda' }).press('Enter');
      await expect(window.getByRole('link', { name: 'Start the meeting' })).toBeVisible({ timeout: 30_000 });
      const { slots } = await agenda();
      const issued = (await documentsOf(window)).filter(({ kind, meetingId: of }) => kind === 'agenda' && of === meetingId);
      expect(issued).toHaveLength(slots.filter(({ isCore }) => !isCore).length + 1);
      await window.getByRole('link', { name: 'Start the meeting' }).press('Enter');
    });

    await test.step('the statement is agreed and the attendance marked', async () => {
      await expect(window.getByRole('heading', { name: 'Confidentiality and information sharing' })).toBeVisible();
      await keyboard.press('a');
      await expect(window.getByText(/^Agreed at \d\d:\d\d by everyone present/)).toBeVisible();
      await window.locator('[data-statuses] button').first().focus();
      await keyboard.type('ppppua');
      await expect(window.getByText(/4 present, 2 apologies/)).toBeVisible();
      const { attendance } = await chairOf(window, meetingId);
      expect(attendance.map(({ status }) => status).sort()).toEqual([
        'apologies',
        'apologies-with-update',
        'present',
        'present',
        'present',
        'present',
      ]);
      await keyboard.press('Control+Enter');
      await expect(caseHeading(window)).toBeVisible();
    });

    const chair = () => chairOf(window, meetingId);
    const item = () => drawnItem(window, meetingId);
    const goOn = async () => {
      const { position } = await item();
      await keyboard.press('Control+Enter');
      await expect
        .poll(async () => {
          const { currentItemId, items } = await chair();
          const isLast = items.every(({ state }) => state !== 'waiting');
          return { state: items.find((each) => each.position === position)?.state, goesOn: currentItemId !== null || isLast };
        })
        .toEqual({ state: 'discussed', goesOn: true });
    };

    await test.step('a usual case takes a colour with its reason, two actions and a decision without the mouse', async () => {
      const { id, colourBefore } = await item();
      const letter = colourBefore === 'A' ? 'g' : 'a';
      await keyboard.press('d');
      await keyboard.type('Kept every appointment since the last conference. Wants the hostel place before the weekend.');
      await pressKey(window, 'c');
      await keyboard.press(letter);
      await expect(window.getByRole('textbox', { name: /^Reason for/ })).toBeFocused();
      await keyboard.type('Engaging well and no intelligence of offending');
      await keyboard.press('Enter');
      await expect.poll(async () => (await itemOf(window, id)).colourChange?.colour).toBe(letter.toUpperCase());
      await pressKey(window, 's');
      await expect(window.getByRole('textbox', { name: 'Rationale of the decision' })).toBeFocused();
      await keyboard.type('The plan works and is to be kept going');
      await keyboard.press('Enter');
      await expect.poll(async () => (await itemOf(window, id)).decision).toBe('stays');
      await pressKey(window, 'n');
      await keyboard.type('Housing: assess for the hostel by Fri');
      const chips = window.locator('.chair-chips');
      await expect(chips).toContainText('Housing');
      await expect(chips).toContainText('Fri 6 Mar');
      await keyboard.press('Enter');
      await expect(window.getByLabel('New action')).toHaveValue('');
      await keyboard.type('Probation: confirm the curfew hours by 10/3 !');
      await expect(chips).toContainText('Tue 10 Mar');
      await expect(chips).toContainText('High');
      await keyboard.press('Enter');
      await expect.poll(async () => (await itemOf(window, id)).actions.length).toBe(2);
      await goOn();
      const done = await itemOf(window, id);
      expect(done).toMatchObject({
        state: 'discussed',
        discussion: 'Kept every appointment since the last conference. Wants the hostel place before the weekend.',
        decision: 'stays',
        rationale: 'The plan works and is to be kept going',
        drafts: {},
      });
      expect(done.actions.map(({ text, dueOn, priority }) => [text, dueOn, priority])).toEqual([
        ['Assess for the hostel', '2026-03-06', 'normal'],
        ['Confirm the curfew hours', '2026-03-10', 'high'],
      ]);
    });
    expect(await pointerEvents()).toBe(0);

    await test.step('last actions end in each of the four ways', async () => {
      let settled = 0;
      while (settled < actionOutcomes.length) {
        const { id, lastActions } = await item();
        for (const action of lastActions.filter(({ outcome }) => outcome === null)) {
          if (settled === actionOutcomes.length) break;
          await expect(window.getByRole('group', { name: /^Settle: / })).toHaveAccessibleName(`Settle: ${action.text}`);
          await keyboard.press(String(settled + 1));
          await expect
            .poll(async () => (await itemOf(window, id)).lastActions.find((each) => each.id === action.id)?.outcome)
            .toBe(actionOutcomes[settled]);
          settled += 1;
        }
        await keyboard.press('s');
        await goOn();
      }
    });

    await test.step('an agency’s update is written down as it speaks', async () => {
      const { id, contributions } = await item();
      await keyboard.press('u');
      await expect(window.getByRole('button', { name: /Agency/ }).first()).toBeFocused();
      await keyboard.press('Enter');
      await expect(window.getByRole('listbox')).toBeVisible();
      await keyboard.type('Pol');
      await expect(window.getByRole('option', { name: /Police/ })).toBeFocused();
      await keyboard.press('Enter');
      await expect(window.getByRole('listbox')).toBeHidden();
      await expect(window.getByRole('button', { name: /Agency/ }).first()).toBeFocused();
      await keyboard.press('Tab');
      await expect(window.getByRole('textbox', { name: 'Update' })).toBeFocused();
      await keyboard.type('Seen twice near the market, no offences');
      await keyboard.press('Enter');
      await expect.poll(async () => (await itemOf(window, id)).contributions.length).toBe(contributions.length + 1);
      const said = (await itemOf(window, id)).contributions.find(({ text }) => text === 'Seen twice near the market, no offences');
      expect(said?.agencyId).toBe(
        (await window.evaluate(() => globalThis.window.roundtable.scheme.get())).agencies.find(({ kind }) => kind === 'police')?.id,
      );
    });

    const deferred = await test.step('a case is deferred', async () => {
      const { id, case: of } = await item();
      await pressKey(window, 'f');
      await expect.poll(async () => (await itemOf(window, id)).state).toBe('deferred');
      return of.id;
    });

    await test.step('a general action names no case', async () => {
      await item();
      await keyboard.press('g');
      const dialog = window.getByRole('dialog', { name: 'General actions' });
      await dialog.getByLabel('New action').focus();
      await keyboard.type('Police: circulate the new referral form by Fri');
      // Behind the dialog the case is not to be ended by a slip.
      await keyboard.press('Control+Enter');
      await keyboard.press('Enter');
      await expect
        .poll(async () => (await chair()).generalActions.some(({ text }) => text === 'Circulate the new referral form'))
        .toBe(true);
      await keyboard.press('Escape');
      await keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });

    await test.step('the other cases are heard', async () => {
      for (;;) {
        if ((await chair()).currentItemId === null) break;
        await item();
        await keyboard.press('s');
        await goOn();
      }
    });

    const nextMeetingId = await test.step('it is closed, and what is open is carried forward', async () => {
      await expect(window.getByRole('heading', { name: 'Every case is heard or deferred' })).toBeVisible();
      await window.screenshot({ path: test.info().outputPath('closing.png') });
      await keyboard.press('Control+Enter');
      await expect(window.getByRole('heading', { name: 'What this conference did' })).toBeVisible();
      const said = await window.getByText(/open actions go to the next conference/).innerText();
      const carried = Number(/\d+/.exec(said)?.[0]);
      expect(carried).toBeGreaterThan(0);
      await expect(window.locator('.closing-figures').getByText('Carried forward').locator('..')).toContainText(String(carried));
      return conferenceInHand(window);
    });

    await test.step('draft minutes, packs for all agencies and final minutes are issued', async () => {
      await window.getByRole('button', { name: 'Issue draft minutes' }).press('Enter');
      await expect(window.getByText(/^Draft, version 1, issued/)).toBeVisible({ timeout: 30_000 });
      await window.getByRole('button', { name: 'Issue packs for all agencies' }).press('Enter');
      await expect(window.getByText(/packs issued\./)).toBeVisible({ timeout: 40_000 });
      await window.getByRole('button', { name: 'Issue final minutes…' }).press('Enter');
      const dialog = window.getByRole('alertdialog');
      await expect(dialog.getByRole('button', { name: 'Not yet' })).toBeFocused();
      await dialog.getByRole('button', { name: 'Issue as final' }).press('Enter');
      await expect(window.getByText(/^Final, version 2, issued/)).toBeVisible({ timeout: 30_000 });
      await window.screenshot({ path: test.info().outputPath('issued.png') });
    });

    expect(await pointerEvents()).toBe(0);
    held = { meetingId, nextMeetingId, deferred };
  });

  test('is locked by its final minutes: every write is refused in plain words', async () => {
    const { window } = open;
    const before = await chairOf(window, held.meetingId);
    const answers = await window.evaluate(async (meetingId) => {
      const { actions, agenda, cases, chairing, documents, meetings, scheme } = globalThis.window.roundtable;
      const { items, attendance } = await chairing.get({ meetingId });
      const [item] = items;
      if (!item) throw new Error('The conference has no cases.');
      const { agencies } = await scheme.get();
      const agencyId = agencies[0]?.id ?? '';
      const caseId = item.caseId;
      const itemId = item.id;
      const decided = { decision: 'stays' as const, decisionText: '', rationale: 'late', dissent: '', agreedBy: [], reviewDue: null };
      const writes: readonly (() => Promise<unknown>)[] = [
        () => chairing.recordDiscussion({ itemId, discussion: 'said afterwards' }),
        () => chairing.recordDecision({ itemId, ...decided }),
        () => chairing.contribute({ itemId, agencyId, personId: null, text: 'late' }),
        () => chairing.begin({ itemId }),
        () => chairing.finish({ itemId, state: 'deferred' }),
        () => cases.changeColour({ caseId, meetingId, colour: 'R', reason: 'late', decidedOn: '2026-03-03', agreedBy: [], dissent: '' }),
        () =>
          actions.create({ caseId, meetingId, agencyId, personId: null, text: 'late', kind: 'support', priority: 'normal', dueOn: null }),
        () => meetings.setAttendance({ meetingId, id: null, agencyId, personId: null, guestName: '', status: 'present' }),
        () => meetings.leave({ attendanceId: attendance[0]?.id ?? '' }),
        () => meetings.edit({ id: meetingId, title: 'Another' }),
        () => meetings.close({ meetingId }),
        () => agenda.addCases({ meetingId, caseIds: [caseId], reason: 'by-hand' }),
        () => agenda.removeCase({ itemId, reason: 'late' }),
        () => agenda.move({ itemId, position: 2 }),
        () => agenda.order({ meetingId }),
        () => documents.issueMinutes({ meetingId, isFinal: false }),
      ];
      return Promise.all(
        writes.map((write) =>
          write().then(
            () => 'recorded',
            (error: Error) => error.message,
          ),
        ),
      );
    }, held.meetingId);
    for (const answer of answers) expect(answer).toMatch(/^[A-Z].* (final|closed)\b.*[.]$/);
    expect(await chairOf(window, held.meetingId)).toEqual(before);
    await goTo(window, `/meeting/${held.meetingId}/chair`);
    await expect(window.getByText('Final: read only')).toBeVisible();
    await expect(window.getByRole('button', { name: 'Close the conference' })).toHaveCount(0);
  });

  test('leaves its papers in the ledger with number, version and fingerprint, each the very bytes that were issued', async () => {
    const { app, window } = open;
    await window.keyboard.press('Alt+4');
    await expect(window.getByRole('treegrid', { name: 'Documents' })).toBeFocused();
    const documents = (await documentsOf(window)).filter(({ meetingId }) => meetingId === held.meetingId);
    const pack = documents.find(({ kind, recipient }) => kind === 'tasking-pack' && /^Housing/.test(recipient));
    if (!pack) throw new Error('Housing has no pack.');
    expect(documents.filter(({ kind }) => kind === 'minutes').map(({ version, isFinal }) => [version, isFinal])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(new Set(documents.map(({ number, version }) => `${number} ${version}`)).size).toBe(documents.length);
    await expect(window.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible();
    await window.getByLabel('Search in the documents').fill(pack.sha256);
    // Another document was drawn before this one.
    const preview = window.getByRole('complementary', { name: `Tasking pack ${pack.number}` });
    await expect(preview).toContainText(pack.sha256);
    await expect(preview).toContainText(`For${pack.recipient}`);
    const page = preview.getByRole('img', { name: 'Page 1', exact: true });
    // Drawn: more than one colour stands on the canvas.
    await expect
      .poll(() =>
        page.evaluate((canvas) => {
          const { width, height } = canvas as HTMLCanvasElement;
          const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
          return new Set(new Uint32Array(new Uint8ClampedArray(pixels).buffer)).size;
        }),
      )
      .toBeGreaterThan(10);
    await window.screenshot({ path: test.info().outputPath('documents.png') });
    const path = test.info().outputPath('housing.pdf');
    await answerSaveDialog(app, path);
    await preview.getByRole('button', { name: /^Save/ }).press('Enter');
    await expect(window.getByText(`Saved as ${path}`)).toBeVisible();
    const bytes = readFileSync(path);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(pack.sha256);
    expect(bytes).toHaveLength(pack.size);
    expect(pagesOf(bytes)).toHaveLength(pack.pages);
    expect(onPdf(bytes, 'qpdf', ['--check', '{}'])).toContain('No syntax or stream encoding errors');
  });

  test('gives Housing a pack that names its cases and nobody else on the register', async () => {
    const { window } = open;
    const documents = await documentsOf(window);
    const pack = documents.find(({ kind, recipient }) => kind === 'tasking-pack' && /^Housing/.test(recipient));
    const { bytes, housing, others } = await window.evaluate(async (id) => {
      const { cases, documents: desk, register, scheme } = globalThis.window.roundtable;
      const agencyId = (await scheme.get()).agencies.find(({ kind }) => kind === 'housing')?.id;
      const all = await Promise.all((await register.list()).map((row) => cases.get({ id: row.id })));
      const concerns = (of: (typeof all)[number]) => of.relevance.some((each) => each.agencyId === agencyId && each.isRelevant);
      const surnames = (of: typeof all) => [...new Set(of.map(({ fields }) => fields.surname.toUpperCase()))];
      const own = surnames(all.filter(concerns));
      return {
        bytes: [...(await desk.bytes({ id }))],
        housing: own,
        others: surnames(all.filter((of) => !concerns(of))).filter((surname) => !own.includes(surname)),
      };
    }, pack?.id ?? '');
    const text = pagesOf(new Uint8Array(bytes)).join(' ').toUpperCase().replace(/\s+/g, ' ');
    const named = (surnames: readonly string[]) => surnames.filter((surname) => new RegExp(`\\b${surname}\\b`).test(text));
    expect(named(housing).length).toBeGreaterThan(3);
    expect(others.length).toBeGreaterThan(10);
    expect(named(others)).toEqual([]);
  });

  test('puts what was carried and deferred on the next agenda', async () => {
    const { window } = open;
    const { items } = await agendaOf(window, held.nextMeetingId);
    expect(items.map(({ caseId }) => caseId)).toContain(held.deferred);
    const openCases = await window.evaluate(async (meetingId) => {
      const [{ items: heard }, open] = await Promise.all([
        globalThis.window.roundtable.chairing.get({ meetingId }),
        globalThis.window.roundtable.actions.list({ state: 'open' }),
      ]);
      const ids = new Set(heard.map(({ caseId }) => caseId));
      return [...new Set(open.flatMap(({ caseId }) => (caseId !== null && ids.has(caseId) ? [caseId] : [])))];
    }, held.meetingId);
    for (const caseId of openCases) expect(items.map((item) => item.caseId)).toContain(caseId);
    expect(new Set(items.map(({ caseId }) => caseId)).size).toBe(items.length);
    await window.keyboard.press('Alt+1');
    await expect(window.getByText(`${items.length} cases on the agenda, which is not issued yet.`)).toBeVisible();
  });

  test('leaves a log that is whole, and tables that are what the log says', async () => {
    const answer = await open.window.evaluate(() => globalThis.window.roundtable.scheme.verifyLog());
    expect(answer).toMatchObject({ isWhole: true, problems: [] });
    expect(answer.commits).toBeGreaterThan(1000);
  });
});
