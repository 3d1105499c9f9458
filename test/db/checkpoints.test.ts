import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkpointsOf } from '../../db/checkpoints';
import { connect, type GuardedDatabase, openBeside, openDatabase } from '../../db/connection';
import type { BeginMoving } from '../../db/log-helper';
import type { Pace } from '../../db/pace';
import { writeInSlices } from '../../db/turns';

const key = new Uint8Array(32).fill(3);
let folder = '';
let path = '';
let raw: GuardedDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-checkpoints-'));
  path = join(folder, 'a.roundtable');
  raw = opened();
  raw.exec('create table kept (number integer primary key, text text)');
});
afterEach(() => {
  raw.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function opened(): GuardedDatabase {
  const made = openDatabase(path, key);
  made.pragma('journal_mode = WAL');
  return made;
}

/** Every slice and every checkpoint takes longer than it may, so that each slice takes one item and is followed by a checkpoint. */
const pace: Pace = {
  slice: 0,
  now: () => performance.now(),
  worked: () => performance.now(),
  rest: () => new Promise((resolve) => setImmediate(resolve)),
};
const items = (count: number) => Array.from({ length: count }, (_, at) => at);
const oneByOne = { pace, first: 1 };
const pagesAnItem = 20;

function keep(slice: readonly number[]): void {
  const insert = raw.prepare('insert into kept (number, text) values (?, ?)');
  raw.transaction(() => {
    for (const number of slice) insert.run(number, String(number % 10).repeat(pagesAnItem * 4096));
  })();
}
const countKept = (of: Database.Database = raw) => of.prepare('select count(*) from kept').pluck().get();
const pagesOutsideOfFile = () => {
  const [{ log, checkpointed }] = raw.pragma('wal_checkpoint(PASSIVE)') as [{ log: number; checkpointed: number }];
  return log - checkpointed;
};

/** Moves the log over a second connection, as the worker does, in this thread. */
function mover(): { readonly begin: BeginMoving; readonly moves: number[]; readonly isEnded: () => boolean } {
  const moves: number[] = [];
  let isEnded = false;
  const begin: BeginMoving = async () => {
    let second: ReturnType<typeof openBeside> | null = null;
    return {
      async move() {
        second ??= openBeside(path, key);
        const [{ log }] = second.pragma('wal_checkpoint(PASSIVE)') as [{ log: number }];
        moves.push(log);
        return log;
      },
      async end() {
        second?.close();
        isEnded = true;
      },
    };
  };
  return { begin, moves, isEnded: () => isEnded };
}

/** What another process is told that wants the file: by itself where it is a scheme being opened, or only to read it. */
function askFromOutside(lockingMode: 'exclusive' | 'normal'): string {
  const script = `const raw = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
    raw.pragma("cipher='sqlcipher'"); raw.pragma('legacy=4'); raw.pragma(\`key="x'\${process.argv[2]}'"\`);
    raw.pragma('locking_mode = ' + process.argv[3]);
    try { raw.prepare('select count(*) from sqlite_master').get(); console.log('opened'); } catch (error) { console.log(error.code); }`;
  return execFileSync(process.execPath, ['-e', script, path, Buffer.from(key).toString('hex'), lockingMode], { encoding: 'utf8' }).trim();
}

test('Small work is not worth another thread: its log is moved by the thread that writes.', async () => {
  const other = mover();
  checkpointsOf(raw).moveBy(other.begin);
  await writeInSlices(raw, items(5), keep, oneByOne);
  expect([other.moves.length, countKept(), pagesOutsideOfFile()]).toEqual([0, 5, 0]);
});

test('Large work has its log moved by another thread, and lies in the file when it is through, which is then locked for one again.', async () => {
  const other = mover();
  checkpointsOf(raw).moveBy(other.begin);
  const seen: string[] = [];
  await writeInSlices(
    raw,
    items(60),
    (slice) => {
      keep(slice);
      if (slice[0] === 40) seen.push(askFromOutside('exclusive'));
    },
    oneByOne,
  );
  expect(other.moves.length).toBeGreaterThan(4);
  expect(other.isEnded()).toBe(true);
  expect([countKept(), pagesOutsideOfFile()]).toEqual([60, 0]);
  // Nobody can open the scheme while it is worked on by two threads of one process, and nobody can read it after that.
  expect([...seen, askFromOutside('exclusive'), askFromOutside('normal')]).toEqual(['SQLITE_BUSY', 'SQLITE_BUSY', 'SQLITE_BUSY']);
  await writeInSlices(raw, items(60), (slice) => keep(slice.map((number) => number + 100)), oneByOne);
  expect([countKept(), pagesOutsideOfFile(), askFromOutside('normal')]).toEqual([120, 0, 'SQLITE_BUSY']);
});

/** A mover that takes a while. Where something is written meanwhile a reader of its own keeps the log from being written from its beginning, as pages do that are not moved yet. */
const slowly: BeginMoving = async () => {
  const [second, reader] = [openBeside(path, key), openBeside(path, key)];
  return {
    async move() {
      if (reader.inTransaction) reader.exec('commit');
      reader.exec('begin');
      const before = countKept(reader);
      const [{ log }] = second.pragma('wal_checkpoint(PASSIVE)') as [{ log: number }];
      for (let turn = 0; turn < 5; turn += 1) await pace.rest();
      if (countKept(raw) === before) reader.exec('commit');
      return log;
    },
    async end() {
      reader.close();
      second.close();
    },
  };
};

test('A log that has become long is emptied and written from its beginning, so that it does not grow with the work.', async () => {
  checkpointsOf(raw).moveBy(slowly);
  await writeInSlices(raw, items(1000), keep, oneByOne);
  expect(countKept()).toBe(1000);
  const pages = statSync(`${path}-wal`).size / 4096;
  expect(pages).toBeGreaterThan(0.5 * 1000 * pagesAnItem);
  expect(pages).toBeLessThan(0.85 * 1000 * pagesAnItem);
});

test.each([
  ['does not come', async () => Promise.reject(new Error('There is no thread.'))],
  ['fails at its work', async () => ({ move: () => Promise.reject(new Error('No.')), end: async () => {} })],
] as [string, BeginMoving][])('Where the other thread %s, the thread that writes moves its log as ever.', async (_, begin) => {
  checkpointsOf(raw).moveBy(begin);
  await writeInSlices(raw, items(40), keep, oneByOne);
  expect([countKept(), pagesOutsideOfFile(), askFromOutside('normal')]).toEqual([40, 0, 'SQLITE_BUSY']);
});

test.each(['with another thread', 'without'])(
  'A file that is held still does not change while work goes on in its log (%s).',
  async (how) => {
    const checkpoints = checkpointsOf(raw);
    if (how === 'with another thread') checkpoints.moveBy(mover().begin);
    let release = () => {};
    let held: Buffer | undefined;
    let isHeld = true;
    await writeInSlices(raw, items(80), keep, {
      ...oneByOne,
      pace: {
        ...pace,
        async rest() {
          await pace.rest();
          const count = countKept();
          if (count === 30 && held === undefined) {
            const still = checkpoints.holdStill();
            await still.through;
            release = still.release;
            held = readFileSync(path);
          }
          if (count === 60 && isHeld) {
            isHeld = false;
            expect(held?.equals(readFileSync(path))).toBe(true);
            release();
          }
        },
      },
    });
    expect(readFileSync(path).equals(held ?? Buffer.alloc(0))).toBe(false);
    expect([countKept(), pagesOutsideOfFile()]).toEqual([80, 0]);
  },
);

test('However holding still and work in slices overlap, the log is afterwards moved by itself as before.', async () => {
  const checkpoints = checkpointsOf(raw);
  const usual = raw.pragma('wal_autocheckpoint', { simple: true });
  const first = checkpoints.holdStill().release;
  const work = await checkpoints.beginApart(pace);
  first();
  first();
  const second = checkpoints.holdStill().release;
  expect(raw.pragma('wal_autocheckpoint', { simple: true })).toBe(0);
  await work.end();
  expect(raw.pragma('wal_autocheckpoint', { simple: true })).toBe(0);
  second();
  expect(raw.pragma('wal_autocheckpoint', { simple: true })).toBe(usual);
});

test('Two pieces of work share the other thread, and it goes when both are through.', async () => {
  const other = mover();
  checkpointsOf(raw).moveBy(other.begin);
  await Promise.all([
    writeInSlices(raw, items(30), keep, oneByOne),
    writeInSlices(raw, items(60), (slice) => keep(slice.map((number) => number + 100)), oneByOne),
  ]);
  expect([countKept(), pagesOutsideOfFile(), other.isEnded(), askFromOutside('normal')]).toEqual([90, 0, true, 'SQLITE_BUSY']);
});

test('A connection whose file was closed already is closed without a word.', () => {
  const connection = connect(raw);
  raw.close();
  connection.close();
  connection.close();
});

test('A file that is closed in the middle of large work opens again at once, with every slice that was written.', async () => {
  const other = mover();
  const connection = connect(raw);
  checkpointsOf(raw).moveBy(other.begin);
  let written = 0;
  const done = await writeInSlices(
    raw,
    items(60),
    (slice) => {
      keep(slice);
      written += slice.length;
    },
    {
      ...oneByOne,
      pace: {
        ...pace,
        async rest() {
          await pace.rest();
          if (written !== 40 || !raw.open) return;
          connection.close();
          raw = opened();
          expect([countKept(), other.isEnded()]).toEqual([40, true]);
        },
      },
    },
  );
  expect([done, countKept()]).toEqual([40, 40]);
});
