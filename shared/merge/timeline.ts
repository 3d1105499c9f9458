import { byText } from '../language/in-order';
import { type MergePut, type MergeScalar, stampsIn } from './put';

/** What a field held from which stamp on. */
export interface TimelineEntry {
  readonly from: string;
  readonly value: MergeScalar;
}

/**
 * The values of one cell in the order in which they came to hold. A value written on top of another never comes to hold
 * before it, even where the clock of whoever wrote it stood back.
 */
export function timelineOf(puts: readonly MergePut[]): readonly TimelineEntry[] {
  const byStamp = new Map(puts.map((put) => [put.stamp, put]));
  const from = new Map<string, string>();
  const begin = (put: MergePut, seen: ReadonlySet<string>): string => {
    const known = from.get(put.stamp);
    if (known !== undefined) return known;
    let latest = put.stamp;
    for (const base of stampsIn(put.base)) {
      const before = byStamp.get(base);
      if (!before || seen.has(base)) continue;
      const start = begin(before, new Set([...seen, put.stamp]));
      if (start >= latest) latest = `${start}+`;
    }
    from.set(put.stamp, latest);
    return latest;
  };
  return puts.map((put) => ({ from: begin(put, new Set()), value: put.value })).sort((one, other) => byText(one.from, other.from));
}

/**
 * The value that held just before a stamp. Before the first entry the first holds: a device whose clock stands back was
 * admitted all the same, and its word is not refused for its clock.
 */
export function valueAt(timeline: readonly TimelineEntry[], stamp: string): MergeScalar | undefined {
  let held = timeline[0]?.value;
  for (const { from, value } of timeline) {
    if (from >= stamp) break;
    held = value;
  }
  return held;
}
