/** Moves the write-ahead log of an open file into it in another thread, over a connection of its own. */
export interface LogMover {
  /** Moves what is in the log when it begins; nobody who reads or writes waits for it. Gives the pages that the log has. */
  move(): Promise<number>;
  /** Closes its connection. Never rejects. */
  end(): Promise<void>;
}
/** Starts the other thread. It opens nothing before the first `move`. */
export type BeginMoving = () => Promise<LogMover>;

/** So many slices are written between two goes: what several of them wrote is moved once. */
const slicesAGo = 8;
/** Pages of a log that is then emptied, to be written from its beginning again: 64 MB. */
const longestLog = 16_384;

/** The other thread from when it is called until it is sent home. */
export interface LogHelper {
  /** It has come, can be used, and has not begun. */
  isWaiting(): boolean;
  /** It does the checkpoints now. */
  isAtWork(): boolean;
  /** @param canShare whether the file is open to it: it is of no use else. */
  begin(canShare: boolean): void;
  /** Goes where it is time to, and waits for that where the log has become long. */
  afterSlice(): Promise<void>;
  /** Moves all that is in the log by now. */
  moveAll(): Promise<void>;
  /** Asks it to close the file without waiting for that. */
  release(): void;
  sendHome(): Promise<void>;
}

export function callHelper(start: BeginMoving): LogHelper {
  let mover: LogMover | null = null;
  let state: 'coming' | 'waiting' | 'at-work' | 'of-no-use' = 'coming';
  let going: Promise<void> | null = null;
  let slices = 0;
  let pagesInLog = 0;
  const coming = start().then(
    (come) => {
      mover = come;
      state = 'waiting';
    },
    () => {
      state = 'of-no-use';
    },
  );

  /** One go at a time: whoever asks for another waits for the one that is under way. */
  async function move(): Promise<void> {
    slices = 0;
    try {
      pagesInLog = (await mover?.move()) ?? 0;
    } catch {
      state = 'of-no-use';
    } finally {
      going = null;
    }
  }
  function go(): Promise<void> {
    going ??= move();
    return going;
  }
  async function moveAll(): Promise<void> {
    await going;
    await go();
  }

  return {
    isWaiting: () => state === 'waiting',
    isAtWork: () => state === 'at-work',
    begin(canShare) {
      state = canShare ? 'at-work' : 'of-no-use';
    },
    async afterSlice() {
      slices += 1;
      if (pagesInLog >= longestLog) {
        await moveAll();
        // It is written from its beginning now, if nobody else wrote; the next go tells.
        pagesInLog = 0;
      } else if (slices >= slicesAGo && going === null) void go();
    },
    moveAll,
    release() {
      void mover?.end();
    },
    async sendHome() {
      await coming;
      await going;
      await mover?.end();
    },
  };
}
