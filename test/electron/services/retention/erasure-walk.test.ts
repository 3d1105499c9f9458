import { expect, test } from 'vitest';
import type { Operation } from '../../../../db/log/recorder';
import { type SyncedShape, shapes } from '../../../../db/log/synced-tables';
import { verifyLog } from '../../../../db/log/verify';
import { agendaItems, cases, documentFiles, documents, meetings } from '../../../../db/schema';
import { renderDocument } from '../../../../electron/documents/render';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { exportScheme } from '../../../../electron/services/export/export-scheme';
import { eraseCases } from '../../../../electron/services/retention/retention';
import { addCase } from '../../../support/builders';
import { tablesOf } from '../../../support/independent-insight/export';
import { openTestScheme, type TestSession } from '../../../support/session';

const canary = /ZQXVJKW[A-Z]*/gi;
const surname = 'ZQXVJKWSURNAME';

/** A word of its own in every text that a table holds of a case, so that a table which is added is walked too. */
function fillWith(operation: Operation, caseId: string, today: string): number {
  let filled = 0;
  for (const shape of shapes) {
    const isCase = shape.table === cases;
    if (!isCase && !shape.fieldByKey.has('caseId')) continue;
    const words = [...shape.fields.values()].filter(({ key, column }) => column.default === '' && key !== 'surname' && key !== 'forenames');
    filled += words.length;
    const texts = Object.fromEntries(words.map(({ key }) => [key, `ZQXVJKW${shape.relation}${key}`.replaceAll('_', '')]));
    put(operation, shape, isCase ? caseId : shape.relation === 'agenda_items' ? 'item-1' : operation.newId(), {
      ...texts,
      ...(isCase ? {} : { caseId }),
      ...(shape.fieldByKey.has('meetingId') ? { meetingId: 'meeting-1' } : {}),
      ...(shape.fieldByKey.has('agencyId') ? { agencyId: 'agency-housing' } : {}),
      ...(shape.relation === 'relevance_overrides' ? { isRelevant: true } : {}),
      ...(shape.relation === 'case_questions' ? { wantedOn: today } : {}),
    });
  }
  return filled;
}

const put = (operation: Operation, { table }: SyncedShape, row: string, fields: object) =>
  operation.put(table as never, row, fields as never);

/** Every kind of paper that the case stands in. */
async function issueEverything(session: TestSession, caseId: string): Promise<void> {
  const desk = createDocumentDesk((request) => renderDocument(request));
  const meetingId = 'meeting-1';
  await desk.issueAgenda(session, { meetingId });
  session.record('conference held', (operation) => {
    operation.put(agendaItems, 'item-1', { state: 'discussed', startedAt: operation.at, endedAt: operation.at });
    operation.put(meetings, meetingId, { state: 'closed', startedAt: operation.at, endedAt: operation.at });
  });
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-housing' });
  await desk.issuePacks(session, { meetingId });
  await desk.issue(session, { kind: 'case-summary', caseId, agencyId: null });
  await desk.issue(session, { kind: 'briefing', team: 'Harrow Lane', caseIds: [caseId], withPhotographs: false });
  await desk.issue(session, { kind: 'action-list', agencyId: null });
}

test('Of an erased case no text that any table held of it is left in any page of the file, any paper’s copy or any export.', async () => {
  const session = openTestScheme();
  const { raw } = session.connection;
  const left = () => [...new Set(raw.serialize().toString('latin1').match(canary) ?? [])];
  const caseId = addCase(session, { surname, forenames: 'ZQXVJKWFORENAMES', state: 'adopted', leadAgencyId: 'agency-housing' });
  const filled = session.record('everything recorded', (operation) => {
    operation.put(meetings, 'meeting-1', { title: 'Weekly conference', number: 3, heldOn: session.today() });
    operation.put(agendaItems, 'item-1', { caseId, meetingId: 'meeting-1', position: 1 });
    return fillWith(operation, caseId, session.today());
  });
  await issueEverything(session, caseId);
  session.record('left', (operation) => operation.put(cases, caseId, { state: 'left', leftOn: '2018-01-10' }));
  expect(left().length).toBeGreaterThan(filled);
  expect(filled).toBeGreaterThan(90);

  eraseCases(session, { people: [{ caseId, surname }], reason: 'Due.' });
  expect(left()).toEqual([]);
  expect(
    session.read
      .select()
      .from(documentFiles)
      .all()
      .filter(({ bytes }) => bytes.length > 0),
  ).toEqual([]);
  expect(session.read.select().from(documents).all().length).toBeGreaterThan(8);
  const exported = tablesOf((await exportScheme(session, { passphrase: null })).bytes);
  for (const { relation } of shapes) expect(JSON.stringify(exported(relation)), relation).not.toMatch(/ZQXVJKW/i);
  expect(verifyLog(session.connection).problems).toEqual([]);
  session.connection.close();
}, 30_000);
