import { expect, test } from 'vitest';
import { teamScope, teamsOf } from '../../../shared/rules/teams';

const people = [
  { agencyId: 'police', team: 'South team', isWithdrawn: false },
  { agencyId: 'police', team: 'North team', isWithdrawn: false },
  { agencyId: 'police', team: 'North team', isWithdrawn: false },
  { agencyId: 'police', team: '', isWithdrawn: false },
  { agencyId: 'police', team: 'Disbanded', isWithdrawn: true },
  { agencyId: 'probation', team: 'Offender management unit', isWithdrawn: false },
];

test('The teams of an agency are those that somebody works in, each once.', () => {
  expect(teamsOf(people, 'police')).toEqual(['North team', 'South team']);
  expect(teamsOf(people, 'debt')).toEqual([]);
});

test('A pack of a team is never taken for one of an area of its name.', () => {
  expect(teamScope('Lowgate')).not.toBe('Lowgate');
});
