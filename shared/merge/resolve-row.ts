import { isJoinedText, isQuiet } from './fields';
import { mergeText } from './merge-text';
import { headsOf, type MergePut, type MergeScalar, stampsIn } from './put';

/** Why a person should look: two values of one field, two versions of the same words, or an edit of a withdrawn row. */
export const conflictKinds = ['two-values', 'text-overlap', 'edit-over-withdrawal'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export interface RowConflict {
  readonly field: string;
  readonly kind: ConflictKind;
  /** Stamps of the values to choose from, the one shown last. */
  readonly stamps: readonly string[];
}

export interface ResolvedRow {
  /** The value shown of each field that any put names. */
  readonly values: ReadonlyMap<string, MergeScalar>;
  readonly conflicts: readonly RowConflict[];
}

export const withdrawnField = 'withdrawn_on';
const withdrawnReasonField = 'withdrawn_reason';

/**
 * What all recorded changes of one row come to, in whatever order they arrived. The later stamp is shown of values that
 * were written without knowledge of each other, and they are a conflict until somebody settles it; a value written on
 * top of another takes its place whatever the clocks said.
 */
export function resolveRow(relation: string, puts: readonly MergePut[]): ResolvedRow {
  const values = new Map<string, MergeScalar>();
  const conflicts: RowConflict[] = [];
  for (const [field, cell] of byField(puts)) {
    const heads = headsOf(cell);
    const shown = heads.at(-1) as MergePut;
    values.set(field, shown.value);
    if (heads.length === 1 || heads.every(({ value }) => value === shown.value)) continue;
    const stamps = heads.map(({ stamp }) => stamp);
    if (isJoinedText(relation, field)) {
      const { text, overlaps } = joinHeads(cell, heads);
      values.set(field, text);
      if (overlaps) conflicts.push({ field, kind: 'text-overlap', stamps });
    } else if (!isQuiet(relation, field)) conflicts.push({ field, kind: 'two-values', stamps });
  }
  const edits = editsUnknownToWithdrawal(puts);
  if (edits) {
    values.set(withdrawnField, null);
    if (values.has(withdrawnReasonField)) values.set(withdrawnReasonField, '');
    // That a withdrawn and a live row differ in these two fields is what this one conflict says.
    const others = conflicts.filter(({ field }) => field !== withdrawnField && field !== withdrawnReasonField);
    return { values, conflicts: [...others, { field: withdrawnField, kind: 'edit-over-withdrawal', stamps: edits }] };
  }
  return { values, conflicts };
}

function byField(puts: readonly MergePut[]): ReadonlyMap<string, readonly MergePut[]> {
  const fields = new Map<string, MergePut[]>();
  for (const put of puts) {
    const cell = fields.get(put.field);
    if (cell) cell.push(put);
    else fields.set(put.field, [put]);
  }
  return fields;
}

/** Words of all heads, joined over what they were last all written on top of, in the order of their stamps. */
function joinHeads(cell: readonly MergePut[], heads: readonly MergePut[]): { readonly text: string; readonly overlaps: boolean } {
  const byStamp = new Map(cell.map((put) => [put.stamp, put]));
  const lines = heads.map((head) => pastOf([head.stamp], byStamp));
  const shared = cell.filter(({ stamp }) => lines.every((line) => line.has(stamp))).map(({ stamp }) => stamp);
  const original = textOf(byStamp.get(shared.sort().at(-1) ?? ''));
  let joined = { text: textOf(heads[0]), overlaps: false };
  for (const head of heads.slice(1)) {
    const { text, overlaps } = mergeText(original, joined.text, textOf(head));
    joined = { text, overlaps: joined.overlaps || overlaps };
  }
  return joined;
}

const textOf = (put: MergePut | undefined) => (typeof put?.value === 'string' ? put.value : '');

/** The stamps given and all that they were written on top of, as far as these puts tell. */
function pastOf(stamps: readonly string[], puts: ReadonlyMap<string, Pick<MergePut, 'base'>>): ReadonlySet<string> {
  const past = new Set<string>();
  const open = [...stamps];
  for (let stamp = open.pop(); stamp !== undefined; stamp = open.pop()) {
    if (past.has(stamp)) continue;
    past.add(stamp);
    const put = puts.get(stamp);
    if (put) open.push(...stampsIn(put.base));
  }
  return past;
}

/**
 * The stamps of a withdrawal and of the edits that its author did not know, where there are any; null otherwise. The
 * recorder writes into a withdrawal's base every value of the row that it was made on, and into the base of an edit of a
 * withdrawn row the withdrawal: so what is left over on either side was done without knowledge of the other.
 */
function editsUnknownToWithdrawal(puts: readonly MergePut[]): readonly string[] | null {
  const withdrawals = headsOf(puts.filter(({ field }) => field === withdrawnField)).filter(({ value }) => value !== null);
  const latest = withdrawals.at(-1);
  if (!latest) return null;
  // Logs from before a withdrawal said what it was made on: it knew what came before it.
  const isOld = (stamp: string) => withdrawals.some((withdrawal) => withdrawal.base === '' && stamp < withdrawal.stamp);
  const bases = new Map<string, { base: string }>();
  for (const { stamp, base } of puts) {
    const known = bases.get(stamp);
    bases.set(stamp, { base: known ? `${known.base} ${base}`.trim() : base });
  }
  const known = pastOf(
    withdrawals.map(({ stamp }) => stamp),
    bases,
  );
  const unknown = puts.filter(
    ({ field, stamp }) =>
      field !== withdrawnField &&
      field !== withdrawnReasonField &&
      !known.has(stamp) &&
      !isOld(stamp) &&
      !withdrawals.some((withdrawal) => pastOf([stamp], bases).has(withdrawal.stamp)),
  );
  if (unknown.length === 0) return null;
  return [...new Set([latest.stamp, ...unknown.map(({ stamp }) => stamp)])].sort();
}
