/** When an unattended scheme locks itself on this computer. */
export interface IdleLockSettings {
  /** Minutes without a key or a movement of the mouse. */
  readonly minutes: number;
  /** Whether it also locks while a running conference is on the screen: people listen there for longer than they type. */
  readonly duringConference: boolean;
}

export const idleMinutes = [2, 5, 10, 15, 30, 60] as const;
export const usualIdleLock: IdleLockSettings = { minutes: 10, duringConference: false };

export interface Attendance {
  /** Milliseconds, by the clock that `now` is read from. */
  readonly lastInputAt: number;
  /** A conference runs, and its chairing screen is open. */
  readonly isConferenceOpen: boolean;
}

/**
 * Milliseconds until it locks: 0 or less means now, null that it does not lock while things stand as they do. A clock
 * that was put back counts as input at this moment, since how long ago the last one really was is not known.
 */
export function untilIdleLock(settings: IdleLockSettings, { lastInputAt, isConferenceOpen }: Attendance, now: number): number | null {
  if (isConferenceOpen && !settings.duringConference) return null;
  return settings.minutes * 60_000 - Math.max(0, now - lastInputAt);
}
