import { expect, test } from 'vitest';
import { neededWords } from '../../../../../renderer/screens/meeting/partner/what-is-needed';

test('What an agency owes is said in one line, what it was asked first, and nothing where it owes nothing.', () => {
  expect(neededWords({ questions: 1, updates: 2, actions: 1, referrals: 0 })).toBe(
    '1 question to answer, 2 updates to write, 1 action due',
  );
  expect(neededWords({ questions: 0, updates: 0, actions: 0, referrals: 0 })).toBe('');
});
