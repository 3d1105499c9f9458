import { expect, test } from 'vitest';
import { packing, sweepFaults } from './fault-sweep';

test('Whichever call of packing fails, and however, it is told of, nothing is lost and both come to the same tables.', async () => {
  for (const lasting of [false, true]) {
    const { calls, problems } = await sweepFaults(packing, lasting);
    expect(problems).toEqual([]);
    expect(calls).toBeGreaterThan(100);
  }
}, 300_000);
