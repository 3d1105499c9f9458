import { expect, test } from 'vitest';
import { renderDocument } from '../../../../electron/documents/render';
import { createAction } from '../../../../electron/services/actions';
import { changeColour, editCase } from '../../../../electron/services/cases/cases';
import { setPhotograph } from '../../../../electron/services/cases/photographs';
import { packView } from '../../../../electron/services/document-views/pack-view';
import { attendanceSheetView, briefingView, caseSummaryView } from '../../../../electron/services/document-views/sheet-views';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { setAttendance } from '../../../../electron/services/meeting/meetings';
import { savePerson } from '../../../../electron/services/members';
import { as } from '../../../support/builders';
import { closedConference } from '../../../support/closed-conference';
import { newCases, storedMeeting } from '../../../support/conference';
import { jpegOf } from '../../../support/jpeg';
import { onPdf, pagesOf } from '../../../support/pdf';
import { openTestScheme } from '../../../support/session';

const desk = createDocumentDesk(renderDocument);
const unnumbered = { number: '', version: 1, isFinal: true, issuedAt: null, reader: '' };

/** `pdfimages -list` gives a line each below two of heads. */
const imagesIn = (bytes: Uint8Array) => onPdf(bytes, 'pdfimages', ['-list', '{}']).trim().split('\n').length - 2;

function prepared() {
  const session = openTestScheme();
  const listed = closedConference(session);
  const [first = '', second = ''] = listed.caseIds;
  editCase(session, { id: first, fields: { area: 'Harrow Lane', doAdvice: 'Ring first.' } });
  const text = (id: string) => pagesOf(desk.bytes(session, { id })).join('\n');
  return { session, ...listed, first, second, text };
}

test('A case summary is issued for whom it concerns, as a further version of itself, and the ledger does not name the person.', async () => {
  const { session, first, text } = prepared();
  const row = await desk.issue(session, { kind: 'case-summary', caseId: first, agencyId: 'agency-housing' });
  expect(row).toMatchObject({ kind: 'case-summary', version: 1, recipient: 'Housing Options', aboutCaseId: first, meetingId: null });
  expect(`${row.title} ${row.fileName} ${row.recipient}`).not.toMatch(/carterwick/i);
  expect(text(row.id)).toContain('CARTERWICK, Ashe');
  expect(await desk.issue(session, { kind: 'case-summary', caseId: first, agencyId: 'agency-housing' })).toMatchObject({
    number: row.number,
    version: 2,
  });
  expect((await desk.issue(session, { kind: 'case-summary', caseId: first, agencyId: null })).number).not.toBe(row.number);
  await expect(desk.issue(session, { kind: 'case-summary', caseId: first, agencyId: 'agency-drugs' })).rejects.toThrow('does not concern');
});

test('An attendance sheet has the statement, a line to sign for each agency, and nobody on the scheme.', async () => {
  const { session, meetingId, text } = prepared();
  const row = await desk.issue(session, { kind: 'attendance-sheet', meetingId });
  expect(text(row.id)).toContain('Confidentiality.');
  expect(text(row.id)).toContain('Probation');
  expect(text(row.id)).not.toMatch(/carterwick|oakenfell/i);
  // Whoever comes unannounced finds a line, and a small conference signs on one page.
  expect(row.pages).toBe(1);
});

test('An attendance sheet has a line for an observer of no agency, and a summary says the latest colour first.', () => {
  const { session, meetingId, first } = prepared();
  const guest = { meetingId, id: null, personId: null };
  setAttendance(session, { ...guest, agencyId: null, status: 'observer', guestName: 'Q. Rathmoor' });
  const sheet = attendanceSheetView(session, storedMeeting(session, meetingId), unnumbered);
  expect(sheet.expected.at(-1)).toMatchObject({ agency: 'Observer', name: 'Q. Rathmoor' });
  const change = { caseId: first, meetingId: null, reason: 'Two clear tests.', agreedBy: [], dissent: '' };
  changeColour(session, { ...change, colour: 'A', decidedOn: '2026-02-02' });
  changeColour(session, { ...change, colour: 'G', decidedOn: session.today() });
  expect(caseSummaryView(session, first, null, unnumbered)?.colourChanges.map(({ colour }) => colour)).toEqual(['G', 'A']);
});

test('Key dates hold the end of a licence however far it is and a review that is late, and no release that is past.', () => {
  const { session, meetingId, first } = prepared();
  editCase(session, {
    id: first,
    fields: { statutoryPosition: 'licence', releaseOn: '2026-02-20', licenceEndsOn: '2029-01-31', reviewDue: '2026-02-20' },
  });
  const expected = [
    { on: '2026-02-20', what: 'Review overdue', flag: null },
    { on: '2029-01-31', what: 'Licence ends', flag: null },
  ];
  expect(caseSummaryView(session, first, null, unnumbered)?.keyDates).toEqual(expected);
  const pack = packView(session, storedMeeting(session, meetingId), 'agency-housing', unnumbered);
  expect(pack.cases.map(({ keyDates }) => keyDates)).toEqual([expected]);
});

test('An action list holds the open actions of its reader alone.', async () => {
  const { session, text } = prepared();
  const all = await desk.issue(session, { kind: 'action-list', agencyId: null });
  expect(text(all.id)).toContain('Hold a slot');
  const housing = await desk.issue(session, { kind: 'action-list', agencyId: 'agency-housing' });
  expect(text(housing.id)).toContain('No action is open.');
  expect(text(housing.id)).not.toContain('Hold a slot');
});

test('A briefing about an area names its people with what helps, and a photograph where one is given.', async () => {
  const { session, first, text } = prepared();
  const wish = { kind: 'briefing' as const, team: 'Harrow Lane team', caseIds: [first] };
  const plain = await desk.issue(session, { ...wish, withPhotographs: true });
  expect(text(plain.id)).toMatch(/CARTERWICK, Ashe[\s\S]*Ring first\./);
  expect(text(plain.id)).not.toContain('OAKENFELL');
  setPhotograph(session, { caseId: first, bytes: jpegOf({ width: 60, height: 80 }), takenOn: null, source: '' });
  const pictured = await desk.issue(session, { ...wish, withPhotographs: true });
  expect(imagesIn(desk.bytes(session, { id: pictured.id }))).toBe(1);
  const without = await desk.issue(session, { ...wish, withPhotographs: false });
  expect(imagesIn(desk.bytes(session, { id: without.id }))).toBe(0);
  await expect(desk.issue(session, { ...wish, caseIds: ['nowhere'], withPhotographs: true })).rejects.toThrow('nobody to brief');
});

test('A briefing begins with Red, and whoever has no colour yet comes last.', () => {
  const session = openTestScheme();
  const caseIds = newCases(session, [
    { surname: 'Aldwick' },
    { surname: 'Brackenrow', colour: 'B' },
    { surname: 'Carterwick', colour: 'R' },
  ]);
  const issued = { number: '', version: 1, isFinal: true, issuedAt: null, reader: '' };
  const { people } = briefingView(session, { team: 'A team', caseIds, photos: new Map() }, issued);
  expect(people.map(({ colour }) => colour)).toEqual(['R', 'B', null]);
});

test('A team’s pack holds what its people are to do and lead, and nothing of another team or of a team of that name elsewhere.', async () => {
  const { session, meetingId, first, second, text } = prepared();
  const person = (name: string, team: string, agencyId = 'agency-police') =>
    savePerson(session, { id: null, agencyId, name, post: '', team, email: '', phone: '', role: 'partner' });
  const farthing = person('PC Farthing', 'North team');
  const quill = person('PC Quill', 'South team');
  person('T. Elsewhere', 'North team', 'agency-housing');
  editCase(session, { id: second, fields: { leadAgencyId: 'agency-police', leadPersonId: quill } });
  const action = { meetingId: null, agencyId: 'agency-police', kind: 'support' as const, priority: 'normal' as const, dueOn: null };
  createAction(session, { ...action, caseId: first, personId: farthing, text: 'Ring the landlord' });
  createAction(session, { ...action, caseId: null, personId: farthing, text: 'Book the minibus' });
  createAction(session, { ...action, caseId: null, personId: quill, text: 'Count the chairs' });
  const wish = { kind: 'tasking-pack' as const, meetingId, agencyId: 'agency-police', area: null, personId: null };
  const north = await desk.issue(session, { ...wish, team: 'North team' });
  expect(north).toMatchObject({ recipient: 'North team, Police', scope: 'Team: North team' });
  expect(text(north.id)).toMatch(/CARTERWICK[\s\S]*/);
  for (const words of ['Ring the landlord', 'Book the minibus']) expect(text(north.id)).toContain(words);
  for (const words of ['OAKENFELL', 'Count the chairs']) expect(text(north.id)).not.toContain(words);
  const south = await desk.issue(session, { ...wish, team: 'South team' });
  expect(text(south.id)).toContain('OAKENFELL');
  expect(text(south.id)).not.toContain('CARTERWICK');
  expect(south.number).not.toBe(north.number);
  // An area of the same name is another document.
  editCase(session, { id: first, fields: { area: 'North team' } });
  expect((await desk.issue(session, { ...wish, area: 'North team', team: null })).number).not.toBe(north.number);
  await expect(desk.issue(session, { ...wish, team: 'West team' })).rejects.toThrow('no case and no action for West team, Police');
});

test('A pack of an area holds the cases there, an officer’s what is theirs, and one with nothing in it is not issued.', async () => {
  const { session, meetingId, text } = prepared();
  const wish = { kind: 'tasking-pack' as const, meetingId, agencyId: 'agency-police' };
  const area = await desk.issue(session, { ...wish, area: 'Harrow Lane', team: null, personId: null });
  expect(area).toMatchObject({ recipient: 'Harrow Lane, Police', scope: 'Harrow Lane' });
  expect(text(area.id)).toContain('CARTERWICK');
  expect(text(area.id)).not.toContain('OAKENFELL');
  await expect(desk.issue(session, { ...wish, area: null, team: null, personId: 'person-police' })).rejects.toThrow(
    'no case and no action',
  );
  await expect(desk.issue(session, { ...wish, area: null, team: null, personId: 'person-housing' })).rejects.toThrow('not of that agency');
});

test('An agency’s own minutes hold its cases alone: a draft until the full record is final.', async () => {
  const { session, meetingId, text } = prepared();
  const draft = await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-housing' });
  expect(draft).toMatchObject({ kind: 'minutes', agencyId: 'agency-housing', isFinal: false });
  expect(text(draft.id)).toContain('CARTERWICK');
  expect(text(draft.id)).not.toContain('OAKENFELL');
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect(await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-housing' })).toMatchObject({ version: 2, isFinal: true });
});

test('Managers issue these, partners do not.', async () => {
  const { session } = prepared();
  expect(await desk.issue(as(session, 'manager'), { kind: 'action-list', agencyId: null })).toMatchObject({ kind: 'action-list' });
  await expect(desk.issue(as(session, 'partner'), { kind: 'action-list', agencyId: null })).rejects.toThrow('As a partner you cannot');
});
