import type { CaseKind, CaseKinds } from './case-kinds';
import { minutesOfMeeting, minutesOfPosition } from './rules';

/** Who is in the room around one case, as bits, and how far the order has come. */
export interface Moment {
  /** Cases before this one. */
  placed: number;
  /** Those who have come and still have a case, this one or a later. */
  across: number;
  /** Those who have come. */
  came: number;
  /** Those who have a case after this one. */
  leftAfter: number;
  /** When this case begins. */
  start: number;
  /** Groups that belong together of which some cases came before and some have yet to come. */
  openGroups: number;
  isLast: boolean;
}

/** What of the timing is known: exactly, or only that nothing can begin sooner, as where the meeting may rest. */
export type Timing = 'exact' | 'not-before';

/**
 * What one case costs in its place by the rules (`broken-rules.ts` reckons whole orders; added up over an order, this is the
 * same). With `not-before` it is the least that it can cost.
 */
export function ruleSteps({ rules, from, until, apart, groupSizes }: CaseKinds, timing: Timing) {
  const { mostMinutes } = rules;
  const maskOf = (times: readonly (number | null)[]) =>
    times.reduce((set: number, time, bit) => (time === null ? set : (set | (1 << bit)) >>> 0), 0);
  const limitedFrom = timing === 'exact' ? maskOf(from) : 0;
  const limitedUntil = maskOf(until);
  const groupBits = groupSizes.map((_, group) => 1 << group);
  const late = (set: number, times: readonly (number | null)[], at: number, sign: 1 | -1): number => {
    let sum = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const off = sign * (at - (times[31 - Math.clz32(rest & -rest)] as number));
      if (off > 0) sum += off;
    }
    return sum;
  };
  const meeting = (set: number, minutes: number): number => {
    let sum = 0;
    if (minutes > 0) for (const pair of apart) if ((set & pair) >>> 0 === pair) sum += minutes * minutesOfMeeting;
    return sum;
  };
  const bitsIn = (set: number): number => {
    let count = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
    return count;
  };
  const isAnyCase = apart.length > 0 || groupSizes.length > 0 || mostMinutes !== null;
  return {
    /** Whether a rule may ever charge something for such a case; most cases of most meetings have none. */
    mayCharge: ({ pin, fixedStart, notWhile, agencies }: CaseKind): boolean =>
      isAnyCase ||
      pin >= 0 ||
      fixedStart !== null ||
      notWhile !== 0 ||
      rules.blocks !== null ||
      (agencies & (limitedFrom | limitedUntil)) !== 0,
    /** Minutes of violation, by the weights of `broken-rules.ts`. */
    violation({ minutes, agencies, pin, lastPlace, fixedStart, group, notWhile }: CaseKind, moment: Moment): number {
      const { placed, across, came, leftAfter, start, openGroups, isLast } = moment;
      const end = start + minutes;
      const during = across | agencies;
      let sum = 0;
      if (pin >= 0) sum += minutesOfPosition * Math.abs(placed - pin);
      if (placed > lastPlace) sum += minutesOfPosition * (placed - lastPlace);
      if (openGroups !== 0) sum += minutesOfPosition * bitsIn(group < 0 ? openGroups : openGroups & ~(groupBits[group] as number));
      if (fixedStart !== null && start > fixedStart) sum += start - fixedStart;
      if (limitedFrom !== 0) sum += late(agencies & ~came & limitedFrom, from, start, -1);
      if (limitedUntil !== 0) sum += late(agencies & ~leftAfter & limitedUntil, until, end, 1);
      sum += meeting(during, minutes);
      if (notWhile !== 0) sum += minutes * minutesOfMeeting * bitsIn(during & notWhile);
      if (isLast && mostMinutes !== null && end > mostMinutes) sum += end - mostMinutes;
      return sum;
    },
    /** Of a break or a rest, with who sits through it. */
    violationOfPause: (across: number, minutes: number): number => meeting(across, minutes),
  };
}
