import type { Tag } from './tags';

/** An object of the PDF that others point to. */
export interface Reference {
  data: Record<string, unknown>;
  end(): void;
}

/** What an element holds itself: a stretch of a page, or the part of a page that can be pressed. */
export interface Piece {
  readonly page: Reference;
  readonly holds: number | { readonly annotation: Reference };
}

/** An element of the structure of a PDF. */
export interface Element {
  readonly type: string;
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly colSpan?: number;
  readonly parts: (Element | Piece)[];
}

/** Where a part of a page belongs: to an element, or to none, since nobody is to hear it. */
export type Place = Element | 'unread' | 'furniture';

/** A node as pdfmake lays it out: texts are objects by then, and all cells of a table are there. */
export interface LaidOut {
  readonly tag?: Tag;
  readonly alt?: string;
  readonly column?: number;
  readonly continued?: ReadonlySet<number>;
  readonly goesOn?: boolean;
  readonly headlineLevel?: number;
  readonly text?: unknown;
  readonly colSpan?: number;
  /** Whether the cell before lies over it. */
  readonly _span?: boolean;
  readonly table?: { readonly headerRows?: number; readonly body: readonly (readonly LaidOut[])[] };
}

type TableNode = LaidOut & Required<Pick<LaidOut, 'table'>>;
const isTable = (node: LaidOut): node is TableNode => node.table !== undefined;
const isElement = (part: Element | Piece): part is Element => 'type' in part;

/** The structure of one document, made while its nodes are laid out in the order in which they are read. */
export class Structure {
  readonly first: Element = { type: 'Div', parts: [] };
  readonly document: Element = { type: 'Document', parts: [this.first] };
  /** The place of a node that is a cell of a table. */
  readonly #ofCell = new WeakMap<LaidOut, Place>();
  #lastTable: Element | undefined;
  /** Cells that are printed in several. */
  readonly #inParts = new WeakSet<Element>();
  readonly #cellsOfRow = new WeakMap<Element, Map<number, Element>>();

  /** The place of a node that stands within another one. */
  place(node: LaidOut, within: Place): Place {
    if (typeof within === 'string') return within;
    const { tag, alt, column, headlineLevel } = node;
    if (tag === 'unread' || tag === 'furniture') return tag;
    const own = this.#ofCell.get(node);
    if (typeof own === 'string') return own;
    const cell = own ?? (tag === 'first' ? this.first : within);
    const at = column !== undefined && cell.type === 'TR' ? this.#cell(cell, column, { type: 'TD' }) : cell;
    if (alt !== undefined) return added(at, { type: 'Figure', alt });
    if (headlineLevel !== undefined) return added(at, { type: `H${headlineLevel}` });
    if (isTable(node)) return this.#table(node, at);
    if (tag === 'L') return listIn(at);
    if (tag === 'LI' || tag === 'Lbl' || tag === 'LBody') return added(at, { type: tag });
    if (node.text === undefined || at.type === 'Figure') return at;
    const isCell = own !== undefined && (own.type === 'TD' || own.type === 'TH');
    // A cell is its words, but what it holds in several parts must stand among its parts in their order.
    return !isCell ? added(at, { type: 'P' }) : this.#inParts.has(own) ? paragraphIn(own) : own;
  }

  #table(node: TableNode, within: Element): Element {
    const { tag, continued, table } = node;
    if (tag === 'L') return listIn(within);
    if (tag === 'Table') return this.#rows(node, within);
    const list = tag === 'rows' ? listIn(within) : undefined;
    const columns = tag === 'columns' ? table.body[0]?.map(() => added(within, { type: 'Div' })) : undefined;
    let item = within;
    for (const [index, cells] of table.body.entries()) {
      if (list !== undefined && !continued?.has(index)) item = added(added(list, { type: 'LI' }), { type: 'LBody' });
      for (const [column, cell] of cells.entries()) this.#ofCell.set(cell, columns?.[column] ?? item);
    }
    return within;
  }

  /** What a row goes on with in further ones, because it would be too tall, is one row to whoever hears it. */
  #rows({ continued, goesOn, table: { body, headerRows = 0 } }: TableNode, within: Element): Element {
    const before = goesOn ? this.#lastTable : undefined;
    const table = before ?? added(within, { type: 'Table' });
    this.#lastTable = table;
    let row = table.parts.filter(isElement).at(-1) ?? table;
    for (const [index, cells] of body.entries()) {
      if (before !== undefined && index < headerRows) {
        for (const cell of cells) this.#ofCell.set(cell, 'furniture');
        continue;
      }
      if (!continued?.has(index)) row = added(table, { type: 'TR' });
      for (const [at, cell] of cells.entries()) {
        const { _span: isCovered = false, tag, column = at, colSpan = 1, text } = cell;
        if (isCovered) continue;
        // A head without a word heads nothing. A table without heads is headed by what stands first in each row.
        const isHead = index < headerRows ? text !== '' : headerRows === 0 && column === 0;
        const scope = index < headerRows ? 'Column' : 'Row';
        const kind = { ...(isHead ? ({ type: 'TH', scope } as const) : { type: 'TD' }), ...(colSpan > 1 ? { colSpan } : {}) };
        const element = tag === 'cells' ? row : this.#cell(row, column, kind);
        this.#ofCell.set(cell, element);
        if (goesOn !== undefined || continued?.has(index) || continued?.has(index + 1)) this.#inParts.add(element);
      }
    }
    return table;
  }

  #cell(row: Element, column: number, kind: Omit<Element, 'parts'>): Element {
    const cells = this.#cellsOfRow.get(row) ?? new Map<number, Element>();
    this.#cellsOfRow.set(row, cells);
    const cell = cells.get(column) ?? added(row, kind);
    cells.set(column, cell);
    return cell;
  }
}

export function added(to: Element, kind: Omit<Element, 'parts'>): Element {
  const element = { ...kind, parts: [] };
  to.parts.push(element);
  return element;
}

/** Words go on with the paragraph that they were cut from. */
function paragraphIn(cell: Element): Element {
  const last = cell.parts.filter(isElement).at(-1);
  return last?.type === 'P' ? last : added(cell, { type: 'P' });
}

/** A list right after another one goes on with it: points are laid out one by one where they could be too tall together. */
function listIn(within: Element): Element {
  const last = within.parts.at(-1);
  return last !== undefined && isElement(last) && last.type === 'L' ? last : added(within, { type: 'L' });
}

/** Cells stay where they are empty, or a row would have fewer than its table has columns. */
const stays = new Set(['TD', 'TH', 'TR']);

/** Takes out what holds nothing; whether anything is left. */
export function pruned(element: Element): boolean {
  const held = element.parts.filter((part) => !isElement(part) || pruned(part) || stays.has(part.type));
  element.parts.splice(0, element.parts.length, ...held);
  return held.length > 0;
}
