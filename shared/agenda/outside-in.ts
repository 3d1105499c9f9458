import { cliqueBounds } from './clique-bound';
import type { ReducedProblem } from './reduce';
import { separatorOf, weigher } from './separator';

/**
 * An order built from both ends towards the middle. What is still to come depends only on which cases are left, who is
 * in the room after the front part and who before the back part; agencies with cases in both parts stay through the
 * middle whatever happens, so all they will wait is charged when that becomes known and they are then forgotten.
 */
export interface Partial {
  /** Cases that have no place yet, as bits. */
  readonly left: Uint32Array;
  /** Agencies that came in the front part and have cases left; those of the back part. No agency is in both. */
  front: number;
  back: number;
  /** Agencies in both parts: what they will wait is in `cost` already. */
  through: number;
  /** How many cases are in the front part. Only kept where positions are pinned. */
  placed: number;
  cost: number;
}

export interface OutsideIn {
  readonly count: number;
  readonly words: number;
  readonly isPinned: boolean;
  /** Whether an order and its reverse are as good as each other. */
  readonly hasMirror: boolean;
  readonly start: (into: Partial) => void;
  readonly copy: (from: Partial, into: Partial) => void;
  readonly create: () => Partial;
  /**
   * The least that any completion still costs, agencies of `through` apart, since they are paid for; 0 where it is complete.
   * Where it is seen early that this comes to `enough`, no more is looked into, and no choices can be asked for.
   */
  readonly survey: (state: Partial, enough?: number, atLeast?: number) => number;
  /** The same, less close and much quicker. */
  readonly glance: (state: Partial) => number;
  readonly isComplete: (state: Partial) => boolean;
  /** Puts a case next at the front, or next at the back. */
  readonly place: (state: Partial, index: number, atFront: boolean) => void;
  /**
   * Places what can be placed without looking further, until a choice must be made or every completion is seen to cost
   * `limit` or more in all; gives what `survey` then gives.
   *
   * @param atLeast what a glance said of it, where there was one.
   */
  readonly settle: (state: Partial, limit: number, told?: (index: number, atFront: boolean) => void, atLeast?: number) => number;
  /** At which end the next case is tried. Any order can be built either way, so one is enough: where fewer are waiting. */
  readonly growsAtFront: (state: Partial) => boolean;
  /** Right after `survey` or `settle`: the cases worth trying next, into `into`, and how many. */
  readonly choices: (state: Partial, into: Int32Array) => number;
  /**
   * Makes the bounds closer, at the price of larger tables: for a search that has turned out long. False where they are, and
   * where that was given up because the time was over.
   */
  readonly sharpen: () => boolean;
  /** After how many steps a search is long. */
  readonly longAfter: number;
}

/** Agencies of a table at first: soon filled. */
const smallTables = 10;
/** Of one for a long search, where it holds all agencies: 17 megabytes or 34, which take half a second. It leaves little to search. */
const largestTable = 12;
/** And where agencies are left over, so that the gain is less. */
const largeTables = 11;
/** Steps before the large tables: few where one holds all agencies, and more where agencies are left over. */
const longWithOneTable = 2000;
const longWithMore = 10_000;

/**
 * @param problem at most 32 agencies.
 * @param isOver asked now and then while tables are made; once it says so there are none.
 */
export function outsideIn(problem: ReducedProblem, isOver?: () => boolean): OutsideIn {
  const { durations, weights, agenciesOf, pinnedAt, segments } = problem;
  const count = durations.length;
  const words = Math.max(1, Math.ceil(count / 32));
  const masks = Uint32Array.from(agenciesOf, (agencies) => agencies.reduce((set, agency) => (set | (1 << agency)) >>> 0, 0));
  const weigh = weigher(weights);
  const separator = separatorOf(weights, weigh);
  let cliques = cliqueBounds(problem, smallTables, isOver) ?? [];
  const pinnedTo = new Int32Array(count).fill(-1);
  for (const [position, index] of (pinnedAt ?? []).entries()) if (index >= 0) pinnedTo[index] = position;

  // Readings of the last survey.
  const open = new Int32Array(count);
  const sets = new Uint32Array(count);
  const least = new Float64Array(count);
  const adjacent = new Uint32Array(weights.length);
  let openCount = 0;
  const places = 2 ** Math.ceil(Math.log2(2 * count + 2));
  const asked = new Uint32Array(places);
  const askedIn = new Uint32Array(places);
  const answers = new Float64Array(places);
  let surveys = 0;

  /** The first and the last segment that have cases left: only those can come next at the front and at the back. */
  let firstSegment = 0;
  let lastSegment = 0;
  const findSegments = (): void => {
    if (!segments) return;
    firstSegment = Number.POSITIVE_INFINITY;
    lastSegment = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < openCount; at += 1) {
      const segment = segments[open[at] as number] as number;
      if (segment < firstSegment) firstSegment = segment;
      if (segment > lastSegment) lastSegment = segment;
    }
  };
  const canBeNext = (index: number, atFront: boolean): boolean =>
    segments === null || segments[index] === (atFront ? firstSegment : lastSegment);

  const isComplete = ({ left }: Partial): boolean => {
    for (let word = 0; word < words; word += 1) if (left[word] !== 0) return false;
    return true;
  };

  const lookOver = (state: Partial): void => {
    openCount = 0;
    adjacent.fill(0);
    const kept = ~state.through;
    for (let word = 0; word < words; word += 1)
      for (let bits = state.left[word] as number; bits !== 0; bits &= bits - 1) {
        const index = word * 32 + 31 - Math.clz32(bits & -bits);
        const set = (masks[index] as number) & kept;
        open[openCount] = index;
        sets[openCount] = set;
        openCount += 1;
        for (let rest = set; rest !== 0; rest &= rest - 1) {
          const agency = 31 - Math.clz32(rest & -rest);
          adjacent[agency] = (adjacent[agency] as number) | set;
        }
      }
  };

  /** Those with whom each of some agencies shares a case that is left. */
  const commonOf = (agencies: number): number => {
    let common = -1;
    for (let rest = agencies; rest !== 0; rest &= rest - 1) common &= adjacent[31 - Math.clz32(rest & -rest)] as number;
    return common;
  };

  // Without the agencies that stay through, many cases have the same ones left: each set is parted once a survey.
  const separate = (signed: number, { front, back }: Partial): number => {
    const set = signed >>> 0;
    let slot = Math.imul(set ^ (set >>> 15), 0x2c1b3c6d) & (places - 1);
    while (askedIn[slot] === surveys && asked[slot] !== set) slot = (slot + 1) & (places - 1);
    if (askedIn[slot] === surveys) return answers[slot] as number;
    askedIn[slot] = surveys;
    asked[slot] = set;
    const answer = separator(adjacent, set, front, back);
    answers[slot] = answer;
    return answer;
  };

  const byCliques = (state: Partial): number => {
    let sum = 0;
    for (const clique of cliques) sum += clique(state, open, openCount);
    return sum;
  };

  const glance = (state: Partial): number => {
    openCount = 0;
    for (let word = 0; word < words; word += 1)
      for (let bits = state.left[word] as number; bits !== 0; bits &= bits - 1)
        open[openCount++] = word * 32 + 31 - Math.clz32(bits & -bits);
    return byCliques(state);
  };

  const survey = (state: Partial, enough = Number.POSITIVE_INFINITY, atLeast = -1): number => {
    lookOver(state);
    surveys += 1;
    const byClique = atLeast < 0 ? byCliques(state) : atLeast;
    if (byClique >= enough) return byClique;
    // Whoever is in the room while a case is discussed parts those who have left by then from those who are still to come.
    let sum = 0;
    const { front, back } = state;
    const isComplete = (back & ~commonOf(front)) === 0;
    for (let at = 0; at < openCount && sum < enough; at += 1) {
      const set = sets[at] as number;
      // Where everyone of one end shares a case with everyone of the other, only a whole end parts them.
      const waiting = isComplete ? Math.min(weigh(front & ~set), weigh(back & ~set)) : separate(set, state);
      least[at] = waiting;
      sum += waiting * (durations[open[at] as number] as number);
    }
    return Math.max(sum, byClique);
  };

  const place = (state: Partial, index: number, atFront: boolean): void => {
    const set = (masks[index] as number) & ~state.through;
    const near = atFront ? state.front : state.back;
    const far = atFront ? state.back : state.front;
    state.cost += (durations[index] as number) * weigh(near & ~set);
    state.left[index >> 5] = (state.left[index >> 5] as number) & ~(1 << (index & 31));
    const met = set & far;
    if (met !== 0) {
      for (let word = 0; word < words; word += 1)
        for (let bits = state.left[word] as number; bits !== 0; bits &= bits - 1) {
          const other = word * 32 + 31 - Math.clz32(bits & -bits);
          state.cost += (durations[other] as number) * weigh(met & ~(masks[other] as number));
        }
      state.through |= met;
    }
    // Whoever has no case left goes.
    let concerned = 0;
    for (let word = 0; word < words; word += 1)
      for (let bits = state.left[word] as number; bits !== 0; bits &= bits - 1)
        concerned |= masks[word * 32 + 31 - Math.clz32(bits & -bits)] as number;
    concerned &= ~state.through;
    state.front = (atFront ? near | set : far) & concerned;
    state.back = (atFront ? far : near | set) & concerned;
    if (atFront) state.placed += 1;
  };

  const growsAtFront = (state: Partial) => weigh(state.front) <= weigh(state.back);

  const settle: OutsideIn['settle'] = (state, limit, told, atLeast) => {
    for (let known = atLeast; ; known = undefined) {
      const rest = survey(state, limit - state.cost, known);
      if (pinnedAt || state.cost + rest >= limit) return rest;
      findSegments();
      let isSettled = true;
      const { front, back } = state;
      for (let at = 0; at < openCount; at += 1) {
        const set = sets[at] as number;
        // Everyone it needs is here and fewer never will be: no later place is better, and it makes nobody wait but those.
        const index = open[at] as number;
        const atFront = canBeNext(index, true) && (set & ~front) === 0 && weigh(front & ~set) <= (least[at] as number);
        if (!atFront && !(canBeNext(index, false) && (set & ~back) === 0 && weigh(back & ~set) <= (least[at] as number))) continue;
        place(state, index, atFront);
        told?.(index, atFront);
        isSettled = false;
      }
      if (isSettled) return rest;
    }
  };

  const choices: OutsideIn['choices'] = (state, into) => {
    const atFront = growsAtFront(state);
    let found = 0;
    if (pinnedAt) {
      const position = atFront ? state.placed : state.placed + openCount - 1;
      const pinned = pinnedAt[position] as number;
      if (pinned >= 0) {
        into[0] = pinned;
        return 1;
      }
      for (let at = 0; at < openCount; at += 1) if (pinnedTo[open[at] as number] === -1) into[found++] = open[at] as number;
      return found;
    }
    findSegments();
    const near = atFront ? state.front : state.back;
    for (let at = 0; at < openCount; at += 1) {
      if (!canBeNext(open[at] as number, atFront)) continue;
      const comes = (sets[at] as number) & ~near;
      let isNeeded = true;
      for (let other = 0; other < openCount && isNeeded; other += 1) {
        if (other === at || !canBeNext(open[other] as number, atFront)) continue;
        const otherComes = (sets[other] as number) & ~near;
        if ((otherComes & ~comes) !== 0 || (otherComes === comes && other > at)) continue;
        // The other brings in nobody whom this one does not, and has no better place than here: it may as well go first.
        if (weigh(near & ~(sets[other] as number)) <= (least[other] as number)) isNeeded = false;
      }
      if (isNeeded) into[found++] = open[at] as number;
    }
    return found;
  };

  const create = (): Partial => ({ left: new Uint32Array(words), front: 0, back: 0, through: 0, placed: 0, cost: 0 });
  const copy = (from: Partial, into: Partial): void => {
    into.left.set(from.left);
    into.front = from.front;
    into.back = from.back;
    into.through = from.through;
    into.placed = from.placed;
    into.cost = from.cost;
  };
  const start = (into: Partial): void => {
    copy(create(), into);
    for (let index = 0; index < count; index += 1) into.left[index >> 5] = (into.left[index >> 5] as number) | (1 << (index & 31));
  };
  const sharpen = (): boolean => {
    if (weights.length <= smallTables) return false;
    const closer = cliqueBounds(problem, weights.length > largestTable ? largeTables : largestTable, isOver);
    cliques = closer ?? cliques;
    return closer !== null;
  };
  return {
    count,
    words,
    isPinned: pinnedAt !== null,
    hasMirror: pinnedAt === null && segments === null,
    create,
    start,
    copy,
    survey,
    glance,
    isComplete,
    place,
    settle,
    growsAtFront,
    choices,
    sharpen,
    longAfter: weights.length > largestTable ? longWithMore : longWithOneTable,
  };
}
