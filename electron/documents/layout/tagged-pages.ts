import { added, type Element, type Place, pruned, type Reference, type Structure } from './structure';

/** Copies of what is drawn, such as a head on the pages to which its table runs on, share its mark. */
export interface Mark {
  readonly place: Place;
  isDrawn: boolean;
}
export interface Marked {
  mark?: Mark;
}

interface Words {
  readonly text: string;
  readonly background?: unknown;
  readonly linkToDestination?: string;
}
export interface Line extends Marked {
  readonly inlines: readonly Words[];
}
export interface Box extends Marked {
  readonly type?: string;
  readonly x: number;
  readonly y: number;
  readonly w?: number;
  readonly h?: number;
  readonly _width?: number;
  readonly _height?: number;
}
interface Page {
  readonly watermark: { readonly text: string };
}

/** The part of pdfkit's document that is used here. */
export interface Pdf {
  readonly page: { readonly dictionary: Reference; readonly height: number };
  text(words: string, x: number, y: number, options: { readonly goTo?: string }): unknown;
  annotate(x: number, y: number, width: number, height: number, options: object): unknown;
  ref(data: Record<string, unknown>): Reference;
  markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): unknown;
  markStructureContent(tag: string): { readonly refs: readonly [{ readonly mcid: number }] };
  endMarkedContent(): unknown;
  getStructTreeRoot(): Reference;
  getStructParentTree(): { get(key: unknown): unknown[]; add(key: number, value: unknown): void };
  createStructParentTreeNextKey(): number;
}
export interface Renderer {
  readonly pdfDocument: Pdf;
  renderPages(pages: unknown): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: Box): void;
  renderImage(image: Box): void;
  renderSVG(svg: Box): void;
  renderWatermark(page: Page): void;
}
type RendererClass = new (pdf: Pdf, ...given: readonly unknown[]) => Renderer;

/** pdfmake's renderer, which marks what it draws with the element that it belongs to, and writes the structure in the end. */
export function marking(Plain: RendererClass, structureOf: (pdf: Pdf) => Structure): RendererClass {
  return class extends Plain {
    readonly #tags: PageTags;
    #line: { readonly place: Element; readonly words: readonly Words[] } | undefined;
    #isWatermarkSaid = false;

    constructor(pdf: Pdf, ...given: readonly unknown[]) {
      super(pdf, ...given);
      this.#tags = new PageTags(pdf, structureOf(pdf));
      const { text, annotate } = pdf;
      // The words of a line are marked one by one, since some of them may be a link.
      pdf.text = (words, x, y, options) => {
        if (this.#line !== undefined) this.#tags.markWords(this.#line.place, options.goTo);
        return text.call(pdf, words, x, y, options);
      };
      pdf.annotate = (x, y, width, height, options) => {
        const { goTo, words = [] } = { goTo: this.#tags.destination, ...this.#line };
        const linked = words.filter(({ linkToDestination }) => linkToDestination === goTo).map(({ text: word }) => word);
        return annotate.call(pdf, x, y, width, height, { ...options, ...this.#tags.ofLink(linked.join('').trim()) });
      };
    }

    override renderPages(pages: unknown): void {
      super.renderPages(pages);
      this.#tags.write();
    }

    override renderLine(line: Line, x: number, y: number): void {
      const place = placeOf(line);
      const { inlines: words } = line;
      const isHeard = typeof place !== 'string' && words.some(({ text }) => text.trim() !== '');
      if (isHeard) this.#line = { place, words };
      // What lies behind words is drawn before them.
      if (!isHeard) this.#tags.mark(typeof place === 'string' ? place : 'unread');
      else if (words.some(({ background }) => background)) this.#tags.mark('unread');
      super.renderLine(line, x, y);
      this.#line = undefined;
    }

    override renderVector(vector: Box): void {
      this.#tags.markDrawing(vector);
      super.renderVector(vector);
    }

    override renderImage(image: Box): void {
      this.#tags.markDrawing(image);
      super.renderImage(image);
    }

    override renderSVG(svg: Box): void {
      this.#tags.markDrawing(svg);
      super.renderSVG(svg);
    }

    /** Drawn on every page and said once. */
    override renderWatermark(page: Page): void {
      this.#tags.mark(this.#isWatermarkSaid ? 'furniture' : added(this.#tags.structure.first, { type: 'P' }));
      this.#isWatermarkSaid = true;
      super.renderWatermark(page);
    }
  };
}

/** What is drawn again, as a head on the next page, was read where it stood first. */
function placeOf({ mark }: Marked): Place {
  if (mark === undefined) return 'unread';
  if (mark.isDrawn) return 'furniture';
  mark.isDrawn = true;
  return mark.place;
}

/** Marks the content of pages, and writes the structure that it belongs to. */
class PageTags {
  readonly structure: Structure;
  readonly #pdf: Pdf;
  #open: { readonly place: Place; readonly page: Reference } | undefined;
  readonly #destinations = new WeakMap<Element, string>();
  readonly #boxes = new Map<Element, readonly number[]>();
  readonly #references = new Map<Element, Reference>();

  constructor(pdf: Pdf, structure: Structure) {
    this.#pdf = pdf;
    this.structure = structure;
  }

  /** All that is drawn until the next mark belongs there. */
  mark(place: Place): void {
    const page = this.#pdf.page.dictionary;
    const isSamePage = this.#open?.page === page;
    if (isSamePage && this.#open?.place === place) return;
    // At the end of a page pdfkit closes what is open.
    if (isSamePage) this.#pdf.endMarkedContent();
    this.#open = { place, page };
    if (place === 'unread' || place === 'furniture') {
      this.#pdf.markContent('Artifact', { type: place === 'unread' ? 'Layout' : 'Pagination' });
    } else {
      const [{ mcid }] = this.#pdf.markStructureContent(place.type).refs;
      place.parts.push({ page, holds: mcid });
    }
  }

  markWords(place: Element, destination: string | undefined): void {
    this.mark(destination === undefined ? place : this.#linkIn(place, destination));
  }

  /** pdfmake makes a link of each word; what goes to the same place is one. */
  #linkIn(place: Element, destination: string): Element {
    const last = place.parts.at(-1);
    if (last !== undefined && 'type' in last && this.#destinations.get(last) === destination) return last;
    const link = added(place, { type: 'Link' });
    this.#destinations.set(link, destination);
    return link;
  }

  markDrawing(item: Box): void {
    const place = placeOf(item);
    this.mark(place);
    const [width, height] = [item.w ?? item._width, item.h ?? item._height];
    if (typeof place === 'string' || width === undefined || height === undefined || this.#boxes.has(place)) return;
    const top = this.#pdf.page.height - item.y;
    this.#boxes.set(place, [item.x, top - height, item.x + width, top]);
  }

  /** Where the link goes to that is being drawn. */
  get destination(): string | undefined {
    const place = this.#open?.place;
    return typeof place === 'object' ? this.#destinations.get(place) : undefined;
  }

  /** For the part of the page that can be pressed: what it says, and the link that it belongs to. */
  ofLink(words: string): object {
    const place = this.#open?.place;
    if (typeof place !== 'object' || this.destination === undefined) return {};
    const structParent = { add: ({ annotationRef }: { readonly annotationRef: Reference }) => this.#tie(annotationRef, place) };
    return { Contents: asText(/^\d+$/.test(words) ? `Page ${words}` : words), structParent };
  }

  #tie(annotation: Reference, link: Element): void {
    const key = this.#pdf.createStructParentTreeNextKey();
    annotation.data.StructParent = key;
    this.#pdf.getStructParentTree().add(key, this.#referenceOf(link));
    link.parts.push({ page: this.#pdf.page.dictionary, holds: { annotation } });
  }

  #referenceOf(element: Element): Reference {
    const reference = this.#references.get(element) ?? this.#pdf.ref({});
    this.#references.set(element, reference);
    return reference;
  }

  write(): void {
    const root = this.#pdf.getStructTreeRoot();
    pruned(this.structure.document);
    root.data.K = this.#written(this.structure.document, root);
  }

  #written(element: Element, parent: Reference): Reference {
    const reference = this.#referenceOf(element);
    const marked = this.#pdf.getStructParentTree();
    let first: Reference | undefined;
    const kids = element.parts.map((part) => {
      if ('type' in part) return this.#written(part, reference);
      const { page, holds } = part;
      if (typeof holds === 'object') return { Type: 'OBJR', Obj: holds.annotation, Pg: page };
      marked.get(page.data.StructParents)[holds] = reference;
      first ??= page;
      return page === first ? holds : { Type: 'MCR', Pg: page, MCID: holds };
    });
    const attributes = this.#attributesOf(element);
    Object.assign(reference.data, {
      S: element.type,
      P: parent,
      ...(first === undefined ? {} : { Pg: first }),
      ...(kids.length === 0 ? {} : { K: kids.length === 1 ? kids[0] : kids }),
      ...(element.alt === undefined ? {} : { Alt: asText(element.alt) }),
      ...(attributes === undefined ? {} : { A: attributes }),
    });
    reference.end();
    return reference;
  }

  #attributesOf(element: Element): object | undefined {
    const { scope, colSpan } = element;
    const box = this.#boxes.get(element);
    if (element.type === 'Figure' && box !== undefined) return { O: 'Layout', BBox: box };
    if (scope === undefined && colSpan === undefined) return undefined;
    return { O: 'Table', ...(scope === undefined ? {} : { Scope: scope }), ...(colSpan === undefined ? {} : { ColSpan: colSpan }) };
  }
}

/** pdfkit takes a string for a name, and the object for words. */
const asText = (words: string) => new String(words);
