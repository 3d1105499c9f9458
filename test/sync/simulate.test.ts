import { expect, test } from 'vitest';
import { simulate } from './simulate';

test('Five workstations on a share that fails in every way come to the same state, and nothing recorded is lost.', async () => {
  for (let seed = 1; seed <= 6; seed += 1) expect(await simulate(seed, { steps: 25 }), `seed ${seed}`).toBeNull();
}, 60_000);
