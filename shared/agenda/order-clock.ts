import type { OrderRules } from './rules';

/** The time while an order is laid case by case; `timetable.ts` lays whole orders by the same rules. */
export interface OrderClock {
  now: number;
  /** How many of the breaks at a time were taken: the earliest so many. */
  taken: number;
  /** Takes what comes before the next case whichever it is, so many having been placed. */
  readonly pause: (placed: number) => void;
  /** Rests until a fixed start, taking the breaks that fall before it; the minutes rested. */
  readonly rest: (until: number) => number;
}

type ClockRules = Pick<OrderRules, 'openingMinutes' | 'breaks'>;

/** Breaks after so many cases, and those at a time, the earliest first. */
const parted = (breaks: OrderRules['breaks']) => ({
  byPlace: breaks.flatMap((each) => ('afterPosition' in each ? [each] : [])),
  byTime: breaks.flatMap((each) => ('at' in each ? [each] : [])).sort((one, other) => one.at - other.at),
});

export function orderClock({ openingMinutes, breaks }: ClockRules): OrderClock {
  const { byPlace, byTime } = parted(breaks);
  const clock: OrderClock = {
    now: openingMinutes,
    taken: 0,
    pause(placed) {
      for (const { afterPosition, minutes } of byPlace) if (afterPosition === placed) clock.now += minutes;
      for (let next = byTime[clock.taken]; next && next.at <= clock.now; next = byTime[clock.taken]) {
        clock.now += next.minutes;
        clock.taken += 1;
      }
    },
    rest(until) {
      let rested = 0;
      if (until <= clock.now) return 0;
      for (let next = byTime[clock.taken]; next && (next.at < until || next.at <= clock.now); next = byTime[clock.taken]) {
        rested += Math.max(0, next.at - clock.now);
        clock.now = Math.max(clock.now, next.at) + next.minutes;
        clock.taken += 1;
      }
      rested += Math.max(0, until - clock.now);
      clock.now = Math.max(clock.now, until);
      return rested;
    },
  };
  return clock;
}

/** When the next case begins after so many cases and minutes of them, where the meeting never rests. */
export function clockAfter({ openingMinutes, breaks }: ClockRules): (placed: number, work: number) => number {
  const { byPlace, byTime } = parted(breaks);
  return (placed, work) => {
    let clock = openingMinutes + work;
    for (const { afterPosition, minutes } of byPlace) if (afterPosition >= 0 && afterPosition <= placed) clock += minutes;
    for (const { at, minutes } of byTime) if (at <= clock) clock += minutes;
    return clock;
  };
}
