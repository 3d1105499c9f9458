import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AttendanceStatus, MeetingState } from '../../shared/language/meeting';
import { clockTime, day, instant, reference, rowId, whole, withdrawal, words } from './columns';
import { agencies, people } from './scheme';

/** A conference. Space `scheme`: that it takes place is no secret, whom it discusses is in each case's own space. */
export const meetings = sqliteTable(
  'meetings',
  {
    id: rowId(),
    number: whole('number'),
    title: words('title'),
    place: words('place'),
    heldOn: day('held_on'),
    startsAt: clockTime('starts_at').notNull().default('10:00'),
    chairId: reference('chair_id').references(() => people.id),
    state: text('state').$type<MeetingState>().notNull().default('planned'),
    statementAgreedAt: instant('statement_agreed_at'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** Version of the issued agenda, 0 while it is a draft. */
    agendaVersion: whole('agenda_version').notNull().default(0),
    /** Minutes that partners wait by the plan, and would have in list order; kept when the agenda is issued. */
    plannedWaiting: whole('planned_waiting'),
    listOrderWaiting: whole('list_order_waiting'),
    leastWaiting: whole('least_waiting'),
  },
  (table) => [index('meetings_by_day').on(table.heldOn), index('meetings_by_state').on(table.state)],
);

/** A pause between two cases. Space `scheme`. */
export const agendaBreaks = sqliteTable(
  'agenda_breaks',
  {
    id: rowId(),
    meetingId: reference('meeting_id').references(() => meetings.id),
    /** Comes after this many cases. */
    afterPosition: whole('after_position').notNull().default(0),
    minutes: whole('minutes').notNull().default(10),
    title: words('title'),
    ...withdrawal(),
  },
  (table) => [index('agenda_breaks_by_meeting').on(table.meetingId)],
);

/** Who came. One row an agency and named person. Space `scheme`. */
export const attendances = sqliteTable(
  'attendances',
  {
    id: rowId(),
    meetingId: reference('meeting_id').references(() => meetings.id),
    agencyId: reference('agency_id').references(() => agencies.id),
    personId: reference('person_id').references(() => people.id),
    /** For someone who is not in the scheme: an observer, a locum. */
    guestName: words('guest_name'),
    status: text('status').$type<AttendanceStatus>().notNull().default('present'),
    arrivedAt: instant('arrived_at'),
    leftAt: instant('left_at'),
    ...withdrawal(),
  },
  (table) => [index('attendances_by_meeting').on(table.meetingId)],
);
