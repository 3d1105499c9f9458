import type { Operation } from '../../../db/log/recorder';
import type { Pace } from '../../../db/pace';
import { imports } from '../../../db/schema';
import { writeInSlices } from '../../../db/turns';
import type { ImportKind } from '../../../shared/import/lists/kinds';
import type { AnyTarget, ImportSource } from '../../../shared/views/importing';
import { type PlannedFile, rowsAChunk } from '../../exchange/import-engine';
import type { Session } from '../session';
import { applyRows, type ImportFrom, importIntents } from './apply-import';
import { changedMeanwhile } from './changed-meanwhile';
import { keepMapping } from './import-mappings';
import { chunksOfRun, dropChunks, endRun, type ImportRun, keepChunks, keepRun, type Planned, readChunks, rowsIn } from './import-runs';

/** As many rows are one transaction, which nobody notices; more go in slices. */
export const rowsAtOnce = 40;
/** Chunks that are fetched at once to be kept, some megabytes. */
const chunksFetchedAtOnce = 400;

export interface RunOptions {
  readonly pace?: Pace | undefined;
  /** Rows written so far, of how many. */
  readonly onRows?: ((done: number, total: number) => void) | undefined;
  /** Asked before each slice. */
  readonly goesOn?: () => boolean;
}

/** What is imported: the plan that was shown, how its sheet was read, and how far the log went then. */
export interface ToImport {
  readonly planned: PlannedFile;
  /** What the plan would write, some chunks at a time. */
  readonly rows: (first: number, chunks: number) => Promise<readonly string[]>;
  readonly source: ImportSource;
  readonly columns: readonly AnyTarget[];
  readonly standsOn: number;
}

/** One that was written whole, or one whose rows are still to be written. */
export type Begun = { readonly isWhole: true; readonly operation: string } | { readonly isWhole: false; readonly run: ImportRun };

/**
 * Begins an import: the entry of the log that names it, and its rows kept in this file to be written slice by slice.
 * A small one is written whole at once.
 */
export async function beginImport(session: Session, { planned, rows, source, columns, standsOn }: ToImport): Promise<Begun> {
  const { kind, plan, total, added } = planned;
  const updated = total - added;
  const from: ImportFrom = { kind, fileName: source.fileName, day: session.today() };
  const importId = session.newId();
  const putImport = (operation: Operation, rowsDue: number) => {
    keepMapping(operation, source, columns, session.me.personId);
    operation.put(imports, importId, {
      fileName: source.fileName,
      kind,
      added,
      updated,
      leftOut: plan.counts.leftOut + plan.counts.duplicate,
      rowsDue,
      importedAt: operation.at,
      importedBy: session.me.personId,
    });
    return operation.id;
  };
  if (total <= rowsAtOnce) {
    const all = (await rows(0, Math.ceil(total / rowsAChunk))).flatMap(rowsIn);
    const operation = session.record(importIntents[kind], (open) => {
      applyRows(session, open, from, all);
      return putImport(open, 0);
    });
    return { isWhole: true, operation };
  }
  const chunks = Math.ceil(total / rowsAChunk);
  for (let first = 0; first < chunks; first += chunksFetchedAtOnce) {
    const fetched = (await rows(first, chunksFetchedAtOnce)).map((text, at) => ({ number: first + at, text }));
    // Nothing stands on them before the entry that names the import, which waits for the disk.
    await writeInSlices(session.connection.raw, fetched, (slice) => keepChunks(session, importId, slice), { first: 40 });
  }
  const run = session.record(importIntents[kind], (open): ImportRun => {
    const operation = putImport(open, total);
    const begun = {
      importId,
      operation,
      state: 'importing',
      ...from,
      total,
      added,
      updated,
      leftAlone: 0,
      standsOn,
      backOperation: '',
    } as const;
    keepRun(session, begun);
    return begun;
  });
  return { isWhole: false, run };
}

/**
 * Writes what a run has still to write, in slices of one operation, each a transaction of its own that also takes its rows
 * off the list: cut short anywhere, it can go on from there or be taken back. Rows that somebody else has changed since
 * they were shown are left alone, and counted.
 */
export async function continueImport(
  session: Session,
  begun: ImportRun,
  { pace, onRows, goesOn = () => true }: RunOptions = {},
): Promise<ImportRun | null> {
  let run = begun;
  const { importId, operation, fileName, day, total } = run;
  const kind = run.kind as ImportKind;
  const meanwhile = changedMeanwhile(session, run.standsOn, operation);
  const chunks = chunksOfRun(session.read, importId);
  const untold = new Set<string>();
  let left = chunks.length;
  try {
    const done = await writeInSlices(
      session.connection.raw,
      chunks,
      (slice) => {
        const next = session.record(
          importIntents[kind],
          (open): ImportRun => {
            const [from, to] = [slice[0] ?? 0, slice.at(-1) ?? 0];
            const rows = readChunks(session, importId, from, to);
            meanwhile.look();
            const free = rows.filter((row) => !meanwhile.changed(row));
            applyRows(session, open, { kind, fileName, day }, free);
            dropChunks(session, importId, from, to);
            if (free.length === rows.length) return run;
            const passed = withLeftAlone(run, rows.length - free.length, rows.filter(adds).length - free.filter(adds).length);
            keepRun(session, passed);
            return passed;
          },
          { operation, untold },
        );
        run = next;
        left -= slice.length;
        onRows?.(Math.max(0, total - left * rowsAChunk), total);
      },
      { pace, goesOn, first: 1 },
    );
    if (done < chunks.length) return null;
    session.record(
      importIntents[kind],
      (open) => {
        open.put(imports, importId, { rowsDue: 0, added: run.added, updated: run.updated });
        endRun(session, importId);
      },
      { operation, untold },
    );
    return run;
  } finally {
    if (session.connection.raw.open) session.announce([...untold]);
  }
}

const adds = (row: Planned) => ('caseId' in row ? row.caseId : row.id) === null;

const withLeftAlone = (run: ImportRun, rows: number, added: number): ImportRun => ({
  ...run,
  leftAlone: run.leftAlone + rows,
  added: run.added - added,
  updated: run.updated - (rows - added),
});
