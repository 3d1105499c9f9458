import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveAmong, saveFile } from '../../../../electron/main/handlers/save-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-save-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
/** Who may read and write a file; Windows keeps that elsewhere. */
const rights = (name: string) => statSync(join(folder, name)).mode & 0o777;

test('A file takes the place of what the person chose to write over, and nobody else on the computer may read it.', async () => {
  writeFileSync(join(folder, 'Minutes.pdf'), 'last week', { mode: 0o644 });
  await saveFile(join(folder, 'Minutes.pdf'), bytes('this week'));
  expect(read('Minutes.pdf')).toBe('this week');
  expect(readdirSync(folder)).toEqual(['Minutes.pdf']);
  if (process.platform !== 'win32') expect(rights('Minutes.pdf')).toBe(0o600);
});

test('What cannot be saved leaves what was there as it was, and nothing of its own.', async () => {
  mkdirSync(join(folder, 'Minutes.pdf'));
  await expect(saveFile(join(folder, 'Minutes.pdf'), bytes('this week'))).rejects.toThrow();
  await expect(saveFile(join(folder, 'gone', 'Minutes.pdf'), bytes('this week'))).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['Minutes.pdf']);
});

test('Of many files in one folder none is written over, capitals aside, and each is told by the name that it got.', async () => {
  writeFileSync(join(folder, 'PACK.pdf'), 'somebody else’s');
  const save = await saveAmong(folder);
  expect([await save('Pack.pdf', bytes('one')), await save('pack.pdf', bytes('two'))]).toEqual(['Pack (2).pdf', 'pack (3).pdf']);
  expect([read('PACK.pdf'), read('Pack (2).pdf'), read('pack (3).pdf')]).toEqual(['somebody else’s', 'one', 'two']);
  if (process.platform !== 'win32') expect(rights('Pack (2).pdf')).toBe(0o600);
});

test('A name with a path in it stays in the folder that was chosen.', async () => {
  const inner = join(folder, 'chosen');
  mkdirSync(inner);
  expect(await (await saveAmong(inner))('../../Pack.pdf', bytes('one'))).toBe('Pack.pdf');
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual(['chosen', join('chosen', 'Pack.pdf')]);
});

test('A file that came to lie there meanwhile is somebody else’s, and stays.', async () => {
  const save = await saveAmong(folder);
  writeFileSync(join(folder, 'Pack.pdf'), 'somebody else’s');
  await expect(save('Pack.pdf', bytes('one'))).rejects.toThrow('EEXIST');
  expect(read('Pack.pdf')).toBe('somebody else’s');
});
