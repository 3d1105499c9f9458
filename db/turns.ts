import type Database from 'better-sqlite3';
import { checkpointsOf } from './checkpoints';
import { type Pace, stopwatch, usualPace } from './pace';
import { mergeApart } from './search';

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
  let each = 0;
  let at = 0;
  while (at < items.length && goesOn()) {
    const took = stopwatch(pace);
    let weight = 0;
    const from = at;
    do {
      weight += weigh(items[at] as T);
      at += 1;
    } while (at < items.length && weight < most);
    work(items.slice(from, at));
    const { passed, worked } = took();
    // Where other programs have the processor, small slices would only be slower: every one has its own fixed cost.
    const counted = Math.min(passed, 2 * worked);
    // Taken at its word at once where it was slow; one quick slice is not to make the next one long.
    const tookEach = Math.max(counted, 0.1) / weight;
    each = Math.max(tookEach, (each + tookEach) / 2);
    // One slow disk write is not to make all the others tiny.
    most = Math.max(1, Math.min(1.5 * weight, Math.max(0.5 * weight, pace.slice / each)));
    await pace.rest();
  }
  return at;
}

/**
 * The same for work that writes: each slice is consistent, and durable once whoever called it records the end of the work.
 * Between slices the write-ahead log is brought to the disk without holding anybody up, and then moved into the file.
 */
export async function writeInSlices<T>(
  raw: Database.Database,
  items: readonly T[],
  work: (slice: readonly T[]) => void,
  options: SliceOptions<T> = {},
): Promise<number> {
  const { pace = usualPace, goesOn = () => true } = options;
  const merges = mergeApart(raw);
  const checkpoints = raw.memory ? null : await checkpointsOf(raw).beginApart(pace);
  try {
    const done = await inSlices(items, (slice) => withoutWaiting(raw, () => work(slice)), {
      ...options,
      goesOn: () => raw.open && goesOn(),
      pace: {
        ...pace,
        async rest() {
          await pace.rest();
          if (raw.open && withoutWaiting(raw, merges.afterSlice)) await pace.rest();
          await checkpoints?.afterSlice();
        },
      },
    });
    await checkpoints?.moveAll();
    return done;
  } finally {
    merges.end();
    await checkpoints?.end();
  }
}

/** Commits without waiting for the disk. What is committed afterwards as usual waits for the disk for this as well. */
function withoutWaiting<T>(raw: Database.Database, work: () => T): T {
  const usual = raw.pragma('synchronous', { simple: true }) as number;
  raw.pragma(`synchronous = ${Math.min(usual, normal)}`);
  try {
    return work();
  } finally {
    raw.pragma(`synchronous = ${usual}`);
  }
}
const normal = 1;

/** Asked between pieces of work of which each is short: lets others have their turn where a slice is over since they had it. */
export type Breathe = () => Promise<void>;

export function createBreather(pace: Pace = usualPace): Breathe {
  let since = pace.now();
  return async () => {
    if (pace.now() - since < pace.slice) return;
    await pace.rest();
    since = pace.now();
  };
}
