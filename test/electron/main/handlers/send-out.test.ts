import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderDocument } from '../../../../electron/documents/render';
import { documentHandlers } from '../../../../electron/main/handlers/documents';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import type { DocumentRow } from '../../../../shared/views/documents';
import { closedConference } from '../../../support/closed-conference';
import { openTestScheme, type TestSession } from '../../../support/session';

let folder: string;
let session: TestSession;
let packs: readonly DocumentRow[];
const desk = createDocumentDesk(renderDocument);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-out-'));
  session = openTestScheme();
  const { meetingId } = closedConference(session);
  packs = (await desk.issuePacks(session, { meetingId })).documents;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The handlers with dialogs that answer with this place; `onProgress` is called after each file. */
function handlers(place: string, onProgress: (done: number) => void = () => {}) {
  const answer = () => Promise.resolve(place);
  const dialogs = { askForFile: answer, askForFolder: answer, askWhereToSave: answer };
  const tell = (_: string, { done }: { readonly done: number }) => onProgress(done);
  return documentHandlers({ session: () => session, dialogs, tell } as never, desk);
}
const ids = () => packs.map(({ id }) => id);
const given = () => session.read.query.documentDeliveries.findMany().sync().length;
const summaryIn = (place: string) => readFileSync(join(place, 'Summary.txt'), 'utf8');

test('Packs go into a folder with a summary of what lies there under which name, and each is written down as given.', async () => {
  const [first] = packs;
  writeFileSync(join(folder, (first?.fileName ?? '').toUpperCase()), 'last week’s');
  expect(await handlers(folder).sendOut({ ids: ids(), as: 'folder' })).toEqual({ path: folder, written: packs.length, problems: [] });
  const summary = summaryIn(folder);
  const names = [...summary.matchAll(/pages? \((.+)\)/g)].map(([, name]) => name ?? '');
  expect(names).toHaveLength(packs.length);
  for (const name of names) expect(readdirSync(folder)).toContain(name);
  expect(names[0]).toMatch(/ \(2\)\.pdf$/);
  expect(given()).toBe(packs.length);
});

test('A folder that goes away midway keeps none of those after it: they are told of and not written down as given.', async () => {
  const place = join(folder, 'drive');
  mkdirSync(place);
  const sent = await handlers(place, (done) => {
    if (done === 1) rmSync(place, { recursive: true });
  }).sendOut({ ids: ids(), as: 'folder' });
  expect(sent).toMatchObject({ written: 1 });
  expect(sent?.problems.map(({ problem }) => problem)).toEqual(packs.slice(1).map(() => 'That folder is not there any more.'));
  expect(given()).toBe(1);
});

test('What is stopped midway is said in the summary, which names what is there and what is not.', async () => {
  const on = handlers(folder, (done) => {
    if (done === 2) on.stop(undefined as never);
  });
  const sent = await on.sendOut({ ids: ids(), as: 'folder' });
  expect(sent).toMatchObject({ written: 2 });
  const summary = summaryIn(folder);
  expect(summary.match(/is not here\. Stopped before this one was written\./g)).toHaveLength(packs.length - 2);
  expect(readdirSync(folder)).toHaveLength(3);
  // Once more, for those that are missing.
  expect(await handlers(folder).sendOut({ ids: ids().slice(2), as: 'folder' })).toMatchObject({ written: packs.length - 2, problems: [] });
  expect(given()).toBe(packs.length);
});

test('One that this computer does not have is left out of the zip, and its summary says so.', async () => {
  session.connection.raw.prepare('delete from document_files where document_id = ?').run(packs[0]?.id);
  const place = join(folder, 'packs.zip');
  expect(await handlers(place).sendOut({ ids: ids(), as: 'zip' })).toMatchObject({ written: packs.length - 1 });
  const summary = new TextDecoder().decode(unzipSync(readFileSync(place))['Summary.txt']);
  expect(summary).toContain(`${packs[0]?.number} is not here.`);
});

test('Where the drafts cannot be written none of them counts as given, and each draft that was written has its own pack alone.', async () => {
  const place = join(folder, 'drafts');
  mkdirSync(place);
  await handlers(place).sendOut({ ids: ids(), as: 'drafts' });
  expect(readdirSync(place).every((name) => name.endsWith('.eml'))).toBe(true);
  for (const name of readdirSync(place)) {
    const { attachments } = await PostalMime.parse(readFileSync(join(place, name)));
    expect(attachments).toHaveLength(1);
    expect(packs.map(({ fileName }) => fileName)).toContain(attachments[0]?.filename);
  }
  rmSync(place, { recursive: true });
  await expect(handlers(place).sendOut({ ids: ids(), as: 'drafts' })).rejects.toThrow('ENOENT');
  expect(given()).toBe(packs.length);
});

test('Of documents that are saved side by side one that fails leaves the others, and only those that lie there count as given.', async () => {
  session.connection.raw.prepare('delete from document_files where document_id = ?').run(packs[1]?.id);
  const saved = await handlers(folder).saveAll({ ids: ids() });
  expect(saved).toMatchObject({ path: folder, written: packs.length - 1, problems: [{ documentId: packs[1]?.id }] });
  expect(readdirSync(folder)).toHaveLength(packs.length - 1);
  expect(given()).toBe(packs.length - 1);
});
