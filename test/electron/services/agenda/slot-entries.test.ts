import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { setMinutes } from '../../../../electron/services/agenda/agenda';
import { setSittings } from '../../../../electron/services/agenda/agenda-rules';
import {
  entriesOf,
  movedEntries,
  nextEntries,
  type SlotEntry,
  withdrawnEntries,
  writtenEntries,
} from '../../../../electron/services/agenda/slot-entries';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { createDocumentDesk } from '../../../../electron/services/documents/issue-documents';
import { listInvitations, makeInvitation } from '../../../../electron/services/invitations/invitations';
import { cancelMeeting, editMeeting } from '../../../../electron/services/meeting/meetings';
import type { AgencyStay } from '../../../../shared/views/agenda';
import { planWith } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const desk = createDocumentDesk(() => Promise.resolve({ bytes: new Uint8Array([37]), pages: 1 }));
const split = { firstEndsAt: '10:26', secondStartsAt: '13:00' };

/** Three cases of ten minutes, housing at the first and last, in two sittings: 10:05 and 13:00 are when housing comes. */
async function inTwoSittings(session: TestSession) {
  const listed = planWith(session, ['Carterwick', 'Oakenfell', 'Thistlemoor']);
  for (const caseId of [listed.caseIds[0] ?? '', listed.caseIds[2] ?? ''])
    addNeed(session, { caseId, pathway: 'accommodation', agencyId: 'agency-housing', priority: 'high', note: '' });
  for (const itemId of listed.itemIds) setMinutes(session, { itemId, minutes: 10 });
  setSittings(session, { meetingId: listed.meetingId, sittings: split });
  await desk.issueAgenda(session, { meetingId: listed.meetingId });
  return listed;
}

interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly method: string;
  readonly start: string;
  readonly end: string;
}

function byIcal(text: string): ReadEntry[] {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      method: String(calendar.getFirstPropertyValue('method')),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
    };
  });
}

function byNodeIcal(text: string): ReadEntry[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) =>
    event?.type === 'VEVENT'
      ? [
          {
            uid: event.uid,
            sequence: Number(event.sequence),
            method: String(event.method),
            start: event.start.toISOString(),
            end: (event.end as Date).toISOString(),
          },
        ]
      : [],
  );
}

/** Every entry that goes out with a draft, as both readers see it in the draft and in the file; and the letter. */
async function sent(session: TestSession, meetingId: string) {
  const { mail, entries, record } = await makeInvitation(session, { meetingId, agencyId: 'agency-housing' });
  record();
  const letter = await PostalMime.parse(mail.bytes);
  const files = entries.map(({ bytes }) => new TextDecoder().decode(bytes));
  expect(letter.attachments.map(({ content }) => new TextDecoder().decode(content as ArrayBuffer))).toEqual(
    files.map((text) => text.replaceAll('\r\n', '\n')),
  );
  const read = files.flatMap(byIcal);
  expect(files.flatMap(byNodeIcal)).toEqual(read);
  expect(read).toHaveLength(files.length);
  // The method of the attachment is that of the entry (RFC 6047 2.4).
  expect(letter.attachments.map(({ method }) => method)).toEqual(read.map(({ method }) => method));
  return { letter, read, names: letter.attachments.map(({ filename }) => filename), fileNames: entries.map(({ fileName }) => fileName) };
}

test('An agency that comes to both sittings gets an entry for each, with an id of its own and nothing between.', async () => {
  const session = openScheme();
  const { meetingId } = await inTwoSittings(session);
  const { letter, read, names, fileNames } = await sent(session, meetingId);
  expect(read).toMatchObject([
    { sequence: 0, method: 'PUBLISH', start: '2026-03-03T10:05:00.000Z', end: '2026-03-03T10:15:00.000Z' },
    { sequence: 0, method: 'PUBLISH', start: '2026-03-03T13:00:00.000Z', end: '2026-03-03T13:10:00.000Z' },
  ]);
  expect(new Set(read.map(({ uid }) => uid)).size).toBe(2);
  expect(names).toEqual(['invitation first sitting.ics', 'invitation second sitting.ics']);
  expect(fileNames).toEqual([
    'CW 2026-03-03 Housing Options invitation first sitting.ics',
    'CW 2026-03-03 Housing Options invitation second sitting.ics',
  ]);
  expect(letter.text).toContain('Two calendar entries are attached, one for each sitting.');
});

test('A core agency, which stays throughout, has an entry for each sitting too.', async () => {
  const session = openScheme();
  const { meetingId } = await inTwoSittings(session);
  const { entries } = await makeInvitation(session, { meetingId, agencyId: 'agency-police' });
  expect(entries.map(({ bytes }) => byNodeIcal(new TextDecoder().decode(bytes))[0])).toMatchObject([
    { start: '2026-03-03T10:00:00.000Z', end: '2026-03-03T10:25:00.000Z' },
    { start: '2026-03-03T13:00:00.000Z', end: '2026-03-03T13:10:00.000Z' },
  ]);
});

test('Where only one sitting changes, its entry rises in sequence and the other stays as it is.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = await inTwoSittings(session);
  const before = await sent(session, meetingId);
  setMinutes(session, { itemId: itemIds[2] ?? '', minutes: 20 });
  await desk.issueAgenda(session, { meetingId });
  const after = await sent(session, meetingId);
  expect(after.read.map(({ uid, sequence, end }) => [uid, sequence, end])).toEqual([
    [before.read[0]?.uid, 0, '2026-03-03T10:15:00.000Z'],
    [before.read[1]?.uid, 1, '2026-03-03T13:20:00.000Z'],
  ]);
});

test('A sitting that falls away is called off by its own entry, and only once it had been asked for.', async () => {
  const session = openScheme();
  const { meetingId } = await inTwoSittings(session);
  const before = await sent(session, meetingId);
  setSittings(session, { meetingId, sittings: null });
  await desk.issueAgenda(session, { meetingId });
  expect(listInvitations(session, { meetingId }).agencies.find(({ agencyId }) => agencyId === 'agency-housing')?.state).toBe('changed');
  const after = await sent(session, meetingId);
  expect(after.read).toMatchObject([
    { uid: before.read[0]?.uid, sequence: 1, method: 'PUBLISH', start: '2026-03-03T10:05:00.000Z', end: '2026-03-03T10:35:00.000Z' },
    { uid: before.read[1]?.uid, sequence: 1, method: 'CANCEL' },
  ]);
  expect(after.names).toEqual(['invitation first sitting.ics', 'cancellation second sitting.ics']);
  expect(after.letter.text).toContain('You are needed in one sitting only');
  // Saved once more, since a draft may be lost, it says the same.
  expect((await sent(session, meetingId)).read).toEqual(after.read);

  setSittings(session, { meetingId, sittings: split });
  await desk.issueAgenda(session, { meetingId });
  expect((await sent(session, meetingId)).read.map(({ sequence, method }) => [sequence, method])).toEqual([
    [2, 'PUBLISH'],
    [2, 'PUBLISH'],
  ]);
});

test('A conference that is split after its invitations went out moves the entry that they have and adds one.', async () => {
  const session = openScheme();
  const { meetingId } = await inTwoSittings(session);
  setSittings(session, { meetingId, sittings: null });
  await desk.issueAgenda(session, { meetingId });
  const before = await sent(session, meetingId);
  expect(before.read.map(({ method }) => method)).toEqual(['PUBLISH']);
  expect(before.names).toEqual(['invitation.ics']);
  setSittings(session, { meetingId, sittings: split });
  await desk.issueAgenda(session, { meetingId });
  const after = await sent(session, meetingId);
  expect(after.read[0]?.uid).toBe(before.read[0]?.uid);
  expect(after.read.map(({ sequence }) => sequence)[0]).toBeGreaterThan(before.read[0]?.sequence ?? 0);
  expect(after.read).toHaveLength(2);
});

test('A conference that moves asks for both sittings anew, and one that is cancelled calls off both.', async () => {
  const session = openScheme();
  const { meetingId } = await inTwoSittings(session);
  await sent(session, meetingId);
  editMeeting(session, { id: meetingId, heldOn: '2026-03-31', startsAt: '10:00', place: 'Room 9' });
  const moved = await sent(session, meetingId);
  expect(moved.read.map(({ sequence, start }) => [sequence, start])).toEqual([
    [1, '2026-03-31T09:05:00.000Z'],
    [1, '2026-03-31T12:00:00.000Z'],
  ]);
  cancelMeeting(session, { meetingId, reason: 'Snow' });
  const off = await sent(session, meetingId);
  expect(off.read.map(({ sequence, method }) => [sequence, method])).toEqual([
    [2, 'CANCEL'],
    [2, 'CANCEL'],
  ]);
  expect(off.letter.text).toContain('Opening them takes the conference out of your calendar');
});

const sittings = fc.record({
  first: fc.option(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 9 }))),
  second: fc.option(fc.tuple(fc.integer({ min: 20, max: 25 }), fc.integer({ min: 26, max: 29 }))),
});
type Step = { readonly kind: 'issue'; readonly stays: readonly AgencyStay[] } | { readonly kind: 'move' | 'withdraw' };
const steps = fc.array(
  fc.oneof(
    sittings.map(
      ({ first, second }): Step => ({
        kind: 'issue',
        stays: [first, second].flatMap((span, index) =>
          span ? [{ sitting: index === 0 ? (1 as const) : (2 as const), from: span[0], to: span[1], arrivesAt: '', leavesAt: '' }] : [],
        ),
      }),
    ),
    fc.constantFrom<Step>({ kind: 'move' }, { kind: 'withdraw' }),
  ),
  { maxLength: 12 },
);

test('Whatever happens to an agenda, no entry ever says something else under a sequence that it had before.', () => {
  fc.assert(
    fc.property(steps, (happenings) => {
      const told = new Map<string, string>();
      const highest = new Map<number, number>();
      let before: { entries: readonly SlotEntry[]; stays: readonly AgencyStay[] } | null = null;
      let moves = 0;
      for (const happening of happenings) {
        if (before === null && happening.kind !== 'issue') continue;
        if (happening.kind === 'move') moves += 1;
        const entries: readonly SlotEntry[] =
          happening.kind === 'issue'
            ? nextEntries(before, happening.stays)
            : happening.kind === 'move'
              ? movedEntries(before?.entries ?? [])
              : withdrawnEntries(before?.entries ?? []);
        const stays: readonly AgencyStay[] = happening.kind === 'issue' ? happening.stays : (before?.stays ?? []);
        if (entries.length === 0) continue;
        before = { entries, stays };
        for (const { sitting, from, to, sequence, isStanding } of entries) {
          const key = `${sitting}/${sequence}`;
          const now = isStanding ? `${from}-${to} ${moves}` : 'off';
          expect(told.get(key) ?? now).toBe(now);
          expect(sequence).toBeGreaterThanOrEqual(highest.get(sitting) ?? 0);
          told.set(key, now);
          highest.set(sitting, sequence);
        }
      }
    }),
  );
});

test('Entries come back as they were written, and what another version wrote is passed over.', () => {
  const slot = { arrives: 5, leaves: 190, sequence: 3, withdrawnOn: null };
  const entries: readonly SlotEntry[] = [
    { sitting: 1, from: 5, to: 15, sequence: 2, isStanding: false },
    { sitting: 2, from: 180, to: 190, sequence: 0, isStanding: true },
  ];
  expect(entriesOf({ ...slot, entries: writtenEntries(entries) })).toEqual(entries);
  const whole = [{ sitting: 1, from: 5, to: 190, sequence: 3, isStanding: true }];
  for (const written of ['[]', '{"by":"boat"}', '[[3,1,2,0,true],"x",[1,null,2,0,true]]'])
    expect(entriesOf({ ...slot, entries: written })).toEqual(whole);
});
