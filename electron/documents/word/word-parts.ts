import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A stretch of words of a Word document; where it links, to the heading of that name. */
export interface WordRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly soft?: boolean;
  readonly linkTo?: string;
}
export type WordText = string | readonly WordRun[];

export interface WordTable {
  /** Read out before the table, so that whoever cannot see it knows whether to go into it. */
  readonly caption: string;
  readonly heads: readonly string[];
  /** Parts of the width of the text, one a column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly WordText[])[];
  /** Every column but the first holds figures: set small and to the right, so that many stand side by side. */
  readonly isFigures?: boolean;
}

/** Paragraphs and tables in reading order; tables stay plain until the whole is put together, so that each keeps its caption. */
export type WordContent = readonly (Paragraph | WordTable)[];

/** Twentieths of a point between the margins of A4. */
const textWidth = 9638;
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export const strongRun = (text: string): WordRun => ({ text, bold: true });
/** Ends the line within a cell, where one thing stands under another. */
export const lineBreakRun: WordRun = { text: '\n' };
export const softRun = (text: string): WordRun => ({ text, soft: true });

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold, and what turns the letters after it round
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202d\u202e\ufffe\uffff]/g;

/** Text as XML can hold it; what it cannot is named, so that nobody reads a record from which something has silently gone or been turned round. */
export function writable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unwritable, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

function runs(text: WordText): ParagraphChild[] {
  const parts: readonly WordRun[] = typeof text === 'string' ? [{ text }] : text;
  return parts.map((part) => {
    if (part === lineBreakRun) return new TextRun({ break: 1 });
    const { text: words, bold, soft, linkTo } = part;
    const run = new TextRun({ text: writable(words), ...(bold ? { bold } : {}), ...(soft ? { style: 'Soft' } : {}) });
    return linkTo === undefined ? run : new InternalHyperlink({ children: [run], anchor: linkTo });
  });
}

/** A heading of the first, second or third level, and where `id` is given the target of links. */
export function wordHeading(level: 1 | 2 | 3, text: string, id?: string): Paragraph {
  const run = new TextRun(writable(text).replaceAll('\n', ' '));
  return new Paragraph({ heading: levels[level], children: id === undefined ? [run] : [new Bookmark({ id, children: [run] })] });
}

interface ParagraphOptions {
  readonly style?: string;
  readonly keepNext?: boolean;
}

export function wordParagraph(text: WordText, { style, keepNext }: ParagraphOptions = {}): Paragraph {
  return new Paragraph({ children: runs(text), ...(style ? { style } : {}), ...(keepNext ? { keepNext } : {}) });
}

/** Prose with a paragraph a line; `before` stands in the first. None where there are no words. */
export function wordProse(text: string, before: readonly WordRun[] = [], style?: string): Paragraph[] {
  return proseLines(text).map((line, index) =>
    wordParagraph(index === 0 ? [...before, { text: line }] : line, style === undefined ? {} : { style }),
  );
}

const proseLines = (text: string): readonly string[] =>
  writable(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function wordBullet(text: WordText): Paragraph {
  return new Paragraph({ children: runs(text), numbering: { reference: 'bullets', level: 0 } });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'C3C9CE' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Rows of figures that are read together, and are short enough to stand on a page beside their picture. */
const mostTogether = 14;

/** Its head row is marked as one, so it repeats on each page and is read out with each cell. */
export function wordTable({ heads, widths, rows, isFigures = false }: WordTable): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / all) * textWidth));
  // No last row is to stand alone on a page, and no short table of figures to be parted.
  const lastAlone = isFigures && rows.length <= mostTogether ? 0 : rows.length - 2;
  const cell = (text: WordText, column: number, isHead: boolean, keepNext: boolean) =>
    new TableCell({
      children: isFigures ? [figureParagraph(text, column, isHead, keepNext)] : cellParagraphs(text, isHead, keepNext),
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      margins: isFigures ? { top: 30, bottom: 30, left: 40, right: 40 } : { top: 50, bottom: 50, left: 80, right: 80 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'F1F3F4', color: 'auto' } } : {}),
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.LEFT,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((head, column) => cell(head, column, true, true)) }),
      ...rows.map((row, index) => {
        const keepNext = index >= lastAlone && index < rows.length - 1 && isShort(row);
        return new TableRow({ cantSplit: isShort(row), children: row.map((text, column) => cell(text, column, false, keepNext)) });
      }),
    ],
  });
}

/** A short row stays on one page; a long one may go on, since one that must not and is taller than a page has nowhere to go. */
function isShort(row: readonly WordText[]): boolean {
  return row.every((text) => (typeof text === 'string' ? text : text.map((run) => run.text).join('')).length < 500);
}

function figureParagraph(text: WordText, column: number, isHead: boolean, keepNext: boolean): Paragraph {
  return new Paragraph({
    children: runs(text),
    style: isHead ? 'FigureHead' : 'FigureText',
    ...(column === 0 ? {} : { alignment: AlignmentType.RIGHT }),
    ...(keepNext ? { keepNext } : {}),
  });
}

function cellParagraphs(text: WordText, isHead: boolean, keepNext: boolean): Paragraph[] {
  if (isHead) return [wordParagraph(text, { style: 'TableHead', keepNext })];
  if (typeof text !== 'string') return [wordParagraph(text, { style: 'TableText', keepNext })];
  const lines = proseLines(text);
  return (lines.length === 0 ? [''] : lines).map((line) => wordParagraph(line, { style: 'TableText', keepNext }));
}
