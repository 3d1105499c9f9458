/** Agencies are bits of a 32-bit mask, so that a set of them is one number. */
export const mostAgencies = 32;

/** Adds up weights of sets of agencies by two table look-ups. */
export function weigher(weights: Float64Array): (set: number) => number {
  const table = (from: number) => {
    const size = Math.max(0, Math.min(16, weights.length - from));
    const sums = new Float64Array(1 << size);
    for (let set = 1; set < sums.length; set += 1)
      sums[set] = (sums[set & (set - 1)] ?? 0) + (weights[from + 31 - Math.clz32(set & -set)] ?? 0);
    return sums;
  };
  const low = table(0);
  const high = table(16);
  return weights.length <= 16 ? (set) => low[set] as number : (set) => (low[set & 0xffff] as number) + (high[set >>> 16] as number);
}

/** `adjacent`: of each agency, those it shares a case with. The rest are sets. */
export type Separator = (adjacent: Uint32Array, without: number, from: number, to: number) => number;

/**
 * The least weight of agencies that must be taken away so that no chain of agencies, each sharing a case with the next,
 * leads from one of `from` to one of `to`; those of `from` and `to` may be taken away too. Agencies of `without` are gone
 * already and cost nothing. By Menger's theorem it is the
 * largest flow through the agencies, each carrying at most its weight.
 */
export function separatorOf(weights: Float64Array, weigh: (set: number) => number): Separator {
  const count = weights.length;
  const through = new Float64Array(count);
  /** By `from * count + to`, where `flowsFrom` tells of each agency from whom something flows to it at all. */
  const flow = new Float64Array(count * count);
  const flowsFrom = new Uint32Array(count);
  // Places of the search: entering agency v is 2v, leaving it 2v+1.
  const cameFrom = new Int32Array(2 * count);
  const queue = new Int32Array(2 * count);

  /** Finds one more path and sends what it can carry; 0 where there is none. */
  const augment = (adjacent: Uint32Array, without: number, from: number, to: number): number => {
    let head = 0;
    let tail = 0;
    for (let set = from; set !== 0; set &= set - 1) {
      const place = 2 * (31 - Math.clz32(set & -set));
      cameFrom[place] = -1;
      queue[tail++] = place;
    }
    let entered = from | without;
    let left = 0;
    let end = -1;
    while (head < tail && end < 0) {
      const place = queue[head++] as number;
      const v = place >> 1;
      if ((place & 1) === 0) {
        // Goes on through v, or sends back what came into it from others.
        let leaves = flowsFrom[v] as number;
        if ((through[v] as number) < (weights[v] as number)) leaves |= 1 << v;
        leaves &= ~left;
        left |= leaves;
        for (let set = leaves; set !== 0; set &= set - 1) {
          const next = 2 * (31 - Math.clz32(set & -set)) + 1;
          cameFrom[next] = place;
          queue[tail++] = next;
        }
        const ends = leaves & to;
        if (ends !== 0) end = 2 * (31 - Math.clz32(ends)) + 1;
      } else {
        let enters = (adjacent[v] as number) & ~entered;
        if ((through[v] as number) > 0) enters |= (1 << v) & ~entered;
        entered |= enters;
        for (; enters !== 0; enters &= enters - 1) {
          const next = 2 * (31 - Math.clz32(enters & -enters));
          cameFrom[next] = place;
          queue[tail++] = next;
        }
      }
    }
    if (end < 0) return 0;
    let most = Number.POSITIVE_INFINITY;
    for (let place = end; (cameFrom[place] as number) >= 0; place = cameFrom[place] as number)
      most = Math.min(most, room(cameFrom[place] as number, place));
    for (let place = end; (cameFrom[place] as number) >= 0; place = cameFrom[place] as number) send(cameFrom[place] as number, place, most);
    return most;
  };
  const room = (before: number, place: number): number => {
    const u = before >> 1;
    const v = place >> 1;
    if (u === v) return (before & 1) === 0 ? (weights[v] as number) - (through[v] as number) : (through[v] as number);
    return (before & 1) === 1 ? Number.POSITIVE_INFINITY : (flow[v * count + u] as number);
  };
  const send = (before: number, place: number, amount: number): void => {
    const u = before >> 1;
    const v = place >> 1;
    if (u === v) (through[v] as number) += (before & 1) === 0 ? amount : -amount;
    else if ((before & 1) === 1) {
      flow[u * count + v] = (flowsFrom[v] as number) & (1 << u) ? (flow[u * count + v] as number) + amount : amount;
      flowsFrom[v] = (flowsFrom[v] as number) | (1 << u);
    } else {
      const rest = (flow[v * count + u] as number) - amount;
      flow[v * count + u] = rest;
      if (rest <= 0) flowsFrom[u] = (flowsFrom[u] as number) & ~(1 << v);
    }
  };

  return (adjacent, without, fromAll, toAll) => {
    const from = fromAll & ~without;
    const to = toAll & ~without;
    if (from === 0 || to === 0) return 0;
    const most = Math.min(weigh(from), weigh(to));
    let isComplete = true;
    for (let set = from; set !== 0 && isComplete; set &= set - 1)
      isComplete = (~(adjacent[31 - Math.clz32(set & -set)] as number) & to) === 0;
    if (isComplete) return most;
    through.fill(0);
    flowsFrom.fill(0);
    let total = 0;
    // Chains of two first: nearly all there are in a usual meeting.
    for (let set = from; set !== 0; set &= set - 1) {
      const u = 31 - Math.clz32(set & -set);
      let left = weights[u] as number;
      for (let near = (adjacent[u] as number) & to; near !== 0; near &= near - 1) {
        const v = 31 - Math.clz32(near & -near);
        const room = (weights[v] as number) - (through[v] as number);
        if (room <= 0) continue;
        const amount = left < room ? left : room;
        (through[v] as number) += amount;
        flow[u * count + v] = amount;
        flowsFrom[v] = (flowsFrom[v] as number) | (1 << u);
        total += amount;
        left -= amount;
        if (left <= 0) break;
      }
      through[u] = (weights[u] as number) - left;
    }
    while (total < most) {
      const amount = augment(adjacent, without, from, to);
      if (amount === 0) break;
      total += amount;
    }
    return total;
  };
}
