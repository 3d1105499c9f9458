import type { OrderRules } from './rules';

/** When everything takes place, in minutes from the start of the meeting. The next call writes over it. */
export interface Timetable {
  /** By position. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** By position: minutes since the start that were neither a break nor between sittings. */
  readonly worked: Float64Array;
  /** By position: 0, or 1 in the second sitting. */
  readonly sitting: Uint8Array;
  /** By break, in the order of the rules. One that is not taken has no length. */
  readonly breakStarts: Float64Array;
  readonly breakEnds: Float64Array;
  /** Where the meeting rests until a fixed start. */
  readonly idle: readonly { readonly from: number; readonly to: number }[];
  readonly idleMinutes: number;
  readonly end: number;
  /** From the end of the first sitting to the start of the second; 0 where there is one. */
  readonly minutesBetween: number;
}

/**
 * Lays cases one after another by the rules that say when: opening, breaks, fixed starts, sittings. A break after the
 * last case, or where the first sitting ends, has nothing to come back for, so it takes no time; a break at a time begins
 * when the case that is being discussed then has ended.
 */
export function timetabler(
  durations: ArrayLike<number>,
  { openingMinutes, breaks, fixedStarts, sittings }: Pick<OrderRules, 'openingMinutes' | 'breaks' | 'fixedStarts' | 'sittings'>,
): (order: ArrayLike<number>) => Timetable {
  const count = durations.length;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const worked = new Float64Array(count);
  const sitting = new Uint8Array(count);
  const breakStarts = new Float64Array(breaks.length);
  const breakEnds = new Float64Array(breaks.length);
  const isTaken = new Uint8Array(breaks.length);
  const afterPosition = Int32Array.from(breaks, (each) => ('afterPosition' in each ? each.afterPosition : -1));
  const breakAt = Float64Array.from(breaks, (each) => ('at' in each ? each.at : Number.POSITIVE_INFINITY));
  const breakMinutes = Float64Array.from(breaks, ({ minutes }) => minutes);
  const byTime = [...breaks.keys()]
    .filter((index) => Number.isFinite(breakAt[index]))
    .sort((one, other) => (breakAt[one] as number) - (breakAt[other] as number));
  const fixed = Float64Array.from({ length: count }, (_, index) => fixedStarts[index] ?? Number.NEGATIVE_INFINITY);
  let idle: { from: number; to: number }[] = [];
  let clock = 0;

  const take = (index: number): void => {
    isTaken[index] = 1;
    breakStarts[index] = clock;
    clock += breakMinutes[index] as number;
    breakEnds[index] = clock;
  };
  const skip = (index: number): void => {
    isTaken[index] = 1;
    breakStarts[index] = clock;
    breakEnds[index] = clock;
  };
  const rest = (until: number): void => {
    if (until <= clock) return;
    idle.push({ from: clock, to: until });
    clock = until;
  };
  /** When a case can begin after `cases` others, and which breaks come before it. */
  const approach = (cases: number, notBefore: number): void => {
    for (let index = 0; index < breaks.length; index += 1) if (afterPosition[index] === cases && !isTaken[index]) take(index);
    for (const index of byTime) if (!isTaken[index] && (breakAt[index] as number) <= clock) take(index);
    if (notBefore <= clock) return;
    for (const index of byTime) {
      const at = breakAt[index] as number;
      if (isTaken[index] || (at >= notBefore && at > clock)) continue;
      rest(at);
      take(index);
    }
    rest(notBefore);
  };

  return (order) => {
    isTaken.fill(0);
    idle = [];
    clock = openingMinutes;
    let work = openingMinutes;
    let isSecond = 0;
    let minutesBetween = 0;
    for (let position = 0; position < order.length; position += 1) {
      const index = order[position] as number;
      const duration = durations[index] as number;
      const notBefore = fixed[index] as number;
      const before = clock;
      const rested = idle.length;
      if (sittings && isSecond === 0) {
        const takenBefore = isTaken.slice();
        approach(position, notBefore);
        if (clock + duration > sittings.firstEndsAt) {
          clock = before;
          idle.length = rested;
          isTaken.set(takenBefore);
          isSecond = 1;
          for (let each = 0; each < breaks.length; each += 1)
            if (!isTaken[each] && (afterPosition[each] === position || (breakAt[each] as number) <= sittings.secondStartsAt)) skip(each);
          clock = Math.max(clock, sittings.secondStartsAt);
          minutesBetween = clock - before;
          approach(position, notBefore);
        }
      } else approach(position, notBefore);
      for (let each = rested; each < idle.length; each += 1)
        work += (idle[each] as { to: number }).to - (idle[each] as { from: number }).from;
      starts[position] = clock;
      worked[position] = work;
      clock += duration;
      work += duration;
      ends[position] = clock;
      sitting[position] = isSecond;
    }
    for (let index = 0; index < breaks.length; index += 1) if (!isTaken[index]) skip(index);
    let idleMinutes = 0;
    for (const { from, to } of idle) idleMinutes += to - from;
    return { starts, ends, worked, sitting, breakStarts, breakEnds, idle, idleMinutes, end: clock, minutesBetween };
  };
}
