import type { AnyTarget } from '../views/importing';
import type { Grid } from './find-headings';

/** Days between 1 Jan 1904, from which older workbooks of the Mac count, and the day from which all others do. */
const daysApart = 1_462;
const leastDays = 8_600;

const dates: ReadonlySet<AnyTarget> = new Set<AnyTarget>([
  'dateOfBirth',
  'adoptedOn',
  'reviewDue',
  'releaseOn',
  'licenceEndsOn',
  'orderEndsOn',
  'startedOn',
  'setOn',
  'dueOn',
  'closedOn',
  'happenedOn',
  'colourFrom',
  'caseDateOfBirth',
]);

/** In a workbook that counts days from 1904: bare counts of days, in columns that become dates, as the other system has them. */
export function countFrom1900(grid: Grid, headingRow: number, targets: readonly AnyTarget[]): Grid {
  const columns = targets.flatMap((target, at) => (dates.has(target) ? at : []));
  if (columns.length === 0) return grid;
  return grid.map((row, at) => {
    if (at < headingRow) return row;
    const changed = [...row];
    for (const column of columns) {
      const cell = row[column] ?? '';
      // Fewer days than that would be a birth before 1928, or a year standing alone.
      if (/^\s*\d{4,5}(\.\d+)?\s*$/.test(cell) && Number(cell) >= leastDays) changed[column] = String(Number(cell) + daysApart);
    }
    return changed;
  });
}
