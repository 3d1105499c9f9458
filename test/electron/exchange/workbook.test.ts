import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcel, { type SheetData } from 'write-excel-file/node';
import { inspectArchive } from '../../../electron/exchange/inspect-archive';
import { prepareWorkbook } from '../../../electron/exchange/prepare-workbook';
import { readSpreadsheet } from '../../../electron/exchange/read-spreadsheet';
import { workbookOf } from '../../support/workbook';

const bytesOf = async (data: SheetData) => new Uint8Array(await writeExcel(data).toBuffer());
const read = (bytes: Uint8Array, choice = {}) => readSpreadsheet(bytes, 'cohort.xlsx', choice);
const text = (value: string) => ({ value, type: String });
const day = (value: string, format = 'dd/mm/yyyy') => ({ value: new Date(value), type: Date, format });

async function problemOf(bytes: Uint8Array) {
  const result = await read(bytes);
  return result.kind === 'problem' ? result : null;
}

/** A workbook with a second sheet of 1 MB, for which its directory promises another size. */
function promising(bytes: number): Uint8Array {
  const archive = workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>', { 'xl/worksheets/sheet2.xml': ' '.repeat(1024 * 1024) });
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = 0; at + 28 < archive.length; at += 1) {
    const isEntry = view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 1024 * 1024;
    if (isEntry) view.setUint32(at + 24, bytes, true);
  }
  return archive;
}

describe('reading an Excel workbook', () => {
  it('reads dates as dates, numbers as they are, and text untouched', async () => {
    const bytes = await bytesOf([
      [text('Nominal'), text('DOB'), text('OGRS3'), text('Seen'), text('Yes')],
      [
        text(' CARTERWICK, Dean & <co> '),
        day('1994-02-03'),
        { value: 78, type: Number },
        day('2026-03-03T14:30:00Z', 'dd/mm/yyyy hh:mm'),
        { value: true, type: Boolean },
      ],
      [text('OAKENFELL, Sam'), text('3/2/94'), { value: 0.1, type: Number }, null, null],
    ]);
    expect(await read(bytes)).toMatchObject({
      kind: 'read',
      format: 'xlsx',
      headingRow: 1,
      grid: [
        ['Nominal', 'DOB', 'OGRS3', 'Seen', 'Yes'],
        [' CARTERWICK, Dean & <co> ', '3 Feb 1994', '78', '3 Mar 2026 14:30', 'TRUE'],
        ['OAKENFELL, Sam', '3/2/94', '0.1', '', ''],
      ],
    });
  });

  it('takes the sheet most like a cohort, and another where asked', async () => {
    const bytes = new Uint8Array(
      await writeExcel([
        { sheet: 'Key', data: [[text('R is Red')]] },
        {
          sheet: 'Cohort',
          data: [[text('A title')], [], [text('Nominal'), text('DOB'), text('RAG')], [text('CARTERWICK, Dean'), text('3/2/94'), text('R')]],
        },
      ]).toBuffer(),
    );
    expect(await read(bytes)).toMatchObject({ sheets: ['Key', 'Cohort'], sheet: 'Cohort', readAs: 'sheet Cohort', headingRow: 3 });
    expect(await read(bytes, { sheet: 'Key' })).toMatchObject({ sheet: 'Key', grid: [['R is Red']] });
    expect(await read(bytes, { sheet: 'Gone' })).toMatchObject({ kind: 'problem', problem: 'no-such-sheet' });
  });

  it('reads formulas by their result, and keeps failed ones to be seen', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>OGRS3</t></is></c></row>' +
      '<row r="2"><c r="A2" t="str"><f>B9&amp;C9</f><v>OAKENFELL</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>' +
      '<row r="3"><c r="A3" t="e"><f>X!A1</f><v>#REF!</v></c><c r="B3" t="str"><f>TODAY()</f></c></row>' +
      '<row r="4"><c r="A4" t="d"><v>2026-03-29T00:00:00</v></c></row>';
    expect(await read(workbookOf(rows))).toMatchObject({
      grid: [
        ['Name', 'OGRS3'],
        ['OAKENFELL', '2'],
        ['#REF!', '#NOT CALCULATED!'],
        ['2026-03-29T00:00:00', ''],
      ],
    });
  });

  it('keeps the numbers of rows over gaps and lets go of formatted but empty cells', async () => {
    const empties = Array.from(
      { length: 3_000 },
      (_, at) => `<row r="${at + 10}"><c r="A${at + 10}" s="0"/><c r="XFD${at + 10}" s="0"></c></row>`,
    ).join('');
    const rows = `<row r="3"><c r="B3" t="inlineStr"><is><t>x</t></is></c></row><row r="5"><c r="A5"><v>1</v></c></row>${empties}<row r="1048576"><c r="A1048576" s="0"/></row>`;
    expect(await read(workbookOf(rows))).toMatchObject({
      grid: [
        ['', ''],
        ['', ''],
        ['', 'x'],
        ['', ''],
        ['1', ''],
      ],
    });
  });

  it('lets go of formatted but empty rows before the cells are read, and keeps those that say no number', () => {
    const empties = Array.from(
      { length: 50_000 },
      (_, at) => `<row r="${at + 9}" s="1" customFormat="1"><c r="A${at + 9}" s="1"/></row>`,
    ).join('');
    const prepared = prepareWorkbook(
      workbookOf(
        `<row r="1"><c r="A1"><v>1</v></c></row><row><c/></row><row r="3" ht="15"/><row r="4"><c r="A4"><v>2</v></c></row>${empties}`,
      ),
    );
    if (prepared.kind === 'problem') throw new Error(prepared.message);
    const sheet = strFromU8(unzipSync(prepared.bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<row\b[^>]*>/g)).toEqual(['<row r="1">', '<row>', '<row r="4">']);
  });

  it.each(['A1048576', 'XFD1'])('refuses a workbook with something far away in %s instead of building the sheet', async (cell) => {
    const row = cell.replace(/\D/g, '');
    const problem = await problemOf(workbookOf(`<row r="${row}"><c r="${cell}"><v>1</v></c></row>`));
    expect(problem).toMatchObject({ problem: 'too-many-cells', message: expect.stringContaining(cell) });
  });

  it('refuses an archive that promises to unpack to more than a cohort needs', async () => {
    expect(await problemOf(promising(350 * 1024 * 1024))).toMatchObject({ problem: 'too-big' });
  });

  it('does not unpack more than the directory of the archive promises', async () => {
    const lying = promising(10);
    expect(['read', 'problem']).toContain((await read(lying)).kind);
    expect(inspectArchive(lying)?.find(({ name }) => name.endsWith('sheet2.xml'))?.unpackedBytes).toBe(10);
  });

  it.each([
    [
      'a workbook with a password',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('....EncryptedPackage', 'utf16le')]),
      'locked',
      'password',
    ],
    [
      'a Word document from before 2007',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('WordDocument', 'utf16le')]),
      'other-format',
      'Word',
    ],
    [
      'a message saved from Outlook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('__substg1.0_', 'utf16le')]),
      'other-format',
      'attached',
    ],
    [
      'a workbook in the old format',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('Workbook', 'utf16le')]),
      'old-excel',
      '.xls',
    ],
    ['an OpenDocument sheet', zipSync({ 'content.xml': strToU8('<x/>') }), 'other-format', 'OpenDocument'],
    ['a Numbers sheet', zipSync({ 'Index/Document.iwa': strToU8('x') }), 'other-format', 'Numbers'],
    ['a binary workbook', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'other-format', '.xlsb'],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'other-format', 'Word'],
    ['any other archive', zipSync({ 'readme.txt': strToU8('x') }), 'not-a-spreadsheet', 'ZIP'],
    ['a workbook with nothing in it', workbookOf(''), 'empty', 'Nothing'],
    ['a workbook without its sheets', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'damaged', 'damaged'],
    ['a workbook cut short', workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, 300), 'damaged', 'damaged'],
  ])('refuses %s in plain words', async (_, bytes, problem, word) => {
    expect(await problemOf(bytes)).toMatchObject({ problem, message: expect.stringContaining(word) });
  });

  it('never throws and always ends, however a workbook is damaged', async () => {
    const whole = workbookOf('<row r="1"><c r="A1" t="inlineStr"><is><t>Nominal</t></is></c><c r="B1"><v>2</v></c></row>');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        expect(['read', 'problem']).toContain((await read(bytes)).kind);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws over XML that is not as it should be', async () => {
    const piece = fc.constantFrom(
      '<row r="1">',
      '</row>',
      '<c r="A1">',
      '<c>',
      '</c>',
      '<v>1</v>',
      '<v>',
      '&#0;',
      '&amp;',
      '<c r="B1" t="s"><v>9</v></c>',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
      '&a;',
      '<is><t>x</t></is>',
      ']]>',
      '<c r="A0"/>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        expect(['read', 'problem']).toContain((await read(workbookOf(pieces.join('')))).kind);
      }),
      { numRuns: 200 },
    );
  });

  it('lists what an archive promises without unpacking it', () => {
    const archive = zipSync({ 'a.xml': strToU8('x'.repeat(1_000)) });
    expect(inspectArchive(archive)).toEqual([expect.objectContaining({ name: 'a.xml', unpackedBytes: 1_000 })]);
    expect(unzipSync(archive)['a.xml']?.length).toBe(1_000);
    expect(inspectArchive(new Uint8Array(10))).toBeNull();
  });
});
