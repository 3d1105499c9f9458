import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { Content } from 'pdfmake/interfaces';
import { describe, expect, it } from 'vitest';
import { definition } from '../../../../electron/documents/layout/definition';
import '../../../../electron/documents/render';
import { creationDate, onPdf } from '../../../support/pdf';
import { type Heard, structureFaults, structureOf, within } from '../../../support/pdf-structure';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake') as typeof import('pdfmake');

async function made(...content: Content[]): Promise<Uint8Array> {
  const plan = { brand: 'B', title: 'T', marking: 'M', forWhom: 'F', isDemonstration: false, isFinal: true, content };
  return new Uint8Array(await pdfmake.createPdf(definition(plan, new Date(creationDate), () => {})).getBuffer());
}

/** `P`, or `L(LI(Lbl LBody))`. What stands before all else is left out. */
const shape = ({ type, parts }: Heard): string => (parts.length === 0 ? type : `${type}(${parts.map(shape).join(' ')})`);
const shapes = (bytes: Uint8Array) => structureOf(bytes).parts.slice(1).map(shape).join(' ');

describe('the ways in which pdfmake draws', () => {
  it('are those that are marked', () => {
    const { default: ours } = require('pdfmake/js/Renderer') as { default: { prototype: object } };
    const theirs = Object.getPrototypeOf(ours.prototype) as object;
    const draws = (of: object) => Object.getOwnPropertyNames(of).filter((name) => name.startsWith('render'));
    // No document has a file attached.
    expect(draws(theirs).filter((name) => name !== 'renderAttachment')).toEqual([
      'renderPages',
      'renderLine',
      'renderVector',
      'renderImage',
      'renderSVG',
      'renderWatermark',
    ]);
    expect(new Set(draws(ours.prototype))).toEqual(new Set(draws(theirs).filter((name) => name !== 'renderAttachment')));
    expect((require('pdfmake/package.json') as { version: string }).version).toBe('0.3.11');
  });
});

describe('a node', () => {
  it('is a paragraph, a heading, a list or a figure, as it says', async () => {
    const bytes = await made(
      { text: 'Title', headlineLevel: 1 },
      { stack: ['One paragraph', { text: ['another ', { text: 'one', bold: true }] }] },
      {
        tag: 'L',
        stack: [
          {
            tag: 'LI',
            columns: [
              { text: '•', tag: 'Lbl' },
              { text: 'point', tag: 'LBody' },
            ],
          },
        ],
      },
      { canvas: [{ type: 'rect', x: 0, y: 0, w: 9, h: 9, color: 'red' }], alt: 'A red square' },
      { canvas: [{ type: 'rect', x: 0, y: 0, w: 9, h: 9, color: 'red' }] },
    );
    expect(shapes(bytes)).toBe('H1 P P L(LI(Lbl LBody)) Figure');
    expect(within(structureOf(bytes), 'Figure')[0]?.alt).toBe('A red square');
    expect(structureFaults(bytes)).toEqual([]);
  });

  it('that holds no word is in no structure', async () => {
    expect(shapes(await made({ text: '' }, { text: ' \u00a0' }, { tag: 'L', stack: [] }, { text: 'word', tag: 'unread' }, 'said'))).toBe(
      'P',
    );
  });

  it('is heard where it stands, though words behind which something is drawn, or that are a link, are marked apart', async () => {
    const bytes = await made(
      {
        text: [
          'before ',
          { text: 'loud', background: '#000000', color: '#ffffff' },
          ' between ',
          { text: 'two words', linkToDestination: 'there' },
        ],
      },
      { text: 'Where it leads', id: 'there' },
      { table: { widths: [30], body: [[{ pageReference: 'there' } as Content]] } },
    );
    expect(shapes(bytes)).toBe('P(Link) P P(Link)');
    expect(structureFaults(bytes)).toEqual([]);
    expect(
      structureOf(bytes)
        .parts.map(({ words }) => words)
        .slice(1),
    ).toEqual(['before loud between two words', 'Where it leads', '1']);
    expect(onPdf(bytes, 'qpdf', ['--qdf', '{}', '-'])).toMatch(/\/Contents \(two words\)[\s\S]*\/Contents \(Page 1\)/);
  });
});

describe('a table', () => {
  it('that only sets things beside each other is none, and may be a list or be read down its columns', async () => {
    const body = () => [
      ['a', 'b'],
      ['c', 'd'],
    ];
    expect(shapes(await made({ table: { body: body() } }))).toBe('P P P P');
    expect(shapes(await made({ table: { body: body() }, tag: 'columns' }))).toBe('Div(P P) Div(P P)');
    expect(shapes(await made({ table: { body: body() }, tag: 'rows' }))).toBe('L(LI(LBody(P P)) LI(LBody(P P)))');
    expect(shapes(await made({ table: { body: body() }, tag: 'rows', continued: new Set([1]) }))).toBe('L(LI(LBody(P P P P)))');
  });

  it('has heads, cells that span columns, rows that go on, and parts of a cell that belong to other columns', async () => {
    const bytes = await made({
      tag: 'Table',
      continued: new Set([3]),
      table: {
        headerRows: 1,
        body: [
          ['', 'Second', 'Third'],
          ['a', { text: 'across', colSpan: 2 }, {}],
          [
            'b',
            {
              tag: 'cells',
              colSpan: 2,
              columns: [
                { stack: ['c'], column: 1 },
                { stack: ['d'], column: 2 },
              ],
            },
            {},
          ],
          ['more of b', 'more of c', ''],
        ],
      },
    });
    expect(shapes(bytes)).toBe('Table(TR(TD TH TH) TR(TD TD) TR(TD(P) TD(P) TD(P)))');
    expect(structureFaults(bytes)).toEqual([]);
    expect(within(structureOf(bytes), 'TR').map(({ words }) => words)).toEqual(['SecondThird', 'aacross', 'bmore of bcmore of cd']);
  });

  it('that is set in several is one, and its head is read once', async () => {
    const part = (goesOn: boolean, ...rows: string[][]): Content => ({
      tag: 'Table',
      goesOn,
      table: { headerRows: 1, body: [['Head'], ...rows] },
    });
    const later = Object.assign(part(true, ['and more'], ['second']), { continued: new Set([1]) });
    const bytes = await made(part(false, ['first']), later, part(false, ['other']));
    expect(shapes(bytes)).toBe('Table(TR(TH(P)) TR(TD(P)) TR(TD(P))) Table(TR(TH(P)) TR(TD(P)))');
    expect(within(structureOf(bytes), 'TR').map(({ words }) => words)).toEqual(['Head', 'firstand more', 'second', 'Head', 'other']);
    expect(structureFaults(bytes)).toEqual([]);
  });
});

describe('a PDF that is not made so', () => {
  it('is found out', async () => {
    type Pdf = NodeJS.ReadableStream & {
      text(words: string): void;
      struct(type: string): { end(): void };
      addStructure(of: object): void;
      end(): void;
    };
    const Pdfkit = createRequire(require.resolve('pdfmake'))('pdfkit') as new (options: object) => Pdf;
    const pdf = new Pdfkit({ tagged: true });
    pdf.text('Not marked');
    const empty = pdf.struct('Document');
    pdf.addStructure(empty);
    empty.end();
    pdf.end();
    expect(structureFaults(new Uint8Array(await buffer(pdf)))).toEqual([
      'A viewer does not show its title.',
      'It has no language.',
      'Document is empty.',
      'Content without a mark is drawn by TJ.',
    ]);
  });
});
