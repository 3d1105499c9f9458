import { expect, test } from 'vitest';
import { agendaItems, cases, meetings } from '../../../../db/schema';
import { recordDiscussion } from '../../../../electron/services/meeting/chairing';
import { openNetwork, ownCommits, receive, type Workstation } from '../../../support/sync/network';

const itemId = 'item';

/** Two coordinators' workstations on which one conference discusses one case, of which something is written down. */
function twoChairs(discussion: string) {
  const network = openNetwork([{ role: 'coordinator', agency: 'probation' }]);
  const [one, other] = network.stations as [Workstation, Workstation];
  one.session.record('conference begun', (operation) => {
    operation.put(meetings, 'meeting', { title: 'Weekly', state: 'running' });
    operation.put(cases, 'case', { surname: 'CARTERWICK' });
    operation.put(agendaItems, itemId, { meetingId: 'meeting', caseId: 'case', discussion });
  });
  const meet = () => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      receive(network, to, ownCommits(from));
  };
  const shown = ({ session }: Workstation) => session.read.select({ text: agendaItems.discussion }).from(agendaItems).get()?.text;
  meet();
  return { one, other, meet, shown };
}

test('A chair who goes on typing while another’s words arrive writes over none of them.', () => {
  const { one, other, meet, shown } = twoChairs('Said before.');
  recordDiscussion(other.session, { itemId, discussion: 'Said before. Housing has a room.', seen: 'Said before.' });
  meet();
  const typed = 'Said before. Drugs: on script.';
  const { discussion } = recordDiscussion(one.session, { itemId, discussion: typed, seen: 'Said before.' });
  expect(discussion).toBe('Said before. Housing has a room. Drugs: on script.');
  meet();
  expect([shown(one), shown(other)]).toEqual([discussion, discussion]);
});

test('Two chairs who type offline both find their words once they meet, and go on from there.', () => {
  const { one, other, meet, shown } = twoChairs('');
  recordDiscussion(one.session, { itemId, discussion: 'Drugs: on script.', seen: '' });
  recordDiscussion(other.session, { itemId, discussion: 'Housing has a room.', seen: '' });
  meet();
  const joined = shown(one) ?? '';
  expect(joined).toContain('Drugs: on script.');
  expect(joined).toContain('Housing has a room.');
  expect(shown(other)).toBe(joined);
  recordDiscussion(one.session, { itemId, discussion: `${joined} Police: no calls.`, seen: joined });
  // This one still has its own words in the field.
  recordDiscussion(other.session, { itemId, discussion: 'Housing has a room from Monday.', seen: 'Housing has a room.' });
  meet();
  expect(shown(one)).toBe(shown(other));
  for (const words of ['on script.', 'from Monday.', 'no calls.']) expect(shown(one)).toContain(words);
});

test('A field that is left as it was changes nothing of what another chair recorded.', () => {
  const { one, other, meet, shown } = twoChairs('Said before.');
  recordDiscussion(other.session, { itemId, discussion: 'Said before. Housing has a room.', seen: 'Said before.' });
  meet();
  recordDiscussion(one.session, { itemId, discussion: 'Said before.', seen: 'Said before.' });
  expect(shown(one)).toBe('Said before. Housing has a room.');
});
