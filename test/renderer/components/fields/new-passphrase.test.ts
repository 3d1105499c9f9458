import { expect, test } from 'vitest';
import { isChosen, notTyped } from '../../../../renderer/components/fields/NewPassphrase';

test('A new passphrase is chosen once it is long enough and typed alike twice.', () => {
  const long = 'larch kettle';
  expect(isChosen(notTyped)).toBe(false);
  expect(isChosen({ passphrase: 'larch kettl', again: 'larch kettl' })).toBe(false);
  expect(isChosen({ passphrase: long, again: '' })).toBe(false);
  expect(isChosen({ passphrase: long, again: 'Larch kettle' })).toBe(false);
  expect(isChosen({ passphrase: long, again: long })).toBe(true);
});
