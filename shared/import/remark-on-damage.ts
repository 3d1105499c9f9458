import { formatPlainDay } from '../language/dates';
import { cellName, columnLetters, shorten } from './cell-text';
import type { Grid } from './find-headings';
import { readDate } from './read-dates';

/** Letters that another program read in the wrong encoding, as in `ZoÃ«` and `Oâ€™Brien`, and the sign for one that it could not read. */
const damaged = /Ã[\u0080-\u00bf]|â€[\u0098-\u009d\u2018-\u201e\u0153\u2122]|\ufffd/;

/** What came to harm before the file came here, and cannot be put right by reading it. Whole sentences. @param headingRow from 1. */
export function remarksOnDamage(grid: Grid, headingRow: number): readonly string[] {
  return [...remarksOnLetters(grid), ...remarksOnSwappedDays(grid, headingRow)];
}

function remarksOnLetters(grid: Grid): readonly string[] {
  let count = 0;
  let first = '';
  for (const [at, row] of grid.entries()) {
    for (const [column, cell] of row.entries()) {
      if (!damaged.test(cell)) continue;
      count += 1;
      if (first === '') first = `${cellName(at + 1, column)}: “${shorten(cell, 40)}”`;
    }
  }
  if (count === 0) return [];
  return [
    `Letters were damaged before the file came here, in ${count === 1 ? 'one cell' : `${count.toLocaleString('en-GB')} cells`} (${first}). Ask for it again, saved as an Excel workbook or as “CSV UTF-8”, or correct them afterwards.`,
  ];
}

/** As a date in a cell is written here, for it has no form of its own. */
const stored = /^(\d{1,2}) [A-Z][a-z]{2} \d{4}$/;
const written = /^(\d{1,2})[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})$/;
const leastStored = 4;
const leastWritten = 2;

/**
 * A spreadsheet that is set to American dates makes 2 March of a 3/2 that somebody typed or opened, and leaves 13/2 as text. What is
 * left behind is a column in which the dates up to the twelfth are dates and all later ones are text.
 */
function remarksOnSwappedDays(grid: Grid, headingRow: number): readonly string[] {
  const width = grid[headingRow - 1]?.length ?? 0;
  const remarks: string[] = [];
  for (let column = 0; column < width; column += 1) {
    let [storedDays, writtenDays, isSuspect] = [0, 0, true];
    let example = '';
    for (let at = headingRow; at < grid.length && isSuspect; at += 1) {
      const cell = (grid[at]?.[column] ?? '').trim();
      if (cell.length < 6 || cell.length > 12) continue;
      const day = stored.exec(cell)?.[1];
      const typed = written.exec(cell)?.[1];
      if (day !== undefined) {
        storedDays += 1;
        isSuspect = Number(day) <= 12;
        if (example === '') example = `${cellName(at + 1, column)}: ${formatted(cell)}`;
      } else if (typed !== undefined) {
        writtenDays += 1;
        isSuspect = Number(typed) > 12;
      }
    }
    if (isSuspect && storedDays >= leastStored && writtenDays >= leastWritten)
      remarks.push(
        `In column ${columnLetters(column)} each date up to the twelfth of a month is stored as a date and each later one as text. A spreadsheet set to American dates does that, and swaps the day and the month of the first: look whether they are right (${example}) before you import.`,
      );
  }
  return remarks;
}

function formatted(cell: string): string {
  const read = readDate(cell, 'event', '2026-01-01');
  return read.kind === 'value' ? formatPlainDay(read.value) : cell;
}
