import { expect, test } from 'vitest';
import { findings, type HealthFacts } from '../../../shared/rules/health';
import type { BackupsView } from '../../../shared/views/backups';

const backups: BackupsView = {
  folder: '',
  isOwnFolder: true,
  isFolderThere: true,
  backups: [{ name: 'a', madeAt: '2026-03-02T09:00:00.000Z', sizeBytes: 1, commits: 10 }],
  last: { madeAt: '2026-03-02T09:00:00.000Z', commits: 10 },
  commitsSince: 0,
  trouble: null,
  drill: null,
  isAutomatic: true,
  running: null,
};
const drill = { at: '2026-03-01T09:00:00.000Z', name: 'a', madeAt: '', isWhole: true, commits: 1, cases: 1, milliseconds: 1, problems: [] };
const well: HealthFacts = {
  now: '2026-03-03T10:00:00.000Z',
  sizeBytes: 1_000_000,
  freeBytes: 50_000_000_000,
  checked: { at: '2026-03-01T09:00:00.000Z', isWhole: true, commits: 10, problems: 0 },
  backups: { ...backups, drill },
};
const state = (facts: HealthFacts, id: string) => findings(facts).find((finding) => finding.id === id)?.state;

test('A scheme that is well looked after has nothing to see to, and each line says so.', () => {
  expect(findings(well).map(({ state, next }) => [state, next])).toEqual(Array.from({ length: 4 }, () => ['fine', '']));
});

test('What is wrong comes first, and each thing that is not well says what to do.', () => {
  const facts: HealthFacts = {
    ...well,
    freeBytes: 1_000_000,
    checked: null,
    backups: { ...backups, trouble: { why: 'disk-full', at: '' } },
  };
  const found = findings(facts);
  expect(found.map(({ state }) => state)).toEqual(['wrong', 'wrong', 'watch', 'watch']);
  expect(found.every(({ next }) => next !== '')).toBe(true);
});

test('A log that was found broken is wrong, one unchecked for more than a month is to be seen to.', () => {
  expect(state({ ...well, checked: { at: well.now, isWhole: false, commits: 10, problems: 2 } }, 'log')).toBe('wrong');
  expect(state({ ...well, checked: { at: '2026-01-31T09:00:00.000Z', isWhole: true, commits: 10, problems: 0 } }, 'log')).toBe('watch');
});

test('A backup is old when it is more than a week old and there is work that none holds, and not before.', () => {
  const old = { ...backups, drill, backups: [{ name: 'a', madeAt: '2026-02-01T09:00:00.000Z', sizeBytes: 1, commits: 10 }] };
  expect(state({ ...well, backups: old }, 'backups')).toBe('fine');
  expect(state({ ...well, backups: { ...old, commitsSince: 3 } }, 'backups')).toBe('watch');
  expect(state({ ...well, backups: { ...backups, backups: [] } }, 'backups')).toBe('watch');
  expect(state({ ...well, backups: { ...backups, backups: [], isAutomatic: false } }, 'backups')).toBe('fine');
});

test('A drill that failed is wrong, and one of more than three months ago is to be tried again.', () => {
  expect(state({ ...well, backups: { ...backups, drill: { ...drill, isWhole: false } } }, 'drill')).toBe('wrong');
  expect(state({ ...well, backups: { ...backups, drill: { ...drill, at: '2025-11-01T09:00:00.000Z' } } }, 'drill')).toBe('watch');
});
