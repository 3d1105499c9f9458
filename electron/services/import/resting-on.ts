import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '../../../db/connection';
import { type SyncedTable, syncedTables } from '../../../db/log/synced-tables';

/**
 * Which rows of a table others rest on that still stand: an agency with its people, a person with actions, a service with
 * referrals. Read once for all of them, since nothing is indexed by every reference.
 */
export function restingOn(read: Reader, table: SyncedTable): ReadonlySet<string> {
  const found = new Set<string>();
  for (const from of syncedTables) {
    for (const key of getTableConfig(from).foreignKeys) {
      const { columns, foreignTable } = key.reference();
      const [column] = columns;
      if (getTableName(foreignTable) !== getTableName(table) || !column) continue;
      for (const { id } of read.all<{ id: string }>(idsIn(from, column))) found.add(id);
    }
  }
  return found;
}

function idsIn(from: SyncedTable, column: SQLiteColumn): SQL {
  const { withdrawnOn } = getTableColumns(from) as Readonly<Record<string, SQLiteColumn>>;
  const stands = withdrawnOn ? sql`and ${withdrawnOn} is null` : sql``;
  return sql`select distinct ${column} as id from ${from} where ${column} is not null ${stands}`;
}
