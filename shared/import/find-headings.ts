import { cleanLine } from './cell-text';
import { guessFromHeading } from './heading-words';

/** A sheet as rows of text. Cells are as read: not trimmed, not judged. */
export type Grid = readonly (readonly string[])[];

const mostRowsAbove = 60;

/**
 * The row with the headings, counted from 1: titles, dates and keys often stand above it. The row with most headings
 * that are known wins, the upper of two; where none is known, the first row that is about as wide as the table.
 */
export function findHeadingRow(grid: Grid): number {
  const top = grid.slice(0, mostRowsAbove);
  const known = top.map((row) => new Set(row.flatMap((cell) => (cell.length > 80 ? [] : (guessFromHeading(cell)?.target ?? [])))).size);
  const most = Math.max(0, ...known);
  if (most >= 2) return known.indexOf(most) + 1;
  const widths = top.map((row) => row.filter((cell) => cleanLine(cell) !== '').length);
  const widest = Math.max(0, ...widths);
  const first = widths.findIndex((width) => width > 0 && width >= widest * 0.6);
  return first < 0 ? 1 : first + 1;
}

/** How much a sheet looks like a cohort: how many headings are known, then how many rows follow. */
export function likenessToCohort(grid: Grid): number {
  const headings = grid[findHeadingRow(grid) - 1] ?? [];
  const known = new Set(headings.flatMap((cell) => guessFromHeading(cell)?.target ?? [])).size;
  return known * 1_000_000 + Math.min(grid.length, 999_999);
}
