import { listedUpTo } from '../language/listed';
import { columnLetters, plainWords, shorten } from './cell-text';
import type { Grid } from './find-headings';
import { guessFromHeading } from './heading-words';
import { importKinds, targetOfHeading } from './lists/kinds';
import { readDate } from './read-dates';
import { tableBelow } from './rows-without-meaning';

const mostNamed = 6;
/** Any day will do: a heading that is a date at all is told by its form. */
const isDate = (text: string) => readDate(text, 'event', '2026-01-01').kind === 'value';

/**
 * What a person should know of how a sheet was read before trusting the columns: what stands above the headings, headings
 * that are alike or missing, and rows that reach past the headings. Whole sentences; none for a sheet that is in order.
 * @param headingRow from 1.
 */
export function remarksOnGrid(grid: Grid, headingRow: number): readonly string[] {
  const headings = grid[headingRow - 1] ?? [];
  const rows = grid.slice(headingRow);
  const isWritten = (cell: string | undefined) => cell !== undefined && cell.trim() !== '';
  const remarks: string[] = [];

  const above = grid.slice(0, headingRow - 1).filter((row) => row.some(isWritten)).length;
  if (above > 0)
    remarks.push(
      `The headings are taken from row ${headingRow}; ${above === 1 ? 'the line' : `the ${above} lines`} above ${above === 1 ? 'is' : 'are'} not read.`,
    );

  const below = tableBelow(grid, headingRow);
  if (below)
    remarks.push(
      `Another table begins in row ${below.from}, with its headings in row ${below.headings}. It is not read with this one: to read it, write ${below.headings} as the row of headings.`,
    );

  const isKnown = (heading: string) =>
    guessFromHeading(heading) !== null ||
    importKinds.some((kind) => kind !== 'cases' && targetOfHeading(kind, heading, new Set()) !== null);
  if (rows.some((row) => row.some(isWritten)) && !headings.some(isKnown))
    remarks.push(
      `None of the headings in row ${headingRow} is known here. If row ${headingRow} is the first of the rows, write headings above it in the file and choose it again.`,
    );

  const day = headings.find((heading) => /\d.*\d/.test(heading) && /[-/. a-z]/i.test(heading.trim()) && isDate(heading));
  // A column for each month is headed with days, beside headings that are none.
  if (day !== undefined && headings.filter(isKnown).length < 3)
    remarks.push(
      `Row ${headingRow} was taken for the headings, and it holds a date (${shorten(day, 20)}). If it is the first of the rows, write headings above it in the file and choose it again.`,
    );

  const alike = new Map<string, number[]>();
  headings.forEach((heading, column) => {
    const words = plainWords(heading);
    if (words !== '') alike.set(words, [...(alike.get(words) ?? []), column]);
  });
  const twins = [...alike.values()].filter((columns) => columns.length > 1);
  for (const columns of twins.slice(0, mostNamed))
    remarks.push(
      `Columns ${named(columns)} are ${columns.length === 2 ? 'both' : 'all'} headed “${shorten(headings[columns[0] ?? 0] ?? '', 40)}”: look at what each becomes.`,
    );
  if (twins.length > mostNamed) remarks.push(`${twins.length - mostNamed} more headings stand over several columns each.`);

  const last = headings.findLastIndex(isWritten);
  const unnamed = new Set<number>();
  let beyond = 0;
  let firstBeyond = 0;
  for (const [at, row] of rows.entries()) {
    let reaches = false;
    for (let column = 0; column < row.length; column += 1) {
      if (!isWritten(row[column])) continue;
      if (column > last) reaches = true;
      else if (!isWritten(headings[column])) unnamed.add(column);
    }
    if (!reaches) continue;
    beyond += 1;
    if (firstBeyond === 0) firstBeyond = headingRow + 1 + at;
  }
  if (unnamed.size > 0) {
    const columns = [...unnamed].toSorted((one, other) => one - other);
    remarks.push(
      columns.length === 1
        ? `Column ${named(columns)} has no heading. It is left out unless you say what it becomes.`
        : `Columns ${named(columns)} have no heading. They are left out unless you say what each becomes.`,
    );
  }
  if (beyond > 0 && last >= 0)
    remarks.push(
      beyond === 1
        ? `Row ${firstBeyond} has more cells than there are headings: look whether a separator stands inside a text.`
        : `${beyond.toLocaleString('en-GB')} rows, the first of them row ${firstBeyond}, have more cells than there are headings: look whether a separator stands inside a text.`,
    );
  return remarks;
}

/** `B, D and F`, and how many more. */
const named = (columns: readonly number[]) => listedUpTo(columns.map(columnLetters), mostNamed);
