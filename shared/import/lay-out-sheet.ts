import { counted } from '../language/counted';
import type { HiddenCells } from '../views/importing';
import { cellName, cleanLine, plainWords, uncalculatedFormula } from './cell-text';
import { findHeadingRow, type Grid } from './find-headings';
import { guessFromHeading } from './heading-words';

/** Cells that are shown as one. Rows count from 1, columns from 0; all four lie inside. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet says of its cells besides what they hold. */
export interface SheetFacts {
  readonly isHidden: boolean;
  readonly merged: readonly MergedCells[];
  /** From 1. */
  readonly hiddenRows: ReadonlySet<number>;
  /** From 0. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Cells with a formula that nobody has worked out yet, as programs write that are not Excel. */
  readonly uncalculated: readonly { readonly row: number; readonly column: number }[];
}

export const noFacts: SheetFacts = {
  isHidden: false,
  merged: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  uncalculated: [],
};

export interface LaidOutSheet {
  readonly grid: Grid;
  /** From 1. */
  readonly headingRow: number;
  readonly hidden: HiddenCells | null;
  /** Whole sentences about what was found and how it was read. */
  readonly remarks: readonly string[];
}

/** The rest of a merged cell is empty in the file; no partnership merges more rows than this. */
const mostMergedRows = 5_000;

/**
 * The cells of a sheet as a person sees them: what is merged over several rows stands in each, headings of two tiers
 * are told apart by the upper one, formulas without a result are there to be named, and hidden cells go where that is
 * asked for. Rows keep the numbers they have in the file.
 * @param headingRow from 1; without it the row is found.
 */
export function layOutSheet(read: Grid, facts: SheetFacts, isHiddenLeftOut: boolean, headingRow?: number): LaidOutSheet {
  const grid = read.map((row) => [...row]);
  const remarks: string[] = [];
  if (facts.isHidden) remarks.push('The workbook hides this sheet. It is read all the same.');

  let waiting = 0;
  for (const { row, column } of facts.uncalculated) {
    const cells = grid[row - 1];
    if (!cells || (cells[column] ?? '') !== '') continue;
    while (cells.length <= column) cells.push('');
    cells[column] = uncalculatedFormula;
    waiting += 1;
  }
  const first = facts.uncalculated[0];
  if (waiting > 0 && first)
    remarks.push(
      `${counted(waiting, 'formula has', 'formulas have')} no result in the file (the first in ${cellName(first.row, first.column)}), and ${waiting === 1 ? 'that cell is' : 'those cells are'} left out. Open the file in Excel, save it, and choose it again.`,
    );

  const hasSpread = spreadDown(grid, facts.merged);
  if (hasSpread > 0)
    remarks.push(
      `${counted(hasSpread, 'cell is', 'cells are')} merged over several rows; what each says was read for every one of its rows.`,
    );

  const asked = headingRow ?? lowerTier(grid, findHeadingRow(grid), facts.merged);
  const found = Math.min(Math.max(1, Math.floor(asked)), Math.max(1, grid.length));
  if (joinTiers(grid, found, facts.merged))
    remarks.push('The headings stand in two rows; where one says too little by itself, the one above was put before it.');

  const hidden = hideCells(grid, facts, found, isHiddenLeftOut);
  return { grid, headingRow: found, hidden, remarks };
}

function spreadDown(grid: string[][], merged: readonly MergedCells[]): number {
  let spread = 0;
  for (const { top, left, bottom } of merged) {
    const value = grid[top - 1]?.[left] ?? '';
    if (bottom <= top || value.trim() === '') continue;
    let hasFilled = false;
    for (let row = top; row < Math.min(bottom, top + mostMergedRows, grid.length); row += 1) {
      const cells = grid[row];
      // A row with nothing else in it is a taller line, not another row of the list.
      if (!cells || (cells[left] ?? '') !== '' || cells.every((cell) => cell.trim() === '')) continue;
      while (cells.length <= left) cells.push('');
      cells[left] = value;
      hasFilled = true;
    }
    if (hasFilled) spread += 1;
  }
  return spread;
}

/** Headings that are merged downwards end in the row that the list begins under; one that was not merged is taken down too. */
function lowerTier(grid: string[][], headingRow: number, merged: readonly MergedCells[]): number {
  const lower = Math.max(headingRow, ...merged.filter(({ top }) => top === headingRow).map(({ bottom }) => bottom));
  const headings = grid[lower - 1];
  if (lower === headingRow || lower > headingRow + 2 || !headings?.some((cell) => cell.trim() !== '')) return headingRow;
  const isGroup = (column: number) =>
    merged.some(({ top, left, right }) => top === headingRow && right > left && left <= column && column <= right);
  for (const [column, heading] of (grid[headingRow - 1] ?? []).entries()) {
    while (headings.length <= column) headings.push('');
    if ((headings[column] ?? '').trim() === '' && !isGroup(column)) headings[column] = heading;
  }
  return lower;
}

/** Headings that say nothing by themselves. */
const tooLittle = /^(date|day|on|start|end|ends|ends on|end date|due|due on|expiry|expires|score|band|level|no|number)$/;

/**
 * `Release` merged over `Date` and `Place`, and `Licence` over `Date`: the two dates become `Release Date` and `Licence Date`. So
 * does a heading that says nothing by itself and something with the one above.
 */
function joinTiers(grid: string[][], headingRow: number, merged: readonly MergedCells[]): boolean {
  const headings = grid[headingRow - 1];
  if (!headings) return false;
  const words = headings.map(plainWords);
  const above = merged.filter(({ top, bottom, left, right }) => bottom === headingRow - 1 && top >= headingRow - 2 && right > left);
  const isWhole = ({ left, right }: MergedCells) => right - left + 1 >= words.filter((word) => word !== '').length;
  const groups = above.filter((one) => !isWhole(one));
  if (groups.length === 0) return false;
  let hasJoined = false;
  for (const [column, word] of words.entries()) {
    if (word === '') continue;
    const group = groups.find(({ left, right }) => left <= column && column <= right) ?? { top: headingRow - 1, left: column };
    const name = cleanLine(grid[group.top - 1]?.[group.left] ?? '');
    if (name === '' || plainWords(name) === word) continue;
    const isAlike = words.filter((one) => one === word).length > 1;
    if (!isAlike && (!tooLittle.test(word) || guessFromHeading(`${name} ${word}`) === null)) continue;
    headings[column] = `${name} ${cleanLine(headings[column] ?? '')}`;
    hasJoined = true;
  }
  return hasJoined;
}

function hideCells(grid: string[][], facts: SheetFacts, headingRow: number, areLeftOut: boolean): HiddenCells | null {
  const rows = [...facts.hiddenRows].filter((row) => row > headingRow && grid[row - 1]?.some((cell) => cell.trim() !== ''));
  const columns = [...facts.hiddenColumns].filter((column) =>
    grid.slice(headingRow - 1).some((cells) => (cells[column] ?? '').trim() !== ''),
  );
  if (rows.length + columns.length === 0) return null;
  if (areLeftOut) {
    for (const row of rows) grid[row - 1]?.fill('');
    for (const cells of grid) for (const column of columns) if (column < cells.length) cells[column] = '';
  }
  return { rows: rows.length, columns: columns.length, areLeftOut };
}
