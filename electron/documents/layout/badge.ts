import type { ContentSvg } from 'pdfmake/interfaces';
import { type Colour, colourWord } from '../../../shared/language/colour';
import { type Span, span } from './spans';
import { drawing, lettering } from './svg';
import { colourMarks, ink, soft } from './tokens';

const word = (colour: Colour) => colourWord[colour].toUpperCase();

/** Letter, shape and word of one colour, or of two as "before → after". Its word is ink: amber text cannot be read. */
export function badge(colours: readonly (Colour | null)[], height = 13): ContentSvg {
  const known = colours.filter((colour, index) => colour !== null && colour !== colours[index - 1]) as Colour[];
  if (known.length === 0) return noColour(height);
  const points = height * 0.68;
  let x = 1.5;
  let body = '';
  for (const [index, colour] of known.entries()) {
    if (index > 0) {
      body += arrow(x + 2, height);
      x += height * 0.75 + 8;
    }
    body += shape(colour, x, height);
    x += height + 3;
    body += lettering(x, height / 2 + points * 0.33, points, word(colour));
    x += colourMarks[colour].wordWidth * points + 3;
  }
  return drawing(Math.ceil(x), height, body);
}

/** The same inside a sentence: pdfmake cannot put a drawing into a line of text, so the font's own shape stands in. */
export function badgeInText(colour: Colour | null): Span {
  return colour === null ? span('No colour', { color: soft }) : span(`${colourMarks[colour].glyph}\u00a0${word(colour)}`, { bold: true });
}

function shape(colour: Colour, x: number, height: number): string {
  const { path, fill, edge, on, letterY, letterSize } = colourMarks[colour];
  const letter = lettering(12, letterY, letterSize, colour, { fill: on, anchor: 'middle' });
  const outline = `<path d="${path}" fill="${fill}" stroke="${edge}" stroke-width="1.5"/>`;
  return `<g transform="translate(${x} 1) scale(${(height - 2) / 24})">${outline}${letter}</g>`;
}

function arrow(x: number, height: number): string {
  const barb = `m${-height * 0.3} ${-height * 0.22} l${height * 0.3} ${height * 0.22} l${-height * 0.3} ${height * 0.22}`;
  return `<path d="M${x} ${height / 2} h${height * 0.75} ${barb}" fill="none" stroke="${ink}" stroke-width="1"/>`;
}

/** An empty ring: a case whose colour is not set yet says so. */
function noColour(height: number): ContentSvg {
  const points = height * 0.62;
  const middle = height / 2;
  const ring = `<circle cx="${middle + 1}" cy="${middle}" r="${middle - 2}" fill="none" stroke="${soft}" stroke-width="0.9" stroke-dasharray="2 1.5"/>`;
  return drawing(
    Math.ceil(height + 4 + points * 4.4),
    height,
    ring + lettering(height + 4, middle + points * 0.33, points, 'No colour', { isHeavy: false }),
  );
}
