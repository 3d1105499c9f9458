import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { OutcomeEventKind, SeverityGroup } from '../../shared/language/outcome-event';
import { isInCustody, type StatutoryPosition } from '../../shared/language/statutory-position';
import type { OutcomeCase } from '../../shared/outcomes/before-after';
import type { OutcomesOfCase } from '../../shared/views/outcomes';
import type { Reader } from '../connection';
import { custodyPeriods, outcomeEvents } from '../schema';
import { type Among, among } from './among';

/** What happened to one person, the latest first. */
export function outcomesOfCase(read: Reader, caseId: string): OutcomesOfCase {
  const events = read
    .select()
    .from(outcomeEvents)
    .where(and(eq(outcomeEvents.caseId, caseId), isNull(outcomeEvents.withdrawnOn)))
    .orderBy(desc(outcomeEvents.happenedOn), desc(outcomeEvents.id))
    .all();
  const custody = read
    .select()
    .from(custodyPeriods)
    .where(and(eq(custodyPeriods.caseId, caseId), isNull(custodyPeriods.withdrawnOn)))
    .orderBy(desc(custodyPeriods.startsOn), asc(custodyPeriods.id))
    .all();
  return {
    events: events.flatMap(({ id, kind, happenedOn, what, offenceGroup, severity, positiveKind, offences, source, note, agencyId }) =>
      kind === null ? [] : [{ id, kind, happenedOn, what, offenceGroup, severity, positiveKind, offences, source, note, agencyId }],
    ),
    custody: custody.map(({ id, kind, startsOn, endsOn, place }) => ({ id, kind, startsOn, endsOn, place })),
  };
}

/**
 * What before and after are counted from, for everyone who is or was on the scheme, or for everybody with a case. Three queries,
 * however many people. For someone who came back, the adoption that counts is the last one.
 */
export function outcomeFacts(read: Reader, ids: Among = 'all', of: 'members' | 'everybody' = 'members'): readonly OutcomeCase[] {
  const people = read.all<{ caseId: string; adoptedOn: string | null; position: StatutoryPosition | null }>(
    sql`select id as caseId, adopted_on as adoptedOn, statutory_position as position from cases
        where ${of === 'everybody' ? sql`true` : sql`(state <> 'proposed' or left_on is not null)`} and ${among(sql`id`, ids) ?? sql`true`}
        order by id`,
  );
  const events = Map.groupBy(
    read.all<{ caseId: string; kind: OutcomeEventKind; happenedOn: string; severity: SeverityGroup | null; offences: number }>(
      sql`select case_id as caseId, kind, happened_on as happenedOn, severity, offences from outcome_events
          where kind in ('arrest', 'charge', 'conviction', 'breach', 'recall', 'positive') and happened_on is not null and withdrawn_on is null
            and ${among(sql`case_id`, ids) ?? sql`true`}`,
    ),
    ({ caseId }) => caseId,
  );
  const custody = Map.groupBy(
    read.all<{ caseId: string; startsOn: string; endsOn: string | null }>(
      sql`select case_id as caseId, starts_on as startsOn, ends_on as endsOn from custody_periods
          where withdrawn_on is null and starts_on is not null and ${among(sql`case_id`, ids) ?? sql`case_id is not null`}`,
    ),
    ({ caseId }) => caseId,
  );
  return people.map(({ caseId, adoptedOn, position }) => {
    const stays = custody.get(caseId) ?? [];
    return {
      caseId,
      adoptedOn,
      events: events.get(caseId) ?? [],
      custody: stays,
      isCustodyUnknown: isInCustody(position) && !stays.some(({ endsOn }) => endsOn === null),
    };
  });
}
