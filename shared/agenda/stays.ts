import type { OrderProblem } from './order-problem';
import { type OrderRules, paidWeights } from './rules';
import { type Timetable, timetabler } from './timetable';

/** Before any time. */
export const absent = Number.NEGATIVE_INFINITY;

/** Who is in the room when, by `sitting * agencies + agency`. The next call writes over it. */
export interface Stays {
  readonly timetable: Timetable;
  /** Minutes from the start of the meeting, below 0 where it began early; `absent` where the agency has no case in that sitting. */
  readonly arrives: Float64Array;
  readonly leaves: Float64Array;
  /** Minutes that partners wait, times weight, and what those who stay throughout rest through. */
  readonly waiting: number;
}

/**
 * Says when each agency comes and goes: in each sitting from the start of its first case to the end of its last. Whoever
 * is in the room when the order begins stays from there on. One that comes by call is given its first and last case too,
 * but waits for nothing between.
 */
export function stayer(problem: OrderProblem, rules: OrderRules): (order: ArrayLike<number>) => Stays {
  const { durations, weights, agencies } = problem;
  const count = agencies.length;
  const lay = timetabler(durations, rules);
  const concerned: number[][] = durations.map(() => []);
  const ownMinutes = new Float64Array(count);
  for (const [agency, named] of agencies.entries())
    for (const each of new Set(named)) {
      concerned[each]?.push(agency);
      ownMinutes[agency] = (ownMinutes[agency] as number) + (durations[each] ?? 0);
    }
  const offsets = new Int32Array(durations.length + 1);
  for (const [index, own] of concerned.entries()) offsets[index + 1] = (offsets[index] as number) + own.length;
  const flat = Int32Array.from(concerned.flat());
  const paid = Float64Array.from(paidWeights(weights, rules.isRemote));
  const here = [...rules.isHere.keys()].filter((agency) => rules.isHere[agency]);
  const arrives = new Float64Array(2 * count);
  const leaves = new Float64Array(2 * count);
  const worksFrom = new Float64Array(2 * count);
  const worksTo = new Float64Array(2 * count);
  return (order) => {
    const timetable = lay(order);
    const { starts, ends, worked, sitting } = timetable;
    arrives.fill(absent);
    leaves.fill(absent);
    worksFrom.fill(0);
    worksTo.fill(0);
    for (let position = 0; position < order.length; position += 1) {
      const index = order[position] as number;
      const from = (sitting[position] as number) * count;
      const work = worked[position] as number;
      const last = offsets[index + 1] as number;
      for (let at = offsets[index] as number; at < last; at += 1) {
        const place = from + (flat[at] as number);
        if (leaves[place] === absent) {
          arrives[place] = starts[position] as number;
          worksFrom[place] = work;
        }
        leaves[place] = ends[position] as number;
        worksTo[place] = work + (durations[index] as number);
      }
    }
    for (const agency of here) {
      if (leaves[agency] === absent) continue;
      arrives[agency] = rules.openingMinutes;
      worksFrom[agency] = rules.openingMinutes;
    }
    let waiting = rules.idleWeight * timetable.idleMinutes;
    for (let agency = 0; agency < count; agency += 1) {
      const weight = paid[agency] as number;
      if (weight === 0) continue;
      const second = count + agency;
      const stay =
        (worksTo[agency] as number) - (worksFrom[agency] as number) + (worksTo[second] as number) - (worksFrom[second] as number);
      waiting += weight * (stay - (ownMinutes[agency] as number));
    }
    return { timetable, arrives, leaves, waiting };
  };
}
