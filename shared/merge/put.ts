import { byText } from '../language/in-order';
/** A value of one field, as the log holds it. */
export type MergeScalar = string | number | null;

/** One recorded change of a cell, as a merge sees it. Its stamp is that of its commit. */
export interface MergePut {
  readonly field: string;
  readonly stamp: string;
  readonly value: MergeScalar;
  /** The stamps of the values that whoever wrote it had before them, parted by spaces; empty for the first. */
  readonly base: string;
}

/** The stamps that a base names. */
export function stampsIn(base: string): readonly string[] {
  return base === '' ? [] : base.split(' ');
}

/** A base that names several stamps: sorted and each once, so that one set of stamps has one text. */
export function baseOf(stamps: Iterable<string>): string {
  return [...new Set(stamps)]
    .filter((stamp) => stamp !== '')
    .sort()
    .join(' ');
}

const byStamp = (one: { readonly stamp: string }, other: { readonly stamp: string }) => byText(one.stamp, other.stamp);

/**
 * The puts of one cell that no other put of it was written on top of, the latest last. More than one means that people
 * changed the cell without knowing of each other. Bases that go round in a circle can only be forged: then the latest.
 */
export function headsOf<P extends Pick<MergePut, 'stamp' | 'base'>>(puts: readonly P[]): readonly P[] {
  if (puts.length < 2) return puts;
  const covered = new Set<string>();
  for (const { stamp, base } of puts) for (const each of stampsIn(base)) if (each !== stamp) covered.add(each);
  const sorted = puts.toSorted(byStamp);
  const heads = sorted.filter(({ stamp }) => !covered.has(stamp));
  return heads.length > 0 ? heads : sorted.slice(-1);
}
