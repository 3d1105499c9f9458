import type { Content, ContentTable, CustomTableLayout, Margins, TableCell } from 'pdfmake/interfaces';
import { cutToFit, type Run, type Words } from './prose';
import { ink, rule, size, soft, textWidth, tint } from './tokens';

interface CellStyle {
  readonly bold?: boolean;
  readonly color?: string;
  readonly alignment?: 'left' | 'right';
  readonly noWrap?: boolean;
  readonly font?: string;
  readonly fontSize?: number;
  readonly linkToDestination?: string;
}

/** Words are cut over as many rows as they need; a node must be known to be short. */
export type Cell = Words | ({ readonly words: Words } & CellStyle) | { readonly node: Content };

export interface Column {
  readonly head: string;
  /** Points. Exactly one column may be `'rest'`. Never `*`: one long word would widen that past the paper. */
  readonly width: number | 'rest';
}

interface TableOptions {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total?: number;
  readonly margin?: Margins;
  /** Takes the place of the first two column heads, and so repeats with them on every page. */
  readonly heading?: string;
  readonly hasHead?: boolean;
}

const gapLeft = 6;
const gapRight = 4;

const isNode = (cell: Cell): cell is { readonly node: Content } => typeof cell === 'object' && 'node' in cell;
function wordsOf(cell: Exclude<Cell, { readonly node: Content }>): { words: Words; style: CellStyle } {
  if (typeof cell === 'string' || !('words' in cell)) return { words: cell, style: {} };
  const { words, ...style } = cell;
  return { words, style };
}

export function columnWidths(columns: readonly Column[], total: number): number[] {
  const gaps = columns.length * gapRight + (columns.length - 1) * gapLeft;
  const taken = columns.reduce((sum, column) => sum + (column.width === 'rest' ? 0 : column.width), 0);
  return columns.map((column) => (column.width === 'rest' ? total - taken - gaps : column.width));
}

/** One row of cells as the rows that print it: a text too long for a page goes on in the next, under the same column. */
function cutRow(cells: readonly Cell[], widths: readonly number[]): TableCell[][] {
  const columns = cells.map((cell, index): TableCell[] => {
    if (isNode(cell)) return [cell.node as TableCell];
    const { words, style } = wordsOf(cell);
    return cutToFit(words, widths[index] ?? 0, style.fontSize).map((piece: Run[]) => ({ ...style, text: piece }));
  });
  const count = Math.max(...columns.map((pieces) => pieces.length));
  return Array.from({ length: count }, (_, index) => columns.map((pieces) => pieces[index] ?? ''));
}

/** A strong rule under the heads, hairlines between rows, nothing vertical. `starts` are the rows that open an entry. */
function lines(starts: ReadonlySet<number>, headRows: number, rows: number): CustomTableLayout {
  return {
    hLineWidth: (index) => {
      if (index === 0) return 0;
      if (index === headRows) return 1;
      if (index === rows) return 0.6;
      return starts.has(index) ? 0.4 : 0;
    },
    hLineColor: (index) => (index === headRows && headRows > 0 ? ink : rule),
    vLineWidth: () => 0,
    paddingLeft: (index) => (index === 0 ? 0 : gapLeft),
    paddingRight: () => gapRight,
    paddingTop: (index) => (index < headRows || starts.has(index) ? 3 : 0),
    paddingBottom: (index) => (index < headRows || starts.has(index + 1) || index === rows - 1 ? 3.5 : 0),
  };
}

function headCells(columns: readonly Column[], heading: string | undefined): TableCell[] {
  const heads: TableCell[] = columns.map(({ head }) => ({ text: head, style: 'columnHead' }));
  if (heading !== undefined) heads.splice(0, 2, { text: heading, style: 'h2', margin: [0, 0, 0, 0], colSpan: 2 }, {});
  return heads;
}

/** The one table of all documents: its head repeats on each page, and none of its rows breaks or is lost. */
export function table(options: TableOptions): ContentTable {
  const { columns, total = textWidth, margin = [0, 0, 0, 0], heading, hasHead = true } = options;
  const widths = columnWidths(columns, total);
  const headRows = hasHead ? 1 : 0;
  const starts = new Set<number>();
  const body: TableCell[][] = hasHead ? [headCells(columns, heading)] : [];
  for (const row of options.rows) {
    starts.add(body.length);
    body.push(...cutRow(row, widths));
  }
  return {
    table: { headerRows: headRows, keepWithHeaderRows: headRows, dontBreakRows: true, widths, body },
    layout: lines(starts, headRows, body.length),
    margin,
  };
}

/** Lines of two or more cells without heads, for facts and contents. */
export const plainLines = (between = 0.4): CustomTableLayout => ({
  hLineWidth: (index, node) => (index === 0 || index === node.table.body.length ? 0 : between),
  hLineColor: () => rule,
  vLineWidth: () => 0,
  paddingLeft: (index) => (index === 0 ? 0 : gapLeft),
  paddingRight: () => gapRight,
  paddingTop: () => 2,
  paddingBottom: () => 2.5,
});

const boxLines = (weight: number, fill: string): CustomTableLayout => ({
  hLineWidth: () => weight,
  vLineWidth: () => weight,
  hLineColor: () => '#000',
  vLineColor: () => '#000',
  fillColor: () => fill,
  paddingLeft: () => 9,
  paddingRight: () => 9,
  paddingTop: () => 6,
  paddingBottom: () => 7,
});

export const boxPadding = 18;

/** A box with a frame, which may run over pages. */
export const framed = (content: Content, width: number, margin: Margins = [0, 0, 0, 0]): Content => ({
  table: { widths: [width - boxPadding - 3], body: [[content as TableCell]] },
  layout: boxLines(1.6, '#fff'),
  margin,
});

/** A tinted box with a heavy bar at its left: a decision, or what everyone present agreed to. */
export const barred = (content: Content, width: number, margin: Margins = [0, 0, 0, 0]): Content => ({
  table: { widths: [width - boxPadding - 3], body: [[content as TableCell]] },
  layout: {
    ...boxLines(0, tint),
    vLineWidth: (index) => (index === 0 ? 3 : 0),
    vLineColor: () => ink,
    paddingTop: () => 4,
    paddingBottom: () => 5,
  },
  margin,
});

/** Two framed boxes side by side, which end level whichever is the longer. The right one is tinted. */
export function twin(left: Content, right: Content, width: number, margin: Margins = [0, 0, 0, 0]): Content {
  const half = twinWidth(width);
  return {
    table: { widths: [half, half], body: [[left as TableCell, { stack: [right], fillColor: tint }]] },
    layout: { ...boxLines(1.2, ''), fillColor: () => null },
    margin,
  };
}
export const twinWidth = (width: number) => (width - 2 * boxPadding - 3.6) / 2;

export const labelStyle = { fontSize: size.small, bold: true, color: soft } as const;
