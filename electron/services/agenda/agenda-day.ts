import type { Reader } from '../../../db/connection';
import { rulesOf } from '../../../db/queries/agenda';
import { caseNames, coloursNow } from '../../../db/queries/cases';
import { casesById } from '../../../db/queries/document-facts';
import { breaksOf, itemsOf, type StoredItem, type StoredMeeting } from '../../../db/queries/meetings';
import { relevance } from '../../../db/queries/relevance';
import { agencies } from '../../../db/schema';
import type { DayToPlan } from '../../../shared/agenda/day-rules';
import { type DayPlan, planDay } from '../../../shared/agenda/plan-day';
import type { Colour } from '../../../shared/language/colour';
import type { AgendaBreakView, AgendaItemView } from '../../../shared/views/agenda';
import type { RelevanceView } from '../../../shared/views/case';

/** Minutes before the first case: arriving, apologies, and the statement read out and agreed. */
export const openingMinutes = 5;

export interface PlannedItem {
  readonly item: StoredItem & { readonly caseId: string };
  readonly name: string;
  readonly colour: Colour | null;
  readonly leadAgencyId: string | null;
  readonly agencies: readonly RelevanceView[];
}

/** A conference laid out: its cases with the agencies that they concern, and when everything begins. */
export interface AgendaDay {
  readonly items: readonly PlannedItem[];
  /** What the plan was made from: cases, breaks, agencies and rules. */
  readonly day: DayToPlan;
  readonly plan: DayPlan;
  readonly breaks: readonly AgendaBreakView[];
  readonly core: ReadonlySet<string>;
}

export function agendaDay(read: Reader, meeting: StoredMeeting, today: string): AgendaDay {
  const stored = itemsOf(read, meeting.id).flatMap((item) => (item.caseId === null ? [] : [{ ...item, caseId: item.caseId }]));
  const caseIds = stored.map(({ caseId }) => caseId);
  const names = caseNames(read, caseIds);
  const colours = coloursNow(read, caseIds);
  const concerned = relevance(read, caseIds, today);
  const rows = casesById(read, caseIds);
  const here = read
    .select({ id: agencies.id, isCore: agencies.isCore, attends: agencies.attends, withdrawnOn: agencies.withdrawnOn })
    .from(agencies)
    .all();
  const attending = here.filter(({ attends, withdrawnOn }) => attends && withdrawnOn === null);
  const items = stored.map(
    (item): PlannedItem => ({
      item,
      name: names.get(item.caseId) ?? '',
      colour: colours.get(item.caseId)?.colour ?? null,
      leadAgencyId: rows.get(item.caseId)?.leadAgencyId ?? null,
      agencies: concerned.get(item.caseId) ?? [],
    }),
  );
  const pauses = breaksOf(read, meeting.id);
  const day: DayToPlan = {
    startsAt: meeting.startsAt,
    openingMinutes,
    items: items.map(({ item, colour, leadAgencyId, agencies: views }) => ({
      id: item.id,
      minutes: item.minutes,
      agencyIds: relevantIds(views),
      colour,
      leadAgencyId,
      fixedStart: item.fixedStart,
      pinnedTo: item.isPinned ? item.position : null,
    })),
    breaks: pauses.map(({ id, afterPosition, minutes, beginsAt }) => ({ id, afterPosition, minutes, at: beginsAt })),
    agencies: attending,
    rules: rulesOf(read, meeting, stored),
  };
  const plan = planDay(day);
  const startOf = new Map(plan.breaks.map(({ id, startsAt }) => [id, startsAt]));
  return {
    items,
    day,
    plan,
    core: new Set(attending.filter(({ isCore }) => isCore).map(({ id }) => id)),
    breaks: pauses.map(({ id, afterPosition, minutes, title, beginsAt }) => ({
      id,
      afterPosition,
      minutes,
      title,
      at: beginsAt,
      startsAt: startOf.get(id) ?? plan.endsAt,
    })),
  };
}

export const relevantIds = (views: readonly RelevanceView[]) =>
  views.filter(({ isRelevant }) => isRelevant).map(({ agencyId }) => agencyId);

export function itemViews({ items, plan }: AgendaDay): readonly AgendaItemView[] {
  const startOf = new Map(plan.items.map(({ id, startsAt }) => [id, startsAt]));
  return items.map(({ item, name, colour, leadAgencyId, agencies: views }) => ({
    id: item.id,
    caseId: item.caseId,
    caseName: name,
    colour,
    position: item.position,
    minutes: item.minutes,
    startsAt: startOf.get(item.id) ?? '',
    isPinned: item.isPinned,
    fixedStart: item.fixedStart,
    leadAgencyId,
    reason: item.reason,
    state: item.state,
    agencies: views,
  }));
}
