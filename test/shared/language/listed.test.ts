import { expect, test } from 'vitest';
import { listed } from '../../../shared/language/listed';

test('Words are listed with commas and an "and" before the last, a single one stands alone, and none are nothing.', () => {
  expect(listed(['sex', 'age', 'ethnicity'])).toBe('sex, age and ethnicity');
  expect(listed(['sex', 'age'])).toBe('sex and age');
  expect(listed(['sex'])).toBe('sex');
  expect(listed([])).toBe('');
});
