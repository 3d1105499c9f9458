import { expect, test } from 'vitest';
import { contactsIn, wordsLikeNames } from '../../../shared/language/other-names';
import { leastCpuMilliseconds } from '../../support/cpu';

const known = new Set(['dean', 'carterwick', 'lowgate']);
const found = (text: string) => wordsLikeNames(text, known);

test.each([
  ['He was with Bramwell Larchmere again', ['Bramwell Larchmere']],
  ['Mrs Thornapple rang', ['Thornapple']],
  ['Larchmere Bramwell was there', ['Larchmere Bramwell']],
  ['Dean Carterwick and LARCHMERE met at Lowgate', ['LARCHMERE']],
  ['His mother, Odile O’Ferndale, and Odile O’Ferndale again', ['Odile O’Ferndale']],
])('finds what looks like a name that is not known: %s', (text, names) => {
  expect(found(text)).toEqual(names);
});

test.each(['', 'Visited at home. Nobody answered.', 'Dean was seen in Lowgate on Monday', 'HMP and PNC in March', 'a\nBegan a course'])(
  'finds nothing where a capital only begins a sentence or a known word: %s',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test('Addresses are found, and a text without a space is gone through no slower than any other.', () => {
  expect(contactsIn('Write to dean.carterwick@lowgate.example, or a@b@thistlemoor.example.')).toEqual([
    'dean.carterwick@lowgate.example',
    'b@thistlemoor.example',
  ]);
  expect(leastCpuMilliseconds(() => contactsIn('a'.repeat(200_000)))).toBeLessThan(1000);
});
