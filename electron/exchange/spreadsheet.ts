import type { Grid } from '../../shared/import/find-headings';
import type { HiddenCells } from '../../shared/views/importing';

export interface SpreadsheetChoice {
  /** A sheet of the workbook, or null for the one most like a cohort. */
  readonly sheet?: string | null;
  /** From 1; without it the row is found. */
  readonly headingRow?: number;
  readonly isHiddenLeftOut?: boolean;
}

export interface ReadSpreadsheet {
  readonly kind: 'read';
  readonly format: 'csv' | 'xlsx';
  /** For the person: `Windows-1252, semicolons` or `sheet Cohort`. */
  readonly readAs: string;
  readonly sheets: readonly string[];
  /** Null for CSV, which has no sheets. */
  readonly sheet: string | null;
  readonly grid: Grid;
  /** Counted from 1. */
  readonly headingRow: number;
  readonly hidden: HiddenCells | null;
  /** Whole sentences about what was found and how it was read. */
  readonly remarks: readonly string[];
  /** A workbook of an old Mac counts its days from 1904. */
  readonly countsFrom1904: boolean;
}

export const spreadsheetProblems = [
  'empty',
  'too-big',
  'too-many-cells',
  'locked',
  'old-excel',
  'other-format',
  'not-a-spreadsheet',
  'damaged',
  'unclosed-quote',
  'no-such-sheet',
] as const;

/** Why a file cannot be read: whole sentences that say what to do next, and nothing of what the file holds. */
export interface UnreadableSpreadsheet {
  readonly kind: 'problem';
  readonly problem: (typeof spreadsheetProblems)[number];
  readonly message: string;
}

export function unreadable(problem: UnreadableSpreadsheet['problem'], message: string): UnreadableSpreadsheet {
  return { kind: 'problem', problem, message };
}

export const mostBytes = 50 * 1024 * 1024;
/** Far beyond the 20,000 rows that are designed for, and little enough to hold in memory. */
export const mostRows = 100_000;
export const mostColumns = 500;
export const mostCells = 5_000_000;

/** Lets go of empty rows at the end. Empty rows between others stay, so that rows keep the numbers they have in the file. */
export function withoutTrailingRows(grid: Grid): Grid {
  const last = grid.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  return grid.slice(0, last + 1);
}
