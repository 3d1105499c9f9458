import { type SQL, sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import { addDays } from '../../shared/language/dates';
import type { AnswerView, QuestionView } from '../../shared/views/questions';
import type { Reader } from '../connection';
import { among } from './among';
import { partedCases } from './partings';
import { relevance } from './relevance';

/** A question that nobody answered within eight weeks of its day is no longer asked after; it stays on its case. */
const daysAfter = 56;

/**
 * Whether a contribution `c` answers a question `q`. The agency's own word on the case alone does, whatever another update
 * says that it answers.
 */
export const isAnswer = sql`q.id = c.question_id and q.agency_id = c.agency_id and q.case_id = c.case_id`;

/**
 * Whether an answer `c` to a question `q` came when the conference that it was asked for had heard the case, or was over. It
 * settles the question and is read at the conference after that. What was called off can be answered late by nobody.
 */
export const isTooLate = sql`exists (
  select 1 from meetings asked_for
  left join agenda_items heard
    on heard.meeting_id = asked_for.id and heard.case_id = c.case_id and heard.state = 'discussed' and heard.withdrawn_on is null
  where asked_for.id = q.meeting_id and asked_for.state in ('running', 'closed', 'final')
    and c.sent_at > coalesce(heard.ended_at, asked_for.ended_at))`;

/** The day of the conference that an answer `c` to a question `q` came too late for; null where it came in time. */
export const missedDay = sql<string | null>`(select missed.held_on from meetings missed where missed.id = q.meeting_id and ${isTooLate})`;

const isUnanswered = sql`not exists (select 1 from contributions c where ${isAnswer} and c.withdrawn_on is null)`;

/** All questions on one case: those without an answer first, the soonest wanted first; then the rest, the latest first. */
export function questionsOn(read: Reader, caseId: string): readonly QuestionView[] {
  const found = questionsWhere(read, sql`q.case_id = ${caseId}`);
  const isOpen = ({ answers }: QuestionView) => answers.length === 0;
  return [...found.filter(isOpen), ...found.filter((question) => !isOpen(question)).toReversed()];
}

/**
 * What one agency was asked and has not answered, on cases that concern it: an agency that was taken off a case since may not
 * read there what it was asked.
 */
export function questionsTo(read: Reader, agencyId: string, today: string): readonly QuestionView[] {
  const asked = questionsWhere(read, sql`q.agency_id = ${agencyId} and ${isAskedAfter(today)}`);
  if (asked.length === 0) return [];
  const parted = partedCases(read, agencyId);
  const concerned = relevance(read, [...new Set(asked.map(({ caseId }) => caseId))], today);
  return asked.filter(
    ({ caseId }) => !parted.has(caseId) && concerned.get(caseId)?.some((view) => view.agencyId === agencyId && view.isRelevant) === true,
  );
}

/** What anybody was asked and has not answered. */
export function unansweredQuestions(read: Reader, today: string): readonly QuestionView[] {
  return questionsWhere(read, isAskedAfter(today));
}

const isAskedAfter = (today: string) => sql`q.wanted_on >= ${addDays(today, -daysAfter)} and k.state <> 'left' and ${isUnanswered}`;

/**
 * How many questions for a conference each agency left unanswered until it was over, on some of its cases: an answer that came
 * afterwards is not in its minutes, so that it was owed stays there.
 */
export function unansweredAt(read: Reader, meetingId: string, caseIds: readonly string[]): ReadonlyMap<string, number> {
  const rows = read.all<{ agencyId: string; count: number }>(
    sql`select q.agency_id as agencyId, count(*) as count from case_questions q
        where q.meeting_id = ${meetingId} and q.withdrawn_on is null and ${among(sql`q.case_id`, caseIds)}
          and not exists (select 1 from contributions c join meetings m on m.id = q.meeting_id
            where ${isAnswer} and c.withdrawn_on is null and (m.ended_at is null or c.sent_at <= m.ended_at))
        group by q.agency_id`,
  );
  return new Map(rows.map(({ agencyId, count }) => [agencyId, count]));
}

export interface LastAnswer {
  readonly at: string;
  /** When one last came too late for the conference that it was asked for; null where none did. */
  readonly lateAt: string | null;
}

/** When anything asked on each of these cases was last answered. */
export function lastAnswers(read: Reader, caseIds: readonly string[]): ReadonlyMap<string, LastAnswer> {
  const rows = read.all<LastAnswer & { readonly caseId: string }>(
    sql`select q.case_id as caseId, max(c.sent_at) as at, max(case when ${isTooLate} then c.sent_at end) as lateAt
        from case_questions q join contributions c on ${isAnswer}
        where ${among(sql`q.case_id`, caseIds)} and q.withdrawn_on is null and c.withdrawn_on is null and c.sent_at is not null
        group by q.case_id`,
  );
  return new Map(rows.map(({ caseId, ...answer }) => [caseId, answer]));
}

function questionsWhere(read: Reader, condition: SQL): readonly QuestionView[] {
  const rows = read.all<Omit<QuestionView, 'caseName' | 'answers'> & { surname: string; forenames: string }>(
    sql`select q.id, q.case_id as caseId, k.surname, k.forenames, q.agency_id as agencyId, q.text, q.wanted_on as wantedOn,
          q.meeting_id as meetingId,
          (select m.held_on from meetings m where m.id = q.meeting_id and m.state in ('closed', 'final')) as overSince, q.asked_at as askedAt, coalesce(p.name, '') as askedByName
        from case_questions q join cases k on k.id = q.case_id left join people p on p.id = q.asked_by
        where ${condition} and q.withdrawn_on is null and q.wanted_on is not null and q.agency_id is not null
        order by q.wanted_on, q.asked_at, q.id`,
  );
  const answersOf = answersTo(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map(({ surname, forenames, ...row }) => ({
    ...row,
    caseName: caseName(surname, forenames),
    answers: answersOf.get(row.id) ?? [],
  }));
}

function answersTo(read: Reader, ids: readonly string[]): ReadonlyMap<string, readonly AnswerView[]> {
  const rows = read.all<AnswerView & { readonly questionId: string }>(
    sql`select c.id, c.text, coalesce(p.name, '') as personName, c.sent_at as sentAt, c.question_id as questionId,
          ${missedDay} as missed
        from contributions c join case_questions q on ${isAnswer} left join people p on p.id = c.person_id
        where ${among(sql`c.question_id`, ids)} and c.withdrawn_on is null order by c.sent_at, c.id`,
  );
  const byQuestion = Map.groupBy(rows, ({ questionId }) => questionId);
  return new Map([...byQuestion].map(([id, of]) => [id, of.map(({ questionId: _, ...answer }) => answer)]));
}
