import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { opensWith } from '../../../db/keys/opens-with';
import { fingerprintsOf } from '../../support/files';
import { schemeOnDisk } from '../../support/scheme-on-disk';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opens-with-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('A file is told to be of a key by its first page, without a byte or a file beside it changing.', async () => {
  const scheme = await schemeOnDisk();
  scheme.access.lock();
  const before = fingerprintsOf(scheme.folder);
  expect(opensWith(scheme.path, scheme.key)).toBe(true);
  expect(opensWith(scheme.path, randomBytes(32))).toBe(false);
  expect(fingerprintsOf(scheme.folder)).toEqual(before);
  scheme.end();
});

test('No key is said to open what is empty, short, of another kind or gone.', () => {
  const path = join(folder, 'file');
  for (const bytes of [Buffer.alloc(0), randomBytes(4095), randomBytes(8192)]) {
    writeFileSync(path, bytes);
    expect(opensWith(path, randomBytes(32))).toBe(false);
  }
  expect(opensWith(join(folder, 'gone'), randomBytes(32))).toBe(false);
});
