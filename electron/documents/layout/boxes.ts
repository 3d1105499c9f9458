import type { Content, CustomTableLayout, Margins } from 'pdfmake/interfaces';
import { hairline, ink, inner, tint } from './tokens';

const framed = (weight: number, color: string, fill: string | undefined): CustomTableLayout => ({
  hLineWidth: () => weight,
  vLineWidth: () => weight,
  hLineColor: () => color,
  vLineColor: () => color,
  ...(fill === undefined ? {} : { fillColor: () => fill }),
  paddingLeft: () => 9,
  paddingRight: () => 9,
  paddingTop: () => 6,
  paddingBottom: () => 7,
});

/** Tinted, with a bar of ink at its left: the decision, and what must be read before anything else. `within` is its whole width. */
export function barBox(content: Content, within: number, margin?: Margins): Content {
  return {
    table: { widths: [within - 21], dontBreakRows: true, body: [[content]] },
    layout: { ...framed(0, ink, tint), vLineWidth: (line) => (line === 0 ? 3 : 0), paddingTop: () => 4, paddingBottom: () => 5 },
    ...(margin === undefined ? {} : { margin }),
  };
}

/** Framed in black: risk on a page that is carried about. */
export function frameBox(content: Content, margin: Margins): Content {
  return { table: { widths: [inner - 22], dontBreakRows: true, body: [[content]] }, layout: framed(1.6, '#000000', '#ffffff'), margin };
}

/** Two boxes in one table, so that both end level whichever is the longer. Each pair of cells is a row that never breaks. */
export function pairedBoxes(rows: readonly (readonly [Content, Content])[], margin: Margins): Content {
  const half = (inner - 2 * 18 - 3 * 1.2) / 2;
  const last = rows.length - 1;
  return {
    table: {
      widths: [half, half],
      dontBreakRows: true,
      headerRows: 1,
      keepWithHeaderRows: Math.min(1, last),
      body: rows.map(([left, right]) => [left, { ...(right as object), fillColor: tint } as Content]) as never,
    },
    layout: {
      ...framed(1.2, ink, undefined),
      hLineWidth: (line) => (line === 0 || line === rows.length ? 1.2 : 0),
      paddingTop: (row) => (row === 0 ? 6 : 1),
      paddingBottom: (row) => (row === last ? 7 : 2),
    },
    margin,
    tag: 'columns',
  };
}

export function rule(width: number, weight = 0.6, color: string = hairline, margin?: Margins): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight, lineColor: color }],
    ...(margin === undefined ? {} : { margin }),
  };
}
