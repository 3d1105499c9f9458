import { sql } from 'drizzle-orm';
import type { DefinitionFact } from '../../shared/insight/definitions';
import type { EqualityFact } from '../../shared/insight/equality-groups';
import type { Happened } from '../../shared/insight/equality-releases';
import {
  type ActionFact,
  type CaseFact,
  type ColourFact,
  type LeavingFact,
  type MeetingFact,
  type NeedFact,
  staysOf,
} from '../../shared/insight/facts';
import type { ReleaseFact } from '../../shared/insight/releases';
import { addDays } from '../../shared/language/dates';
import { readinessItems } from '../../shared/language/release';
import { instantOf } from '../../shared/language/scheme-place';
import type { Reader } from '../connection';
import { importUndoneReason } from './imports';

/** The instant at which a day begins, ISO 8601 UTC. */
const startOfDay = (day: string) => new Date(instantOf(day, '00:00')).toISOString();

type StoredCase = Omit<CaseFact, 'stays'> & { readonly adoptedOn: string | null; readonly leftOn: string | null };

/**
 * Whole tables in one pass each, with no more than Insight counts; it is counted in `shared/insight`. Cases that an import had
 * made and that were taken back with it never were the scheme's.
 */
export function caseFacts(read: Reader): readonly CaseFact[] {
  const rows = read.all<StoredCase>(
    sql`select id, area, cohort_part as cohortPart, state, adopted_on as adoptedOn, left_on as leftOn, statutory_position as statutoryPosition,
          rosh, lead_person_id as leadPersonId, lead_agency_id as leadAgencyId, review_due as reviewDue,
          nullif(max(coalesce(licence_ends_on, ''), coalesce(order_ends_on, ''), coalesce(supervision_ends_on, '')), '') as supervisionEndedOn
        from cases where not (state = 'left' and left_reason = ${importUndoneReason}) order by id`,
  );
  const leavings = Map.groupBy(
    read.all<LeavingFact & { readonly caseId: string }>(
      sql`select case_id as caseId, adopted_on as adoptedOn, decided_on as leftOn from cohort_decisions
          where kind = 'left' and withdrawn_on is null and decided_on is not null and case_id is not null`,
    ),
    ({ caseId }) => caseId,
  );
  return rows.map(({ adoptedOn, leftOn, ...row }) => ({
    ...row,
    stays: staysOf({ state: row.state, adoptedOn, leftOn }, leavings.get(row.id) ?? []),
  }));
}

/** Every colour of every case, each case's in the order in which they held, by an index that holds all that is read. */
export function colourFacts(read: Reader): readonly ColourFact[] {
  return read.all<ColourFact>(
    sql`select case_id as caseId, colour, decided_on as decidedOn from colour_changes
        where case_id is not null and colour is not null and decided_on is not null order by case_id, decided_on, decided_at, id`,
  );
}

/** Needs with their progress at the last review on or before a day. */
export function needFacts(read: Reader, day: string): readonly NeedFact[] {
  return read.all<NeedFact>(
    sql`select n.case_id as caseId, n.pathway, n.identified_on as identifiedOn,
          (select r.progress from need_reviews r where r.case_id = n.case_id and r.need_id = n.id and r.reviewed_on <= ${day}
           order by r.reviewed_on desc, r.reviewed_at desc, r.id desc limit 1) as progress
        from needs n where n.withdrawn_on is null and n.case_id is not null and n.pathway is not null order by n.case_id, n.id`,
  );
}

/**
 * Actions that fell due, or where they have no date were set, within a period, with how often each had been carried forward by
 * its end.
 */
export function actionFacts(read: Reader, from: string, to: string): readonly ActionFact[] {
  return read.all<ActionFact>(
    sql`select a.case_id as caseId, a.agency_id as agencyId, a.set_on as setOn, a.due_on as dueOn, a.outcome, a.closed_on as closedOn,
          coalesce(u.times, 0) as timesCarried
        from actions a
          left join (select action_id, count(*) as times from action_updates where kind = 'carried' and coalesce(made_at, '') < ${startOfDay(addDays(to, 1))} group by action_id) u on u.action_id = a.id
        where coalesce(a.due_on, a.set_on) between ${from} and ${to}`,
  );
}

/** Conferences that were held, the earliest first. */
export function meetingFacts(read: Reader, from: string, to: string): readonly MeetingFact[] {
  return read.all<MeetingFact>(
    sql`select id, held_on as heldOn, planned_waiting as planned, real_waiting as real, list_order_waiting as listOrder, least_waiting as least
        from meetings where kind = 'conference' and state in ('closed', 'final') and held_on between ${from} and ${to} order by held_on, starts_at, id`,
  );
}

/** The days on which conferences were held, the earliest first. */
export function conferenceDays(read: Reader): readonly string[] {
  const rows = read.all<{ day: string }>(
    sql`select distinct held_on as day from meetings
        where kind = 'conference' and state in ('closed', 'final') and held_on is not null order by held_on`,
  );
  return rows.map(({ day }) => day);
}

/** What equality monitoring knows of each person. */
export function equalityPeople(read: Reader): readonly EqualityFact[] {
  return read.all<EqualityFact>(sql`select id as caseId, sex, date_of_birth as dateOfBirth, ethnicity, disability from cases order by id`);
}

/** Who joined or left up to a day, by the decisions on it. */
export function placesDecided(read: Reader, kind: 'adopted' | 'left', to: string): readonly Happened[] {
  return read.all<Happened>(
    sql`select case_id as caseId, decided_on as "on" from cohort_decisions
        where kind = ${kind} and decided_on <= ${to} and withdrawn_on is null and case_id is not null`,
  );
}

/** Enforcement actions set up to a day. */
export function enforcementSet(read: Reader, to: string): readonly Happened[] {
  return read.all<Happened>(
    sql`select case_id as caseId, set_on as "on" from actions
        where kind = 'enforcement' and set_on <= ${to} and case_id is not null`,
  );
}

/** Releases that happened within a period, each with what was not ready and the dates said before it. */
export function releaseFacts(read: Reader, from: string, to: string): readonly ReleaseFact[] {
  const happened = read.all<{ id: string; caseId: string; releasedOn: string; gaps: number }>(
    sql`select r.id, r.case_id as caseId, r.ended_on as releasedOn,
          ${readinessItems.length} - (select count(*) from release_checks c
            where c.case_id = r.case_id and c.release_id = r.id and c.state in ('ready', 'not-needed')) as gaps
        from releases r where r.state = 'released' and r.ended_on between ${from} and ${to} and r.case_id is not null order by r.ended_on, r.id`,
  );
  const said = read.all<{ releaseId: string; releaseOn: string | null; saidOn: string | null }>(
    sql`select d.release_id as releaseId, d.release_on as releaseOn, d.said_on as saidOn
        from releases r join release_dates d on d.case_id = r.case_id and d.release_id = r.id
        where r.state = 'released' and r.ended_on between ${from} and ${to} order by d.recorded_at, d.id`,
  );
  const dates = Map.groupBy(said, ({ releaseId }) => releaseId);
  return happened.map(({ id, ...release }) => ({ ...release, dates: dates.get(id) ?? [] }));
}

/** OGRS of each case as it is now, and its latest score on or before a day. */
export function definitionFacts(read: Reader, day: string): readonly DefinitionFact[] {
  return read.all<DefinitionFact>(
    sql`select c.id as caseId, c.ogrs_score as ogrsScore, c.ogrs_band as ogrsBand,
          (select s.points from case_scores s where s.case_id = c.id and s.scored_on <= ${day} order by s.scored_at desc, s.id desc limit 1) as points
        from cases c order by c.id`,
  );
}

/** Areas that cases are in, for the choice among them. */
export function areasOf(read: Reader): readonly string[] {
  return read.all<{ area: string }>(sql`select distinct area from cases where area <> '' order by area`).map(({ area }) => area);
}

/** The first day of which Insight knows anything. */
export function firstDayOf(read: Reader): string | null {
  return read.get<{ day: string | null }>(sql`select min(decided_on) as day from colour_changes`)?.day ?? null;
}
