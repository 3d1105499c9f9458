import type { ExpectedStay } from './retime';

const minute = 60_000;
/** An agency is announced so long before its first case. */
export const dueWithin = 10;
/** By so much must its time have moved before anybody is told. */
const worthTelling = 5;
/** It takes so long to come in earlier than told; before that the time may still move back. */
const comingInEarly = 25;

/** Where an agency is, by what was marked. */
export type Whereabouts = 'here' | 'awaited' | 'not-coming';

/** Somebody who should be told something now. Instants are milliseconds since 1970. */
export type RoomCall =
  /** Its case is on, or is the next, and it is not marked as here. */
  | { readonly kind: 'wanted'; readonly agencyId: string; readonly at: number; readonly comesAt: number | null }
  /** Its case comes sooner than it was told. */
  | { readonly kind: 'early'; readonly agencyId: string; readonly at: number; readonly minutes: number; readonly soonerBy: number }
  | { readonly kind: 'due'; readonly agencyId: string; readonly at: number; readonly minutes: number }
  /** Its case comes later than it was told; it would sit and wait. */
  | { readonly kind: 'later'; readonly agencyId: string; readonly at: number; readonly laterBy: number }
  /** It is here and has said that it must go; no minutes are left once it should have gone. */
  | { readonly kind: 'must-leave'; readonly agencyId: string; readonly at: number; readonly minutes: number }
  /** Its last case is over. */
  | { readonly kind: 'may-go'; readonly agencyId: string };

const urgency: readonly RoomCall['kind'][] = ['wanted', 'must-leave', 'early', 'due', 'may-go', 'later'];

/**
 * Whom to call in, to put off, and to let go, the most urgent first; at most one word an agency. Core agencies stay
 * throughout and are never called, only reminded of when they must leave. Nothing is said of times that no longer have to do with the plan.
 *
 * @param isOnPlan false where the conference is held at another time than planned, so that nobody was told a time.
 */
export function roomCalls(
  stays: readonly ExpectedStay[],
  whereabouts: (agencyId: string) => Whereabouts,
  now: number,
  isOnPlan: boolean,
): readonly RoomCall[] {
  return stays
    .flatMap((stay) => callFor(stay, whereabouts(stay.agencyId), now, isOnPlan) ?? [])
    .sort((one, other) => urgency.indexOf(one.kind) - urgency.indexOf(other.kind) || atOf(one) - atOf(other));
}

const atOf = (call: RoomCall) => ('at' in call ? call.at : 0);

function callFor(
  { agencyId, isCore, expected, planned, canCome }: ExpectedStay,
  where: Whereabouts,
  now: number,
  isOnPlan: boolean,
): RoomCall | null {
  if (where === 'not-coming') return null;
  if (where === 'here') {
    if (expected === null && !isCore) return { kind: 'may-go', agencyId };
    const { until } = canCome;
    const left = until === null ? null : Math.ceil((until - now) / minute);
    return until === null || left === null || left > dueWithin
      ? null
      : { kind: 'must-leave', agencyId, at: until, minutes: Math.max(0, left) };
  }
  if (expected === null || isCore) return null;
  const at = expected.from;
  const minutes = Math.ceil((at - now) / minute);
  const movedBy = Math.round((at - planned.from) / minute);
  if (minutes <= 0) {
    const comesAt = canCome.from !== null && canCome.from > now ? canCome.from : null;
    return { kind: 'wanted', agencyId, at, comesAt };
  }
  if (isOnPlan && movedBy <= -worthTelling && minutes <= comingInEarly) return { kind: 'early', agencyId, at, minutes, soonerBy: -movedBy };
  if (minutes <= dueWithin) return { kind: 'due', agencyId, at, minutes };
  const isAboutToCome = planned.from - now <= comingInEarly * minute;
  return isOnPlan && isAboutToCome && movedBy >= worthTelling ? { kind: 'later', agencyId, at, laterBy: movedBy } : null;
}
