/** The least that a group of agencies alone still costs, by who of it is there at either end. Sets are bits, of the group only. */
export interface CliqueTable {
  readonly size: number;
  /** By `atFront << size | atBack`. */
  readonly remaining: Float64Array;
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
  for (let agency = 1; agency < count; agency <<= 1)
    for (let set = 0; set < count; set += 1)
      if (set & agency) {
        minutes[set] = (minutes[set] as number) + (minutes[set ^ agency] as number);
        guestMinutes[set] = (guestMinutes[set] as number) + (guestMinutes[set ^ agency] as number);
        worth[set] = (worth[set] as number) + (worth[set ^ agency] as number);
      }
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
  // By `set * size + agency`: how much more each comes to with one agency more.
  const moreMinutes = steps(minutes, size);
  const moreGuestMinutes = steps(guestMinutes, size);
  const moreWorth = steps(worth, size);
  /** What the cases cost that an end covers once one agency more has come, and that are covered by neither end before. */
  const costOfStep = (near: number, far: number, bit: number): number => {
    const agency = 1 << bit;
    const at = near * size + bit;
    let fresh = moreMinutes[at] as number;
    let guestFresh = moreGuestMinutes[at] as number;
    let freshWorth = moreWorth[at] as number;
    if (far & agency) {
      const both = (near & far) * size + bit;
      fresh -= moreMinutes[both] as number;
      guestFresh -= moreGuestMinutes[both] as number;
      freshWorth -= moreWorth[both] as number;
    }
    const more = near | agency;
    return (
      (fromNowOn[(((more & far) >> cliqueSize) << size) | more] as number) * fresh +
      (cliqueWeight[more] as number) * guestFresh -
      freshWorth
    );
  };
  const remaining = new Float64Array(count * count);
  for (let front = count - 2; front >= 0; front -= 1)
    for (let back = front; back >= 0; back -= 1) {
      let least = Number.POSITIVE_INFINITY;
      for (let bit = 0; bit < size; bit += 1) {
        const agency = 1 << bit;
        if (!(front & agency)) {
          const cost = costOfStep(front, back, bit) + (remaining[((front | agency) << size) | back] as number);
          if (cost < least) least = cost;
        }
        if (!(back & agency)) {
          const cost = costOfStep(back, front, bit) + (remaining[(front << size) | back | agency] as number);
          if (cost < least) least = cost;
        }
      }
      remaining[(front << size) | back] = least;
      remaining[(back << size) | front] = least;
    }
  return { size, remaining, cliqueWeight, guestWeight, fromNowOn, meets };
}

function steps(values: Float64Array, size: number): Float64Array {
  const more = new Float64Array(values.length * size);
  for (let set = 0; set < values.length; set += 1)
    for (let bit = 0; bit < size; bit += 1) more[set * size + bit] = (values[set | (1 << bit)] as number) - (values[set] as number);
  return more;
}
