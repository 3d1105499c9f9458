import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { folderNames } from '../../services/documents/file-name';

/** What leaves the scheme is read by nobody else on this computer until its person says so. */
const mode = 0o600;

/**
 * Writes a file where the person chose, whole or not at all: on a disk that is full, what stood there before stands there
 * still, and no half of a document or an export lies about under its name.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(part, bytes, { flag: 'wx', mode, flush: true });
    await rename(part, path);
  } catch (error) {
    await takeAway(part);
    throw error;
  }
}

/** Writes a file and gives the name that it got. */
export type SaveAmong = (fileName: string, bytes: Uint8Array) => Promise<string>;

/**
 * For many files in one folder: nobody is asked about each, so none that is there is written over, and each gets a name that
 * nothing in the folder has.
 */
export async function saveAmong(folder: string): Promise<SaveAmong> {
  const unused = folderNames(await readdir(folder));
  return async (fileName, bytes) => {
    const name = unused(basename(fileName));
    const path = join(folder, name);
    try {
      await writeFile(path, bytes, { flag: 'wx', mode, flush: true });
    } catch (error) {
      // Somebody else's file came to lie there meanwhile: that is not ours to take away.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await takeAway(path);
      throw error;
    }
    return name;
  };
}

/** Where even that fails the person is told why it was not saved, which is what they can do something about. */
const takeAway = (path: string) => rm(path, { force: true }).catch(() => {});
