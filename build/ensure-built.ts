// Imports nothing but Node's own modules: plain scripts read this file as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['electron', 'renderer', 'shared', 'db', 'build', 'test/support', 'vite.config.ts', 'package-lock.json'];
const compiled = ['out/renderer/index.html', 'out/preload/index.cjs', 'out/main/index.js', 'out/scripts/open.js'];

/**
 * Builds the app where its compiled form is missing or older than what it is made from.
 * Throws with a sentence where a build fails; what it wrote has been shown by then.
 */
export function ensureBuilt(root: string): void {
  const built = compiled.map((file) => join(root, file));
  const oldest = built.every((file) => existsSync(file)) ? Math.min(...built.map((file) => statSync(file).mtimeMs)) : 0;
  if (sources.every((source) => newestIn(join(root, source)) <= oldest)) return;
  console.log('Building…');
  for (const mode of ['renderer', 'preload', 'main', 'scripts']) {
    const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', mode, '--logLevel', 'warn'];
    const { status } = spawnSync(process.execPath, vite, { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error(`The ${mode} part could not be built.`);
  }
}

/** Milliseconds of the last change at or under a path. */
function newestIn(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce<number>((newest, name) => Math.max(newest, newestIn(join(path, name))), stats.mtimeMs);
}
