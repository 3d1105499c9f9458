import type { Content, ContentText } from 'pdfmake/interfaces';
import { accent, size, soft } from './tokens';

/** A stretch of text in one manner. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly background?: string;
  readonly font?: string;
  readonly fontSize?: number;
  readonly noWrap?: boolean;
}

export type Words = string | readonly Run[];

const asRuns = (words: Words): readonly Run[] => (typeof words === 'string' ? [{ text: words }] : words);

/** The widest letters take about twice what is reckoned here, which the limits below leave room for. */
const lettersIn = (width: number, points: number) => Math.max(1, Math.floor(width / (points * 0.5)));
const longestPiece = 14;

/** Where a text that takes more than `lines` is cut: after a sentence if one ends in the second half, else after a word. */
function cutAt(text: string, from: number, perLine: number, lines: number): number {
  let used = 1;
  let column = 0;
  let end = from;
  for (; end < text.length; end += 1) {
    column += 1;
    if (text[end] === '\n' || column > perLine) {
      used += 1;
      column = 0;
    }
    if (used > lines) break;
  }
  if (end === text.length) return end;
  const half = from + Math.floor((end - from) / 2);
  const second = text.slice(half, end);
  const sentence = Math.max(...['. ', '; ', '? ', '! ', '\n'].map((mark) => second.lastIndexOf(mark)));
  if (sentence >= 0) return half + sentence + 1;
  const word = second.lastIndexOf(' ');
  if (word >= 0) return half + word + 1;
  return end > from ? end : from + 1;
}

function slice(runs: readonly Run[], from: number, to: number): Run[] {
  let start = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/**
 * The words in pieces that each fit well within a page at `width`, in order, with nothing left out. pdfmake drops a row
 * that may not break and is taller than a page, with no error: rows are therefore made of such pieces, and never of a
 * text of unknown length. Gives one empty piece for no words.
 */
export function cutToFit(words: Words, width: number, points: number = size.body, lines = longestPiece): Run[][] {
  const runs = asRuns(words);
  const text = runs.map((run) => run.text).join('');
  const perLine = lettersIn(width, points);
  const pieces: Run[][] = [];
  let from = 0;
  while (from < text.length) {
    const to = cutAt(text, from, perLine, lines);
    pieces.push(slice(runs, from, to));
    from = to;
  }
  return pieces.length > 0 ? pieces : [[]];
}

/** Each paragraph on its own, the long ones in pieces; empty lines are left out. */
export function paragraphs(text: string, width: number): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) =>
      cutToFit(line, width).map((piece) =>
        piece
          .map((run) => run.text)
          .join('')
          .trim(),
      ),
    );
}

/** For the few places that hold one line and repeat on every page; the whole text stands elsewhere in the document. */
export function shortened(text: string, letters: number): string {
  const line = oneLine(text);
  return line.length > letters ? `${line.slice(0, letters - 1).trimEnd()}…` : line;
}

/** A name for a bookmark or a title, where a line break would be drawn as a box. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** White on dark: the loudest thing on the page, in print and in a photocopy. */
export const reversed = (text: string, background = '#000'): Run => ({
  text: `\u00a0${text}\u00a0`,
  bold: true,
  color: '#fff',
  background,
  noWrap: true,
});
export const late = (text: string): Run => reversed(text, accent);

export const small = (text: string, more: Partial<ContentText> = {}): Content => ({ text, fontSize: size.small, color: soft, ...more });

/** `outline` puts a heading among the bookmarks; `room` is how many points must be free below it on the page. */
export const h1 = (text: string, room = 90, more: Partial<ContentText> = {}): Content => ({
  text,
  style: 'h1',
  headlineLevel: room,
  outline: true,
  id: text,
  ...more,
});
export const h2 = (text: string, room = 60, more: Partial<ContentText> = {}): Content => ({
  text,
  style: 'h2',
  headlineLevel: room,
  ...more,
});

export function bullets(lines: readonly string[], mark: string, width: number): Content {
  return {
    stack: lines.map((text, index) => ({
      columns: [
        { text: mark, width: 11, bold: true },
        { text, width: width - 13 },
      ],
      columnGap: 2,
      margin: [0, index === 0 ? 0 : 3, 0, 0],
    })),
  };
}
