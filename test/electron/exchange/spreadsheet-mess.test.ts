import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createImportEngine, type ImportEngine } from '../../../electron/exchange/import-engine';
import { importKinds } from '../../../shared/import/lists/kinds';
import type { AnyTarget, ImportSource } from '../../../shared/views/importing';
import { textRow, workbookOfSheet } from '../../support/workbook';

const facts = { existing: [], agencies: [], people: [], records: [], today: '2026-11-20' };
const utf8 = (text: string) => new TextEncoder().encode(text);

async function opened(bytes: Uint8Array, fileName = 'cohort.xlsx') {
  const engine = createImportEngine();
  const source = await engine.open('t', bytes, fileName);
  if ('problem' in source) throw new Error(source.problem);
  const plan = (columns: readonly AnyTarget[] = guessed(source)) => engine.plan('t', columns, facts);
  return { engine, source, plan };
}
/** What the last plan would write: the field given, row by row. */
async function written(engine: ImportEngine, field: string): Promise<readonly unknown[]> {
  const texts = await engine.rows('t', 0, 9);
  return texts.flatMap((text) => JSON.parse(text) as { fields: Record<string, unknown> }[]).map(({ fields }) => fields[field]);
}
const guessed = ({ columns }: ImportSource) => columns.map(({ guess }) => guess);
const headings = ({ columns }: ImportSource) => columns.map(({ heading }) => heading);

const cohort = (rows: string, after = '', before = '') => workbookOfSheet(`${before}<sheetData>${rows}</sheetData>${after}`);
const merged = (...ranges: readonly string[]) => `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

describe('a workbook as partnerships keep them', () => {
  it('reads headings merged over two rows, and tells two alike by what is merged above them', async () => {
    const { source } = await opened(
      cohort(
        textRow(1, ['Cohort of the partnership']) +
          textRow(2, ['PNC', 'Nominal', 'Release', '', 'Licence', 'RAG']) +
          textRow(3, ['', '', 'Place', 'Date', 'Date']) +
          textRow(4, ['20/1234A', 'CARTERWICK, Dean', 'HMP Thistlemoor', '3/3/2026', '4/4/2027', 'Red']),
        merged('A1:F1', 'A2:A3', 'B2:B3', 'C2:D2'),
      ),
    );
    expect(source.headingRow).toBe(3);
    expect(headings(source)).toEqual(['PNC', 'Nominal', 'Place', 'Release Date', 'Licence Date', 'RAG']);
    expect(source.columns.map(({ guess }) => guess)).toEqual(expect.arrayContaining(['pnc', 'fullName', 'releaseOn', 'colour']));
    expect(source.remarks.join(' ')).toMatch(/merged over several rows.*headings stand in two rows/);
  });

  it('puts the heading above before one that says too little by itself, and knows both again on the next page', async () => {
    const { engine, source, plan } = await opened(
      cohort(
        textRow(1, ['Nominal', 'PNC', 'Release', '', 'RAG']) +
          textRow(2, ['', '', 'Date', 'Place']) +
          textRow(3, ['CARTERWICK, Dean', '20/1234A', '3/3/2026', 'HMP Thistlemoor', 'Red']) +
          textRow(4, ['Nominal', 'PNC', 'Date', 'Place', 'RAG']) +
          textRow(5, ['OAKENFELL, Sam', '20/1235B', '', '', 'Green']),
        merged('A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'),
      ),
    );
    expect(headings(source)).toEqual(['Nominal', 'PNC', 'Release Date', 'Place', 'RAG']);
    const { plan: seen } = await plan();
    expect(seen.counts).toMatchObject({ new: 2, leftOut: 1 });
    expect(await written(engine, 'releaseOn')).toEqual(['2026-03-03', undefined]);
  });

  it('gives every row what is merged over several of them', async () => {
    const { engine, source, plan } = await opened(
      cohort(
        textRow(1, ['Surname', 'Forenames', 'Area']) +
          textRow(2, ['CARTERWICK', 'Dean', 'North']) +
          textRow(3, ['OAKENFELL', 'Sam', '']) +
          textRow(4, ['THISTLEMOOR', 'Jo', 'South']),
        merged('C2:C3'),
      ),
    );
    await plan();
    expect(await written(engine, 'area')).toEqual(['North', 'North', 'South']);
    expect(source.remarks).toEqual(['1 cell is merged over several rows; what each says was read for every one of its rows.']);
  });

  it('announces hidden rows and columns, and leaves them out only where that is asked for', async () => {
    const { engine, source, plan } = await opened(
      cohort(
        textRow(1, ['Surname', 'Forenames', 'PNC']) +
          textRow(2, ['CARTERWICK', 'Dean', '20/1234A']) +
          textRow(3, ['OAKENFELL', 'Sam', ''], ' hidden="1"') +
          textRow(4, [], ' hidden="1"') +
          textRow(5, ['THISTLEMOOR', 'Jo', '']),
        '',
        '<cols><col min="3" max="9" width="1" hidden="true"/></cols>',
      ),
    );
    expect(source).toMatchObject({ rows: 3, hidden: { rows: 1, columns: 1, areLeftOut: false } });
    expect((await plan()).plan.counts.new).toBe(3);
    const without = await engine.reread('t', source.sheet, 1, null, true);
    if ('problem' in without) throw new Error(without.problem);
    expect(without).toMatchObject({ rows: 2, hidden: { rows: 1, columns: 1, areLeftOut: true } });
    const planned = await engine.plan('t', guessed(without), facts);
    expect(planned.plan.rows.map(({ row, name }) => [row, name])).toEqual([
      [2, 'CARTERWICK, Dean'],
      [5, 'THISTLEMOOR, Jo'],
    ]);
    expect(await written(engine, 'pnc')).toEqual([undefined, undefined]);
    expect(await engine.reread('t', source.sheet, 1, null, false)).toMatchObject({ rows: 3 });
  });

  it('names by its cell a formula that the file holds no result of, and not one that comes to nothing', async () => {
    const { source, plan } = await opened(
      cohort(
        textRow(1, ['Surname', 'Forenames', 'Area', 'Beat']) +
          '<row r="2"><c r="A2" t="inlineStr"><is><t>CARTERWICK</t></is></c><c r="B2" t="inlineStr"><is><t>Dean</t></is></c>' +
          '<c r="C2"><f>VLOOKUP(A2,Areas!A:B,2)</f><v></v></c><c r="D2" t="str"><f>IF(1,"","")</f><v></v></c></row>',
      ),
    );
    expect(source.remarks.join(' ')).toMatch(/1 formula has no result in the file \(the first in C2\).*Open the file in Excel, save it/);
    expect((await plan()).plan.problems).toMatchObject([{ cell: 'C2', severity: 'warning', reason: expect.stringContaining('no result') }]);
  });

  it('leaves a formula without a result out of a list as well, with its cell', async () => {
    const { engine, plan } = await opened(
      cohort(
        textRow(1, ['Agency name', 'Agency code', 'Email']) +
          '<row r="2"><c r="A2" t="inlineStr"><is><t>Sycamore Trust</t></is></c><c r="B2"><f>LEFT(A2,2)</f></c></row>',
      ),
    );
    const planned = await plan(['agencyName', 'agencyCode', 'email']);
    expect(planned.plan.problems).toMatchObject([{ cell: 'B2', reason: expect.stringContaining('no result') }]);
    expect(await written(engine, 'name')).toEqual(['Sycamore Trust']);
  });

  it.each([
    ['', '34368'],
    ['<workbookPr date1904="1"/>', '32906'],
    // As LibreOffice writes it.
    ['<workbookPr backupFile="false" date1904="true"/>', '32906'],
  ])('reads dates as text and as counts of days alike, by the day the workbook counts from (%s)', async (properties, serial) => {
    const rows =
      textRow(1, ['Surname', 'Forenames', 'DOB']) +
      textRow(2, ['CARTERWICK', 'Dean', '3 Feb 1994']) +
      textRow(3, ['OAKENFELL', 'Sam', '03/02/1994']) +
      `<row r="4"><c r="A4" t="inlineStr"><is><t>THISTLEMOOR</t></is></c><c r="B4" t="inlineStr"><is><t>Jo</t></is></c><c r="C4"><v>${serial}</v></c></row>` +
      `<row r="5"><c r="A5" t="inlineStr"><is><t>ASHBOURNEY</t></is></c><c r="B5" t="inlineStr"><is><t>Kit</t></is></c><c r="C5" s="1"><v>${serial}</v></c></row>`;
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>';
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = workbookOfSheet(`<sheetData>${rows}</sheetData>`, properties, {
      'xl/styles.xml': styles,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    });
    const { engine, plan } = await opened(bytes);
    const planned = await plan(['surname', 'forenames', 'dateOfBirth']);
    expect(planned.plan.problems).toEqual([]);
    expect(await written(engine, 'dateOfBirth')).toEqual(Array(4).fill('1994-02-03'));
  });
});

it('reads a workbook that does not say where its cells stand, as some programs write it', async () => {
  const unplaced = (cells: readonly string[]) => textRow(1, cells).replaceAll(/ r="[A-Z]*1"/g, '');
  const { source, plan } = await opened(
    cohort(unplaced(['Surname', 'Forenames']) + unplaced(['CARTERWICK', 'Dean']) + unplaced(['OAKENFELL', 'Sam'])),
  );
  expect(source).toMatchObject({ headingRow: 1, rows: 2 });
  expect((await plan()).plan.rows.map(({ row, name }) => [row, name])).toEqual([
    [2, 'CARTERWICK, Dean'],
    [3, 'OAKENFELL, Sam'],
  ]);
});

it('answers in words or with a plan, whatever is changed inside a workbook that is packed whole', async () => {
  const whole = textRow(1, ['Surname', 'Forenames', 'DOB', 'Jan-26']) + textRow(2, ['CARTERWICK', 'Dean', '02/09/1997', 'Red']);
  const piece = fc.constantFrom(
    '',
    '"',
    '<',
    '</c>',
    '</row>',
    '<row r="9999999">',
    " r='XFD1048576'",
    't="s"',
    't="d"',
    '<v>-1</v>',
    '&#0;',
    '<!--',
    ']]>',
    ' hidden="1"',
    '<f>',
  );
  const change = fc.tuple(fc.nat(whole.length), fc.nat(30), piece);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.constantFrom(...importKinds), async (changes, kind) => {
      const rows = changes.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), whole);
      const engine = createImportEngine();
      const first = await engine.open('t', workbookOfSheet(`<sheetData>${rows}</sheetData>`, '', {}), 'cohort.xlsx');
      const source = 'problem' in first ? first : await engine.reread('t', first.sheet, first.headingRow, kind);
      const words =
        'problem' in source ? [source.problem] : (await engine.plan('t', guessed(source), facts)).plan.problems.map(({ reason }) => reason);
      // A sentence; it may begin with what stands in the cell.
      for (const said of words) expect(said).toMatch(/^(?:“.+” )?\p{L}.{8}/su);
      expect(words.join(' ')).not.toMatch(/undefined|NaN|\[object|Error/);
    }),
    { numRuns: 300 },
  );
});

describe('what a workbook says otherwise than in its cells', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const fill = (rgb: string) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;
  const styles = `<styleSheet xmlns="${main}"><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><fills><fill><patternFill patternType="none"/></fill>${fill('FFFF0000')}${fill('FFEFEFEF')}</fills><cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/><xf fontId="0" fillId="1"/><xf fontId="2" fillId="2"/></cellXfs></styleSheet>`;
  const cell = (place: string, text: string, format: number) => `<c r="${place}" s="${format}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    textRow(1, ['Surname', 'Forenames', 'RAG']),
    `<row r="2">${cell('A2', 'CARTERWICK', 1)}${cell('B2', 'Dean', 1)}<c r="C2" s="2"/></row>`,
    `<row r="3">${cell('A3', 'OAKENFELL', 3)}${cell('B3', 'Sam', 0)}<c r="C3" s="2"></c></row>`,
    `<row r="4">${cell('A4', 'THISTLEMOOR', 0)}${cell('B4', 'Jo', 0)}${cell('C4', 'Green', 2)}<c r="D4" s="3"/></row>`,
  ].join('');

  it('is named, for none of it is read: colours without a word, text that is struck through, and comments', async () => {
    const { source } = await opened(
      workbookOfSheet(`<sheetData>${rows}</sheetData>`, '', {
        'xl/styles.xml': styles,
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/comments" Target="../comments1.xml"/></Relationships>`,
        'xl/comments1.xml': `<comments xmlns="${main}"><authors/><commentList><comment ref="A2"><text/></comment><comment ref="A3"><text/></comment></commentList></comments>`,
      }),
    );
    expect(source.remarks).toEqual([
      'Text is struck through in row 2. It is read like any other: delete it in the file if it is no longer true.',
      'In column C 2 cells are coloured and say nothing. The colour of a cell is not read: write it as a word.',
      '2 cells have comments. Comments are not read.',
    ]);
  });

  it('names the other sheets that hold something, for only one is read', async () => {
    const sheet = `<worksheet xmlns="${main}"><sheetData>${textRow(1, ['Surname'])}${textRow(2, ['HOLLOWBECK'])}</sheetData></worksheet>`;
    const { source } = await opened(
      workbookOfSheet(`<sheetData>${rows}</sheetData>`, '', {
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Cohort" sheetId="1" r:id="rId1"/><sheet name="Left" sheetId="2" r:id="rId2"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
        'xl/worksheets/sheet2.xml': sheet,
      }),
    );
    expect(source).toMatchObject({ sheet: 'Cohort', remarks: ['Only this sheet is read. There is another with something in it: Left.'] });
  });
});

describe('a CSV file as it comes', () => {
  it('says what stands above the headings, which headings are alike or missing, and which rows reach past them', async () => {
    const { source } = await opened(
      utf8(
        'Cohort list\nas of Friday\nSurname,Forenames,Date,Date,,PNC\nCARTERWICK,Dean,1,2,x,\nOAKENFELL,Sam\nTHISTLEMOOR,Jo,1,2,,,over,more\n',
      ),
      'c.csv',
    );
    expect(source.headingRow).toBe(3);
    expect(source.remarks).toEqual([
      'The headings are taken from row 3; the 2 lines above are not read.',
      'Columns C and D are both headed “Date”: look at what each becomes.',
      'Column E has no heading. It is left out unless you say what it becomes.',
      'Row 6 has more cells than there are headings: look whether a separator stands inside a text.',
    ]);
  });

  it('takes NUL signs out and reads lines that end in three different ways, and says so', async () => {
    const { engine, source, plan } = await opened(
      utf8('Surname,Forenames\r\nCARTER\0WICK,Dean\rOAKENFELL,Sam\nTHISTLEMOOR,Jo\r\n'),
      'c.csv',
    );
    await plan();
    expect(await written(engine, 'surname')).toEqual(['Carterwick', 'Oakenfell', 'Thistlemoor']);
    expect(source.remarks).toEqual([expect.stringContaining('NUL'), expect.stringContaining('end in different ways')]);
  });

  it('reads a file that was not written to its end and is filled up with NUL', async () => {
    const { source } = await opened(utf8(`Surname,Forenames\nCARTERWICK,Dean\n${'\0'.repeat(4_000)}`), 'c.csv');
    expect(source.rows).toBe(1);
    expect(source.remarks.join(' ')).toContain('NUL');
  });

  it('reads 500 columns', async () => {
    const wide = ['Surname', 'Forenames', ...Array.from({ length: 498 }, (_, at) => `Extra ${at}`)];
    const { source, plan } = await opened(utf8(`${wide.join(',')}\nCARTERWICK,Dean${',x'.repeat(498)}\n`), 'c.csv');
    expect(source.columns).toHaveLength(500);
    expect((await plan()).plan.counts.new).toBe(1);
  });

  it('refuses a workbook in which one bit fell over, wherever in its sheet that was', async () => {
    const whole = workbookOfSheet(`<sheetData>${textRow(1, ['Surname', 'CRN'])}${textRow(2, ['CARTERWICK', 'X123456'])}</sheetData>`);
    expect((await createImportEngine().open('t', whole, 'c.xlsx')) as object).not.toHaveProperty('problem');
    let changed = 0;
    for (let at = 0; at < whole.length; at += 11) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      const read = await createImportEngine().open('t', bytes, 'c.xlsx');
      if ('problem' in read) continue;
      // What is no part of a cell may be otherwise; no cell is.
      expect(read.columns.map(({ heading, samples }) => [heading, ...samples])).toEqual([
        ['Surname', 'CARTERWICK'],
        ['CRN', 'X123456'],
      ]);
      changed += 1;
    }
    expect(changed).toBeLessThan(whole.length / 11 / 2);
  });

  it('asks for headings where the first row is a person', async () => {
    const { source } = await opened(utf8('CARTERWICK,Dean,14/06/1994\nOAKENFELL,Jade,01/05/1988\n'), 'c.csv');
    expect(source.remarks).toEqual([
      'Row 1 was taken for the headings, and it holds a date (14/06/1994). If it is the first of the rows, write headings above it in the file and choose it again.',
    ]);
  });

  it('says of a data file of a program what it is', async () => {
    for (const text of ['{"cases": [1]}', '[{"surname": "Carterwick"}]', '[["a", 1]]']) {
      const read = await createImportEngine().open('t', utf8(text), 'cohort.csv');
      expect(read).toMatchObject({ problem: expect.stringContaining('JSON') });
    }
  });

  it('leaves out of a list a day that could be either of two, and the note that it ends with', async () => {
    const { plan } = await opened(
      utf8('Action,Agency,Due\nRing,Police,05/14/2026\nWrite,Police,05/06/2026\nPrinted on 3 Mar 2026,,\n'),
      'c.csv',
    );
    const reasons = (await plan(['actionText', 'agencyName', 'dueOn'])).plan.problems
      .map(({ cell, reason }) => `${cell} ${reason}`)
      .join('\n');
    expect(reasons).toContain('C3 Cell C2 has the month first');
    expect(reasons).toContain('The row is a note about the list, not an action');
  });

  it('has nothing to remark on a file that is in order', async () => {
    const { source } = await opened(utf8('Surname,Forenames\nCARTERWICK,Dean\n'), 'c.csv');
    expect(source).toMatchObject({ remarks: [], hidden: null });
  });

  it.each([
    ['Agency name,Agency code\nSycamore Trust,ST\nTotal,1\n', ['agencyName', 'agencyCode'], 'an agency'],
    ['Name,Agency,Email\nDee Alder,Sycamore Trust,\nTotal: 1,,\n', ['personName', 'agencyName', 'email'], 'a person'],
    ['Name,DOB\n"CARTERWICK, Dean",3/2/1994\nTotal,1\n', ['fullName', 'dateOfBirth'], 'a person'],
  ] as const)('takes no totals for a row, whatever the list holds: %s', async (text, columns, what) => {
    const { plan } = await opened(utf8(text), 'c.csv');
    expect((await plan(columns)).plan.problems.map(({ row, reason }) => [row, reason])).toContainEqual([
      3,
      `The row holds totals, not ${what}`,
    ]);
  });
});
