import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AgendaDocumentView } from '../../../electron/documents/views';
import {
  agendaView,
  documentAction,
  documentScheme,
  everyDocument,
  issuedDocument,
  minutesCase,
  minutesView,
  packCase,
  packView,
  partnerAgendaView,
  subjectAccessView,
} from '../../support/document-views';
import { letters, missingWords, onPdf, pagesOf, render } from '../../support/pdf';

const samples = everyDocument(4);

describe.each(samples)('the %s', (_, request) => {
  it('is the same to the byte each time, sound to qpdf, with title and language, and counts its pages', async () => {
    const { bytes, pages } = await render(request);
    const again = await render(request);
    expect(createHash('sha256').update(again.bytes).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(onPdf(bytes, 'qpdf', ['--check', '{}'])).toContain('No syntax or stream encoding errors');
    const info = onPdf(bytes, 'pdfinfo', ['{}']);
    expect(info).toMatch(/^Title: +\S/m);
    expect(info).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'));
    expect(onPdf(bytes, 'qpdf', ['--qdf', '--object-streams=disable', '{}', '-'])).toContain('/Lang (en-GB)');
    expect(
      onPdf(bytes, 'pdffonts', ['{}'])
        .split('\n')
        .slice(2)
        .filter((line) => line !== '' && !/ yes yes yes /.test(line)),
    ).toEqual([]);
  });

  it('bears its marking at the head and the foot of every page, and the page of how many', async () => {
    const { bytes, pages } = await render(request);
    const marking = request.kind === 'recovery-sheet' ? 'KEEP SECRET' : 'OFFICIAL-SENSITIVE';
    for (const [index, page] of pagesOf(bytes).entries()) {
      expect(page.split(marking).length - 1).toBe(2);
      expect(page).toContain(`Page ${index + 1} of ${pages}`);
      if (request.kind !== 'recovery-sheet') {
        expect(page).toContain('Demonstration: every person here is invented.');
        if (request.kind !== 'subject-access') expect(page).toContain(`${request.view.document.number} v1 · `);
      }
    }
  });
});

describe('a draft', () => {
  it('says so across every page, and a final document nowhere', async () => {
    const draft = { ...issuedDocument({ isFinal: false }), correction: '' };
    const { bytes, pages } = await render({ kind: 'minutes', view: minutesView(2, { document: draft }) });
    // The word stands at a slant, so its letters come one by one.
    const slantedLetters = (text: string) => text.split('\n').filter((line) => /^\s*[DRAFT]\s*$/.test(line)).length;
    const plain = await render({ kind: 'minutes', view: minutesView(2) });
    expect(bytes.length).toBeGreaterThan(plain.bytes.length);
    expect(pagesOf(bytes).filter((page) => page.includes('DRAFT') || slantedLetters(page) >= 5)).toHaveLength(pages);
    expect(pagesOf(plain.bytes).join('')).not.toContain('DRAFT');
  });
});

describe('the minutes', () => {
  it('have an outline of their sections with the cases under Cases', async () => {
    const { bytes } = await render({ kind: 'minutes', view: minutesView(3) });
    const outline = JSON.parse(onPdf(bytes, 'qpdf', ['--json', '--json-key=outlines', '{}'])).outlines as {
      title: string;
      kids: { title: string }[];
    }[];
    expect(outline.map(({ title }) => title)).toEqual([
      'Purpose and confidentiality',
      'Attendance',
      'Actions from last time',
      'Cases',
      'General actions',
      'All actions by agency',
      'Distribution',
    ]);
    expect(outline[3]?.kids.map(({ title }) => title.replaceAll('\u00a0', ''))).toEqual(
      minutesView(3).cases.map(({ position, name }) => `${position} ${name}`),
    );
  });

  it('stand without any case, action, attendance or distribution', async () => {
    const empty = { cases: [], lastActions: [], generalActions: [], actionsByAgency: [], distribution: [], attendance: [] };
    const view = minutesView(0, empty);
    const { bytes } = await render({
      kind: 'minutes',
      view: { ...view, meeting: { ...view.meeting, startedAt: null, endedAt: null, statementAgreedAt: null, next: null } },
    });
    const text = pagesOf(bytes).join('');
    expect(text).toContain('No case was on the agenda.');
    expect(text).toContain('Nobody was recorded as present.');
    expect(text).toContain('was not recorded as agreed');
  });

  it('repeat the name of a case on each page that it runs to, and hold every word of a discussion of 10,000', async () => {
    const discussion = Array.from(
      { length: 10_000 },
      (_, index) => `w${index}${index % 9 === 8 ? '.' : ''}${index % 400 === 399 ? '\n' : ''}`,
    ).join(' ');
    const { bytes } = await render({
      kind: 'minutes',
      view: minutesView(0, { cases: [minutesCase(1, { name: 'OAKENFELL, Jade', discussion })] }),
    });
    const pages = pagesOf(bytes);
    expect(missingWords(pages, [discussion])).toEqual([]);
    const running = pages.filter((page) => /\bw\d+\b/.test(page));
    expect(running.length).toBeGreaterThan(10);
    expect(running.filter((page) => !page.includes('OAKENFELL, Jade'))).toEqual([]);
  });

  it('leave no name of a case at the foot of a page without a word of what was said of it', async () => {
    for (const lines of [3, 5, 6, 8]) {
      const cases = Array.from({ length: 9 }, (_, index) =>
        minutesCase(index + 1, { riskWarnings: ['Weapons', 'Do not visit alone'], discussion: 'Seen.\n'.repeat(lines + index) }),
      );
      const pages = pagesOf((await render({ kind: 'minutes', view: minutesView(0, { cases }) })).bytes);
      const ends = pages.map((page) => page.split('RISK Do not visit alone').at(-1) ?? '');
      expect(ends.filter((end, index) => pages[index]?.includes('RISK') && !end.includes('Colour'))).toEqual([]);
    }
  });

  it('leave no heading at the foot of a page without the first row of its table, however tall that row is', async () => {
    const tall = (words: number) => 'Northern '.repeat(words).trim();
    const view = minutesView(1);
    const present = view.attendance.filter(({ status }) => status === 'present');
    const [away] = view.attendance.filter(({ status }) => status === 'apologies');
    const headings = ['Attendance', 'Apologies', 'Actions from last time', 'All actions by agency', 'General actions'];
    for (let count = 1; count < 30; count += 2) {
      const attendance = [...Array.from({ length: count }, () => present[0]), { ...away, agency: tall(30) }].map((entry) => ({
        ...(entry as NonNullable<typeof away>),
      }));
      const lastActions = view.lastActions.map((action) => ({ ...action, text: tall(40) }));
      const generalActions = [documentAction(1, { text: tall(60) })];
      const pages = pagesOf((await render({ kind: 'minutes', view: { ...view, attendance, lastActions, generalActions } })).bytes);
      const lasts = pages.map((page) => page.split('\n').filter((line) => !/OFFICIAL|Demonstration|^Page|^Turning Point ·|^$/.test(line)));
      // A page that ends with a heading or with the heads of a table under one.
      const lone = lasts.filter((lines) => lines.slice(-2).some((line) => headings.includes(line.trim())));
      expect(lone, `${count} present`).toEqual([]);
    }
  });

  it('say what a corrected version changed', async () => {
    const document = { ...issuedDocument({ version: 2 }), correction: 'The owner of 26-103 was Housing, not Police.' };
    const { bytes } = await render({ kind: 'minutes', view: minutesView(1, { document }) });
    expect(letters(pagesOf(bytes)[0] ?? '')).toContain(letters('Corrected in version 2. The owner of 26-103 was Housing, not Police.'));
  });
});

describe('the tasking pack', () => {
  it('begins with what is to be done, however many cases the agency has', async () => {
    for (const cases of [3, 60]) {
      const [first = ''] = pagesOf((await render({ kind: 'tasking-pack', view: packView(cases) })).bytes);
      expect(first).toContain('Your actions');
      expect(first).toContain('Circumstances changed');
    }
  });

  it('gives each case a page of its own, with its actions and its Friday release', async () => {
    const view = packView(3);
    const { bytes } = await render({ kind: 'tasking-pack', view });
    const pages = pagesOf(bytes);
    for (const entry of view.cases) {
      const own = pages.filter((page) => page.includes('Notes from contact') && page.includes(entry.name));
      expect(own).toHaveLength(1);
      expect(own[0]?.includes('FRIDAY RELEASE')).toBe(entry.keyDates.some(({ flag }) => flag === 'friday-release'));
    }
  });

  it('keeps an action and the boxes to report back on one page', async () => {
    const { actions } = packView(1);
    const many = Array.from({ length: 23 }, (_, index) => ({ ...(actions[0] as (typeof actions)[0]), reference: `26-${500 + index}` }));
    const { bytes } = await render({ kind: 'tasking-pack', view: packView(0, { actions: many }) });
    for (const page of pagesOf(bytes)) {
      expect(page.match(/Done\s+Circumstances changed\s+Did not act/g)?.length ?? 0).toBe(page.match(/26-5\d\d/g)?.length ?? 0);
    }
  });

  it('says in words when there is nothing to do', async () => {
    const { bytes } = await render({ kind: 'tasking-pack', view: packView(0, { actions: [], cases: [], backBy: null }) });
    const text = pagesOf(bytes).join('');
    expect(text).toContain('None of the cases heard concerns this agency.');
    expect(text).toContain('Your agency has no open action.');
  });

  it('prints advice however long it is', async () => {
    const advice = Array.from({ length: 300 }, (_, index) => `Point${index} with some words to it`).join('\n');
    const entry = packCase(1, { doAdvice: advice, doNotAdvice: `${'Never '.repeat(900)}end` });
    const { bytes } = await render({ kind: 'tasking-pack', view: packView(0, { cases: [entry], actions: [] }) });
    expect(missingWords(pagesOf(bytes), [advice, 'Never', 'end'])).toEqual([]);
    expect(pagesOf(bytes).join(' ').match(/Never/g)).toHaveLength(900);
  });
});

describe('minutes', () => {
  it('say before an answer what was asked, and of one that came too late for which conference', async () => {
    const said = { agency: 'Housing Options', person: '', text: 'Until June.', question: 'Is the room still his?' };
    const contributions = [said, { ...said, question: 'And the deposit?', missed: '2026-02-24' }];
    const { bytes } = await render({ kind: 'minutes', view: { ...minutesView(1), cases: [minutesCase(1, { contributions })] } });
    const text = pagesOf(bytes).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('was asked Is the room still his?');
    expect(text).toContain('was asked for Tue 24 Feb 2026 and answered too late for it And the deposit?');
  });
});

describe('the agenda', () => {
  it('of a partner holds its own times and no other case', async () => {
    const whole = agendaView();
    const partner = partnerAgendaView();
    const { bytes } = await render({ kind: 'agenda', view: partner });
    const text = pagesOf(bytes).join('');
    expect(text).toContain(partner.ownSlot?.arrivesAt);
    const own = new Set(partner.items.map(({ name }) => name));
    for (const { name } of whole.items) expect(text.includes(name)).toBe(own.has(name));
  });

  it('says what partners wait in whole words, and nothing of breaks that are not or of an order that is no worse', async () => {
    const textOf = async (over: Parameters<typeof agendaView>[1]) =>
      pagesOf((await render({ kind: 'agenda', view: agendaView(6, over) })).bytes)
        .join(' ')
        .replace(/\s+/g, ' ');
    expect(await textOf({ waiting: { now: 120, listOrder: 61 } })).toContain(
      'Partners wait 2 hours in all, the break aside. In the order the list came in it would be 1 h 1 min.',
    );
    const same = await textOf({ waiting: { now: 1, listOrder: 1 }, breaks: [] });
    expect(same).toContain('Partners wait 1 minute in all.');
    expect(same).not.toMatch(/list came in|break/);
    expect(await textOf({ waiting: { now: 0, listOrder: 61 } })).toContain('No partner waits. In the order');
    expect(await textOf({ waiting: { now: 0, listOrder: 0 }, slots: agendaView(6).slots.filter(({ isCore }) => isCore) })).not.toMatch(
      /wait/,
    );
  });

  it('keeps what the fillings mean, the clock and the first bars beside their heading, however many agencies come before them', async () => {
    const view = agendaView(6);
    const [slot] = view.slots.filter(({ isCore }) => !isCore);
    for (let count = 14; count < 25; count += 1) {
      const slots = Array.from({ length: count }, (_, index) => ({ ...(slot as NonNullable<typeof slot>), agency: `Agency ${index}` }));
      const pages = pagesOf((await render({ kind: 'agenda', view: { ...view, slots } })).bytes);
      const page = pages.find((text) => text.includes('Who is in the room when'));
      expect(page).toMatch(/own case, by number\s+waiting\s+break[\s\S]*10:00[\s\S]*Agency 0/);
    }
  });

  it('says runs of cases as runs, and minutes in a column of their own', async () => {
    const view = agendaView(12);
    const text = pagesOf((await render({ kind: 'agenda', view })).bytes).join(' ');
    const own = [1, 2, 4, 5, 6, 9].map((position) => ({ position, from: position, to: position + 1 }));
    const slots = view.slots.map((slot) => (slot.isCore ? slot : { ...slot, own }));
    expect(pagesOf((await render({ kind: 'agenda', view: { ...view, slots } })).bytes).join(' ')).toContain('1, 2, 4–6, 9');
    expect(text).toMatch(/Time\s+Case\s+Min\./);
  });

  it('of a partner says what the letters of other agencies stand for', async () => {
    const view = { ...partnerAgendaView(), codes: [{ code: 'DRU', agency: 'Drug Service' }] };
    expect(pagesOf((await render({ kind: 'agenda', view })).bytes).join(' ')).toContain('DRU Drug Service');
  });

  it('of a partner holds what it was asked, and of core agencies what each of them was', async () => {
    const textOf = async (view: AgendaDocumentView) =>
      pagesOf((await render({ kind: 'agenda', view })).bytes)
        .join(' ')
        .replace(/\s+/g, ' ');
    const partner = await textOf(partnerAgendaView());
    expect(partner).toMatch(/1 question to you .*Mon 2 Mar .*Does the room stay his/);
    expect(partner).toContain('Answer what you are asked in Roundtable, by the day that stands beside it.');
    expect(await textOf(agendaView())).toMatch(/Asked of core agencies, not answered yet .*Probation Who sees her next/);
    expect(await textOf({ ...partnerAgendaView(), questions: [] })).not.toMatch(/question|asked/i);
  });

  it('stands without a case', async () => {
    const { bytes } = await render({ kind: 'agenda', view: agendaView(0) });
    expect(pagesOf(bytes).join('')).toContain('No case is on the agenda yet.');
  });

  it('holds 60 cases and 28 partners', async () => {
    const view = agendaView(60);
    const [slot] = view.slots.filter(({ isCore }) => !isCore);
    const slots = Array.from({ length: 28 }, (_, index) => ({
      ...(slot as NonNullable<typeof slot>),
      agency: `Partner agency number ${index}`,
    }));
    const { bytes } = await render({ kind: 'agenda', view: { ...view, slots } });
    expect(missingWords(pagesOf(bytes), [...view.items.map(({ name }) => name), ...slots.map(({ agency }) => agency)])).toEqual([]);
  });
});

describe('an answer on what is held', () => {
  it('says on each page of which entry or change its first fields are, and ends none with the name of one alone', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ['Seen', 'At home', ...Array.from({ length: index % 5 }, () => 'More')]);
    const headings = ['Kind', 'Place', 'One', 'Two', 'Three', 'Four'];
    const changed = rows.flatMap((row, index) =>
      row.map((became) => [`Day ${index}`, 'somebody', 'visit noted', 'Visits', 'Note', became]),
    );
    const held = [{ name: 'Visits', headings, rows }];
    const changes = { name: 'Changes', headings: ['When', 'Who', 'What was done', 'Table', 'Field', 'Became'], rows: changed };
    const view = subjectAccessView({ tables: held, changes, photographs: [] });
    const pages = pagesOf((await render({ kind: 'subject-access', view })).bytes);
    // Without the head and the foot of the pages.
    const lines = pages
      .slice(1)
      .map((page) => page.split('\n').filter((line) => line !== '' && !/OFFICIAL|Demonstration|^Page|^Turning Point ·/.test(line)));
    expect(lines.length).toBeGreaterThan(8);
    const names = /^(Entry \d+|Day \d+ · somebody · visit noted)$/;
    expect(lines.filter((each) => !each.slice(0, 4).some((line) => names.test(line) || /\(\d+\)$/.test(line)))).toEqual([]);
    expect(lines.filter((each) => names.test(each.at(-1) ?? '') || /^Table/.test(each.at(-1) ?? ''))).toEqual([]);
  });
});

describe('page furniture', () => {
  it('keeps to its line however long the marking and the reader are, and gives a long marking in full once', async () => {
    const marking = `OFFICIAL-SENSITIVE ${'AND NOT TO BE COPIED '.repeat(8)}END`;
    const view = minutesView(1);
    const { bytes, pages } = await render({
      kind: 'minutes',
      view: {
        ...view,
        scheme: { ...view.scheme, ...documentScheme({ marking }) },
        document: { ...view.document, reader: 'A very long reader '.repeat(20) },
      },
    });
    const text = pagesOf(bytes);
    expect(letters(text[0] ?? '')).toContain(letters(marking));
    expect(text.filter((page) => page.includes('OFFICIAL-SENSITIVE AND NOT') && /Page \d+ of \d+/.test(page))).toHaveLength(pages);
  });
});

describe('long words in narrow columns', () => {
  it('stay on the paper', async () => {
    const word = 'Wmnopqrstuvwxyz'.repeat(4);
    const entry = minutesCase(1, { name: word, actions: [documentAction(1, { text: word, agency: word, person: word, reference: word })] });
    const view = minutesView(0, {
      cases: [entry],
      lastActions: [{ ...documentAction(1, { text: word, agency: word, person: word }), caseName: word, outcome: 'done', note: word }],
    });
    const { bytes } = await render({ kind: 'minutes', view });
    const boxes = [...onPdf(bytes, 'pdftotext', ['-bbox', '{}', '-']).matchAll(/xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.]+)"/g)];
    expect(boxes.length).toBeGreaterThan(100);
    expect(boxes.filter(([, from, to]) => Number(from) < 47 || Number(to) > 549)).toEqual([]);
  });
});
