import { open } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { openToOthers, takeAlone } from './file-lock';
import { type BeginMoving, callHelper, type LogHelper } from './log-helper';
import { type Pace, stopwatch } from './pace';

/** The checkpoints of work in slices: by themselves they would come at the end of a slice, and whoever waits would wait for both. */
export interface Apart {
  afterSlice(): Promise<void>;
  /** Moves all that is in the log. */
  moveAll(): Promise<void>;
  end(): Promise<void>;
}

/** When the write-ahead log of one open file is moved into it, and by whom. */
export interface Checkpoints {
  /** From now on another thread does it for large work. */
  moveBy(begin: BeginMoving): void;
  /** Nothing is moved until what it gives is called: the log grows, and the file stands still once another thread is `through`. */
  holdStill(): { readonly through: Promise<void> | null; readonly release: () => void };
  /** Takes the checkpoints over for work in slices, of which there may be several at once. */
  beginApart(pace: Pace): Promise<Apart>;
  /** Tells the other thread that the file is about to be closed here. */
  closing(): void;
}

const ofFile = new WeakMap<Database.Database, Checkpoints>();

/** Tells whoever moves the log of a file in another thread that it is about to be closed here. */
export function releaseLog(raw: Database.Database): void {
  ofFile.get(raw)?.closing();
}

export function checkpointsOf(raw: Database.Database): Checkpoints {
  const known = ofFile.get(raw) ?? createCheckpoints(raw);
  ofFile.set(raw, known);
  return known;
}

/** After so many slices work is large enough to wait a tenth of a second for another thread. */
const slicesOfLargeWork = 8;
function createCheckpoints(raw: Database.Database): Checkpoints {
  const usual = raw.pragma('wal_autocheckpoint', { simple: true }) as number;
  let begin: BeginMoving | null = null;
  let helper: LogHelper | null = null;
  let ending: Promise<void> | null = null;
  let holders = 0;
  let writers = 0;
  let slices = 0;
  const mayMove = () => raw.open && holders === 0;

  const setAuto = () => {
    if (raw.open) raw.pragma(`wal_autocheckpoint = ${holders + writers > 0 ? 0 : usual}`);
  };
  /** The other thread, where there is one at work: it is called once work turns out to be large, and begins when it has come. */
  async function helperAtWork(here: OwnCheckpoints): Promise<LogHelper | null> {
    if (helper === null && begin !== null && slices >= slicesOfLargeWork) helper = callHelper(begin);
    if (helper?.isWaiting()) {
      await here.make();
      if (mayMove() && helper.isWaiting()) helper.begin(openToOthers(raw));
    }
    return helper?.isAtWork() ? helper : null;
  }
  async function sendHome(sent: LogHelper): Promise<void> {
    await sent.sendHome();
    if (raw.open && writers === 0) takeAlone(raw);
  }

  return {
    moveBy(another) {
      begin = another;
    },
    holdStill() {
      holders += 1;
      setAuto();
      let isHeld = true;
      return {
        // The rest of a long log with it: whoever holds the file still may have it moved next in this thread.
        through: helper?.isAtWork() ? helper.moveAll() : null,
        release() {
          if (isHeld) holders -= 1;
          isHeld = false;
          setAuto();
        },
      };
    },
    async beginApart(pace) {
      writers += 1;
      setAuto();
      await ending;
      const here = createOwnCheckpoints(raw, pace, mayMove);
      return {
        async afterSlice() {
          slices += 1;
          const helping = await helperAtWork(here);
          if (!mayMove()) return;
          await (helping ?? here).afterSlice();
        },
        async moveAll() {
          const helping = await helperAtWork(here);
          if (!mayMove()) return;
          await (helping ? helping.moveAll() : here.make());
        },
        async end() {
          writers -= 1;
          if (writers === 0) {
            slices = 0;
            ending = helper && sendHome(helper);
            helper = null;
            await ending;
          }
          setAuto();
        },
      };
    },
    closing() {
      helper?.release();
    },
  };
}

interface OwnCheckpoints {
  afterSlice(): Promise<void>;
  make(): Promise<void>;
}

/** Checkpoints in this thread, in turns of their own. */
function createOwnCheckpoints(raw: Database.Database, pace: Pace, mayMove: () => boolean): OwnCheckpoints {
  let every = 1;
  let slices = 0;
  let since = pace.now();
  const make = async () => {
    await flushed(`${raw.name}-wal`);
    if (!mayMove()) return;
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
    async afterSlice() {
      slices += 1;
      // To the nearest slice: what is always rounded up is always too long.
      if (slices >= Math.round(every)) await make();
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
