import { guard } from './formula-guard';
import type { Delimiter } from './sniff-delimiter';

export type CsvCell = string | number;

const quoted = /[",;\t|\r\n]|^sep=|^\s|\s$/i;

/**
 * CSV for Excel: UTF-8 with a byte order mark (without it Excel takes UTF-8 for Windows-1252), CRLF, RFC 4180 quotation
 * marks. Cells that a spreadsheet would run are made plain text first; reading the file back restores them.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${csvText(rows, ',')}`);
}

/** The same as text, without the byte order mark. Line ends within a cell become `\n`. */
export function csvText(rows: readonly (readonly CsvCell[])[], delimiter: Delimiter): string {
  return rows.map((row) => `${row.map(csvCell).join(delimiter)}\r\n`).join('');
}

/** A cell with any of the usual delimiters is quoted, whichever parts this file, so that no reader takes it for another. */
function csvCell(cell: CsvCell): string {
  // A figure is no formula, though it be below nought.
  if (typeof cell === 'number') return String(cell);
  const text = guard(cell.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
