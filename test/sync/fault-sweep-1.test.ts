import { expect, test } from 'vitest';
import { firstExchange, puttingBack, sweepFaults } from './fault-sweep';

test.each([
  { what: 'setting up, handing over, taking in and a snapshot', story: firstExchange, least: 60 },
  { what: 'putting back what an emptied folder has lost', story: puttingBack, least: 60 },
])(
  'Whichever call of $what fails, and however, it is told of, nothing is lost and both come to the same tables.',
  async ({ story, least }) => {
    for (const lasting of [false, true]) {
      const { calls, problems } = await sweepFaults(story, lasting);
      expect(problems).toEqual([]);
      expect(calls).toBeGreaterThan(least);
    }
  },
  120_000,
);
