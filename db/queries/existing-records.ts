import { getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ListKind } from '../../shared/import/lists/kinds';
import type { ExistingRecord } from '../../shared/import/lists/list-facts';
import type { Reader } from '../connection';
import { actions, agencies, caseEvents, colourChanges, outcomeEvents, people, services } from '../schema';
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
  const records = rows.map(({ id, ...fields }) => ({ id: String(id), fields: fields as ExistingRecord['fields'] }));
  return kind === 'events' ? [...records, ...existingOutcomes(read)] : records;
}

/** Events that are counted before and after adoption, by the names that a list of events gives their fields. */
function existingOutcomes(read: Reader): readonly ExistingRecord[] {
  const rows = read.select().from(outcomeEvents).where(isNull(outcomeEvents.withdrawnOn)).orderBy(outcomeEvents.id).all();
  return rows.map(({ id, caseId, kind, happenedOn, what, note, agencyId, severity, offenceGroup, positiveKind, sourceReference }) => ({
    id,
    fields: {
      caseId,
      happenedOn,
      title: what,
      detail: note,
      agencyId,
      outcomeKind: kind,
      severity,
      offenceGroup,
      positiveKind,
      sourceReference,
    },
  }));
}
