import { eq, inArray, sql } from 'drizzle-orm';
import type { Colour } from '../../shared/language/colour';
import type { NeedPriority, Pathway, Progress } from '../../shared/language/pathway';
import type { Reader } from '../connection';
import { agencies, cases, people, riskWarnings, schemes } from '../schema';
import { type Among, among } from './among';
import type { CaseRow } from './cases';
import { isAnswer, isTooLate, missedDay } from './questions';
import { textsByCase } from './texts-by-case';

export type SchemeRow = typeof schemes.$inferSelect;

export function theScheme(read: Reader): SchemeRow {
  const scheme = read.select().from(schemes).where(eq(schemes.id, 'scheme')).get();
  if (!scheme) throw new Error('The scheme file holds no scheme.');
  return scheme;
}

export function casesById(read: Reader, ids: readonly string[]): ReadonlyMap<string, CaseRow> {
  const rows = read.select().from(cases).where(among(cases.id, ids)).all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Names of agencies by id, and of people by id. */
export function names(read: Reader): { readonly agency: (id: string | null) => string; readonly person: (id: string | null) => string } {
  const agencyNames = new Map(
    read
      .select({ id: agencies.id, name: agencies.name })
      .from(agencies)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const personNames = new Map(
    read
      .select({ id: people.id, name: people.name })
      .from(people)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return { agency: (id) => agencyNames.get(id ?? '') ?? '', person: (id) => personNames.get(id ?? '') ?? '' };
}

export function warningsByCase(read: Reader, ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return textsByCase(
    read,
    sql`select case_id as caseId, warning as text from ${riskWarnings} where withdrawn_on is null and ${among(sql`case_id`, ids)} order by raised_on, id`,
  );
}

export interface NeedFacts {
  readonly caseId: string;
  readonly pathway: Pathway;
  readonly priority: NeedPriority;
  readonly progress: Progress | null;
}

/** Needs of cases with their latest progress, the most pressing first. */
export function needsOf(read: Reader, ids: readonly string[]): readonly NeedFacts[] {
  return read.all<NeedFacts>(
    sql`select n.case_id as caseId, n.pathway, n.priority,
          (select r.progress from need_reviews r where r.case_id = n.case_id and r.need_id = n.id order by r.reviewed_on desc, r.reviewed_at desc limit 1) as progress
        from needs n where n.withdrawn_on is null and n.pathway is not null and ${among(sql`n.case_id`, ids)}
        order by case n.priority when 'high' then 0 when 'medium' then 1 else 2 end, n.pathway`,
  );
}

export interface MeetingColourChange {
  readonly caseId: string;
  readonly colour: Colour;
  readonly reason: string;
}

/** What a conference decided of colours: the last for each case. */
export function colourChangesAt(read: Reader, meetingId: string): ReadonlyMap<string, MeetingColourChange> {
  const rows = read.all<MeetingColourChange>(
    sql`select case_id as caseId, colour, reason from colour_changes where meeting_id = ${meetingId} and colour is not null and case_id is not null
        order by decided_on, decided_at, id`,
  );
  return new Map(rows.map((row) => [row.caseId, row]));
}

export interface MeetingContribution {
  readonly caseId: string;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly text: string;
  /** What it answers; empty where nothing was asked. */
  readonly question: string;
  /** The day of the conference that the answer was wanted for and came too late for; null where it came in time. */
  readonly missed: string | null;
}

/**
 * Updates for a conference on its cases: those sent for it, and those sent without one, or too late for the one before, since
 * each case was last discussed (`lastOn`, days by case id) and before the conference ended.
 */
export function contributionsAt(
  read: Reader,
  { id, endedAt }: { readonly id: string; readonly endedAt: string | null },
  lastOn: ReadonlyMap<string, string>,
  caseIds: readonly string[],
): readonly MeetingContribution[] {
  const rows = read.all<MeetingContribution & { readonly isForThis: number; readonly sentAt: string }>(
    sql`select c.case_id as caseId, c.agency_id as agencyId, c.person_id as personId, c.text,
          c.meeting_id is ${id} and not ${isTooLate} as isForThis,
          coalesce(c.sent_at, '') as sentAt, coalesce(q.text, '') as question, ${missedDay} as missed
        from contributions c left join agencies a on a.id = c.agency_id
          left join case_questions q on ${isAnswer}
        where (c.meeting_id = ${id} or c.meeting_id is null or ${isTooLate}) and c.withdrawn_on is null and ${among(sql`c.case_id`, caseIds)}
        order by a.is_core desc, c.sent_at, c.id`,
  );
  return rows
    .filter(
      ({ caseId, isForThis, sentAt }) =>
        isForThis === 1 || (sentAt > (lastOn.get(caseId) ?? '') && (endedAt === null || sentAt <= endedAt)),
    )
    .map(({ isForThis: _, sentAt: __, ...contribution }) => contribution);
}

/** Events of cases from a day on, oldest first. */
export function eventsSince(
  read: Reader,
  ids: Among,
  since: string,
): readonly { readonly caseId: string; readonly title: string; readonly detail: string }[] {
  return read.all(
    sql`select case_id as caseId, title, detail from case_events
        where withdrawn_on is null and case_id is not null and happened_on >= ${since} and ${among(sql`case_id`, ids) ?? sql`true`} order by happened_on, id`,
  );
}

/** People of an agency who are still there, in the order of their names. */
export function peopleOf(
  read: Reader,
  agencyIds: readonly string[],
): readonly { readonly agencyId: string | null; readonly name: string; readonly post: string }[] {
  return read
    .select({ agencyId: people.agencyId, name: people.name, post: people.post })
    .from(people)
    .where(sql`${inArray(people.agencyId, [...agencyIds])} and ${people.withdrawnOn} is null`)
    .orderBy(people.name)
    .all();
}
