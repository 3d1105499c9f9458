import { onPdf } from './pdf';

/** An element of the structure of a PDF, as a screen reader comes upon it. */
export interface Heard {
  readonly type: string;
  readonly alt: string;
  readonly scope: string;
  readonly colSpan: number;
  readonly parts: readonly Heard[];
  /** Stretches of pages that it holds itself, as `page:number`, and its links as `link:object`. */
  readonly pieces: readonly string[];
  /** What is read of it, with all that it holds. */
  readonly words: string;
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Dictionary = { readonly [key: string]: Value };

interface PdfObject {
  readonly value?: Value;
  readonly stream?: { readonly dict: Dictionary; readonly data: string };
}

/** The objects of a PDF by their names, such as `12 0 R`, as qpdf reads them. */
class Objects {
  readonly #all: Readonly<Record<string, PdfObject>>;
  readonly catalog: Dictionary;

  constructor(bytes: Uint8Array) {
    const json = onPdf(bytes, 'qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', '{}']);
    this.#all = JSON.parse(json).qpdf[1];
    const trailer = this.#all.trailer?.value as Dictionary;
    this.catalog = this.dictionary(trailer['/Root'] ?? null);
  }

  at(value: Value | undefined): Value {
    return typeof value === 'string' && / R$/.test(value) ? this.at(this.#all[`obj:${value}`]?.value) : (value ?? null);
  }

  dictionary(value: Value | undefined): Dictionary {
    return (this.at(value) ?? {}) as Dictionary;
  }

  list(value: Value | undefined): readonly Value[] {
    const at = this.at(value);
    return Array.isArray(at) ? at : at === null ? [] : [at];
  }

  stream(name: Value | undefined): string {
    return Buffer.from(this.#all[`obj:${name}`]?.stream?.data ?? '', 'base64').toString('latin1');
  }

  /** What each glyph of a font stands for. */
  letters(font: Value | undefined): readonly string[] {
    const table = this.stream(this.dictionary(font)['/ToUnicode']);
    const ranges = [...table.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/gi)];
    return ranges.flatMap(([, , all = '']) =>
      [...all.matchAll(/<([^>]*)>/g)].map(([, units = '']) =>
        String.fromCharCode(...units.split(' ').map((unit) => Number.parseInt(unit, 16))),
      ),
    );
  }

  pages(): readonly string[] {
    return this.list(this.dictionary(this.catalog['/Pages'])['/Kids']) as string[];
  }
}

const says = (value: Value | undefined) => String(value ?? '').replace(/^u:/, '');
const isDictionary = (value: Value): value is Dictionary => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The whole structure, from its `Document` down. */
export function structureOf(bytes: Uint8Array): Heard {
  return structureIn(new Objects(bytes));
}

function structureIn(objects: Objects): Heard {
  const words = new Map(objects.pages().flatMap((page) => [...drawnOn(objects, page).words]));
  return heard(objects, words, objects.list(objects.dictionary(objects.catalog['/StructTreeRoot'])['/K'])[0] as string);
}

function heard(objects: Objects, words: ReadonlyMap<string, string>, name: string): Heard {
  const element = objects.dictionary(name);
  const attributes = objects.dictionary(element['/A']);
  const alt = says(element['/Alt']);
  const parts: Heard[] = [];
  const pieces: string[] = [];
  let read = '';
  const kids = element['/K'] ?? [];
  for (const kid of Array.isArray(kids) ? kids : [kids]) {
    if (typeof kid === 'string') {
      const part = heard(objects, words, kid);
      parts.push(part);
      read += part.words;
      continue;
    }
    const isLink = isDictionary(kid) && kid['/Type'] === '/OBJR';
    const piece = !isDictionary(kid) ? `${element['/Pg']}:${kid}` : isLink ? `link:${kid['/Obj']}` : `${kid['/Pg']}:${kid['/MCID']}`;
    pieces.push(piece);
    read += words.get(piece) ?? '';
  }
  return {
    type: says(element['/S']).slice(1),
    alt,
    scope: says(attributes['/Scope']).slice(1),
    colSpan: Number(attributes['/ColSpan'] ?? 1),
    parts,
    pieces,
    words: alt === '' ? read : alt,
  };
}

/** All elements below one, in the order in which they are read. */
export function within(element: Heard, type?: string): readonly Heard[] {
  const all = element.parts.flatMap((part): readonly Heard[] => [part, ...within(part)]);
  return type === undefined ? all : all.filter((part) => part.type === type);
}

const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'BI']);
const token = /\((?:\\.|[^\\()])*\)|<<|>>|<[\da-f\s]*>|\/[^\s<>[\]()/]+|[[\]]|[^\s<>[\]()/]+/gi;

interface Drawn {
  /** What each marked stretch says, by `page:number`. */
  readonly words: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
}

function drawnOn(objects: Objects, name: string): Drawn {
  const page = objects.dictionary(name);
  const fonts = objects.dictionary(objects.dictionary(page['/Resources'])['/Font']);
  const words = new Map<string, string>();
  const faults: string[] = [];
  const open: string[] = [];
  let operands: string[] = [];
  let letters: readonly string[] = [];
  for (const [each] of objects.stream(page['/Contents']).matchAll(token)) {
    if (!/^[A-Za-z'"*]+$/.test(each)) {
      operands.push(each);
      continue;
    }
    const [mark = ''] = open;
    if (each === 'BDC' || each === 'BMC') {
      const stretch = `${name}:${operands[operands.indexOf('/MCID') + 1]}`;
      if (open.length > 0) faults.push('Content is marked twice.');
      if (words.has(stretch)) faults.push('A number is given twice on a page.');
      open.push(operands[0] === '/Artifact' ? '' : stretch);
      if (operands[0] !== '/Artifact') words.set(stretch, '');
    } else if (each === 'EMC') {
      if (open.pop() === undefined) faults.push('A mark ends that never began.');
    } else if (each === 'Tf') letters = objects.letters(fonts[operands[0] ?? '']);
    else if (painting.has(each) && open.length === 0) faults.push(`Content without a mark is drawn by ${each}.`);
    if (each === 'TJ' && mark !== '') words.set(mark, words.get(mark) + operands.map((hex) => decoded(hex, letters)).join(''));
    operands = [];
  }
  if (open.length > 0) faults.push('A mark does not end with its page.');
  return { words, faults };
}

const decoded = (hex: string, letters: readonly string[]) =>
  hex.startsWith('<') ? (hex.match(/[\da-f]{4}/gi) ?? []).map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '').join('') : '';

const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
};
const known = new Set(['Document', 'Div', 'P', 'H1', 'H2', 'H3', 'H4', 'Figure', 'Link', 'Table', 'L', ...Object.keys(parents)]);

/**
 * What would keep a PDF from being read out rightly, of what a program can tell: the machine checks of PDF/UA-1 that bear on
 * these documents. None where it is sound.
 */
export function structureFaults(bytes: Uint8Array): string[] {
  const objects = new Objects(bytes);
  const { catalog } = objects;
  const root = structureIn(objects);
  return [
    ...(objects.dictionary(catalog['/MarkInfo'])['/Marked'] === true ? [] : ['It is not marked as tagged.']),
    ...(objects.dictionary(catalog['/ViewerPreferences'])['/DisplayDocTitle'] === true ? [] : ['A viewer does not show its title.']),
    ...(says(catalog['/Lang']) === '' ? ['It has no language.'] : []),
    ...(root.type === 'Document' ? [] : ['Its structure is not that of a document.']),
    ...elementFaults(root),
    ...headingFaults(root),
    ...contentFaults(objects, root),
    ...linkFaults(objects, root),
  ];
}

function elementFaults(element: Heard): string[] {
  const own: string[] = [];
  const { type, parts, pieces } = element;
  if (!known.has(type)) own.push(`${type} is no element that readers know.`);
  if (type === 'Figure' && element.alt.trim() === '') own.push('A figure has no words.');
  if (type === 'TH' && element.scope === '') own.push('A head of a table does not say what it is the head of.');
  if (parts.length + pieces.length === 0 && !['TD', 'TR'].includes(type)) own.push(`${type} is empty.`);
  if (type === 'L' && parts.some((part) => part.type !== 'LI')) own.push('A list holds what is no item of it.');
  if (type === 'Table' && parts.some((part) => part.type !== 'TR')) own.push('A table holds what is no row of it.');
  if (type === 'TR' && parts.some((part) => !['TH', 'TD'].includes(part.type))) own.push('A row holds what is no cell of it.');
  if (type === 'Table' && new Set(parts.map(columns)).size > 1) own.push('The rows of a table have not the same number of columns.');
  for (const part of parts) {
    const allowed = parents[part.type];
    if (allowed !== undefined && !allowed.includes(type)) own.push(`${part.type} stands in ${type}.`);
  }
  return [...own, ...parts.flatMap(elementFaults)];
}

const columns = (row: Heard) => row.parts.reduce((sum, { colSpan }) => sum + colSpan, 0);

function headingFaults(root: Heard): string[] {
  let before = 0;
  return within(root).flatMap(({ type }) => {
    if (!/^H\d$/.test(type)) return [];
    const level = Number(type.slice(1));
    const isSkipping = level > before + 1;
    before = level;
    return isSkipping ? [`H${level} stands below no H${level - 1}.`] : [];
  });
}

/** Whatever is drawn belongs to one element, or to nothing that is read; and each element knows its own. */
function contentFaults(objects: Objects, root: Heard): string[] {
  const faults = objects
    .pages()
    .flatMap((page) => [
      ...(objects.dictionary(page)['/Tabs'] === '/S' ? [] : ['A page is not walked in the order of its structure.']),
      ...drawnOn(objects, page).faults,
    ]);
  const drawn = new Set(objects.pages().flatMap((page) => [...drawnOn(objects, page).words.keys()]));
  const held = [root, ...within(root)].flatMap(({ pieces }) => pieces.filter((piece) => !piece.startsWith('link:')));
  if (new Set(held).size !== held.length) faults.push('Content belongs to two elements.');
  faults.push(...held.filter((piece) => !drawn.has(piece)).map(() => 'An element holds what is not drawn.'));
  faults.push(...[...drawn].filter((piece) => !held.includes(piece)).map(() => 'What is drawn belongs to no element.'));
  return [...new Set(faults)];
}

/** A link on the page belongs to a link of the structure, says what it is, and leads back to it. */
function linkFaults(objects: Objects, root: Heard): string[] {
  const held = new Set(within(root, 'Link').flatMap(({ pieces }) => pieces));
  const tree = objects.list(objects.dictionary(objects.dictionary(objects.catalog['/StructTreeRoot'])['/ParentTree'])['/Nums']);
  return objects.pages().flatMap((page) =>
    objects.list(objects.dictionary(page)['/Annots']).flatMap((name) => {
      const link = objects.dictionary(name);
      const key = tree.findIndex((each, at) => at % 2 === 0 && each === link['/StructParent']);
      return [
        ...(held.has(`link:${name}`) ? [] : ['A link is not in the structure.']),
        ...(objects.dictionary(tree[key + 1])['/S'] === '/Link' ? [] : ['A link does not lead back to its element.']),
        ...(says(link['/Contents']).trim() === '' ? ['A link does not say what it is.'] : []),
      ];
    }),
  );
}
