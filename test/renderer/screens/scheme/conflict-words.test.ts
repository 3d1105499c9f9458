import { expect, it } from 'vitest';
import { conflictFieldWords, conflictValueWords } from '../../../../renderer/screens/scheme/conflict-words';

const names = { agencyName: (id: string) => `agency ${id}`, personName: (id: string) => `person ${id}` };
const said = (relation: string, field: string, value: string | number | null) => [
  conflictFieldWords({ relation, field }),
  conflictValueWords({ relation, field }, value, names),
];

it('says of a field of a case what its page calls it, with days, names and yes or no as they are read there', () => {
  expect(said('cases', 'review_due', '2026-04-21')).toEqual(['Review due', 'Tue 21 Apr 2026']);
  expect(said('cases', 'lead_agency_id', 'pol')).toEqual(['Lead agency', 'agency pol']);
  expect(said('cases', 'is_at_large', 1)).toEqual(['Illegally at large', 'Yes']);
  expect(said('cases', 'do_advice', 'Ring first.')).toEqual(['Do, for whoever meets them', 'Ring first.']);
  expect(said('cases', 'surname', null)).toEqual(['Surname', '']);
});

it('says of anything else of which table it is, and never shows a bare day or id of an agency', () => {
  expect(said('actions', 'due_on', '2026-03-06')).toEqual(['Actions: due', 'Fri 6 Mar 2026']);
  expect(said('agenda_items', 'discussion', 'As it was.')).toEqual(['Agenda items: discussion', 'As it was.']);
  expect(said('needs', 'agency_id', 'hou')).toEqual(['Needs: agency', 'agency hou']);
  expect(said('colour_changes', 'colour', 'A')).toEqual(['Colour changes: colour', 'Amber']);
});

it('says of a withdrawal that the row goes or stays', () => {
  expect(said('aliases', 'withdrawn_on', '2026-03-03')).toEqual(['Aliases', 'Withdrawn Tue 3 Mar 2026']);
  expect(said('aliases', 'withdrawn_on', null)).toEqual(['Aliases', 'It stays']);
});
