import { expect, test } from 'vitest';
import { type ReleaseFact, releasesHappened } from '../../../shared/insight/releases';
import { caseFact } from './facts';

const year = { from: '2025-03-05', to: '2026-03-03', area: null, cohortPart: null };
const release = (releasedOn: string, dates: ReleaseFact['dates'], gaps = 0): ReleaseFact => ({ caseId: 'one', releasedOn, gaps, dates });
const count = (...facts: ReleaseFact[]) => releasesHappened([caseFact({ id: 'one' })], facts, year);
const rowOf = (...facts: ReleaseFact[]) => count(...facts).rows.find(({ values }) => values.some((value) => value !== 0));
const tuesday = '2026-02-10';

test('A day that became known the evening before counts as such, though another day had been said for months (CAM 3.3.58).', () => {
  const dates = [
    { releaseOn: '2026-02-24', saidOn: '2025-11-01' },
    { releaseOn: tuesday, saidOn: '2026-02-09' },
  ];
  expect(rowOf(release(tuesday, dates))).toMatchObject({ id: 'eve', values: [1, 0, 0] });
});

test('Who said the day first counts, as long as nobody said another one after.', () => {
  const first = { releaseOn: tuesday, saidOn: '2026-01-01' };
  const again = { releaseOn: tuesday, saidOn: '2026-02-05' };
  expect(rowOf(release(tuesday, [first, again]))?.id).toBe('month');
  expect(rowOf(release(tuesday, [first, { releaseOn: null, saidOn: '2026-01-20' }, again]))?.id).toBe('days');
  expect(rowOf(release(tuesday, [again, { releaseOn: '2026-02-17', saidOn: '2026-02-06' }]))?.id).toBe('unknown');
  expect(rowOf(release(tuesday, []))?.id).toBe('unknown');
});

test('A Friday, the day before a bank holiday and a closed day are told apart from good days (CAM 3.3.59, R11.iv).', () => {
  const days = ['2026-02-12', '2026-02-13', '2025-12-24', '2025-04-21'];
  const { rows, finding } = count(...days.map((day) => release(day, [])));
  expect(rows.at(-1)?.values).toEqual([1, 3, 0]);
  expect(finding).toBe(
    '3 of 4 came out on a Friday, before a holiday or on a closed day; 4 became known only the day before or not at all.',
  );
});

test('What was not ready is counted beside, releases outside the time and of other cases are not, and nobody released is said so.', () => {
  const picture = count(release(tuesday, [], 2), release('2025-01-07', []), { ...release(tuesday, []), caseId: 'another' });
  expect(picture.rows.at(-1)?.values).toEqual([1, 0, 1]);
  expect(picture.behind('unknown', 'gaps')).toEqual(['one']);
  expect(count()).toMatchObject({ rows: [], finding: 'Nobody is recorded as released in this time.' });
});
