import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellLine, cellPieces, pieces } from '../../../../electron/documents/layout/prose';
import { cutSpans } from '../../../../electron/documents/layout/spans';
import { leastCpuMilliseconds } from '../../../support/cpu';
import { letters } from '../../../support/pdf';

const texts = fc.string({ unit: fc.constantFrom('a', 'W', ' ', '. ', '\n', 'é', '👍', '✓', '\u00a0'), maxLength: 400 });

describe('prose in pieces', () => {
  it('keeps every letter, in order, in pieces that are never longer than asked', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 60 }), (text, most) => {
        for (const cut of [pieces(text, most), cellPieces(cellLine(text), most)]) {
          expect(letters(cut.join(''))).toBe(letters(text));
          expect(cut.every((piece) => piece.length <= most)).toBe(true);
        }
      }),
    );
  });

  it('ends a piece at the end of a sentence where there is one', () => {
    expect(pieces('The first sentence ends here. The second goes on.', 40)).toEqual([
      'The first sentence ends here.',
      'The second goes on.',
    ]);
  });

  it('begins a new piece at each line end and none for an empty line', () => {
    expect(pieces('one\n\n\ntwo')).toEqual(['one', 'two']);
  });

  it('keeps the words of a cell apart where a text is cut, whether it goes on beside or below', () => {
    const words = fc.array(fc.constantFrom('a', 'Wm', 'intelligence;', 'known.', 'and', 'x'.repeat(9)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 24, max: 80 }), (list, most) => {
        const runs = cutSpans([{ text: list.join(' ') }], most);
        expect(runs.map((run) => run.map(({ text }) => text).join('')).join(' ')).toBe(list.join(' '));
      }),
    );
  });

  it('cuts spans without losing a letter or the style of one', () => {
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 8, max: 60 }), (bold, plain, most) => {
        const runs = cutSpans([{ text: bold, bold: true }, { text: plain }], most).flat();
        const said = (isBold: boolean) => runs.filter((run) => (run.bold ?? false) === isBold).map(({ text }) => text);
        expect(letters(said(true).join(''))).toBe(letters(bold));
        expect(letters(said(false).join(''))).toBe(letters(plain));
      }),
    );
  });

  it('makes a line end one space in a cell, with the spaces about it, and is not held up by thousands of spaces', () => {
    expect(cellLine('Met.   \n \n  Kept  away')).toBe('Met. Kept  away');
    expect(leastCpuMilliseconds(() => cellLine(`a${' '.repeat(200_000)}b`))).toBeLessThan(1000);
  });
});
