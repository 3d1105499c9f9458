// `npm start`. Plain JavaScript, so that it runs under whichever Node the machine has; the rest runs under the pinned one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pinned = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const wanted = 24;

if (Number(process.versions.node.split('.')[0]) >= wanted) await open();
else if (existsSync(pinned)) {
  const again = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  process.exitCode = again.status ?? 1;
} else {
  console.error(`Roundtable needs Node ${wanted}, which comes with its packages: run "npm ci" first.`);
  process.exitCode = 1;
}

async function open() {
  const { ensureBuilt } = await import('./ensure-built.ts');
  ensureBuilt(root);
  await import('../out/scripts/open.js');
}
