import { cliqueTable } from './clique-table';
import { partIntoCliques } from './cliques';
import type { ReducedProblem } from './reduce';

/** Who is in the room at either end of the middle that is still open; `through` are there from one end to the other. */
export interface Ends {
  readonly front: number;
  readonly back: number;
  readonly through: number;
}

/** What the agencies of one clique still cost at the least, `through` apart. `open` holds the cases that have no place yet. */
export type CliqueBound = (ends: Ends, open: Int32Array, openCount: number) => number;

/**
 * A bound for each clique of the agencies. No agency is in two of them, so their bounds add up. A case that one end
 * covers already must be heard on one side of the clique's common moment, where everyone stays who is there at that end;
 * the others cost together at least what the table says.
 */
export function cliqueBounds(problem: ReducedProblem): readonly CliqueBound[] {
  return partIntoCliques(problem)
    .filter((agencies) => agencies.length > 1)
    .map((agencies) => boundOf(agencies, problem));
}

function boundOf(agencies: readonly number[], { durations, weights, agenciesOf }: ReducedProblem): CliqueBound {
  const sets = agenciesOf.map((own) => agencies.reduce((set, agency, bit) => (own.includes(agency) ? set | (1 << bit) : set), 0));
  const { size, remaining, weightOf } = cliqueTable(
    agencies.map((agency) => weights[agency] ?? 0),
    durations,
    sets,
  );
  const all = (1 << size) - 1;
  const within = (set: number): number => {
    let local = 0;
    for (let bit = 0; bit < size; bit += 1) if ((set >>> (agencies[bit] as number)) & 1) local |= 1 << bit;
    return local;
  };
  return (ends, open, openCount) => {
    const front = within(ends.front);
    const back = within(ends.back);
    const through = within(ends.through);
    const atFront = front | through;
    const atBack = back | through;
    let concerned = atFront | atBack;
    let sum = 0;
    for (let at = 0; at < openCount; at += 1) {
      const index = open[at] as number;
      const set = sets[index] as number;
      const duration = durations[index] as number;
      concerned |= set;
      if ((set & ~atFront) === 0 || (set & ~atBack) === 0)
        sum += duration * Math.min(weightOf[front & ~set] as number, weightOf[back & ~set] as number);
      // The table counts those who stay through as well; they are paid for already.
      else sum -= duration * (weightOf[through & ~set] as number);
    }
    // Once one has left, the common moment is past: every case is covered.
    return concerned === all ? sum + (remaining[(atFront << size) | atBack] as number) : sum;
  };
}
