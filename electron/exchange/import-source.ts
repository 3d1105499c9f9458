import { guessColumns } from '../../shared/import/guess-columns';
import { guessKind, guessListColumns } from '../../shared/import/lists/guess-kind';
import type { ImportKind } from '../../shared/import/lists/kinds';
import { remarksOnDamage } from '../../shared/import/remark-on-damage';
import { remarksOnGrid } from '../../shared/import/remark-on-grid';
import type { ImportSource } from '../../shared/views/importing';
import type { ReadSpreadsheet } from './spreadsheet';

/**
 * What the screen is told of a file that was read: what its rows are, its columns with a guess each, and how many rows
 * there are to import. @param chosen what somebody said that its rows are; null leaves it to the headings.
 */
export function importSource(read: ReadSpreadsheet, token: string, fileName: string, chosen: ImportKind | null = null): ImportSource {
  const { format, readAs, sheets, sheet, headingRow, grid, hidden } = read;
  const rows = grid.slice(headingRow).filter((row) => row.some((cell) => cell.trim() !== '')).length;
  const kind = chosen ?? guessKind(grid[headingRow - 1] ?? [], grid.slice(headingRow));
  const columns = kind === 'cases' ? guessColumns(grid, headingRow) : guessListColumns(kind, grid, headingRow);
  const remarks = [...remarksOnDamage(grid, headingRow), ...read.remarks, ...remarksOnGrid(grid, headingRow)];
  return { token, fileName, format, kind, readAs, sheets, sheet, headingRow, rows, columns, hidden, remarks };
}
