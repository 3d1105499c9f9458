import type { ReducedProblem } from './reduce';

/** Enough for every conference; beyond it the heaviest found so far will do, for any parting is a valid one. */
const mostSteps = 50_000;
/** Of a group: what a table of more would say of guests takes longer to work out than it saves. */
const mostGuests = 6;

export interface CliqueWithGuests {
  readonly clique: readonly number[];
  /** Agencies that do not meet all of the clique; together they are no more than a table can hold. */
  readonly guests: readonly number[];
}

/**
 * Parts the agencies into cliques, in each of which every two share a case; greedily the one with most minutes first.
 * Stretches of time that overlap pairwise have a moment in common, so in whatever order, at some moment all agencies of
 * a clique are in the room: before it they only arrive, after it they only leave.
 *
 * @param largest the most agencies of a group; a table has 4^largest / 2 places.
 */
export function partIntoCliques({ durations, weights, agenciesOf }: ReducedProblem, largest: number): readonly CliqueWithGuests[] {
  const shares = Array.from(weights, () => 0);
  const minutes = Array.from(weights, () => 0);
  for (const [index, agencies] of agenciesOf.entries()) {
    const set = agencies.reduce((all, agency) => all | (1 << agency), 0);
    for (const agency of agencies) {
      shares[agency] = (shares[agency] ?? 0) | set;
      minutes[agency] = (minutes[agency] ?? 0) + (durations[index] ?? 0) * (weights[agency] ?? 0);
    }
  }
  const cliques: CliqueWithGuests[] = [];
  let left = Array.from(weights.keys()).reduce((all, agency) => all | (1 << agency), 0);
  while (left !== 0) {
    const best = heaviest(left, shares, minutes, largest);
    for (const agency of best) left &= ~(1 << agency);
    const guests = [...weights.keys()]
      .filter((agency) => (left >>> agency) & 1)
      .sort((one, other) => (minutes[other] ?? 0) - (minutes[one] ?? 0))
      .slice(0, Math.min(mostGuests, largest - best.length));
    for (const agency of guests) left &= ~(1 << agency);
    cliques.push({ clique: best, guests });
  }
  return cliques;
}

function heaviest(among: number, shares: readonly number[], minutes: readonly number[], largest: number): readonly number[] {
  let best: readonly number[] = [];
  let bestMinutes = -1;
  let steps = 0;
  const minutesIn = (set: number): number => {
    let total = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) total += minutes[31 - Math.clz32(rest & -rest)] ?? 0;
    return total;
  };
  const grow = (chosen: readonly number[], sum: number, candidates: number) => {
    steps += 1;
    if (chosen.length > 0 && sum > bestMinutes) [best, bestMinutes] = [chosen, sum];
    if (chosen.length === largest || steps > mostSteps) return;
    let open = candidates;
    while (open !== 0) {
      if (sum + minutesIn(open) <= bestMinutes) return;
      const agency = 31 - Math.clz32(open);
      open &= ~(1 << agency);
      grow([...chosen, agency], sum + (minutes[agency] ?? 0), open & (shares[agency] ?? 0));
    }
  };
  grow([], 0, among);
  return best;
}
