import { expect, it } from 'vitest';
import { actionListView } from '../../../support/document-views';
import { missingWords, pagesOf, render } from '../../../support/pdf';
import { headingsOf, paragraphsOf, partOf } from '../../../support/word';

it('The Word edition of an action list says what the PDF says, under real headings.', async () => {
  const view = actionListView(5);
  const { bytes } = await render({ kind: 'action-list', view, edition: 'word' });
  expect(headingsOf(bytes, 'Title')).toEqual(['Action list']);
  expect(headingsOf(bytes, 'Heading1')).toEqual(['Open actions']);
  expect(headingsOf(bytes, 'Heading2')).toEqual(view.agencies.map(({ agency, actions }) => `${agency} (${actions.length})`));
  const pages = pagesOf((await render({ kind: 'action-list', view })).bytes);
  const words = paragraphsOf(bytes).flatMap((text) => text.split(/\s+/));
  // Only in Word: labels, and the heads of columns that need none on paper.
  const own = new Set(['As', 'of:', 'For:', 'Number:', 'Ref', 'Action']);
  const spoken = words.filter((word) => !own.has(word)).map((word) => word.replace(/[,.]$/, ''));
  expect(missingWords(pages, spoken)).toEqual([]);
});

it('Each of its tables has a head row that is marked as one, and a caption; the same list gives the same bytes.', async () => {
  const view = actionListView(4);
  const { bytes } = await render({ kind: 'action-list', view, edition: 'word' });
  const tables = partOf(bytes, 'word/document.xml').match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  expect(tables).toHaveLength(view.agencies.length);
  for (const table of tables) {
    expect(table).toContain('<w:tblHeader/>');
    expect(table).toMatch(/<w:tblCaption w:val="Open actions of [^"]+"\/>/);
  }
  expect((await render({ kind: 'action-list', view, edition: 'word' })).bytes).toEqual(bytes);
});

it('Without an action it says so, and what an agency owes on cases that it may not read is there by its reference alone.', async () => {
  const view = actionListView(0, { agencies: [] });
  const { bytes } = await render({ kind: 'action-list', view, edition: 'word' });
  const text = paragraphsOf(bytes).join('\n');
  expect(text).toContain('No action is open.');
  expect(text).toContain('26-177 (due Mon 9 Mar) is an open action of yours on a case that no longer concerns your agency');
});
