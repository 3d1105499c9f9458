import type { ReducedProblem } from './reduce';

/** A table of what is still to be paid has 4^size places: eight megabytes at ten. */
const largest = 10;
/** Enough for every conference; beyond it the heaviest found so far will do, for any parting is a valid one. */
const mostSteps = 50_000;

/**
 * Parts the agencies into cliques, in each of which every two share a case; greedily the one with most minutes first.
 * Stretches of time that overlap pairwise have a moment in common, so in whatever order, at some moment all agencies of
 * a clique are in the room: before it they only arrive, after it they only leave.
 */
export function partIntoCliques({ durations, weights, agenciesOf }: ReducedProblem): readonly (readonly number[])[] {
  const shares = Array.from(weights, () => 0);
  const minutes = Array.from(weights, () => 0);
  for (const [index, agencies] of agenciesOf.entries()) {
    const set = agencies.reduce((all, agency) => all | (1 << agency), 0);
    for (const agency of agencies) {
      shares[agency] = (shares[agency] ?? 0) | set;
      minutes[agency] = (minutes[agency] ?? 0) + (durations[index] ?? 0) * (weights[agency] ?? 0);
    }
  }
  const cliques: (readonly number[])[] = [];
  let left = Array.from(weights.keys()).reduce((all, agency) => all | (1 << agency), 0);
  while (left !== 0) {
    const best = heaviest(left, shares, minutes);
    cliques.push(best);
    for (const agency of best) left &= ~(1 << agency);
  }
  return cliques;
}

function heaviest(among: number, shares: readonly number[], minutes: readonly number[]): readonly number[] {
  let best: readonly number[] = [];
  let bestMinutes = -1;
  let steps = 0;
  const grow = (chosen: readonly number[], sum: number, candidates: number) => {
    steps += 1;
    if (chosen.length > 0 && sum > bestMinutes) [best, bestMinutes] = [chosen, sum];
    if (chosen.length === largest || steps > mostSteps) return;
    let open = candidates;
    while (open !== 0) {
      const agency = 31 - Math.clz32(open);
      open &= ~(1 << agency);
      grow([...chosen, agency], sum + (minutes[agency] ?? 0), open & (shares[agency] ?? 0));
    }
  };
  grow([], 0, among);
  return best;
}
