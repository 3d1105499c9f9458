// `npm run test:shares`: the shared drive on real file shares, Samba and WebDAV on loopback, each mounted for every workstation.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, isOnPath } from './test-setup.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Debian package -> the command that it brings. */
const needed = { samba: 'smbd', rclone: 'rclone', fuse3: 'fusermount3', apache2: 'apache2', davfs2: 'mount.davfs' };
const missing = () =>
  Object.entries(needed).filter(
    ([, command]) => !['/usr/sbin', '/sbin'].some((folder) => existsSync(join(folder, command))) && !isOnPath(command),
  );

/** Why it cannot be run here, or null. */
function obstacle() {
  if (process.platform !== 'linux') return 'mounting real shares is written for Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a share and a small disk';
  if (!existsSync('/dev/fuse')) return 'there is no /dev/fuse';
  if (missing().length > 0) installPackages(missing().map(([debian]) => debian));
  const still = missing().map(([debian]) => debian);
  return still.length > 0 ? `these could not be installed: ${still.join(', ')}` : null;
}

const why = obstacle();
if (why) {
  console.log(`Skipped, nothing was tested: ${why}.`);
} else {
  const done = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, REAL_SHARES: '1', PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  });
  process.exitCode = done.status ?? 1;
}
