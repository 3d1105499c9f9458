import { open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';

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
function stopwatch({ now, worked = now }: Pace): () => { readonly passed: number; readonly worked: number } {
  const [from, workedFrom] = [now(), worked()];
  return () => ({ passed: now() - from, worked: worked() - workedFrom });
}

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
  const checkpoints = raw.memory ? null : checkpointsApart(raw, pace);
  try {
    const done = await inSlices(items, (slice) => withoutWaiting(raw, () => work(slice)), {
      ...options,
      goesOn: () => raw.open && goesOn(),
      pace: {
        ...pace,
        async rest() {
          await pace.rest();
          await checkpoints?.look();
        },
      },
    });
    await checkpoints?.make();
    return done;
  } finally {
    checkpoints?.end();
  }
}

/** Commits without waiting for the disk. What is committed afterwards as usual waits for the disk for this as well. */
function withoutWaiting(raw: Database.Database, work: () => void): void {
  const usual = raw.pragma('synchronous', { simple: true }) as number;
  raw.pragma(`synchronous = ${Math.min(usual, normal)}`);
  try {
    work();
  } finally {
    raw.pragma(`synchronous = ${usual}`);
  }
}
const normal = 1;

/** Checkpoints in turns of their own: by themselves they would come at the end of a slice, and whoever waits would wait for both. */
function checkpointsApart(raw: Database.Database, pace: Pace) {
  const usual = raw.pragma('wal_autocheckpoint', { simple: true }) as number;
  raw.pragma('wal_autocheckpoint = 0');
  let every = 1;
  let slices = 0;
  let since = pace.now();
  const make = async () => {
    await flushed(`${raw.name}-wal`);
    if (!raw.open) return;
    const between = pace.now() - since;
    const took = stopwatch(pace);
    raw.pragma('wal_checkpoint(PASSIVE)');
    const { passed, worked } = took();
    const waited = pace.worked ? passed - worked : passed;
    // On a disk that takes long for anything, many small ones would be slower than few and hold others up no less.
    if (waited > between / 3) every = Math.min(64, every * 2);
    else every = Math.min(64, Math.max(1, every * Math.min(1.25, Math.max(0.5, pace.slice / Math.max(worked, 0.1)))));
    slices = 0;
    await pace.rest();
    since = pace.now();
  };
  return {
    make,
    async look() {
      slices += 1;
      // To the nearest slice: what is always rounded up is always too long.
      if (slices >= Math.round(every) && raw.open) await make();
    },
    end() {
      if (raw.open) raw.pragma(`wal_autocheckpoint = ${usual}`);
    },
  };
}

/** Brings what was written of a file to the disk, in another thread. SQLite takes no locks on this one that closing it would drop. */
async function flushed(path: string): Promise<void> {
  try {
    const file = await open(path, 'r+');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch {
    // The checkpoint waits for the disk itself; this only took the waiting out of its way.
  }
}

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
