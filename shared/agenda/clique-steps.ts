import { type Group, inThirds, type LeastRoom } from './clique-room';

/** Minutes times weight, in as little memory as they fit. */
export type Amounts = Uint16Array | Int32Array | Float64Array;

/** Room for so many amounts, none of which is more than `most`; whole numbers where that is said. */
export function amounts(count: number, isWhole: boolean, most: number): Amounts {
  if (!isWhole || most >= 2 ** 30) return new Float64Array(count);
  return most < 2 ** 16 ? new Uint16Array(count) : new Int32Array(count);
}

/** What it costs that one agency comes at an end: the minutes of the cases that this covers, at the least that is in the room then. */
export interface StepCosts {
  readonly costs: Amounts;
  /** From where on the costs are of the step that makes up `to` by the coming of `agency`; there by `thirds` of the part of `to` at the other end. */
  readonly from: (agency: number, to: number) => number;
  readonly thirds: Int32Array;
}

const setsAtOnce = 64;

/**
 * The costs of all steps. A case that the other end covers has been heard there, which is all that this depends on: so for each
 * set and agency of it, one number for each part of the set that may be at the other end, 3^size of them for each agency.
 *
 * @param into room for `size` times 3^size amounts.
 * @param isOver asked now and then; once it says so the work is given up.
 */
export function stepCosts(
  { weights, sets }: Group,
  durations: ArrayLike<number>,
  room: LeastRoom,
  into: Amounts,
  isOver: () => boolean,
): StepCosts | null {
  const size = weights.length;
  const count = 1 << size;
  const clique = (1 << room.cliqueSize) - 1;
  const thirds = inThirds(size);
  const plane = 3 ** size;
  // Minutes of the cases whose agencies all lie in a set, by kind; and what these are worth to the agencies of the clique.
  const minutes = room.kinds.map(() => new Float64Array(count));
  const worth = new Float64Array(count);
  for (const [index, set] of sets.entries()) {
    const duration = durations[index] as number;
    const own = minutes[room.kindOf(set)] as Float64Array;
    own[set] = (own[set] as number) + duration;
    worth[set] = (worth[set] as number) + duration * (room.cliqueWeight[set] as number);
  }
  for (const values of [...minutes, worth]) addUpSubsets(values);
  const kinds = room.kinds.map((_, kind) => ({ from: room.from(kind), minutes: minutes[kind] as Float64Array }));
  /** What the cases of a set cost at a place of `room`, their own agencies apart. */
  const costIn = (set: number, place: number): number => {
    let sum = 0 - (worth[set] as number);
    for (const kind of kinds) sum += (room.least[kind.from + place] as number) * (kind.minutes[set] as number);
    return sum;
  };
  const covered = new Float64Array(count);
  const costs = into;
  for (let to = 0; to < count; to += 1) {
    if (to % setsAtOnce === 0 && isOver()) return null;
    const inClique = to & clique;
    const guests = to & ~clique;
    for (let staying = guests; ; staying = (staying - 1) & guests) {
      const place = room.at(staying, to);
      const all = costIn(to, place);
      for (let part = inClique; ; part = (part - 1) & inClique) {
        covered[part] = costIn(part | staying, place);
        if (part === 0) break;
      }
      for (let agency = 0; agency < size; agency += 1) {
        const bit = 1 << agency;
        if (!(to & bit)) continue;
        const gain = all - costIn(to ^ bit, place);
        const from = plane * agency + (thirds[to] as number) + (thirds[staying] as number);
        for (let part = inClique; ; part = (part - 1) & inClique) {
          let cost = gain;
          if (part & bit) cost -= (covered[part] as number) - (covered[part ^ bit] as number);
          else if (staying & bit) cost -= (covered[part] as number) - costIn(part | (staying ^ bit), place);
          costs[from + (thirds[part] as number)] = cost;
          if (part === 0) break;
        }
      }
      if (staying === 0) break;
    }
  }
  return { costs, from: (agency, to) => plane * agency + (thirds[to] as number), thirds };
}

/** Turns what is said of each set alone into what is said of all its subsets together. */
function addUpSubsets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1)
    for (let set = 0; set < values.length; set += 1) if (set & bit) values[set] = (values[set] as number) + (values[set ^ bit] as number);
}
