import { createRequire } from 'node:module';
import { type LaidOut, type Place, Structure } from './structure';
import { type Line, type Mark, type Marked, marking, type Pdf, type Renderer } from './tagged-pages';

/**
 * pdfmake 0.3.11 knows nothing of the structure of a PDF, and pdfkit below it does. So pdfmake is given a layout that notes
 * which element each line and drawing belongs to, and a renderer that marks them as it draws them (`tagged-pages.ts`).
 * The version is pinned; the tests of this file fail when an update changes what it builds on.
 */
const require = createRequire(import.meta.url);

type Node = LaidOut & Marked & { readonly canvas?: readonly Marked[] };

interface Layout {
  layoutDocument(content: unknown, pdf: Pdf, ...given: readonly unknown[]): unknown;
  processNode(node: Node, ...given: readonly unknown[]): void;
  buildNextLine(node: LaidOut): Line | null;
}
type LayoutClass = new (...given: readonly unknown[]) => Layout;

const structures = new WeakMap<Pdf, Structure>();

function noting(Plain: LayoutClass): LayoutClass {
  return class extends Plain {
    readonly #structure = new Structure();
    #place: Place = this.#structure.document;

    override layoutDocument(content: unknown, pdf: Pdf, ...given: readonly unknown[]) {
      structures.set(pdf, this.#structure);
      return super.layoutDocument(content, pdf, ...given);
    }

    override processNode(node: Node, ...given: readonly unknown[]) {
      const around = this.#place;
      this.#place = this.#structure.place(node, around);
      // Of drawings only figures are heard. The rules of tables are no nodes, and get no mark.
      if (node.alt !== undefined) node.mark = this.#mark();
      if (isFigure(this.#place)) for (const vector of node.canvas ?? []) vector.mark = this.#mark();
      super.processNode(node, ...given);
      this.#place = around;
    }

    override buildNextLine(node: LaidOut) {
      const line = super.buildNextLine(node);
      if (line !== null) line.mark = this.#mark();
      return line;
    }

    #mark(): Mark {
      return { place: this.#place, isDrawn: false };
    }
  };
}

const isFigure = (place: Place) => typeof place === 'object' && place.type === 'Figure';

function structureOf(pdf: Pdf): Structure {
  const structure = structures.get(pdf);
  if (structure === undefined) throw new Error('The pages of a document are drawn that was not laid out.');
  return structure;
}

let isTagging = false;

/** Once for all documents of a thread. */
export function tagPdfs(): void {
  if (isTagging) return;
  isTagging = true;
  const layout = require('pdfmake/js/LayoutBuilder') as { default: LayoutClass };
  layout.default = noting(layout.default);
  const renderer = require('pdfmake/js/Renderer') as { default: new (pdf: Pdf, ...given: readonly unknown[]) => Renderer };
  renderer.default = marking(renderer.default, structureOf);
}
