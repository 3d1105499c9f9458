import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { countCommits } from '../../../../db/log/recorder';
import { latestInvitations } from '../../../../db/queries/invitations';
import { agencies, invitations, people } from '../../../../db/schema';
import { addCases, moveCase, removeCase, setMinutes } from '../../../../electron/services/agenda/agenda';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { answerQuestion, askAgency } from '../../../../electron/services/cases/questions';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { listInvitations, makeInvitation, saveInvitations } from '../../../../electron/services/invitations/invitations';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { agreeStatement, cancelMeeting, editMeeting } from '../../../../electron/services/meeting/meetings';
import type { AgencyInvitation } from '../../../../shared/views/invitations';
import { as } from '../../../support/builders';
import { minute, newCases, planWith } from '../../../support/conference';
import { plansOf, scans } from '../../../support/query-plans';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const desk = createDocumentDesk(() => Promise.resolve({ bytes: new Uint8Array([37]), pages: 1 }));
const sentence = () => 'It could not be written.';

/** Three cases of ten minutes: housing at the first and last, the drug service at the second. Issued. */
async function issued(session: TestSession) {
  const listed = planWith(session, ['Carterwick', 'Oakenfell', 'Thistlemoor']);
  const [first = '', second = '', third = ''] = listed.caseIds;
  const need = { priority: 'high', note: '' } as const;
  for (const caseId of [first, third]) addNeed(session, { ...need, caseId, pathway: 'accommodation', agencyId: 'agency-housing' });
  addNeed(session, { ...need, caseId: second, pathway: 'drugs', agencyId: 'agency-drugs' });
  for (const itemId of listed.itemIds) setMinutes(session, { itemId, minutes: 10 });
  session.record('addresses entered', (operation) => {
    operation.put(agencies, 'agency-housing', { email: 'housing@harrowmere.example' });
    operation.put(people, 'person-coordinator', { email: 'm.larkspur@harrowmere.example' });
  });
  await desk.issueAgenda(session, { meetingId: listed.meetingId });
  return listed;
}

function rowOf(session: TestSession, meetingId: string, agencyId: string): AgencyInvitation | undefined {
  return listInvitations(session, { meetingId }).agencies.find((row) => row.agencyId === agencyId);
}

async function send(session: TestSession, meetingId: string, ...agencyIds: string[]) {
  const files = new Map<string, Uint8Array>();
  const result = await saveInvitations(
    session,
    { meetingId, agencyIds },
    async (fileName, bytes) => {
      files.set(fileName, bytes);
      return fileName;
    },
    sentence,
  );
  return { ...result, files };
}

/** The draft and its calendar entry, as their readers see them. */
async function made(session: TestSession, meetingId: string, agencyId: string) {
  const { mail, entries } = await makeInvitation(session, { meetingId, agencyId });
  const letter = await PostalMime.parse(mail.bytes);
  const [attached] = letter.attachments;
  const text = new TextDecoder().decode(entries[0]?.bytes);
  // postal-mime hands calendars over as text, its line ends made `\n`.
  expect(new TextDecoder().decode(attached?.content as ArrayBuffer)).toBe(text.replaceAll('\r\n', '\n'));
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
  return { letter, attached, text, event, method: calendar.getFirstPropertyValue('method'), fileName: mail.fileName };
}

test('Before an agenda is issued there is nobody to invite.', async () => {
  const session = openScheme();
  const { meetingId } = planWith(session, ['Carterwick']);
  expect(listInvitations(session, { meetingId })).toEqual({
    meetingId,
    agendaVersion: 0,
    isCancelled: false,
    isAgendaNewer: false,
    agencies: [],
  });
  await expect(makeInvitation(session, { meetingId, agencyId: 'agency-housing' })).rejects.toThrow('Issue the agenda first');
});

test('Partners stand in the order in which they come, then the agencies that stay throughout, each not sent yet.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  const rows = listInvitations(session, { meetingId }).agencies;
  expect(rows.map(({ agencyName, arrivesAt, leavesAt, state }) => [agencyName, arrivesAt, leavesAt, state])).toEqual([
    ['Housing Options', '10:05', '10:35', 'to-send'],
    ['Drug Service', '10:15', '10:25', 'to-send'],
    ['Police', '10:00', '10:35', 'to-send'],
    ['Probation', '10:00', '10:35', 'to-send'],
  ]);
});

test('The draft says when to come and go, goes to the agency’s address, and carries the entry for its own time.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  const { letter, attached, event, method, fileName } = await made(session, meetingId, 'agency-housing');
  expect(letter.subject).toBe('Invitation: Crossways case conference, Tue 3 Mar 2026, 10:05');
  expect(letter.to).toMatchObject([{ name: 'Housing Options', address: 'housing@harrowmere.example' }]);
  expect(letter.text).toContain('Arrive: 10:05\nLeave: 10:35\nPlace: Room 2');
  expect(letter.text).toContain('Please come at 10:05, not before');
  expect(letter.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
  expect([attached?.mimeType, attached?.method, attached?.filename]).toEqual(['text/calendar', 'REQUEST', 'invitation.ics']);
  expect(method).toBe('REQUEST');
  expect(event.startDate.toString()).toBe('2026-03-03T10:05:00');
  expect(event.endDate.toString()).toBe('2026-03-03T10:35:00');
  expect(event.location).toBe('Room 2');
  expect(fileName).toBe('CW 2026-03-03 Housing Options invitation.eml');
});

test('Nothing in a draft names a case or says how many there are.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  for (const { agencyId } of listInvitations(session, { meetingId }).agencies) {
    const { letter, text } = await made(session, meetingId, agencyId);
    for (const words of [letter.text ?? '', letter.subject ?? '', text]) {
      expect(words).not.toMatch(/carterwick|oakenfell|thistlemoor|ashe/i);
      expect(words).not.toMatch(/\b\d+ cases?\b|\bcases: /i);
      expect(words).not.toContain('Weekly conference');
    }
  }
});

test('A draft says how many questions wait for its agency, and neither what is asked nor of whom nor what others were asked.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = await issued(session);
  const [first = '', , third = ''] = caseIds;
  const ask = (caseId: string, text: string) =>
    askAgency(session, { caseId, agencyId: 'agency-housing', meetingId, text, wantedOn: '2026-03-03', relevanceReason: null });
  const letterTo = async (agencyId: string) => (await made(session, meetingId, agencyId)).letter.text ?? '';
  expect(await letterTo('agency-housing')).not.toContain('question');
  const id = ask(first, 'Is the tenancy in arrears?');
  expect(await letterTo('agency-housing')).toContain('1 question is waiting for you in Roundtable.');
  ask(third, 'Is the tenancy in arrears?');
  const { letter, text } = await made(session, meetingId, 'agency-housing');
  expect(letter.text).toContain('2 questions are waiting for you in Roundtable. Please answer there before you come.');
  expect(`${letter.text} ${letter.subject} ${text}`).not.toMatch(/arrears|carterwick|thistlemoor/i);
  expect(text).not.toMatch(/question/i);
  expect(await letterTo('agency-drugs')).not.toContain('question');
  answerQuestion(session, { id, text: 'No.' });
  expect(await letterTo('agency-housing')).toContain('1 question is waiting');
});

test('An agency without an address of its own is written to through its people, and one that has none at all is left to whoever opens the draft.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  session.record('addresses entered', (operation) => {
    operation.put(agencies, 'agency-police', { email: 'not an address' });
    operation.put(people, 'person-police', { email: 'r.thornaby@harrowmere.example' });
  });
  expect(rowOf(session, meetingId, 'agency-police')?.recipients).toEqual([
    'm.larkspur@harrowmere.example',
    'r.thornaby@harrowmere.example',
  ]);
  expect(rowOf(session, meetingId, 'agency-drugs')?.recipients).toEqual([]);
  const { letter, method } = await made(session, meetingId, 'agency-drugs');
  expect(letter.to ?? []).toEqual([]);
  expect(method).toBe('PUBLISH');
});

test('What was made for whom, when and by whom is kept, away from partners, and the row says that it was sent.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  session.advance(5 * minute);
  const { saved, problems, files } = await send(session, meetingId, 'agency-housing', 'agency-drugs');
  expect(problems).toEqual([]);
  expect(saved.map(({ agencyId }) => agencyId)).toEqual(['agency-housing', 'agency-drugs']);
  expect(files.size).toBe(2);
  expect(rowOf(session, meetingId, 'agency-housing')).toMatchObject({
    state: 'sent',
    last: {
      on: '2026-03-03',
      arrivesAt: '10:05',
      leavesAt: '10:35',
      place: 'Room 2',
      isCancellation: false,
      recipients: ['housing@harrowmere.example'],
      madeAt: session.now(),
      madeByName: 'M. Larkspur',
    },
  });
  expect(rowOf(session, meetingId, 'agency-police')?.state).toBe('to-send');
  const spaces = session.connection.raw.prepare('select distinct space from commits where body like \'%"invitations"%\'').all();
  expect(spaces).toEqual([{ space: 'office' }]);
});

test('After a re-issue those whose time changed are told apart, and their entry keeps its id and rises in sequence.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = await issued(session);
  await send(session, meetingId, 'agency-housing', 'agency-drugs', 'agency-police');
  const before = await made(session, meetingId, 'agency-drugs');
  moveCase(session, { itemId: itemIds[1] ?? '', position: 1 });
  expect(listInvitations(session, { meetingId }).isAgendaNewer).toBe(true);
  expect(rowOf(session, meetingId, 'agency-drugs')?.state).toBe('sent');
  await desk.issueAgenda(session, { meetingId });
  expect(listInvitations(session, { meetingId }).isAgendaNewer).toBe(false);
  expect(rowOf(session, meetingId, 'agency-drugs')).toMatchObject({ state: 'changed', arrivesAt: '10:05', last: { arrivesAt: '10:15' } });
  expect(rowOf(session, meetingId, 'agency-police')?.state).toBe('sent');
  const after = await made(session, meetingId, 'agency-drugs');
  expect(after.event.uid).toBe(before.event.uid);
  expect([before.event.sequence, after.event.sequence]).toEqual([0, 1]);
  expect(after.letter.subject).toMatch(/^Changed: /);
  expect(after.letter.text).toContain('Before, it was Tue 3 Mar 2026, 10:15 to 10:25, Room 2.');
  await send(session, meetingId, 'agency-drugs');
  expect(rowOf(session, meetingId, 'agency-drugs')?.state).toBe('sent');
});

test('An agency that falls off the agenda is told so once it had been asked, and not troubled where it had not.', async () => {
  const session = openScheme();
  const { meetingId, itemIds, caseIds } = await issued(session);
  await send(session, meetingId, 'agency-housing');
  const [plain = ''] = newCases(session, ['Wexcombe']);
  addCases(session, { meetingId, caseIds: [plain], reason: 'due' });
  for (const itemId of itemIds) removeCase(session, { itemId, reason: 'Next week' });
  await desk.issueAgenda(session, { meetingId });
  expect(rowOf(session, meetingId, 'agency-housing')?.state).toBe('to-cancel');
  expect(rowOf(session, meetingId, 'agency-drugs')).toBeUndefined();
  const { event, method, letter, fileName } = await made(session, meetingId, 'agency-housing');
  expect(method).toBe('CANCEL');
  expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event.sequence).toBe(1);
  expect(letter.subject).toBe('Cancelled: Crossways case conference, Tue 3 Mar 2026');
  expect(letter.text).toContain('does not need you any more');
  expect(fileName).toContain('cancellation');
  await send(session, meetingId, 'agency-housing');
  expect(rowOf(session, meetingId, 'agency-housing')).toMatchObject({ state: 'cancelled', last: { isCancellation: true } });
  addCases(session, { meetingId, caseIds: [caseIds[0] ?? ''], reason: 'due' });
  await desk.issueAgenda(session, { meetingId });
  expect(rowOf(session, meetingId, 'agency-housing')?.state).toBe('changed');
  const again = await made(session, meetingId, 'agency-housing');
  expect([again.method, again.event.sequence]).toEqual(['REQUEST', 2]);
  expect(again.letter.subject).toMatch(/^Invitation: /);
});

test('A conference that is moved asks everybody again; one that is cancelled calls off those who had been asked, and nobody else.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  await send(session, meetingId, 'agency-housing', 'agency-drugs');
  editMeeting(session, { id: meetingId, heldOn: '2026-03-31', startsAt: '14:00', place: 'Room 9' });
  expect(rowOf(session, meetingId, 'agency-housing')).toMatchObject({
    state: 'changed',
    on: '2026-03-31',
    arrivesAt: '14:05',
    place: 'Room 9',
  });
  expect(rowOf(session, meetingId, 'agency-police')?.state).toBe('to-send');
  const { text } = await made(session, meetingId, 'agency-housing');
  expect(text).toContain('DTSTART;TZID=Europe/London:20260331T140500');
  await send(session, meetingId, 'agency-housing');
  cancelMeeting(session, { meetingId, reason: 'Carterwick is in the papers' });
  const view = listInvitations(session, { meetingId });
  expect(view.isCancelled).toBe(true);
  expect(view.agencies.map(({ agencyId, state }) => [agencyId, state])).toEqual([
    ['agency-housing', 'to-cancel'],
    ['agency-drugs', 'to-cancel'],
  ]);
  const off = await made(session, meetingId, 'agency-drugs');
  expect([off.method, off.event.sequence]).toEqual(['CANCEL', 2]);
  expect(off.letter.text).toContain('will not take place');
  expect(off.letter.text).not.toContain('Carterwick');
  await send(session, meetingId, 'agency-housing', 'agency-drugs');
  expect(listInvitations(session, { meetingId }).agencies.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});

test('A draft that cannot be written leaves the others, is not noted as sent, and says so in plain words.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  const result = await saveInvitations(
    session,
    { meetingId, agencyIds: ['agency-housing', 'agency-drugs', 'agency-employment'] },
    (fileName) => (fileName.includes('Housing') ? Promise.reject(new Error('ENOSPC')) : Promise.resolve(fileName)),
    sentence,
  );
  expect(result.saved.map(({ agencyId }) => agencyId)).toEqual(['agency-drugs']);
  expect(result.problems.map(({ agencyId }) => agencyId)).toEqual(['agency-housing', 'agency-employment']);
  expect(rowOf(session, meetingId, 'agency-housing')?.state).toBe('to-send');
  expect(rowOf(session, meetingId, 'agency-drugs')?.state).toBe('sent');
});

test('Making a draft writes nothing until it is kept somewhere.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  const before = countCommits(session.read);
  const { record } = await makeInvitation(session, { meetingId, agencyId: 'agency-housing' });
  expect(countCommits(session.read)).toBe(before);
  record();
  expect(session.read.select().from(invitations).all()).toHaveLength(1);
});

test('Nobody is invited to a conference that is over, and only a coordinator invites.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  await expect(makeInvitation(as(session, 'partner'), { meetingId, agencyId: 'agency-housing' })).rejects.toThrow(
    'As a partner you cannot',
  );
  await expect(makeInvitation(as(session, 'manager'), { meetingId, agencyId: 'agency-housing' })).rejects.toThrow(
    'As a manager you cannot',
  );
  agreeStatement(session, { meetingId });
  await made(session, meetingId, 'agency-housing');
  closeMeeting(session, { meetingId });
  await expect(makeInvitation(session, { meetingId, agencyId: 'agency-housing' })).rejects.toThrow('is over');
  expect(() => listInvitations(session, { meetingId: 'nowhere' })).toThrow('not in your copy');
});

test('The name of an agency cannot lead a draft out of its folder or into another’s.', async () => {
  const session = openScheme();
  const { meetingId } = await issued(session);
  session.record('agency renamed', (operation) => operation.put(agencies, 'agency-housing', { name: '../../Zoë: "Options"\\ <CON>?*' }));
  const { fileName, letter } = await made(session, meetingId, 'agency-housing');
  expect(fileName).toBe('CW 2026-03-03 ....Zoe Options CON invitation.eml');
  expect(letter.to?.[0]?.name).toBe('../../Zoë: "Options"\\ <CON>?*');
});

test('The latest invitations of a conference are found by an index.', () => {
  const session = openScheme();
  expect(scans(plansOf(session, (read) => latestInvitations(read, 'a')))).toEqual([]);
  expect(plansOf(session, (read) => latestInvitations(read, 'a')).some((step) => step.includes('invitations_by_meeting'))).toBe(true);
});
