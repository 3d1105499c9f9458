import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAudit } from '../../../../db/queries/audit';
import { listDocuments } from '../../../../db/queries/documents';
import { renderDocument } from '../../../../electron/documents/render';
import { documentHandlers } from '../../../../electron/main/handlers/documents';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { reportDraft } from '../../../../electron/services/documents/report-draft';
import { verifyDocument } from '../../../../electron/services/documents/verify';
import { insightPicture } from '../../../../electron/services/insight/insight';
import { pictureIds } from '../../../../shared/insight/picture';
import { addCase, as } from '../../../support/builders';
import { pagesOf } from '../../../support/pdf';
import { openTestScheme } from '../../../support/session';
import { headingsOf } from '../../../support/word';

const desk = createDocumentDesk(renderDocument);
const wish = { kind: 'quarterly-report', quarter: '2025-Q4', pictures: ['positions'], introduction: 'A quiet quarter.' } as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function prepared() {
  const session = openTestScheme();
  addCase(session, { adoptedOn: '2025-05-06', statutoryPosition: 'licence' });
  return session;
}

test('A report begins with the last full quarter, all pictures and a first sentence of its figures; the next with what was issued.', async () => {
  const session = prepared();
  const first = reportDraft(session, { quarter: null });
  expect(first).toMatchObject({ quarter: '2025-Q4', pictures: pictureIds });
  expect(first.quarters[0]).toEqual({ id: '2025-Q4', name: 'October to December 2025', version: 0 });
  expect(first.introduction).toBe(
    'Between 1 Oct 2025 and 31 Dec 2025 the partnership held no conference. At the end of it one person was on the scheme.',
  );
  await desk.issue(session, { ...wish, pictures: [...wish.pictures] });
  expect(reportDraft(session, { quarter: '2025-Q4' })).toMatchObject({ introduction: 'A quiet quarter.', pictures: ['positions'] });
  expect(reportDraft(session, { quarter: null }).quarters[0]).toMatchObject({ version: 1 });
  // Another quarter has an introduction of its own, and the same pictures.
  const other = reportDraft(session, { quarter: '2025-Q3' });
  expect(other.introduction).toContain('1 Jul 2025');
  expect(other.pictures).toEqual(['positions']);
});

test('A manager issues a quarter: numbered, in the ledger and the audit trail, known again by its bytes, and a second time as version 2.', async () => {
  const session = as(prepared(), 'manager');
  const row = await desk.issue(session, { ...wish, pictures: [...wish.pictures] });
  expect(row).toMatchObject({
    kind: 'quarterly-report',
    title: 'Quarterly report, October to December 2025',
    scope: 'October to December 2025',
    version: 1,
    isFinal: true,
    hasWord: true,
  });
  expect(row.fileName).toBe(`${row.number} Quarterly report October to December 2025.pdf`);
  const bytes = desk.bytes(session, { id: row.id });
  expect(verifyDocument(session, bytes)).toMatchObject({ kind: 'matches', edition: 'pdf' });
  expect(verifyDocument(session, Uint8Array.from([...bytes, 10]))).toMatchObject({ kind: 'altered' });
  const trail = listAudit(session.read, { before: null, limit: 5, caseId: null }).map(({ intent }) => intent);
  expect(trail).toContain('quarterly report issued');
  const text = pagesOf(bytes).join('\n');
  expect(text).toContain('A quiet quarter.');
  expect(text).toContain(
    insightPicture(session, { picture: 'positions', from: '2025-10-01', to: '2025-12-31', area: null, cohortPart: null }).finding,
  );
  expect(text).not.toMatch(/carterwick/i);
  expect(await desk.issue(session, { ...wish, pictures: [...wish.pictures] })).toMatchObject({ number: row.number, version: 2 });
});

test('PDF and Word are saved side by side in one step, over nothing that lies there, and the Word file is known again too.', async () => {
  const session = prepared();
  const { id, number } = await desk.issue(session, { ...wish, pictures: [...wish.pictures] });
  const answer = () => Promise.resolve<string | null>(folder);
  const dialogs = { askForFile: answer, askForFolder: answer, askWhereToSave: answer };
  const handlers = documentHandlers(
    { session: () => session, dialogs, tell: () => {}, openProjector: () => {}, closeProjector: () => {} },
    desk,
  );
  expect(await handlers.saveEditions({ id })).toBe(folder);
  expect(await handlers.saveEditions({ id })).toBe(folder);
  const name = `${number} Quarterly report October to December 2025`;
  expect(readdirSync(folder).sort()).toEqual([`${name} (2).docx`, `${name} (2).pdf`, `${name}.docx`, `${name}.pdf`].sort());
  const word = new Uint8Array(readFileSync(join(folder, `${name}.docx`)));
  expect(headingsOf(word, 'Heading1')).toEqual(['Introduction', 'What the quarter shows', 'Statutory position', 'Definitions']);
  expect(verifyDocument(session, word)).toMatchObject({ kind: 'matches', edition: 'word' });
});

test('A quarter that is not over, one that is none, and a partner are refused, and nothing is issued.', async () => {
  const session = prepared();
  const pictures = [...wish.pictures];
  await expect(desk.issue(session, { ...wish, pictures, quarter: '2026-Q1' })).rejects.toThrow('This quarter is not over yet');
  await expect(desk.issue(session, { ...wish, pictures, quarter: '2026-Q9' })).rejects.toThrow('This quarter is not over yet');
  await expect(desk.issue(as(session, 'partner'), { ...wish, pictures })).rejects.toThrow('As a partner you cannot issue');
  expect(listDocuments(session.read)).toEqual([]);
});
