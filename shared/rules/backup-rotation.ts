import { byText } from '../language/in-order';

/** A backup as the folder shows it: its file name and the instant in it, ISO 8601 UTC. */
export interface DatedBackup {
  readonly name: string;
  readonly madeAt: string;
}

/**
 * How many are kept: the newest of each of the last 7 days, 5 weeks and 12 months that have one. Days on which nobody
 * worked do not count, so that a backup is never given up for having been left alone over a holiday.
 */
export const keptBackups = { days: 7, weeks: 5, months: 12 } as const;

/**
 * The backups that have served their time, oldest first. Never among them: the newest, and whichever is named in
 * `neverRemove`, such as the last one that was opened and found whole.
 */
export function backupsToRemove<T extends DatedBackup>(backups: readonly T[], neverRemove: ReadonlySet<string>): readonly T[] {
  const newestFirst = [...backups].sort((a, b) => byText(b.madeAt, a.madeAt) || byText(b.name, a.name));
  const kept = new Set(neverRemove);
  if (newestFirst[0]) kept.add(newestFirst[0].name);
  for (const [periodOf, most] of [
    [dayIn, keptBackups.days],
    [weekIn, keptBackups.weeks],
    [monthIn, keptBackups.months],
  ] as const) {
    const periods = new Set<string>();
    for (const { name, madeAt } of newestFirst) {
      if (periods.has(periodOf(madeAt))) continue;
      if (periods.size === most) break;
      periods.add(periodOf(madeAt));
      kept.add(name);
    }
  }
  return newestFirst.filter(({ name }) => !kept.has(name)).reverse();
}

const dayIn = (instant: string) => instant.slice(0, 10);
const monthIn = (instant: string) => instant.slice(0, 7);
/** The Monday of its week. */
function weekIn(instant: string): string {
  const day = new Date(`${dayIn(instant)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return dayIn(day.toISOString());
}

export interface BackupState {
  /** The last backup that was made and found whole. */
  readonly last: { readonly madeAt: string; readonly commits: number } | null;
  readonly commits: number;
  /** When the latest conference was closed. */
  readonly conferenceClosedAt: string | null;
  readonly now: string;
}

/** Short of a day, so that a backup at nine is followed by one at nine the next morning. */
const hoursBetween = 20;

/** Whether there is something new to keep, and it is time: a day has passed, or a conference was closed since. */
export function isBackupDue({ last, commits, conferenceClosedAt, now }: BackupState): boolean {
  if (last === null) return commits > 0;
  if (commits === last.commits) return false;
  if (conferenceClosedAt !== null && conferenceClosedAt > last.madeAt) return true;
  const apart = Date.parse(now) - Date.parse(last.madeAt);
  // Made in the future: the clock was put back, and how long ago it really was is not known.
  return apart < 0 || apart >= hoursBetween * 3_600_000;
}
