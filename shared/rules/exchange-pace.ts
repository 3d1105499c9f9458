/** What the next look at the shared folder depends on. */
export interface ExchangePace {
  /** A conference is being held. */
  readonly isConferenceRunning: boolean;
  /** Something recorded here is not in the folder yet. */
  readonly isWaiting: boolean;
  /** How often in a row the folder could not be used. */
  readonly failures: number;
  /** Milliseconds since something came or was recorded. */
  readonly quietFor: number;
}

const second = 1000;
const minute = 60 * second;

/**
 * Milliseconds until the next look: seconds while a conference runs, a quarter of a minute while work goes on, minutes when
 * nothing has happened for long. What was recorded goes soon. A folder that fails is asked ever more seldom, so that a dead
 * drive costs nothing, and at least every ten minutes, so that it is noticed when it is back.
 */
export function nextExchangeIn({ isConferenceRunning, isWaiting, failures, quietFor }: ExchangePace): number {
  if (failures > 0) return Math.min(10 * minute, (isConferenceRunning ? 5 : 15) * second * 2 ** Math.min(failures - 1, 10));
  if (isConferenceRunning) return isWaiting ? second : 3 * second;
  if (isWaiting) return 2 * second;
  if (quietFor < 10 * minute) return 15 * second;
  return quietFor < 60 * minute ? minute : 5 * minute;
}
