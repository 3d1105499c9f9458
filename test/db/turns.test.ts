import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/connection';
import type { Pace } from '../../db/pace';
import { openInMemory } from '../../db/scheme-file';
import { inSlices, writeInSlices } from '../../db/turns';

/** A pace by which an item takes so many milliseconds. */
function paceOf(anItem: (item: number) => number) {
  let time = 0;
  const sizes: number[] = [];
  const pace: Pace = { slice: 20, now: () => time, rest: async () => {} };
  const work = (slice: readonly number[]) => {
    sizes.push(slice.length);
    for (const item of slice) time += anItem(item);
  };
  return { pace, sizes, work, spent: () => time };
}
const numbers = Array.from({ length: 400 }, (_, at) => at);

test('Slices grow and shrink to the time that they may take, and every item has its turn once, in order.', async () => {
  const { pace, sizes, work } = paceOf((item) => (item < 200 ? 0.5 : 4));
  const met: number[] = [];
  const done = await inSlices(
    numbers,
    (slice) => {
      met.push(...slice);
      work(slice);
    },
    { pace },
  );
  expect(done).toBe(400);
  expect(met).toEqual(numbers);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(40);
  expect(sizes.slice(2, 5)).toEqual([36, 40, 40]);
  expect(sizes.slice(-3, -1)).toEqual([5, 5]);
});

test('One quick slice makes the next a little longer only, and one slow slice makes the next as short as it must be.', async () => {
  const ofQuick = paceOf((item) => (item >= 36 && item < 56 ? 0.5 : 1));
  await inSlices(numbers, ofQuick.work, { pace: ofQuick.pace });
  expect(ofQuick.sizes.slice(0, 5)).toEqual([16, 20, 20, 27, 20]);
  const ofSlow = paceOf((item) => (item >= 36 && item < 56 ? 1.6 : 1));
  await inSlices(numbers, ofSlow.work, { pace: ofSlow.pace });
  expect(ofSlow.sizes.slice(0, 5)).toEqual([16, 20, 20, 13, 16]);
});

test('Where other programs have the processor slices shrink by half and no further, since each has a cost of its own.', async () => {
  const sizes: number[] = [];
  let worked = 0;
  const pace: Pace = { slice: 20, now: () => worked * 10, worked: () => worked, rest: async () => {} };
  await inSlices(
    numbers,
    (slice) => {
      sizes.push(slice.length);
      worked += slice.length;
    },
    { pace },
  );
  expect(sizes.slice(3, 6)).toEqual([10, 10, 10]);
});

test('Heavy items make small slices, one item at least, and nothing is begun once it is not to go on.', async () => {
  const { pace, sizes, work } = paceOf(() => 100);
  let slices = 0;
  const done = await inSlices(
    numbers,
    (slice) => {
      slices += 1;
      work(slice);
    },
    { pace, first: 1, weigh: () => 50, goesOn: () => slices < 3 },
  );
  expect(done).toBe(3);
  expect(sizes).toEqual([1, 1, 1]);
});

test('What was written in slices lies in the file itself when they are through, and every checkpoint on the way had little to move.', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-turns-'));
  const raw = openDatabase(join(folder, 'a.roundtable'), new Uint8Array(32).fill(3));
  raw.pragma('journal_mode = WAL');
  raw.exec('create table kept (number integer primary key, text text)');
  const keep = raw.prepare('insert into kept (text) values (?)');
  const pragma = raw.pragma.bind(raw);
  const moved: number[] = [];
  raw.pragma = (text, options) => {
    const answer = pragma(text, options);
    if (text.startsWith('wal_checkpoint')) moved.push((answer as { log: number }[])[0]?.log ?? 0);
    return answer;
  };
  let worked = 0;
  const pace: Pace = { slice: 20, now: () => worked, worked: () => worked, rest: async () => {} };
  await writeInSlices(
    raw,
    numbers,
    (slice) => {
      raw.transaction(() => {
        for (const number of slice) keep.run(String(number).repeat(2000));
      })();
      worked += slice.length;
    },
    { pace },
  );
  expect(moved.length).toBeGreaterThan(4);
  expect(pragma('wal_checkpoint(PASSIVE)')).toMatchObject([{ busy: 0 }]);
  const [{ log, checkpointed }] = pragma('wal_checkpoint(PASSIVE)') as [{ log: number; checkpointed: number }];
  expect(log).toBe(checkpointed);
  expect(raw.prepare('select count(*) from kept').pluck().get()).toBe(numbers.length);
  raw.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('Work that writes leaves the checkpoints of the write-ahead log as they were, also where it fails.', async () => {
  const { raw } = openInMemory();
  const usual = raw.pragma('wal_autocheckpoint', { simple: true });
  const { pace, work } = paceOf(() => 1);
  await writeInSlices(raw, numbers, work, { pace });
  expect(raw.pragma('wal_autocheckpoint', { simple: true })).toBe(usual);
  await expect(
    writeInSlices(
      raw,
      numbers,
      () => {
        throw new Error('The disk is full.');
      },
      { pace },
    ),
  ).rejects.toThrow('full');
  expect(raw.pragma('wal_autocheckpoint', { simple: true })).toBe(usual);
  raw.close();
});
