import type { Cipher } from '../../../db/sync/cipher';
import type { FileSystem } from '../../../db/sync/file-system';

export type FileCall = 'list' | 'makeFolder' | 'read' | 'create' | 'write' | 'flush' | 'close' | 'rename' | 'remove' | 'flushFolder';

/** A file system in memory that several workstations see, and of which any call can be made to fail. */
export interface SharedFolder {
  readonly files: Map<string, Uint8Array>;
  readonly folders: Set<string>;
  /** Calls so far, of all kinds. */
  calls: number;
  /**
   * Asked before each call, with its running number: an error code to fail with, or null. `SHORT` takes a part of what is
   * written, `HALF` and `EMPTY` give so much of what is read, as a file that a sync client is still fetching.
   */
  fault: (call: number, what: FileCall, path: string) => string | null;
  /** Listings show what was there at an earlier moment where this is set. */
  stale: ReadonlySet<string> | null;
  readonly system: FileSystem;
}

const partial: ReadonlySet<string> = new Set(['SHORT', 'HALF', 'EMPTY']);
const fail = (code: string) => Object.assign(new Error(`The file system says ${code}.`), { code });

export function createSharedFolder(): SharedFolder {
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>(['/share']);
  const ask = (what: FileCall, path: string): string | null => {
    shared.calls += 1;
    const code = shared.fault(shared.calls, what, path);
    if (code !== null && !partial.has(code)) throw fail(code);
    return code;
  };
  const shared: SharedFolder = {
    files,
    folders,
    calls: 0,
    fault: () => null,
    stale: null,
    system: {
      async list(path) {
        ask('list', path);
        if (!folders.has(path)) throw fail(files.has(path) ? 'ENOTDIR' : 'ENOENT');
        const inside = new Set<string>();
        for (const each of [...files.keys(), ...folders]) {
          if (!each.startsWith(`${path}/`)) continue;
          if (shared.stale && files.has(each) && !shared.stale.has(each)) continue;
          inside.add(each.slice(path.length + 1).split('/')[0] as string);
        }
        return [...inside].sort();
      },
      async makeFolder(path) {
        ask('makeFolder', path);
        folders.add(path);
      },
      async read(path) {
        const code = ask('read', path);
        const bytes = files.get(path);
        if (!bytes) throw fail('ENOENT');
        return bytes.slice(0, code === 'EMPTY' ? 0 : code === 'HALF' ? bytes.length >> 1 : undefined);
      },
      async create(path) {
        ask('create', path);
        if (files.has(path)) throw fail('EEXIST');
        files.set(path, new Uint8Array());
        return {
          async write(bytes, offset) {
            const code = ask('write', path);
            const taken = code === 'SHORT' ? Math.max(1, (bytes.length - offset) >> 1) : bytes.length - offset;
            files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), bytes.subarray(offset, offset + taken)]));
            return taken;
          },
          async flush() {
            ask('flush', path);
          },
          async close() {
            ask('close', path);
          },
        };
      },
      async rename(from, to) {
        ask('rename', from);
        const bytes = files.get(from);
        if (!bytes) throw fail('ENOENT');
        files.delete(from);
        files.set(to, bytes);
      },
      async remove(path) {
        ask('remove', path);
        if (!files.delete(path)) throw fail('ENOENT');
      },
      async flushFolder(path) {
        ask('flushFolder', path);
      },
    },
  };
  return shared;
}

/**
 * Seals by naming the recipients, which keeps nothing secret and costs nothing: for properties that are not about
 * secrecy. Who is not named cannot open it all the same.
 */
export function plainCipher(recipient: string): Cipher {
  return {
    async seal(plain, recipients) {
      return Buffer.concat([Buffer.from(`${JSON.stringify(recipients)}\n`, 'utf8'), plain]);
    },
    async open(sealed) {
      const end = sealed.indexOf(10);
      try {
        const recipients = JSON.parse(Buffer.from(sealed.subarray(0, end)).toString('utf8')) as string[];
        return recipients.includes(recipient) ? sealed.subarray(end + 1) : null;
      } catch {
        return null;
      }
    },
  };
}
