import { expect, test } from 'vitest';
import { proposeColour } from '../../../shared/rules/colour-proposals';

const propose = (colour: 'R' | 'A' | 'G' | 'B' | null, statutoryPosition: 'serving' | 'remand' | 'licence' | null, isAtLarge = false) =>
  proposeColour({ colour, statutoryPosition, isAtLarge });

test('Custody proposes Blue, and proposes nothing once the case is Blue.', () => {
  expect(propose('A', 'serving')).toEqual({ colour: 'B', reason: 'In custody' });
  expect(propose('A', 'remand')?.colour).toBe('B');
  expect(propose('B', 'serving')).toBeNull();
});

test('Leaving custody demands a new colour without saying which.', () => {
  expect(propose('B', 'licence')).toMatchObject({ colour: null });
  expect(propose('B', null)).toMatchObject({ colour: null });
});

test('Being at large proposes Red, even for someone who is serving by law.', () => {
  expect(propose('A', 'licence', true)).toEqual({ colour: 'R', reason: 'Illegally at large' });
  expect(propose('B', 'serving', true)?.colour).toBe('R');
  expect(propose('R', 'licence', true)).toBeNull();
});

test('Where facts and colour agree nothing is proposed, and a case without a colour asks for one.', () => {
  expect(propose('G', 'licence')).toBeNull();
  expect(propose(null, 'licence')).toMatchObject({ colour: null });
});
