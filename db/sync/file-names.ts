import { createHash } from 'node:crypto';

/** `segment`: new entries. `pack`: one's own segments in one file. `snapshot`: all a newcomer may read. `ack`: what was read. `paper`: bytes of issued documents. */
export const fileKinds = ['segment', 'pack', 'snapshot', 'ack', 'paper'] as const;
export type FileKind = (typeof fileKinds)[number];

const endings: Readonly<Record<FileKind, string>> = { segment: 'seg', pack: 'pack', snapshot: 'snap', ack: 'ack', paper: 'paper' };
const kindOf: Readonly<Record<string, FileKind>> = { seg: 'segment', pack: 'pack', snap: 'snapshot', ack: 'ack', paper: 'paper' };

export interface FileName {
  readonly kind: FileKind;
  readonly number: number;
  /** First 40 hex digits of the SHA-256 of the whole file. */
  readonly hash: string;
}

export const manifestName = 'roundtable.scheme';

export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 40);
}

export function writeFileName({ kind, number, hash }: FileName): string {
  return `${String(number).padStart(8, '0')}-${hash}.${endings[kind]}`;
}

export function readFileName(name: string): FileName | null {
  const found = /^(\d{8})-([0-9a-f]{40})\.(seg|pack|snap|ack|paper)$/.exec(name);
  if (!found) return null;
  return { kind: kindOf[found[3] as string] as FileKind, number: Number(found[1]), hash: found[2] as string };
}

/** Whether a name that is not ours may be a copy of one that is: a sync client's conflict copy, a file saved twice. */
export function mayBeCopy(name: string): boolean {
  return (
    name.length < 160 &&
    !name.startsWith('~$') &&
    !name.startsWith('.') &&
    /\d{8}-[0-9a-f]{6,40}.*(seg|pack)/i.test(name) &&
    !name.endsWith('.tmp')
  );
}

export const isDeviceFolder = (name: string) => /^[0-9a-f]{24}$/.test(name);

/** Ids of devices tell capitals apart, which not every file system does. */
export function deviceFolder(device: string): string {
  return createHash('sha256').update(`roundtable folder\n${device}`).digest('hex').slice(0, 24);
}
