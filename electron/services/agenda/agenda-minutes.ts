import type { Reader } from '../../../db/connection';
import { agendaFacts } from '../../../db/queries/agenda';
import { caseNames } from '../../../db/queries/cases';
import { itemsOf } from '../../../db/queries/meetings';
import { pastCases } from '../../../db/queries/past-minutes';
import { agendaItems, schemes } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { hasChanged } from '../../../shared/rules/choose-cases';
import { minutesFrom, type ProposedMinutes } from '../../../shared/rules/propose-minutes';
import { demandUnclosedMeeting } from '../open-meeting';
import { demand } from '../permission';
import type { Session } from '../session';

/** Minutes for cases, by case id. */
export type MinutesProposer = (caseIds: readonly string[]) => ReadonlyMap<string, ProposedMinutes>;

/** Proposes minutes from what the conferences before a day took. The history is read once, for as many cases as wanted. */
export function minutesProposer(read: Reader, before: string): MinutesProposer {
  const minutesPerCase = read.select({ minutes: schemes.minutesPerCase }).from(schemes).get()?.minutes ?? 6;
  const propose = minutesFrom(pastCases(read, before), minutesPerCase);
  return (caseIds) =>
    new Map(
      agendaFacts(read, before, caseIds).map((facts) => [
        facts.caseId,
        propose({
          colour: facts.colour,
          openActions: facts.openActionsDue.length,
          hasChanged: hasChanged(facts),
          isFirst: facts.lastDiscussedOn === null,
        }),
      ]),
    );
}

/** Of each case that is still to be heard: what it is given, and what such cases took. */
export function proposedMinutes(
  session: Session,
  { meetingId }: Received<'agenda', 'proposedMinutes'>,
): Result<'agenda', 'proposedMinutes'> {
  demandUnclosedMeeting(session.read, meetingId);
  const waiting = waitingItems(session.read, meetingId);
  const caseIds = waiting.map(({ caseId }) => caseId);
  const proposed = minutesProposer(session.read, session.today())(caseIds);
  const names = caseNames(session.read, caseIds);
  return waiting.map(({ id, caseId, position, minutes }) => ({
    itemId: id,
    caseName: names.get(caseId) ?? '',
    position,
    minutes,
    proposed: proposed.get(caseId)?.minutes ?? minutes,
    why: proposed.get(caseId)?.why ?? '',
  }));
}

/** Gives cases the minutes proposed for them. One that has been begun keeps its own. */
export function takeProposedMinutes(session: Session, { meetingId, itemIds }: Received<'agenda', 'takeProposedMinutes'>): void {
  demand(session, 'run-conferences');
  demandUnclosedMeeting(session.read, meetingId);
  const chosen = waitingItems(session.read, meetingId).filter(({ id }) => itemIds.includes(id));
  const proposed = minutesProposer(session.read, session.today())(chosen.map(({ caseId }) => caseId));
  session.record(
    'proposed minutes taken',
    (operation) => {
      for (const { id, caseId, minutes } of chosen) {
        const taken = proposed.get(caseId)?.minutes ?? minutes;
        if (taken !== minutes) operation.put(agendaItems, id, { minutes: taken });
      }
    },
    { meetingId },
  );
}

function waitingItems(read: Reader, meetingId: string) {
  return itemsOf(read, meetingId).flatMap(({ caseId, state, ...item }) =>
    caseId === null || state !== 'waiting' ? [] : [{ ...item, caseId }],
  );
}
