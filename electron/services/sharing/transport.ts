import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { nodeFileSystem } from '../../../db/sync/file-system';
import { folderTransport } from '../../../db/sync/folder-transport';
import type { Transport } from '../../../db/sync/transport';

export const newToken = () => randomBytes(6).toString('hex');

export function shareAt(folder: string): Transport {
  return folderTransport({
    files: nodeFileSystem,
    root: folder,
    wait: (milliseconds) => setTimeout(milliseconds),
    token: newToken,
  });
}
