import Papa from 'papaparse';
import { findHeadingRow } from '../../shared/import/find-headings';
import { joinNames } from '../../shared/import/join-names';
import { decodeText } from './decode-text';
import { unguard } from './formula-guard';
import { withoutSpacesBeforeQuotes } from './quoted-cells';
import { type Delimiter, delimiterWords, sniffDelimiter } from './sniff-delimiter';
import {
  mostCells,
  mostColumns,
  mostRows,
  type ReadSpreadsheet,
  type UnreadableSpreadsheet,
  unreadable,
  withoutTrailingRows,
} from './spreadsheet';

const separatorLine = /^"?sep=(.)"?\n/i;

/** Reads text with delimiters. Rows may be of different lengths; cells keep their spaces and line ends (as `\n`). */
export function readCsv(bytes: Uint8Array): ReadSpreadsheet | UnreadableSpreadsheet {
  const decoded = decodeText(bytes);
  if (!decoded) {
    return unreadable(
      'not-a-spreadsheet',
      'This file is not a spreadsheet. Choose an Excel workbook (.xlsx), or a CSV file saved from Excel.',
    );
  }
  const text = decoded.text
    .replaceAll('\0', '')
    .replace(/^\ufeff+/, '')
    .replace(/\r\n?/g, '\n');
  const declared = separatorLine.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  if (body.trim() === '') return unreadable('empty', 'This file is empty. Choose the file that holds the cohort.');
  // Whatever a file declares goes, but for a letter or figure, which a line of names may begin with as well.
  const said = declared?.[1] ?? '';
  const delimiter = /^(\t|[^\p{L}\p{N}"\s])$/u.test(said) ? said : sniffDelimiter(body);

  const parsed = Papa.parse<string[]>(withoutSpacesBeforeQuotes(body, delimiter), {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    escapeChar: '"',
    header: false,
    skipEmptyLines: false,
  });
  const openAt = unclosedQuote(parsed, body);
  if (openAt !== null) {
    const line = openAt + (declared ? 1 : 0);
    return unreadable(
      'unclosed-quote',
      `A quotation mark on line ${line} is opened and not closed, so it cannot be told where that row ends. Correct line ${line}, or save the file as an Excel workbook (.xlsx) and choose that.`,
    );
  }
  const { grid, hasJoined } = joinNames(withoutTrailingRows(parsed.data.map((row) => row.map(asShown))));
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (grid.length > mostRows || grid.length * width > mostCells) {
    return unreadable(
      'too-many-cells',
      `This file has ${grid.length.toLocaleString('en-GB')} rows, more than can be imported at once. Split it into smaller files.`,
    );
  }
  if (width > mostColumns) {
    return unreadable(
      'too-many-cells',
      `A row of this file has ${width.toLocaleString('en-GB')} cells; at most ${mostColumns} columns are read. Check the file, or split it.`,
    );
  }
  return {
    kind: 'read',
    format: 'csv',
    readAs: describe(decoded.encoding, delimiter),
    sheets: [],
    sheet: null,
    grid,
    headingRow: findHeadingRow(grid),
    hidden: null,
    remarks: [...remarksOn(decoded.text), ...(hasJoined ? [namesJoined] : [])],
    countsFrom1904: false,
  };
}

const namesJoined =
  'The names have a comma in them and no quotation marks around them, so each was put together again from two cells. Look whether they are right.';

/** `="08/1234K"` is how programs keep Excel from taking a number apart, and what Excel shows is the text alone. */
function asShown(cell: string): string {
  const kept = /^="((?:[^"]|"")*)"$/.exec(cell);
  return kept ? (kept[1] ?? '').replaceAll('""', '"') : unguard(cell);
}

/** What was mended on the way, so that nobody is left to wonder. */
function remarksOn(text: string): readonly string[] {
  const remarks: string[] = [];
  if (text.includes('\0'))
    remarks.push('The file holds signs that are no text (NUL); they were taken out. Look whether a cell is cut short.');
  const endings = /\r\n|\r|\n/g;
  // Excel itself ends the lines inside a cell in another way than the rows.
  if (new Set(text.match(endings)).size > 1 && new Set(text.replace(/"[^"]*"/g, '').match(endings)).size > 1)
    remarks.push('Lines end in different ways in this file; each was taken for the end of a line.');
  return remarks;
}

function describe(encoding: string, delimiter: string): string {
  return `${encoding}, ${delimiterWords[delimiter as Delimiter] ?? `“${delimiter}” between cells`}`;
}

/**
 * The line, from 1, on which a cell is opened by a quotation mark that does not close where a cell can end. Papa reads
 * on to the next such mark, and may swallow whole rows: people would go missing without a word.
 */
function unclosedQuote({ errors, data }: Papa.ParseResult<string[]>, body: string): number | null {
  for (const error of errors) {
    if (error.type !== 'Quotes') continue;
    const row = data[error.row ?? -1];
    const hasSwallowed = error.code === 'MissingQuotes' || row?.some((cell) => cell.includes('\n') && cell.includes('"'));
    if (hasSwallowed) return body.slice(0, error.index ?? 0).split('\n').length;
  }
  return null;
}
