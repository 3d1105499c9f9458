import { createRequire } from 'node:module';

/**
 * Two faults of pdfmake 0.3.11 that these documents cannot live with and three that make them slow, mended where they lie.
 * The version is pinned; the tests of this file fail when an update changes what they build on.
 */
const require = createRequire(import.meta.url);

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Vector {
  readonly type: string;
  points?: readonly Point[];
}
interface Tools {
  offsetVector: (vector: Vector, x: number, y: number) => void;
}
interface Writer {
  readonly transactionLevel: number;
  context(): { readonly pages: readonly unknown[] };
  addFragment(...given: readonly unknown[]): unknown;
  commitUnbreakableBlock(...given: readonly unknown[]): void;
}

/** A head that repeats shares its polylines between pages, and each page moved them further down. */
function mendRepeatedPolylines(): void {
  const tools = require('pdfmake/js/helpers/tools') as Tools;
  const { offsetVector } = tools;
  tools.offsetVector = (vector, x, y) => {
    if (vector.type === 'polyline') vector.points = vector.points?.map((point) => ({ x: point.x + x, y: point.y + y })) ?? [];
    else offsetVector(vector, x, y);
  };
}

/** A block that must not break and is taller than a page is left out without a word. A record must not lose words: it fails. */
function refuseLostBlocks(): void {
  const writer = (require('pdfmake/js/PageElementWriter') as { default: { prototype: Writer } }).default.prototype;
  const { addFragment, commitUnbreakableBlock } = writer;
  writer.addFragment = function (...given) {
    const placed = addFragment.apply(this, given as []);
    if (placed === false) throw new Error('A block of the document is taller than a page.');
    return placed;
  };
  writer.commitUnbreakableBlock = function (...given) {
    if (this.transactionLevel === 1 && this.context().pages.length > 1) throw new Error('A block of the document is taller than a page.');
    commitUnbreakableBlock.apply(this, given as []);
  };
}

const shapingTables = ['GSUB', 'GPOS', 'GDEF'] as const;
type Tables = Partial<Record<(typeof shapingTables)[number], unknown>>;

interface Document {
  provideFont(family: string, bold: boolean, italics: boolean): { readonly font: Tables & { readonly _tables: Tables } };
}

/**
 * Every document reads the tables that shape its words anew from the font file, which takes longer than a tasking pack.
 * They hold nothing of the document, so they are read once; glyphs are not shared, since those remember their text.
 */
function shareShapingTables(): void {
  const document = (require('pdfmake/js/PDFDocument') as { default: { prototype: Document } }).default.prototype;
  const { provideFont } = document;
  const read = new Map<string, Tables>();
  const given = new WeakSet<object>();
  document.provideFont = function (family, bold, italics) {
    const provided = provideFont.call(this, family, bold, italics);
    if (given.has(provided)) return provided;
    given.add(provided);
    const face = `${family} ${bold} ${italics}`;
    const tables = read.get(face) ?? Object.fromEntries(shapingTables.map((name) => [name, provided.font[name]]));
    read.set(face, tables);
    Object.assign(provided.font._tables, tables);
    return provided;
  };
}

interface Styled {
  readonly style?: unknown;
  readonly [property: string]: unknown;
}
interface StyleStack {
  getProperty(property: string): unknown;
  push(style: unknown): void;
  pop(howMany?: number): void;
}
interface StyleStacks {
  readonly prototype: StyleStack;
  getStyleProperty(item: Styled, stack: StyleStack | undefined, property: string, otherwise: unknown): unknown;
}

/**
 * Every word is asked for two dozen properties of its style, each of which searched all that surrounds it. The words of a
 * text stand in the same surroundings, so what was found is kept until these change. A word with a named style is left
 * to the library.
 */
function rememberStyles(): void {
  const stacks = (require('pdfmake/js/StyleContextStack') as { default: StyleStacks }).default;
  const { getStyleProperty } = stacks;
  const { push, pop } = stacks.prototype;
  const found = new WeakMap<StyleStack, Map<string, unknown>>();
  stacks.prototype.push = function (style) {
    found.get(this)?.clear();
    push.call(this, style);
  };
  stacks.prototype.pop = function (howMany) {
    found.get(this)?.clear();
    pop.call(this, howMany);
  };
  stacks.getStyleProperty = (item, stack, property, otherwise) => {
    const own = item[property];
    if (own !== undefined && own !== null) return own;
    if (!stack || item.style !== undefined || item.section !== undefined) return getStyleProperty(item, stack, property, otherwise);
    const known = found.get(stack) ?? new Map<string, unknown>();
    found.set(stack, known);
    if (!known.has(property)) known.set(property, stack.getProperty(property));
    return known.get(property) ?? otherwise;
  };
}

interface Page {
  fill(colour?: unknown): Page;
  fillColor(colour: unknown): Page;
  opacity(opacity: number): Page;
}
interface Renderer {
  readonly pdfDocument: Page;
  renderLine(line: unknown, x: number, y: number): void;
}

/**
 * Before every word its colour and opacity are set, and nothing is filled with them. The words of a line share both mostly,
 * so they are set where they change.
 */
function setColoursOnce(): void {
  const renderer = (require('pdfmake/js/Renderer') as { default: { prototype: Renderer } }).default.prototype;
  const { renderLine } = renderer;
  const known = new WeakSet<Page>();
  const set = { isLine: false, colour: undefined as unknown, opacity: undefined as unknown };
  const watch = (page: Page) => {
    known.add(page);
    const { fill, opacity } = page;
    page.fill = (colour) => {
      if (!set.isLine || colour === undefined) return fill.call(page, colour);
      if (colour !== set.colour) page.fillColor(colour);
      set.colour = colour;
      return page;
    };
    page.opacity = (share) => {
      if (set.isLine && share === set.opacity) return page;
      set.opacity = share;
      return opacity.call(page, share);
    };
  };
  renderer.renderLine = function (line, x, y) {
    if (!known.has(this.pdfDocument)) watch(this.pdfDocument);
    Object.assign(set, { isLine: true, colour: undefined, opacity: undefined });
    try {
      renderLine.call(this, line, x, y);
    } finally {
      set.isLine = false;
    }
  };
}

let isMended = false;

/** Once for all documents of a thread. */
export function mendPdfmake(): void {
  if (isMended) return;
  isMended = true;
  mendRepeatedPolylines();
  refuseLostBlocks();
  shareShapingTables();
  rememberStyles();
  setColoursOnce();
}
