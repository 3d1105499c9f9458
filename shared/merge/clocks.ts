/** How far ahead of what is known a stamp may lie before it counts as that of a wrong clock. */
export const dayInMilliseconds = 86_400_000;

export function millisecondsOf(stamp: string): number {
  return Number(stamp.slice(0, 15));
}

/** The year 2200: two devices of one forger are no two clocks that agree, and stamps must never run out of digits. */
const furthest = 7_258_118_400_000;

/**
 * How late a stamp of another device may be to carry this device's clock along: a day beyond this clock, or beyond the
 * second latest of all voices, this clock among them. One clock that is years ahead therefore moves nobody else's, and a
 * device whose own clock stands years back still follows two others that agree.
 *
 * @param now this device's clock, milliseconds since 1970.
 * @param latest the latest stamp met from each other device.
 */
export function furthestFollowed(now: number, latest: readonly string[]): number {
  const voices = [now, ...latest.map(millisecondsOf).filter((at) => at < furthest)].sort((one, other) => other - one);
  return Math.max(now, voices[1] ?? now) + dayInMilliseconds;
}

/** Since when something stands that was first seen at `known`, milliseconds since 1970. Where the clock was set back since, it begins again. */
export const standingSince = (known: number | null | undefined, now: number): number => Math.min(known ?? now, now);

/** A stamp that its device's clock can hardly have been right about. Never a reason to refuse, only to say so. */
export type ClockSuspicion = 'ahead' | 'behind';

/**
 * @param now this device's clock, milliseconds since 1970.
 * @param bases what the values were written on top of: stamps that must lie before their own.
 */
export function suspicionOf(stamp: string, bases: readonly string[], now: number): ClockSuspicion | null {
  if (millisecondsOf(stamp) > now + dayInMilliseconds) return 'ahead';
  const earlier = millisecondsOf(stamp) + dayInMilliseconds;
  return bases.some((base) => base !== '' && millisecondsOf(base) > earlier) ? 'behind' : null;
}
