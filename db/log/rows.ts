import type Database from 'better-sqlite3';
import { prepareOnce } from '../prepared';
import type { Scalar } from './commit';
import type { SyncedShape } from './synced-tables';

type StoredRow = Readonly<Record<string, Scalar>>;

/** Writes rows of synced tables with prepared statements, one for each set of fields met. */
export interface RowWriter {
  read(shape: SyncedShape, row: string): StoredRow | undefined;
  write(shape: SyncedShape, row: string, values: ReadonlyMap<string, Scalar>, exists: boolean): void;
  remove(shape: SyncedShape, row: string): void;
}

export function createRowWriter(raw: Database.Database): RowWriter {
  const prepared = (text: string) => prepareOnce<unknown[], unknown>(raw, text);
  return {
    remove(shape, row) {
      prepared(`delete from "${shape.relation}" where id = ?`).run(row);
    },
    read(shape, row) {
      return prepared(`select * from "${shape.relation}" where id = ?`).get(row) as StoredRow | undefined;
    },
    write(shape, row, values, exists) {
      const names = [...values.keys()];
      if (exists) {
        if (names.length === 0) return;
        prepared(`update "${shape.relation}" set ${names.map((name) => `"${name}" = ?`).join(', ')} where id = ?`).run(
          ...values.values(),
          row,
        );
        return;
      }
      const columns = ['id', ...names].map((name) => `"${name}"`).join(', ');
      prepared(
        `insert into "${shape.relation}" (${columns}) values (${Array(names.length + 1)
          .fill('?')
          .join(', ')})`,
      ).run(row, ...values.values());
    },
  };
}
