import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderDocument } from '../../../../electron/documents/render';
import { listHolders, recallEarlier, recordDelivery } from '../../../../electron/services/documents/deliveries';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { recallNotes } from '../../../../electron/services/documents/recall-notes';
import { verifyDocument } from '../../../../electron/services/documents/verify';
import { verificationWords } from '../../../../renderer/screens/documents/verification-words';
import { addCase } from '../../../support/builders';
import { type SharedScheme, type Station, sharedScheme } from '../../../support/shared-scheme';

const desk = createDocumentDesk(renderDocument);
let scheme: SharedScheme;
let second: Station;
let caseId: string;
beforeEach(async () => {
  scheme = await sharedScheme();
  caseId = addCase(scheme.founder.access.session(), { surname: 'Carterwick', forenames: 'Dean' });
  second = await scheme.join('R. Bramwith', 'coordinator', 'probation');
  await scheme.exchange(scheme.founder, second);
});
afterEach(() => scheme.end());

const summaryOn = (station: Pick<Station, 'access'>) =>
  desk.issue(station.access.session(), { kind: 'case-summary', caseId, agencyId: null });
const actionListOn = (station: Pick<Station, 'access'>) => desk.issue(station.access.session(), { kind: 'action-list', agencyId: null });
const ledgerOn = (station: Pick<Station, 'access'>) => desk.list(station.access.session());

test('Two computers that issue at one time take one number for two documents: both stand, neither replaces the other, and the ledger says so.', async () => {
  const { founder } = scheme;
  const summary = await summaryOn(founder);
  const list = await actionListOn(second);
  expect(summary.number).toBe(list.number);
  await scheme.exchange(founder, second, founder);
  for (const station of [founder, second]) {
    const rows = ledgerOn(station);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatchObject({ version: 1, isLatest: true, sharesNumber: true });
  }
  // The next of one of them leaves the other as it is.
  scheme.founder.disk.advance(60_000);
  const again = await summaryOn(second);
  expect(again).toMatchObject({ number: summary.number, version: 2, isLatest: true });
  expect(ledgerOn(second).find(({ id }) => id === list.id)).toMatchObject({ isLatest: true });
  expect(ledgerOn(second).find(({ id }) => id === summary.id)).toMatchObject({ isLatest: false });
  // A new document takes the number after the highest that has been met.
  expect((await desk.issue(second.access.session(), { kind: 'case-summary', caseId, agencyId: null })).number).toBe(summary.number);
});

test('A file that bears a number of two documents is known by its bytes; once it was changed, both that it could be are named with their readers.', async () => {
  const { founder } = scheme;
  const summary = await summaryOn(founder);
  const list = await actionListOn(second);
  await scheme.exchange(founder, second, founder);
  const on = founder.access.session();
  const bytes = desk.bytes(on, { id: summary.id });
  expect(verifyDocument(on, bytes)).toMatchObject({ kind: 'matches', document: { id: summary.id }, latestVersion: 1 });
  const changed = bytes.slice();
  changed[20] = (changed[20] as number) ^ 1;
  const found = verifyDocument(on, changed);
  if (found.kind !== 'altered') throw new Error(found.kind);
  expect([found.document, ...found.others].map(({ id }) => id).toSorted()).toEqual([summary.id, list.id].toSorted());
  const { words } = verificationWords(found);
  expect(words).toContain(`Case summary ${summary.number}, version 1 for ${summary.recipient}`);
  expect(words).toContain(`Action list ${list.number}, version 1 for ${list.recipient}`);
});

test('One document that two computers issued under two numbers is one: whoever holds the earlier is shown, asked for it back and told both numbers.', async () => {
  const { founder } = scheme;
  await summaryOn(founder);
  const earlier = await actionListOn(founder);
  scheme.founder.disk.advance(60_000);
  const later = await actionListOn(second);
  expect(earlier.number).not.toBe(later.number);
  recordDelivery(founder.access.session(), { id: earlier.id, agencyId: null, recipient: 'K. Oddlestone', how: 'by-hand' });
  await scheme.exchange(founder, second, founder);
  const on = second.access.session();
  expect(ledgerOn(second).find(({ id }) => id === earlier.id)).toMatchObject({ version: 1, isLatest: false });
  expect(listHolders(on, { id: later.id })).toMatchObject([{ number: earlier.number, version: 1, isLatest: false }]);
  const words = verificationWords(verifyDocument(on, desk.bytes(founder.access.session(), { id: earlier.id })));
  expect(words.title).toBe('This file is genuine, but version 1 was issued again later on another computer.');
  expect(recallEarlier(on, { id: later.id, note: 'Please destroy it.' })).toBe(1);
  const [draft] = await recallNotes(on, { id: later.id });
  expect(Buffer.from(draft?.bytes ?? []).toString()).toContain(`${earlier.number}, version 1`);
  expect(verificationWords(verifyDocument(on, desk.bytes(founder.access.session(), { id: earlier.id }))).words).toContain('called back on');
  expect((await actionListOn(second)).version).toBe(2);
});
