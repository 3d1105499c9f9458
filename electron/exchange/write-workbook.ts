import writeExcel, { type CellObject, type SheetData } from 'write-excel-file/node';
import { cellAsText, type ExportSheet, type SheetCell } from './sheet-cells';

export interface NamedSheet extends ExportSheet {
  /** At most 31 characters and none of `[]:*?/\`, as Excel has it. */
  readonly name: string;
}

const longestCell = 32_767;

/**
 * An Excel workbook. Texts are stored as texts, so that nothing in them is ever run; days are real dates, which sort and
 * filter; headings stay in sight.
 */
export async function writeWorkbook(sheets: readonly NamedSheet[]): Promise<Uint8Array> {
  const made = sheets.map(({ name, headings, rows }) => ({
    sheet: name,
    data: [
      headings.map((value): CellObject => ({ value, type: String, fontWeight: 'bold' })),
      ...rows.map((row) => row.map(excelCell)),
    ] as SheetData,
    columns: headings.map((heading, at) => ({ width: widthOf(heading, rows, at) })),
    stickyRowsCount: 1,
  }));
  return new Uint8Array(await writeExcel(made).toBuffer());
}

function excelCell(cell: SheetCell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'object') {
    const written = cellAsText(cell);
    if (written === '') return null;
    const isDay = 'day' in cell;
    // Excel knows no zones: what is stored is what clocks show here.
    const value = new Date(isDay ? `${written}T00:00:00Z` : `${written.replace(' ', 'T')}:00Z`);
    if (!isExcelDay(value, written)) return { value: written, type: String };
    return { value, type: Date, format: isDay ? 'dd mmm yyyy' : 'dd mmm yyyy hh:mm' };
  }
  return { value: excelText(cell), type: String, wrap: cell.includes('\n') };
}

/** Excel counts a 29 February 1900 that never was, and knows nothing before that year; a day that is none would become another. */
const firstExcelDay = '1900-03-01';
const isExcelDay = (value: Date, written: string) =>
  !Number.isNaN(value.getTime()) && written >= firstExcelDay && value.toISOString().startsWith(written.slice(0, 10));

/**
 * XML cannot hold most control characters, and Excel cuts longer cells off by calling the file damaged. `_x0041_` stands for “A” in
 * a workbook, so that a text which says it has its first sign written so itself.
 */
function excelText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  const whole = clean.length > longestCell ? `${clean.slice(0, longestCell - 1).toWellFormed()}…` : clean;
  return whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function widthOf(heading: string, rows: ExportSheet['rows'], at: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, cellAsText(row[at] ?? null).length), heading.length);
  return Math.min(60, Math.max(8, longest + 2));
}
