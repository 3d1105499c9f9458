import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { countCommits } from '../../../../db/log/recorder';
import { documents, people } from '../../../../db/schema';
import { renderDocument } from '../../../../electron/documents/render';
import type { DocumentRequest } from '../../../../electron/documents/request';
import { createAction } from '../../../../electron/services/actions';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { createDocumentDesk, type RenderDocument } from '../../../../electron/services/documents/issue-documents';
import { beginItem, finishItem, recordDiscussion } from '../../../../electron/services/meeting/chairing';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { agreeStatement } from '../../../../electron/services/meeting/meetings';
import { Refusal } from '../../../../shared/language/refusal';
import { as } from '../../../support/builders';
import { dayLong, planWith, storedMeeting } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const desk = createDocumentDesk(renderDocument);

/** Two cases, one of them with housing, and an action for the drug service; not closed yet. */
function prepared(session: TestSession) {
  const listed = planWith(session, ['Carterwick', 'Oakenfell']);
  const [first = '', second = ''] = listed.caseIds;
  addNeed(session, { caseId: first, pathway: 'accommodation', priority: 'high', note: '', agencyId: 'agency-housing' });
  const action = {
    caseId: second,
    agencyId: 'agency-drugs',
    personId: null,
    text: 'Hold a slot',
    kind: 'support',
    priority: 'normal',
  } as const;
  createAction(session, { ...action, meetingId: listed.meetingId, dueOn: '2026-03-06' });
  return listed;
}

function closed(session: TestSession) {
  const listed = prepared(session);
  agreeStatement(session, { meetingId: listed.meetingId });
  for (const itemId of listed.itemIds) {
    beginItem(session, { itemId });
    recordDiscussion(session, { itemId, discussion: 'Kept all appointments.' });
    finishItem(session, { itemId, state: 'discussed' });
  }
  closeMeeting(session, { meetingId: listed.meetingId });
  return listed;
}

test('Issued minutes are in the ledger with number, version, hash, size, pages, reader and maker, and their bytes are here.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  const row = await desk.issueMinutes(session, { meetingId, isFinal: false });
  expect(row).toMatchObject({
    number: 'CW-2026-001',
    version: 1,
    kind: 'minutes',
    title: 'Minutes, Tue 3 Mar 2026',
    meetingId,
    meetingHeldOn: '2026-03-03',
    agencyId: null,
    isFinal: false,
    issuedAt: session.now(),
    issuedByName: 'M. Larkspur',
    isHere: true,
  });
  const bytes = desk.bytes(session, { id: row.id });
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(row.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(row.size).toBe(bytes.length);
  expect(row.pages).toBeGreaterThan(0);
  expect(desk.list(session)).toEqual([row]);
});

test('Minutes are issued as drafts as often as wanted, then as final: one number, versions that count up, and the conference is locked.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = closed(session);
  const draft = await desk.issueMinutes(session, { meetingId, isFinal: false });
  recordDiscussion(session, { itemId: itemIds[0] ?? '', discussion: 'Kept every appointment.' });
  const final = await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect(final).toMatchObject({ number: draft.number, version: 2, isFinal: true });
  expect(final.sha256).not.toBe(draft.sha256);
  expect(storedMeeting(session, meetingId).state).toBe('final');
  expect(() => recordDiscussion(session, { itemId: itemIds[0] ?? '', discussion: 'No' })).toThrow('minutes of this conference are final');
  await expect(desk.issueMinutes(session, { meetingId, isFinal: true })).rejects.toThrow(Refusal);
  expect(desk.list(session)).toHaveLength(2);
});

test('Before a conference is closed there are no minutes and no packs of it.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  await expect(desk.issueMinutes(session, { meetingId, isFinal: false })).rejects.toThrow('close it first');
  await expect(desk.issuePacks(session, { meetingId })).rejects.toThrow('close it first');
  await expect(desk.issuePacks(session, { meetingId: 'nowhere' })).rejects.toThrow('not in your copy of the scheme');
  expect(desk.list(session)).toEqual([]);
});

test('Each agency that has a case or an action receives its own pack, the others none and no complaint, and progress ends at the end.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  const progress: [number, number][] = [];
  const { documents: issued, perAgency } = await createDocumentDesk(renderDocument, (done, total) =>
    progress.push([done, total]),
  ).issuePacks(session, { meetingId });
  const received = perAgency.filter(({ documentId }) => documentId !== null);
  expect(new Set(received.map(({ agencyId }) => agencyId))).toEqual(
    new Set(['agency-police', 'agency-probation', 'agency-housing', 'agency-drugs']),
  );
  expect(perAgency).toHaveLength(18);
  expect(perAgency.every(({ problem }) => problem === null)).toBe(true);
  expect(perAgency.find(({ agencyId }) => agencyId === 'agency-housing')).toMatchObject({ cases: 1, actions: 0 });
  expect(perAgency.find(({ agencyId }) => agencyId === 'agency-drugs')).toMatchObject({ cases: 1, actions: 1 });
  expect(issued.map(({ number }) => number)).toEqual(['CW-2026-001', 'CW-2026-002', 'CW-2026-003', 'CW-2026-004']);
  expect(progress.at(-1)).toEqual([18, 18]);
  expect(progress.map(([done]) => done)).toEqual([...progress.keys()].map((index) => index + 1));
});

test('A pack that cannot be made leaves the others, says so, and is not in the ledger.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  const failing: RenderDocument = (request) =>
    request.kind === 'tasking-pack' && request.view.agency === 'Housing Options'
      ? Promise.reject(new Error('The worker went away.'))
      : renderDocument(request);
  const { documents: issued, perAgency } = await createDocumentDesk(failing).issuePacks(session, { meetingId });
  expect(issued.map(({ agencyId }) => agencyId)).not.toContain('agency-housing');
  expect(issued).toHaveLength(3);
  const housing = perAgency.find(({ agencyId }) => agencyId === 'agency-housing');
  expect(housing).toMatchObject({ documentId: null, problem: expect.stringContaining('could not be made') });
  expect(housing?.problem).not.toContain('worker');
  expect(desk.list(session)).toHaveLength(3);
  // Only what is missing can be made: the others then stay the version that they are.
  const missing = await desk.issuePacks(session, { meetingId, agencyIds: ['agency-housing'] });
  expect(missing.perAgency).toMatchObject([{ agencyId: 'agency-housing', problem: null }]);
  expect(desk.list(session).map(({ version }) => version)).toEqual([1, 1, 1, 1]);
  const again = await desk.issuePacks(session, { meetingId });
  expect(again.documents.find(({ agencyId }) => agencyId === 'agency-housing')).toMatchObject({ version: 2, number: 'CW-2026-004' });
  expect(again.documents.find(({ agencyId }) => agencyId === 'agency-drugs')?.version).toBe(2);
});

test('Minutes that cannot be laid out change nothing.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  const before = countCommits(session.read);
  const failing = createDocumentDesk(() => Promise.reject(new Error('The worker went away.')));
  await expect(failing.issueMinutes(session, { meetingId, isFinal: true })).rejects.toThrow();
  expect(countCommits(session.read)).toBe(before);
  expect(storedMeeting(session, meetingId).state).toBe('closed');
});

test('Issuing an agenda makes the full copy and one for each partner, counts its version, and keeps what partners wait by it.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  const core = await desk.issueAgenda(session, { meetingId });
  expect(core).toMatchObject({ kind: 'agenda', agencyId: null, version: 1, recipient: 'Core agencies' });
  expect(new Set(desk.list(session).map(({ agencyId }) => agencyId))).toEqual(new Set([null, 'agency-housing', 'agency-drugs']));
  expect(storedMeeting(session, meetingId)).toMatchObject({
    state: 'agenda-issued',
    agendaVersion: 1,
    plannedWaiting: 0,
    listOrderWaiting: 0,
  });
  const again = await desk.issueAgenda(session, { meetingId });
  expect(again).toMatchObject({ number: core.number, version: 2 });
  expect(storedMeeting(session, meetingId).agendaVersion).toBe(2);
});

test('An agenda without cases is not issued, nor that of a conference that is over; one under way is, and goes on running.', async () => {
  const session = openScheme();
  const { meetingId } = prepared(session);
  const empty = closeAndNext(session, meetingId);
  await expect(desk.issueAgenda(session, { meetingId })).rejects.toThrow('closed');
  expect(storedMeeting(session, empty).state).toBe('planned');
  const other = planWith(session, []).meetingId;
  await expect(desk.issueAgenda(session, { meetingId: other })).rejects.toThrow('no cases yet');
  agreeStatement(session, { meetingId: empty });
  await desk.issueAgenda(session, { meetingId: empty });
  expect(storedMeeting(session, empty)).toMatchObject({ state: 'running', agendaVersion: 1 });
});

function closeAndNext(session: TestSession, meetingId: string): string {
  agreeStatement(session, { meetingId });
  const { nextMeetingId } = closeMeeting(session, { meetingId });
  session.advance(dayLong);
  return nextMeetingId;
}

test('Numbers run within the year of issue and begin again with the next; past 999 they grow.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  session.record('document issued', (operation) =>
    operation.put(documents, operation.newId(), { number: 'CW-2026-1041', kind: 'case-summary' }),
  );
  session.record('document issued', (operation) =>
    operation.put(documents, operation.newId(), { number: 'CW-2026-999', kind: 'case-summary' }),
  );
  session.record('document issued', (operation) =>
    operation.put(documents, operation.newId(), { number: 'XCW-2026-5000', kind: 'case-summary' }),
  );
  const { number } = await desk.issueMinutes(session, { meetingId, isFinal: false });
  expect(number).toBe('CW-2026-1042');
  session.advance(305 * dayLong);
  const { documents: packs } = await desk.issuePacks(session, { meetingId });
  expect(packs[0]?.number).toBe('CW-2027-001');
});

test('File names hold nothing that a file system refuses and nobody on the scheme.', async () => {
  const session = openScheme();
  session.record('person changed', (operation) =>
    operation.put(people, 'person-housing', { name: '../Zo\u00eb: "Options" <\u00c9LAN> | CON?*' }),
  );
  const { meetingId } = closed(session);
  await desk.issuePacks(session, { meetingId });
  await desk.issueMinutes(session, { meetingId, isFinal: false });
  for (const { fileName } of desk.list(session)) {
    expect(fileName).toMatch(/^CW-2026-\d{3} [A-Za-z0-9 .-]+\.pdf$/);
    expect(fileName).not.toMatch(/carterwick|oakenfell/i);
  }
});

test('Whoever may not issue is told so: a manager issues packs and no minutes, a partner nothing.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  await expect(desk.issueMinutes(as(session, 'manager'), { meetingId, isFinal: true })).rejects.toThrow('As a manager you cannot');
  await expect(desk.issuePacks(as(session, 'partner'), { meetingId })).rejects.toThrow('As a partner you cannot');
  expect((await desk.issuePacks(as(session, 'manager'), { meetingId })).documents).toHaveLength(4);
});

test('A document that another computer issued is in the ledger without its bytes, and says so.', () => {
  const session = openScheme();
  session.record('document issued', (operation) =>
    operation.put(documents, 'elsewhere', { number: 'CW-2026-001', issuedAt: operation.at }),
  );
  expect(desk.list(session)).toMatchObject([{ id: 'elsewhere', isHere: false }]);
  expect(() => desk.bytes(session, { id: 'elsewhere' })).toThrow('issued on another computer');
});

test('A draft is marked as one on its pages, and what is final is not.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  const requests: DocumentRequest[] = [];
  const watched = createDocumentDesk((request) => {
    requests.push(request);
    return renderDocument(request);
  });
  await watched.issueMinutes(session, { meetingId, isFinal: false });
  await watched.issueMinutes(session, { meetingId, isFinal: true });
  expect(requests.map(({ view }) => 'document' in view && view.document.isFinal)).toEqual([false, true]);
});

test('Documents issued at the same time wait for each other, so that no two bear one number and version.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  await Promise.all([
    desk.issuePacks(session, { meetingId }),
    desk.issueMinutes(session, { meetingId, isFinal: false }),
    desk.issuePacks(session, { meetingId }),
  ]);
  const named = desk.list(session).map(({ number, version }) => `${number} v${version}`);
  expect(named).toHaveLength(9);
  expect(new Set(named).size).toBe(9);
  expect(new Set(desk.list(session).map(({ number }) => number)).size).toBe(5);
});

test('Minutes are not made final where the conference was changed while they were laid out: what is locked is what was printed.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = closed(session);
  const meanwhile = createDocumentDesk((request) => {
    recordDiscussion(session, { itemId: itemIds[0] ?? '', discussion: 'Typed meanwhile.' });
    return renderDocument(request);
  });
  await expect(meanwhile.issueMinutes(session, { meetingId, isFinal: true })).rejects.toThrow(
    'was changed while its minutes were being made',
  );
  expect(storedMeeting(session, meetingId).state).toBe('closed');
  expect(desk.list(session)).toEqual([]);
  expect(await desk.issueMinutes(session, { meetingId, isFinal: true })).toMatchObject({ version: 1, isFinal: true });
});

test('The lock and the final minutes are one operation, so that no crash leaves one without the other.', async () => {
  const session = openScheme();
  const { meetingId } = closed(session);
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  const operations = session.connection.raw
    .prepare(
      "select distinct c.operation from commits c join puts p on p.stamp = c.stamp where p.field = 'sha256' or (p.field = 'state' and p.value = '\"final\"')",
    )
    .all();
  expect(operations).toHaveLength(1);
});
