import { expect, test } from 'vitest';
import { converge } from './converge';

// A third of the 500 runs, so that several cores can share them.
test('Workstations that exchange in any order, in part, twice and late come to the same tables.', async () => {
  expect(await converge(167, 20260304)).toMatchObject({ runs: 167, failure: null });
}, 300_000);
