import { findMeeting, itemsOf } from '../../db/queries/meetings';
import { addCases } from '../../electron/services/agenda/agenda';
import { createCase } from '../../electron/services/cases/cases';
import { getChair } from '../../electron/services/meeting/chairing';
import { agreeStatement, planMeeting } from '../../electron/services/meeting/meetings';
import type { Colour } from '../../shared/language/colour';
import type { StatutoryPosition } from '../../shared/language/statutory-position';
import type { TestSession } from './session';

export const minute = 60_000;
export const dayLong = 24 * 60 * minute;

/** Plans the conference of the day that the test scheme stands on. */
export function planToday(session: TestSession, more: Partial<Parameters<typeof planMeeting>[1]> = {}): string {
  return planMeeting(session, { title: 'Weekly conference', place: 'Room 2', heldOn: session.today(), startsAt: '10:00', ...more });
}

export interface NewCase {
  readonly surname: string;
  readonly colour?: Colour;
  readonly statutoryPosition?: StatutoryPosition;
}

/** Puts cases on the register through the service; their ids in the same order. */
export function newCases(session: TestSession, cases: readonly (string | NewCase)[]): readonly string[] {
  return cases.map((each) => {
    const { surname, colour = null, statutoryPosition = null } = typeof each === 'string' ? { surname: each } : each;
    return createCase(session, { fields: { surname, forenames: 'Ashe', statutoryPosition }, colour });
  });
}

export interface Listed {
  readonly meetingId: string;
  readonly caseIds: readonly string[];
  /** The agenda items of the cases, in the order that they were added. */
  readonly itemIds: readonly string[];
}

/** A conference of today with these cases on its agenda. */
export function planWith(session: TestSession, cases: readonly (string | NewCase)[]): Listed {
  const caseIds = newCases(session, cases);
  const meetingId = planToday(session);
  addCases(session, { meetingId, caseIds: [...caseIds], reason: 'by-hand' });
  return { meetingId, caseIds, itemIds: itemsOf(session.read, meetingId).map(({ id }) => id) };
}

/** The same, with the statement agreed: it runs. */
export function runWith(session: TestSession, cases: readonly (string | NewCase)[]): Listed {
  const listed = planWith(session, cases);
  agreeStatement(session, { meetingId: listed.meetingId });
  return listed;
}

/** Surnames in the order of the agenda. */
export function surnames(session: TestSession, meetingId: string): readonly string[] {
  return getChair(session, { meetingId }).items.map(({ surname }) => surname);
}

export function storedMeeting(session: TestSession, id: string) {
  const meeting = findMeeting(session.read, id);
  if (!meeting) throw new Error('The conference of the test is not there.');
  return meeting;
}
