import { expect, test } from 'vitest';
import { renderDocument } from '../../../../electron/documents/render';
import { verifyDocument } from '../../../../electron/services/documents/verify';
import { createDocumentDesk } from '../../../../electron/services/issue-documents';
import { closedConference } from '../../../support/closed-conference';
import { openTestScheme } from '../../../support/session';

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
