import { sql } from 'drizzle-orm';
import type { FieldHistoryEntry } from '../../shared/views/case';
import type { Reader } from '../connection';
import { instantOf } from '../log/stamp';
import { type SyncedTable, shapeOfTable } from '../log/synced-tables';

interface StoredPut {
  readonly value: string;
  readonly stamp: string;
  readonly intent: string;
  readonly personName: string | null;
}

/**
 * Every value that one field of a row has had, newest first; null where the table has no such field.
 *
 * @param field its name in code, as in the views.
 */
export function fieldHistory(read: Reader, table: SyncedTable, row: string, field: string): readonly FieldHistoryEntry[] | null {
  const { relation, fieldByKey } = shapeOfTable(table);
  const column = fieldByKey.get(field);
  if (column === undefined) return null;
  const puts = read.all<StoredPut>(
    sql`select u.value, u.stamp, c.intent, p.name as personName
        from puts u join commits c on c.stamp = u.stamp left join people p on p.id = c.person
        where u.relation = ${relation} and u.row = ${row} and u.field = ${column} order by u.stamp desc`,
  );
  return puts.map(({ value, stamp, intent, personName }) => ({
    value: JSON.parse(value) as string | number | null,
    at: instantOf(stamp),
    personName: personName ?? '',
    intent,
  }));
}
