import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work goes on before others have their turn. */
export interface Pace {
  /** Milliseconds that one slice should take. Typing waits for a slice at most. */
  readonly slice: number;
  /** Milliseconds from any fixed beginning. */
  now(): number;
  /** Milliseconds that this thread has been at work; left out where it is the same as the time that passes. */
  worked?(): number;
  /** Lets everything go first that is waiting. */
  rest(): Promise<unknown>;
}

export const usualPace: Pace = { slice: 32, now: () => performance.now(), worked: threadWorked, rest };

/** Work that goes on from a call to the disk is past the timers and other calls of this turn: only the next but one lets all of them go first. */
async function rest(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

function threadWorked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Times a piece of work: milliseconds that passed, and those of them in which this thread was at work. */
export function stopwatch({ now, worked = now }: Pace): () => { readonly passed: number; readonly worked: number } {
  const [from, workedFrom] = [now(), worked()];
  return () => ({ passed: now() - from, worked: worked() - workedFrom });
}
