import type { Picture } from '../../../shared/insight/picture';
import { writeCsv } from '../../exchange/write-csv';

/** The figures of a picture as CSV: what it shows, how it was counted and what to beware of above them, plain numbers in the cells. */
export function figuresCsv(picture: Picture): Uint8Array {
  const { title, finding, how, warnings, rowsAre, series, rows } = picture;
  return writeCsv([
    [title],
    [finding],
    [[how, ...warnings].join(' ')],
    [],
    [rowsAre, ...series.map(({ name, unit }) => `${name} (${unit})`)],
    ...rows.map(({ name, values }) => [name, ...values.map((value) => (value === null ? '' : String(value)))]),
  ]);
}
