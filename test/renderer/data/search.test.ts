import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, isFound, matchParts, wordsOf } from '../../../renderer/data/search';

describe('finding by a few letters', () => {
  it('finds all the words in any order, without case or accents', () => {
    expect(isFound('CARTERWICK, Déan', wordsOf('dean cart'))).toBe(true);
    expect(isFound('CARTERWICK, Dean', wordsOf('dean oak'))).toBe(false);
  });

  it('finds everything by nothing', () => {
    expect(isFound('anyone', wordsOf('  '))).toBe(true);
  });

  it('marks what matched and leaves the rest', () => {
    expect(matchParts('CARTERWICK, Dean', wordsOf('cart'))).toEqual([
      { text: 'CART', isMatch: true },
      { text: 'ERWICK, Dean', isMatch: false },
    ]);
  });

  it('cuts any text so that its parts joined are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, typed) => {
        const parts = matchParts(text, wordsOf(typed));
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });

  it('folds any text to the same length, so that marks fall on the right letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(folded(text)).toHaveLength(text.length);
      }),
    );
  });
});
