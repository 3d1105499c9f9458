import { expect, test } from 'vitest';
import { itemsOf } from '../../../../db/queries/meetings';
import { pastCases } from '../../../../db/queries/past-minutes';
import { createAction } from '../../../../electron/services/actions';
import { addCases, setMinutes } from '../../../../electron/services/agenda/agenda';
import { proposedMinutes, takeProposedMinutes } from '../../../../electron/services/agenda/agenda-minutes';
import { editCase } from '../../../../electron/services/cases/cases';
import { beginItem, finishItem } from '../../../../electron/services/meeting/chairing';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { agreeStatement } from '../../../../electron/services/meeting/meetings';
import { Refusal } from '../../../../shared/language/refusal';
import { as } from '../../../support/builders';
import { dayLong, minute, newCases, planToday, planWith } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

/** Holds today's conference of these cases, each for so many minutes, and closes it. */
function hold(session: TestSession, caseIds: readonly string[], took: number): void {
  const meetingId = planToday(session);
  addCases(session, { meetingId, caseIds: [...caseIds], reason: 'due' });
  agreeStatement(session, { meetingId });
  for (const { id } of itemsOf(session.read, meetingId)) {
    beginItem(session, { itemId: id });
    session.advance(took * minute);
    finishItem(session, { itemId: id, state: 'discussed' });
  }
  closeMeeting(session, { meetingId });
}

const tenRed = (session: TestSession) =>
  newCases(
    session,
    Array.from({ length: 10 }, (_, index) => ({ surname: `Carterwick${index}`, colour: 'R' as const })),
  );

test('A case put on the agenda is given the minutes that such cases took before.', () => {
  const session = openScheme();
  const caseIds = tenRed(session);
  session.advance(dayLong);
  hold(session, caseIds, 11);
  session.advance(7 * dayLong);
  hold(session, caseIds, 11);
  session.advance(6 * dayLong);
  const meetingId = planToday(session, { startsAt: '14:00' });
  addCases(session, { meetingId, caseIds: [...caseIds], reason: 'red' });
  expect(itemsOf(session.read, meetingId).map(({ minutes }) => minutes)).toEqual(caseIds.map(() => 11));
  const [first] = proposedMinutes(session, { meetingId });
  expect(first).toMatchObject({ minutes: 11, proposed: 11, why: 'Red cases without open actions took 11 at the median of 10' });
});

test('The past tells each case as it came up then: colour, open actions, whether it was new and had changed.', () => {
  const session = openScheme();
  const [caseId = ''] = newCases(session, [{ surname: 'Oakenfell', colour: 'A' }]);
  session.advance(dayLong);
  hold(session, [caseId], 8);
  expect(pastCases(session.read, '2026-03-05')).toEqual([{ seconds: 480, colour: 'A', openActions: 0, hasChanged: true, isFirst: true }]);
  session.advance(2 * dayLong);
  editCase(session, { id: caseId, fields: { area: 'Harrowmere North' } });
  createAction(session, {
    caseId,
    meetingId: null,
    agencyId: session.agency.housing ?? '',
    personId: null,
    text: 'Confirm the bed',
    kind: 'support',
    priority: 'normal',
    dueOn: null,
  });
  session.advance(5 * dayLong);
  hold(session, [caseId], 4);
  expect(pastCases(session.read, '2026-03-12').slice(0, 1)).toEqual([
    { seconds: 240, colour: 'A', openActions: 1, hasChanged: true, isFirst: false },
  ]);
  expect(pastCases(session.read, '2026-03-11')).toHaveLength(1);
});

test('What is proposed is taken for the cases chosen, and a case that has been begun keeps its own minutes.', () => {
  const session = openScheme();
  const { meetingId, itemIds } = planWith(session, [
    { surname: 'Carterwick', colour: 'R' },
    { surname: 'Oakenfell', colour: 'A' },
    { surname: 'Thistlemoor', colour: 'G' },
  ]);
  for (const itemId of itemIds) setMinutes(session, { itemId, minutes: 30 });
  agreeStatement(session, { meetingId });
  beginItem(session, { itemId: itemIds[0] ?? '' });
  expect(proposedMinutes(session, { meetingId }).map(({ minutes, proposed }) => [minutes, proposed])).toEqual([
    [30, 6],
    [30, 4],
  ]);
  takeProposedMinutes(session, { meetingId, itemIds: itemIds.slice(0, 2) });
  expect(itemsOf(session.read, meetingId).map(({ minutes }) => minutes)).toEqual([30, 6, 30]);
  expect(() => takeProposedMinutes(as(session, 'partner'), { meetingId, itemIds: [...itemIds] })).toThrow(Refusal);
});
