import { type CliqueTable, cliqueTable, placeOf } from './clique-table';
import { type CliqueWithGuests, partIntoCliques } from './cliques';
import { mostOf } from './order-problem';
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
 * A bound for each clique of the agencies with its guests (see `clique-table.ts`). No agency is in two groups, so their
 * bounds add up. A case that one end covers already must be heard on one side of the clique's common moment, where everyone
 * of the clique stays who is there at that end; the others cost together at least what the table says.
 *
 * @param isOver asked now and then; once it says so the work is given up, and there are none.
 */
export function cliqueBounds(problem: ReducedProblem, largest: number, isOver = () => false): readonly CliqueBound[] | null {
  const bounds: CliqueBound[] = [];
  for (const group of partIntoCliques(problem, largest)) {
    if (group.clique.length + group.guests.length === 1) continue;
    const bound = boundOf(group, problem, isOver);
    if (!bound) return null;
    bounds.push(bound);
  }
  return bounds;
}

function boundOf(
  { clique, guests }: CliqueWithGuests,
  { durations, weights, agenciesOf }: ReducedProblem,
  isOver: () => boolean,
): CliqueBound | null {
  const agencies = [...clique, ...guests];
  const sets = agenciesOf.map((own) => agencies.reduce((set, agency, bit) => (own.includes(agency) ? set | (1 << bit) : set), 0));
  const group = { weights: agencies.map((agency) => weights[agency] ?? 0), guests: guests.length, sets };
  const table = cliqueTable(group, durations, mostOf(durations, weights), isOver);
  if (!table) return null;
  const within = translator(agencies);
  return guests.length === 0 ? ofClique(table, durations, sets, within) : withGuests(table, durations, sets, within);
}

type Within = (set: number) => number;

function ofClique({ size, remaining, room }: CliqueTable, durations: Float64Array, sets: readonly number[], within: Within): CliqueBound {
  const { weight } = room;
  const all = (1 << size) - 1;
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
        sum += duration * Math.min(weight[front & ~set] as number, weight[back & ~set] as number);
      // The table counts those who stay through as well; they are paid for already.
      else sum -= duration * (weight[through & ~set] as number);
    }
    // Once one has left, the common moment is past: every case is covered.
    return concerned === all ? sum + (remaining[placeOf(atFront, atBack)] as number) : sum;
  };
}

function withGuests({ size, remaining, room }: CliqueTable, durations: Float64Array, sets: readonly number[], within: Within): CliqueBound {
  const { cliqueSize, cliqueWeight, weight, meets, least } = room;
  const all = (1 << size) - 1;
  const inClique = (1 << cliqueSize) - 1;
  const kinds = Int32Array.from(sets, (set) => room.from(room.kindOf(set)));
  return (ends, open, openCount) => {
    const front = within(ends.front);
    const back = within(ends.back);
    const through = within(ends.through);
    let atFront = front | through;
    let atBack = back | through;
    const frontPlace = room.at(through, atFront);
    const backPlace = room.at(through, atBack);
    let concerned = atFront | atBack;
    let covered = 0;
    let paid = 0;
    for (let at = 0; at < openCount; at += 1) {
      const index = open[at] as number;
      const set = sets[index] as number;
      const duration = durations[index] as number;
      concerned |= set;
      // Those who stay through are in the room as well, in the table too; they are paid for already.
      const paidHere = weight[through & ~set] as number;
      const isAtFront = (set & ~atFront) === 0;
      const isAtBack = (set & ~atBack) === 0;
      if (!isAtFront && !isAtBack) paid += duration * paidHere;
      else {
        const kind = kinds[index] as number;
        const one = least[kind + (isAtFront ? frontPlace : room.at(through, atFront | set))] as number;
        const other = least[kind + (isAtBack ? backPlace : room.at(through, atBack | set))] as number;
        covered += duration * ((one < other ? one : other) - (cliqueWeight[set] as number) - paidHere);
      }
    }
    const gone = all & ~concerned;
    if ((gone & inClique) !== 0) return covered;
    for (let guest = 0; gone !== 0 && guest < meets.length; guest += 1) {
      const own = 1 << (cliqueSize + guest);
      if (!(gone & own)) continue;
      const others = meets[guest] as number;
      if ((others & gone) !== own) return covered;
      // At the end where it left, all have come whom it meets.
      if ((others & ~own & ~(front | through)) === 0) atFront |= own;
      else atBack |= own;
    }
    return Math.max(covered, covered + (remaining[placeOf(atFront, atBack)] as number) - paid);
  };
}

/** Turns sets of all agencies into sets of some, four times eight of them by table. */
function translator(agencies: readonly number[]): (set: number) => number {
  const tables = [0, 8, 16, 24].map((from) => {
    const table = new Int32Array(256);
    for (const [bit, agency] of agencies.entries())
      if (agency >= from && agency < from + 8)
        for (let set = 0; set < 256; set += 1) if ((set >>> (agency - from)) & 1) table[set] = (table[set] as number) | (1 << bit);
    return table;
  }) as [Int32Array, Int32Array, Int32Array, Int32Array];
  const [one, two, three, four] = tables;
  return (set) =>
    (one[set & 255] as number) | (two[(set >>> 8) & 255] as number) | (three[(set >>> 16) & 255] as number) | (four[set >>> 24] as number);
}
