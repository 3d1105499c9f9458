import { findMeeting } from '../../../db/queries/meetings';
import { relevance } from '../../../db/queries/relevance';
import { agencies, meetings } from '../../../db/schema';
import { orderCases } from '../../../shared/agenda/order';
import { agendaDay, relevantIds } from '../agenda/agenda-day';
import { listOrderWaiting } from '../agenda/agenda-order';
import type { Session } from '../session';
import { createChance } from './chance';

/** The week from which the demonstration's agendas are put in order; before that they went by the list (CAM R5). */
export const orderedFrom = 16;

/** Rounds of search: as many on every computer, so that the same seed makes the same scheme. */
const rounds = 2;

/** The cases of a conference in an order in which partners wait little, as places in the list that came in. */
export function orderOfList({ read }: Session, caseIds: readonly string[], day: string): readonly number[] {
  const core = new Set(
    read
      .select({ id: agencies.id, isCore: agencies.isCore })
      .from(agencies)
      .all()
      .filter(({ isCore }) => isCore)
      .map(({ id }) => id),
  );
  const concerned = relevance(read, caseIds, day);
  const members = new Map<string, number[]>();
  for (const [place, caseId] of caseIds.entries())
    for (const id of relevantIds(concerned.get(caseId) ?? [])) if (!core.has(id)) members.set(id, [...(members.get(id) ?? []), place]);
  const problem = { durations: caseIds.map(() => 6), weights: [...members].map(() => 1), agencies: [...members.values()] };
  return orderCases(problem, { clock: () => 0, deadlineMs: 1, rounds }).order;
}

/**
 * What the conference cost partners: planned and in list order as its agenda lays them out, and really a little more
 * than planned. By a chance of its own, so that the rest of the story does not depend on it.
 */
export function recordCost(session: Session, meetingId: string, seed: number): void {
  const meeting = findMeeting(session.read, meetingId);
  if (!meeting) throw new Error('The cost of a conference was asked for before it was held.');
  const day = agendaDay(session.read, meeting, meeting.heldOn ?? session.today());
  const planned = day.plan.waiting;
  const listOrder = listOrderWaiting(day);
  const realWaiting = planned + createChance(seed).whole(0, 5 + Math.round(planned / 8));
  session.record('conference closed', (operation) =>
    operation.put(meetings, meetingId, {
      plannedWaiting: planned,
      listOrderWaiting: listOrder,
      leastWaiting: Math.min(planned, listOrder),
      realWaiting,
    }),
  );
}
