import { cellName, cleanLine } from './cell-text';
import type { Grid } from './find-headings';
import { type DateKind, readDate } from './read-dates';
import { problem, type Reading } from './reading';

const numbers = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(?:\d{4}|\d{2})\b/;

/**
 * Columns in which dates stand with the month first, as an American program writes them: at least one can be read no other
 * way, and none can only be read with the day first. By column from 0, each with the cell that shows it.
 * @param headingRow from 1.
 */
export function monthFirstColumns(grid: Grid, headingRow: number): ReadonlyMap<number, string> {
  const shown = new Map<number, string>();
  const dayFirst = new Set<number>();
  for (let at = headingRow; at < grid.length; at += 1) {
    for (const [column, cell] of (grid[at] ?? []).entries()) {
      const found = cell.length > 40 || !/^\s*\d/.test(cell) ? null : numbers.exec(cleanLine(cell));
      if (!found) continue;
      const [one, other] = [Number(found[1]), Number(found[2])];
      if (one > 12) dayFirst.add(column);
      else if (other > 12 && other <= 31 && !shown.has(column)) shown.set(column, cellName(at + 1, column));
    }
  }
  return new Map([...shown].filter(([column]) => !dayFirst.has(column)));
}

/**
 * A date as `readDate` reads it; in a column with the month first, a problem where it could be read both ways.
 * @param shownBy the cell of its column that `monthFirstColumns` names; undefined where the day comes first.
 */
export function readDateOfColumn(text: string, kind: DateKind, today: string, shownBy: string | undefined): Reading<string> {
  const unsure = unsureOfMonth(text, shownBy);
  return unsure === null ? readDate(text, kind, today) : problem(unsure);
}

/** Why a date of such a column cannot be read, or null where it says the same both ways or is written otherwise. */
export function unsureOfMonth(text: string, shownBy: string | undefined): string | null {
  const found = shownBy === undefined ? null : numbers.exec(cleanLine(text));
  if (!found || found[1] === found[2] || Number(found[1]) > 12 || Number(found[2]) > 12) return null;
  return `Cell ${shownBy} has the month first, so it cannot be told which of the two is the month here; the cell is left out`;
}
