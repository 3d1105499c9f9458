import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../../db/sync/file-system';
import { folderTransport } from '../../../db/sync/folder-transport';
import { createSharedFolder } from '../../support/sync/shared-folder';
import { transportSuite } from '../../support/sync/transport-suite';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
let count = 0;
const parts = { wait: async () => {}, token: () => `t${++count}` };

describe('A folder on a disk', () => {
  transportSuite(async () => {
    const root = mkdtempSync(join(tmpdir(), 'roundtable-share-'));
    made.push(root);
    return folderTransport({ files: nodeFileSystem, root, ...parts });
  });

  test('that is not there is missing, and nothing is made in its place.', async () => {
    const transport = folderTransport({ files: nodeFileSystem, root: join(tmpdir(), 'roundtable-no-such-share'), ...parts });
    expect(await transport.list()).toMatchObject({ ok: false, problem: 'missing' });
  });

  test('keeps no unfinished file after a write.', async () => {
    const root = mkdtempSync(join(tmpdir(), 'roundtable-share-'));
    made.push(root);
    await folderTransport({ files: nodeFileSystem, root, ...parts }).writeOnce('0a', '1.seg', Buffer.from('x'));
    expect(readdirSync(join(root, '0a'))).toEqual(['1.seg']);
  });
});

describe('A folder in memory', () => {
  transportSuite(async () => folderTransport({ files: createSharedFolder().system, root: '/share', ...parts }));

  const faults: readonly (readonly [string, string])[] = [
    ['ENOSPC', 'full'],
    ['EROFS', 'read-only'],
    ['EIO', 'unreachable'],
    ['EPERM', 'denied'],
    ['EBUSY', 'busy'],
  ];
  test.each(faults)('that says %s at any call of a write says so, and never leaves half a file under the name.', async (code, problem) => {
    for (let nth = 1; nth < 12; nth += 1) {
      const shared = createSharedFolder();
      const transport = folderTransport({ files: shared.system, root: '/share', ...parts });
      shared.fault = (call) => (call >= nth ? code : null);
      const done = await transport.writeOnce('0a', '1.seg', Buffer.from('whole'));
      shared.fault = () => null;
      const there = shared.files.get('/share/0a/1.seg');
      if (there) expect(Buffer.from(there).toString()).toBe('whole');
      if (done.ok) expect(there).toBeDefined();
      else expect(done).toMatchObject({ problem, code });
    }
  });

  test('whose rename is blocked for a while is written in the end, and short writes are gone on with.', async () => {
    const shared = createSharedFolder();
    const transport = folderTransport({ files: shared.system, root: '/share', ...parts });
    let blocked = 5;
    shared.fault = (_call, what) => (what === 'rename' && blocked-- > 0 ? 'EPERM' : what === 'write' ? 'SHORT' : null);
    expect(await transport.writeOnce('0a', '1.seg', Buffer.from('whole and long'))).toMatchObject({ ok: true });
    expect(Buffer.from(shared.files.get('/share/0a/1.seg') ?? []).toString()).toBe('whole and long');
  });

  test('that lost what it was given says that the write was damaged.', async () => {
    const shared = createSharedFolder();
    const transport = folderTransport({ files: shared.system, root: '/share', ...parts });
    shared.fault = (_call, what, path) => {
      if (what === 'flush') shared.files.set(path, Buffer.from('who'));
      return null;
    };
    expect(await transport.writeOnce('0a', '1.seg', Buffer.from('whole'))).toMatchObject({ ok: false, problem: 'damaged-write' });
    expect(shared.files.size).toBe(0);
  });

  test('is made to last before it gets its name: written, flushed, closed, read back, renamed.', async () => {
    const shared = createSharedFolder();
    const transport = folderTransport({ files: shared.system, root: '/share', ...parts });
    const calls: string[] = [];
    shared.fault = (_call, what) => {
      calls.push(what);
      return null;
    };
    await transport.writeOnce('0a', '1.seg', Buffer.from('whole'));
    expect(calls).toEqual(['makeFolder', 'create', 'write', 'flush', 'close', 'read', 'rename', 'flushFolder']);
  });
});
