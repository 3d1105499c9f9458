import { clockTimeOf, dayOf } from '../../shared/language/scheme-place';

/** What a cell of an exported sheet holds. `day` is `YYYY-MM-DD`, `instant` ISO 8601 UTC; either may be missing. */
export type SheetCell = string | number | { readonly day: string | null } | { readonly instant: string | null } | null;

export interface ExportSheet {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** For CSV: figures stay figures, and the rest is text. */
export const cellForCsv = (cell: SheetCell): string | number => (typeof cell === 'number' ? cell : cellAsText(cell));

/** As text for CSV: days so written that no spreadsheet can take the day for the month, instants as clocks show them here. */
export function cellAsText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('day' in cell) return cell.day ?? '';
  return cell.instant ? `${dayOf(cell.instant)} ${clockTimeOf(cell.instant)}` : '';
}
