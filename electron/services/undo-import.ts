import { getTableColumns } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { decodeCommit, type Scalar } from '../../db/log/commit';
import { commitsOf } from '../../db/log/recorder';
import { caseSpace, type Fields, type SyncedShape, type SyncedTable, shapeOfRelation } from '../../db/log/synced-tables';
import { caseNames } from '../../db/queries/cases';
import { findImport, importUndoneReason, operationOfImport } from '../../db/queries/imports';
import { actions, cases, colourChanges, importMappings, imports } from '../../db/schema';
import { Refusal } from '../../shared/language/refusal';
import type { ImportUndoView } from '../../shared/views/importing';
import { demand } from './permission';
import type { Session } from './session';

/** What an import wrote of one row. */
interface WrittenRow {
  readonly shape: SyncedShape;
  readonly row: string;
  readonly stamp: string;
  readonly cells: ReadonlyMap<string, { readonly value: Scalar; readonly base: string }>;
  readonly caseId: string | null;
}
interface Reversal {
  readonly table: SyncedTable;
  readonly row: string;
  readonly fields: Readonly<Record<string, Scalar>>;
}
interface Undo {
  readonly view: ImportUndoView;
  readonly reversals: readonly Reversal[];
}

const mostKeptShown = 500;

/** What taking an import back would do, without doing it. */
export function lookAtUndo(session: Session, { id }: { readonly id: string }): ImportUndoView {
  demand(session, 'import-cases');
  return planUndo(session, id).view;
}

/**
 * Takes an import back by reverse puts, as one operation: fields that it changed hold again what they held, rows that it
 * made are withdrawn, cases that it made leave the register. Whatever was touched since stays as it is. Nothing is
 * erased: the import and its undoing both stay in the log.
 */
export function undoImport(session: Session, { id }: { readonly id: string }): ImportUndoView {
  demand(session, 'import-cases');
  const { view, reversals } = planUndo(session, id);
  session.record('import taken back', (operation) => {
    for (const { table, row, fields } of reversals) operation.put(table, row, fields as Fields<typeof table>);
    operation.put(imports, id, { withdrawnOn: session.today(), withdrawnReason: importUndoneReason });
  });
  return view;
}

function planUndo(session: Session, id: string): Undo {
  const found = findImport(session.read, id);
  const operation = found ? operationOfImport(session.read, id) : null;
  if (!found || operation === null) throw new Refusal('This import is not in your copy of the scheme. Nothing was changed.');
  if (found.withdrawnOn !== null) throw new Refusal('This import has been taken back already. Nothing was changed.');
  const { raw } = session.connection;
  const firstStamp = raw.prepare<[string, string], { stamp: string }>(
    'select min(stamp) as stamp from puts where relation = ? and row = ?',
  );
  const lastStamp = raw.prepare<[string, string], { stamp: string }>('select max(stamp) as stamp from puts where relation = ? and row = ?');
  const lastOfCell = raw.prepare<[string, string, string], { stamp: string }>(
    'select max(stamp) as stamp from puts where relation = ? and row = ? and field = ?',
  );
  const valueAt = raw.prepare<[string, string, string, string], { value: string }>(
    'select value from puts where relation = ? and row = ? and field = ? and stamp = ?',
  );
  const lastOfSpace = raw.prepare<[string], { stamp: string | null }>('select max(stamp) as stamp from commits where space = ?');

  const written = rowsOf(session, operation);
  const isNew = ({ shape, row, stamp }: WrittenRow) => firstStamp.get(shape.relation, row)?.stamp === stamp;
  const newCases = new Map(written.filter((one) => one.shape.table === cases && isNew(one)).map((one) => [one.row, one]));
  // A case that somebody has worked on since is kept whole: its aliases without its name would be worth nothing.
  const keptCases = new Set(
    [...newCases.values()].filter(({ row, stamp }) => lastOfSpace.get(caseSpace(row))?.stamp !== stamp).map(({ row }) => row),
  );

  const reversals: Reversal[] = [];
  const kept: { readonly caseId: string | null; readonly what: string }[] = [];
  let restored = 0;
  let withdrawn = 0;
  for (const one of written) {
    const { shape, row, stamp, cells, caseId } = one;
    if (caseId !== null && keptCases.has(caseId)) {
      if (shape.table === cases) kept.push({ caseId, what: 'the whole case, since something was recorded on it later' });
      continue;
    }
    if (isNew(one)) {
      if (lastStamp.get(shape.relation, row)?.stamp !== stamp) {
        kept.push({ caseId, what: `${nounOf(shape.relation)} that was changed later` });
        continue;
      }
      const fields = withdrawalOf(session, shape.table);
      if (fields === null) continue;
      reversals.push({ table: shape.table, row, fields });
      if (shape.table === cases || caseId === null || !newCases.has(caseId)) withdrawn += 1;
      continue;
    }
    const fields: Record<string, Scalar> = {};
    for (const [name, { base }] of cells) {
      const field = shape.fields.get(name);
      if (!field) continue;
      if (lastOfCell.get(shape.relation, row, name)?.stamp !== stamp) {
        kept.push({ caseId, what: `${name.replaceAll('_', ' ')}, since it was changed later` });
        continue;
      }
      const before = base === '' ? undefined : valueAt.get(shape.relation, row, name, base);
      fields[field.key] = before === undefined ? field.initial : (JSON.parse(before.value) as Scalar);
      restored += 1;
    }
    if (Object.keys(fields).length > 0) reversals.push({ table: shape.table, row, fields });
  }
  const names = caseNames(session.read, [...new Set(kept.flatMap(({ caseId }) => caseId ?? []))].slice(0, mostKeptShown));
  return {
    reversals,
    view: {
      id,
      fileName: found.fileName,
      casesLeaving: [...newCases.keys()].filter((caseId) => !keptCases.has(caseId)).length,
      rowsWithdrawn: withdrawn - [...newCases.keys()].filter((caseId) => !keptCases.has(caseId)).length,
      fieldsRestored: restored,
      keptCount: kept.length,
      kept: kept.slice(0, mostKeptShown).map(({ caseId, what }) => ({ name: (caseId && names.get(caseId)) || 'The scheme', what })),
    },
  };
}

/** Every row that an operation wrote, but for the note that it was an import and the story that it added. */
function rowsOf(session: Session, operation: string): readonly WrittenRow[] {
  const rows = new Map<string, WrittenRow & { readonly cells: Map<string, { readonly value: Scalar; readonly base: string }> }>();
  for (const { body, stamp, space } of commitsOf(session.read, operation)) {
    const caseId = space.startsWith('case:') ? space.slice('case:'.length) : null;
    for (const { relation, row, field, value, base } of decodeCommit(body).puts) {
      const shape = shapeOfRelation(relation);
      if (!shape || shape.table === imports || shape.table === importMappings) continue;
      const key = `${relation}/${row}`;
      const known = rows.get(key) ?? { shape, row, stamp, cells: new Map(), caseId };
      rows.set(key, known);
      known.cells.set(field, { value, base });
    }
  }
  return [...rows.values()];
}

/** How a row that an import made is taken back; null where it stays as a story told, as the updates of an action do. */
function withdrawalOf(session: Session, table: SyncedTable): Readonly<Record<string, Scalar>> | null {
  if (table === cases) return { state: 'left', leftOn: session.today(), leftReason: importUndoneReason };
  if (table === colourChanges) return { colour: null, reason: importUndoneReason };
  if (table === actions) return { outcome: 'withdrawn', closedOn: session.today(), closingNote: importUndoneReason };
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  return columns.withdrawnOn ? { withdrawnOn: session.today(), withdrawnReason: importUndoneReason } : null;
}

const nouns: Readonly<Record<string, string>> = {
  aliases: 'an alias',
  risk_warnings: 'a risk warning',
  needs: 'a need',
  case_events: 'an event',
  outcome_events: 'an arrest, charge or other outcome',
  colour_changes: 'a colour',
  actions: 'an action',
  agencies: 'an agency',
  people: 'a person',
  services: 'a service',
};
const nounOf = (relation: string) => nouns[relation] ?? 'a row';
