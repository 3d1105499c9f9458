import { decodeCommit, type Put, type Scalar } from '../../../db/log/commit';
import { caseOfSpace, type SyncedShape, shapeOfRelation } from '../../../db/log/synced-tables';
import { importMappings, imports } from '../../../db/schema';
import type { Session } from '../session';

/** What an import wrote of one row. */
export interface WrittenRow {
  readonly shape: SyncedShape;
  readonly row: string;
  /** By field: what it wrote last, and on top of what it wrote first. */
  readonly cells: ReadonlyMap<string, { readonly value: Scalar; readonly base: string }>;
}

/** What is taken back together: all of a case, or one row that belongs to none. */
export interface WrittenGroup {
  readonly caseId: string | null;
  /** The row that is meant, where it belongs to no case. */
  readonly row: string | null;
  /** Entries of the log, in order of arrival. */
  readonly sequences: readonly number[];
}

export interface WrittenReader {
  /** What the operation wrote, in groups. Only of what belongs to no case are the entries read: there is little of it. */
  groups(): readonly WrittenGroup[];
  /** Every row that a group holds, but for the note that it was an import. */
  rowsOf(group: WrittenGroup): readonly WrittenRow[];
}

/** Reads what one operation wrote from its entries of the log. */
export function readWritten({ connection: { raw } }: Session, operation: string): WrittenReader {
  const entries = raw.prepare<[string], { sequence: number; space: string }>(
    'select sequence, space from commits where operation = ? order by sequence',
  );
  const bodyAt = raw.prepare<[number], string>('select body from commits where sequence = ?').pluck();
  // Many rows may lie in one entry, one after another: it is taken apart once for all of them.
  let last: { readonly sequence: number; readonly rows: ReadonlyMap<string, readonly Put[]> } | null = null;
  function rowsIn(sequence: number): ReadonlyMap<string, readonly Put[]> {
    if (last?.sequence === sequence) return last.rows;
    const body = bodyAt.get(sequence);
    if (body === undefined) throw new Error('An entry of the log went away while it was being read.');
    last = { sequence, rows: Map.groupBy(decodeCommit(body).puts, ({ row }) => row) };
    return last.rows;
  }
  return {
    groups() {
      const groups: WrittenGroup[] = [];
      for (const [space, of] of Map.groupBy(entries.all(operation), ({ space }) => space)) {
        const sequences = of.map(({ sequence }) => sequence);
        const caseId = caseOfSpace(space);
        if (caseId !== null) {
          groups.push({ caseId, row: null, sequences });
          continue;
        }
        const rows = new Map<string, number[]>();
        for (const sequence of sequences) for (const row of rowsIn(sequence).keys()) rows.set(row, [...(rows.get(row) ?? []), sequence]);
        for (const [row, at] of rows) groups.push({ caseId: null, row, sequences: at });
      }
      return groups;
    },
    rowsOf({ sequences, row: only }) {
      const rows = new Map<string, WrittenRow & { readonly cells: Map<string, { readonly value: Scalar; readonly base: string }> }>();
      for (const sequence of sequences) {
        const puts = only === null ? [...rowsIn(sequence).values()].flat() : (rowsIn(sequence).get(only) ?? []);
        for (const { relation, row, field, value, base } of puts) {
          const shape = shapeOfRelation(relation);
          if (!shape || shape.table === imports || shape.table === importMappings) continue;
          const key = `${relation}/${row}`;
          const known = rows.get(key) ?? { shape, row, cells: new Map() };
          rows.set(key, known);
          known.cells.set(field, { value, base: known.cells.get(field)?.base ?? base });
        }
      }
      return [...rows.values()];
    },
  };
}
