import type { BackupTrouble } from '../../../shared/views/backups';

/** What went wrong with a backup: what happened, what is safe, what to do next. */
export const backupTroubleWords: Readonly<Record<BackupTrouble, string>> = {
  'disk-full':
    'There was not enough room on the disk for a backup. What is recorded is safe, and the earlier backups are there. Make room on the disk, or choose another folder.',
  'read-only':
    'The folder of the backups cannot be written to. What is recorded is safe, and the earlier backups are there. Ask for the right to write there, or choose another folder.',
  'folder-gone':
    'The folder of the backups is not there. What is recorded is safe. Connect the drive that it lies on, or choose another folder.',
  'not-whole':
    'The backup did not read back as it was written, so it was thrown away. What is recorded is safe, and the earlier backups are there. Choose a folder on another disk, and have this one looked at.',
  interrupted: 'The backup was ended before it was done, because the scheme was locked. It is made again when it is next open.',
  failed: 'The backup could not be made. What is recorded is safe, and the earlier backups are there. Try again, or choose another folder.',
};

const hour = 3_600_000;

/** "3 hours ago", "yesterday", "12 days ago": how old the newest backup is. */
export function agoWords(instant: string, now: number): string {
  const hours = Math.floor((now - Date.parse(instant)) / hour);
  if (hours < 0) return 'in the future, by this computer’s clock';
  if (hours === 0) return 'within the hour';
  if (hours < 24) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
