import { expect, test } from 'vitest';
import { actionCompletion, standingOf } from '../../../shared/insight/actions';
import type { InsightFilter } from '../../../shared/insight/picture';
import { actionFact, caseFact } from './facts';

const quarter: InsightFilter = { from: '2025-12-03', to: '2026-03-03', area: null, cohortPart: null };
const conferences = ['2025-12-30', '2026-01-06', '2026-01-13'];
const standing = (fields: Parameters<typeof actionFact>[0]) => standingOf(actionFact(fields), quarter.to, conferences);

test('Done in time is settled by the due day, or at the first conference after it.', () => {
  expect(standing({ outcome: 'done', closedOn: '2026-01-02' })).toBe('done-in-time');
  expect(standing({ outcome: 'done', closedOn: '2026-01-06' })).toBe('done-in-time');
  expect(standing({ outcome: 'done', closedOn: '2026-01-07' })).toBe('done-late');
  expect(standing({ outcome: 'done', closedOn: '2026-02-02', dueOn: null })).toBe('done-in-time');
  expect(standing({ outcome: 'done', closedOn: '2026-03-02', dueOn: '2026-03-01' })).toBe('done-late');
});

test('The other three outcomes are kept apart, whenever they came.', () => {
  for (const outcome of ['circumstances-changed', 'agency-did-not-act', 'withdrawn'] as const)
    expect(standing({ outcome, closedOn: '2026-02-02' })).toBe(outcome);
});

test('What was settled after the period was still open at its end.', () => {
  expect(standing({ outcome: 'done', closedOn: '2026-03-04' })).toBe('overdue');
  expect(standing({ outcome: 'done', closedOn: '2026-03-04', dueOn: '2026-03-03' })).toBe('open');
});

test('Each agency has what fell due in the period, the busiest first, with how often it came back.', () => {
  const actions = [
    actionFact({ outcome: 'done', closedOn: '2026-01-02' }),
    actionFact({ timesCarried: 3 }),
    actionFact({ agencyId: 'police', outcome: 'done', closedOn: '2026-01-09' }),
    actionFact({ dueOn: '2025-12-02' }),
    actionFact({ caseId: null }),
  ];
  const agencies = [
    { id: 'police', name: 'Police' },
    { id: 'housing', name: 'Housing' },
    { id: 'jobs', name: 'Jobcentre' },
  ];
  const picture = actionCompletion([caseFact()], actions, agencies, conferences, quarter);
  expect(picture.rows.map(({ name, values }) => [name, ...values])).toEqual([
    ['Housing', 1, 0, 0, 0, 0, 2, 0, 3],
    ['Police', 0, 1, 0, 0, 0, 0, 0, 0],
  ]);
  expect(picture.finding).toBe('25% of what fell due and could be done was done in time.');
  expect(picture.behind('housing', 'overdue')).toEqual(['case']);
  const ofNobody = actionCompletion([caseFact()], actions, agencies, conferences, { ...quarter, area: 'North' });
  expect(ofNobody.rows).toEqual([]);
});
