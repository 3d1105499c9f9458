import { crc32 } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnLetters } from '../../shared/import/cell-text';
import { noFacts, type SheetFacts } from '../../shared/import/lay-out-sheet';
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
    return { kind: 'prepared', bytes: zipSync(prepared, { level: 0 }), facts: factsOf(files), countsFrom1904: countsFrom1904(files) };
  } catch {
    return damaged;
  }
}

const textOf = (content: Uint8Array | undefined) => (content ? strFromU8(content) : '');

function factsOf(files: Readonly<Record<string, Uint8Array>>): (sheet: string) => SheetFacts {
  const found = sheetFiles(textOf(files['xl/workbook.xml']), textOf(files['xl/_rels/workbook.xml.rels']));
  return (sheet) => {
    const one = found.get(sheet);
    return one ? readSheetFacts(textOf(files[one.file]), one.isHidden) : noFacts;
  };
}

function countsFrom1904(files: Readonly<Record<string, Uint8Array>>): boolean {
  return /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(1|true)"/.test(textOf(files['xl/workbook.xml']));
}

/** Formatting a whole column can leave a million of them. One without a number is kept: the next counts from it. */
const emptyRow = /<(?:\w+:)?row\b([^<>]*)(?:\/>|(?<!\/)>\s*<\/(?:\w+:)?row>)/g;

function prepareSheet(xml: string): string | UnreadableSpreadsheet {
  let farthest: string | null = null;
  const text = xml
    .replace(/<((?:\w+:)?c)\b([^<>]*)>\s*<\/\1>/g, '')
    .replace(/<((?:\w+:)?)c\b([^<>]*)>/g, (_, prefix: string, attributes: string) => {
      if (attributes.endsWith('/')) return '';
      const place = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes);
      if (place && (lettersAsNumber(place[1] ?? '') > mostColumns || Number(place[2]) > mostRows)) farthest ??= `${place[1]}${place[2]}`;
      return `<${prefix}c${attributes.replace(/\bt="[ed]"/, 't="str"')}>`;
    });
  if (farthest === null) return text.replace(emptyRow, (row, attributes: string) => (/\br="/.test(attributes) ? '' : row));
  const bound = `${columnLetters(mostColumns - 1)}${mostRows.toLocaleString('en-GB')}`;
  return unreadable(
    'too-many-cells',
    `There is something in cell ${farthest}, far outside any table; at most the cells up to ${bound} are read. Delete it, save the workbook and choose it again.`,
  );
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
