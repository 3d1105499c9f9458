import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { schemeFileEnding } from '../../../db/scheme-file';
import { byText } from '../../../shared/language/in-order';
import type { DatedBackup } from '../../../shared/rules/backup-rotation';

/** The folder of backups unless the person chose another: beside the scheme. */
export const ownBackupFolder = (schemePath: string) => join(dirname(schemePath), `${stemOf(schemePath)} backups`);

export const stemOf = (schemePath: string) => basename(schemePath, schemeFileEnding);

/**
 * Six letters and digits that part the backups of one file from those of another that is called the same and is kept in
 * the same folder. They follow from the key, so a restored file goes on with its own.
 */
const markOf = (key: Uint8Array) => createHash('sha256').update('roundtable backup mark 1\n').update(key).digest('hex').slice(0, 6);

/** `Crossways 2026-03-03 101500 3f9a2c.roundtable`: the time is UTC. */
export function backupName(schemePath: string, key: Uint8Array, madeAt: string): string {
  const [day, clock] = new Date(madeAt).toISOString().split('T') as [string, string];
  return `${stemOf(schemePath)} ${day} ${clock.slice(0, 8).replaceAll(':', '')} ${markOf(key)}${schemeFileEnding}`;
}

const form = /^(?<stem>.+) (?<day>\d{4}-\d{2}-\d{2}) (?<h>\d{2})(?<m>\d{2})(?<s>\d{2}) (?<mark>[0-9a-f]{6})\.roundtable$/;

/** What the name of a file says where it is a backup's, whoever's it is. */
export function readBackupName(name: string): { readonly stem: string; readonly madeAt: string; readonly mark: string } | null {
  const { stem = '', day, h, m, s, mark = '' } = form.exec(name)?.groups ?? {};
  const madeAt = new Date(`${day}T${h}:${m}:${s}Z`);
  return Number.isNaN(madeAt.getTime()) ? null : { stem, madeAt: madeAt.toISOString(), mark };
}

export interface FoundBackup extends DatedBackup {
  readonly sizeBytes: number;
}

/** The backups of this very file in a folder, newest first; whatever else lies there is left out. */
export function backupsIn(folder: string, key: Uint8Array): readonly FoundBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): FoundBackup[] => {
      const read = readBackupName(name);
      const stat = read?.mark === markOf(key) ? statSync(join(folder, name), { throwIfNoEntry: false }) : undefined;
      return read && stat?.isFile() ? [{ name, madeAt: read.madeAt, sizeBytes: stat.size }] : [];
    })
    .sort((a, b) => byText(b.madeAt, a.madeAt));
}
