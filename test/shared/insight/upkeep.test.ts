import { expect, test } from 'vitest';
import { meetingCost } from '../../../shared/insight/meeting-cost';
import { reviewsDue, timeOnScheme, workload } from '../../../shared/insight/upkeep';
import { caseFact } from './facts';

const filter = { from: '2025-03-05', to: '2026-03-03', area: null, cohortPart: null };

test('Reviews are counted by how late they are, and one without a date is said to have none (CAM 2.1.7, R19).', () => {
  const due = ['2025-11-01', '2026-01-15', '2026-03-02', '2026-03-03', '2026-06-01', null];
  const picture = reviewsDue(
    due.map((reviewDue, at) => caseFact({ id: `case-${at}`, reviewDue })),
    filter,
  );
  expect(picture.rows.map(({ values }) => values[0])).toEqual([1, 1, 1, 1, 1, 1]);
  expect(picture.finding).toBe('3 of 6 reviews are overdue, and 1 have no date.');
});

test('Time on the scheme has its mark at two years (CAM 2.1.7, 4.1.13).', () => {
  const cases = ['2024-03-04', '2024-03-05', '2026-01-01'].map((adoptedOn, at) => caseFact({ id: `case-${at}`, adoptedOn }));
  const picture = timeOnScheme(cases, [], filter);
  expect(picture.finding).toBe('0 of 3 have been on it for more than two years.');
  expect(timeOnScheme([caseFact({ adoptedOn: '2024-03-03' })], [], filter).finding).toBe('1 of 1 have been on it for more than two years.');
});

test('Workload names who has the most cases, and says where most have nobody.', () => {
  const people = [{ id: 'one', name: 'S. Merrowin' }];
  expect(workload([caseFact({ leadPersonId: 'one' })], [], people, filter).finding).toBe('S. Merrowin has the most cases: 1 of 1.');
  expect(workload([caseFact()], [], people, filter).finding).toBe('Most cases, 1 of 1, have no case manager named on them.');
});

test('What a conference cost partners is what they waited, beside the order in which the list came in (CAM 3.3.19, R5).', () => {
  const held = { id: 'meeting', heldOn: '2026-02-24', planned: 120, real: 137, listOrder: 346, least: 110 };
  const picture = meetingCost([held], filter);
  expect(picture.rows.map(({ values }) => values)).toEqual([[137, 120, 346, 110]]);
  expect(picture.finding).toBe('Partners waited 2 h 17 in all on Tue 24 Feb; in list order it would have been 5 h 46.');
});
