import { expect, test } from 'vitest';
import { wordsLikeNames } from '../../../shared/language/other-names';

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
