import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { oneLine, shortened } from './prose';
import { plainLines } from './tables';
import { accent, ink, page, rule, size, soft, textWidth, tint } from './tokens';
import type { DocumentHead } from './views';

/** What stands on every page of one document. */
export interface PageFurniture {
  readonly title: string;
  readonly brand: string;
  readonly marking: string;
  /** At the right of the head: "CT-2026-031 v1 · For Housing Options only". */
  readonly recipient: string;
  /** At the left of the foot. */
  readonly note: string;
  readonly isDraft: boolean;
}

export const line = (width: number, weight = 0.6, color = rule, margin: [number, number, number, number] = [0, 0, 0, 0]): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight, lineColor: color }],
  margin,
});

/** Spaced letters above 0.6 pt are split into words of one letter by search and by screen readers. */
const marking = (text: string) => ({
  text,
  font: 'Heavy',
  fontSize: text.length > 24 ? 8 : 9,
  characterSpacing: 0.6,
  alignment: 'center' as const,
});

const numberOf = (head: DocumentHead) => `${head.number} v${head.version}`;

export function furnitureOf(head: DocumentHead, title: string): PageFurniture {
  return {
    title,
    brand: head.scheme.brand,
    marking: head.scheme.marking,
    recipient: `${numberOf(head)}${head.isDraft ? ' DRAFT' : ''} · ${head.reader}`,
    note: head.scheme.isDemonstration ? 'Demonstration: every person here is invented.' : '',
    isDraft: head.isDraft,
  };
}

const pageHead = (furniture: PageFurniture, current: number): Content => ({
  margin: [page.left, 22, page.right, 0],
  stack: [
    marking(shortened(furniture.marking, 80)),
    {
      margin: [0, 6, 0, 0],
      fontSize: size.tiny,
      color: soft,
      columns: [
        { text: current > 1 ? shortened(`${furniture.brand} · ${furniture.title}`, 64) : '', width: textWidth * 0.48 },
        { text: shortened(furniture.recipient, 66), alignment: 'right', width: textWidth * 0.52 },
      ],
    },
  ],
});

const pageFoot = (furniture: PageFurniture, current: number, count: number): Content => ({
  margin: [page.left, 8, page.right, 0],
  stack: [
    line(textWidth, 0.5),
    {
      margin: [0, 5, 0, 0],
      fontSize: size.tiny,
      color: soft,
      columns: [
        { text: furniture.note, width: 164 },
        { ...marking(shortened(furniture.marking, 80)), color: ink, width: textWidth - 328 },
        { text: `Page ${current} of ${count}`, alignment: 'right', bold: true, color: ink, fontSize: size.small, width: 164 },
      ],
    },
  ],
});

/** The whole definition of a document. `creationDate` is an ISO instant: with the same one, the bytes are the same. */
export function definition(furniture: PageFurniture, content: Content[], creationDate: string): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [page.left, page.top, page.right, page.bottom],
    version: '1.7',
    language: 'en-GB',
    displayTitle: true,
    info: {
      title: oneLine(`${furniture.brand}: ${furniture.title}`),
      author: oneLine(furniture.brand),
      subject: oneLine(furniture.marking),
      creator: 'Roundtable',
      creationDate: new Date(creationDate),
    },
    header: (current) => pageHead(furniture, current),
    footer: (current, count) => pageFoot(furniture, current, count),
    ...(furniture.isDraft ? { watermark: { text: 'DRAFT', font: 'Heavy', fontSize: 150, angle: -55, color: ink, opacity: 0.07 } } : {}),
    defaultStyle: { font: 'Sans', fontSize: size.body, lineHeight: 1.02, color: ink },
    styles: {
      title: { font: 'Heavy', fontSize: size.title, lineHeight: 1.05 },
      h1: { font: 'Heavy', fontSize: size.h1, margin: [0, 13, 0, 4] },
      h2: { font: 'Heavy', fontSize: size.h2, margin: [0, 9, 0, 3] },
      caseName: { font: 'Heavy', fontSize: size.caseName, characterSpacing: 0.1 },
      columnHead: { fontSize: size.tiny, bold: true, color: soft },
      label: { fontSize: size.small, bold: true, color: soft },
    },
    // The nodes that follow on a page always include those of the foot, so room is counted, not nodes.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      (headlineLevel ?? 0) > 0 && page.height - page.bottom - startPosition.top < (headlineLevel ?? 0),
    content,
  };
}

export type Fact = readonly [name: string, value: string];

/** The head of a first page: whose document this is, what, and the facts that identify it. */
export function masthead(head: DocumentHead, title: string, subtitle: string, facts: readonly Fact[]): Content[] {
  const factsWidth = 206;
  const shown = facts.filter(([, value]) => value !== '');
  return [
    {
      columns: [
        {
          width: textWidth - factsWidth - 20,
          stack: [
            {
              text: [
                { text: head.scheme.brand.toUpperCase(), color: accent, font: 'Heavy' },
                { text: `  ${head.scheme.area}`, color: soft },
              ],
              characterSpacing: 0.6,
              fontSize: 9,
            },
            { text: title, style: 'title' },
            { text: subtitle, fontSize: 10.5, color: soft, margin: [0, 1, 0, 0] },
          ],
        },
        {
          width: factsWidth,
          layout: plainLines(),
          table: {
            widths: [48, factsWidth - 48 - 14],
            body: shown.map(([name, value]) => [
              { text: name, fontSize: size.small, color: soft },
              { text: value, fontSize: size.small, bold: true },
            ]),
          },
        },
      ],
      columnGap: 20,
    },
    line(textWidth, 2, accent, [0, 8, 0, 10]),
  ];
}

/** What this version changes of the one before, where it is a correction; nothing for a first version. */
export function correctionNote(head: DocumentHead): Content[] {
  if (head.correction === null || head.correction === '') return [];
  return [
    {
      text: [{ text: `Correction (version ${head.version}). `, bold: true }, head.correction],
      margin: [0, 0, 0, 10],
    },
  ];
}

export interface Tile {
  readonly figure: number;
  readonly name: string;
  readonly isLoud?: boolean;
}

/** Figures that are read from across the table. */
export function tiles(list: readonly Tile[]): Content {
  const gap = 6;
  const width = (textWidth - gap * (list.length - 1)) / list.length - 18;
  return {
    table: {
      widths: list.map(() => width),
      body: [
        list.map(({ figure, name, isLoud = false }) => ({
          stack: [
            { text: String(figure), font: 'Heavy', fontSize: size.figure, lineHeight: 0.95 },
            { text: name, fontSize: size.small, bold: isLoud },
          ],
          fillColor: isLoud ? accent : tint,
          color: isLoud ? '#fff' : ink,
        })),
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (index) => (index > 0 && index < list.length ? gap : 0),
      vLineColor: () => '#fff',
      paddingLeft: () => 9,
      paddingRight: () => 9,
      paddingTop: () => 5,
      paddingBottom: () => 6,
    },
    margin: [0, 0, 0, 12],
  };
}

/** Empty lines to write on, kept on one page with what stands above them. */
export const writingLines = (count: number, width: number, step = 18): Content => ({
  stack: Array.from({ length: count }, () => line(width, 0.5, rule, [0, step, 0, 0])),
});
