/** A group of agencies, a clique and a few guests, as bits: the clique first. `sets` has, of each case, its agencies of the group. */
export interface Group {
  /** Of the clique, then of the guests. */
  readonly weights: readonly number[];
  readonly guests: number;
  readonly sets: readonly number[];
}

/** Who is in the room at the least while a case is heard. Of a group's agencies only, and never those of the case's guests. */
export interface LeastRoom {
  readonly cliqueSize: number;
  /** Weight by set: of those of the clique, and of all. */
  readonly cliqueWeight: Float64Array;
  readonly weight: Float64Array;
  /** Of each guest, the agencies that it shares a case with, and itself. */
  readonly meets: readonly number[];
  /** The sets of guests that cases have, each once; which of them a set of agencies has; and the first place of each in `least`. */
  readonly kinds: readonly number[];
  readonly kindOf: (set: number) => number;
  readonly from: (kind: number) => number;
  /** By the first place of a kind and `at(staying, there)`. */
  readonly least: Float64Array;
  /** `there`: who has come at the end where the case is heard. `staying`: the guests of these who have come at the other end too. */
  readonly at: (staying: number, there: number) => number;
}

/** By set of so many bits, each bit as a digit to the base of three: a set and one of its subsets, added, are one number. */
export function inThirds(bits: number): Int32Array {
  const thirds = new Int32Array(1 << bits);
  for (let set = 1; set < thirds.length; set += 1) {
    const highest = 31 - Math.clz32(set);
    thirds[set] = (thirds[set ^ (1 << highest)] as number) + 3 ** highest;
  }
  return thirds;
}

/**
 * Towards the clique's common moment its agencies only arrive. A guest may leave again, but not before all have come whom it
 * meets, nor at all where it has come at both ends. Whoever may still come makes the room no emptier, save that guests may
 * leave then: so it is the least over whoever may come besides.
 */
export function leastRoom({ weights, guests, sets }: Group): LeastRoom {
  const size = weights.length;
  const cliqueSize = size - guests;
  const count = 1 << size;
  const clique = (1 << cliqueSize) - 1;
  const weight = new Float64Array(count);
  const cliqueWeight = new Float64Array(count);
  for (let set = 1; set < count; set += 1) {
    const agency = 31 - Math.clz32(set);
    weight[set] = (weight[set ^ (1 << agency)] as number) + (weights[agency] as number);
    cliqueWeight[set] = weight[set & clique] as number;
  }
  const meets = Array.from({ length: guests }, (_, guest) =>
    sets.reduce((met, set) => ((set >> (cliqueSize + guest)) & 1 ? met | set : met), 1 << (cliqueSize + guest)),
  );
  const kinds = [...new Set([0, ...sets.map((set) => set & ~clique)])];
  const numbers = new Map(kinds.map((kind, number) => [kind, number]));
  const thirds = inThirds(guests);
  const rooms = 3 ** guests * 2 ** cliqueSize;
  const at: LeastRoom['at'] = (staying, there) =>
    (((thirds[there >> cliqueSize] as number) + (thirds[staying >> cliqueSize] as number)) << cliqueSize) | (there & clique);
  const least = new Float64Array(kinds.length * rooms);
  for (const [number, kind] of kinds.entries())
    for (let there = count - 1; there >= 0; there -= 1) {
      const others = there & ~clique;
      let held = 0;
      for (const [guest, own] of meets.entries())
        if ((there >> (cliqueSize + guest)) & 1 && own & ~there) held |= 1 << (cliqueSize + guest);
      for (let staying = others; ; staying = (staying - 1) & others) {
        let now = weight[(there & clique) | ((held | staying) & ~kind)] as number;
        for (let agency = 1; agency < count; agency <<= 1)
          if (!(there & agency)) now = Math.min(now, least[number * rooms + at(staying, there | agency)] as number);
        least[number * rooms + at(staying, there)] = now;
        if (staying === 0) break;
      }
    }
  return {
    cliqueSize,
    cliqueWeight,
    weight,
    meets,
    kinds,
    kindOf: (set) => numbers.get(set & ~clique) ?? 0,
    from: (kind) => kind * rooms,
    least,
    at,
  };
}
