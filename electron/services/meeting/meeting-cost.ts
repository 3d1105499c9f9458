import type { Reader } from '../../../db/connection';
import { attendanceOf, type StoredMeeting } from '../../../db/queries/meetings';
import { discussionTimes, presenceTimes } from '../../../db/queries/real-times';
import { realWaiting } from '../../../shared/agenda/real-waiting';
import { agendaDay, relevantIds } from '../agenda/agenda-day';

/**
 * Minutes that partners really waited at a conference, whole: what the plan foretold, from who came and went and when each
 * case was discussed. Core agencies stay throughout, observers come to look on, and who takes part by call is at their own
 * desk meanwhile, so none of them waits. 0 where nobody came.
 *
 * @param until when it ends, ISO 8601 UTC.
 */
export function realWaitingMinutes(read: Reader, meeting: StoredMeeting, until: string, today: string): number {
  const from = meeting.startedAt === null ? Date.parse(until) : Date.parse(meeting.startedAt);
  const to = Date.parse(until);
  const { items, core, plan } = agendaDay(read, meeting, today);
  const byCall = new Set(plan.slots.filter(({ isRemote }) => isRemote).map(({ agencyId }) => agencyId));
  const times = discussionTimes(
    read,
    items.map(({ item }) => item.id),
    to,
  );
  const discussed = items.flatMap(({ item, agencies }) =>
    (times.get(item.id) ?? []).map((time) => ({ ...time, agencyIds: relevantIds(agencies) })),
  );
  const partners = attendanceOf(read, meeting.id).flatMap(({ id, agencyId, status, arrivedAt }) =>
    agencyId !== null && status === 'present' && !core.has(agencyId) && !byCall.has(agencyId) ? [{ id, agencyId, arrivedAt }] : [],
  );
  return Math.round(realWaiting({ discussed, present: presenceTimes(read, partners, { from, to }) }) / 60_000);
}
