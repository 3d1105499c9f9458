import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, unlink } from 'node:fs/promises';

/** The part of a file system that the shared folder needs. Passed in, so that a test can let any call of it fail. */
export interface FileSystem {
  /** Names in a folder. */
  list(path: string): Promise<readonly string[]>;
  makeFolder(path: string): Promise<void>;
  /** All of an ordinary file. Fails with `NOT-A-FILE` where it is something else, and with `TOO-LARGE` beyond so many bytes. */
  read(path: string, most: number): Promise<Uint8Array>;
  /** Makes a file that must not be there yet. */
  create(path: string): Promise<NewFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes a rename last; does nothing where folders cannot be flushed. */
  flushFolder(path: string): Promise<void>;
}

export interface NewFile {
  /** Writes from an offset of the bytes on, and gives how many were taken, which may be fewer than all. */
  write(bytes: Uint8Array, offset: number): Promise<number>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** What shares and file systems of clients say that cannot flush a folder, or do so by themselves. */
const cannotBeFlushed: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF', 'EISDIR', 'EACCES', 'EPERM']);
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

export const nodeFileSystem: FileSystem = {
  list: (path) => readdir(path),
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async read(path, most) {
    // A pipe would be waited for without end, and some devices never end: whoever can write into the folder can leave a link to one.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      if (!found.isFile()) throw Object.assign(new Error('This is no file.'), { code: 'NOT-A-FILE' });
      if (found.size > most) throw Object.assign(new Error('This file is too large.'), { code: 'TOO-LARGE' });
      return await file.readFile();
    } finally {
      await file.close();
    }
  },
  async create(path) {
    const file = await open(path, 'wx', 0o666);
    return {
      async write(bytes, offset) {
        return (await file.write(bytes, offset, bytes.length - offset, offset)).bytesWritten;
      },
      flush: () => file.sync(),
      close: () => file.close(),
    };
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  async flushFolder(path) {
    if (process.platform === 'win32') return;
    try {
      const folder = await open(path, 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    } catch (error) {
      if (!cannotBeFlushed.has(codeOf(error))) throw error;
    }
  },
};
