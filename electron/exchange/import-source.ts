import { guessColumns } from '../../shared/import/guess-columns';
import type { ImportSource } from '../../shared/views/importing';
import type { ReadSpreadsheet } from './spreadsheet';

/** What the screen is told of a file that was read: its columns with a guess each, and how many rows there are to import. */
export function importSource(read: ReadSpreadsheet, token: string, fileName: string): ImportSource {
  const { format, readAs, sheets, sheet, headingRow, grid } = read;
  const rows = grid.slice(headingRow).filter((row) => row.some((cell) => cell.trim() !== '')).length;
  return { token, fileName, format, readAs, sheets, sheet, headingRow, rows, columns: guessColumns(grid, headingRow) };
}
