import { formatPlainDay } from '../../language/dates';
import { byText } from '../../language/in-order';
import { saysNothing } from '../cell-text';
import { dayOfHeading } from '../month-headings';
import { readColour } from '../read-categories';
import type { ListTarget } from './kinds';
import type { ListContext, ListRemark } from './list-cells';
import { type ListRow, readListRow } from './read-list-row';

/** A column that holds the colours of one day or month. */
export interface MonthColumn {
  /** From 0. */
  readonly index: number;
  /** `YYYY-MM-DD`; of a month its first. */
  readonly day: string;
}

/** The columns with the colours of a day or month that can be told, the earliest first. */
export function monthColumns(headings: readonly string[], targets: readonly (ListTarget | 'ignore')[]): readonly MonthColumn[] {
  const columns = targets.flatMap((target, index) => {
    const day = target === 'colourOfMonth' ? dayOfHeading(headings[index] ?? '') : null;
    return day === null ? [] : [{ index, day }];
  });
  return columns.toSorted((one, other) => byText(one.day, other.day));
}

interface MonthsReading {
  readonly rows: readonly ListRow[];
  /** With the column that they stand in, or null where they concern the whole row. */
  readonly remarks: readonly (ListRemark & { readonly at: number | null })[];
}

/**
 * The colours of a row with a column for each month. A month that says the same as the one before is no change and is not
 * recorded again; an empty one says nothing, and the same colour after it is recorded anew.
 * @param cells of the whole row. @param byTarget what the row says besides, above all of whom.
 */
export function readMonths(
  cells: readonly string[],
  byTarget: ReadonlyMap<ListTarget, string>,
  months: readonly MonthColumn[],
  context: ListContext,
): MonthsReading {
  const rows: ListRow[] = [];
  const remarks: MonthsReading['remarks'][number][] = [];
  let before: string | null = null;
  let hasSaidWhom = false;
  for (const { index, day } of months) {
    const cell = cells[index] ?? '';
    if (saysNothing(cell)) {
      before = null;
      continue;
    }
    const colour = readColour(cell);
    if (colour.kind === 'problem')
      remarks.push({ target: 'colourOfMonth', reason: `${colour.reason}; the cell is left out`, severity: 'warning', at: index });
    if (colour.kind !== 'value') continue;
    if (day > context.today) {
      remarks.push({
        target: 'colourOfMonth',
        reason: `${formatPlainDay(day)} is still to come; the cell is left out`,
        severity: 'warning',
        at: index,
      });
      continue;
    }
    if (colour.value.colour === before) continue;
    before = colour.value.colour;
    const said = new Map(byTarget).set('pastColour', cell).set('colourFrom', day);
    const read = readListRow('colours', said, { ...context, monthFirst: new Map(context.monthFirst).set('colourFrom', undefined) });
    // Who it is and why are the same in each month, and so is what is wrong with them.
    if (!hasSaidWhom) remarks.push(...read.remarks.map((remark) => ({ ...remark, at: null })));
    hasSaidWhom = true;
    if (read.row) rows.push(read.row);
    else break;
  }
  if (rows.length === 0 && !hasSaidWhom)
    remarks.push({
      target: 'colourOfMonth',
      reason: remarks.length > 0 ? 'None of its colours can be read, so the row is left out' : 'The row names no colour, so it is left out',
      severity: 'error',
      at: null,
    });
  return { rows, remarks };
}
