import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';

/** The part of a file system that the shared folder needs. Passed in, so that a test can let any call of it fail. */
export interface FileSystem {
  /** Names in a folder. */
  list(path: string): Promise<readonly string[]>;
  makeFolder(path: string): Promise<void>;
  read(path: string): Promise<Uint8Array>;
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
  read: (path) => readFile(path),
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
