import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coveredCodePoints } from '../../../../electron/documents/layout/font-coverage';
import { canDraw, fonts } from '../../../../electron/documents/layout/fonts';
import { colourMarks } from '../../../../electron/documents/layout/tokens';

describe('the fonts', () => {
  it('cover the same characters in every weight, so that bold words lose none', () => {
    const files = [fonts.Sans?.normal, fonts.Sans?.bold, fonts.Heavy?.bold] as string[];
    const [regular, ...others] = files.map((file) => Buffer.from(coveredCodePoints(readFileSync(file))));
    for (const other of others) expect(regular?.equals(other)).toBe(true);
  });

  it('hold the shapes and marks that stand for words', () => {
    const used = [...Object.values(colourMarks).map(({ glyph }) => glyph), '→', '✓', '✗', '○', '–', '•', '…', '·'];
    expect(used.filter((glyph) => !canDraw(glyph.codePointAt(0) as number))).toEqual([]);
  });

  it('are known to lack what they lack', () => {
    expect(['👍', 'ש', '漢'].filter((character) => canDraw(character.codePointAt(0) as number))).toEqual([]);
  });
});
