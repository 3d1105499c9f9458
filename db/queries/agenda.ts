import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { AgencyVisit, CaseRule, DayRules } from '../../shared/agenda/day-rules';
import type { Colour } from '../../shared/language/colour';
import { dayOf } from '../../shared/language/scheme-place';
import type { Reader } from '../connection';
import { agencyVisits, caseRules } from '../schema';
import { caseNames, coloursNow } from './cases';
import { lastDiscussed, type StoredMeeting } from './meetings';
import { type LastAnswer, lastAnswers } from './questions';

/** What decides whether a case belongs on an agenda, and how long it may take. */
export interface AgendaFacts {
  readonly caseId: string;
  readonly caseName: string;
  readonly colour: Colour | null;
  readonly reviewDue: string | null;
  /** When each open action is due; null for one without a date. */
  readonly openActionsDue: readonly (string | null)[];
  readonly lastDiscussedOn: string | null;
  /** The latest day on which something about the case was recorded outside of a conference. */
  readonly lastChangedOn: string | null;
  /** The latest day on which an agency answered a question, where no conference has discussed the case with it. */
  readonly answeredOn: string | null;
}

interface StoredFacts {
  readonly caseId: string;
  readonly reviewDue: string | null;
  /** JSON array. */
  readonly openActionsDue: string;
  readonly changedAt: string | null;
}

/** The facts of every adopted case, or of some, for a conference on a day. */
export function agendaFacts(read: Reader, heldOn: string, caseIds: readonly string[] | 'all'): readonly AgendaFacts[] {
  const only = caseIds === 'all' ? sql`c.state = 'adopted'` : sql`c.id in (select value from json_each(${JSON.stringify(caseIds)}))`;
  const rows = read.all<StoredFacts>(
    sql`select c.id as caseId, c.review_due as reviewDue, coalesce(a.due, '[]') as openActionsDue,
          (select max(k.stamp) from commits k where k.space = 'case:' || c.id and k.meeting is null) as changedAt
        from cases c
        left join (select case_id, json_group_array(due_on) as due from actions where outcome is null group by case_id) a
          on a.case_id = c.id
        where ${only} order by c.surname, c.forenames, c.id`,
  );
  const ids = rows.map(({ caseId }) => caseId);
  const names = caseNames(read, ids);
  const colours = coloursNow(read, ids);
  const discussed = lastDiscussed(read, ids, heldOn);
  const answers = lastAnswers(read, ids);
  return rows.map(({ changedAt, openActionsDue, ...row }) => ({
    ...row,
    openActionsDue: JSON.parse(openActionsDue) as (string | null)[],
    caseName: names.get(row.caseId) ?? '',
    colour: colours.get(row.caseId)?.colour ?? null,
    lastDiscussedOn: discussed.get(row.caseId) ?? null,
    answeredOn: unheardSince(discussed.get(row.caseId) ?? null, answers.get(row.caseId)),
    // A stamp begins with the milliseconds of its instant.
    lastChangedOn: changedAt === null ? null : dayOf(new Date(Number(changedAt.slice(0, 15))).toISOString()),
  }));
}

/** The day of the last answer, unless the case was discussed on a later day, or on that day with the answer in hand. */
function unheardSince(discussedOn: string | null, answer: LastAnswer | undefined): string | null {
  if (!answer) return null;
  const on = dayOf(answer.at);
  if (discussedOn === null || on > discussedOn) return on;
  return answer.lateAt !== null && dayOf(answer.lateAt) >= discussedOn ? dayOf(answer.lateAt) : null;
}

export type StoredVisit = typeof agencyVisits.$inferSelect;
export type StoredCaseRule = typeof caseRules.$inferSelect;

/** When and how agencies can come to a conference. */
export function visitsOf(read: Reader, meetingId: string): readonly StoredVisit[] {
  return read
    .select()
    .from(agencyVisits)
    .where(and(eq(agencyVisits.meetingId, meetingId), isNull(agencyVisits.withdrawnOn)))
    .orderBy(asc(agencyVisits.agencyId), asc(agencyVisits.id))
    .all();
}

/** What an agenda asks for its cases. */
export function caseRulesOf(read: Reader, meetingId: string): readonly StoredCaseRule[] {
  return read
    .select()
    .from(caseRules)
    .where(and(eq(caseRules.meetingId, meetingId), isNull(caseRules.withdrawnOn)))
    .orderBy(asc(caseRules.id))
    .all();
}

/**
 * The rules of a conference. One about a case that is not on the agenda, or not in this copy of the scheme, is left out.
 *
 * @param items the cases on its agenda.
 */
export function rulesOf(
  read: Reader,
  meeting: StoredMeeting,
  items: readonly { readonly id: string; readonly caseId: string }[],
): DayRules {
  const itemOf = new Map(items.map(({ id, caseId }) => [caseId, id]));
  const { firstSittingEndsAt: firstEndsAt, secondSittingStartsAt: secondStartsAt } = meeting;
  // Two devices may each have said when an agency comes: the row that was made later counts.
  const visits = new Map(
    visitsOf(read, meeting.id).flatMap(({ agencyId, comesFrom: from, comesUntil: until, isRemote }): [string, AgencyVisit][] =>
      agencyId === null ? [] : [[agencyId, { agencyId, from, until, isRemote }]],
    ),
  );
  return {
    order: meeting.orderRule,
    sittings: firstEndsAt !== null && secondStartsAt !== null ? { firstEndsAt, secondStartsAt } : null,
    mostMinutes: meeting.mostMinutes,
    visits: [...visits.values()],
    caseRules: caseRulesOf(read, meeting.id).flatMap(({ id, kind, caseId, otherCaseId, agencyId, reason }): readonly CaseRule[] => {
      const itemId = itemOf.get(caseId ?? '');
      const otherId = itemOf.get(otherCaseId ?? '');
      if (itemId === undefined) return [];
      if (kind === 'not-while') return agencyId === null ? [] : [{ id, kind, itemId, agencyId, reason }];
      return otherId === undefined ? [] : [{ id, kind, itemIds: [itemId, otherId] }];
    }),
  };
}
