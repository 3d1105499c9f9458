import type { BackupsView } from '../views/backups';

const day = 24 * 3_600_000;
/** From this many days on, with changes that no backup holds, a backup is old. */
export const oldAfterDays = 7;

export type BackupState = 'none' | 'trouble' | 'old' | 'fine';

/** How the backups stand, in one word. `now` in milliseconds. */
export function backupState({ backups, commitsSince, trouble, isFolderThere }: BackupsView, now: number): BackupState {
  if (trouble || !isFolderThere) return 'trouble';
  const [newest] = backups;
  if (!newest) return 'none';
  return commitsSince > 0 && now - Date.parse(newest.madeAt) > oldAfterDays * day ? 'old' : 'fine';
}
