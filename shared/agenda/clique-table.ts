/** The least that a clique alone still costs, by who of it is there at either end. Sets are bits, of the clique only. */
export interface CliqueTable {
  readonly size: number;
  /** By `atFront << size | atBack`. */
  readonly remaining: Float64Array;
  /** Weight by set. */
  readonly weightOf: Float64Array;
}

/**
 * Works out, for the agencies of one clique as if there were no others, the least cost of all cases that are not yet
 * covered; a case is covered by an end where all its agencies are present. Towards the clique's common moment agencies
 * only arrive, from either end, so a case is best heard the moment that one end covers it, and what it costs is known
 * from who is there. That leaves 4^size states whatever the number of cases; the minutes that each set covers are added
 * up beforehand.
 *
 * @param sets of each case, its agencies of the clique.
 */
export function cliqueTable(weights: readonly number[], durations: ArrayLike<number>, sets: readonly number[]): CliqueTable {
  const size = weights.length;
  const count = 1 << size;
  const weightOf = new Float64Array(count);
  for (let set = 1; set < count; set += 1)
    weightOf[set] = (weightOf[set & (set - 1)] as number) + (weights[31 - Math.clz32(set & -set)] as number);
  // Minutes, and minutes times weight, of the cases whose agencies all lie in a set.
  const minutes = new Float64Array(count);
  const worth = new Float64Array(count);
  for (const [index, set] of sets.entries()) {
    const duration = durations[index] as number;
    minutes[set] = (minutes[set] as number) + duration;
    worth[set] = (worth[set] as number) + duration * (weightOf[set] as number);
  }
  for (let agency = 1; agency < count; agency <<= 1)
    for (let set = 0; set < count; set += 1)
      if (set & agency) {
        minutes[set] = (minutes[set] as number) + (minutes[set ^ agency] as number);
        worth[set] = (worth[set] as number) + (worth[set ^ agency] as number);
      }
  /** What the cases cost that an end covers once its agencies are `more`, and covered by neither end before. */
  const costOfStep = (near: number, far: number, more: number): number => {
    const both = near & far;
    const shared = more & far;
    const fresh = (minutes[more] as number) - (minutes[near] as number) - (minutes[shared] as number) + (minutes[both] as number);
    const freshWorth = (worth[more] as number) - (worth[near] as number) - (worth[shared] as number) + (worth[both] as number);
    return (weightOf[more] as number) * fresh - freshWorth;
  };
  const remaining = new Float64Array(count * count);
  for (let front = count - 2; front >= 0; front -= 1)
    for (let back = front; back >= 0; back -= 1) {
      let least = Number.POSITIVE_INFINITY;
      for (let agency = 1; agency < count; agency <<= 1) {
        if (!(front & agency))
          least = Math.min(least, costOfStep(front, back, front | agency) + (remaining[((front | agency) << size) | back] as number));
        if (!(back & agency))
          least = Math.min(least, costOfStep(back, front, back | agency) + (remaining[(front << size) | back | agency] as number));
      }
      remaining[(front << size) | back] = least;
      remaining[(back << size) | front] = least;
    }
  return { size, remaining, weightOf };
}
