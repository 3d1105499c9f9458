import { type Group, type LeastRoom, leastRoom } from './clique-room';
import { type Amounts, amounts, type StepCosts, stepCosts } from './clique-steps';
import { mostOf } from './order-problem';

/** The least that a group of agencies alone still costs, by who of it is there at either end. Sets are bits, of the group only. */
export interface CliqueTable {
  readonly size: number;
  /** By `placeOf(atFront, atBack)`. */
  readonly remaining: Amounts;
  readonly room: LeastRoom;
}

/**
 * Works out, for a clique of agencies and a few guests as if there were no others, the least cost of all cases that are not
 * yet covered; a case is covered by an end where all its agencies have come. Towards the clique's common moment its
 * agencies only arrive, from either end, so a case is best heard the moment that one end covers it, and what it costs is
 * known from who is there. A guest is an agency that does not meet all of the clique, and may leave before that moment
 * (`clique-room.ts`). That leaves 4^size states whatever the number of cases; what each step between them costs is worked out
 * beforehand (`clique-steps.ts`).
 *
 * No order costs less: take its two ends by turns, always the one with the lesser weight in the room, and each case is
 * charged, at whichever end first covers it, no more than it costs where it is.
 *
 * @param mostInAll no cost is more than this: all minutes times all weights of the problem, say.
 * @param isOver asked now and then; once it says so there is no table.
 */
export function cliqueTable(
  group: Group,
  durations: ArrayLike<number>,
  mostInAll = mostOf(durations, group.weights),
  isOver: () => boolean = never,
): CliqueTable | null {
  const size = group.weights.length;
  const count = 1 << size;
  const isWhole = [...group.weights, ...Array.from(durations)].every(Number.isInteger);
  const room = leastRoom(group);
  const steps = stepCosts(group, durations, room, amounts(size * 3 ** size, isWhole, mostInAll), isOver);
  if (!steps) return null;
  const remaining = amounts(pairs(count), isWhole, mostInAll);
  const line = () => (isWhole && mostInAll < 2 ** 30 ? new Int32Array(count) : new Float64Array(count));
  return fillRows(size, steps, remaining, line, isOver) ? { size, remaining, room } : null;
}

/** Where the table has a state: both ends are alike, so the greater set is named first. */
export const placeOf = (one: number, other: number): number =>
  one < other ? (other * (other + 1)) / 2 + one : (one * (one + 1)) / 2 + other;
const pairs = (count: number) => (count * (count + 1)) / 2;

const never = () => false;
const rowsAtOnce = 32;

/** One row for each greater set, from all agencies down to none. This is where the time goes: size steps for each state. False where it is given up. */
function fillRows(
  size: number,
  { costs, from, thirds }: StepCosts,
  remaining: Amounts,
  line: () => Int32Array | Float64Array,
  isOver: () => boolean,
): boolean {
  const count = 1 << size;
  /** By set at the lesser end: the least found by now, what is left in the end, and the place of the set with its part at the greater. */
  const least = line();
  const left = line();
  const places = new Int32Array(count);
  /** By part at the other end, what one step costs. */
  const stepTo = line();
  const starts = Int32Array.from({ length: size }, (_, agency) => from(agency, 0));
  const beyondAll = least instanceof Int32Array ? 2 ** 31 - 1 : Number.POSITIVE_INFINITY;

  /** Steps at the greater end: each comes from another row. */
  const stepAtGreater = (greater: number, agency: number): void => {
    const to = greater | (1 << agency);
    const row = pairs(to);
    const start = from(agency, to);
    for (let part = to; ; part = (part - 1) & to) {
      stepTo[part] = costs[start + (thirds[part] as number)] as number;
      if (part === 0) break;
    }
    for (let lesser = 0; lesser <= greater; lesser += 1) {
      const cost = (remaining[row + lesser] as number) + (stepTo[lesser & to] as number);
      if (cost < (least[lesser] as number)) least[lesser] = cost;
    }
  };
  /** Steps at the lesser end: most come from a state of this row. */
  const stepAtLesser = (greater: number): void => {
    const row = pairs(greater);
    for (let lesser = greater; lesser >= 0; lesser -= 1) {
      let best = least[lesser] as number;
      for (let open = ~lesser & (count - 1); open !== 0; open &= open - 1) {
        const agency = 31 - Math.clz32(open & -open);
        const to = lesser | (1 << agency);
        const cost = (left[to] as number) + (costs[(starts[agency] as number) + (places[to] as number)] as number);
        if (cost < best) best = cost;
      }
      left[lesser] = best;
      remaining[row + lesser] = best;
    }
  };
  // Where all have come at one end, nothing is left: the uppermost row is 0.
  for (let greater = count - 2; greater >= 0; greater -= 1) {
    if (greater % rowsAtOnce === 0 && isOver()) return false;
    least.fill(beyondAll);
    for (let set = greater + 1; set < count; set += 1) left[set] = remaining[pairs(set) + greater] as number;
    for (let set = 0; set < count; set += 1) places[set] = (thirds[set] as number) + (thirds[set & greater] as number);
    for (let agency = 0; agency < size; agency += 1) if (!((greater >> agency) & 1)) stepAtGreater(greater, agency);
    stepAtLesser(greater);
  }
  return true;
}
