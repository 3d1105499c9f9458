import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseRule } from '../../shared/agenda/day-rules';
import type { AgendaItemState, AgendaReason, SchemeDecision } from '../../shared/language/meeting';
import { cases } from './cases';
import { clockTime, day, instant, reference, rowId, whole, withdrawal, words, yesNo } from './columns';
import { meetings } from './meetings';
import { agencies, people } from './scheme';

/** One case on one agenda, and what was said and decided. Space `case:<case id>`. */
export const agendaItems = sqliteTable(
  'agenda_items',
  {
    id: rowId(),
    meetingId: reference('meeting_id').references(() => meetings.id),
    caseId: reference('case_id').references(() => cases.id),
    position: whole('position').notNull().default(0),
    /** The position it came in, before any ordering: what the saving is measured against. */
    listPosition: whole('list_position').notNull().default(0),
    minutes: whole('minutes').notNull().default(6),
    isPinned: yesNo('is_pinned'),
    /** When it must start; null where any time will do. */
    fixedStart: clockTime('fixed_start'),
    reason: text('reason').$type<AgendaReason>().notNull().default('by-hand'),
    state: text('state').$type<AgendaItemState>().notNull().default('waiting'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** Seconds on this case before the latest `started_at`, when it was left and come back to. */
    secondsBefore: whole('seconds_before').notNull().default(0),
    discussion: words('discussion'),
    decision: text('decision').$type<SchemeDecision>(),
    decisionText: words('decision_text'),
    rationale: words('rationale'),
    dissent: words('dissent'),
    /** JSON array of agency ids. */
    agreedBy: text('agreed_by').notNull().default('[]'),
    ...withdrawal(),
  },
  (table) => [index('agenda_items_by_meeting').on(table.meetingId, table.position), index('agenda_items_by_case').on(table.caseId)],
);

/** What a coordinator asks one agency about a case, to be answered by a day. Space `case:<case id>`. */
export const caseQuestions = sqliteTable(
  'case_questions',
  {
    id: rowId(),
    caseId: reference('case_id').references(() => cases.id),
    /** The conference before which the answer is wanted; null where none was planned. */
    meetingId: reference('meeting_id').references(() => meetings.id),
    /** Who is asked. Like the rest of the row it never changes: another question is another row. */
    agencyId: reference('agency_id').references(() => agencies.id),
    text: words('text'),
    wantedOn: day('wanted_on'),
    askedAt: instant('asked_at'),
    askedBy: reference('asked_by').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [
    index('case_questions_by_case').on(table.caseId),
    index('case_questions_by_agency').on(table.agencyId, table.wantedOn),
    index('case_questions_by_meeting').on(table.meetingId),
    index('case_questions_by_day').on(table.wantedOn),
  ],
);

/** An agency's written update on a case, before or at a conference. Space `case:<case id>`. */
export const contributions = sqliteTable(
  'contributions',
  {
    id: rowId(),
    caseId: reference('case_id').references(() => cases.id),
    meetingId: reference('meeting_id').references(() => meetings.id),
    agencyId: reference('agency_id').references(() => agencies.id),
    personId: reference('person_id').references(() => people.id),
    text: words('text'),
    sentAt: instant('sent_at'),
    /** The question that it answers, where its agency was asked one. */
    questionId: reference('question_id').references(() => caseQuestions.id),
    ...withdrawal(),
  },
  (table) => [
    index('contributions_by_case').on(table.caseId, table.meetingId),
    index('contributions_by_meeting').on(table.meetingId),
    index('contributions_by_question').on(table.questionId),
  ],
);

/** When, and how, an agency can come to a conference. Space `scheme`: it says nothing of any case. */
export const agencyVisits = sqliteTable(
  'agency_visits',
  {
    id: rowId(),
    meetingId: reference('meeting_id').references(() => meetings.id),
    agencyId: reference('agency_id').references(() => agencies.id),
    comesFrom: clockTime('comes_from'),
    comesUntil: clockTime('comes_until'),
    isRemote: yesNo('is_remote'),
    ...withdrawal(),
  },
  (table) => [index('agency_visits_by_meeting').on(table.meetingId)],
);

/** What one agenda asks for a case: beside another, its agencies apart from another's, or without an agency. Space `case:<case id>`. */
export const caseRules = sqliteTable(
  'case_rules',
  {
    id: rowId(),
    meetingId: reference('meeting_id').references(() => meetings.id),
    caseId: reference('case_id').references(() => cases.id),
    kind: text('kind').$type<CaseRule['kind']>().notNull().default('together'),
    /** The other case of two. Not a foreign key: whoever may know the one case need not know the other. */
    otherCaseId: reference('other_case_id'),
    /** The agency that must not hear it. */
    agencyId: reference('agency_id').references(() => agencies.id),
    reason: words('reason'),
    ...withdrawal(),
  },
  (table) => [index('case_rules_by_meeting').on(table.meetingId), index('case_rules_by_case').on(table.caseId)],
);
