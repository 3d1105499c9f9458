import { expect, test } from 'vitest';
import { othersInMeeting } from '../../../db/queries/sharing';
import { meetings } from '../../../db/schema';
import { plansOf, scans } from '../../support/query-plans';
import { openTestScheme } from '../../support/session';
import { openNetwork, ownCommits, receive, type Workstation } from '../../support/sync/network';

test('Two workstations that record at one conference each see the other, with the time, and nobody sees themselves or another conference.', () => {
  const network = openNetwork([
    { role: 'coordinator', agency: 'probation' },
    { role: 'partner', agency: 'housing' },
  ]);
  const [founder, second] = network.stations as [Workstation, Workstation];
  const openMeeting = (station: Workstation, id: string) =>
    station.session.record('conference opened', (operation) => operation.put(meetings, id, { title: id }), { meetingId: id });
  openMeeting(founder, 'weekly');
  receive(network, second, ownCommits(founder));
  const seen = () => othersInMeeting(second.session.read, 'weekly', second.device.id);
  expect(seen()).toMatchObject([{ device: founder.device.id, lastAt: expect.stringMatching(/^20\d\d-/) }]);
  expect(seen()[0]?.personName).not.toBe('');
  expect(othersInMeeting(founder.session.read, 'weekly', founder.device.id)).toEqual([]);
  openMeeting(second, 'another');
  receive(network, founder, ownCommits(second));
  expect(othersInMeeting(founder.session.read, 'weekly', founder.device.id)).toEqual([]);
  expect(othersInMeeting(founder.session.read, 'another', founder.device.id)).toMatchObject([{ device: second.device.id }]);
});

test('Who else is in a conference is found by index, however long the log has grown.', () => {
  const session = openTestScheme();
  expect(scans(plansOf(session, (read) => othersInMeeting(read, 'weekly', 'me')))).toEqual([]);
});
