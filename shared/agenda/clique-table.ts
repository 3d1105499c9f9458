/** The least that a group of agencies alone still costs, by who of it is there at either end. Sets are bits, of the group only. */
export interface CliqueTable {
  readonly size: number;
  /** By `placeOf(atFront, atBack)`. */
  readonly remaining: Float32Array | Float64Array;
  /** Weight by set, of the clique and of the guests. */
  readonly cliqueWeight: Float64Array;
  readonly guestWeight: Float64Array;
  /** By `guests in both parts << size | there`: the least that is in the room from now to the common moment, with no case of a guest. */
  readonly fromNowOn: Float64Array;
  /** Of each guest, the agencies that it shares a case with, and itself. */
  readonly meets: readonly number[];
}

/**
 * Works out, for a clique of agencies and a few guests as if there were no others, the least cost of all cases that are not
 * yet covered; a case is covered by an end where all its agencies have come. Towards the clique's common moment its
 * agencies only arrive, from either end, so a case is best heard the moment that one end covers it, and what it costs is
 * known from who is there. A guest is an agency that does not meet all of the clique. It may leave before that moment, but
 * not before all have come whom it meets; a case that waits for it to leave finds more of the others there. Cases of guests
 * are charged what the clique waits in them. That leaves 4^size states whatever the number of cases; the minutes that each
 * set covers are added up beforehand.
 *
 * @param weights of the clique, then of the guests.
 * @param sets of each case, its agencies of the group.
 */
export function cliqueTable(weights: readonly number[], durations: ArrayLike<number>, sets: readonly number[], guests = 0): CliqueTable {
  const size = weights.length;
  const cliqueSize = size - guests;
  const count = 1 << size;
  const clique = (1 << cliqueSize) - 1;
  const cliqueWeight = new Float64Array(count);
  const guestWeight = new Float64Array(count);
  for (let set = 1; set < count; set += 1) {
    const agency = 31 - Math.clz32(set & -set);
    const weight = weights[agency] as number;
    cliqueWeight[set] = (cliqueWeight[set & (set - 1)] as number) + (agency < cliqueSize ? weight : 0);
    guestWeight[set] = (guestWeight[set & (set - 1)] as number) + (agency < cliqueSize ? 0 : weight);
  }
  const meets = Array.from({ length: guests }, (_, guest) =>
    sets.reduce((met, set) => ((set >> (cliqueSize + guest)) & 1 ? met | set : met), 1 << (cliqueSize + guest)),
  );
  // Minutes of the cases whose agencies all lie in a set, without and with guests, and all their minutes times weight.
  const minutes = new Float64Array(count);
  const guestMinutes = new Float64Array(count);
  const worth = new Float64Array(count);
  for (const [index, set] of sets.entries()) {
    const duration = durations[index] as number;
    const into = (set & ~clique) === 0 ? minutes : guestMinutes;
    into[set] = (into[set] as number) + duration;
    worth[set] = (worth[set] as number) + duration * (cliqueWeight[set] as number);
  }
  for (const values of [minutes, guestMinutes, worth]) addUpSubsets(values);
  const fromNowOn = new Float64Array(count << guests);
  for (let staying = 0; staying < 1 << guests; staying += 1)
    for (let there = count - 1; there >= 0; there -= 1) {
      let least = (cliqueWeight[there] as number) + (guestWeight[staying << cliqueSize] as number);
      for (let guest = 0; guest < guests; guest += 1)
        if ((there >> (cliqueSize + guest)) & ~(staying >> guest) & 1 && (meets[guest] as number) & ~there)
          least += weights[cliqueSize + guest] as number;
      for (let agency = 1; agency < count; agency <<= 1)
        if (!(there & agency)) least = Math.min(least, fromNowOn[(staying << size) | there | agency] as number);
      fromNowOn[(staying << size) | there] = least;
    }
  const remaining = isWhole(weights, durations) ? new Float32Array(pairs(count)) : new Float64Array(pairs(count));
  const filling = { size, guests, fromNowOn, cliqueWeight, minutes, guestMinutes, worth, remaining };
  fillWithSteps(filling);
  takeStepsOff(filling);
  return { size, remaining, cliqueWeight, guestWeight, fromNowOn, meets };
}

/** Where the table has a state: both ends are alike, so the greater set is named first. */
export const placeOf = (one: number, other: number): number =>
  one < other ? (other * (other + 1)) / 2 + one : (one * (one + 1)) / 2 + other;
const pairs = (count: number) => (count * (count + 1)) / 2;

/** Whether all sums are whole numbers that 24 bits hold, so that half the memory does. */
function isWhole(weights: readonly number[], durations: ArrayLike<number>): boolean {
  const minutes = Array.from(durations);
  const most = minutes.reduce((sum, value) => sum + value, 0) * weights.reduce((sum, value) => sum + value, 0);
  return [...weights, ...minutes].every(Number.isInteger) && most < 2 ** 23;
}

/** Turns what is said of each set alone into what is said of all its subsets together. */
function addUpSubsets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1)
    for (let set = 0; set < values.length; set += 1) if (set & bit) values[set] = (values[set] as number) + (values[set ^ bit] as number);
}

interface Filling {
  readonly size: number;
  readonly guests: number;
  readonly fromNowOn: Float64Array;
  readonly cliqueWeight: Float64Array;
  readonly minutes: Float64Array;
  readonly guestMinutes: Float64Array;
  readonly worth: Float64Array;
  readonly remaining: Float32Array | Float64Array;
}

/**
 * A step brings one agency to one end and costs the minutes that this covers times who is there then. So a state is
 * filled with what is still to be paid, with what its cases are worth to their own agencies and with all it has covered at
 * the weight there at the greater set; whoever steps to it takes off what was covered before. One row for each greater
 * set, from all agencies down to none. This is where the time goes: size steps for each state.
 */
function fillWithSteps({ size, guests, fromNowOn, cliqueWeight, minutes, guestMinutes, remaining }: Filling): void {
  const count = 1 << size;
  const cliqueSize = size - guests;
  const block = 1 << cliqueSize;
  const least = new Float64Array(count);
  // Of the row: minutes covered, without and with guests; by set at the lesser end, who is there and what a step to it costs.
  const covered = new Float64Array(count);
  const guestCovered = new Float64Array(count);
  const there = new Float64Array(count);
  const stepTo = new Float64Array(count);
  for (let great = count - 1; great >= 0; great -= 1) {
    const row = pairs(great);
    for (let set = 0; set < count; set += 1) {
      const both = great & set;
      covered[set] = (minutes[great] as number) + (minutes[set] as number) - (minutes[both] as number);
      guestCovered[set] = (guestMinutes[great] as number) + (guestMinutes[set] as number) - (guestMinutes[both] as number);
      there[set] = fromNowOn[((both >> cliqueSize) << size) | set] as number;
      least[set] = Number.POSITIVE_INFINITY;
    }
    for (let set = great + 1; set < count; set += 1) stepTo[set] = remaining[pairs(set) + great] as number;
    for (let agency = 1; agency < count; agency <<= 1) {
      if (great & agency) continue;
      const more = great | agency;
      const from = pairs(more);
      const weight = cliqueWeight[more] as number;
      for (let first = 0; first <= great; first += block) {
        const now = fromNowOn[(((more & first) >> cliqueSize) << size) | more] as number;
        const end = Math.min(first + block, great + 1);
        for (let set = first; set < end; set += 1) {
          const cost = (remaining[from + set] as number) - now * (covered[set] as number) - weight * (guestCovered[set] as number);
          if (cost < (least[set] as number)) least[set] = cost;
        }
      }
    }
    if (great === count - 1) least[great] = 0;
    for (let set = great; set >= 0; set -= 1) {
      const now = covered[set] as number;
      const guestNow = guestCovered[set] as number;
      let best = least[set] as number;
      for (let open = ~set & (count - 1); open !== 0; open &= open - 1) {
        const more = set | (open & -open);
        const cost = (stepTo[more] as number) - (there[more] as number) * now - (cliqueWeight[more] as number) * guestNow;
        if (cost < best) best = cost;
      }
      stepTo[set] = best + (there[set] as number) * now + (cliqueWeight[set] as number) * guestNow;
      const isThere = fromNowOn[(((great & set) >> cliqueSize) << size) | great] as number;
      remaining[row + set] = best + isThere * now + (cliqueWeight[great] as number) * guestNow;
    }
  }
}

/** Leaves in each state what is still to be paid. */
function takeStepsOff({ size, guests, fromNowOn, cliqueWeight, minutes, guestMinutes, worth, remaining }: Filling): void {
  const count = 1 << size;
  const cliqueSize = size - guests;
  const all = worth[count - 1] as number;
  for (let great = 0; great < count; great += 1) {
    const row = pairs(great);
    for (let set = 0; set <= great; set += 1) {
      const both = great & set;
      const now = (minutes[great] as number) + (minutes[set] as number) - (minutes[both] as number);
      const guestNow = (guestMinutes[great] as number) + (guestMinutes[set] as number) - (guestMinutes[both] as number);
      const isThere = fromNowOn[((both >> cliqueSize) << size) | great] as number;
      const notWorth = all - (worth[great] as number) - (worth[set] as number) + (worth[both] as number);
      remaining[row + set] = (remaining[row + set] as number) - isThere * now - (cliqueWeight[great] as number) * guestNow - notWorth;
    }
  }
}
