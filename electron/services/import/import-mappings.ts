import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../../db/connection';
import type { Operation } from '../../../db/log/recorder';
import { isMappingKept, listMappings } from '../../../db/queries/import-mappings';
import { importMappings } from '../../../db/schema';
import { plainWords } from '../../../shared/import/cell-text';
import { importKinds, listTargets } from '../../../shared/import/lists/kinds';
import { Refusal } from '../../../shared/language/refusal';
import { type AnyTarget, type ImportSource, importTargets, type SavedMapping } from '../../../shared/views/importing';
import { demand } from '../permission';
import type { Session } from '../session';

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
    // A name that somebody gave stays; the file's own is only the first.
    name: saved?.name ?? source.fileName,
    kind: source.kind,
    headings: headingsOf(source),
    targets: JSON.stringify(targets),
    usedAt: operation.at,
    savedBy: person,
  });
}

/** What is kept of how sheets were read, column by column. */
export function savedMappings(session: Session): readonly SavedMapping[] {
  return listMappings(session.read).map(({ headings, targets, kind, ...row }) => {
    const becomes = targetsIn(targets);
    return {
      ...row,
      kind: importKinds.find((one) => one === kind) ?? 'cases',
      columns: textsIn(headings).map((heading, at) => ({ heading, target: becomes[at] ?? 'ignore' })),
    };
  });
}

export function renameMapping(session: Session, { id, name }: { readonly id: string; readonly name: string }): void {
  demandMapping(session, id);
  session.record('saved columns renamed', (operation) => operation.put(importMappings, id, { name }));
}

/** The next sheet with these headings is guessed anew; what was imported by them stays. */
export function withdrawMapping(session: Session, { id }: { readonly id: string }): void {
  demandMapping(session, id);
  session.record('saved columns withdrawn', (operation) =>
    operation.put(importMappings, id, { withdrawnOn: session.today(), withdrawnReason: 'No longer used' }),
  );
}

function demandMapping(session: Session, id: string): void {
  demand(session, 'import-cases');
  if (!isMappingKept(session.read, id))
    throw new Refusal('These columns are not, or no longer, kept. Nothing was changed. Open the import again.');
}

const known: ReadonlySet<string> = new Set([...importTargets, ...listTargets]);

function textsIn(text: string): readonly string[] {
  const read: unknown = JSON.parse(text);
  return Array.isArray(read) ? read.map(String) : [];
}

/** What a newer version calls a column and this one does not know is left out. */
function targetsIn(text: string): readonly AnyTarget[] {
  return textsIn(text).map((target) => (known.has(target) ? (target as AnyTarget) : 'ignore'));
}
