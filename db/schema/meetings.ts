import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgendaOrderRule } from '../../shared/agenda/day-rules';
import type { AttendanceStatus, MeetingKind, MeetingState } from '../../shared/language/meeting';
import { clockTime, day, instant, reference, rowId, whole, withdrawal, words, yesNo } from './columns';
import { agencies, people } from './scheme';

/** A conference. Space `scheme`: that it takes place is no secret, whom it discusses is in each case's own space. */
export const meetings = sqliteTable(
  'meetings',
  {
    id: rowId(),
    /** A selection panel is a meeting too, with cases that join or leave before it instead of an agenda. */
    kind: text('kind').$type<MeetingKind>().notNull().default('conference'),
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
    /** The least that was found when it was issued, and whether no order could be better. */
    leastWaiting: whole('least_waiting'),
    isLeastProven: yesNo('is_least_proven'),
    /** Minutes that partners really waited; kept when the conference is closed. */
    realWaiting: whole('real_waiting'),
    /** How colours come in the agenda. */
    orderRule: text('order_rule').$type<AgendaOrderRule>().notNull().default('any'),
    /** Both where the conference is split into two sittings, else null. */
    firstSittingEndsAt: clockTime('first_sitting_ends_at'),
    secondSittingStartsAt: clockTime('second_sitting_starts_at'),
    /** The most that it may take, without the time between sittings. */
    mostMinutes: whole('most_minutes'),
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
    /** For one that begins at a time, whatever the case before it. */
    beginsAt: clockTime('begins_at'),
    title: words('title'),
    ...withdrawal(),
  },
  (table) => [index('agenda_breaks_by_meeting').on(table.meetingId)],
);

/**
 * When one agency is in the room, by the agenda as issued. Space `scheme`: a partner's copy does not hold the cases of
 * others, so it could not work this out. No case is named here. The id follows from the conference and the agency.
 */
export const agendaSlots = sqliteTable(
  'agenda_slots',
  {
    id: rowId(),
    meetingId: reference('meeting_id').references(() => meetings.id),
    agencyId: reference('agency_id').references(() => agencies.id),
    /** Minutes from the start of the conference. */
    arrives: whole('arrives').notNull().default(0),
    leaves: whole('leaves').notNull().default(0),
    /** JSON array of pairs of such minutes, where it comes more than once; `[]` where it stays from arrival to departure. */
    stays: text('stays').notNull().default('[]'),
    /** It takes part by call. */
    isRemote: yesNo('is_remote'),
    /**
     * Its calendar entries where a conference is or was split, one for each sitting, as a JSON array of
     * `[sitting, from, until, sequence, is standing]`; `[]` where one entry with this row's sequence holds all of it.
     */
    entries: text('entries').notNull().default('[]'),
    /** Of its invitation (RFC 5545): rises with each change of the slot, or of the day, hour or place. */
    sequence: whole('sequence').notNull().default(0),
    changedAt: instant('changed_at'),
    ...withdrawal(),
  },
  (table) => [index('agenda_slots_by_meeting').on(table.meetingId)],
);

/** An invitation that was made for an agency, as it stood then. Rows are only ever added. Space `office`. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: rowId(),
    meetingId: reference('meeting_id').references(() => meetings.id),
    agencyId: reference('agency_id').references(() => agencies.id),
    sequence: whole('sequence').notNull().default(0),
    /** It calls off an earlier one. */
    isCancellation: yesNo('is_cancellation'),
    heldOn: day('held_on'),
    arrivesAt: clockTime('arrives_at'),
    leavesAt: clockTime('leaves_at'),
    place: words('place'),
    /** JSON array of the sittings that it has a calendar entry for. */
    sittings: text('sittings').notNull().default('[1]'),
    /** Addresses it was made out to, a comma between them; empty where none was known. */
    recipients: words('recipients'),
    madeAt: instant('made_at'),
    madeBy: reference('made_by').references(() => people.id),
  },
  (table) => [index('invitations_by_meeting').on(table.meetingId, table.agencyId, table.madeAt)],
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
