import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importingHandlers } from '../../../../electron/main/handlers/importing';
import { createImportDesk } from '../../../../electron/services/import/importing';
import { Refusal } from '../../../../shared/language/refusal';
import { openTestScheme } from '../../../support/session';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-handlers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Dialogs that answer with this path, or as if they had been cancelled. */
function dependencies(path: string | null) {
  const session = openTestScheme();
  const answer = () => Promise.resolve(path);
  const dialogs = { askForFile: answer, askForFolder: answer, askWhereToSave: answer };
  return { session: () => session, dialogs, tell: () => {}, openProjector: () => {}, closeProjector: () => {} };
}

test('A chosen file is read and held under a token until it is confirmed.', async () => {
  const path = join(folder, 'cohort.csv');
  writeFileSync(path, 'Surname,Forenames,PNC\nCarterwick,Dean,97/0000112X\n');
  const parts = dependencies(path);
  const handlers = importingHandlers(parts, createImportDesk());
  const source = await handlers.choose(undefined);
  if (source === null || 'problem' in source) throw new Error('The file of the test was not read.');
  expect(source).toMatchObject({ fileName: 'cohort.csv', rows: 1 });
  await handlers.plan({ token: source.token, columns: source.columns.map(({ guess }) => guess) });
  expect(await handlers.confirm({ token: source.token })).toMatchObject({ added: 1 });
  await expect(async () => handlers.confirm({ token: source.token })).rejects.toThrow('no longer open');
});

test('A cancelled dialog gives null, and a file that is too large is refused without being read whole.', async () => {
  expect(await importingHandlers(dependencies(null), createImportDesk()).choose(undefined)).toBeNull();
  const path = join(folder, 'huge.csv');
  writeFileSync(path, Buffer.alloc(50 * 1024 * 1024 + 10, 'a'));
  expect(await importingHandlers(dependencies(path), createImportDesk()).choose(undefined)).toEqual({
    problem: expect.stringContaining('larger than 50 MB'),
  });
});

test('While the scheme is locked nobody is asked for a file.', async () => {
  const locked = {
    ...dependencies(join(folder, 'never.csv')),
    session: () => {
      throw new Refusal('The scheme is locked.');
    },
  };
  await expect(importingHandlers(locked, createImportDesk()).choose(undefined)).rejects.toThrow('The scheme is locked.');
});
