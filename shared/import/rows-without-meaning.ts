import { plainWords } from './cell-text';
import type { Grid } from './find-headings';
import { guessFromHeading } from './heading-words';

/** What many lists end with: `Total`, `Total: 84`, `Grand total` beside nothing but figures. */
export function isTotals(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => plainWords(cell.slice(0, 200))).filter((words) => words !== '');
  const [first, ...others] = filled;
  return (
    first !== undefined &&
    /^(grand |sub ?)?totals?( (number|no|cases|people|count|on|in|of|cohort|nominals|rows|records|the|\d+)\b)*$/.test(first) &&
    others.every((words) => /^[\d ]+$|^(grand |sub ?)?totals?\b/.test(words))
  );
}

/** Long lists print their headings again on each page, now and then one in other words, and of two rows of them the lower. */
export function repeatsHeadings(cells: readonly string[], headings: readonly string[]): boolean {
  let filled = 0;
  let same = 0;
  for (const [index, cell] of cells.entries()) {
    const words = plainWords(cell.slice(0, 200));
    if (words === '') continue;
    filled += 1;
    const heading = plainWords(headings[index] ?? '');
    if (heading === words || heading.endsWith(` ${words}`)) same += 1;
  }
  return filled > 1 && same >= 2 && same >= filled * 0.75;
}

const noteWords =
  /^(prepared|printed|produced|generated|compiled|exported|extracted|created|updated|last (updated|refreshed|run)|report|source|notes?|end of|page \d|official|confidential|restricted|not protectively marked)\b/;

/** Who made the list and when, its marking, or that it ends: a line with one cell, under or between the rows of a table. */
export function isNote(cells: readonly string[], headings: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [only = ''] = filled;
  const words = plainWords(only.slice(0, 200));
  // A person may be called Page or Source; a sentence about the list has more than a name's two words, or a sign of one.
  const isSentence = words.split(' ').length > 2 || /[:\d]/.test(only) || /^(official|confidential|restricted|end of)/.test(words);
  return filled.length === 1 && headings.filter((heading) => heading.trim() !== '').length > 2 && isSentence && noteWords.test(words);
}

/**
 * Why a row is none of what the list holds, or null where it may be one.
 * @param what one of them: `a person`, `an action`.
 */
export function whyMeaningless(cells: readonly string[], headings: readonly string[], what: string): string | null {
  if (repeatsHeadings(cells, headings)) return 'The row repeats the headings';
  if (isTotals(cells)) return `The row holds totals, not ${what}`;
  return isNote(cells, headings) ? `The row is a note about the list, not ${what}` : null;
}

/** More rows than anybody has headings are people. */
const mostFields = 80;

/** Whether the headings run down the column where the names should be: then each person is a column. */
export function liesOnItsSide(grid: Grid, headingRow: number, nameColumn: number): boolean {
  const rows = grid.slice(headingRow).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (rows.length > mostFields) return false;
  const known = new Set(rows.flatMap((row) => guessFromHeading((row[nameColumn] ?? '').slice(0, 80))?.target ?? []));
  return known.size >= 3 && known.size >= rows.length * 0.6;
}

/** A table under the first one, with headings of its own. Rows from 1. */
export interface TableBelow {
  /** Its title, where it has one, or its headings. */
  readonly from: number;
  readonly headings: number;
}

/**
 * The first row under the headings that is a row of headings again, and of another table: people who left, a key, a second
 * list. Read on, its headings would be a person and its columns something else. Null where there is none.
 * @param headingRow from 1.
 */
export function tableBelow(grid: Grid, headingRow: number): TableBelow | null {
  const headings = grid[headingRow - 1] ?? [];
  for (let at = headingRow; at < grid.length; at += 1) {
    const row = grid[at] ?? [];
    if (!areHeadings(row) || repeatsHeadings(row, headings)) continue;
    let from = at;
    while (from > headingRow && isBlank(grid[from - 1])) from -= 1;
    const isTitled = from > headingRow && (grid[from - 1] ?? []).filter((cell) => cell.trim() !== '').length === 1;
    return { from: isTitled ? from : at + 1, headings: at + 1 };
  }
  return null;
}

const isBlank = (row: readonly string[] | undefined) => (row ?? []).every((cell) => cell.trim() === '');

/** Three cells or more, two of them with words that head a column and nothing else, and none with a figure in it. */
function areHeadings(row: readonly string[]): boolean {
  let filled = 0;
  let known = 0;
  for (const cell of row) {
    if (cell.trim() === '') continue;
    // Nearly every row has one, and is done with.
    if (cell.length > 40 || /\d/.test(cell)) return false;
    filled += 1;
    if (isPlainHeading(cell)) known += 1;
  }
  return filled >= 3 && known >= 2 && known >= filled * 0.5;
}

/** `DOB` and `Forename`, but not `Police` or `Drugs`, which stand in cells as well. */
function isPlainHeading(cell: string): boolean {
  const guess = guessFromHeading(cell);
  return guess?.strength === 100 && ofPeople.has(guess.target);
}

const ofPeople: ReadonlySet<string> = new Set([
  'surname',
  'forenames',
  'fullName',
  'dateOfBirth',
  'pnc',
  'crn',
  'prisonNumber',
  'reference',
  'colour',
  'reviewDue',
]);

/** Why a row of a table below is not read. */
export const ofTableBelow = ({ headings }: TableBelow) =>
  `The row belongs to another table, with its headings in row ${headings}: to read that one, go back and write ${headings} as the row of headings`;
