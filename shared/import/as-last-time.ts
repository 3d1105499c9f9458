import { counted } from '../language/counted';
import { listedUpTo } from '../language/listed';
import type { AnyTarget, ImportColumn } from '../views/importing';
import { columnLetters, plainWords } from './cell-text';
import { mayRepeat } from './lists/kinds';

/** How the columns of a sheet were read when it was imported: headings as `plainWords` gives them, one target each. */
export interface KeptColumns {
  readonly name: string;
  readonly headings: readonly string[];
  readonly targets: readonly AnyTarget[];
}

/** These may stand over any number of columns. */
const gathering: ReadonlySet<string> = new Set(['ignore', 'aliases', 'riskWarnings', 'needs', 'note', ...mayRepeat]);
/** Fewer headings in common than these, and than this share of them, are another sheet. */
const leastInCommon = 3;
const leastShared = 0.6;

/** By heading, the places that it stands in: two columns may be headed alike. */
function placesOf(headings: readonly string[]): ReadonlyMap<string, readonly number[]> {
  return Map.groupBy(
    headings.flatMap((heading, at) => (heading === '' ? [] : [at])),
    (at) => headings[at] ?? '',
  );
}

/** How many headings two sheets have in common, wherever they stand. */
function sharedBy(one: readonly string[], other: readonly string[]): number {
  const places = placesOf(other);
  return [...placesOf(one)].reduce((sum, [heading, at]) => sum + Math.min(at.length, places.get(heading)?.length ?? 0), 0);
}

/**
 * The sheet that this one most likely is, among those imported before: one whose columns moved, or of which one was renamed,
 * added or dropped. At least three headings, and three in five, are the same. Null where none is near enough.
 * @param kept the last used first, of two that are as near that one is taken.
 */
export function nearestKept<Kept extends KeptColumns>(headings: readonly string[], kept: readonly Kept[]): Kept | null {
  let best: { readonly one: Kept; readonly likeness: number } | null = null;
  const said = headings.filter((heading) => heading !== '').length;
  for (const one of kept) {
    const shared = sharedBy(one.headings, headings);
    const likeness = shared / Math.max(said, one.headings.filter((heading) => heading !== '').length);
    if (shared >= leastInCommon && likeness >= leastShared && likeness > (best?.likeness ?? 0)) best = { one, likeness };
  }
  return best?.one ?? null;
}

export interface ColumnsAsLastTime {
  readonly columns: readonly ImportColumn[];
  /** A whole sentence where the sheet is not quite the one of last time; null where it is. */
  readonly remark: string | null;
}

/**
 * The columns of a sheet read as those of a sheet imported before. A heading that was not there then is read by what it says;
 * where just one is new and one is gone, the new one is taken for the other renamed. Nothing becomes what another column is.
 */
export function columnsAsLastTime(columns: readonly ImportColumn[], kept: KeptColumns): ColumnsAsLastTime {
  const headings = columns.map(({ heading }) => plainWords(heading));
  const before = new Map([...placesOf(kept.headings)].map(([heading, places]) => [heading, [...places]]));
  const isSame = headings.length === kept.headings.length && headings.every((heading, at) => heading === kept.headings[at]);
  const found = headings.map((heading, at) => (isSame ? at : heading === '' ? null : (before.get(heading)?.shift() ?? null)));
  const targetAt = (at: number | null | undefined): AnyTarget =>
    at === null || at === undefined ? 'ignore' : (kept.targets[at] ?? 'ignore');

  const fresh = found.flatMap((at, column) => (at === null && headings[column] !== '' ? column : []));
  const gone = kept.headings.flatMap((heading, at) => (heading !== '' && !found.includes(at) ? at : []));
  const [only] = fresh;
  const renamed = fresh.length === 1 && gone.length === 1 && columns[only ?? -1]?.guess === 'ignore' ? gone[0] : undefined;
  const taken = new Set(found.map(targetAt));

  const read = columns.map((column, at): ImportColumn => {
    const place = found[at] ?? null;
    if (place !== null) {
      const guess = targetAt(place);
      return { ...column, guess, because: guess === column.guess ? column.because : `as in ${kept.name}, imported before` };
    }
    if (at === only && renamed !== undefined && targetAt(renamed) !== 'ignore')
      return { ...column, guess: targetAt(renamed), because: `was “${kept.headings[renamed]}” in ${kept.name}, it seems` };
    if (gathering.has(column.guess) || !taken.has(column.guess)) return column;
    return { ...column, guess: 'ignore', because: `another column is this, as in ${kept.name}` };
  });
  if (isSame) return { columns: read, remark: null };
  const changed = [
    fresh.length > 0
      ? `${fresh.length === 1 ? 'column' : 'columns'} ${listedUpTo(fresh.map(columnLetters), 6)} ${fresh.length === 1 ? 'is' : 'are'} new`
      : '',
    gone.length > 0 ? `${counted(gone.length, 'column')} of then ${gone.length === 1 ? 'is' : 'are'} missing` : '',
  ].filter(Boolean);
  const what = changed.length > 0 ? changed.join(', and ') : 'the columns stand in another order';
  return { columns: read, remark: `This is read like ${kept.name}, imported before, though ${what}. Look whether each column is right.` };
}
