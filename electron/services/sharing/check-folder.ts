import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../../db/sync/manifest';
import type { FolderCheck, FolderChecked } from '../../../shared/views/sharing';

/**
 * Tries in a folder what the exchange will do there: writes a file, reads it back, lists it, renames it, removes it; and
 * tells by its time how far the clocks of this computer and of the share are apart. Leaves nothing behind.
 *
 * @param clock milliseconds, the clock that files are dated by on this computer.
 */
export async function checkFolder(
  folder: string,
  manifest: Manifest | null,
  scheme: string | null,
  clock: () => number,
): Promise<FolderChecked> {
  const name = `check-${randomBytes(6).toString('hex')}.tmp`;
  const [first, second] = [join(folder, name), join(folder, name.replace('.tmp', '-2.tmp'))];
  const bytes = randomBytes(4096);
  const checks: FolderCheck[] = [];
  let clockAhead: number | null = null;
  const steps: readonly (readonly [FolderCheck['step'], () => Promise<boolean>])[] = [
    [
      'write',
      async () => {
        const file = await open(first, 'wx');
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        clockAhead = Math.round(((await stat(first)).mtimeMs - clock()) / 1000);
        return true;
      },
    ],
    ['read-back', async () => (await readFile(first)).equals(bytes)],
    ['list', async () => (await readdir(folder)).includes(name)],
    ['rename', async () => rename(first, second).then(() => true)],
    ['remove', async () => rm(second).then(() => true)],
  ];
  try {
    for (const [step, attempt] of steps) {
      const isDone = await attempt().catch(() => false);
      checks.push({ step, isDone });
      if (!isDone) break;
    }
  } finally {
    for (const path of [first, second]) await rm(path, { force: true }).catch(() => {});
  }
  const found = manifest === null ? 'nothing' : manifest.scheme === scheme ? 'this-scheme' : 'another-scheme';
  return { folder, checks, clockAhead, found };
}
