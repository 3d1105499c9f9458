import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard, unguard } from '../../../electron/exchange/formula-guard';
import { readSpreadsheet } from '../../../electron/exchange/read-spreadsheet';
import { type Delimiter, delimiters } from '../../../electron/exchange/sniff-delimiter';
import { csvText, writeCsv } from '../../../electron/exchange/write-csv';

type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';
const encodings: readonly Encoding[] = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252'];

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with mark') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(encoding === 'utf-16le' ? bytes : bytes.swap16());
}
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => readSpreadsheet(bytes, 'cohort.csv');

async function gridOf(bytes: Uint8Array) {
  const result = await read(bytes);
  if (result.kind === 'problem') throw new Error(result.message);
  return result.grid;
}
async function problemOf(bytes: Uint8Array) {
  const result = await read(bytes);
  return result.kind === 'problem' ? result : null;
}

describe('reading CSV', () => {
  it.each([
    ['utf-8', 'UTF-8'],
    ['utf-8 with mark', 'UTF-8'],
    ['utf-16le', 'UTF-16'],
    ['utf-16be', 'UTF-16'],
    ['windows-1252', 'Windows-1252'],
  ] as const)('reads %s with each delimiter and says how it was read', async (encoding, words) => {
    for (const [delimiter, named] of [
      [',', 'commas'],
      [';', 'semicolons'],
      ['\t', 'tabs'],
    ]) {
      const text = [
        ['Name', 'Café'],
        ['Síle Oakenfell', 'é; or, so'],
      ]
        .map((row) => row.map((cell) => `"${cell}"`).join(delimiter))
        .join('\r\n');
      const result = await read(encode(text, encoding));
      expect(result).toMatchObject({
        kind: 'read',
        format: 'csv',
        readAs: `${words}, ${named}`,
        grid: [
          ['Name', 'Café'],
          ['Síle Oakenfell', 'é; or, so'],
        ],
      });
    }
  });

  it('guesses UTF-16 without a byte order mark', async () => {
    const text = 'Name;DOB\r\nOakenfell;3/2/94\r\n';
    const bytes = Buffer.from(text, 'utf16le');
    expect(await gridOf(new Uint8Array(bytes))).toEqual([
      ['Name', 'DOB'],
      ['Oakenfell', '3/2/94'],
    ]);
    expect(await gridOf(new Uint8Array(Buffer.from(bytes).swap16()))).toEqual([
      ['Name', 'DOB'],
      ['Oakenfell', '3/2/94'],
    ]);
  });

  it('reads the signs of Windows-1252 that Latin-1 has not', async () => {
    expect(await gridOf(Uint8Array.from([0x4f, 0x92, 0x42, 0x2c, 0x80, 0x0a]))).toEqual([['O’B', '€']]);
  });

  it('honours a sep= line and still counts rows as Excel does', async () => {
    const result = await read(bytesOf('sep=;\r\nName;DOB\r\na,b,c;1,2\r\nd,e,f;3,4\r\n'));
    expect(result).toMatchObject({
      readAs: 'UTF-8, semicolons',
      headingRow: 1,
      grid: [
        ['Name', 'DOB'],
        ['a,b,c', '1,2'],
        ['d,e,f', '3,4'],
      ],
    });
  });

  it('goes by whatever sign a sep= line declares, also one that nobody would guess', async () => {
    expect(await read(bytesOf('sep=:\nName:DOB\nCARTERWICK, Dean:1/2/1990\n'))).toMatchObject({
      readAs: 'UTF-8, “:” between cells',
      grid: [
        ['Name', 'DOB'],
        ['CARTERWICK, Dean', '1/2/1990'],
      ],
    });
  });

  it('is not misled by commas in names, by a title, or by notes', async () => {
    const text =
      'IOM cohort, March, 2026;;;\nNominal;DOB;RAG;Comments\nCARTERWICK, Dean;3/2/94;R;"well, yes; no"\nOAKENFELL, Sam;1/5/88;G;ring, then go\nBRAMBLECOTE, Kim;9/9/99;A;\n';
    const result = await read(bytesOf(text));
    expect(result).toMatchObject({ readAs: 'UTF-8, semicolons', headingRow: 2 });
  });

  it('keeps new lines in quotation marks, doubled marks, ragged rows and empty rows', async () => {
    expect(await gridOf(bytesOf('Name,Note,More\n"A","first\r\nsecond ""so"""\n\nB,6" knife,x,y\n\n'))).toEqual([
      ['Name', 'Note', 'More'],
      ['A', 'first\nsecond "so"'],
      [''],
      ['B', '6" knife', 'x', 'y'],
    ]);
  });

  it('names the line of a quotation mark that is not closed', async () => {
    expect(await problemOf(bytesOf('Name,Note\nA,"so\nB,it goes\nC,on\n'))).toMatchObject({
      problem: 'unclosed-quote',
      message: expect.stringContaining('line 2'),
    });
    expect(await problemOf(bytesOf('sep=,\nName,Note\nA,x\nB,"so\nC,on\n'))).toMatchObject({ message: expect.stringContaining('line 4') });
    expect(await problemOf(bytesOf('Name,Note\nA,"so\nB,"it goes on"\nC,y\n'))).toMatchObject({
      problem: 'unclosed-quote',
      message: expect.stringContaining('line 2'),
    });
  });

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a file with nothing but spaces', bytesOf(' \r\n\r\n'), 'empty'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array.from({ length: 400 }, (_, at) => (at * 37) % 32)]),
      'not-a-spreadsheet',
    ],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'other-format'],
    ['a web page called .xls', bytesOf('<html><table><tr><td>Name</td></tr></table></html>'), 'other-format'],
    ['a piece of a web page', bytesOf('\ufeff <div class="x"><table><tr><td>Name</td></tr></table></div>'), 'other-format'],
    ['a web page that begins with a remark', bytesOf('<!-- export --><html><table>'), 'other-format'],
    ['a web page in UTF-16', encode('<table><tr><td>Name</td></tr></table>', 'utf-16le'), 'other-format'],
    ['an XML spreadsheet', bytesOf('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas"></Workbook>'), 'other-format'],
    ['any other XML', bytesOf('<?xml version="1.0"?><cohort><surname>X</surname></cohort>'), 'other-format'],
    ['a rich text document', bytesOf('{\\rtf1\\ansi Surname}'), 'other-format'],
    ['an e-mail', bytesOf('From: a@example.invalid\r\nTo: b@example.invalid\r\n\r\nHello,'), 'other-format'],
    ['a calendar', bytesOf('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'), 'other-format'],
    ['an Excel file from before there were .xlsx and .xls alike', Uint8Array.from([9, 4, 6, 0, 0, 4, 16, 0]), 'old-excel'],
    ['more than 500 columns', bytesOf(`${','.repeat(600)}x`), 'too-many-cells'],
    ['more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1), 'too-big'],
  ])('refuses %s in plain words', async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toMatchObject({ problem, message: expect.stringMatching(/^[A-Z].*\.$/s) });
  });

  it('knows the note that Excel keeps beside an open workbook by its name', async () => {
    expect(await readSpreadsheet(bytesOf('\u0005M Larkspur   '), '~$cohort.xlsx')).toMatchObject({
      message: expect.stringContaining('Choose the workbook itself.'),
    });
  });

  it('reads a quotation mark that opens behind spaces, and none that stands in a text', async () => {
    expect(await gridOf(bytesOf('Name, Note,  More\n"CARTERWICK", "Dean, ""D""",  "x\ny" \nB, "so" he said,6" knife\n'))).toEqual([
      ['Name', ' Note', '  More'],
      ['CARTERWICK', 'Dean, "D"', 'x\ny'],
      ['B', ' "so" he said', '6" knife'],
    ]);
  });

  it('takes off what keeps a number whole in Excel, and leaves a formula that was guarded', async () => {
    expect(await gridOf(bytesOf('PNC,Note\n="08/0001234K","=""0012"""\n\'="x",=1+1\n'))).toEqual([
      ['PNC', 'Note'],
      ['08/0001234K', '0012'],
      ['="x"', '=1+1'],
    ]);
  });

  it('has nothing to say of lines inside cells that end otherwise than the rows, as Excel saves them', async () => {
    const { remarks } = (await read(bytesOf('Name,Note\r\nA,"one\ntwo"\r\n'))) as { remarks: readonly string[] };
    expect(remarks).toEqual([]);
  });

  it('takes another heading row where one is asked for, within the file', async () => {
    const bytes = bytesOf('Nominal,DOB\na,b\nc,d\n');
    expect(await readSpreadsheet(bytes, 'a.csv', { headingRow: 2 })).toMatchObject({ headingRow: 2 });
    expect(await readSpreadsheet(bytes, 'a.csv', { headingRow: 999 })).toMatchObject({ headingRow: 3 });
  });

  it('never throws, whatever bytes it is given', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'sep=;\n', 'PK\u0003\u0004', '"', '\u00d0\u00cf\u0011\u00e0'),
        async (bytes, start) => {
          const all = Uint8Array.from([...[...start].map((sign) => sign.charCodeAt(0)), ...bytes]);
          expect(['read', 'problem']).toContain((await read(all)).kind);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('writing CSV', () => {
  it('writes UTF-8 with a byte order mark, CRLF and quotation marks where they are needed', () => {
    const bytes = writeCsv([
      ['Name', 'Note'],
      ['O’Brien-Oakenfell', 'say "so", then\ngo'],
    ]);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('Name,Note\r\nO’Brien-Oakenfell,"say ""so"", then\ngo"\r\n');
  });

  it.each(['=cmd|"/c calc"!A1', '+44 7700 900123', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1+1', '＝1+1', "'=1", "''@x"])(
    'makes %j plain text for a spreadsheet',
    (cell) => {
      expect(guard(cell)).toBe(`'${cell}`);
      expect(unguard(guard(cell))).toBe(cell);
    },
  );

  it.each(["O'Oakenfell", "'tis", 'a=b', '3/2/94', '', 'x-ray'])('leaves %j alone', (cell) => {
    expect(guard(cell)).toBe(cell);
    expect(unguard(cell)).toBe(cell);
  });

  it('never writes a cell that begins with a sign that is run', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', "'"), (text, start) => {
        for (const cell of [text, start + text]) {
          expect(guard(cell)).not.toMatch(/^[=+\-@\t\r]/);
          expect(unguard(guard(cell))).toBe(cell);
        }
      }),
    );
  });

  // Without control characters, which make a file binary, and without what the encoding cannot say.
  const sign = (encoding: Encoding) =>
    encoding === 'windows-1252'
      ? fc.constantFrom(...'abzé£ÿ,;\t|"\n \'=+-@01')
      : fc.oneof(fc.constantFrom(...'abzé’,;\t|"\n \'=+-@01'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
  const gridFor = (encoding: Encoding) =>
    fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(fc.string({ unit: sign(encoding), maxLength: 12 }), { minLength: width, maxLength: width }), { maxLength: 12 }),
      );

  it.each(encodings.flatMap((encoding) => delimiters.map((delimiter) => [encoding, delimiter] as const)))(
    'reads back what was written as %s with %j',
    async (encoding, delimiter: Delimiter) => {
      await fc.assert(
        fc.asyncProperty(gridFor(encoding), async (rows) => {
          // A heading with a letter outside ASCII before a delimiter, which is never valid UTF-8 by chance.
          const width = rows[0]?.length ?? 1;
          const grid = [[...Array.from({ length: width }, (_, at) => `Head${at}`), 'Café'], ...rows.map((row) => [...row, 'end'])];
          const text = csvText(grid, delimiter);
          expect(await gridOf(encode(text, encoding))).toEqual(grid);
        }),
        { numRuns: 60 },
      );
    },
  );
});
