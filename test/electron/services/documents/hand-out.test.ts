import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { agencies } from '../../../../db/schema';
import { recordDeliveries } from '../../../../electron/services/documents/deliveries';
import { fileNameOf, folderNames, safeName } from '../../../../electron/services/documents/file-name';
import { draftsToSend, filesToSend, packStandings, zipToSend } from '../../../../electron/services/documents/hand-out';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { as } from '../../../support/builders';
import { closedConference } from '../../../support/closed-conference';
import { openTestScheme } from '../../../support/session';

/** Lays nothing out: each document is its own words. */
const desk = createDocumentDesk(async (request) => ({ bytes: new TextEncoder().encode(`%PDF ${JSON.stringify(request)}`), pages: 2 }));
const going = new AbortController().signal;

async function withPacks() {
  const session = openTestScheme();
  const listed = closedConference(session);
  session.record('agency changed', (operation) => operation.put(agencies, 'agency-drugs', { email: 'drugs@example.invalid' }));
  const { documents } = await desk.issuePacks(session, { meetingId: listed.meetingId });
  return { session, ...listed, packs: documents };
}

test('Packs go into a zip with a summary that says who receives what and who has none.', async () => {
  const { session, packs } = await withPacks();
  const outgoing = filesToSend(
    session,
    packs.map(({ id }) => id),
  );
  const files = unzipSync(zipToSend(session, outgoing));
  expect(Object.keys(files)).toHaveLength(packs.length + 1);
  const summary = new TextDecoder().decode(files['Summary.txt']);
  expect(summary).toContain('OFFICIAL-SENSITIVE');
  expect(summary).toContain('for whoever sends these out, and not to be sent along');
  expect(summary).toContain('Drug Service: Tasking pack');
  expect(summary).toMatch(/Nothing here for: .*Jobcentre/);
  expect(summary).not.toMatch(/carterwick|oakenfell/i);
  expect(zipToSend(session, outgoing)).toEqual(
    zipToSend(
      session,
      filesToSend(
        session,
        packs.map(({ id }) => id),
      ),
    ),
  );
});

test('Each draft is addressed to its agency, has its own pack attached and no other, and names nobody on the scheme outside it.', async () => {
  const { session, packs } = await withPacks();
  const done: number[] = [];
  const { files, problems } = await draftsToSend(
    session,
    packs.map(({ id }) => id),
    (count) => done.push(count),
    going,
  );
  expect(problems).toEqual([]);
  expect(done).toEqual(packs.map((_, index) => index + 1));
  for (const { bytes, document, name } of files) {
    const mail = await PostalMime.parse(bytes);
    expect(name).toMatch(/\.eml$/);
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]?.filename).toBe(document?.fileName);
    const [attached] = mail.attachments;
    expect(new Uint8Array(attached?.content as ArrayBuffer)).toEqual(desk.bytes(session, { id: document?.id ?? '' }));
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/carterwick|oakenfell/i);
    expect(mail.to ?? []).toEqual(
      document?.agencyId === 'agency-drugs' ? [{ name: 'Drug Service', address: 'drugs@example.invalid' }] : [],
    );
  }
});

test('A letter says whom its document is for: one agency, the core agencies, or whoever else it was made for.', async () => {
  const { session, meetingId, caseIds } = await withPacks();
  const made = [
    await desk.issueMinutes(session, { meetingId, isFinal: false }),
    await desk.issue(session, { kind: 'briefing', team: 'Harrow Lane team', caseIds: [...caseIds], withPhotographs: false }),
    await desk.issueAgencyMinutes(session, { meetingId, agencyId: 'agency-drugs' }),
  ];
  const { files } = await draftsToSend(
    session,
    made.map(({ id }) => id),
    () => {},
    going,
  );
  const texts = await Promise.all(files.map(async ({ bytes }) => (await PostalMime.parse(bytes)).text));
  expect(texts[0]).toContain('It is the full record, for the core agencies alone.');
  expect(texts[1]).toContain('It is for Harrow Lane team alone.');
  expect(texts[2]).toContain('It holds only what concerns your agency.');
});

test('A draft says in its file name that it is one, however long the name of its reader.', () => {
  const reader = 'The Upper Harrowmere and Wexmouth Voluntary Sector Partnership for Families and Young Adults Leaving Custody';
  expect(fileNameOf('CW-2026-001', 2, { kind: 'minutes', reader, isFinal: false })).toBe(
    'CW-2026-001 v2 Minutes The Upper Harrowmere and Wexmouth Voluntary Sector Partnership for DRAFT.pdf',
  );
  expect(fileNameOf('CW-2026-001', 1, { kind: 'minutes', reader: 'W'.repeat(200), isFinal: false })).toMatch(/^.{1,100} DRAFT\.pdf$/);
});

test('One that is not here, or is gone, leaves the others and is told of; what was stopped is not written.', async () => {
  const { session, packs } = await withPacks();
  session.connection.raw.prepare('delete from document_files where document_id = ?').run(packs[0]?.id);
  const ids = [...packs.map(({ id }) => id), 'nowhere'];
  const outgoing = filesToSend(session, ids);
  expect(outgoing.files).toHaveLength(packs.length - 1);
  expect(outgoing.problems).toEqual([
    { documentId: packs[0]?.id, problem: expect.stringContaining('issued on another computer') },
    { documentId: 'nowhere', problem: expect.stringContaining('gone from the ledger') },
  ]);
  const stopping = new AbortController();
  const stopped = await draftsToSend(
    session,
    packs.slice(1).map(({ id }) => id),
    () => stopping.abort(),
    stopping.signal,
  );
  expect(stopped.files).toHaveLength(1);
  expect(stopped.problems.map(({ problem }) => problem)).toEqual(packs.slice(2).map(() => expect.stringContaining('Stopped')));
});

test('The desk says of each agency which pack it has, whether it was given it, and that a new version was not given yet.', async () => {
  const { session, meetingId, packs } = await withPacks();
  const standing = () => packStandings(session, { meetingId }).find(({ agencyId }) => agencyId === 'agency-drugs');
  expect(standing()).toMatchObject({ documentId: expect.any(String), version: 1, given: [], hasAddress: true, isHere: true });
  expect(packStandings(session, { meetingId }).find(({ agencyId }) => agencyId === 'agency-education')?.documentId ?? null).toBeNull();
  recordDeliveries(session, packs, 'email-draft');
  expect(standing()?.given).toMatchObject([{ how: 'email-draft', recipient: 'Drug Service' }]);
  await desk.issuePacks(session, { meetingId });
  expect(standing()).toMatchObject({ version: 2, given: [] });
});

test('A partner hands nothing out.', async () => {
  const { session, packs } = await withPacks();
  expect(() => filesToSend(as(session, 'partner'), [packs[0]?.id ?? ''])).toThrow('As a partner you cannot');
});

test('No file gets a name that Windows keeps for itself, drops the end of, or already has in other capitals.', () => {
  expect(safeName(['CON'])).toBe('Document CON');
  expect(safeName(['lpt1.report'])).toBe('Document lpt1.report');
  expect(safeName(['Console'])).toBe('Console');
  expect(safeName(['..', ' trailing . '])).toBe('trailing');
  expect(safeName(['مرحبا'])).toBe('Document');
  expect(safeName(['a/b\\c:d*e?f"g<h>i|j'])).toBe('abcdefghij');
  expect(safeName(['x'.repeat(300)])).toHaveLength(100);
  const nameInFolder = folderNames(['PACK.pdf', 'pack (2).pdf']);
  expect(['Pack.pdf', 'pack.PDF', '.hidden', '.hidden'].map(nameInFolder)).toEqual([
    'Pack (3).pdf',
    'pack (4).PDF',
    '.hidden',
    '.hidden (2)',
  ]);
});
