import type { BackupsView, LogCheckNote } from '../views/backups';
import { backupState, oldAfterDays } from './backup-state';

/** What the health page judges by. Instants are ISO 8601 UTC, sizes bytes. */
export interface HealthFacts {
  readonly now: string;
  readonly sizeBytes: number;
  /** Null where the system does not say. */
  readonly freeBytes: number | null;
  readonly checked: LogCheckNote | null;
  readonly backups: BackupsView;
}

/** One thing that is right, that someone should see to, or that is wrong. Nothing in it names a person or a place. */
export interface Finding {
  readonly id: 'log' | 'backups' | 'drill' | 'disk';
  readonly state: 'fine' | 'watch' | 'wrong';
  readonly title: string;
  readonly says: string;
  /** What to do about it; empty where nothing needs doing. */
  readonly next: string;
}

const day = 24 * 3_600_000;
const megabyte = 1_000_000;
const logCheckDays = 30;
const drillDays = 90;

/** The state of the file on this computer in plain words: what is wrong first, then what to see to, then what is well. */
export function findings(facts: HealthFacts): readonly Finding[] {
  const order = { wrong: 0, watch: 1, fine: 2 } as const;
  return [logFinding(facts), backupFinding(facts), drillFinding(facts), diskFinding(facts)].sort((a, b) => order[a.state] - order[b.state]);
}

const daysSince = (instant: string, now: string) => Math.floor((Date.parse(now) - Date.parse(instant)) / day);

function logFinding({ checked, now }: HealthFacts): Finding {
  const base = { id: 'log', title: 'The log' } as const;
  if (!checked)
    return {
      ...base,
      state: 'watch',
      says: 'It has not been checked on this computer yet.',
      next: 'Check it below; you can go on working meanwhile.',
    };
  if (!checked.isWhole)
    return {
      ...base,
      state: 'wrong',
      says: 'The last check found entries that are not what was recorded.',
      next: 'Keep this file as it is, restore a backup that was made before, and tell whoever looks after Roundtable.',
    };
  const days = daysSince(checked.at, now);
  const whole = `All ${checked.commits.toLocaleString('en-GB')} entries were whole when it was last checked`;
  if (days > logCheckDays) return { ...base, state: 'watch', says: `${whole}, ${days} days ago.`, next: 'Check it again below.' };
  return { ...base, state: 'fine', says: `${whole}.`, next: '' };
}

function backupFinding({ backups, now }: HealthFacts): Finding {
  const base = { id: 'backups', title: 'Backups' } as const;
  const count = backups.backups.length;
  switch (backupState(backups, Date.parse(now))) {
    case 'trouble':
      return { ...base, state: 'wrong', says: 'The last backup could not be made.', next: 'Open Backups: it says why, and what to do.' };
    case 'none':
      return backups.isAutomatic
        ? { ...base, state: 'watch', says: 'There is none yet.', next: 'Open Backups and make one, or leave the scheme open for a minute.' }
        : { ...base, state: 'fine', says: 'None is needed of the demonstration.', next: '' };
    case 'old':
      return {
        ...base,
        state: 'watch',
        says: `The newest is more than ${oldAfterDays} days old, and ${backups.commitsSince.toLocaleString('en-GB')} entries are in none.`,
        next: 'Open Backups and make one now.',
      };
    case 'fine':
      return {
        ...base,
        state: 'fine',
        says: `${count === 1 ? 'There is 1' : `There are ${count}`}, opened and checked when made.`,
        next: '',
      };
  }
}

function drillFinding({ backups: { drill, backups }, now }: HealthFacts): Finding {
  const base = { id: 'drill', title: 'Restore drill' } as const;
  if (drill && !drill.isWhole)
    return { ...base, state: 'wrong', says: 'The backup that was tried was not whole.', next: 'Make a new backup, then try again.' };
  if (backups.length === 0) return { ...base, state: 'fine', says: 'There is no backup to try yet.', next: '' };
  if (!drill) return { ...base, state: 'watch', says: 'No backup has been tried yet.', next: 'Open Backups and try a restore.' };
  const days = daysSince(drill.at, now);
  if (days > drillDays) return { ...base, state: 'watch', says: `The last was ${days} days ago.`, next: 'Open Backups and try a restore.' };
  return { ...base, state: 'fine', says: 'The newest backup was taken out, opened and found whole.', next: '' };
}

function diskFinding({ freeBytes, sizeBytes }: HealthFacts): Finding {
  const base = { id: 'disk', title: 'Room on the disk' } as const;
  if (freeBytes === null) return { ...base, state: 'watch', says: 'The system does not say how much is free.', next: '' };
  const megabytes = Math.floor(freeBytes / megabyte);
  const free =
    megabytes < 10_000
      ? `${megabytes.toLocaleString('en-GB')} MB are free.`
      : `${Math.floor(megabytes / 1000).toLocaleString('en-GB')} GB are free.`;
  const next = 'Make room on the disk. Roundtable needs little itself, but a backup needs three times the size of the file.';
  if (freeBytes < Math.max(100 * megabyte, 2 * sizeBytes)) return { ...base, state: 'wrong', says: free, next };
  if (freeBytes < Math.max(500 * megabyte, 5 * sizeBytes)) return { ...base, state: 'watch', says: free, next };
  return { ...base, state: 'fine', says: free, next: '' };
}
