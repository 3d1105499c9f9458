import { globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { expect, test } from 'vitest';

const sourcesOf = (folders: string): ReadonlyMap<string, string> =>
  new Map(globSync(`${folders}/**/*.{ts,tsx}`).map((path) => [path.split(sep).join('/'), readFileSync(path, 'utf8')]));

test('No two rooms of the services import one another.', () => {
  const services = 'electron/services/';
  const roomOf = (path: string) => (path.startsWith(services) ? (path.slice(services.length).split('/')[0] ?? '') : null);
  const arrows = new Set<string>();
  for (const [path, text] of sourcesOf('electron/services')) {
    for (const [, to] of text.matchAll(/from '(\.[^']+)'/g)) {
      const [from, into] = [roomOf(path), roomOf(posix.join(posix.dirname(path), to as string))];
      if (into !== null && from !== into) arrows.add(`${from} → ${into}`);
    }
  }
  expect(arrows.size).toBeGreaterThan(20);
  expect([...arrows].filter((arrow) => arrows.has(arrow.split(' → ').toReversed().join(' → ')))).toEqual([]);
});

test('No field has the browser remember what is typed into it: it would keep that with the page, outside of the encrypted file.', () => {
  const fields = [...sourcesOf('renderer')].flatMap(([path, text]) =>
    [...text.matchAll(/<(?:input|textarea|Input|AriaTextArea)\s/g)].map(({ index }) => ({
      path,
      tag: text.slice(index, text.indexOf('/>', index)),
    })),
  );
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter(({ tag }) => !tag.includes('autoComplete="off"')).map(({ path }) => path)).toEqual([]);
});

test('Nothing is sorted or written in the language that the computer happens to have.', () => {
  const ownOrder = /\.localeCompare\(|\.toLocale\w*\((?!'en-GB')|Intl\.\w+\(\)/;
  const found = [...sourcesOf('{electron,db,shared,renderer}')].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => (ownOrder.test(line) ? [`${path}:${index + 1}`] : [])),
  );
  expect(found).toEqual([]);
});
