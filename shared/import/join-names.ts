import type { Grid } from './find-headings';
import { guessFromHeading } from './heading-words';

const rowsAbove = 20;
const isWritten = (cell: string | undefined) => (cell ?? '').trim() !== '';

/**
 * Puts names together again that a comma without quotation marks has parted: every row below the headings has one cell more
 * than they, and the one behind the name is the only one that begins with a space. `Name,DOB` over `CARTERWICK, Dean,3/2/1994`.
 */
export function joinNames(grid: Grid): { readonly grid: Grid; readonly hasJoined: boolean } {
  const headingAt = grid.slice(0, rowsAbove).findIndex((row) => row.some(isFullName));
  const headings = grid[headingAt] ?? [];
  const width = headings.findLastIndex(isWritten) + 1;
  const name = headings.findIndex(isFullName);
  const rows = grid.slice(headingAt + 1).filter((row) => row.some(isWritten));
  const isParted = (row: readonly string[]) =>
    row.length === width + 1 &&
    isWord(row[name]) &&
    isWord(row[name + 1]) &&
    row.every((cell, at) => cell.startsWith(' ') === (at === name + 1));
  if (name < 0 || rows.length === 0 || headings.length !== width || !rows.every(isParted)) return { grid, hasJoined: false };
  const join = (row: readonly string[]) => [...row.slice(0, name), `${row[name]},${row[name + 1]}`, ...row.slice(name + 2)];
  return { grid: grid.map((row, at) => (at > headingAt && row.some(isWritten) ? join(row) : row)), hasJoined: true };
}

const isFullName = (cell: string) => cell.length <= 80 && guessFromHeading(cell)?.target === 'fullName';

/** A name has letters and no figures. */
const isWord = (cell: string | undefined) => /\p{L}/u.test(cell ?? '') && !/\d/.test(cell ?? '');
