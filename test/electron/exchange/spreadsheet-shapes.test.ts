import { expect, it } from 'vitest';
import { createImportEngine } from '../../../electron/exchange/import-engine';
import type { PlannedRow } from '../../../shared/import/planned-import';
import { textRow, workbookOfSheet } from '../../support/workbook';

const facts = { existing: [], agencies: [], people: [], records: [], today: '2026-11-20' };
const utf8 = (text: string) => new TextEncoder().encode(text);

/** What importing a file as it was guessed would write: the fields of each row, and what is said of it on the way. */
async function imported(bytes: Uint8Array, fileName: string) {
  const engine = createImportEngine();
  const source = await engine.open('t', bytes, fileName);
  if ('problem' in source) throw new Error(source.problem);
  const { plan } = await engine.plan(
    't',
    source.columns.map(({ guess }) => guess),
    facts,
  );
  const rows = (await engine.rows('t', 0, 9)).flatMap((text) => JSON.parse(text) as PlannedRow[]);
  return { fields: rows.map(({ fields }) => fields), said: [...source.remarks, ...plan.problems.map(({ reason }) => reason)] };
}

const dean = { surname: 'Carterwick', forenames: 'Dean', dateOfBirth: '1994-02-03', pnc: '08/0001234K' };
const sam = { surname: 'Oakenfell', forenames: 'Sam', dateOfBirth: '1994-02-04', pnc: '08/0001235K' };

/** The shapes of public CSV test sets, each with the same two people. */
it.each([
  [
    'everything in quotation marks',
    '"Surname","Forenames","DOB","PNC"\n"CARTERWICK","Dean","03/02/1994","08/0001234K"\n"OAKENFELL","Sam","04/02/1994","08/0001235K"',
  ],
  [
    'spaces behind the commas',
    'Surname, Forenames, DOB, PNC\nCARTERWICK, Dean, 03/02/1994, 08/0001234K\nOAKENFELL, Sam, 04/02/1994, 08/0001235K\n',
  ],
  [
    'quotation marks behind spaces',
    '"Surname", "Forenames", "DOB", "PNC"\n"CARTERWICK", "Dean", "03/02/1994", "08/0001234K"\n"OAKENFELL", "Sam", "04/02/1994", "08/0001235K"\n',
  ],
  [
    'apostrophes for quotation marks',
    "Surname,Forenames,DOB,PNC\n'CARTERWICK','Dean',03/02/1994,'08/0001234K\n'OAKENFELL','Sam',04/02/1994,'08/0001235K\n",
  ],
  [
    'numbers that Excel is to leave alone',
    'Surname,Forenames,DOB,PNC\nCARTERWICK,Dean,03/02/1994,="08/0001234K"\nOAKENFELL,Sam,04/02/1994,="08/0001235K"\n',
  ],
  [
    'vertical bars and CRLF',
    'Surname|Forenames|DOB|PNC\r\nCARTERWICK|Dean|03/02/1994|08/0001234K\r\nOAKENFELL|Sam|04/02/1994|08/0001235K\r\n',
  ],
  [
    'a delimiter at every end',
    'Surname,Forenames,DOB,PNC,\nCARTERWICK,Dean,03/02/1994,08/0001234K,\nOAKENFELL,Sam,04/02/1994,08/0001235K,\n',
  ],
  [
    'two byte order marks and a quoted sep= line',
    '\ufeff\ufeff"sep=;"\nSurname;Forenames;DOB;PNC\nCARTERWICK;Dean;03/02/1994;08/0001234K\nOAKENFELL;Sam;04/02/1994;08/0001235K\n',
  ],
  [
    'first and last names, and lines that end with CR',
    'First,Last,DOB,PNC\rDean,CARTERWICK,03/02/1994,08/0001234K\rSam,OAKENFELL,04/02/1994,08/0001235K\r',
  ],
])('reads a file with %s', async (_, text) => {
  expect(await imported(utf8(text), 'c.csv')).toEqual({ fields: [dean, sam], said: [] });
});

it('reads names with a comma that nobody put in quotation marks, and says that it put them together', async () => {
  const { fields, said } = await imported(
    utf8('Name,DOB,PNC\nCARTERWICK, Dean,03/02/1994,08/0001234K\nOAKENFELL, Sam,04/02/1994,08/0001235K\n'),
    'c.csv',
  );
  expect(fields).toEqual([dean, sam]);
  expect(said).toEqual([expect.stringContaining('put together again from two cells')]);
  const bare = await imported(utf8('Name\nCARTERWICK, Dean\nOAKENFELL, Sam\n'), 'names.txt');
  expect(bare.fields).toEqual([
    { surname: 'Carterwick', forenames: 'Dean' },
    { surname: 'Oakenfell', forenames: 'Sam' },
  ]);
});

it('reads the two people under a title, between blank lines and headings that come again, and above the totals', async () => {
  const { fields, said } = await imported(
    utf8(
      'IOM cohort,,,\nOfficial - sensitive,,,\n,,,\nSurname,Forenames,DOB,PNC\nCARTERWICK,Dean,03/02/1994,08/0001234K\n\nSurname,Forenames,DOB,PNC\nOAKENFELL,Sam,04/02/1994,08/0001235K\nTotal,2,,\n',
    ),
    'c.csv',
  );
  expect(fields).toEqual([dean, sam]);
  expect(said).toEqual([
    'The headings are taken from row 4; the 2 lines above are not read.',
    'The row repeats the headings',
    'The row holds totals, not a person',
  ]);
});

it('leaves out a cell of ten million letters and reads the others of its row', async () => {
  const { fields, said } = await imported(
    utf8(`Surname,Forenames,DOB,PNC,Notes\nCARTERWICK,Dean,03/02/1994,08/0001234K,"${'x'.repeat(10_000_000)}"\n`),
    'c.csv',
  );
  expect(fields).toEqual([dean]);
  expect(said).toEqual([expect.stringContaining('longer than 200,000 characters')]);
});

it('reads JSON, doubled marks and lines in a cell as the text that they are', async () => {
  const engine = createImportEngine();
  const note = '{"a": [1, "b"]}\nsecond line, "so"';
  const source = await engine.open('t', utf8(`Surname,Notes\r\nCARTERWICK,"${note.replaceAll('"', '""')}"\r\n`), 'c.csv');
  if ('problem' in source) throw new Error(source.problem);
  await engine.plan(
    't',
    source.columns.map(({ guess }) => guess),
    facts,
  );
  expect(JSON.parse((await engine.rows('t', 0, 1))[0] ?? '')).toMatchObject([{ note }]);
});

it('reads a workbook cell by what it shows: rich text, links, percent, escaped lines and numbers kept as text', async () => {
  const text = (place: string, inner: string) => `<c r="${place}" t="inlineStr"><is>${inner}</is></c>`;
  const bytes = workbookOfSheet(
    `<sheetData>${textRow(1, ['Surname', 'Forenames', 'DOB', 'PNC', 'OGRS', 'Notes'])}<row r="2">` +
      text('A2', '<r><t>CARTER</t></r><r><rPr><b/></rPr><t>WICK</t></r><rPh sb="0" eb="1"><t>KANA</t></rPh>') +
      text('B2', '<t xml:space="preserve"> Dean_x000D_</t>') +
      '<c r="C2"><v>34368</v></c><c r="D2" t="str"><f>HYPERLINK("https://example.invalid","08/0001234K")</f><v>08/0001234K</v></c>' +
      '<c r="E2"><v>0.78</v></c></row></sheetData><hyperlinks><hyperlink ref="A2" location="x"/></hyperlinks>',
  );
  expect(await imported(bytes, 'c.xlsx')).toEqual({ fields: [{ ...dean, ogrsScore: 78, ogrsBand: 'high' }], said: [] });
});

it('goes by what a file is and not by its name', async () => {
  for (const name of ['c.xlsx', 'c.xls', 'c.txt', 'c']) {
    const { fields } = await imported(utf8('Surname\tForenames\tDOB\tPNC\nCARTERWICK\tDean\t03/02/1994\t08/0001234K\n'), name);
    expect(fields).toEqual([dean]);
  }
});
