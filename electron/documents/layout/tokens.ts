import type { Colour } from '../../../shared/language/colour';

/** One layout language for all documents. Points throughout; A4. Chrome is ink, hue belongs to the case, one accent. */
export const ink = '#15191c';
export const soft = '#48525a';
export const hairline = '#c3c9ce';
export const tint = '#f1f3f4';
export const accent = '#8e1a66';
export const white = '#ffffff';

export const size = { title: 24, figure: 26, heading: 15, caseName: 12.5, subheading: 11.5, body: 9.5, small: 8.5, tiny: 7.5 } as const;

export const page = { width: 595.28, height: 841.89, left: 48, right: 48, top: 66, bottom: 58 } as const;
/** The width of the text. */
export const inner = page.width - page.left - page.right;
/** The hanging label column of a case block, and what is left beside it. */
export const labelColumn = 82;
export const besideLabel = inner - labelColumn;

interface ColourMark {
  readonly fill: string;
  readonly edge: string;
  /** The letter on the shape. */
  readonly on: string;
  /** The same shape as a character of the font, for running text. */
  readonly glyph: string;
  /** Widths of the word in capitals and of the letter, in bold, per point of size. */
  readonly wordWidth: number;
  readonly letterWidth: number;
  /** Baseline of the letter in the 24 × 24 box. */
  readonly letterY: number;
  readonly letterSize: number;
  /** Corners in the 24 × 24 box; none for the circle. */
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** Four silhouettes that differ before any letter is read, each drawn in a 24 × 24 box; the same as on screen. */
export const colourMarks: Readonly<Record<Colour, ColourMark>> = {
  R: {
    fill: '#b3261e',
    edge: '#8c1a14',
    on: white,
    glyph: '◆',
    wordWidth: 1.796,
    letterWidth: 0.613,
    letterY: 16.4,
    letterSize: 13,
    corners: [
      [12, 0.2],
      [23.8, 12],
      [12, 23.8],
      [0.2, 12],
    ],
  },
  A: {
    fill: '#f2a71b',
    edge: '#5c3b00',
    on: '#000000',
    glyph: '▲',
    wordWidth: 3.101,
    letterWidth: 0.573,
    letterY: 20.6,
    letterSize: 14,
    corners: [
      [12, -0.5],
      [24.6, 23.2],
      [-0.6, 23.2],
    ],
  },
  G: {
    fill: '#0b7556',
    edge: '#06543d',
    on: white,
    glyph: '●',
    wordWidth: 3.012,
    letterWidth: 0.638,
    letterY: 16.7,
    letterSize: 14,
    corners: [],
  },
  B: {
    fill: '#1f5bb5',
    edge: '#14438a',
    on: white,
    glyph: '■',
    wordWidth: 2.299,
    letterWidth: 0.605,
    letterY: 16.7,
    letterSize: 14,
    corners: [
      [1.5, 1.5],
      [22.5, 1.5],
      [22.5, 22.5],
      [1.5, 22.5],
    ],
  },
};
