import { expect, test } from 'vitest';
import { listed, listedUpTo } from '../../../shared/language/listed';

test('Words are listed with commas and an "and" before the last, a single one stands alone, and none are nothing.', () => {
  expect(listed(['sex', 'age', 'ethnicity'])).toBe('sex, age and ethnicity');
  expect(listed(['sex', 'age'])).toBe('sex and age');
  expect(listed(['sex'])).toBe('sex');
  expect(listed([])).toBe('');
});

test('Of more words than there is room for the first are listed, with how many more there are.', () => {
  expect(listedUpTo(['sex', 'age', 'ethnicity'], 3)).toBe('sex, age and ethnicity');
  expect(listedUpTo(['sex', 'age', 'ethnicity', 'faith'], 3)).toBe('sex, age, ethnicity and 1 more');
  expect(listedUpTo(['sex', 'age', 'ethnicity'], 1)).toBe('sex and 2 more');
});
