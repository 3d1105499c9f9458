import { getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ListKind } from '../../shared/import/lists/kinds';
import type { ExistingRecord } from '../../shared/import/lists/list-facts';
import type { Reader } from '../connection';
import { actions, agencies, caseEvents, colourChanges, people, services } from '../schema';
import { importUndoneReason } from './imports';

/** The table that a list of each kind goes into. */
export const tableOfList = { agencies, people, services, actions, events: caseEvents, colours: colourChanges } as const;

/** The rows of a list's table that are not withdrawn, as far as a list can fill them. */
export function existingRecords(read: Reader, kind: ListKind): readonly ExistingRecord[] {
  const table = tableOfList[kind];
  const withdrawnOn = (getTableColumns(table) as Record<string, SQLiteColumn>).withdrawnOn;
  // What an undone import made is not there for the next, or it would never come back.
  const condition: SQL | undefined =
    kind === 'actions'
      ? sql`not (${actions.outcome} is 'withdrawn' and ${actions.closingNote} = ${importUndoneReason})`
      : kind === 'colours'
        ? sql`${colourChanges.colour} is not null`
        : withdrawnOn
          ? isNull(withdrawnOn)
          : undefined;
  const rows = read.select().from(table).where(condition).orderBy(table.id).all() as readonly Record<string, unknown>[];
  return rows.map(({ id, ...fields }) => ({ id: String(id), fields: fields as ExistingRecord['fields'] }));
}
