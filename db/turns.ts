import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';

/** How long work goes on before others have their turn. */
export interface Pace {
  /** Milliseconds that one slice should take. Typing waits for a slice at most. */
  readonly slice: number;
  /** Milliseconds from any fixed beginning. */
  now(): number;
  /** Lets everything go first that is waiting. */
  rest(): Promise<unknown>;
}

export const usualPace: Pace = { slice: 20, now: () => performance.now(), rest: () => nextTurn() };

export interface SliceOptions<T> {
  readonly pace?: Pace | undefined;
  /** How much work an item is, compared to others; 1 each where left out. */
  readonly weigh?: (item: T) => number;
  /** How much is tried in the first slice, before it is known how long it takes. */
  readonly first?: number;
  /** Asked before each slice: whether to go on at all. */
  readonly goesOn?: () => boolean;
}

/**
 * Does work on many items in slices, between which others have their turn. A slice takes as many as the one before says
 * will fit, one at least.
 *
 * @returns how many were worked on: all, unless told not to go on.
 */
export async function inSlices<T>(
  items: readonly T[],
  work: (slice: readonly T[]) => void,
  options: SliceOptions<T> = {},
): Promise<number> {
  const { pace = usualPace, weigh = () => 1, goesOn = () => true } = options;
  let most = options.first ?? 16;
  let at = 0;
  while (at < items.length && goesOn()) {
    const began = pace.now();
    let weight = 0;
    const from = at;
    do {
      weight += weigh(items[at] as T);
      at += 1;
    } while (at < items.length && weight < most);
    work(items.slice(from, at));
    const took = pace.now() - began;
    // One slow disk write is not to make all the others tiny, nor one quick slice the next one long.
    most = Math.max(1, weight * Math.min(1.5, Math.max(0.5, pace.slice / Math.max(took, 0.1))));
    await pace.rest();
  }
  return at;
}

/** The same for work that writes: between slices the write-ahead log is moved into the file, in turns of its own. */
export async function writeInSlices<T>(
  raw: Database.Database,
  items: readonly T[],
  work: (slice: readonly T[]) => void,
  options: SliceOptions<T> = {},
): Promise<number> {
  const { pace = usualPace, goesOn = () => true } = options;
  const isOpen = () => raw.open && goesOn();
  const usual = raw.pragma('wal_autocheckpoint', { simple: true }) as number;
  // By itself it would come at the end of a slice, and whoever waits would wait for both.
  raw.pragma('wal_autocheckpoint = 0');
  let every = 3;
  let slices = 0;
  const checkpoint = () => {
    const began = pace.now();
    raw.pragma('wal_checkpoint(PASSIVE)');
    const took = pace.now() - began;
    if (took > pace.slice) every = Math.max(1, every - 1);
    else if (took < pace.slice / 2) every = Math.min(12, every + 1);
    slices = 0;
  };
  try {
    return await inSlices(items, work, {
      ...options,
      goesOn: isOpen,
      pace: {
        ...pace,
        async rest() {
          await pace.rest();
          slices += 1;
          if (slices < every || !raw.open) return;
          checkpoint();
          await pace.rest();
        },
      },
    });
  } finally {
    if (raw.open) raw.pragma(`wal_autocheckpoint = ${usual}`);
  }
}
