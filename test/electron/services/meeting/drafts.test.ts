import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { wrapKey } from '../../../../db/keys/key-file';
import { fingerprintTables } from '../../../../db/log/rebuild';
import { drafts } from '../../../../db/schema';
import { createSchemeFile, openWithKey } from '../../../../db/scheme-file';
import { getChairItem, keepDraft, recordDiscussion } from '../../../../electron/services/meeting/chairing';
import { recordDecision } from '../../../../electron/services/meeting/decisions';
import { startSession } from '../../../../electron/services/session';
import { Refusal } from '../../../../shared/language/refusal';
import { minute, runWith } from '../../../support/conference';
import { openTestScheme, type TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function onTheTable(session: TestSession): string {
  return runWith(session, ['Carterwick']).itemIds[0] ?? '';
}

test('Typing is kept by case and field, the latest holds, and it says when it was kept.', () => {
  const session = openScheme();
  const { itemIds } = runWith(session, ['Carterwick', 'Oakenfell']);
  const [first = '', second = ''] = itemIds;
  keepDraft(session, { itemId: first, field: 'discussion', text: 'Kept a' });
  session.advance(minute);
  const { savedAt } = keepDraft(session, { itemId: first, field: 'discussion', text: 'Kept all appointments' });
  keepDraft(session, { itemId: first, field: 'colour-reason', text: 'Engaging' });
  keepDraft(session, { itemId: second, field: 'discussion', text: 'Another case' });
  expect(savedAt).toBe('2026-03-03T10:01:00.000Z');
  expect(getChairItem(session, { itemId: first }).drafts).toEqual({ discussion: 'Kept all appointments', 'colour-reason': 'Engaging' });
  expect(getChairItem(session, { itemId: second }).drafts).toEqual({ discussion: 'Another case' });
});

test('A draft that is emptied is gone.', () => {
  const session = openScheme();
  const itemId = onTheTable(session);
  keepDraft(session, { itemId, field: 'discussion', text: 'Kept a' });
  keepDraft(session, { itemId, field: 'discussion', text: '' });
  expect(getChairItem(session, { itemId }).drafts).toEqual({});
});

test('A draft is no part of the log: it stays on this device and makes no commit.', () => {
  const session = openScheme();
  const itemId = onTheTable(session);
  const before = fingerprintTables(session.connection);
  keepDraft(session, { itemId, field: 'discussion', text: 'Said in confidence' });
  expect(fingerprintTables(session.connection)).toBe(before);
  const bodies = session.connection.raw.prepare('select body from commits').all() as { body: string }[];
  expect(bodies.some(({ body }) => body.includes('Said in confidence'))).toBe(false);
});

test('Recording a discussion takes its draft away with it and leaves the others.', () => {
  const session = openScheme();
  const itemId = onTheTable(session);
  keepDraft(session, { itemId, field: 'discussion', text: 'Kept all appointments' });
  keepDraft(session, { itemId, field: 'colour-reason', text: 'Engaging' });
  recordDiscussion(session, { itemId, discussion: 'Kept all appointments' });
  expect(getChairItem(session, { itemId })).toMatchObject({ discussion: 'Kept all appointments', drafts: { 'colour-reason': 'Engaging' } });
});

test('Recording what is recorded already still takes the draft away.', () => {
  const session = openScheme();
  const itemId = onTheTable(session);
  recordDiscussion(session, { itemId, discussion: 'Kept all appointments' });
  keepDraft(session, { itemId, field: 'discussion', text: 'Kept all appointments' });
  recordDiscussion(session, { itemId, discussion: 'Kept all appointments' });
  expect(getChairItem(session, { itemId }).drafts).toEqual({});
});

test('Where recording fails, record and draft both stay as they were.', () => {
  const session = openScheme();
  const itemId = onTheTable(session);
  recordDiscussion(session, { itemId, discussion: 'Before' });
  keepDraft(session, { itemId, field: 'discussion', text: 'After' });
  session.connection.raw.exec("create temp trigger full_disk before insert on commits begin select raise(abort, 'no room'); end");
  expect(() => recordDiscussion(session, { itemId, discussion: 'After' })).toThrow('no room');
  session.connection.raw.exec('drop trigger full_disk');
  expect(getChairItem(session, { itemId })).toMatchObject({ discussion: 'Before', drafts: { discussion: 'After' } });
});

test('A decision that is refused leaves its drafts, and one that is recorded takes them away.', () => {
  const session = openScheme();
  const itemId = onTheTable(session);
  for (const field of ['decision', 'decision-text', 'rationale', 'agreed', 'dissent', 'review-due'])
    keepDraft(session, { itemId, field, text: `typed ${field}` });
  const decision = { itemId, decisionText: 'To panel', dissent: '', agreedBy: [], reviewDue: '2026-06-02' };
  expect(() => recordDecision(session, { ...decision, decision: 'to-panel', rationale: '' })).toThrow(Refusal);
  expect(Object.keys(getChairItem(session, { itemId }).drafts)).toHaveLength(6);
  recordDecision(session, { ...decision, decision: 'to-panel', rationale: 'Four months at Green' });
  expect(getChairItem(session, { itemId }).drafts).toEqual({});
});

/** The test scheme as a file on disk, with a conference under way. */
async function conferenceOnDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-drafts-'));
  folders.push(folder);
  const path = join(folder, 'Crossways.roundtable');
  const key = randomBytes(32);
  const connection = createSchemeFile(path, key, await wrapKey(key, 'a passphrase of the test', 10));
  const session = openTestScheme(undefined, connection);
  return { folder, path, key, connection, session, itemId: onTheTable(session) };
}

function reopened(path: string, key: Uint8Array, session: TestSession) {
  const opened = openWithKey(path, key);
  if (!opened.ok) throw new Error(`The file did not open: ${opened.problem}`);
  return startSession({ path, connection: opened.connection, device: session.device, me: session.me, clock: session.clock });
}

test('Typing that was kept is there when the file is opened again without having been recorded.', async () => {
  const { path, key, connection, session, itemId } = await conferenceOnDisk();
  keepDraft(session, { itemId, field: 'discussion', text: 'Housing is the thread' });
  connection.close();
  const again = reopened(path, key, session);
  expect(getChairItem(again, { itemId }).drafts).toEqual({ discussion: 'Housing is the thread' });
  again.connection.close();
});

test('Whatever keeping has returned from is in what a killed process leaves on the disk, and the conference stands where it was.', async () => {
  const { folder, path, key, connection, session, itemId } = await conferenceOnDisk();
  expect(connection.raw.pragma('synchronous', { simple: true })).toBe(2);
  recordDiscussion(session, { itemId, discussion: 'Recorded' });
  const said = 'Housing is the thread: the missed fortnight began the day the room was lost.';
  for (let length = 1; length <= said.length; length += 25) {
    const text = said.slice(0, length);
    keepDraft(session, { itemId, field: 'discussion', text });
    // A process that is killed checkpoints nothing: the file and its log as they lie there are all that is left.
    const left = join(folder, `Killed ${length}.roundtable`);
    copyFileSync(path, left);
    copyFileSync(`${path}-wal`, `${left}-wal`);
    copyFileSync(`${path}.keys`, `${left}.keys`);
    const again = reopened(left, key, session);
    expect(getChairItem(again, { itemId })).toMatchObject({ discussion: 'Recorded', drafts: { discussion: text } });
    expect(fingerprintTables(again.connection)).toBe(fingerprintTables(connection));
    again.connection.close();
  }
  connection.close();
});

test('What is typed in confidence is nowhere on the disk in the clear.', async () => {
  const { path, connection, session, itemId } = await conferenceOnDisk();
  const canary = 'CANARY-WORDS-OF-A-DRAFT';
  keepDraft(session, { itemId, field: 'discussion', text: canary });
  expect(session.read.select().from(drafts).all()).toHaveLength(1);
  const files = () => [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
  const isAnywhere = () => files().some((file) => readFileSync(file).includes(canary));
  expect(isAnywhere()).toBe(false);
  recordDiscussion(session, { itemId, discussion: canary });
  connection.close();
  expect(isAnywhere()).toBe(false);
});
