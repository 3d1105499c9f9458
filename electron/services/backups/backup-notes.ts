import { z } from 'zod';
import { readLocalSetting, writeLocalSetting } from '../../../db/local-settings';
import { backupTroubles } from '../../../shared/views/backups';
import type { Session } from '../session';

/** What this computer notes about its backups, in the encrypted file. */
const notes = z.object({
  /** Null for the folder beside the scheme. */
  folder: z.string().nullable().default(null),
  last: z.object({ name: z.string(), madeAt: z.string(), commits: z.int() }).nullable().default(null),
  /** Entries in the log of each backup made here, by name. */
  commitsOf: z.record(z.string(), z.int()).default({}),
  trouble: z
    .object({ why: z.enum(backupTroubles), at: z.string() })
    .nullable()
    .default(null),
  drill: z
    .object({
      at: z.string(),
      name: z.string(),
      madeAt: z.string(),
      isWhole: z.boolean(),
      commits: z.int(),
      cases: z.int(),
      milliseconds: z.number(),
      problems: z.array(z.string()),
    })
    .nullable()
    .default(null),
});
export type BackupNotes = z.infer<typeof notes>;

const setting = 'backups';

export function readBackupNotes(session: Session): BackupNotes {
  const stored = readLocalSetting(session.read, setting);
  return notes.parse(stored === null ? {} : JSON.parse(stored));
}

export function writeBackupNotes(session: Session, changed: Partial<BackupNotes>): void {
  writeLocalSetting(session.connection.local, setting, JSON.stringify({ ...readBackupNotes(session), ...changed }));
}
