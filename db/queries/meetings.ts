import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { MeetingRow } from '../../shared/views/agenda';
import type { AttendanceView } from '../../shared/views/chairing';
import type { Reader } from '../connection';
import { agendaBreaks, agendaItems, attendances, meetings } from '../schema';

export type StoredMeeting = typeof meetings.$inferSelect;
export type StoredItem = typeof agendaItems.$inferSelect;
export type StoredBreak = typeof agendaBreaks.$inferSelect;

/** Every conference, the latest first. */
export function listMeetings(read: Reader): readonly MeetingRow[] {
  return meetingRows(read, null);
}

export function meetingRow(read: Reader, id: string): MeetingRow | undefined {
  return meetingRows(read, id)[0];
}

function meetingRows(read: Reader, id: string | null): readonly MeetingRow[] {
  return read.all<MeetingRow>(
    sql`select m.id, m.number, m.title, m.place, m.held_on as heldOn, m.starts_at as startsAt, m.state, coalesce(p.name, '') as chairName,
          m.planned_waiting as plannedWaiting, m.real_waiting as realWaiting,
          (select count(*) from agenda_items i where i.meeting_id = m.id and i.withdrawn_on is null) as cases
        from meetings m left join people p on p.id = m.chair_id
        where m.kind = 'conference' ${id === null ? sql`` : sql`and m.id = ${id}`} order by m.held_on desc, m.starts_at desc, m.id desc`,
  );
}

export function findMeeting(read: Reader, id: string): StoredMeeting | undefined {
  return read.select().from(meetings).where(eq(meetings.id, id)).get();
}

/** The first conference after this one that is still being prepared. */
export function nextPlanned(read: Reader, heldOn: string): StoredMeeting | undefined {
  return read
    .select()
    .from(meetings)
    .where(and(eq(meetings.kind, 'conference'), gt(meetings.heldOn, heldOn), inArray(meetings.state, ['planned', 'agenda-issued'])))
    .orderBy(asc(meetings.heldOn), asc(meetings.startsAt))
    .get();
}

export function highestMeetingNumber(read: Reader): number {
  return read.select({ number: sql<number | null>`max(number)` }).from(meetings).get()?.number ?? 0;
}

/** The cases of an agenda in their order. */
export function itemsOf(read: Reader, meetingId: string): readonly StoredItem[] {
  return read
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.withdrawnOn)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))
    .all();
}

export function findItem(read: Reader, id: string): StoredItem | undefined {
  return read
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.id, id), isNull(agendaItems.withdrawnOn)))
    .get();
}

export function breaksOf(read: Reader, meetingId: string): readonly StoredBreak[] {
  return read
    .select()
    .from(agendaBreaks)
    .where(and(eq(agendaBreaks.meetingId, meetingId), isNull(agendaBreaks.withdrawnOn)))
    .orderBy(asc(agendaBreaks.afterPosition), asc(agendaBreaks.id))
    .all();
}

/** Who came to a conference, in the order of the agencies' names. */
export function attendanceOf(read: Reader, meetingId: string): readonly AttendanceView[] {
  return read.all<AttendanceView>(
    sql`select t.id, t.agency_id as agencyId, t.person_id as personId, coalesce(nullif(t.guest_name, ''), p.name, '') as name, t.status,
          t.arrived_at as arrivedAt, t.left_at as leftAt
        from attendances t left join people p on p.id = t.person_id left join agencies a on a.id = t.agency_id
        where t.meeting_id = ${meetingId} and t.withdrawn_on is null order by a.is_core desc, a.name, name, t.id`,
  );
}

export function findAttendance(read: Reader, id: string): typeof attendances.$inferSelect | undefined {
  return read.select().from(attendances).where(eq(attendances.id, id)).get();
}

/** Whether a conference has discussed a case since an instant. */
export function wasHeardSince(read: Reader, caseId: string, since: string | null): boolean {
  return (
    read.get(
      sql`select 1 from agenda_items where case_id = ${caseId} and state = 'discussed' and withdrawn_on is null and ended_at > ${since ?? ''} limit 1`,
    ) !== undefined
  );
}

/** The latest day before `before` on which each of these cases was discussed. */
export function lastDiscussed(read: Reader, caseIds: readonly string[], before: string): ReadonlyMap<string, string> {
  const rows = read
    .select({ caseId: agendaItems.caseId, on: sql<string | null>`max(${meetings.heldOn})` })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        sql`${agendaItems.caseId} in (select value from json_each(${JSON.stringify(caseIds)}))`,
        eq(agendaItems.state, 'discussed'),
        isNull(agendaItems.withdrawnOn),
        sql`${meetings.heldOn} < ${before}`,
      ),
    )
    .groupBy(agendaItems.caseId)
    .orderBy(desc(agendaItems.caseId))
    .all();
  return new Map(rows.flatMap(({ caseId, on }) => (caseId && on ? [[caseId, on]] : [])));
}
