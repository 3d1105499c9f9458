import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { agencies } from '../../../../db/schema';
import { renderDocument } from '../../../../electron/documents/render';
import type { DocumentRequest } from '../../../../electron/documents/request';
import type { MinutesView } from '../../../../electron/documents/views';
import { createAction, settleActions } from '../../../../electron/services/actions';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { quarterlyReportView } from '../../../../electron/services/document-views/report-view';
import { correctMinutes } from '../../../../electron/services/documents/corrections';
import { recallEarlier, recordDelivery } from '../../../../electron/services/documents/deliveries';
import { draftsToSend } from '../../../../electron/services/documents/hand-out';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { recallNotes } from '../../../../electron/services/documents/recall-notes';
import { makeInvitation } from '../../../../electron/services/invitations/invitations';
import { beginItem, finishItem, recordDiscussion } from '../../../../electron/services/meeting/chairing';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { agreeStatement, editMeeting, setAttendance } from '../../../../electron/services/meeting/meetings';
import { type Quarter, quarterById } from '../../../../shared/insight/quarters';
import { planWith } from '../../../support/conference';
import { letters, pagesOf } from '../../../support/pdf';
import { openTestScheme, type TestSession } from '../../../support/session';
import { paragraphsOf } from '../../../support/word';

const foreign = 'OAKENFELL';
const waysToName = ['OAKENFELL, Ashe', 'Ashe Oakenfell', 'OAKENFELL', 'Oakenfell', 'ashe oakenfell’s flat'] as const;

/** Two cases of which housing has the first; whatever all agencies read is typed so that it names the second. */
async function namedEverywhere(session: TestSession, name: string) {
  const { meetingId, caseIds, itemIds } = planWith(session, ['Carterwick', 'Oakenfell']);
  const [own = '', other = ''] = caseIds;
  addNeed(session, { caseId: own, pathway: 'accommodation', priority: 'high', note: '', agencyId: 'agency-housing' });
  editMeeting(session, {
    id: meetingId,
    heldOn: session.today(),
    startsAt: '10:00',
    title: `Extra conference: ${name}`,
    place: `Room 2, beside ${name === 'Oakenfell' ? 'Weir House' : name}`,
  } as Parameters<typeof editMeeting>[1]);
  const general = { caseId: null, personId: null, kind: 'administrative', priority: 'normal', meetingId, dueOn: '2026-03-06' } as const;
  const action = (text: string, agencyId: string, from: string | null = meetingId) =>
    createAction(session, { ...general, meetingId: from, agencyId, text });
  action(`Share the address of ${name}`, 'agency-police');
  action(`Send the opening hours to ${name}`, 'agency-housing');
  const earlier = action(`Ask the landlord of ${name}`, 'agency-drugs', null);
  agreeStatement(session, { meetingId });
  const guest = { meetingId, id: null, agencyId: 'agency-drugs', personId: null };
  // A guest may bear the surname of somebody on the register; only what cannot be the guest's own name goes.
  setAttendance(session, { ...guest, guestName: name === 'Oakenfell' ? 'J. Pellowin' : `J. Pellowin (for ${name})`, status: 'apologies' });
  setAttendance(session, { ...guest, guestName: 'Dr A. Carterwick', status: 'apologies' });
  settleActions(session, { ids: [earlier], outcome: 'withdrawn', note: `${name} has moved.`, meetingId });
  for (const itemId of itemIds) {
    beginItem(session, { itemId });
    recordDiscussion(session, { itemId, discussion: 'Kept all appointments.' });
    finishItem(session, { itemId, state: 'discussed' });
  }
  const asked: DocumentRequest[] = [];
  const desk = createDocumentDesk((request) => {
    asked.push(request);
    return renderDocument(request);
  });
  await desk.issueAgenda(session, { meetingId });
  const sheet = await desk.issue(session, { kind: 'attendance-sheet', meetingId });
  closeMeeting(session, { meetingId });
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  const correct = (caseId: string | null, target: string, says: string) =>
    correctMinutes(session, { meetingId, caseId, target, says, reason: `Mixed up with ${name}.` });
  correct(own, 'discussion', 'Missed one appointment.');
  correct(null, 'note', `The list of ${name} was read out too.`);
  correct(other, 'discussion', 'Missed two.');
  const full = await desk.issueMinutes(session, { meetingId, isFinal: true });
  return { meetingId, desk, asked, sheet, full, own, other };
}

test('However a foreign case is named in what all agencies read, no document of an agency names it, and the full record does.', async () => {
  for (const name of waysToName) {
    const session = openTestScheme();
    const { meetingId, desk, sheet, full } = await namedEverywhere(session, name);
    const minutes = await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-housing' });
    const agenda = desk.list(session).find(({ kind, agencyId }) => kind === 'agenda' && agencyId === 'agency-housing');
    const textOf = (id: string) => pagesOf(desk.bytes(session, { id })).join('\n');
    const word = paragraphsOf(await desk.edition(session, { id: minutes.id }, 'word')).join('\n');
    // Its own action stays as it was given to it.
    const ownAction = letters(`Send the opening hours to ${name}`);
    for (const [what, text] of Object.entries({ minutes: textOf(minutes.id), word })) {
      expect(letters(text), `${what}, ${name}`).toContain(letters('Share the address of [another person]'));
      expect(letters(text).replaceAll(ownAction, ''), `${what}, ${name}`).not.toMatch(/oakenfell/i);
    }
    expect(letters(textOf(minutes.id))).toContain(letters('Dr A. Carterwick'));
    expect(textOf(agenda?.id ?? ''), `agenda, ${name}`).not.toMatch(/oakenfell/i);
    expect(textOf(sheet.id), `sheet, ${name}`).not.toMatch(/oakenfell/i);
    expect(letters(textOf(full.id))).toContain(letters(`Share the address of ${name}`));
    expect(
      desk
        .list(session)
        .map(({ fileName, title, recipient }) => `${fileName} ${title} ${recipient}`)
        .join(),
    ).not.toMatch(/oakenfell/i);
    session.connection.close();
  }
}, 60_000);

test('A note that calls copies back goes by ordinary mail, so it names nobody on the register.', async () => {
  const session = openTestScheme();
  const { meetingId, desk, own } = await namedEverywhere(session, 'somebody');
  const first = await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-housing' });
  recordDelivery(session, { id: first.id, agencyId: 'agency-housing', recipient: 'Housing Options', how: 'by-hand' });
  recordDelivery(session, { id: first.id, agencyId: 'agency-housing', recipient: `Whoever visits ${foreign}`, how: 'by-hand' });
  correctMinutes(session, { meetingId, caseId: own, target: 'rationale', says: 'It works.', reason: 'It was left out.' });
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  const second = await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-housing' });
  recallEarlier(session, { id: second.id, note: `Page 4 was about ${foreign}, and page 1 about CARTERWICK, Ashe.` });
  const notes = await recallNotes(session, { id: second.id });
  expect(notes).toHaveLength(2);
  for (const { name, bytes } of notes) {
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('Page 4 was about [another person]');
    expect(`${name} ${text}`).not.toMatch(/oakenfell|carterwick/i);
  }
});

test('Neither letters that go with documents, nor invitations, nor the introduction of a report name anybody on the register.', async () => {
  const session = openTestScheme();
  const { meetingId, caseIds } = planWith(session, ['Carterwick', 'Oakenfell']);
  const place = 'Oakenfell House, for OAKENFELL and Ashe Carterwick';
  editMeeting(session, { id: meetingId, heldOn: session.today(), startsAt: '10:00', title: 'Weekly conference', place } as Parameters<
    typeof editMeeting
  >[1]);
  const desk = createDocumentDesk(renderDocument);
  await desk.issueAgenda(session, { meetingId });
  const { mail, entries } = await makeInvitation(session, { meetingId, agencyId: 'agency-police' });
  const invited = [mail, ...entries].map(({ bytes }) => letters(new TextDecoder().decode(bytes).replace(/=\r\n|\r\n /g, ''))).join('\n');
  expect(invited).toContain('OakenfellHouse');
  expect(invited).not.toMatch(/OAKENFELL|Carterwick/);
  const team = 'Search team for OAKENFELL';
  const briefing = await desk.issue(session, { kind: 'briefing', team, caseIds: [...caseIds], withPhotographs: false });
  const { files } = await draftsToSend(session, [briefing.id], () => {}, new AbortController().signal);
  const letter = await PostalMime.parse(files[0]?.bytes as Uint8Array<ArrayBuffer>);
  expect(letter.text).toContain('for Search team for [another person]');
  expect(`${files[0]?.name} ${letter.subject} ${letter.text}`).not.toMatch(/oakenfell/i);
  const wish = { quarter: quarterById('2025-Q4') as Quarter, pictures: [], introduction: 'OAKENFELL left; Ashe Carterwick stays.' };
  const report = quarterlyReportView(session, wish, { number: '', version: 1, isFinal: true, issuedAt: null, reader: '' });
  expect(report.introduction).toBe('[another person] left; [another person] stays.');
});

test('An agency’s minutes say that the copy is for it alone; the full record names the core agencies as its readers.', async () => {
  const session = openTestScheme();
  session.record('agency renamed', (operation) => operation.put(agencies, 'agency-housing', { name: 'Harbour Housing' }));
  const { meetingId, desk, asked } = await namedEverywhere(session, 'somebody');
  await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-housing' });
  await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-alcohol' });
  const made = asked.filter((request) => request.kind === 'minutes');
  const pages = await Promise.all(made.slice(-3).map(async (request) => letters(pagesOf((await renderDocument(request)).bytes).join(' '))));
  const [full = '', housing = '', alcohol = ''] = pages;
  expect(housing).toContain(letters('This copy is for Harbour Housing alone'));
  expect(housing).not.toContain(letters('Nobody has been sent'));
  expect(alcohol).toContain(letters('None of the cases on the agenda concerns this agency.'));
  expect(full).toContain(letters('The core agencies receive this record in full.'));
  const view = made.at(-3)?.view as MinutesView;
  expect(view.distribution.map(({ recipient, what, number }) => [recipient, what, number]).slice(0, 2)).toEqual([
    ['Police', 'This record, in full', `${view.document.number} v2`],
    ['Probation', 'This record, in full', `${view.document.number} v2`],
  ]);
  expect(JSON.stringify(view.distribution)).not.toMatch(/Agenda|Attendance/);
});
