import { expect, test } from 'vitest';
import { packsIssued } from '../../../../../renderer/screens/meeting/close/packs-issued';

const agency = (agencyId: string, documentId: string | null, problem: string | null = null) => ({
  ...{ agencyId, documentId, problem },
  ...{ cases: 1, actions: 0 },
});

test('What was issued is counted in packs, and an agency that nothing concerns is none of them.', () => {
  const view = packsIssued({ documents: [], perAgency: [agency('a', 'one'), agency('b', null), agency('c', 'two')] });
  expect(view.words).toBe('2 packs issued.');
  expect(view.without.map(({ agencyId }) => agencyId)).toEqual(['b']);
});

test('Those that could not be made are said, and can be made by themselves.', () => {
  const view = packsIssued({ documents: [], perAgency: [agency('a', 'one'), agency('b', null, 'Stopped before this pack was made.')] });
  expect(view.words).toBe('1 pack issued, 1 could not be made.');
  expect(view.failed.map(({ agencyId }) => agencyId)).toEqual(['b']);
});
