import { sql } from 'drizzle-orm';
import type { Reader } from '../connection';
import type { Scalar } from '../log/commit';
import { makeStamp } from '../log/stamp';
import { type SyncedTable, shapeOfTable } from '../log/synced-tables';

/**
 * What a field of a row was at an instant, by the stamps of the log; what a new row begins with where nothing had been said
 * of the field. Of values that were written without knowledge of each other it is the later one.
 *
 * @param field its name in code, as in the views.
 */
export function valueAsOf(read: Reader, table: SyncedTable, row: string, field: string, at: string): Scalar {
  const { relation, fieldByKey, fields } = shapeOfTable(table);
  const column = fieldByKey.get(field);
  if (column === undefined) throw new Error(`The table ${relation} has no field ${field}.`);
  const found = read.get<{ value: string } | undefined>(
    sql`select value from puts where relation = ${relation} and row = ${row} and field = ${column} and stamp < ${makeStamp(Date.parse(at) + 1, 0, '')}
        order by stamp desc limit 1`,
  );
  return found ? (JSON.parse(found.value) as Scalar) : (fields.get(column)?.initial ?? null);
}
