import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededBugs } from './seeded-bugs';

const root = join(import.meta.dirname, '../..');

describe('Each seeded bug can be put in:', () => {
  test.for(seededBugs.map((bug) => [bug.name, bug] as const))('%s.', ([, { file, find, replace }]) => {
    expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
  });
});
