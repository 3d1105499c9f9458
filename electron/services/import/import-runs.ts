import { asc, count, eq, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection';
import { prepareOnce } from '../../../db/prepared';
import { importRunRows, importRuns } from '../../../db/schema';
import type { PlannedRecord } from '../../../shared/import/lists/list-facts';
import type { PlannedRow } from '../../../shared/import/planned-import';
import { rowsAChunk } from '../../exchange/import-engine';
import type { Session } from '../session';

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

/** The rows of chunks from one number to another, both included. */
export function readChunks({ connection: { raw } }: Session, importId: string, from: number, to: number): readonly Planned[] {
  return prepareOnce<[string, number, number], { rows: string }>(
    raw,
    'select rows from import_run_rows where import_id = ? and number between ? and ? order by number',
  )
    .all(importId, from, to)
    .flatMap(({ rows }) => rowsIn(rows));
}

/** Takes chunks away, in the transaction that has written their rows. */
export function dropChunks({ connection: { raw } }: Session, importId: string, from: number, to: number): void {
  prepareOnce(raw, 'delete from import_run_rows where import_id = ? and number between ? and ?').run(importId, from, to);
}

export interface KeptChunk {
  readonly number: number;
  readonly text: string;
}

export function keepChunks({ connection: { raw } }: Session, importId: string, chunks: readonly KeptChunk[]): void {
  const keep = prepareOnce(raw, 'insert into import_run_rows (import_id, number, rows) values (?, ?, ?)');
  raw.transaction(() => {
    for (const { number, text } of chunks) keep.run(importId, number, text);
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
