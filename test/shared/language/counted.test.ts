import { expect, it } from 'vitest';
import { counted } from '../../../shared/language/counted';

it('says one of a thing in the singular, and none or many in the plural', () => {
  expect([0, 1, 2, 5000].map((count) => counted(count, 'case'))).toEqual(['0 cases', '1 case', '2 cases', '5,000 cases']);
  expect([1, 3].map((count) => counted(count, 'entry', 'entries'))).toEqual(['1 entry', '3 entries']);
});
