import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { byText } from '../../shared/language/in-order';
import { proposeColour } from '../../shared/rules/colour-proposals';
import type { CaseView, ColourChangeView, NeedView, ReferralView } from '../../shared/views/case';
import type { Reader } from '../connection';
import { aliases, caseEvents, colourChanges, meetings, needReviews, needs, people, referrals, riskWarnings, services } from '../schema';
import { listActions } from './actions';
import { caseFields } from './case-fields';
import { caseHistory } from './case-history';
import { colourNow, findCase } from './cases';
import { relevanceOfCase } from './relevance';
import { listIn } from './text-list';

/**
 * Everything on one case, or null where this copy of the scheme has no such case.
 *
 * @param today the day in the scheme's place, for ages, proposals and what lies ahead.
 */
export function caseView(read: Reader, caseId: string, today: string): CaseView | null {
  const row = findCase(read, caseId);
  if (!row) return null;
  const colour = colourNow(read, caseId);
  const changes = colourChangesOf(read, caseId);
  return {
    id: row.id,
    fields: caseFields(row),
    state: row.state,
    aliases: read
      .select({ id: aliases.id, name: aliases.name })
      .from(aliases)
      .where(and(eq(aliases.caseId, caseId), isNull(aliases.withdrawnOn)))
      .orderBy(aliases.name, aliases.id)
      .all(),
    riskWarnings: read
      .select({ id: riskWarnings.id, warning: riskWarnings.warning, raisedOn: riskWarnings.raisedOn })
      .from(riskWarnings)
      .where(and(eq(riskWarnings.caseId, caseId), isNull(riskWarnings.withdrawnOn)))
      .orderBy(riskWarnings.raisedOn, riskWarnings.id)
      .all(),
    colour: colour?.colour ?? null,
    colourSince: colour?.since ?? null,
    colourChanges: changes,
    colourProposal: proposeColour({ colour: colour?.colour ?? null, statutoryPosition: row.statutoryPosition, isAtLarge: row.isAtLarge }),
    needs: needsOf(read, caseId),
    relevance: relevanceOfCase(read, caseId, today),
    openActions: listActions(read, { state: 'open', cases: caseId }),
    closedActions: listActions(read, { state: 'closed', cases: caseId }).toSorted(
      (one, other) => byText(other.closedOn ?? '', one.closedOn ?? '') || byText(other.id, one.id),
    ),
    referrals: referralsOf(read, caseId),
    events: read
      .select({ id: caseEvents.id, kind: caseEvents.kind, title: caseEvents.title, on: sql<string>`${caseEvents.happenedOn}` })
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, caseId), isNull(caseEvents.withdrawnOn), sql`${caseEvents.happenedOn} is not null`))
      .orderBy(caseEvents.happenedOn, caseEvents.id)
      .all(),
    meetingDays: meetingDaysOf(read, caseId),
    history: caseHistory(read, caseId),
    nextAgendaOn: nextAgendaOn(read, caseId, today),
    partedSince: null,
    earlierReleaseDates: earlierReleaseDates(read, caseId, row.releaseOn),
    lastDecision: lastDecisionOf(read, caseId),
  };
}

function colourChangesOf(read: Reader, caseId: string): readonly ColourChangeView[] {
  const rows = read
    .select({ change: colourChanges, decidedByName: people.name, meetingNumber: meetings.number })
    .from(colourChanges)
    .leftJoin(people, eq(people.id, colourChanges.decidedBy))
    .leftJoin(meetings, eq(meetings.id, colourChanges.meetingId))
    .where(eq(colourChanges.caseId, caseId))
    .orderBy(asc(colourChanges.decidedOn), asc(colourChanges.decidedAt), asc(colourChanges.id))
    .all();
  return rows.flatMap(({ change: { id, colour, reason, decidedOn, meetingId, agreedBy, dissent }, decidedByName, meetingNumber }) =>
    colour === null || decidedOn === null
      ? []
      : [
          {
            id,
            colour,
            reason,
            decidedOn,
            decidedByName: decidedByName ?? '',
            meetingId,
            meetingNumber,
            agreedBy: listIn(agreedBy),
            dissent,
          },
        ],
  );
}

const priorityOrder = { high: 0, medium: 1, low: 2 } as const;

function needsOf(read: Reader, caseId: string): readonly NeedView[] {
  const rows = read
    .select()
    .from(needs)
    .where(and(eq(needs.caseId, caseId), isNull(needs.withdrawnOn)))
    .orderBy(needs.identifiedOn, needs.id)
    .all();
  const reviews = read
    .select()
    .from(needReviews)
    .where(eq(needReviews.caseId, caseId))
    .orderBy(desc(needReviews.reviewedOn), desc(needReviews.reviewedAt), desc(needReviews.id))
    .all();
  return rows
    .flatMap(({ id, pathway, priority, note, agencyId }): NeedView[] => {
      if (pathway === null) return [];
      const [latest, before] = reviews.filter((review) => review.needId === id && review.progress !== null);
      const progress = {
        progress: latest?.progress ?? null,
        progressBefore: before?.progress ?? null,
        reviewedOn: latest?.reviewedOn ?? null,
      };
      return [{ id, pathway, priority, note, agencyId, ...progress }];
    })
    .sort((one, other) => priorityOrder[one.priority] - priorityOrder[other.priority]);
}

function referralsOf(read: Reader, caseId: string): readonly ReferralView[] {
  return read
    .select({
      id: referrals.id,
      serviceName: sql<string>`coalesce(${services.name}, '')`,
      state: referrals.state,
      on: sql<string | null>`coalesce(${referrals.changedOn}, ${referrals.referredOn})`,
    })
    .from(referrals)
    .leftJoin(services, eq(services.id, referrals.serviceId))
    .where(and(eq(referrals.caseId, caseId), isNull(referrals.withdrawnOn)))
    .orderBy(desc(sql`coalesce(${referrals.changedOn}, ${referrals.referredOn})`), desc(referrals.id))
    .all();
}

function meetingDaysOf(read: Reader, caseId: string): readonly string[] {
  const rows = read.all<{ day: string }>(
    sql`select distinct m.held_on as day from agenda_items i join meetings m on m.id = i.meeting_id
        where i.case_id = ${caseId} and i.state = 'discussed' and i.withdrawn_on is null and m.held_on is not null order by day`,
  );
  return rows.map(({ day }) => day);
}

function nextAgendaOn(read: Reader, caseId: string, today: string): string | null {
  const next = read.get<{ day: string | null }>(
    sql`select min(m.held_on) as day from agenda_items i join meetings m on m.id = i.meeting_id
        where i.case_id = ${caseId} and i.withdrawn_on is null and i.state in ('waiting', 'current')
          and m.state in ('planned', 'agenda-issued', 'running') and m.held_on >= ${today}`,
  );
  return next?.day ?? null;
}

/** Each date that the release was once set for, in the order in which they were first said. */
function earlierReleaseDates(read: Reader, caseId: string, present: string | null): readonly string[] {
  const rows = read.all<{ value: string }>(
    sql`select value from puts where relation = 'cases' and row = ${caseId} and field = 'release_on' order by stamp`,
  );
  const days = rows.map(({ value }) => JSON.parse(value) as string | null).filter((day) => day !== null);
  return [...new Set(days)].filter((day) => day !== present);
}

function lastDecisionOf(read: Reader, caseId: string): CaseView['lastDecision'] {
  return (
    read.get<NonNullable<CaseView['lastDecision']>>(
      sql`select m.held_on as "on", i.decision, i.decision_text as text from agenda_items i join meetings m on m.id = i.meeting_id
          where i.case_id = ${caseId} and i.withdrawn_on is null and m.held_on is not null and (i.decision is not null or i.decision_text <> '')
          order by m.held_on desc, i.ended_at desc, i.id desc limit 1`,
    ) ?? null
  );
}
