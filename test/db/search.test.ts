import { expect, test } from 'vitest';
import { rebuild } from '../../db/log/rebuild';
import { aliases, cases, people } from '../../db/schema';
import { mergeApart, search } from '../../db/search';
import { addCase } from '../support/builders';
import { openTestScheme } from '../support/session';

const titles = (raw: Parameters<typeof search>[0], text: string) => search(raw, text).map(({ title }) => title);

test('What one operation does to many rows is found at once, and comes into the index at one go.', () => {
  const session = openTestScheme();
  const { raw } = session.connection;
  const written = raw.prepare<[], number>('select total_changes()').pluck();
  const leaving = session.record('people added', (operation) => {
    const ids = ['LARKWOOD', 'FINCHDEN'].map((name) => {
      const id = operation.newId();
      operation.put(people, id, { name, agencyId: session.agency.police });
      return id;
    });
    return ids[0] ?? '';
  });
  const before = written.get() ?? 0;
  session.record('cases imported from a file', (operation) => {
    for (let at = 0; at < 60; at += 1) {
      const caseId = operation.newId();
      operation.put(cases, caseId, { surname: `Brambleford${at}`, forenames: 'Dean' });
      operation.put(aliases, operation.newId(), { caseId, name: `Deano${at}` });
    }
    operation.put(people, leaving, { withdrawnOn: '2026-03-03', withdrawnReason: 'Left' });
  });
  expect([titles(raw, 'brambleford59'), titles(raw, 'deano17')]).toEqual([['Brambleford59, Dean'], ['Brambleford17, Dean']]);
  expect([titles(raw, 'larkwood'), titles(raw, 'finchden')]).toEqual([[], ['FINCHDEN']]);
  // Written out before each next row, the index would bring it to a thousand.
  expect((written.get() ?? 0) - before).toBeLessThan(60 * 12);
});

test('The index is merged a little after each operation: its pieces stay few, and no operation has to make up for many before it.', () => {
  const session = openTestScheme();
  const { raw } = session.connection;
  const written = raw.prepare<[], number>('select total_changes()').pluck();
  const pieces = raw.prepare<[], number>('select count(distinct segid) from search_index_idx').pluck();
  const each: number[] = [];
  let most = 0;
  for (let at = 0; at < 700; at += 1) {
    const before = written.get() ?? 0;
    addCase(session, { surname: `BRAMBLEFORD${at}`, forenames: `Dean${at % 7}` });
    each.push((written.get() ?? 0) - before);
    most = Math.max(most, pieces.get() ?? 0);
  }
  expect(most).toBeLessThanOrEqual(10);
  expect(Math.max(...each)).toBeLessThan(60);
  expect(titles(raw, 'brambleford699')).toEqual(['BRAMBLEFORD699, Dean6']);
  raw.exec("insert into search_index (search_index) values ('integrity-check')");
});

test('Work in slices leaves the merging to turns between them, and says where there was enough for one.', () => {
  const session = openTestScheme();
  const { raw } = session.connection;
  const merges: number[] = [];
  const slice = (first: number) =>
    session.record('cases imported from a file', (operation) => {
      for (let at = first; at < first + 30; at += 1) operation.put(cases, operation.newId(), { surname: `Brambleford${at}` });
    });
  const pieces = raw.prepare<[], number>('select count(distinct segid) from search_index_idx').pluck();
  const apart = mergeApart(raw);
  for (let at = 0; at < 12; at += 1) {
    slice(at * 30);
    const before = pieces.get() ?? 0;
    if (apart.afterSlice()) merges.push(before - (pieces.get() ?? 0));
  }
  apart.end();
  expect(merges).toHaveLength(6);
  expect(Math.max(...merges)).toBeGreaterThan(0);
  expect(apart.afterSlice()).toBe(false);
  for (let at = 12; at < 40; at += 1) slice(at * 30);
  expect(pieces.get()).toBeLessThanOrEqual(10);
  expect(titles(raw, 'brambleford1199')).toEqual(['Brambleford1199']);
});

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
