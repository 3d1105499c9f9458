import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { badge } from '../../../../electron/documents/layout/badge';
import { definition } from '../../../../electron/documents/layout/definition';
import '../../../../electron/documents/render';
import type { Content } from 'pdfmake/interfaces';
import { creationDate, onPdf } from '../../../support/pdf';

const pdfmake = createRequire(import.meta.url)('pdfmake') as typeof import('pdfmake');

async function made(content: Content): Promise<Uint8Array> {
  const plan = { brand: 'B', title: 'T', marking: 'M', forWhom: 'F', isDemonstration: false, isFinal: true, content: [content] };
  return new Uint8Array(await pdfmake.createPdf(definition(plan, new Date(creationDate), () => {})).getBuffer());
}

it('draws a badge in a head that repeats at the same place on every page', async () => {
  const rows = Array.from({ length: 120 }, (_, row) => [{ text: `Row ${row}` }]);
  const bytes = await made({ table: { headerRows: 1, widths: [300], body: [[badge(['A']).content as never], ...rows] } });
  const picture = (page: number) =>
    onPdf(bytes, 'pdftoppm', ['-r', '40', '-f', `${page}`, '-l', `${page}`, '-x', '20', '-y', '30', '-W', '60', '-H', '14', '-gray', '{}']);
  expect(picture(3) === picture(2)).toBe(true);
});

it('fails rather than leave out a block that is taller than a page', async () => {
  const tall = { text: Array.from({ length: 200 }, (_, line) => `line ${line}`).join('\n') };
  await expect(made({ table: { dontBreakRows: true, widths: [300], body: [['short'], [tall]] } })).rejects.toThrow('taller than a page');
  await expect(made({ unbreakable: true, stack: [tall] })).rejects.toThrow('taller than a page');
});

it('reads the tables that shape words once for all documents, and their bytes do not tell what was made before', async () => {
  interface Made {
    provideFont(family: string, bold: boolean, italics: boolean): { font: { _tables: { GSUB: object } } };
  }
  const tables = async () => {
    const plan = { brand: 'B', title: 'T', marking: 'M', forWhom: 'F', isDemonstration: false, isFinal: true, content: [] };
    const document = (await pdfmake.createPdf(definition(plan, new Date(creationDate), () => {})).getStream()) as unknown as Made;
    return document.provideFont('Sans', false, false).font._tables.GSUB;
  };
  expect(await tables()).toBe(await tables());

  const before = await made({ text: 'office a b' });
  await made({ text: 'a\u00a0b \u2002 ffi oﬃce' });
  expect(Buffer.from(await made({ text: 'office a b' })).equals(Buffer.from(before))).toBe(true);
});

it('finds a style anew wherever what surrounds a word has changed', () => {
  interface Stack {
    push(style: unknown): void;
    pop(howMany?: number): void;
  }
  interface Stacks {
    new (named: object, usual: object): Stack;
    getStyleProperty(item: object, stack: Stack | undefined, property: string, otherwise: unknown): unknown;
  }
  const { default: StyleStack } = createRequire(import.meta.url)('pdfmake/js/StyleContextStack') as { default: Stacks };
  const stack = new StyleStack({ loud: { color: 'red' } }, { color: 'ink', bold: null });
  const colour = (item: object = {}) => StyleStack.getStyleProperty(item, stack, 'color', 'none');
  expect([colour(), colour()]).toEqual(['ink', 'ink']);
  stack.push('loud');
  expect(colour()).toBe('red');
  stack.push({ color: 'blue' });
  expect([colour(), colour({ color: 'green' }), colour({ style: 'loud' }), colour()]).toEqual(['blue', 'green', 'red', 'blue']);
  stack.pop(2);
  expect(colour()).toBe('ink');
  expect(StyleStack.getStyleProperty({}, stack, 'bold', false)).toBe(false);
  expect(StyleStack.getStyleProperty({}, undefined, 'bold', 'otherwise')).toBe('otherwise');
});

it('sets the colour of words where it changes, and fills nothing with it', async () => {
  const bytes = await made({ text: ['a b c ', { text: 'd e ', color: 'red' }, 'f g'] });
  const page = onPdf(bytes, 'qpdf', ['--qdf', '--object-streams=disable', '{}', '-']);
  const start = page.indexOf('/P <<');
  const line = page.slice(start, page.indexOf('EMC', start));
  expect(line.match(/^BT$/gm)).toHaveLength(7);
  expect(line.match(/^[\d. ]+ scn$/gm)).toHaveLength(3);
  expect(line).not.toMatch(/^f$/m);
});
