import { sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import { addDays } from '../../shared/language/dates';
import { pressingDays, readinessOf } from '../../shared/rules/release-readiness';
import { reviewAheadDays } from '../../shared/rules/staying';
import type { ManagersDay, PacksOfDay, ReleaseOfDay, ReviewsOfDay } from '../../shared/views/day';
import type { Reader } from '../connection';
import { listReleasesWithin } from './releases';

/** How far back packs are asked after: what is older than four weeks has been overtaken by later packs. */
const packDays = 28;
const mostNamed = 5;

/** A manager's day. Each figure is counted by an index, so that it is quick however large the scheme. */
export function managersDay(read: Reader, today: string): ManagersDay {
  const closed = closedConferences(read);
  return {
    overdue: overdueByAgency(read, today),
    reviews: reviewsOfDay(read, today),
    releases: releasesOfDay(read, today),
    packs: packsOfDay(
      read,
      closed.filter(({ heldOn }) => heldOn !== null && heldOn >= addDays(today, -packDays)),
    ),
    conflicts: read.get<{ count: number }>(sql`select count(*) as count from conflicts`)?.count ?? 0,
    areas: read
      .all<{ area: string }>(sql`select distinct area from cases where state = 'adopted' and area <> '' order by area`)
      .map(({ area }) => area),
    lastConference: closed[0] ?? null,
  };
}

const overdueByAgency = (read: Reader, today: string): ManagersDay['overdue'] =>
  read.all(
    sql`select agency_id as agencyId, count(*) as actions, min(due_on) as oldestDueOn from actions
        where outcome is null and due_on < ${today} group by agency_id order by actions desc, oldestDueOn, agency_id`,
  );

function reviewsOfDay(read: Reader, today: string): ReviewsOfDay {
  const counts = read.get<Pick<ReviewsOfDay, 'late' | 'withoutDate' | 'due'>>(
    sql`select count(*) filter (where review_due < ${today}) as late, count(*) filter (where review_due is null) as withoutDate,
          count(*) filter (where review_due between ${today} and ${addDays(today, reviewAheadDays)}) as due
        from cases where state = 'adopted'`,
  );
  const longest = read.all<{ caseId: string; surname: string; forenames: string; reviewDue: string }>(
    sql`select id as caseId, surname, forenames, review_due as reviewDue from cases
        where state = 'adopted' and review_due < ${today} order by review_due, surname, id limit ${mostNamed}`,
  );
  return {
    late: counts?.late ?? 0,
    withoutDate: counts?.withoutDate ?? 0,
    due: counts?.due ?? 0,
    longestLate: longest.map(({ caseId, surname, forenames, reviewDue }) => ({
      caseId,
      reviewDue,
      caseName: caseName(surname, forenames),
    })),
  };
}

function releasesOfDay(read: Reader, today: string): readonly ReleaseOfDay[] {
  return listReleasesWithin(read, today, addDays(today, pressingDays)).map((row) => {
    const { ready, of, gaps } = readinessOf(new Map(row.checks.map(({ item, state }) => [item, state])));
    const { caseId, caseName: name, releaseOn, place } = row;
    return { caseId, caseName: name, releaseOn: releaseOn ?? today, place, ready, needed: of, gaps };
  });
}

interface ClosedConference {
  readonly id: string;
  readonly heldOn: string | null;
}

const closedConferences = (read: Reader): readonly ClosedConference[] =>
  read.all(
    sql`select id, held_on as heldOn from meetings
        where kind = 'conference' and state in ('closed', 'final') order by held_on desc, starts_at desc, id desc`,
  );

function packsOfDay(read: Reader, conferences: readonly ClosedConference[]): readonly PacksOfDay[] {
  return conferences
    .map(({ id, heldOn }): PacksOfDay => {
      const packs = read.all<{ agencyId: string | null; given: number }>(
        sql`select d.agency_id as agencyId,
              (select count(*) from document_deliveries v where v.document_id = d.id and v.withdrawn_on is null) as given
            from documents d where d.meeting_id = ${id} and d.kind = 'tasking-pack' and d.scope = '' and d.withdrawn_on is null
              and not exists (select 1 from documents l where l.number = d.number and l.version > d.version and l.withdrawn_on is null)
            order by d.agency_id`,
      );
      const tasked = read.all<{ agencyId: string }>(
        sql`select distinct agency_id as agencyId from actions where meeting_id = ${id} and agency_id is not null order by agency_id`,
      );
      const issued = new Set(packs.map(({ agencyId }) => agencyId));
      return {
        meetingId: id,
        heldOn,
        issued: issued.size,
        notIssued: tasked.map(({ agencyId }) => agencyId).filter((agencyId) => !issued.has(agencyId)),
        notGiven: packs.flatMap(({ agencyId, given }) => (agencyId !== null && given === 0 ? [agencyId] : [])),
      };
    })
    .filter(({ notIssued, notGiven }) => notIssued.length + notGiven.length > 0);
}
