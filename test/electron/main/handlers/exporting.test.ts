import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderDocument } from '../../../../electron/documents/render';
import { exportingHandlers } from '../../../../electron/main/handlers/exporting';
import { addCase } from '../../../support/builders';
import { openTestScheme, testNow } from '../../../support/session';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-handlers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Dialogs that answer with this path, or as if they had been cancelled. */
function parts(path: string | null, session = openTestScheme()) {
  const answer = () => Promise.resolve(path);
  const remembered: string[] = [];
  const place = { folder: join(folder, 'Schemes'), computer: 'HARROW-LT-0400', clock: () => testNow, cost: 10 };
  const dialogs = { askForFile: answer, askForFolder: answer, askWhereToSave: answer };
  const handlers = exportingHandlers({
    session: () => session,
    dialogs,
    tell: () => {},
    place,
    remember: (one) => remembered.push(one),
    render: renderDocument,
  });
  return { session, handlers, remembered };
}

const list = { list: 'register' as const, columns: ['name'], seenAs: 'All; by colour', format: 'csv' as const };

test('A list is saved where the person chose, for nobody else to read, and that it was is recorded.', async () => {
  const path = join(folder, 'register.csv');
  const { session, handlers } = parts(path);
  const id = addCase(session);
  expect(await handlers.list({ ...list, ids: [id] })).toBe(path);
  expect(readFileSync(path, 'utf8')).toBe('\ufeffName,Known as,Aliases\r\n"CARTERWICK, Dean",,\r\n');
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(await handlers.done(undefined)).toMatchObject([
    { kind: 'list', title: 'Register: All; by colour', fileName: 'register.csv', rows: 1, exportedByName: 'M. Larkspur' },
  ]);
});

test('Where the question was cancelled nothing is saved and nothing recorded.', async () => {
  const { session, handlers } = parts(null);
  const id = addCase(session);
  expect(await handlers.list({ ...list, ids: [id] })).toBeNull();
  expect(await handlers.scheme({ passphrase: null })).toBeNull();
  expect(await handlers.restore({ exportPassphrase: null, passphrase: 'a new passphrase' })).toBeNull();
  expect(await handlers.done(undefined)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('The whole scheme goes out into a file and comes back as another, which is offered from then on.', async () => {
  const path = join(folder, 'scheme.zip');
  const { session, handlers, remembered } = parts(path);
  addCase(session);
  expect(await handlers.scheme({ passphrase: null })).toBe(path);
  expect(await handlers.done(undefined)).toMatchObject([{ kind: 'scheme', fileName: 'scheme.zip', isEncrypted: false }]);
  const restored = await handlers.restore({ exportPassphrase: null, passphrase: 'a new passphrase' });
  expect(restored).toMatchObject({ brand: 'Crossways', exportedBy: 'M. Larkspur' });
  expect(remembered).toEqual([restored?.path]);
});
