import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MinutesView } from '../../../../electron/documents/views';
import { documentAction, documentScheme, issuedDocument, minutesCase, minutesView } from '../../../support/document-views';
import { letters, missingWords, pagesOf, render } from '../../../support/pdf';
import { hasLibreOffice, headingsOf, paragraphsOf, partOf, throughLibreOffice } from '../../../support/word';

const corrected: Partial<MinutesView> = {
  corrections: [{ version: 2, what: '1 CARTERWICK, Dean: Decision', said: 'Stays.', says: 'Goes to panel.', reason: 'It was misheard.' }],
  document: { ...issuedDocument({ version: 2 }), correction: 'It replaces every earlier version.' },
};
const inWord = async (view: MinutesView) => (await render({ kind: 'minutes', view, edition: 'word' })).bytes;

describe('the Word edition of minutes', () => {
  it('says what the PDF says: no word of either is missing in the other', async () => {
    const view = minutesView(5, corrected);
    const word = paragraphsOf(await inWord(view));
    const pages = pagesOf((await render({ kind: 'minutes', view })).bytes);
    // Only in Word: what a letter in a shape and a label beside a row say without words.
    const ownWords = new Set(['No.', 'For:', 'Held:', 'Chair:', 'Version:', 'Number:', 'Ref', 'Owner', 'Action', 'Case', 'deselected.']);
    const texts = word.flatMap((text) => text.split(/\s+/)).filter((each) => !ownWords.has(each));
    expect(
      missingWords(
        pages,
        texts.map((each) => each.replace(/[,.]$/, '')),
      ),
    ).toEqual([]);
    const whole = letters(word.join(''));
    const ofPages = new Set(['Contents', 'Page', 'of', 'DRAFT']);
    const lost = pages
      .flatMap((page) => page.split('\n').slice(4, -4))
      .flatMap((line) => line.split(/\s+/))
      .filter((each) => !/^\d+$/.test(each) && !ofPages.has(each) && !/^[RAGB]$/.test(each))
      .filter((each) => !whole.toLowerCase().includes(letters(each).toLowerCase().replace(/[.,]$/, '')));
    // A word at the end of a line may go on in the next one.
    expect(lost.filter((each) => each.length > 3 && !each.includes('-'))).toEqual([]);
  });

  it('has headings of three levels in the order of the minutes, with the cases under Cases', async () => {
    const bytes = await inWord(minutesView(3, corrected));
    expect(headingsOf(bytes, 'Heading1')).toEqual([
      'Cases at a glance',
      'Corrections',
      'Purpose and confidentiality',
      'Attendance',
      'Actions from last time',
      'Cases',
      'General actions',
      'All actions by agency',
      'Distribution',
    ]);
    const second = headingsOf(bytes, 'Heading2');
    for (const { position, name } of minutesView(3).cases) expect(second).toContain(`${position} ${name}`);
    expect(new Set(headingsOf(bytes, 'Heading3'))).toEqual(new Set(['Colour', 'Views', 'Discussion', 'Decision', 'Actions']));
    expect(headingsOf(bytes, 'Title')).toEqual(['Minutes']);
  });

  it('sets what was corrected at length one text below the other, each line a paragraph, and nothing of it in a narrow column', async () => {
    const said = Array.from({ length: 400 }, (_, index) => `said${index}${index % 90 === 89 ? '\n' : ''}`).join(' ');
    const long = { version: 2, what: '2 OAKENFELL, Jade: Discussion', said, says: said.replaceAll('said', 'says'), reason: 'Mixed up.' };
    const bytes = await inWord(minutesView(2, { ...corrected, corrections: [...(corrected.corrections ?? []), long] }));
    expect(headingsOf(bytes, 'Heading2')[0]).toBe('Version 2: 2 OAKENFELL, Jade: Discussion');
    expect(headingsOf(bytes, 'Heading3').slice(0, 2)).toEqual(['It said', 'It says now']);
    const body = partOf(bytes, 'word/document.xml');
    const tables = (body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).join('');
    expect(tables).toContain('Goes to panel.');
    expect(tables).not.toMatch(/said7|says7/);
    expect(paragraphsOf(bytes).filter((text) => /^\s*(said|says)\d+ /.test(text))).toHaveLength(10);
    expect(missingWords(paragraphsOf(bytes), [said, long.says])).toEqual([]);
  });

  it('marks the head row of every table, which repeats, and gives each table a caption to be read out', async () => {
    const body = partOf(await inWord(minutesView(3)), 'word/document.xml');
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) {
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
      expect(table.indexOf('<w:tblHeader/>')).toBeLessThan(table.indexOf('</w:tr>'));
      expect(table).toMatch(/<w:tblCaption w:val="[^"]{10,}"\/><w:tblDescription w:val="[^"]{10,}"\/>/);
    }
    // Nothing is drawn, so there is nothing whose words could be missing.
    expect(body).not.toMatch(/<w:drawing|<w:pict/);
  });

  it('keeps the last two rows of each table together, and lets the rows before them part', async () => {
    const body = partOf(await inWord(minutesView(12)), 'word/document.xml');
    const tables = (body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).map((table) => (table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).slice(1));
    const isKept = (row: string | undefined) => row?.includes('<w:keepNext/>');
    const long = tables.filter((rows) => rows.length > 3);
    expect(long.length).toBeGreaterThan(4);
    for (const rows of long) expect([isKept(rows.at(-3)), isKept(rows.at(-2)), isKept(rows.at(-1))]).toEqual([false, true, false]);
  });

  it('is in British English, has a title and its mark, and bears its marking and page of how many on each page', async () => {
    const bytes = await inWord(minutesView(1));
    expect(partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    const core = partOf(bytes, 'docProps/core.xml');
    expect(core).toContain('<dc:title>Turning Point: Minutes, Tue 3 Mar 2026</dc:title>');
    expect(core).toContain('Roundtable document TP-2026-031 v1');
    const names = Object.keys(unzipSync(bytes));
    const furniture = (what: string) => partOf(bytes, names.find((name) => name.startsWith(`word/${what}`)) ?? '');
    expect(furniture('header')).toContain('OFFICIAL-SENSITIVE');
    expect(furniture('footer')).toContain('OFFICIAL-SENSITIVE');
    expect(furniture('footer')).toMatch(/PAGE.*NUMPAGES/s);
    expect(furniture('header')).not.toContain('DRAFT');
  });

  it('says that it is a draft on each page until it is final', async () => {
    const draft = { ...issuedDocument({ isFinal: false }), correction: '' };
    const bytes = await inWord(minutesView(1, { document: draft }));
    const names = Object.keys(unzipSync(bytes));
    expect(partOf(bytes, names.find((name) => name.startsWith('word/header')) ?? '')).toContain('DRAFT');
  });

  it('is the same to the byte each time', async () => {
    expect(await inWord(minutesView(2))).toEqual(await inWord(minutesView(2)));
  });

  it('holds hostile text as text: markup, what XML forbids, right to left, and 10,000 words', async () => {
    const hostile = '</w:t><w:p/> & "quotes" ]]> \u0001\ufffe \ud800 مرحبا 👍\u202e';
    const long = Array.from({ length: 10_000 }, (_, index) => `w${index}`).join(' ');
    const entry = minutesCase(1, {
      name: hostile,
      discussion: `${hostile}\n${long}`,
      riskWarnings: [hostile],
      actions: [documentAction(1, { text: hostile })],
    });
    const view = minutesView(0, {
      cases: [entry],
      scheme: { ...minutesView(0).scheme, ...documentScheme({ marking: hostile, brand: hostile }) },
    });
    const bytes = await inWord(view);
    const text = paragraphsOf(bytes).join('\n');
    expect(text).toContain('</w:t><w:p/> & "quotes" ]]> [U+0001][U+FFFE] \ufffd مرحبا 👍[U+202E]');
    expect(text).toContain('w9999');
    for (const name of Object.keys(unzipSync(bytes)).filter((each) => each.endsWith('.xml'))) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML must not hold these
      expect(partOf(bytes, name)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }
  });

  it('stands without any case, action, attendance or distribution', async () => {
    const empty = { cases: [], lastActions: [], generalActions: [], actionsByAgency: [], distribution: [], attendance: [] };
    const text = paragraphsOf(await inWord(minutesView(0, empty))).join('\n');
    for (const words of ['No case was on the agenda.', 'Nobody was recorded as present.', 'No action was set.'])
      expect(text).toContain(words);
  });

  it.skipIf(!hasLibreOffice)(
    'opens in LibreOffice with every word, its pages counted and its heads repeated (skipped where LibreOffice is not installed)',
    async () => {
      const view = minutesView(6, corrected);
      const bytes = await inWord(view);
      const pages = pagesOf(throughLibreOffice(bytes, 'pdf'));
      expect(missingWords(pages, paragraphsOf(bytes))).toEqual([]);
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
        expect(page.split('OFFICIAL-SENSITIVE').length - 1).toBe(2);
      }
      const ours = pagesOf((await render({ kind: 'minutes', view })).bytes);
      for (const entry of view.cases) expect(missingWords(ours, [entry.discussion, entry.rationale, entry.dissent])).toEqual([]);
    },
    60_000,
  );
});
