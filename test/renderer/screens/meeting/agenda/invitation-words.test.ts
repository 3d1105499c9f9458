import { expect, test } from 'vitest';
import { owedIn, saveAllWords, stateWords, summaryWords } from '../../../../../renderer/screens/meeting/agenda/invitation-words';
import type { AgencyInvitation, InvitationsView, MadeInvitation } from '../../../../../shared/views/invitations';

const made: MadeInvitation = {
  on: '2026-03-03',
  arrivesAt: '10:15',
  leavesAt: '10:25',
  place: 'Room 2',
  isCancellation: false,
  recipients: [],
  madeAt: '2026-07-01T09:05:00.000Z',
  madeByName: 'M. Larkspur',
};
const agency = (fields: Partial<AgencyInvitation> = {}): AgencyInvitation => ({
  agencyId: 'housing',
  agencyName: 'Housing Options',
  isCore: false,
  isRemote: false,
  stays: [{ arrivesAt: '10:15', leavesAt: '10:25' }],
  state: 'to-send',
  on: '2026-03-03',
  arrivesAt: '10:15',
  leavesAt: '10:25',
  place: 'Room 2',
  recipients: [],
  last: null,
  ...fields,
});
const view = (agencies: readonly AgencyInvitation[], fields: Partial<InvitationsView> = {}): InvitationsView => ({
  meetingId: 'meeting',
  agendaVersion: 1,
  isCancelled: false,
  isAgendaNewer: false,
  agencies,
  ...fields,
});

test('What was never saved says so, and what was says when, on the clocks of the scheme’s place, and by whom.', () => {
  expect(stateWords(agency())).toBe('Not saved yet');
  expect(stateWords(agency({ state: 'sent', last: made }))).toBe('Saved Wed 1 Jul, 10:05 by M. Larkspur');
  expect(stateWords(agency({ state: 'sent', last: { ...made, madeByName: '' } }))).toBe('Saved Wed 1 Jul, 10:05');
});

test('A change names what was told before, and only what differs of it.', () => {
  const changed = (fields: Partial<AgencyInvitation>) => stateWords(agency({ state: 'changed', last: made, ...fields }));
  expect(changed({ arrivesAt: '10:05' })).toBe('Changed since: was 10:15–10:25. Send again');
  expect(changed({ place: 'Room 9' })).toBe('Changed since: was Room 2. Send again');
  expect(changed({ on: '2026-03-10' })).toBe('Changed since: was Tue 3 Mar 2026, 10:15–10:25. Send again');
  expect(changed({ last: { ...made, place: '' } })).toBe('Changed since: was without a place. Send again');
  expect(changed({})).toBe('Changed since: was another version. Send again');
  expect(changed({ last: { ...made, isCancellation: true } })).toBe('Called off, and needed again: send again');
});

test('Whoever is not needed any more is to be told, and then was.', () => {
  expect(stateWords(agency({ state: 'to-cancel', last: made }))).toBe('Not needed any more: was asked for 10:15. Call it off');
  expect(stateWords(agency({ state: 'cancelled', last: { ...made, isCancellation: true } }))).toBe(
    'Called off, saved Wed 1 Jul, 10:05 by M. Larkspur',
  );
});

test('The button and the sentence count those who have yet to be told.', () => {
  const rows = [
    agency({ agencyId: 'a' }),
    agency({ agencyId: 'b', state: 'sent', last: made }),
    agency({ agencyId: 'c', state: 'to-cancel', last: made }),
  ];
  expect(owedIn(view(rows))).toEqual(['a', 'c']);
  expect([saveAllWords(view(rows)), summaryWords(view(rows))]).toEqual(['Save 2 drafts', '2 of 3 have yet to be told.']);
  expect([saveAllWords(view(rows.slice(0, 2))), summaryWords(view(rows.slice(0, 2)))]).toEqual([
    'Save 1 draft',
    '1 of 2 has yet to be told.',
  ]);
  expect([saveAllWords(view(rows.slice(1, 2))), summaryWords(view(rows.slice(1, 2)))]).toEqual([
    'Save all again',
    'Every agency has what it needs to know.',
  ]);
  expect(summaryWords(view(rows.slice(2), { isCancelled: true }))).toBe('The conference is cancelled. 1 to be told.');
  expect(summaryWords(view(rows.slice(1, 2), { isCancelled: true }))).toBe('The conference is cancelled, and everybody asked was told.');
});
