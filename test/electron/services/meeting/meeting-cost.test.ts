import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attendanceOf } from '../../../../db/queries/meetings';
import { discussionTimes } from '../../../../db/queries/real-times';
import { setVisit } from '../../../../electron/services/agenda/agenda-rules';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { beginItem, finishItem } from '../../../../electron/services/meeting/chairing';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { agreeStatement, arrive, leave, setAttendance } from '../../../../electron/services/meeting/meetings';
import { minute, planWith, storedMeeting } from '../../../support/conference';
import { plansOf, scans } from '../../../support/query-plans';
import { openTestScheme, type TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

/** Three cases: housing at the first and last, the drug service at the second. It runs. */
function running(session: TestSession) {
  const listed = planWith(session, ['Carterwick', 'Oakenfell', 'Thistlemoor']);
  const [first = '', second = '', third = ''] = listed.caseIds;
  const need = { priority: 'high', note: '' } as const;
  for (const caseId of [first, third]) addNeed(session, { ...need, caseId, pathway: 'accommodation', agencyId: 'agency-housing' });
  addNeed(session, { ...need, caseId: second, pathway: 'drugs', agencyId: 'agency-drugs' });
  agreeStatement(session, { meetingId: listed.meetingId });
  return listed;
}

function come(session: TestSession, meetingId: string, kind: string, status: 'present' | 'apologies' | 'observer' = 'present'): string {
  const agencyId = `agency-${kind}`;
  setAttendance(session, { id: null, meetingId, agencyId, personId: null, guestName: '', status });
  return attendanceOf(session.read, meetingId).findLast((row) => row.agencyId === agencyId)?.id ?? '';
}

function discuss(session: TestSession, itemId: string | undefined, minutes: number): void {
  beginItem(session, { itemId: itemId ?? '' });
  session.advance(minutes * minute);
  finishItem(session, { itemId: itemId ?? '', state: 'discussed' });
}

const realOf = (session: TestSession, meetingId: string) => {
  closeMeeting(session, { meetingId });
  return storedMeeting(session, meetingId).realWaiting;
};

test('A conference that was closed keeps what partners really waited, core agencies left out.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = running(session);
  for (const kind of ['police', 'probation', 'housing']) come(session, meetingId, kind);
  discuss(session, itemIds[0], 10);
  come(session, meetingId, 'drugs');
  discuss(session, itemIds[1], 12);
  discuss(session, itemIds[2], 5);
  expect(realOf(session, meetingId)).toBe(12 + 5);
});

test('Whoever leaves stops waiting, and waits again from when they come back.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = running(session);
  const drugs = come(session, meetingId, 'drugs');
  beginItem(session, { itemId: itemIds[0] ?? '' });
  session.advance(4 * minute);
  leave(session, { attendanceId: drugs });
  session.advance(10 * minute);
  arrive(session, { attendanceId: drugs });
  session.advance(3 * minute);
  finishItem(session, { itemId: itemIds[0] ?? '', state: 'discussed' });
  expect(realOf(session, meetingId)).toBe(7);
});

test('A case that is left and come back to counts each time that it was discussed, and the pause between does not.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = running(session);
  come(session, meetingId, 'drugs');
  discuss(session, itemIds[0], 6);
  session.advance(30 * minute);
  discuss(session, itemIds[1], 9);
  session.advance(20 * minute);
  discuss(session, itemIds[0], 2);
  expect(realOf(session, meetingId)).toBe(8);
});

test('Whoever was noted as present before the start has no time of arrival, and was there from the start.', () => {
  const session = openScheme();
  const listed = planWith(session, ['Carterwick']);
  come(session, listed.meetingId, 'drugs');
  session.advance(10 * minute);
  agreeStatement(session, { meetingId: listed.meetingId });
  discuss(session, listed.itemIds[0], 7);
  expect(realOf(session, listed.meetingId)).toBe(7);
});

test('Agencies that never came, sent apologies or only looked on waited for nothing.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = running(session);
  come(session, meetingId, 'drugs', 'apologies');
  come(session, meetingId, 'debt', 'observer');
  discuss(session, itemIds[0], 10);
  expect(realOf(session, meetingId)).toBe(0);
});

test('An agency that takes part by call is at its own desk meanwhile, so it waits for nothing.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = running(session);
  setVisit(session, { meetingId, agencyId: 'agency-drugs', from: null, until: null, isRemote: true });
  come(session, meetingId, 'drugs');
  come(session, meetingId, 'housing');
  discuss(session, itemIds[1], 10);
  discuss(session, itemIds[0], 20);
  expect(realOf(session, meetingId)).toBe(10);
});

test('A case that is deferred undiscussed costs nobody anything, and one still open at the close counts until then.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = running(session);
  come(session, meetingId, 'drugs');
  finishItem(session, { itemId: itemIds[0] ?? '', state: 'deferred' });
  session.advance(15 * minute);
  beginItem(session, { itemId: itemIds[2] ?? '' });
  session.advance(8 * minute);
  expect(realOf(session, meetingId)).toBe(8);
});

test('A night in which the clocks go back makes no hour of waiting.', () => {
  const session = openTestScheme(Date.UTC(2026, 9, 24, 23, 45));
  const { meetingId, itemIds } = running(session);
  come(session, meetingId, 'drugs');
  discuss(session, itemIds[0], 40);
  discuss(session, itemIds[2], 30);
  expect(realOf(session, meetingId)).toBe(70);
  session.connection.close();
});

test('A conference at which nothing was discussed cost nothing.', () => {
  const session = openScheme();
  const { meetingId } = running(session);
  expect(realOf(session, meetingId)).toBe(0);
});

test('Whatever happens in the room, what is kept is what a clock that ticks by the minute counts.', () => {
  const kinds = ['housing', 'drugs', 'debt'] as const;
  const own: Readonly<Record<(typeof kinds)[number], readonly number[]>> = { housing: [0, 2], drugs: [1], debt: [] };
  const step = fc.oneof(
    fc.record({ what: fc.constant('begin' as const), item: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ what: fc.constant('finish' as const), item: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ what: fc.constantFrom('come' as const, 'go' as const), kind: fc.constantFrom(...kinds) }),
  );
  const steps = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 15 })), { maxLength: 14 });
  fc.assert(
    fc.property(steps, (happenings) => {
      const session = openTestScheme();
      const { meetingId, itemIds } = running(session);
      const rows = new Map<string, string>();
      const here = new Set<string>();
      let current: number | null = null;
      let waited = 0;
      for (const [event, minutes] of happenings) {
        if (event.what === 'begin') {
          beginItem(session, { itemId: itemIds[event.item] ?? '' });
          current = event.item;
        } else if (event.what === 'finish' && current === event.item) {
          finishItem(session, { itemId: itemIds[event.item] ?? '', state: 'discussed' });
          current = null;
        } else if (event.what === 'come') {
          const row = rows.get(event.kind);
          if (row === undefined) rows.set(event.kind, come(session, meetingId, event.kind));
          else arrive(session, { attendanceId: row });
          here.add(event.kind);
        } else if (event.what === 'go' && here.delete(event.kind)) {
          leave(session, { attendanceId: rows.get(event.kind) ?? '' });
        }
        for (const kind of kinds) if (current !== null && here.has(kind) && !own[kind].includes(current)) waited += minutes;
        session.advance(minutes * minute);
      }
      expect(realOf(session, meetingId)).toBe(waited);
      session.connection.close();
    }),
    { numRuns: 12 },
  );
});

test('The times of cases are found in the log by its key.', () => {
  const session = openScheme();
  expect(scans(plansOf(session, (read) => discussionTimes(read, ['a', 'b'], 0)))).toEqual([]);
});
