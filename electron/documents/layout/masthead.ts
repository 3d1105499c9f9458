import type { Column, Content } from 'pdfmake/interfaces';
import type { DocumentScheme } from '../views';
import { rule } from './boxes';
import { fitted } from './printable';
import { type Cell, table } from './tables';
import { accent, ink, inner, size, soft, tint, white } from './tokens';

const factsWidth = 200;
const gap = 20;

/** The head of a first page: whose document it is, what it is, and the few facts that identify it. */
export function masthead(
  scheme: Pick<DocumentScheme, 'brand' | 'area'>,
  title: string,
  subtitle: string,
  facts: readonly (readonly [string, string])[],
): Content {
  const brand = {
    text: [
      { text: fitted(scheme.brand, 200).toUpperCase(), color: accent, font: 'Heavy' },
      { text: `  ${fitted(scheme.area, 200)}`, color: soft },
    ],
    characterSpacing: 0.6,
    fontSize: 9,
  };
  const names: Column = {
    stack: [
      brand,
      { text: title, style: 'title', headlineLevel: 1 },
      { text: subtitle, fontSize: 10.5, color: soft, margin: [0, 1, 0, 0] },
    ],
    width: inner - factsWidth - gap,
  };
  return {
    stack: [{ columns: [names, { width: factsWidth, stack: [factTable(facts)] }], columnGap: gap }, rule(inner, 2, accent, [0, 8, 0, 10])],
  };
}

function factTable(facts: readonly (readonly [string, string])[]): Content {
  const columns = [
    { head: '', width: 54 },
    { head: '', width: 'rest' },
  ] as const;
  const rows = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]): { cells: Cell[] } => ({
      cells: [
        { text: name, color: soft },
        { text: fitted(value, 280), bold: true },
      ],
    }));
  const content = table(columns, rows, { within: factsWidth, fontSize: size.small });
  return { ...content, layout: { ...(content.layout as object), paddingTop: () => 1.5, paddingBottom: () => 2 } };
}

export interface Tile {
  readonly figure: number;
  readonly name: string;
  readonly isLoud?: boolean;
}

/** Figures that are read from across the table. */
export function tiles(list: readonly Tile[]): Content {
  const between = 6;
  const width = (inner - between * (list.length - 1)) / list.length - 18;
  const cells = list.map(({ figure, name, isLoud = false }) => ({
    stack: [
      { text: String(figure), font: 'Heavy', fontSize: size.figure, lineHeight: 0.95, tag: 'Lbl' as const },
      { text: name, fontSize: size.small, bold: isLoud, tag: 'LBody' as const },
    ],
    tag: 'LI' as const,
    fillColor: isLoud ? accent : tint,
    color: isLoud ? white : ink,
  }));
  return {
    table: { widths: list.map(() => width), dontBreakRows: true, body: [cells] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (line) => (line > 0 && line < list.length ? between : 0),
      vLineColor: () => white,
      paddingLeft: () => 9,
      paddingRight: () => 9,
      paddingTop: () => 5,
      paddingBottom: () => 6,
    },
    margin: [0, 0, 0, 12],
    tag: 'L',
  };
}
