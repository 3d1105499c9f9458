import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Compiles the process that ends itself. Within the tree, so that it finds its packages. */
export async function buildKillProgram(): Promise<{ readonly program: string; remove(): void }> {
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out/kill-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: 'build/sync-kill-process.ts', outDir: folder, target: 'node24', minify: false },
  });
  return { program: join(folder, 'sync-kill-process.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
