import { expect, test } from 'vitest';
import { cutShortWords } from '../../../../renderer/screens/import/cut-short-words';
import type { ImportUnderWay } from '../../../../shared/views/importing';

const work = (parts: Partial<ImportUnderWay> = {}): ImportUnderWay => ({
  id: 'i',
  fileName: 'cohort.csv',
  kind: 'cases',
  what: 'importing',
  isAtWork: false,
  left: 1850,
  total: 2500,
  ...parts,
});

test('An import that was cut short says how far it came, that the rest is kept, and what both ways on would do.', () => {
  const { title, happened, safe, next } = cutShortWords(work());
  expect(title).toBe('The import of cohort.csv was cut short');
  expect(happened).toBe('Roundtable ended before it was through: 650 of 2,500 rows are recorded.');
  expect(safe).toContain('the other 1,850 rows are kept in this scheme, as they were shown to you.');
  expect(next).toMatch(/^Finish the import, .*; or take it back, .*no other file is imported\.$/);
});

test('One row is told in the singular.', () => {
  expect(cutShortWords(work({ left: 1 })).safe).toContain('the other 1 row is kept in this scheme, as it was shown to you.');
  expect(cutShortWords(work({ left: 2499 })).happened).toContain('1 of 2,500 rows is recorded.');
});

test('A taking back that was cut short can only go on.', () => {
  const { title, next } = cutShortWords(work({ what: 'taking-back', left: null }));
  expect(title).toBe('The taking back of cohort.csv was cut short');
  expect(next).toMatch(/^Go on, /);
});
