import { expect, test } from 'vitest';
import { openInMemory } from '../../db/scheme-file';
import { inSlices, type Pace, writeInSlices } from '../../db/turns';

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
