import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killOften } from './kill';
import { killPoints } from './kill-points';

const root = join(import.meta.dirname, '../..');
/** Within the tree, so that the program finds its packages. */
let folder = '';

beforeAll(async () => {
  mkdirSync(join(root, 'out'), { recursive: true });
  folder = mkdtempSync(join(root, 'out/kill-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: 'build/sync-kill-process.ts', outDir: folder, target: 'node24', minify: false },
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('A process that is killed at any point loses nothing that it acknowledged, and leaves its file and the folder whole.', async () => {
  const { kills, byPoint, failure } = await killOften(killPoints.length, 20260303, join(folder, 'sync-kill-process.js'));
  expect(failure).toBeNull();
  expect(kills).toBe(killPoints.length);
  expect(byPoint.size).toBe(killPoints.length);
}, 180_000);
