import { join } from 'node:path';
import type { FileSystem } from './file-system';
import type { Listing, Transport, Transported, TransportProblem } from './transport';

export interface FolderParts {
  readonly files: FileSystem;
  readonly root: string;
  /** Waits, in milliseconds: a rename that a virus scanner blocks is tried again. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A few lower-case letters or digits that no other writer takes. */
  readonly token: () => string;
}

/** Folders that are this program's: the devices', and the place where newcomers ask. Everything else is somebody else's. */
const folderForm = /^[a-z0-9-]{1,40}$/;
export const unfinishedEnding = '.tmp';
const renameTries = 8;
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** A shared place that is a folder: on a file share, kept in step by a client, or on a stick. */
export function folderTransport({ files, root, wait, token }: FolderParts): Transport {
  async function guard<T>(work: () => Promise<T>): Promise<Transported<T>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const code = codeOf(error);
      return { ok: false, problem: problemOf(code), code };
    }
  }

  async function renameWhenFree(from: string, to: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await files.rename(from, to);
      } catch (error) {
        if (!passing.has(codeOf(error)) || attempt === renameTries) throw error;
        await wait(10 * 2 ** attempt);
      }
    }
  }

  return {
    list: () =>
      guard(async () => {
        const names = await files.list(root);
        const listing = new Map<string, readonly string[]>();
        const top: string[] = [];
        for (const name of names) {
          if (!folderForm.test(name)) top.push(name);
          else listing.set(name, await listFolder(files, join(root, name)));
        }
        listing.set('', top);
        return listing as Listing;
      }),
    read: (folder, name) => guard(() => files.read(join(root, folder, name))),
    writeOnce: (folder, name, bytes) =>
      guard(async () => {
        const place = join(root, folder);
        await files.makeFolder(place);
        const unfinished = join(place, `${token()}${unfinishedEnding}`);
        try {
          await writeWhole(files, unfinished, bytes);
          if (!isSame(await files.read(unfinished), bytes))
            throw Object.assign(new Error('What was written is not what is there.'), { code: 'DAMAGED' });
          await renameWhenFree(unfinished, join(place, name));
        } catch (error) {
          await files.remove(unfinished).catch(() => {});
          throw error;
        }
        await files.flushFolder(place);
        return null;
      }),
    removeOwn: (folder, names) =>
      guard(async () => {
        for (const name of names) {
          await files.remove(join(root, folder, name)).catch((error: unknown) => {
            if (codeOf(error) !== 'ENOENT') throw error;
          });
        }
        return null;
      }),
  };
}

/** A name that turns out to be no folder, or to be gone by now, holds nothing; anything else is told. */
async function listFolder(files: FileSystem, path: string): Promise<readonly string[]> {
  try {
    return await files.list(path);
  } catch (error) {
    if (['ENOTDIR', 'ENOENT'].includes(codeOf(error))) return [];
    throw error;
  }
}

async function writeWhole(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.create(path);
  try {
    for (let at = 0; at < bytes.length; ) {
      const taken = await file.write(bytes, at);
      if (taken <= 0) throw Object.assign(new Error('The file took nothing more.'), { code: 'ENOSPC' });
      at += taken;
    }
    await file.flush();
  } finally {
    await file.close();
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}

const problems: Readonly<Record<string, TransportProblem>> = {
  ENOENT: 'missing',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'denied',
  EPERM: 'denied',
  EBUSY: 'busy',
  EAGAIN: 'busy',
  EIO: 'unreachable',
  ENOTCONN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ESTALE: 'unreachable',
  DAMAGED: 'damaged-write',
};

function problemOf(code: string): TransportProblem {
  return problems[code] ?? 'failed';
}
