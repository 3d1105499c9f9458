import { expect, test } from 'vitest';
import { readKept } from '../../../renderer/data/kept-text';

const empty = { surname: '', born: null as string | null, isUrgent: false };

test('A form that was half filled in when the scheme was locked has all its fields again.', () => {
  const typed = { surname: 'Oakenfell', born: '1994-02-03', isUrgent: true };
  expect(readKept(JSON.stringify(typed), empty)).toEqual(typed);
  expect(readKept('', empty)).toBe(empty);
});

test('What was kept of an older form fills the fields that there still are, and what cannot be read fills none.', () => {
  expect(readKept(JSON.stringify({ surname: 'Oakenfell', gone: 'x' }), empty)).toEqual({ ...empty, surname: 'Oakenfell' });
  expect(readKept('{"surname":', empty)).toEqual(empty);
});
