import type Database from 'better-sqlite3';
import type { MergePut } from '../../shared/merge/put';
import { resolveRow } from '../../shared/merge/resolve-row';
import { prepareOnce } from '../prepared';
import type { Scalar } from './commit';
import { createRowWriter } from './rows';
import { caseOfSpace, ownerField, type SyncedField, type SyncedShape, shapeOfRelation } from './synced-tables';

/** Makes rows of tables and the list of conflicts what the puts of the log come to. */
export interface RowSettler {
  /** Gives true where the table knows the row; a table of a newer version is left to the version that knows it. */
  settle(relation: string, row: string, puts: readonly MergePut[], isNew?: boolean): boolean;
}

export function createRowSettler(raw: Database.Database): RowSettler {
  const writeRow = createRowWriter(raw);
  const spaceOfStamp = prepareOnce<[string], { space: string }>(raw, 'select space from commits where stamp = ?');
  const dropConflicts = prepareOnce(raw, 'delete from conflicts where relation = ? and row = ?');
  const addConflict = prepareOnce(raw, 'insert into conflicts (relation, row, field, kind, stamps, case_id) values (?, ?, ?, ?, ?, ?)');

  /** In a case's space every row belongs to that case, also before the commit that made the row has arrived. */
  function ownerOf(shape: SyncedShape, row: string, values: Map<string, Scalar>, stamp: string): string | null {
    const field = ownerField(shape);
    if (field === null) return shape.relation === 'cases' ? row : null;
    const known = values.get(field);
    if (known !== undefined) return typeof known === 'string' && field === 'case_id' ? known : null;
    const space = spaceOfStamp.get(stamp)?.space ?? '';
    const owner = field === 'case_id' ? caseOfSpace(space) : space.startsWith('agency:') ? space.slice(7) : null;
    if (owner !== null) values.set(field, owner);
    return field === 'case_id' ? owner : null;
  }

  return {
    settle(relation, row, puts, isNew = false) {
      const shape = shapeOfRelation(relation);
      if (!shape) return false;
      const present = isNew ? undefined : writeRow.read(shape, row);
      const first = puts[0];
      if (!isNew) dropConflicts.run(relation, row);
      if (!first) {
        if (present) writeRow.remove(shape, row);
        return true;
      }
      const { values: shown, conflicts } = resolveRow(relation, puts);
      const values = new Map<string, Scalar>();
      for (const [name, value] of shown) {
        const field = shape.fields.get(name);
        if (field) values.set(name, fitting(field, value));
      }
      const caseId = ownerOf(shape, row, values, first.stamp);
      if (present) {
        for (const [name, { initial }] of shape.fields) {
          const value = values.has(name) ? (values.get(name) as Scalar) : initial;
          if (present[name] === value) values.delete(name);
          else values.set(name, value);
        }
      }
      writeRow.write(shape, row, values, present !== undefined);
      for (const { field, kind, stamps } of conflicts) addConflict.run(relation, row, field, kind, stamps.join(' '), caseId);
      return true;
    },
  };
}

/** Looks again at rows of which a conflict was known, after something was written to them here. */
export function createConflictSettler(raw: Database.Database): (touched: ReadonlyMap<string, ReadonlySet<string>>) => void {
  const settler = createRowSettler(raw);
  const known = prepareOnce<[string, string], { found: number }>(
    raw,
    'select 1 as found from conflicts where relation = ? and row = ? limit 1',
  );
  const anyKnown = prepareOnce<[], { found: number }>(raw, 'select 1 as found from conflicts limit 1');
  const putsOf = createPutReader(raw);
  return (touched) => {
    if (!anyKnown.get()) return;
    for (const [relation, rows] of touched) {
      for (const row of rows) if (known.get(relation, row)) settler.settle(relation, row, putsOf(relation, row));
    }
  };
}

/** All puts of a row. */
export function createPutReader(raw: Database.Database): (relation: string, row: string) => readonly MergePut[] {
  const stored = prepareOnce<[string, string], { field: string; stamp: string; value: string; base: string }>(
    raw,
    'select field, stamp, value, base from puts where relation = ? and row = ? order by field, stamp',
  );
  return (relation, row) => stored.all(relation, row).map(({ value, ...put }) => ({ ...put, value: JSON.parse(value) as Scalar }));
}

/** A value that its column cannot hold can only come from a faulty or forged commit: the field stays as if never set. */
function fitting({ column, initial }: SyncedField, value: Scalar): Scalar {
  if (value === null) return column.notNull ? initial : null;
  if (column.getSQLType() === 'integer') return typeof value === 'number' ? value : initial;
  return String(value);
}
