import { describe, expect, it } from 'vitest';
import {
  agendaView,
  briefingView,
  documentAction,
  everyDocument,
  issuedDocument,
  minutesCase,
  minutesView,
  packCase,
  packView,
  quarterlyReportView,
  recoverySheetView,
} from '../../support/document-views';
import { onPdf, pagesOf, render, type Undated } from '../../support/pdf';
import { type Heard, structureFaults, structureOf, within } from '../../support/pdf-structure';

async function structure(request: Undated): Promise<Heard> {
  return structureOf((await render(request)).bytes);
}

/** The headings in their order, each after its level. */
async function headings(request: Undated): Promise<string[]> {
  return within(await structure(request)).flatMap(({ type, words }) => (/^H\d$/.test(type) ? [`${type.slice(1)} ${words}`] : []));
}

const long = Array.from({ length: 2000 }, (_, index) => `word${index}${index % 9 === 8 ? '.' : ''}${index % 300 === 299 ? '\n' : ''}`).join(
  ' ',
);

describe('every document', () => {
  const requests: readonly (readonly [name: string, request: Undated])[] = [
    ...everyDocument(1),
    [
      'draft of minutes',
      { kind: 'minutes', view: minutesView(1, { document: { ...issuedDocument({ isFinal: false }), correction: 'x' } }) },
    ],
    ['minutes of nothing', { kind: 'minutes', view: minutesView(0, { lastActions: [], actionsByAgency: [], attendance: [] }) }],
    [
      'minutes of long words',
      { kind: 'minutes', view: minutesView(0, { cases: [minutesCase(1, { discussion: long, rationale: long })] }) },
    ],
    [
      'tasking pack of long words',
      { kind: 'tasking-pack', view: packView(1, { cases: [packCase(1, { doAdvice: long, doNotAdvice: long })] }) },
    ],
    ['briefing of long words', { kind: 'briefing', view: briefingView(2, longAdvice()) }],
  ];

  it.each(requests)('is sound, begins with its marking and its title, and says no page number: the %s', async (_, request) => {
    const { bytes } = await render(request);
    expect(structureFaults(bytes)).toEqual([]);
    const document = structureOf(bytes);
    const [opening] = document.parts;
    expect(opening?.parts[0]?.words).toMatch(/^(?:OFFICIAL-SENSITIVE|KEEP SECRET)/);
    expect(document.words.match(/OFFICIAL-SENSITIVE|KEEP SECRET/g)).toHaveLength(1);
    expect(document.words).not.toMatch(/Page \d+ of \d+/);
    expect(within(document, 'H1')).toHaveLength(1);
  });

  it('is read by poppler as it is here', async () => {
    const { bytes } = await render({ kind: 'recovery-sheet', view: recoverySheetView() });
    expect(onPdf(bytes, 'pdfinfo', ['{}'])).toMatch(/^Tagged: +yes$/m);
    const read = onPdf(bytes, 'pdfinfo', ['-struct-text', '{}']);
    const letters = [...read.matchAll(/^ *"(.*)"$/gm)].map(([, words]) => words).join('');
    expect(letters.replaceAll(' ', '')).toBe(structureOf(bytes).words.replaceAll(' ', ''));
    expect(read).toContain('  H2 (block)\n    "How to use it"\n  L (block)\n    LI (block)\n      Lbl (block)\n        "1"\n');
  });
});

describe('the headings', () => {
  it('of minutes are their sections, their cases and the parts of these', async () => {
    expect(await headings({ kind: 'minutes', view: minutesView(2) })).toEqual([
      '1 Minutes',
      '2 Cases at a glance',
      '2 Contents',
      '2 Purpose and confidentiality',
      '2 Attendance',
      '3 Apologies',
      '3 Absent without apologies',
      '3 Observers',
      '2 Actions from last time',
      '2 Cases',
      '3 1 CARTERWICK, Dean',
      '4 Colour',
      '4 Views',
      '4 Discussion',
      '4 Decision',
      '4 Actions',
      '3 2 OAKENFELL, Jade',
      '4 Colour',
      '4 Views',
      '4 Discussion',
      '4 Decision',
      '4 Actions',
      '2 General actions',
      '2 All actions by agency',
      '2 Distribution',
    ]);
  });

  it('of a tasking pack lead to each person and to what to do and what not', async () => {
    expect((await headings({ kind: 'tasking-pack', view: packView(1) })).slice(0, 10)).toEqual([
      '1 Tasking pack',
      '2 Your actions',
      '2 CARTERWICK, Dean',
      '3 What changed this week',
      '3 Needs and progress',
      '3 Key dates',
      '3 Do',
      '3 Do not',
      '3 Your actions',
      '3 Notes from contact',
    ]);
  });
});

describe('a case of the minutes', () => {
  it('is heard in its order: its name, its colour, and each part under its heading', async () => {
    const { parts } = await structure({ kind: 'minutes', view: minutesView(1) });
    const start = parts.findIndex(({ type, words }) => type === 'H3' && words === '1 CARTERWICK, Dean');
    const end = parts.findIndex(({ words }) => words === 'General actions');
    expect(parts.slice(start, end).map(({ type, words }) => `${type}: ${words.slice(0, 24).replaceAll('\u00a0', ' ')}`)).toEqual([
      'H3: 1 CARTERWICK, Dean',
      'Figure: Blue',
      'P: Serving; release Fri 13 ',
      'P: Born 14 Jun 1984 (41) · ',
      'P:  RISK   Overdose risk in',
      'H4: Colour',
      'P: ■ BLUE since Sun 1 Feb 2',
      'H4: Views',
      'P: Prison  G. Pellowby  Cle',
      'H4: Discussion',
      'P: The release falls on a F',
      'P: Housing asked who would ',
      'H4: Decision',
      'P: Stays on scheme. The pri',
      'P: Why  A Friday release wi',
      'P: Agreed by  Police, Proba',
      'H4: Actions',
      'Table: RefActionOwnerDue26-100C',
      'P: Next review  Tue 10 Mar ',
    ]);
  });

  it('is named once, however many pages it runs to, and on each of them to the eye', async () => {
    const request: Undated = { kind: 'minutes', view: minutesView(0, { cases: [minutesCase(1, { discussion: long })] }) };
    const { bytes } = await render(request);
    expect(pagesOf(bytes).filter((page) => page.includes('1 CARTERWICK, Dean')).length).toBeGreaterThan(2);
    expect((await headings(request)).filter((title) => title.includes('CARTERWICK'))).toEqual(['3 1 CARTERWICK, Dean']);
  });
});

describe('a table', () => {
  it('has a head for each column that is named, read once though it is printed on every page', async () => {
    const actions = Array.from({ length: 90 }, (_, index) => documentAction(index));
    const view = minutesView(0, { cases: [], actionsByAgency: [], generalActions: [], lastActions: [] });
    const lastActions = actions.map((action) => ({ ...action, caseName: 'OAKENFELL, Jade', outcome: 'done' as const, note: '' }));
    const { bytes } = await render({ kind: 'minutes', view: { ...view, lastActions } });
    expect(pagesOf(bytes).filter((page) => page.includes('What happened')).length).toBeGreaterThan(2);
    const tables = within(structureOf(bytes), 'Table').filter(({ parts }) => parts.length > 80);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.parts).toHaveLength(1 + actions.length);
    expect(tables[0]?.parts[0]?.parts.map(({ type, scope }) => `${type} ${scope}`)).toEqual(Array(6).fill('TH Column'));
  });

  it('has one row for what is printed as several, since no row may be too tall, over however many pages', async () => {
    const view = minutesView(0, { actionsByAgency: [], generalActions: [] });
    const action = { ...documentAction(1, { text: long }), caseName: '', outcome: null, note: '' };
    const { bytes } = await render({ kind: 'minutes', view: { ...view, lastActions: [action] } });
    const [table] = within(structureOf(bytes), 'Table').filter(({ parts }) => parts[0]?.parts.length === 6);
    expect(table?.parts).toHaveLength(2);
    const pages = new Set(table?.parts[1]?.parts[1]?.parts[0]?.pieces.map((piece) => piece.split(':')[0]));
    expect(pages.size).toBeGreaterThan(2);
  });

  it('of long actions is one, though it is set as several that each fit on a page', async () => {
    const actions = [documentAction(1, { text: long }), documentAction(2, { text: 'Short' })];
    const view = minutesView(0, { cases: [minutesCase(1, { actions })], actionsByAgency: [], generalActions: [], lastActions: [] });
    const { bytes } = await render({ kind: 'minutes', view });
    const [table, ...more] = within(structureOf(bytes), 'Table').filter(({ words }) => words.startsWith('RefAction'));
    expect(more).toEqual([]);
    expect(table?.parts.map(({ parts }) => parts.length)).toEqual([4, 4, 4]);
    expect(table?.parts[1]?.parts[1]?.words.replace(/\s/g, '')).toBe(long.replace(/\s/g, ''));
  });

  it('of names and facts has the names as heads of its rows', async () => {
    const [facts] = within(await structure({ kind: 'agenda', view: agendaView() }), 'Table');
    expect(facts?.parts[1]?.parts.map(({ type, scope, words }) => [type, scope, words])).toEqual([
      ['TH', 'Row', 'Chair'],
      ['TD', '', 'B. Hallowmere, coordinator'],
    ]);
  });
});

describe('what is drawn', () => {
  const figures = async (request: Undated) => within(structureOf((await render(request)).bytes), 'Figure').map(({ alt }) => alt);

  it('says a colour once, and of a change both', async () => {
    const cases = [minutesCase(1, { colourBefore: 'R', colourAfter: 'A' }), minutesCase(2, { colourBefore: null, colourAfter: null })];
    const alts = await figures({ kind: 'minutes', view: minutesView(0, { cases }) });
    expect(alts).toEqual(['Red, then Amber', 'No colour', 'Red, then Amber', 'No colour']);
  });

  it('says who is in the room when, and whom a photograph shows', async () => {
    expect(await figures({ kind: 'agenda', view: agendaView(12) })).toContain(
      'In the room 10:10 to 10:40. Own cases: 1, 3. Waits 10 minutes.',
    );
    expect(await figures({ kind: 'briefing', view: briefingView() })).toContain('Photograph of CARTERWICK, Dean');
    expect(await figures({ kind: 'quarterly-report', view: quarterlyReportView() })).toContain(
      'Reviews, drawn. 7 of 31 reviews are overdue. The table after it holds each figure.',
    );
  });
});

describe('the order of reading', () => {
  it('has all that is to be done before what is not, though they stand side by side', async () => {
    const advice = { doAdvice: long, doNotAdvice: 'Do not ring before noon.' };
    const { words: text } = await structure({ kind: 'tasking-pack', view: packView(1, { cases: [packCase(1, advice)] }) });
    expect(text.indexOf('word1999')).toBeLessThan(text.indexOf('Do not✗'));
    expect(text.indexOf('Do not✗')).toBeLessThan(text.indexOf('Do not ring before noon.'));
  });

  it('has a person of a briefing with what helps and what harms, each in its column', async () => {
    for (const over of [{}, longAdvice()]) {
      const { bytes } = await render({ kind: 'briefing', view: briefingView(2, over) });
      const [, ...rows] = within(structureOf(bytes), 'Table').at(-1)?.parts ?? [];
      expect(rows.map(({ parts }) => parts.length)).toEqual([3, 3]);
    }
  });
});

describe('a draft', () => {
  it('says so once at its beginning', async () => {
    const view = minutesView(3, { document: { ...issuedDocument({ isFinal: false }), correction: '' } });
    const [opening, ...rest] = (await structure({ kind: 'minutes', view })).parts;
    expect(opening?.parts.map(({ words }) => words)).toEqual([
      'OFFICIAL-SENSITIVE',
      'TP-2026-031 v1 · Full record: core agencies only',
      'Demonstration: every person here is invented.',
      'DRAFT',
    ]);
    expect(rest.map(({ words }) => words).join('')).not.toContain('DRAFT');
  });
});

describe('a document under a password', () => {
  it('is tagged as any other', async () => {
    const { bytes } = await render({ kind: 'minutes', view: minutesView(1), password: 'thistle-moor-44' } as Undated);
    const text = onPdf(bytes, 'pdfinfo', ['-upw', 'thistle-moor-44', '-struct-text', '{}']);
    expect(text).toContain('"Minutes"');
    expect(onPdf(bytes, 'pdfinfo', ['-upw', 'thistle-moor-44', '{}'])).toMatch(/^Tagged: +yes$/m);
  });
});

function longAdvice() {
  const people = briefingView(2).people.map((person) => ({
    ...person,
    doAdvice: long.slice(0, 6000),
    riskWarnings: [long.slice(0, 1200)],
  }));
  return { people };
}
