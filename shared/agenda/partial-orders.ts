import type { OutsideIn, Partial } from './outside-in';

/**
 * Every partial order met so far, each once with its least cost, and the queue of those still to be looked into, the most
 * promising first. Typed arrays throughout: millions of them fit where objects would not.
 */
export interface PartialOrders {
  readonly size: () => number;
  /** Keeps a partial order if it is new or cheaper than when met before; false where there is no room left for it. */
  readonly keep: (state: Partial, total: number, parent: number, placed: number) => boolean;
  /** The least total in the queue; infinite where it is empty. */
  readonly leastTotal: () => number;
  /** Takes the most promising out of the queue into `into`; its number, or -1 where the queue is empty. */
  readonly take: (into: Partial) => number;
  /** Puts one that was taken out back into the queue, with a higher total. */
  readonly putBack: (number: number, total: number) => void;
  /** The cases placed by hand from the beginning to a partial order. */
  readonly pathTo: (number: number) => readonly number[];
}

const firstRoom = 1 << 12;

export function partialOrders({ words, isPinned }: OutsideIn, memoryLimitBytes: number): PartialOrders {
  // What one takes: its cases, five words of facts, two numbers, a place in the queue (doubled for second visits), two in the table.
  const bytesOfOne = words * 4 + 6 * 4 + 2 * 8 + 2 * 4 + 2 * 4;
  // While the arrays grow, the old and the new of one lie side by side.
  const most = Math.max(firstRoom, Math.floor((memoryLimitBytes * 0.7) / bytesOfOne));
  let room = firstRoom;
  let size = 0;
  let left = new Uint32Array(room * words);
  let front = new Uint32Array(room);
  let back = new Uint32Array(room);
  let through = new Uint32Array(room);
  let placedCount = new Uint32Array(room);
  let parents = new Int32Array(room);
  let choices = new Int32Array(room);
  let costs = new Float64Array(room);
  /** Where it stands in the queue, from 0, or -1 where it has been taken out. */
  let places = new Int32Array(room);
  let queue = new Int32Array(room);
  let queuedTotals = new Float64Array(room);
  let queued = 0;
  let table = new Int32Array(room * 2).fill(-1);

  const hash = (state: Partial): number => {
    let value = Math.imul(state.front ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(state.back + 0x7f4a7c15, 0xc2b2ae35);
    if (isPinned) value = Math.imul(value ^ state.placed, 0x27d4eb2f);
    for (let word = 0; word < words; word += 1) {
      value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) ^ (state.left[word] as number);
      value = Math.imul(value ^ (value >>> 13), 0x297a2d39);
    }
    return (value ^ (value >>> 16)) >>> 0;
  };

  const isAt = (number: number, state: Partial): boolean => {
    if (front[number] !== state.front >>> 0 || back[number] !== state.back >>> 0) return false;
    if (isPinned && placedCount[number] !== state.placed) return false;
    for (let word = 0; word < words; word += 1) if (left[number * words + word] !== state.left[word]) return false;
    return true;
  };

  const read = (number: number, into: Partial): void => {
    for (let word = 0; word < words; word += 1) into.left[word] = left[number * words + word] as number;
    into.front = front[number] as number;
    into.back = back[number] as number;
    into.through = through[number] as number;
    into.placed = placedCount[number] as number;
    into.cost = costs[number] as number;
  };

  const grown = <A extends Uint32Array | Int32Array | Float64Array>(from: A, into: A): A => {
    into.set(from);
    return into;
  };
  const grow = (): boolean => {
    const next = Math.min(room * 2, most);
    if (next <= room) return false;
    room = next;
    left = grown(left, new Uint32Array(room * words));
    front = grown(front, new Uint32Array(room));
    back = grown(back, new Uint32Array(room));
    through = grown(through, new Uint32Array(room));
    placedCount = grown(placedCount, new Uint32Array(room));
    parents = grown(parents, new Int32Array(room));
    choices = grown(choices, new Int32Array(room));
    costs = grown(costs, new Float64Array(room));
    places = grown(places, new Int32Array(room));
    queue = grown(queue, new Int32Array(room));
    queuedTotals = grown(queuedTotals, new Float64Array(room));
    table = new Int32Array(room * 2).fill(-1);
    const state: Partial = { left: new Uint32Array(words), front: 0, back: 0, through: 0, placed: 0, cost: 0 };
    for (let number = 0; number < size; number += 1) {
      read(number, state);
      let slot = hash(state) % table.length;
      while (table[slot] !== -1) slot = slot + 1 === table.length ? 0 : slot + 1;
      table[slot] = number;
    }
    return true;
  };

  // The least total first; of equals the one met last, which is nearer to complete. Totals stand in the queue as well: read
  // by number they would lie all over the memory.
  const put = (at: number, number: number, total: number) => {
    queue[at] = number;
    queuedTotals[at] = total;
    places[number] = at;
  };
  const rise = (from: number, number: number, total: number): void => {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = queuedTotals[above] as number;
      if (other < total || (other === total && (queue[above] as number) > number)) break;
      put(at, queue[above] as number, other);
      at = above;
    }
    put(at, number, total);
  };
  const sink = (number: number, total: number): void => {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= queued) break;
      let other = queuedTotals[below] as number;
      if (below + 1 < queued) {
        const beside = queuedTotals[below + 1] as number;
        if (beside < other || (beside === other && (queue[below + 1] as number) > (queue[below] as number))) {
          below += 1;
          other = beside;
        }
      }
      if (total < other || (total === other && number > (queue[below] as number))) break;
      put(at, queue[below] as number, other);
      at = below;
    }
    put(at, number, total);
  };
  const enqueue = (number: number, total: number): void => {
    queued += 1;
    rise(queued - 1, number, total);
  };

  return {
    size: () => size,
    keep: (state, total, parent, placed) => {
      let slot = hash(state) % table.length;
      for (;;) {
        const number = table[slot] as number;
        if (number === -1) break;
        if (isAt(number, state)) {
          if ((costs[number] as number) <= state.cost) return true;
          costs[number] = state.cost;
          parents[number] = parent;
          choices[number] = placed;
          // One that was looked into already comes up once more, since it is cheaper than was thought.
          const at = places[number] as number;
          if (at < 0) enqueue(number, total);
          // Bounds may have become closer meanwhile; in the queue it keeps the lesser total, which holds too, and so its turn.
          else rise(at, number, Math.min(total, queuedTotals[at] as number));
          return true;
        }
        slot = slot + 1 === table.length ? 0 : slot + 1;
      }
      if (size === room) {
        if (!grow()) return false;
        slot = hash(state) % table.length;
        while (table[slot] !== -1) slot = slot + 1 === table.length ? 0 : slot + 1;
      }
      const number = size;
      size += 1;
      table[slot] = number;
      for (let word = 0; word < words; word += 1) left[number * words + word] = state.left[word] as number;
      front[number] = state.front;
      back[number] = state.back;
      through[number] = state.through;
      placedCount[number] = state.placed;
      costs[number] = state.cost;
      parents[number] = parent;
      choices[number] = placed;
      enqueue(number, total);
      return true;
    },
    leastTotal: () => (queued === 0 ? Number.POSITIVE_INFINITY : (queuedTotals[0] as number)),
    take: (into) => {
      if (queued === 0) return -1;
      const number = queue[0] as number;
      places[number] = -1;
      queued -= 1;
      if (queued > 0) sink(queue[queued] as number, queuedTotals[queued] as number);
      read(number, into);
      return number;
    },
    putBack: enqueue,
    pathTo: (number) => {
      const path: number[] = [];
      for (let at = number; (parents[at] as number) >= 0; at = parents[at] as number) path.push(choices[at] as number);
      return path.reverse();
    },
  };
}
