import type { Reader } from '../../../db/connection';
import type { Operation } from '../../../db/log/recorder';
import { isMappingKept, listMappings } from '../../../db/queries/import-mappings';
import { importMappings } from '../../../db/schema';
import { columnsAsLastTime, type KeptColumns, nearestKept } from '../../../shared/import/as-last-time';
import { plainWords } from '../../../shared/import/cell-text';
import { type ImportKind, importKinds, listTargets } from '../../../shared/import/lists/kinds';
import { Refusal } from '../../../shared/language/refusal';
import { type AnyTarget, type ImportSource, importTargets, type SavedMapping } from '../../../shared/views/importing';
import { demand } from '../permission';
import type { Session } from '../session';

/** What a sheet is known again by: its headings in order, without case, accents or punctuation. */
const headingsOf = ({ columns }: Pick<ImportSource, 'columns'>): readonly string[] => columns.map(({ heading }) => plainWords(heading));

interface Kept extends KeptColumns {
  readonly id: string;
  readonly kind: string;
}

function keptColumns(read: Reader): readonly Kept[] {
  return listMappings(read).map(({ id, name, kind, headings, targets }) => ({
    id,
    name,
    kind,
    headings: textsIn(headings),
    targets: targetsIn(targets),
  }));
}

const isOf =
  (headings: readonly string[]) =>
  (kept: Kept): boolean =>
    kept.headings.length === headings.length && kept.headings.every((heading, at) => heading === headings[at]);

/**
 * The source with its columns as they were set when this sheet was imported last: one with the same headings, or the nearest
 * whose columns moved or of which a few were renamed, added or dropped. What is different is then said.
 */
export function asLastTime(read: Reader, source: ImportSource): ImportSource {
  const headings = headingsOf(source);
  const kept = keptColumns(read).filter(({ kind }) => kind === source.kind);
  const nearest = kept.find(isOf(headings)) ?? nearestKept(headings, kept);
  if (!nearest) return source;
  const { columns, remark } = columnsAsLastTime(source.columns, nearest);
  return { ...source, columns, remarks: remark === null ? source.remarks : [remark, ...source.remarks] };
}

/** What a sheet with these very headings was said to hold last time, where that is not what its headings tell. */
export function kindLastTime(read: Reader, source: ImportSource): ImportKind | null {
  const kept = keptColumns(read).filter(isOf(headingsOf(source)));
  const kind = kept.some((one) => one.kind === source.kind) ? undefined : kept[0]?.kind;
  return importKinds.find((one) => one === kind) ?? null;
}

/**
 * Keeps the columns of an import for the next sheet with these headings, inside the operation that imports. What is kept of a
 * sheet that has only moved or grown since is replaced; where a heading of it is gone, both are kept.
 */
export function keepMapping(operation: Operation, source: ImportSource, targets: readonly AnyTarget[], person: string): void {
  const headings = headingsOf(source);
  const kept = keptColumns(operation.read).filter(({ kind }) => kind === source.kind);
  const nearest = nearestKept(headings, kept);
  const hasGrown = nearest?.headings.every((heading) => headings.includes(heading)) ?? false;
  const saved = kept.find(isOf(headings)) ?? (hasGrown ? nearest : null);
  operation.put(importMappings, saved?.id ?? operation.newId(), {
    // A name that somebody gave stays; the file's own is only the first.
    name: saved?.name ?? source.fileName,
    kind: source.kind,
    headings: JSON.stringify(headings),
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
