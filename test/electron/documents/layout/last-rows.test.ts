import { createRequire } from 'node:module';
import type { Content } from 'pdfmake/interfaces';
import { expect, it } from 'vitest';
import { definition } from '../../../../electron/documents/layout/definition';
import { table } from '../../../../electron/documents/layout/tables';
import '../../../../electron/documents/render';
import { creationDate, pagesOf } from '../../../support/pdf';

const pdfmake = createRequire(import.meta.url)('pdfmake') as typeof import('pdfmake');

async function pagesWith(content: Content): Promise<string[]> {
  const plan = { brand: 'B', title: 'T', marking: 'M', forWhom: 'F', isDemonstration: false, isFinal: true, content: [content] };
  return pagesOf(new Uint8Array(await pdfmake.createPdf(definition(plan, new Date(creationDate), () => {})).getBuffer()));
}

const columns = [
  { head: 'Number', width: 60 },
  { head: 'Words', width: 'rest' },
] as const;
const rowsOf = (count: number, words = 'seen') => Array.from({ length: count }, (_, row) => ({ cells: [`row${row}`, words] }));
const rowsOn = (page: string) => page.match(/row\d+/g)?.length ?? 0;

it('leaves no last row of a table alone on a page, and loses none, however many there are', async () => {
  for (let count = 36; count < 48; count += 1) {
    const pages = await pagesWith(table(columns, rowsOf(count)));
    expect(pages.reduce((sum, page) => sum + rowsOn(page), 0)).toBe(count);
    for (const page of pages) {
      expect(rowsOn(page)).toBeGreaterThan(1);
      expect(page).toContain('Number');
    }
  }
});

it('keeps what a long last row goes on with, and lets rows that would not fit on a page together part', async () => {
  for (const words of ['seen '.repeat(400), 'seen '.repeat(4000)]) {
    const pages = await pagesWith(table(columns, rowsOf(3, words.trim())));
    expect(pages.join(' ').match(/seen/g)).toHaveLength(3 * (words.length / 5));
    expect(pages.at(-1)?.match(/seen/g)?.length).toBeGreaterThan(20);
  }
});

it('stands as a table of one row, of two, and of none', async () => {
  for (const count of [0, 1, 2]) expect(rowsOn((await pagesWith(table(columns, rowsOf(count)))).join(''))).toBe(count);
});
