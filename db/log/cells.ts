import type Database from 'better-sqlite3';
import { isJoinedText, isQuiet } from '../../shared/merge/fields';
import { baseOf, headsOf } from '../../shared/merge/put';
import { withdrawnField } from '../../shared/merge/resolve-row';
import { prepareOnce } from '../prepared';
import type { Scalar } from './commit';

/** What the log says of cells, for whoever is about to write on top of them. */
export interface CellReader {
  /** The base of a new value: the value shown, all versions of a joined text, and what a withdrawal or an edit of a withdrawn row must name. */
  baseFor(relation: string, row: string, field: string, value: Scalar): string;
  /** The base that settles a conflict: every version of the cell; for a withdrawal all that the row holds. */
  settlingBase(relation: string, row: string, field: string): string;
}

interface Link {
  readonly field: string;
  readonly stamp: string;
  readonly base: string;
}

export function createCellReader(raw: Database.Database): CellReader {
  const ofCell = prepareOnce<[string, string, string], Link & { readonly value: string }>(
    raw,
    'select field, stamp, value, base from puts where relation = ? and row = ? and field = ? order by stamp',
  );
  const ofRow = prepareOnce<[string, string], Link>(
    raw,
    'select field, stamp, base from puts where relation = ? and row = ? order by field, stamp',
  );
  const headsOfRow = (relation: string, row: string) => {
    const cells = new Map<string, Link[]>();
    for (const put of ofRow.all(relation, row)) cells.set(put.field, [...(cells.get(put.field) ?? []), put]);
    return [...cells.values()].flatMap(headsOf).map(({ stamp }) => stamp);
  };
  return {
    baseFor(relation, row, field, value) {
      const heads = headsOf(ofCell.all(relation, row, field));
      const shown = heads.at(-1);
      const coversAll = isJoinedText(relation, field) || isQuiet(relation, field);
      // Two people who wrote the same are not parted by what is written on top of both.
      const stamps = heads.filter((head) => coversAll || head.value === shown?.value).map(({ stamp }) => stamp);
      if (field === withdrawnField) return value === null ? baseOf(stamps) : baseOf([...stamps, ...headsOfRow(relation, row)]);
      const withdrawals = headsOf(ofCell.all(relation, row, withdrawnField));
      return baseOf([...stamps, ...withdrawals.map(({ stamp }) => stamp)]);
    },
    settlingBase(relation, row, field) {
      if (field === withdrawnField) return baseOf(headsOfRow(relation, row));
      const withdrawals = headsOf(ofCell.all(relation, row, withdrawnField));
      return baseOf([...headsOf(ofCell.all(relation, row, field)), ...withdrawals].map(({ stamp }) => stamp));
    },
  };
}
