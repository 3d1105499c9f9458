import { sql } from 'drizzle-orm';
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActionKind, ActionOutcome, ActionPriority, ActionUpdateKind } from '../../shared/language/action';
import { cases } from './cases';
import { day, instant, reference, rowId, words } from './columns';
import { meetings } from './meetings';
import { agencies, people } from './scheme';

/** Something an agency undertook to do. Space `case:<case id>`, or `scheme` for a general one without a case. */
export const actions = sqliteTable(
  'actions',
  {
    id: rowId(),
    /** Short reference for paper: year and running number, `26-043`. */
    reference: words('reference'),
    caseId: reference('case_id').references(() => cases.id),
    /** The conference at which it was set. */
    meetingId: reference('meeting_id').references(() => meetings.id),
    agencyId: reference('agency_id').references(() => agencies.id),
    personId: reference('person_id').references(() => people.id),
    text: words('text'),
    kind: text('kind').$type<ActionKind>().notNull().default('support'),
    priority: text('priority').$type<ActionPriority>().notNull().default('normal'),
    setOn: day('set_on'),
    dueOn: day('due_on'),
    /** Null while open. */
    outcome: text('outcome').$type<ActionOutcome>(),
    closedOn: day('closed_on'),
    closedAtMeetingId: reference('closed_at_meeting_id').references(() => meetings.id),
    closingNote: words('closing_note'),
  },
  (table) => [
    index('actions_by_case').on(table.caseId, table.outcome),
    index('actions_open').on(table.outcome, table.dueOn),
    index('actions_by_agency').on(table.agencyId, table.outcome, table.dueOn),
    index('actions_by_person').on(table.personId, table.outcome, table.dueOn),
    index('actions_by_meeting').on(table.meetingId),
    index('actions_by_reference').on(table.reference),
  ],
);

/** The story of an action. Rows are only ever added. */
export const actionUpdates = sqliteTable(
  'action_updates',
  {
    id: rowId(),
    actionId: reference('action_id').references(() => actions.id),
    caseId: reference('case_id').references(() => cases.id),
    kind: text('kind').$type<ActionUpdateKind>().notNull().default('note'),
    text: words('text'),
    meetingId: reference('meeting_id').references(() => meetings.id),
    personId: reference('person_id').references(() => people.id),
    madeAt: instant('made_at'),
  },
  (table) => [
    index('action_updates_by_action').on(table.actionId, table.madeAt),
    index('action_updates_by_meeting').on(table.meetingId),
    index('action_updates_carried').on(table.actionId).where(sql`kind = 'carried'`),
  ],
);
