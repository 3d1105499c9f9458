import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../db/connection';
import type { Operation } from '../../db/log/recorder';
import { importMappings } from '../../db/schema';
import { plainWords } from '../../shared/import/cell-text';
import { listTargets } from '../../shared/import/lists/kinds';
import { type AnyTarget, type ImportSource, importTargets } from '../../shared/views/importing';

/** What a sheet is known again by: its headings in order, without case, accents or punctuation. */
function headingsOf({ columns }: Pick<ImportSource, 'columns'>): string {
  return JSON.stringify(columns.map(({ heading }) => plainWords(heading)));
}

function savedFor(read: Reader, source: ImportSource) {
  return read
    .select()
    .from(importMappings)
    .where(and(eq(importMappings.kind, source.kind), eq(importMappings.headings, headingsOf(source)), isNull(importMappings.withdrawnOn)))
    .orderBy(desc(importMappings.usedAt), desc(importMappings.id))
    .get();
}

/** The source with its columns as they were set when a sheet with these headings was imported last. */
export function asLastTime(read: Reader, source: ImportSource): ImportSource {
  const saved = savedFor(read, source);
  if (!saved) return source;
  const targets = targetsIn(saved.targets);
  if (targets.length !== source.columns.length) return source;
  return {
    ...source,
    columns: source.columns.map((column, at) => {
      const guess = targets[at] ?? column.guess;
      return { ...column, guess, because: guess === column.guess ? column.because : `as in ${saved.name}, imported before` };
    }),
  };
}

/** Keeps the columns of an import for the next sheet with these headings, inside the operation that imports. */
export function keepMapping(operation: Operation, source: ImportSource, targets: readonly AnyTarget[], person: string): void {
  const saved = savedFor(operation.read, source);
  operation.put(importMappings, saved?.id ?? operation.newId(), {
    name: source.fileName,
    kind: source.kind,
    headings: headingsOf(source),
    targets: JSON.stringify(targets),
    usedAt: operation.at,
    savedBy: person,
  });
}

const known: ReadonlySet<string> = new Set([...importTargets, ...listTargets]);

/** What a newer version calls a column and this one does not know is left out. */
function targetsIn(text: string): readonly AnyTarget[] {
  const read: unknown = JSON.parse(text);
  return Array.isArray(read) ? read.map((target) => (known.has(String(target)) ? (target as AnyTarget) : 'ignore')) : [];
}
