import { expect, test } from 'vitest';
import { byName, byText } from '../../../shared/language/in-order';

test('Names stand as in English on every computer, also where its own language has another alphabet.', () => {
  const inOrder = ['Aaronsby', 'Abelthorpe', 'Chapelwick', 'Cutherby', 'Llandwyn', 'Lucasby'];
  expect(inOrder.toReversed().sort(byName)).toEqual(inOrder);
  // What they are held against: the two alphabets in which these names stand otherwise.
  for (const language of ['cy', 'da']) expect(inOrder.toSorted(new Intl.Collator(language).compare)).not.toEqual(inOrder);
});

test('Names that differ in capitals or accents alone stand together, and always in the same order.', () => {
  const inOrder = ['Ebbwick', 'ebbwick', 'Ébbwick', 'Oakenfell'].sort(byName);
  expect(inOrder.at(-1)).toBe('Oakenfell');
  expect(inOrder.toReversed().sort(byName)).toEqual(inOrder);
});

test('The thousandth action of a year comes after the nine hundred and ninety-ninth.', () => {
  expect(['26-1000', '26-999', '25-1001'].sort(byName)).toEqual(['25-1001', '26-999', '26-1000']);
});

test('Days, ids and stamps stand by code unit, and what is the same is told to be.', () => {
  expect(['2026-03-01', '9999', '2026-02-28', ''].sort(byText)).toEqual(['', '2026-02-28', '2026-03-01', '9999']);
  expect(byText('a', 'a')).toBe(0);
  expect(byText('B', 'a')).toBeLessThan(0);
});
