import type { ContentTable, CustomTableLayout, Margins, TableCell } from 'pdfmake/interfaces';
import type { TableWithLastRows } from './last-rows';
import { fitted } from './printable';
import { cutSpans, lineBreak, type Span } from './spans';
import { hairline, ink, inner, size } from './tokens';

/** Words, which are cut where they are long, or something drawn, which is short by nature. */
export type Cell = string | Span | readonly Span[] | { readonly draw: TableCell };

export interface Column {
  readonly head: string;
  /** Points, or what the others leave. */
  readonly width: number | 'rest';
  readonly isRight?: boolean;
}

/** Where there are fewer cells than columns, the last one spans the rest. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly fill?: string;
}

interface TableOptions {
  /** Points that the table may fill. */
  readonly within?: number;
  /**
   * Stands in the head, so that it repeats on the next page: over the first two columns, or in a row of its own where it is
   * too long for them.
   */
  readonly heading?: string;
  /** In a row of its own however short it is, where the heads of the first columns are needed too. */
  readonly isHeadingAbove?: boolean;
  readonly fontSize?: number;
  readonly margin?: Margins;
}

const padLeft = (column: number) => (column === 0 ? 0 : 6);
const padRight = 4;

/**
 * The one table style: a strong rule under the head, hairlines between rows, nothing vertical. Heads repeat, no row
 * breaks, and no row is ever too tall: long words run on in further rows. Widths are always numbers, since a long word
 * widens a column that may stretch, and pushes the others off the paper.
 */
export function table(columns: readonly Column[], rows: readonly Row[], options: TableOptions = {}): HeadedTable {
  return assembled(columns, printedRows(columns, rows, options), options);
}

/**
 * The same as several tables, each short enough to stand in a row that never breaks. None where there are no rows.
 */
export function tableParts(columns: readonly Column[], rows: readonly Row[], options: TableOptions = {}): HeadedTable[] {
  const parts: PrintedRow[][] = [];
  let room = 0;
  for (const row of printedRows(columns, rows, options)) {
    if (row.lines > room) {
      parts.push([]);
      room = mostLinesInPart;
    }
    parts.at(-1)?.push(row);
    room -= row.lines;
  }
  return parts.map((part, at) => ({ ...assembled(columns, part, options), goesOn: at > 0 }));
}

/** Of a row of heads, where the name of an agency stands in it. */
const headHeight = 26;
const mostLinesInRow = 18;
const mostLinesInPart = 36;

/** A table that says how many points its heads and its first row are likely to take: what a heading above it keeps free. */
export interface HeadedTable extends ContentTable {
  readonly room: number;
}

interface PrintedRow {
  readonly cells: TableCell[];
  /** Points that it is likely to take. */
  readonly height: number;
  /** Whether it goes on with the row above. */
  readonly isContinued: boolean;
  /** At most so many lines high, were all letters the widest. */
  readonly lines: number;
}

function printedRows(
  columns: readonly Column[],
  rows: readonly Row[],
  { within = inner, fontSize = size.body }: TableOptions,
): PrintedRow[] {
  const widths = widthsOf(columns, within);
  return rows.flatMap((row) => rowParts(row, columns, widths, fontSize));
}

function assembled(
  columns: readonly Column[],
  rows: readonly PrintedRow[],
  { within = inner, margin, heading, isHeadingAbove = false }: TableOptions,
): HeadedTable {
  const hasHead = heading !== undefined || columns.some((column) => column.head !== '');
  const heads = hasHead ? headRows(columns, heading, isHeadingAbove) : [];
  const head = heads.length;
  const continued = new Set(rows.flatMap((row, index) => (row.isContinued ? [index + head] : [])));
  const body = [...heads, ...rows.map(({ cells }) => cells)];
  const ofTable: TableWithLastRows = {
    headerRows: head,
    keepWithHeaderRows: Math.min(head, 1),
    dontBreakRows: true,
    lastRowsTogether: lastRows(rows),
    widths: widthsOf(columns, within),
    body,
  };
  return {
    table: ofTable,
    layout: rowLayout(continued),
    tag: 'Table',
    continued,
    room: head * headHeight + (rows[0]?.height ?? 0),
    ...(margin === undefined ? {} : { margin }),
  };
}

/** Two, and with them what they go on with, as long as all of it surely fits on a page. */
function lastRows(rows: readonly PrintedRow[]): number {
  let count = 0;
  let begun = 0;
  let lines = 0;
  for (const row of rows.toReversed()) {
    lines += row.lines;
    if (lines > mostLinesInPart) break;
    count += 1;
    begun += row.isContinued ? 0 : 1;
    if (begun === 2) break;
  }
  return count;
}

/** Widths of content, as pdfmake wants them: without the padding. */
export function widthsOf(columns: readonly Column[], within: number): number[] {
  const padding = columns.reduce((sum, _, index) => sum + padLeft(index) + padRight, 0);
  const fixed = columns.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : width), 0);
  const stretching = columns.filter(({ width }) => width === 'rest').length;
  return columns.map(({ width }) => (width === 'rest' ? (within - padding - fixed) / stretching : width));
}

/** What fits beside the heads of the other columns, and what fits on three lines of the page. */
const mostBesideHeads = 36;
const mostInHeading = 220;

function headRows(columns: readonly Column[], heading: string | undefined, isAbove: boolean): TableCell[][] {
  const cells = columns.map(
    ({ head, isRight }): TableCell => ({ text: head, style: 'columnHead', ...(isRight ? { alignment: 'right' } : {}) }),
  );
  if (heading === undefined) return [cells];
  const title = { text: fitted(heading, mostInHeading), style: 'tableHeading' };
  if (isAbove || heading.length > mostBesideHeads)
    return [[{ ...title, colSpan: columns.length }, ...columns.slice(1).map(() => ({}))], cells];
  cells.splice(0, 2, { ...title, colSpan: 2 }, {});
  return [cells];
}

/** One row as the rows that it is printed in: all words of its cells, however many. */
function rowParts(row: Row, columns: readonly Column[], widths: readonly number[], fontSize: number): PrintedRow[] {
  const last = row.cells.length - 1;
  const span = columns.length - last;
  const cells = row.cells.map((cell, index) => {
    const width = widths.slice(index, index === last ? undefined : index + 1).reduce((sum, one) => sum + one, 0);
    // A cell that spans several columns is a sentence, and begins at the left whatever its first column holds.
    const isSpanning = index === last && span > 1;
    return cellParts(cell, width, fontSize, !isSpanning && (columns[index]?.isRight ?? false));
  });
  return Array.from({ length: Math.max(...cells.map((parts) => parts.length)) }, (_, part) => {
    const parts = cells.map((pieces) => pieces[part] ?? { content: { text: '' }, lines: 0, likely: 0 });
    const printed = parts.map(({ content }, index) => ({
      ...content,
      ...(row.fill === undefined ? {} : { fillColor: row.fill }),
      ...(index === last && span > 1 ? { colSpan: span } : {}),
    }));
    return {
      cells: [...printed, ...Array.from({ length: span - 1 }, () => ({}))] as TableCell[],
      isContinued: part > 0,
      lines: 1 + Math.max(...parts.map(({ lines }) => lines)),
      height: 8 + Math.max(...parts.map(({ likely }) => likely)) * fontSize * lineHeight,
    };
  });
}

interface CellPart {
  readonly content: object;
  readonly lines: number;
  /** Lines of usual letters. */
  readonly likely: number;
}

/** Of Source Sans, with the space between lines. */
const lineHeight = 1.29;

function cellParts(cell: Cell, width: number, fontSize: number, isRight: boolean): CellPart[] {
  if (typeof cell === 'object' && 'draw' in cell) return [{ content: cell.draw as object, lines: 4, likely: 2 }];
  const spans = spansOf(cell);
  const letterWidth = Math.max(fontSize, ...spans.map((span) => span.fontSize ?? 0)) * 0.9;
  const most = Math.max(24, Math.floor((width * mostLinesInRow) / letterWidth));
  return cutSpans(spans, most).map((run) => ({
    content: { text: run, fontSize, ...(isRight ? { alignment: 'right' } : {}) },
    lines: Math.ceil((run.reduce((sum, { text }) => sum + text.length, 0) * letterWidth) / width),
    likely: likelyLines(run, (letterWidth * 0.6) / width),
  }));
}

/** `share` is the part of a line that a letter takes. */
function likelyLines(run: readonly Span[], share: number): number {
  const stretches = [0];
  for (const part of run) {
    if (part === lineBreak) stretches.push(0);
    else stretches.push((stretches.pop() ?? 0) + part.text.length);
  }
  return stretches.reduce((sum, letters) => sum + Math.max(1, Math.ceil(letters * share)), 0);
}

function spansOf(cell: string | Span | readonly Span[]): readonly Span[] {
  if (typeof cell === 'string') return [{ text: cell }];
  return 'text' in cell ? [cell] : cell;
}

function rowLayout(continued: ReadonlySet<number>): CustomTableLayout {
  return {
    hLineWidth: (line, node) => {
      if (line === 0 || line < (node.table.headerRows ?? 0)) return 0;
      if (line === node.table.headerRows) return 1;
      if (continued.has(line)) return 0;
      return line === node.table.body.length ? 0.6 : 0.4;
    },
    hLineColor: (line, node) => (line === node.table.headerRows ? ink : hairline),
    vLineWidth: () => 0,
    paddingLeft: padLeft,
    paddingRight: () => padRight,
    paddingTop: (row) => (continued.has(row) ? 0 : 3),
    paddingBottom: () => 3.5,
  };
}
