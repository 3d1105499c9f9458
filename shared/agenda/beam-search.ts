import type { OutsideIn, Partial } from './outside-in';

interface Complete {
  readonly order: readonly number[];
  readonly cost: number;
}

export interface BeamSearch {
  /** Looks into about so many partial orders; an order below `limit` where it came to one. */
  readonly run: (steps: number, limit: number) => Complete | null;
}

/** A case put at one end by choice; what follows of itself is placed again when the order is built. */
interface Choice {
  readonly index: number;
  readonly before: Choice | null;
}

interface Kept {
  readonly state: Partial;
  readonly total: number;
  readonly choice: Choice | null;
}

/** The partial orders with equally many cases left. */
interface Level {
  /** The best first. */
  readonly kept: Kept[];
  readonly byKey: Map<string, Kept>;
}

const firstWidth = 4;
/** Memory: one partial order takes about half a kilobyte, and some twenty levels are filled ahead. */
const mostWidth = 2048;

/**
 * Beam search from the outside in: of the partial orders with equally many cases left only the most promising few are
 * looked into, by what they cost and must still cost. One pass after another, each twice as wide, until the widest is
 * over. It proves nothing and is soon close to the least where there are too many partial orders to look into them all.
 */
export function beamSearch(from: OutsideIn): BeamSearch {
  const choices = new Int32Array(from.count);
  const next = from.create();
  let width = firstWidth;
  /** By the number of cases left. */
  let levels: (Level | undefined)[] = [];
  let level = 0;
  let at = 0;
  /** Whether this pass left anything out. */
  let isCut = false;
  let isOver = false;

  /** The same for mirror images, where nothing is pinned. */
  const keyOf = ({ front, back, placed, left }: Partial) =>
    from.isPinned ? `${front},${back},${placed},${left.join()}` : `${Math.min(front, back)},${Math.max(front, back)},${left.join()}`;

  const keep = (choice: Choice | null, limit: number): Complete | null => {
    const total = next.cost + from.settle(next);
    if (total >= limit) return null;
    if (from.isComplete(next)) return { order: orderOf(from, choice), cost: next.cost };
    const left = casesLeft(next);
    levels[left] ??= { kept: [], byKey: new Map() };
    const { kept, byKey } = levels[left];
    const worst = kept.length < width ? Number.POSITIVE_INFINITY : (kept.at(-1)?.total ?? Number.POSITIVE_INFINITY);
    const key = keyOf(next);
    const same = byKey.get(key);
    if (same && same.total <= total) return null;
    if (kept.length === width && !same) isCut = true;
    if (total >= worst) return null;
    const state = from.create();
    from.copy(next, state);
    const better: Kept = { state, total, choice };
    if (same) kept.splice(kept.indexOf(same), 1);
    byKey.set(key, better);
    kept.splice(placeOf(kept, total), 0, better);
    const dropped = kept.length > width ? kept.pop() : undefined;
    if (dropped) byKey.delete(keyOf(dropped.state));
    return null;
  };

  const begin = (limit: number) => {
    levels = [];
    level = from.count;
    at = 0;
    isCut = false;
    from.start(next);
    return keep(null, limit);
  };

  return {
    run: (steps, limitBefore) => {
      let limit = limitBefore;
      let found: Complete | null = null;
      const note = (complete: Complete | null) => {
        if (!complete) return;
        found = complete;
        limit = complete.cost;
      };
      if (isOver) return null;
      if (levels.length === 0) note(begin(limit));
      for (let step = 0; step < steps; ) {
        const kept = levels[level]?.kept[at];
        at += 1;
        if (!kept) {
          levels[level] = undefined;
          level -= 1;
          at = 0;
          if (level >= 0) continue;
          isOver = !isCut || width === mostWidth;
          if (isOver) return found;
          width *= 2;
          note(begin(limit));
          return found;
        }
        step += 1;
        if (kept.total >= limit) continue;
        from.survey(kept.state);
        const atFront = from.growsAtFront(kept.state);
        const count = from.choices(kept.state, choices);
        for (const index of choices.slice(0, count)) {
          from.copy(kept.state, next);
          from.place(next, index, atFront);
          note(keep({ index, before: kept.choice }, limit));
        }
      }
      return found;
    },
  };
}

function placeOf(kept: readonly Kept[], total: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.total ?? 0) <= total) low = middle + 1;
    else high = middle;
  }
  return low;
}

function casesLeft({ left }: Partial): number {
  let count = 0;
  for (let word = 0; word < left.length; word += 1) for (let bits = left[word] as number; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function orderOf(from: OutsideIn, last: Choice | null): readonly number[] {
  const path: number[] = [];
  for (let choice = last; choice; choice = choice.before) path.push(choice.index);
  const state = from.create();
  const front: number[] = [];
  const back: number[] = [];
  const put = (index: number, atFront: boolean) => (atFront ? front : back).push(index);
  from.start(state);
  from.settle(state, put);
  for (const index of path.reverse()) {
    const atFront = from.growsAtFront(state);
    from.place(state, index, atFront);
    put(index, atFront);
    from.settle(state, put);
  }
  return [...front, ...back.reverse()];
}
