import { expect, test } from 'vitest';
import { simulateSeeds } from './simulate';

// A third of the 200 seeds, so that several cores can share them.
test('Five workstations on a share that fails in every way come to the same state, and nothing recorded is lost.', async () => {
  expect(await simulateSeeds(135, 200, { steps: 25 })).toEqual([]);
}, 300_000);
