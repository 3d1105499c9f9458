import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupsToRemove, isBackupDue, keptBackups } from '../../../shared/rules/backup-rotation';

const backup = (madeAt: string) => ({ name: `Crossways ${madeAt}`, madeAt: `${madeAt}:00.000Z` });
const none: ReadonlySet<string> = new Set();
const kept = (backups: readonly ReturnType<typeof backup>[]) => {
  const removed = new Set(backupsToRemove(backups, none));
  return backups.filter((each) => !removed.has(each)).map(({ name }) => name.slice('Crossways '.length));
};

test('Of several backups on one day the newest is kept.', () => {
  expect(kept(['2026-03-03T09:00', '2026-03-03T12:00', '2026-03-03T17:30'].map(backup))).toEqual(['2026-03-03T17:30']);
});

test('Of a year of daily backups seven days, five weeks and twelve months are kept.', () => {
  const year = Array.from({ length: 365 }, (_, index) => backup(new Date(Date.UTC(2025, 2, 4 + index, 9)).toISOString().slice(0, 16)));
  expect(kept(year).map((at) => at.slice(0, 10))).toEqual([
    '2025-04-30',
    '2025-05-31',
    '2025-06-30',
    '2025-07-31',
    '2025-08-31',
    '2025-09-30',
    '2025-10-31',
    '2025-11-30',
    '2025-12-31',
    '2026-01-31',
    '2026-02-08',
    '2026-02-15',
    '2026-02-22',
    '2026-02-25',
    '2026-02-26',
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
    '2026-03-03',
  ]);
});

test('A backup that is alone is kept however old it is.', () => {
  expect(kept([backup('2019-01-01T09:00')])).toEqual(['2019-01-01T09:00']);
});

const instants = fc.uniqueArray(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2036, 0) }), { maxLength: 200 });

test('The newest and the one last found whole are never removed, and no more stay than days, weeks and months together.', () => {
  fc.assert(
    fc.property(instants, fc.nat(), (times, pick) => {
      const backups = times.map((time) => ({ name: String(time), madeAt: new Date(time).toISOString() }));
      const whole = backups[pick % Math.max(1, backups.length)]?.name ?? '';
      const removed = new Set(backupsToRemove(backups, new Set([whole])).map(({ name }) => name));
      const newest = [...times].sort((a, b) => b - a)[0];
      expect(removed.has(whole)).toBe(false);
      expect(removed.has(String(newest))).toBe(false);
      expect(backups.length - removed.size).toBeLessThanOrEqual(keptBackups.days + keptBackups.weeks + keptBackups.months + 1);
      const left = backups.filter(({ name }) => !removed.has(name));
      expect(backupsToRemove(left, new Set([whole]))).toEqual([]);
    }),
  );
});

const state = {
  last: { madeAt: '2026-03-03T09:00:00.000Z', commits: 10 },
  commits: 12,
  conferenceClosedAt: null,
  now: '2026-03-03T15:00:00.000Z',
};

test('A backup is due when something was recorded and a day has passed, or a conference was closed since.', () => {
  expect(isBackupDue(state)).toBe(false);
  expect(isBackupDue({ ...state, now: '2026-03-04T08:55:00.000Z' })).toBe(true);
  expect(isBackupDue({ ...state, conferenceClosedAt: '2026-03-03T14:55:00.000Z' })).toBe(true);
  expect(isBackupDue({ ...state, conferenceClosedAt: '2026-03-03T08:55:00.000Z' })).toBe(false);
  expect(isBackupDue({ ...state, now: '2026-05-04T09:00:00.000Z', commits: 10 })).toBe(false);
  expect(isBackupDue({ ...state, last: null })).toBe(true);
});

test('A last backup that lies in the future counts as none, since the clock was put back.', () => {
  expect(isBackupDue({ ...state, now: '2026-03-01T09:00:00.000Z' })).toBe(true);
});
