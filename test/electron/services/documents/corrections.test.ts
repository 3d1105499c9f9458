import { expect, test } from 'vitest';
import { meetings } from '../../../../db/schema';
import { renderDocument } from '../../../../electron/documents/render';
import type { DocumentRequest } from '../../../../electron/documents/request';
import type { MinutesView } from '../../../../electron/documents/views';
import { editCase } from '../../../../electron/services/cases/cases';
import { correctMinutes, getCorrections, withdrawCorrection } from '../../../../electron/services/documents/corrections';
import { confirmReturned, listHolders, recallEarlier, recordDelivery } from '../../../../electron/services/documents/deliveries';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { as } from '../../../support/builders';
import { closedConference } from '../../../support/closed-conference';
import { letters, pagesOf } from '../../../support/pdf';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

/** A desk that lays nothing out and keeps what it was asked for. */
function watchedDesk() {
  const asked: DocumentRequest[] = [];
  const desk = createDocumentDesk(async (request) => {
    asked.push(request);
    return { bytes: new TextEncoder().encode(JSON.stringify(request)), pages: 1 };
  });
  const minutes = () => asked.filter((request) => request.kind === 'minutes').map(({ view }) => view as MinutesView);
  return { desk, last: () => minutes().at(-1) as MinutesView };
}

async function finalMinutes(session: TestSession) {
  const listed = closedConference(session);
  const { desk, last } = watchedDesk();
  const issued = await desk.issueMinutes(session, { meetingId: listed.meetingId, isFinal: true });
  const [first = '', second = ''] = listed.caseIds;
  const correct = (caseId: string | null, target: string, says: string) =>
    correctMinutes(session, { meetingId: listed.meetingId, caseId, target, says, reason: 'It was misheard.' });
  return { ...listed, first, second, desk, last, issued, correct };
}

test('A correction makes the next version, which says what each field of each case said and says now, and changes nothing else.', async () => {
  const session = openScheme();
  const { meetingId, first, desk, last, issued, correct } = await finalMinutes(session);
  const before = last();
  correct(first, 'discussion', 'Missed one appointment.');
  const row = await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect(row).toMatchObject({ number: issued.number, version: 2, isFinal: true, isLatest: true });
  const after = last();
  expect(after.cases[0]?.discussion).toBe('Missed one appointment.');
  expect({ ...after.cases[0], discussion: '' }).toEqual({ ...before.cases[0], discussion: '' });
  expect(after.cases[1]).toEqual(before.cases[1]);
  expect(after.corrections).toEqual([
    {
      version: 2,
      what: '1 CARTERWICK, Ashe: Discussion',
      said: 'Kept all appointments.',
      says: 'Missed one appointment.',
      reason: 'It was misheard.',
    },
  ]);
  expect(after.document.correction).toContain('1 CARTERWICK, Ashe: Discussion');
  expect(desk.list(session).map(({ version, isLatest }) => [version, isLatest])).toEqual([
    [2, true],
    [1, false],
  ]);
});

test('What is learned of a person after final minutes does not get into a corrected version by the way.', async () => {
  const session = openScheme();
  const { meetingId, first, desk, last, correct } = await finalMinutes(session);
  editCase(session, { id: first, fields: { surname: 'Otherwise', crn: 'X999999' } });
  correct(first, 'rationale', 'It works so far.');
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect(JSON.stringify(last())).not.toMatch(/Otherwise|OTHERWISE|X999999/);
});

test('Versions count up, each keeps the corrections before it, and a field corrected twice begins where it ended.', async () => {
  const session = openScheme();
  const { meetingId, second, desk, last, correct } = await finalMinutes(session);
  correct(second, 'decisionText', 'Goes to panel.');
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  correct(second, 'decisionText', 'Goes to panel in May.');
  correct(second, 'update:0', 'Seen once.');
  const third = await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect(third.version).toBe(3);
  expect(last().corrections.map(({ version, said, says }) => [version, said, says])).toEqual([
    [2, 'Stays as planned.', 'Goes to panel.'],
    [3, 'Goes to panel.', 'Goes to panel in May.'],
    [3, 'Seen twice in week 2.', 'Seen once.'],
  ]);
  expect(last().cases[1]).toMatchObject({ decisionText: 'Goes to panel in May.', contributions: [{ text: 'Seen once.' }] });
});

test('An action moves to its new owner everywhere in the minutes, and a wrong day is put right.', async () => {
  const session = openScheme();
  const { meetingId, second, desk, last, correct } = await finalMinutes(session);
  const { reference } = last().cases[1]?.actions[0] ?? { reference: '' };
  correct(second, `action:${reference}:agency`, 'Housing Options');
  correct(second, `action:${reference}:dueOn`, '2026-03-13');
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect(last().cases[1]?.actions[0]).toMatchObject({ agency: 'Housing Options', dueOn: '2026-03-13' });
  expect(last().actionsByAgency).toMatchObject([{ agency: 'Housing Options', actions: [{ reference, dueOn: '2026-03-13' }] }]);
  expect(last().corrections.at(-1)).toMatchObject({ said: 'Fri 6 Mar 2026', says: 'Fri 13 Mar 2026' });
});

test('Without a correction that waits there is no further version, and one taken back does not count.', async () => {
  const session = openScheme();
  const { meetingId, first, desk, correct } = await finalMinutes(session);
  withdrawCorrection(session, { id: correct(first, 'dissent', 'Housing would have waited.') });
  await expect(desk.issueMinutes(session, { meetingId, isFinal: true })).rejects.toThrow('no correction waits');
  expect(getCorrections(session, { meetingId }).corrections).toEqual([]);
});

test('A correction is refused where nothing would change, the field is not there, or the word is not one that it can say.', async () => {
  const session = openScheme();
  const { meetingId, first, correct } = await finalMinutes(session);
  expect(() => correct(first, 'discussion', 'Kept all appointments.')).toThrow('say that already');
  expect(() => correct(first, 'update:7', 'x')).toThrow('do not have this field');
  expect(() => correct(first, 'colour', 'x')).toThrow('do not have this field');
  expect(() => correct('elsewhere', 'discussion', 'x')).toThrow('do not have this field');
  expect(() => correct(null, 'attendance:0', 'lost')).toThrow('not among what this can say');
  expect(() => correctMinutes(as(session, 'manager'), { meetingId, caseId: first, target: 'note', says: 'x', reason: 'y' })).toThrow(
    'As a manager you cannot',
  );
  const other = closedConference(openScheme());
  expect(() => getCorrections(session, { meetingId: other.meetingId })).toThrow('not in your copy');
});

test('A correction that went out stays; a further one puts it right.', async () => {
  const session = openScheme();
  const { meetingId, first, desk, correct } = await finalMinutes(session);
  const id = correct(first, 'discussion', 'Missed one appointment.');
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect(() => withdrawCorrection(session, { id })).toThrow('went out in version 2');
  expect(getCorrections(session, { meetingId }).corrections).toMatchObject([
    { label: 'Discussion', caseName: 'CARTERWICK, Ashe', version: 2, correctedByName: 'M. Larkspur' },
  ]);
});

test('The corrected pages print the list of what changed, in full and in the contents.', async () => {
  const session = openScheme();
  const { meetingId, first, correct } = await finalMinutes(session);
  correct(first, 'discussion', `Missed one appointment. ${'Then he came. '.repeat(200)}`);
  const desk = createDocumentDesk(renderDocument);
  const row = await desk.issueMinutes(session, { meetingId, isFinal: true });
  const pages = pagesOf(desk.bytes(session, { id: row.id }));
  const text = letters(pages.join(' '));
  expect(letters(pages[0] ?? '')).toContain(letters('Corrected in version 2.'));
  expect(text).toContain(letters('It says now'));
  expect(text.split(letters('Then he came.')).length - 1).toBe(400);
  // At such length it is set across the page, under a line of its own.
  expect(text).toContain(letters('Version 2: 1 CARTERWICK, Ashe: Discussion'));
});

test('Copies of an earlier version are called back once there is a later one, each until it is said to be destroyed.', async () => {
  const session = openScheme();
  const { meetingId, first, desk, issued, correct } = await finalMinutes(session);
  const hand = (id: string, recipient: string) => recordDelivery(session, { id, agencyId: null, recipient, how: 'by-hand' });
  hand(issued.id, 'R. Thornaby-Wells');
  hand(issued.id, 'S. Merrowin');
  expect(() => recallEarlier(session, { id: issued.id, note: 'x' })).toThrow('Nobody holds an earlier version');
  correct(first, 'discussion', 'Missed one appointment.');
  const second = await desk.issueMinutes(session, { meetingId, isFinal: true });
  hand(second.id, 'S. Merrowin');
  expect(recallEarlier(session, { id: second.id, note: 'Version 2 replaces it.' })).toBe(2);
  expect(() => recallEarlier(session, { id: second.id, note: 'x' })).toThrow('Nobody holds an earlier version');
  const [latest, ...earlier] = listHolders(session, { id: issued.id });
  expect(latest).toMatchObject({ recipient: 'S. Merrowin', version: 2, isLatest: true, recalledAt: null });
  expect(earlier).toHaveLength(2);
  for (const each of earlier) {
    expect(each).toMatchObject({ version: 1, isLatest: false, recallNote: 'Version 2 replaces it.', returnedOn: null });
    confirmReturned(session, { id: each.id });
  }
  expect(() => confirmReturned(session, { id: latest?.id ?? '' })).toThrow('was not called back');
  expect(listHolders(session, { id: issued.id }).map(({ returnedOn }) => returnedOn)).toEqual([null, session.today(), session.today()]);
});

test('A conference whose minutes were locked without a record of them has them issued as they are; then they are corrected.', async () => {
  const session = openScheme();
  const { meetingId } = closedConference(session);
  session.record('conference locked', (operation) => operation.put(meetings, meetingId, { state: 'final' }));
  const { desk } = watchedDesk();
  expect(await desk.issueMinutes(session, { meetingId, isFinal: true })).toMatchObject({ version: 1, isFinal: true });
  await expect(desk.issueMinutes(session, { meetingId, isFinal: true })).rejects.toThrow('no correction waits');
});
