import { sql } from 'drizzle-orm';
import type { Reader } from '../connection';
import type { Scalar } from '../log/commit';
import { type SyncedTable, shapeOfTable } from '../log/synced-tables';

/**
 * What a field of a row was on this device when its log went up to a place; what a new row begins with where nothing had been
 * said of the field. By the order of arrival, not by stamps: another computer's clock may stand ahead of this one's.
 *
 * @param field its name in code, as in the views.
 */
export function valueAsOf(read: Reader, table: SyncedTable, row: string, field: string, upTo: number): Scalar {
  const { relation, fieldByKey, fields } = shapeOfTable(table);
  const column = fieldByKey.get(field);
  if (column === undefined) throw new Error(`The table ${relation} has no field ${field}.`);
  const found = read.get<{ value: string } | undefined>(
    sql`select u.value from puts u join commits c on c.stamp = u.stamp
        where u.relation = ${relation} and u.row = ${row} and u.field = ${column} and c.sequence <= ${upTo} order by u.stamp desc limit 1`,
  );
  return found ? (JSON.parse(found.value) as Scalar) : (fields.get(column)?.initial ?? null);
}
