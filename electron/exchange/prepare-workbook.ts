import { crc32 } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnLetters } from '../../shared/import/cell-text';
import { noFacts, type SheetFacts } from '../../shared/import/lay-out-sheet';
import { counted } from '../../shared/language/counted';
import { cellFormats, remarksOnLooks } from './cell-looks';
import { inspectArchive } from './inspect-archive';
import { readSheetFacts, sheetFiles } from './sheet-facts';
import { mostColumns, mostRows, type UnreadableSpreadsheet, unreadable } from './spreadsheet';

/** A workbook of 20,000 rows and 40 columns unpacks to some 60 MB. */
const mostUnpackedBytes = 300 * 1024 * 1024;
const mostEntries = 5_000;

/** What a reader of cells needs. Pictures, charts, pivot caches and macros are never unpacked. */
const isNeeded = (name: string) =>
  /^(\[Content_Types\]|_rels\/|xl\/).*\.(xml|rels)$/i.test(name) &&
  !/\/(media|drawings|charts|pivot\w*|theme|externalLinks|ctrlProps|revisions)\//i.test(name);

export interface PreparedWorkbook {
  readonly kind: 'prepared';
  readonly bytes: Uint8Array;
  /** What a sheet says of its cells besides what they hold. */
  readonly facts: (sheet: string) => SheetFacts;
  readonly countsFrom1904: boolean;
  /** Whole sentences about what a sheet says by its looks and in comments, which is not read. @param headingRow from 1. */
  readonly remarksOn: (sheet: string, headingRow: number) => readonly string[];
}

const isWorksheet = (text: string) => /<(?:\w+:)?sheetData\b/.test(text);

/**
 * Unpacks a workbook within bounds and packs it again, without compression, so that it is safe and whole to read:
 * cells with a failed formula become the text of the failure (they would be read as empty), dates written as text stay
 * as written (they would be taken for local time), and formatted but empty cells and rows go (they may run to row 1,048,576).
 */
export function prepareWorkbook(bytes: Uint8Array): PreparedWorkbook | UnreadableSpreadsheet {
  const damaged = unreadable(
    'damaged',
    'This Excel file is damaged and cannot be read. Open it in Excel, save it again under another name, and choose that.',
  );
  const entries = inspectArchive(bytes);
  if (!entries) return damaged;
  const foreign = foreignFormat(new Set(entries.map(({ name }) => name)));
  if (foreign) return foreign;
  const needed = entries.filter(({ name }) => isNeeded(name));
  const unpacked = needed.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > mostUnpackedBytes || entries.length > mostEntries || new Set(needed.map(({ name }) => name)).size !== needed.length) {
    return unreadable(
      'too-big',
      'This Excel file would unpack to far more than a cohort needs, so it was not opened. Copy the rows into a new workbook and choose that.',
    );
  }
  const promised = new Map(needed.map((entry) => [entry.name, entry]));
  try {
    const files = unzipSync(bytes, { filter: ({ name, originalSize }) => promised.get(name)?.unpackedBytes === originalSize });
    // A bit that fell over on a stick still unpacks, to another name or day.
    if (Object.entries(files).some(([name, content]) => crc32(content) !== promised.get(name)?.checksum)) return damaged;
    const prepared: Record<string, Uint8Array> = {};
    for (const [name, content] of Object.entries(files)) {
      const text = /\.xml$/i.test(name) && content.length > 0 ? strFromU8(content) : '';
      if (text === '' || !isWorksheet(text)) {
        prepared[name] = content;
        continue;
      }
      const sheet = prepareSheet(text);
      if (typeof sheet !== 'string') return sheet;
      prepared[name] = strToU8(sheet);
    }
    const counting = countsFrom1904(files);
    // The reader of cells knows the 1 of Excel alone, and not the true that other programs write.
    if (counting) prepared[workbookFile] = strToU8(textOf(prepared[workbookFile]).replace(date1904, '$1"1"'));
    const sheets = sheetFiles(textOf(files[workbookFile]), textOf(files['xl/_rels/workbook.xml.rels']));
    const formats = cellFormats(textOf(files['xl/styles.xml']));
    return {
      kind: 'prepared',
      bytes: zipSync(prepared, { level: 0 }),
      countsFrom1904: counting,
      facts(sheet) {
        const one = sheets.get(sheet);
        return one ? readSheetFacts(textOf(files[one.file]), one.isHidden) : noFacts;
      },
      remarksOn(sheet, headingRow) {
        const { file = '' } = sheets.get(sheet) ?? {};
        return [...remarksOnLooks(textOf(files[file]), formats, headingRow), ...remarksOnComments(files, file)];
      },
    };
  } catch {
    return damaged;
  }
}

const textOf = (content: Uint8Array | undefined) => (content ? strFromU8(content) : '');

const workbookFile = 'xl/workbook.xml';
const date1904 = /(<(?:\w+:)?workbookPr\b[^>]*\bdate1904=)["'](?:1|true|on)["']/;

const countsFrom1904 = (files: Readonly<Record<string, Uint8Array>>) => date1904.test(textOf(files[workbookFile]));

/** Comments lie beside the sheet in a file of their own, old and new ones in two. */
function remarksOnComments(files: Readonly<Record<string, Uint8Array>>, sheet: string): readonly string[] {
  const relations = textOf(files[sheet.replace(/([^/]+)$/, '_rels/$1.rels')]);
  const names = [...relations.matchAll(/Target="(?:\.\.|\/xl)\/(comments\/?[^"/]*\.xml|comments\d*\.xml)"/g)].map(
    ([, name]) => `xl/${name}`,
  );
  const count = names.reduce((sum, name) => sum + (textOf(files[name]).match(/<(?:\w+:)?comment\b/g)?.length ?? 0), 0);
  return count === 0 ? [] : [`${counted(count, 'cell has a comment', 'cells have comments')}. Comments are not read.`];
}

/** Formatting a whole column can leave a million of them. One without a number is kept: the next counts from it. */
const emptyRow = /<(?:\w+:)?row\b([^<>]*)(?:\/>|(?<!\/)>\s*<\/(?:\w+:)?row>)/g;

function prepareSheet(xml: string): string | UnreadableSpreadsheet {
  let farthest: string | null = null;
  const text = numberCells(xml)
    .replace(/<((?:\w+:)?c)\b([^<>]*)>\s*<\/\1>/g, '')
    .replace(/<((?:\w+:)?)c\b([^<>]*)>/g, (_, prefix: string, attributes: string) => {
      if (attributes.endsWith('/')) return '';
      const place = /\br=["']([A-Z]{1,3})(\d{1,7})["']/i.exec(attributes);
      if (place && (lettersAsNumber((place[1] ?? '').toUpperCase()) > mostColumns || Number(place[2]) > mostRows))
        farthest ??= `${place[1]}${place[2]}`;
      return `<${prefix}c${attributes.replace(/\bt="[ed]"/, 't="str"')}>`;
    });
  if (farthest === null) return text.replace(emptyRow, (row, attributes: string) => (/\br="/.test(attributes) ? '' : row));
  const bound = `${columnLetters(mostColumns - 1)}${mostRows.toLocaleString('en-GB')}`;
  return unreadable(
    'too-many-cells',
    `There is something in cell ${farthest}, far outside any table; at most the cells up to ${bound} are read. Delete it, save the workbook and choose it again.`,
  );
}

/** Where cells stand may be left unsaid, and some programs leave it; the reader of cells wants it. Either all say it or none. */
function numberCells(xml: string): string {
  const [first] = /<(?:\w+:)?c\b[^<>]*>/.exec(xml) ?? [];
  if (first === undefined || /\sr\s*=/.test(first)) return xml;
  let row = 0;
  let column = 0;
  return xml.replace(/<((?:\w+:)?)(row|c)\b([^<>]*)>/g, (whole, prefix: string, name: string, attributes: string) => {
    const [, place] = /\sr\s*=\s*["'](?:[A-Z]*)(\d+)["']/.exec(attributes) ?? [];
    if (name === 'row') {
      row = place === undefined ? row + 1 : Number(place);
      column = 0;
      return place === undefined ? `<${prefix}row r="${row}"${attributes}>` : whole;
    }
    column += 1;
    return place === undefined ? `<${prefix}c r="${columnLetters(column - 1)}${row}"${attributes}>` : whole;
  });
}

function lettersAsNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Other formats that are ZIP archives too. */
function foreignFormat(names: ReadonlySet<string>): UnreadableSpreadsheet | null {
  const saveAs = 'Open it, choose Save As, “Excel Workbook (.xlsx)”, and choose that file.';
  if (names.has('xl/workbook.bin'))
    return unreadable('other-format', `This is an Excel binary workbook (.xlsb), which cannot be read here. ${saveAs}`);
  if (names.has('xl/workbook.xml')) return null;
  if (names.has('content.xml')) return unreadable('other-format', `This is an OpenDocument file, which cannot be read here. ${saveAs}`);
  if (names.has('word/document.xml'))
    return unreadable('other-format', 'This is a Word document, not a spreadsheet. Copy its table into an Excel workbook and choose that.');
  if ([...names].some((name) => name.startsWith('Index/') || name.endsWith('.iwa')))
    return unreadable('other-format', 'This is a Numbers spreadsheet. In Numbers choose File, Export To, Excel, and choose that file.');
  return [...names].some((name) => /^xl\//i.test(name))
    ? null
    : unreadable('not-a-spreadsheet', 'This is a ZIP archive, not a spreadsheet. Unpack it first and choose the spreadsheet inside.');
}
