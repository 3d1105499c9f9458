import type { Content, ContentSvg } from 'pdfmake/interfaces';
import { type Colour, colourWord } from '../../shared/language/colour';
import type { Progress } from '../../shared/language/pathway';
import type { Run } from './prose';
import { ink } from './tokens';

interface Shape {
  readonly fill: string;
  readonly edge: string;
  readonly on: string;
  /** The same silhouette as a letter of the font, for running text. */
  readonly glyph: string;
  /** Width of the word in Heavy, in ems. */
  readonly wordWidth: number;
  /** Baseline of the letter. */
  readonly baseline: number;
  readonly path: string;
}

/** Four silhouettes that differ before any letter is read, each drawn in a box of 24 by 24. */
const shapes: Readonly<Record<Colour, Shape>> = {
  R: {
    fill: '#b3261e',
    edge: '#8c1a14',
    on: '#fff',
    glyph: '◆',
    wordWidth: 1.796,
    baseline: 16.9,
    path: 'M12 0.2 L23.8 12 L12 23.8 L0.2 12 Z',
  },
  A: {
    fill: '#f2a71b',
    edge: '#5c3b00',
    on: '#000',
    glyph: '▲',
    wordWidth: 3.101,
    baseline: 20.6,
    path: 'M12 -0.5 L24.6 23.2 L-0.6 23.2 Z',
  },
  G: { fill: '#0b7556', edge: '#06543d', on: '#fff', glyph: '●', wordWidth: 3.012, baseline: 16.9, path: 'M12 1 A11 11 0 1 1 11.99 1 Z' },
  B: { fill: '#1f5bb5', edge: '#14438a', on: '#fff', glyph: '■', wordWidth: 2.299, baseline: 16.9, path: 'M1.5 1.5 H22.5 V22.5 H1.5 Z' },
};

export const wordOf = (colour: Colour | null) => (colour === null ? 'NO COLOUR' : colourWord[colour].toUpperCase());
const wordWidth = (colour: Colour | null) => (colour === null ? 5.4 : shapes[colour].wordWidth);

/** A drawing of its own size. Every name that goes into one must pass through `escapeXml`. */
export const drawing = (width: number, height: number, body: string, more: Partial<ContentSvg> = {}): ContentSvg => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
  width,
  font: 'Sans',
  ...more,
});

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

interface Lettering {
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly font?: 'Sans' | 'Heavy';
  readonly weight?: 'normal' | 'bold';
}
export function lettering(x: number, y: number, points: number, text: string, style: Lettering = {}): string {
  const { fill = ink, anchor = 'start', font = 'Heavy', weight = 'bold' } = style;
  return `<text x="${x}" y="${y}" font-family="${font}" font-weight="${weight}" font-size="${points}" fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

function silhouette(colour: Colour | null, x: number, height: number): string {
  const place = `<g transform="translate(${x} 1) scale(${(height - 2) / 24})">`;
  if (colour === null)
    return `${place}<path d="${shapes.G.path}" fill="#fff" stroke="${ink}" stroke-width="1.8" stroke-dasharray="4 3"/></g>`;
  const { fill, edge, on, path, baseline } = shapes[colour];
  const letter = lettering(12, baseline, colour === 'R' ? 13 : 14, colour, { fill: on, anchor: 'middle' });
  return `${place}<path d="${path}" fill="${fill}" stroke="${edge}" stroke-width="1.5"/>${letter}</g>`;
}

/**
 * Letter, shape and word; two colours that differ draw "before → after". The word is ink and never the hue itself,
 * since amber on white cannot be read.
 */
export function badge(colours: readonly (Colour | null)[], height = 13.5, more: Partial<ContentSvg> = {}): ContentSvg {
  const points = height * 0.68;
  let x = 1.5;
  let body = '';
  colours
    .filter((colour, index) => index === 0 || colour !== colours[index - 1])
    .forEach((colour, index) => {
      if (index > 0) {
        const tip = height * 0.22;
        body += `<path d="M${x + 2} ${height / 2} h${height * 0.75} m${-height * 0.3} ${-tip} l${height * 0.3} ${tip} l${-height * 0.3} ${tip}" fill="none" stroke="${ink}" stroke-width="1"/>`;
        x += height * 0.75 + 8;
      }
      body += silhouette(colour, x, height);
      x += height + 3;
      body += lettering(x, height / 2 + points * 0.33, points, wordOf(colour));
      x += wordWidth(colour) * points + 3;
    });
  return drawing(Math.ceil(x), height, body, more);
}

/** The same mark inside a sentence: no drawing fits into a line of text, so the font's own shape stands in. */
export const inlineBadge = (colour: Colour | null): Run => ({
  text: colour === null ? wordOf(colour) : `${shapes[colour].glyph}\u00a0${wordOf(colour)}`,
  bold: true,
});

/** Direction carries the meaning, the word confirms it. */
const progressMarks: Readonly<Record<Progress, readonly [path: string, word: string]>> = {
  good: ['M2 11 L7 6 L12 11 M2 6 L7 1 L12 6', 'Good'],
  some: ['M2 9 L7 4 L12 9', 'Some'],
  none: ['M2 6.5 H12', 'None'],
  deterioration: ['M2 4 L7 9 L12 4', 'Worse'],
};

export function progressMark(progress: Progress | null): Content {
  if (progress === null) return { text: 'Not scored', color: '#48525a' };
  const [path, word] = progressMarks[progress];
  const mark = drawing(14, 12, `<path d="${path}" fill="none" stroke="${ink}" stroke-width="1.8"/>`, { margin: [0, 0.5, 0, 0] });
  return {
    columns: [
      { stack: [mark], width: 14 },
      { text: word, width: 40, bold: progress === 'deterioration' },
    ],
    columnGap: 4,
  };
}

export const tickBox = (height: number): ContentSvg =>
  drawing(
    height,
    height,
    `<rect x="0.6" y="0.6" width="${height - 1.2}" height="${height - 1.2}" fill="#fff" stroke="${ink}" stroke-width="1.1"/>`,
  );
