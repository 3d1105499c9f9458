import { join } from 'node:path';
import { isDeviceFolder, manifestName, readFileName } from './file-names';
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
/** Names that this program writes. Some shares and sticks give them back in capitals. */
const isOwnName = (name: string) => name === manifestName || readFileName(name) !== null || /^[0-9a-f]{40}\.(request|welcome)$/.test(name);
/** Nothing that this program writes comes near to it. */
const mostBytes = 512 * 1024 * 1024;
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

  /** How names that were listed in other capitals stand in the folder, by the names that they should have. */
  const standing = new Map<string, string>();
  const pathOf = (folder: string, name: string) => {
    const place = join(root, standing.get(folder) ?? folder);
    return join(place, standing.get(`${folder}/${name}`) ?? name);
  };

  /** Names as this program writes them. Of two that differ by capitals alone the right one is taken, and the other left alone. */
  function asWritten(names: readonly string[], isOurs: (name: string) => boolean, within = ''): readonly string[] {
    const all = new Set(names);
    return names.map((name) => {
      const right = name.toLowerCase();
      if (right === name || !isOurs(right) || all.has(right)) return name;
      all.add(right);
      standing.set(`${within}${right}`, name);
      return right;
    });
  }

  return {
    list: () =>
      guard(async () => {
        standing.clear();
        const names = asWritten(asWritten(await files.list(root), isDeviceFolder), isOwnName, '/');
        const listing = new Map<string, readonly string[]>();
        const top: string[] = [];
        for (const name of names) {
          if (!folderForm.test(name)) top.push(name);
          else
            listing.set(
              name,
              asWritten(await listFolder(files, join(root, standing.get(name) ?? name), isDeviceFolder(name)), isOwnName, `${name}/`),
            );
        }
        listing.set('', top);
        return listing as Listing;
      }),
    read: (folder, name) => guard(() => files.read(pathOf(folder, name), mostBytes)),
    writeOnce: (folder, name, bytes) =>
      guard(async () => {
        const place = join(root, standing.get(folder) ?? folder);
        await files.makeFolder(place);
        const unfinished = join(place, `${token()}${unfinishedEnding}`);
        try {
          await writeWhole(files, unfinished, bytes);
          if (!isSame(await files.read(unfinished, mostBytes), bytes))
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
          await files.remove(pathOf(folder, name)).catch((error: unknown) => {
            if (codeOf(error) !== 'ENOENT') throw error;
          });
        }
        return null;
      }),
  };
}

/** A name that turns out to be no folder, or to be gone by now, holds nothing; anything else is told, unless the folder is somebody else's. */
async function listFolder(files: FileSystem, path: string, isDevice: boolean): Promise<readonly string[]> {
  try {
    return await files.list(path);
  } catch (error) {
    if (['ENOTDIR', 'ENOENT', 'ELOOP'].includes(codeOf(error))) return [];
    if (!isDevice && ['EACCES', 'EPERM'].includes(codeOf(error))) return [];
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
