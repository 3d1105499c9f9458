import { expect, test } from 'vitest';
import { converge } from './converge';

test('Workstations that exchange in any order, in part, twice and late come to the same tables.', () => {
  expect(converge(25, 20260303).failure).toBeNull();
}, 60_000);
