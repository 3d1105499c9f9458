import { schemePlace } from '../../../../shared/language/scheme-place';

const clockFormat = new Intl.DateTimeFormat('en-GB', { timeZone: schemePlace, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: schemePlace, year: 'numeric', month: '2-digit', day: '2-digit' });

/** `10:49`, of milliseconds since 1970. */
export function clockOf(instant: number): string {
  return clockFormat.format(instant);
}

/** `2026-03-03`, of milliseconds since 1970. */
export function dayOf(instant: number): string {
  return dayFormat.format(instant);
}

/** `9:08`, of seconds; hours only where there are any. */
export function formatElapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

/** Seconds spent on a case: before it was left, and since it was taken up again. `now` is the clock that wrote `startedAt`. */
export function secondsOn(
  { startedAt, secondsBefore, isRunning }: { startedAt: string | null; secondsBefore: number; isRunning: boolean },
  now: number,
): number {
  if (!isRunning || startedAt === null) return secondsBefore;
  return secondsBefore + Math.max(0, (now - Date.parse(startedAt)) / 1000);
}
