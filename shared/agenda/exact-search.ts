import type { OutsideIn, Partial } from './outside-in';
import { partialOrders } from './partial-orders';

/** Stands for the case that was placed where only what needs no choice was. */
const nothing = -1;

export interface ExactSearch {
  /**
   * Looks into so many partial orders, none of which can end below `limit`, the cost of the best order known.
   * `done`: no order is below `limit`, save `found`. `full`: the memory allowed is used up.
   */
  readonly run: (steps: number, limit: number) => 'more' | 'done' | 'full';
  /** An order below `limit` from the last run. */
  readonly found: () => { readonly order: readonly number[]; readonly cost: number } | null;
  /** No order costs less. */
  readonly lowerBound: () => number;
}

/**
 * Best-first search for an order of least cost, from the outside in (see `outside-in.ts`). Two partial orders with the
 * same cases left and the same agencies in the room at either end are one, and so are mirror images.
 */
export function exactSearch(from: OutsideIn, memoryLimitBytes: number): ExactSearch {
  const met = partialOrders(from, memoryLimitBytes);
  const state = from.create();
  const next = from.create();
  const choices = new Int32Array(from.count);
  let proven = 0;
  let stepsInAll = 0;
  /** Partial orders numbered below this were glanced at before the bounds became closer. */
  let seenBefore = 0;
  let isFull = false;
  let found: { order: readonly number[]; cost: number } | null = null;

  /** Keeps `next` for later, by what is seen of it at a glance: most are never looked at closely. */
  const consider = (parent: number, placed: number, atLeast: number, limit: number): void => {
    turn(from, next);
    const total = Math.max(atLeast, next.cost + from.glance(next));
    if (total < limit && !met.keep(next, total, parent, placed)) isFull = true;
  };

  return {
    run: (steps, limitBefore) => {
      let limit = limitBefore;
      found = null;
      if (isFull) return 'full';
      if (met.size() === 0) {
        from.start(next);
        consider(-1, nothing, 0, limit);
      }
      for (let step = 0; step < steps; step += 1) {
        stepsInAll += 1;
        if (stepsInAll === from.longAfter && from.sharpen()) seenBefore = met.size();
        const least = met.leastTotal();
        proven = Math.max(proven, Math.min(least, limit));
        if (least >= limit) return 'done';
        const number = met.take(state);
        let hasMoved = false;
        const move = () => {
          hasMoved = true;
        };
        const rest = from.settle(state, limit, move, number < seenBefore ? undefined : least - state.cost);
        const total = Math.max(least, state.cost + rest);
        if (total >= limit) continue;
        if (from.isComplete(state)) {
          found = { order: orderOf(from, met.pathTo(number)), cost: state.cost };
          limit = state.cost;
          continue;
        }
        if (hasMoved) {
          from.copy(state, next);
          consider(number, nothing, total, limit);
          if (isFull) return 'full';
          continue;
        }
        // Looked at closely it promises less than it did, so others come first.
        if (total > met.leastTotal()) {
          met.putBack(number, total);
          continue;
        }
        const count = from.choices(state, choices);
        const atFront = from.growsAtFront(state);
        for (let at = 0; at < count; at += 1) {
          from.copy(state, next);
          from.place(next, choices[at] as number, atFront);
          consider(number, choices[at] as number, total, limit);
          if (isFull) return 'full';
        }
      }
      return 'more';
    },
    found: () => found,
    lowerBound: () => proven,
  };
}

/** Of two mirror images keeps one: reversing an order does not change its cost. Pinned positions have no mirror image. */
function turn({ hasMirror }: OutsideIn, state: Partial): boolean {
  if (!hasMirror || state.front >>> 0 <= state.back >>> 0) return false;
  const { front } = state;
  state.front = state.back;
  state.back = front;
  return true;
}

/** Builds the order again from the cases that were chosen, one after another. */
function orderOf(from: OutsideIn, path: readonly number[]): readonly number[] {
  const state = from.create();
  const front: number[] = [];
  const back: number[] = [];
  let isTurned = false;
  const put = (index: number, atFront: boolean) => (atFront !== isTurned ? front : back).push(index);
  const turnIfNeeded = () => {
    if (turn(from, state)) isTurned = !isTurned;
  };
  const settle = () => {
    turnIfNeeded();
    from.settle(state, Number.POSITIVE_INFINITY, put);
    turnIfNeeded();
  };
  from.start(state);
  settle();
  for (const index of path) {
    if (index === nothing) continue;
    const atFront = from.growsAtFront(state);
    from.place(state, index, atFront);
    put(index, atFront);
    settle();
  }
  return [...front, ...back.reverse()];
}
