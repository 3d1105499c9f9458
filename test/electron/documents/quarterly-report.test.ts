import { expect, test } from 'vitest';
import { type Picture, pictureIds, pictureTitle } from '../../../shared/insight/picture';
import { termsOf } from '../../../shared/insight/terms';
import { equalityPicture, quarterlyReportView, reviewsPicture } from '../../support/document-views';
import { letters, missingWords, onPdf, pagesOf, render } from '../../support/pdf';
import { hasLibreOffice, headingsOf, paragraphsOf, partOf, throughLibreOffice } from '../../support/word';

const inPdf = async (over: Parameters<typeof quarterlyReportView>[0] = {}) =>
  (await render({ kind: 'quarterly-report', view: quarterlyReportView(over) })).bytes;
const inWord = async (over: Parameters<typeof quarterlyReportView>[0] = {}) =>
  (await render({ kind: 'quarterly-report', view: quarterlyReportView(over), edition: 'word' })).bytes;

/** Every picture there is, each with more rows than fit beside another on a page. */
const every: readonly Picture[] = pictureIds.map((id) => ({
  ...reviewsPicture,
  id,
  title: pictureTitle[id],
  rows: Array.from({ length: 14 }, (_, at) => ({ id: `row-${at}`, name: `Row ${at} of ${id}`, values: [at * 7] })),
}));

test('A report has a cover with scheme, period and marking, an outline with each picture, and the pages of its contents.', async () => {
  const bytes = await inPdf();
  const [cover = '', front = ''] = pagesOf(bytes);
  for (const words of ['TURNING POINT', 'Quarterly report', 'October to December 2025', 'Wed 1 Oct 2025 to Wed 31 Dec 2025'])
    expect(cover).toContain(words);
  expect(cover.split('OFFICIAL-SENSITIVE').length - 1).toBe(2);
  const outline = JSON.parse(onPdf(bytes, 'qpdf', ['--json', '--json-key=outlines', '{}'])).outlines as { title: string }[];
  expect(outline.map(({ title }) => title)).toEqual([
    'Introduction',
    'What the quarter shows',
    'Reviews',
    'Equality monitoring',
    'Definitions',
  ]);
  expect(front).toMatch(/Reviews 7 of 31 reviews are overdue\. 3/);
});

test('Pictures are drawn as vectors with the letters of the document: no image in the file, and their words can be searched.', async () => {
  const bytes = await inPdf();
  expect(onPdf(bytes, 'pdfimages', ['-list', '{}']).trim().split('\n')).toHaveLength(2);
  // The names of rows stand in the drawing and in the table.
  const page = pagesOf(bytes).find((text) => text.includes('Up to 4 weeks late')) ?? '';
  expect(page.split('Up to 4 weeks late')).toHaveLength(3);
});

test('What is kept back as a small number on screen is a dash in the report, and definitions say what a dash is.', async () => {
  const pages = pagesOf(await inPdf());
  expect(pages.join('\n')).toMatch(/^Women – 50\.6% – – – – – – –$/m);
  expect(pages.join(' ').replace(/\s+/g, ' ')).toContain('stand as a dash');
});

test('A report of every picture, of none that has anything to draw, and one without an introduction are each whole.', async () => {
  const all = await inPdf({ pictures: every, terms: termsOf(pictureIds) });
  expect(onPdf(all, 'qpdf', ['--check', '{}'])).toContain('No syntax or stream encoding errors');
  const text = pagesOf(all);
  expect(
    missingWords(
      text,
      every.flatMap(({ title, rows }) => [title, ...rows.map(({ name }) => name)]),
    ),
  ).toEqual([]);
  // No page is empty but for its head and foot.
  for (const page of text) expect(page.length).toBeGreaterThan(250);
  const none = pagesOf(
    await inPdf({ introduction: ' ', pictures: [{ ...reviewsPicture, rows: [], finding: 'Nobody is on the scheme.' }] }),
  );
  expect(none.join('')).toContain('Nobody is on the scheme.');
  expect(none.join('')).not.toContain('Introduction');
});

test('Two pictures that nearly fit share a page, their drawings a little lower, and no picture leaves its words behind.', async () => {
  const rows = Array.from({ length: 6 }, (_, at) => ({ id: `row-${at}`, name: `Row ${at}`, values: [at * 7] }));
  const half = { ...reviewsPicture, rows, how: 'They were counted one by one. '.repeat(9) };
  const pair = pagesOf(await inPdf({ pictures: [half, { ...half, id: 'risk', title: 'Risk' }] }));
  expect(pair.filter((page) => page.includes('How it was counted.'))).toHaveLength(1);
  const tall = {
    ...equalityPicture,
    rows: Array.from({ length: 13 }, (_, at) => ({ ...equalityPicture.rows[1], id: `${at}`, name: `Row ${at}` })),
  };
  const alone = pagesOf(await inPdf({ pictures: [{ ...tall, how: 'They were counted one by one. '.repeat(30) } as Picture] }));
  expect(alone.find((page) => page.includes('How it was counted.'))).toContain('Row 12');
});

test('A long introduction and names full of markup come out as they were written, in both editions.', async () => {
  const hostile = '<script>&amp; </text> "quoted" مرحبا';
  const introduction = `${'Sentence after sentence. '.repeat(400)}\n\n${hostile}`;
  const pictures = [{ ...reviewsPicture, rows: [{ id: 'late', name: hostile, values: [3] }] }];
  const pages = pagesOf(await inPdf({ introduction, pictures }));
  expect(letters(pages.join(''))).toContain(letters('<script>&amp; </text> "quoted"'));
  expect(pages.join(' ').match(/Sentence/g)).toHaveLength(400);
  const word = paragraphsOf(await inWord({ introduction, pictures }));
  expect(word.filter((text) => text === hostile)).toHaveLength(2);
});

test('The Word edition says what the PDF says: no word of either is missing in the other.', async () => {
  const word = paragraphsOf(await inWord());
  const pages = pagesOf(await inPdf());
  const onlyInWord = new Set(['No.', 'Period:', 'Made:', 'Number:', 'Version:', 'For:', 'Red', 'Amber', 'Green', 'Blue']);
  expect(
    missingWords(
      pages,
      word.flatMap((text) => text.split(/\s+/)).filter((each) => !onlyInWord.has(each)),
    ),
  ).toEqual([]);
  const whole = letters(word.join('')).toLowerCase();
  const axis = /^[\d–-]+%?$/;
  const lost = pages
    .flatMap((page) => page.split('\n').slice(3, -4))
    .flatMap((line) => line.split(/\s+/))
    .filter((each) => !axis.test(each) && !/^(Page|[RAGB])$/.test(each) && !whole.includes(letters(each).toLowerCase()));
  expect(lost).toEqual([]);
});

test('The Word edition has real headings, heads of tables that repeat, and each picture told in words, and is the same each time.', async () => {
  const bytes = await inWord();
  expect(headingsOf(bytes, 'Title')).toEqual(['Quarterly report']);
  expect(headingsOf(bytes, 'Heading1')).toEqual([
    'Introduction',
    'What the quarter shows',
    'Reviews',
    'Equality monitoring',
    'Definitions',
  ]);
  const body = partOf(bytes, 'word/document.xml');
  const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  expect(tables).toHaveLength(4);
  for (const table of tables) expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  const told = [...body.matchAll(/<wp:docPr id="(\d+)"[^>]* descr="([^"]*)"/g)].map(([, id, words]) => [id, words]);
  expect(told).toEqual([
    ['1', 'Reviews, drawn. 7 of 31 reviews are overdue. The table after it holds each figure.'],
    [
      '2',
      'Equality monitoring, drawn. Among people on the scheme, more often than in the area: men. The table after it holds each figure.',
    ],
  ]);
  expect(partOf(bytes, 'docProps/core.xml')).toContain('Roundtable document TP-2026-031 v1');
  expect(await inWord()).toEqual(bytes);
});

test.skipIf(!hasLibreOffice)(
  'LibreOffice opens the Word edition with every word, its pictures and its marking (skipped where LibreOffice is not installed).',
  async () => {
    const bytes = await inWord({ pictures: [reviewsPicture, equalityPicture] });
    const opened = throughLibreOffice(bytes, 'pdf');
    const pages = pagesOf(opened);
    expect(missingWords(pages, paragraphsOf(bytes))).toEqual([]);
    for (const page of pages) expect(page.split('OFFICIAL-SENSITIVE').length - 1).toBeGreaterThanOrEqual(2);
    // Three pixels of the picture for each of the page; the others are the transparency and what LibreOffice makes of it.
    const widths = onPdf(opened, 'pdfimages', ['-list', '{}'])
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , type, width]) => type === 'image' && width === '1920');
    expect(widths.length).toBeGreaterThanOrEqual(2);
  },
  60_000,
);
