import { expect, test } from 'vitest';
import { rebuild } from '../../db/log/rebuild';
import { search } from '../../db/search';
import { addCase } from '../support/builders';
import { openTestScheme } from '../support/session';

const titles = (raw: Parameters<typeof search>[0], text: string) => search(raw, text).map(({ title }) => title);

test('A rebuild makes the entries and the index again: what is missing, what is wrong and what belongs to nobody.', () => {
  const session = openTestScheme();
  const { raw } = session.connection;
  addCase(session, { surname: 'CARTERWICK', forenames: 'Ida' });
  const missing = addCase(session, { surname: 'OAKENFELL', forenames: 'Tam' });
  const wrong = addCase(session, { surname: 'THISTLEMOOR', forenames: 'Bea' });
  raw.prepare('delete from search_entries where row = ?').run(missing);
  raw.prepare(`update search_entries set title = 'ZELKOVA' where row = ?`).run(wrong);
  raw.exec(`insert into search_entries (kind, row, title, body) values ('case', 'nobody', 'YARROWDEN', '')`);
  expect([titles(raw, 'oaken'), titles(raw, 'zelk'), titles(raw, 'yarrow')]).toEqual([[], ['ZELKOVA'], ['YARROWDEN']]);

  rebuild(session.connection);
  expect(titles(raw, 'oaken')).toEqual(['OAKENFELL, Tam']);
  expect(titles(raw, 'thistle')).toEqual(['THISTLEMOOR, Bea']);
  expect([titles(raw, 'zelk'), titles(raw, 'yarrow')]).toEqual([[], []]);
});

test('A rebuild mends an index that has lost what its entries say.', () => {
  const session = openTestScheme();
  const { raw } = session.connection;
  addCase(session, { surname: 'CARTERWICK', forenames: 'Ida' });
  raw.exec(`insert into search_index (search_index) values ('delete-all')`);
  expect(titles(raw, 'carter')).toEqual([]);
  rebuild(session.connection);
  expect(titles(raw, 'carter')).toEqual(['CARTERWICK, Ida']);
});
