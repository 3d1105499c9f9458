import { cellLine, cellPieces } from './prose';
import { accent, size, soft, white } from './tokens';

/** A stretch of words in one style. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly color?: string;
  readonly font?: string;
  readonly fontSize?: number;
  readonly background?: string;
  readonly noWrap?: boolean;
  readonly linkToDestination?: string;
}

export function span(text: string, style: Omit<Span, 'text'> = {}): Span {
  return { text, ...style };
}
export const strong = (text: string, style: Omit<Span, 'text'> = {}) => span(text, { bold: true, ...style });
export const quiet = (text: string, style: Omit<Span, 'text'> = {}) => span(text, { color: soft, ...style });
export const small = (text: string, style: Omit<Span, 'text'> = {}) => span(text, { color: soft, fontSize: size.small, ...style });

/** Ends the line within a cell, where one thing stands under another. */
export const lineBreak: Span = { text: '\n' };

/** White on black is the loudest thing on a page: kept for risk. */
export const reversed = (text: string) => strong(`\u00a0${text}\u00a0`, { color: white, background: '#000000', noWrap: true });
/** White on the accent: late, or a release into a weekend. */
export const alarm = (text: string) => strong(`\u00a0${text}\u00a0`, { color: white, background: accent, noWrap: true });

/** Cuts a run of spans into runs of at most `most` characters, each stretch keeping its style. */
export function cutSpans(spans: readonly Span[], most: number): Span[][] {
  const runs: Span[][] = [[]];
  let room = most;
  for (const whole of spans) {
    if (whole === lineBreak) {
      runs.at(-1)?.push(whole);
      continue;
    }
    const line = cellLine(whole.text);
    let at = 0;
    for (const [index, piece] of cellPieces(line, most).entries()) {
      const begins = line.indexOf(piece, at);
      // A piece that goes on beside the one before it keeps the space that it was cut at.
      const text = index > 0 && begins > at ? ` ${piece}` : piece;
      at = begins + piece.length;
      if (text.length > room && runs.at(-1)?.length !== 0) {
        runs.push([]);
        room = most;
        runs.at(-1)?.push({ ...whole, text: piece });
      } else {
        runs.at(-1)?.push({ ...whole, text });
      }
      room -= text.length;
    }
  }
  return runs;
}
