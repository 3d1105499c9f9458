import type { CanvasElement, Content } from 'pdfmake/interfaces';
import { type Colour, colourWord } from '../../../shared/language/colour';
import { type Span, span } from './spans';
import { colourMarks, ink, soft } from './tokens';

/** Drawn at its own width, which whoever sets it beside something must give it. */
export interface Badge {
  readonly content: Content;
  readonly width: number;
}

const word = (colour: Colour) => colourWord[colour].toUpperCase();

/**
 * Letter, shape and word of one colour, or of two as "before → after". Its word is ink: amber text cannot be read.
 * Drawn as lines with words laid over: the minutes hold hundreds of them, and as SVG they took as long as all the text.
 */
export function badge(colours: readonly (Colour | null)[], height = 13): Badge {
  const known = colours.filter((colour, index) => colour !== null && colour !== colours[index - 1]) as Colour[];
  if (known.length === 0) return noColour(height);
  const points = height * 0.68;
  const drawn: CanvasElement[] = [];
  const words: Content[] = [];
  let x = 1.5;
  for (const [index, colour] of known.entries()) {
    const { letterY, letterSize, letterWidth, wordWidth, on } = colourMarks[colour];
    if (index > 0) {
      drawn.push(...arrow(x + 2, height));
      x += height * 0.75 + 8;
    }
    const scale = (height - 2) / 24;
    drawn.push(shape(colour, x, scale));
    const size = letterSize * scale;
    words.push(laidOver(colour, x + 12 * scale - (letterWidth * size) / 2, 1 + letterY * scale, size, height, on));
    x += height + 3;
    words.push(laidOver(word(colour), x, height / 2 + points * 0.33, points, height, ink));
    x += wordWidth * points + 3;
  }
  const width = Math.ceil(x);
  return { content: { stack: [{ canvas: [box(width, height), ...drawn] }, ...words], alt: spoken(known) }, width };
}

/** Letter, shape and word say the same, so it is said once. */
const spoken = (colours: readonly Colour[]) => colours.map((colour) => colourWord[colour]).join(', then ');

/** The same inside a sentence: pdfmake cannot put a drawing into a line of text, so the font's own shape stands in. */
export function badgeInText(colour: Colour | null): Span {
  return colour === null ? span('No colour', { color: soft }) : span(`${colourMarks[colour].glyph}\u00a0${word(colour)}`, { bold: true });
}

/** Height of the letters above their baseline, in the font's own measure: pdfmake sets text by its top. */
const ascent = 1.024;

/** Text over the drawing just above it, its baseline at `y` from the drawing's top. It takes no room of its own. */
function laidOver(text: string, x: number, y: number, points: number, height: number, color: string, font = 'Heavy'): Content {
  return { text, font, fontSize: points, lineHeight: 1, color, noWrap: true, relativePosition: { x, y: y - ascent * points - height } };
}

/** Nothing to see: it gives the drawing its size. */
const box = (width: number, height: number): CanvasElement => ({
  type: 'rect',
  x: 0,
  y: 0,
  w: width,
  h: height,
  color: '#ffffff',
  fillOpacity: 0,
});

function shape(colour: Colour, x: number, scale: number): CanvasElement {
  const { fill, edge, corners } = colourMarks[colour];
  const stroke = { color: fill, lineColor: edge, lineWidth: 1.5 * scale };
  if (corners.length === 0) return { type: 'ellipse', x: x + 12 * scale, y: 1 + 12 * scale, r1: 11 * scale, r2: 11 * scale, ...stroke };
  return { type: 'polyline', closePath: true, points: corners.map(([cx, cy]) => ({ x: x + cx * scale, y: 1 + cy * scale })), ...stroke };
}

function arrow(x: number, height: number): CanvasElement[] {
  const tip = { x: x + height * 0.75, y: height / 2 };
  const back = tip.x - height * 0.3;
  const stroke = { lineColor: ink, lineWidth: 1 };
  return [
    { type: 'line', x1: x, y1: tip.y, x2: tip.x, y2: tip.y, ...stroke },
    { type: 'polyline', points: [{ x: back, y: tip.y - height * 0.22 }, tip, { x: back, y: tip.y + height * 0.22 }], ...stroke },
  ];
}

/** An empty ring: a case whose colour is not set yet says so. */
function noColour(height: number): Badge {
  const points = height * 0.62;
  const middle = height / 2;
  const width = Math.ceil(height + 4 + points * 4.4);
  const ring: CanvasElement = {
    type: 'ellipse',
    x: middle + 1,
    y: middle,
    r1: middle - 2,
    r2: middle - 2,
    lineColor: soft,
    lineWidth: 0.9,
    dash: { length: 2, space: 1.5 },
  };
  const words = laidOver('No colour', height + 4, middle + points * 0.33, points, height, soft, 'Sans');
  return { content: { stack: [{ canvas: [box(width, height), ring] }, words], alt: 'No colour' }, width };
}
