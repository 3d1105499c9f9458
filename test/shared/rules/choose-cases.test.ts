import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colours } from '../../../shared/language/colour';
import { type CandidateFacts, proposeMinutes, reasonsToDiscuss } from '../../../shared/rules/choose-cases';

const meetingDay = '2026-03-03';
const resting: CandidateFacts = {
  colour: 'A',
  reviewDue: null,
  lastChangedOn: '2026-02-03',
  lastDiscussedOn: '2026-02-03',
  answeredOn: null,
  openActionsDue: [],
};
const reasons = (facts: Partial<CandidateFacts>) => reasonsToDiscuss({ ...resting, ...facts }, meetingDay);

test('A case to which nothing points may rest.', () => {
  expect(reasons({})).toEqual([]);
});

test('A review is due when it is late or falls within a week after the conference.', () => {
  expect(reasons({ reviewDue: '2025-11-01' })).toEqual(['due']);
  expect(reasons({ reviewDue: '2026-03-10' })).toEqual(['due']);
  expect(reasons({ reviewDue: '2026-03-11' })).toEqual([]);
});

test('What was recorded on the day of the last conference is its minutes, and what came after is a change.', () => {
  expect(reasons({ lastChangedOn: '2026-02-04' })).toEqual(['changed']);
  expect(reasons({ lastChangedOn: null })).toEqual([]);
  expect(reasons({ lastDiscussedOn: null, lastChangedOn: null })).toEqual(['changed']);
});

test('An answer that the last conference had not yet is a change, also on the day of that conference.', () => {
  expect(reasons({ answeredOn: '2026-02-03' })).toEqual(['changed']);
});

test('Red alone brings a case to the conference.', () => {
  expect(colours.map((colour) => reasons({ colour }))).toEqual([['red'], [], [], []]);
});

test('An action due by the conference, or without a date, is to be settled there.', () => {
  expect(reasons({ openActionsDue: ['2026-03-03'] })).toEqual(['open-actions']);
  expect(reasons({ openActionsDue: [null] })).toEqual(['open-actions']);
  expect(reasons({ openActionsDue: ['2026-03-04'] })).toEqual([]);
});

test('A case gives every reason that it has, each once, in the usual order.', () => {
  expect(reasons({ colour: 'R', reviewDue: '2026-03-01', lastChangedOn: '2026-03-01', openActionsDue: [null, '2026-01-01'] })).toEqual([
    'due',
    'changed',
    'red',
    'open-actions',
  ]);
});

test.each([
  ['R', 0, true, 8],
  ['R', 3, true, 9],
  ['A', 2, true, 6],
  ['G', 0, true, 4],
  ['G', 0, false, 3],
  ['B', 0, true, 5],
  [null, 4, false, 6],
] as const)(
  'Six minutes a case become, for %s with %i open actions and a change being %s, %i.',
  (colour, openActions, changed, minutes) => {
    expect(proposeMinutes({ colour, openActions, hasChanged: changed, minutesPerCase: 6 })).toBe(minutes);
  },
);

test('No case is proposed fewer than three minutes, and Red never fewer than Green.', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(9), fc.boolean(), (minutesPerCase, openActions, changed) => {
      const minutes = (colour: 'R' | 'G') => proposeMinutes({ colour, openActions, hasChanged: changed, minutesPerCase });
      return minutes('G') >= 3 && minutes('R') >= minutes('G');
    }),
  );
});
