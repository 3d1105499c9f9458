import { expect, test } from 'vitest';
import { renderDocument } from '../../../../electron/documents/render';
import { editCase } from '../../../../electron/services/cases/cases';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { verifyDocument } from '../../../../electron/services/documents/verify';
import { closedConference } from '../../../support/closed-conference';
import { onPdf } from '../../../support/pdf';
import { openTestScheme } from '../../../support/session';
import { paragraphsOf } from '../../../support/word';

async function issued() {
  const session = openTestScheme();
  const { meetingId } = closedConference(session);
  const desk = createDocumentDesk(renderDocument);
  const draft = await desk.issueMinutes(session, { meetingId, isFinal: false });
  return { session, meetingId, desk, draft, bytes: desk.bytes(session, { id: draft.id }) };
}

test('A file whose bytes are those that were issued matches, and says whether a later version has replaced it.', async () => {
  const { session, meetingId, desk, draft, bytes } = await issued();
  expect(verifyDocument(session, bytes)).toMatchObject({ kind: 'matches', edition: 'pdf', latestVersion: 1, document: { id: draft.id } });
  await desk.issueMinutes(session, { meetingId, isFinal: true });
  expect(verifyDocument(session, bytes)).toMatchObject({ kind: 'matches', latestVersion: 2, document: { version: 1, isLatest: false } });
});

test('A file with any byte changed is told apart from one that was issued, and its number still says which it was.', async () => {
  const { session, draft, bytes } = await issued();
  for (const at of [20, Math.floor(bytes.length / 2), bytes.length - 30]) {
    const changed = bytes.slice();
    changed[at] = (changed[at] as number) ^ 1;
    expect(verifyDocument(session, changed)).toMatchObject({ kind: 'altered', document: { id: draft.id } });
  }
  expect(verifyDocument(session, bytes.slice(0, -1))).toMatchObject({ kind: 'altered' });
});

test('A document of another scheme, and a file that is none of ours, are told from each other.', async () => {
  const { bytes } = await issued();
  const elsewhere = openTestScheme();
  expect(verifyDocument(elsewhere, bytes)).toEqual({ kind: 'not-in-ledger', number: 'CW-2026-001', version: 1 });
  expect(verifyDocument(elsewhere, new TextEncoder().encode('%PDF-1.7 something else'))).toEqual({ kind: 'unknown' });
  expect(verifyDocument(elsewhere, new Uint8Array())).toEqual({ kind: 'unknown' });
  expect(verifyDocument(elsewhere, new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).toEqual({ kind: 'unknown' });
});

test('The Word edition says what was issued, whatever was learned since, and its own fingerprint is known from then on.', async () => {
  const { session, meetingId, desk, draft } = await issued();
  const [caseId = ''] =
    desk.list(session).length > 0
      ? session.read.query.cases
          .findMany()
          .sync()
          .map(({ id }) => id)
      : [];
  editCase(session, { id: caseId, fields: { surname: 'Otherwise' } });
  const word = await desk.edition(session, { id: draft.id }, 'word');
  expect(paragraphsOf(word).join('\n')).toContain('CARTERWICK, Ashe');
  expect(paragraphsOf(word).join('\n')).not.toMatch(/otherwise/i);
  expect(verifyDocument(session, word)).toMatchObject({ kind: 'matches', edition: 'word', document: { id: draft.id } });
  const changed = word.slice();
  changed[word.length - 5] = (changed[word.length - 5] as number) ^ 1;
  expect(verifyDocument(session, changed).kind).not.toBe('matches');
  expect(await desk.edition(session, { id: draft.id }, 'word')).toEqual(word);
  const { documents: packs } = await desk.issuePacks(session, { meetingId });
  await expect(desk.edition(session, { id: packs[0]?.id ?? '' }, 'word')).rejects.toThrow(
    'Only minutes, action lists and quarterly reports have a Word edition',
  );
});

test('A copy under a password opens with it alone and holds the same pages.', async () => {
  const { session, desk, draft, bytes } = await issued();
  const locked = await desk.edition(session, { id: draft.id }, { password: 'thistle-moor-44' });
  expect(() => onPdf(locked, 'pdftotext', ['{}', '-'])).toThrow();
  expect(onPdf(locked, 'pdftotext', ['-upw', 'thistle-moor-44', '{}', '-'])).toBe(onPdf(bytes, 'pdftotext', ['{}', '-']));
  expect(onPdf(locked, 'qpdf', ['--password=thistle-moor-44', '--show-encryption', '{}'])).toMatch(
    /AESv3[\s\S]*|extract for accessibility: allowed/,
  );
  expect(verifyDocument(session, locked).kind).not.toBe('matches');
});
