import readSheets from 'read-excel-file/universal';
import { type Grid, likenessToCohort } from '../../shared/import/find-headings';
import { layOutSheet } from '../../shared/import/lay-out-sheet';
import { formatPlainDay } from '../../shared/language/dates';
import { listedUpTo } from '../../shared/language/listed';
import { prepareWorkbook } from './prepare-workbook';
import {
  mostCells,
  type ReadSpreadsheet,
  type SpreadsheetChoice,
  type UnreadableSpreadsheet,
  unreadable,
  withoutTrailingRows,
} from './spreadsheet';

interface Sheet {
  readonly name: string;
  readonly grid: Grid;
}

/** Reads an Excel workbook: formulas by their last result, dates as `3 Mar 2026`. Without a choice of sheet, the one most like a cohort. */
export async function readWorkbook(bytes: Uint8Array, choice: SpreadsheetChoice): Promise<ReadSpreadsheet | UnreadableSpreadsheet> {
  const chosen = choice.sheet ?? null;
  const prepared = prepareWorkbook(bytes);
  if (prepared.kind === 'problem') return prepared;
  const sheets = await sheetsOf(prepared.bytes);
  if (!sheets)
    return unreadable(
      'damaged',
      'This Excel file is damaged and cannot be read. Open it in Excel, save it again under another name, and choose that.',
    );
  const best = sheets.toSorted((one, other) => likenessToCohort(other.grid) - likenessToCohort(one.grid))[0];
  const sheet = chosen === null ? best : sheets.find(({ name }) => name === chosen);
  if (!sheet) return unreadable('no-such-sheet', 'That sheet is no longer in the workbook. Choose the file again.');
  if (sheets.every(({ grid }) => grid.length === 0))
    return unreadable('empty', 'Nothing is written in this workbook. Choose the file that holds the cohort.');
  const cells = sheet.grid.reduce((sum, row) => sum + row.length, 0);
  if (cells > mostCells)
    return unreadable('too-many-cells', 'This sheet has more cells than can be imported at once. Split it into smaller sheets.');
  const laidOut = layOutSheet(sheet.grid, prepared.facts(sheet.name), choice.isHiddenLeftOut ?? false, choice.headingRow);
  const others = sheets.filter((one) => one !== sheet && one.grid.length > 1).map(({ name }) => name);
  return {
    kind: 'read',
    format: 'xlsx',
    readAs: `sheet ${sheet.name}`,
    sheets: sheets.map(({ name }) => name),
    sheet: sheet.name,
    ...laidOut,
    remarks: [...remarksOnSheets(others), ...laidOut.remarks, ...prepared.remarksOn(sheet.name, laidOut.headingRow)],
    countsFrom1904: prepared.countsFrom1904,
  };
}

const mostNamed = 5;

function remarksOnSheets(others: readonly string[]): readonly string[] {
  if (others.length === 0) return [];
  return [
    `Only this sheet is read. There ${others.length === 1 ? 'is another' : 'are others'} with something in ${others.length === 1 ? 'it' : 'them'}: ${listedUpTo(others, mostNamed)}.`,
  ];
}

async function sheetsOf(prepared: Uint8Array): Promise<readonly Sheet[] | null> {
  try {
    // A copy, for the reader takes a whole ArrayBuffer. Untrimmed: trimming belongs to the reading of cells.
    const read = await readSheets<string>(prepared.slice().buffer, { trim: false, parseNumber: numberAsText });
    return read.map(({ sheet, data }) => ({ name: sheet, grid: withoutTrailingRows(data.map((row) => row.map(cellAsText))) }));
  } catch {
    return null;
  }
}

/** Excel stores 0.1 + 0.2 as 0.30000000000000004 and long numbers with an exponent; identifiers keep all their digits. */
function numberAsText(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const number = Number(raw);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : raw;
}

function cellAsText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateAsText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}

/** Excel has no zone: what it shows is UTC here. A time of day alone counts as a day before 1900. */
function dateAsText(date: Date): string {
  // To the nearest minute, since fractions of a day are not exact.
  const rounded = new Date(Math.round(date.getTime() / 60_000) * 60_000);
  if (Number.isNaN(rounded.getTime())) return '';
  const iso = rounded.toISOString();
  const time = iso.slice(-13, -8);
  if (rounded.getUTCFullYear() < 1900) return time;
  const day = formatPlainDay(iso.slice(0, 10));
  return time === '00:00' ? day : `${day} ${time}`;
}
