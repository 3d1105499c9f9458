import { asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection';
import { importRunRows, importRuns } from '../../db/schema';
import type { PlannedRecord } from '../../shared/import/lists/list-facts';
import type { PlannedRow } from '../../shared/import/planned-import';
import { rowsAChunk } from '../exchange/import-engine';
import type { Session } from './session';

/** An import on its way, as this file keeps it until its end. */
export type ImportRun = typeof importRuns.$inferSelect;

/** A row of a plan: of cases, or of another list. */
export type Planned = PlannedRow | PlannedRecord;

export const rowsIn = (chunk: string) => JSON.parse(chunk) as readonly Planned[];

/** The run that is not at its end; there is one at most. */
export function findRun(read: Reader): ImportRun | null {
  return read.select().from(importRuns).limit(1).get() ?? null;
}

/** Rows that a run has still to write, by the numbers of the chunks that they lie in. */
export function chunksOfRun(read: Reader, importId: string): readonly number[] {
  return read
    .select({ number: importRunRows.number })
    .from(importRunRows)
    .where(eq(importRunRows.importId, importId))
    .orderBy(asc(importRunRows.number))
    .all()
    .map(({ number }) => number);
}

/** Rows that a run has still to write; the last of its chunks may hold fewer than the others. */
export function countRowsLeft(read: Reader, { importId, total }: ImportRun): number {
  const chunks = read.select({ count: count() }).from(importRunRows).where(eq(importRunRows.importId, importId)).get()?.count ?? 0;
  return Math.min(total, chunks * rowsAChunk);
}

export function readChunks(read: Reader, importId: string, numbers: readonly number[]): readonly Planned[] {
  return read
    .select({ rows: importRunRows.rows })
    .from(importRunRows)
    .where(sql`${importRunRows.importId} = ${importId} and ${inArray(importRunRows.number, [...numbers])}`)
    .orderBy(asc(importRunRows.number))
    .all()
    .flatMap(({ rows }) => rowsIn(rows));
}

/** Takes chunks away, in the transaction that has written their rows. */
export function dropChunks({ connection: { local } }: Session, importId: string, numbers: readonly number[]): void {
  local
    .delete(importRunRows)
    .where(sql`${importRunRows.importId} = ${importId} and ${inArray(importRunRows.number, [...numbers])}`)
    .run();
}

export function keepChunks({ connection: { raw } }: Session, importId: string, first: number, chunks: readonly string[]): void {
  const keep = raw.prepare('insert into import_run_rows (import_id, number, rows) values (?, ?, ?)');
  raw.transaction(() => {
    for (const [at, rows] of chunks.entries()) keep.run(importId, first + at, rows);
  })();
}

export function keepRun({ connection: { local } }: Session, run: ImportRun): void {
  local.insert(importRuns).values(run).onConflictDoUpdate({ target: importRuns.importId, set: run }).run();
}

/** Forgets a run that is at its end, and what is left of its rows. */
export function endRun({ connection: { local } }: Session, importId: string): void {
  local.delete(importRuns).where(eq(importRuns.importId, importId)).run();
  local.delete(importRunRows).where(eq(importRunRows.importId, importId)).run();
}

/** Takes away rows that were kept for an import which never began to write. */
export function sweepRuns({ connection: { local }, read }: Session): void {
  const kept = read.select({ count: count() }).from(importRunRows).get()?.count ?? 0;
  if (kept > 0) local.delete(importRunRows).where(sql`${importRunRows.importId} not in (select import_id from import_runs)`).run();
}
