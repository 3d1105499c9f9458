import { createRequire } from 'node:module';

/**
 * Two faults of pdfmake 0.3.11 that these documents cannot live with and one that makes them slow, mended where they lie.
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

let isMended = false;

/** Once for all documents of a thread. */
export function mendPdfmake(): void {
  if (isMended) return;
  isMended = true;
  mendRepeatedPolylines();
  refuseLostBlocks();
  shareShapingTables();
}
