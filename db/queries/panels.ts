import { eq, sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { CaseState } from '../../shared/language/cohort';
import type { PanelStance, PanelSubject } from '../../shared/language/selection';
import { jointDecision, whyNotAgreed } from '../../shared/rules/joint-decision';
import { cautionsOnLeaving } from '../../shared/rules/staying';
import type { PanelItemView, PanelRow, PanelStanceView, PanelView } from '../../shared/views/cohort';
import type { Reader } from '../connection';
import { panelItems } from '../schema';
import { coloursNow } from './cases';
import { decisionsOf, scoresOf } from './cohort';
import { stayOf } from './reviews';
import { listAgencies } from './scheme';

/** Selection panels, the latest first. */
export function listPanels(read: Reader): readonly PanelRow[] {
  return panelRows(read, null);
}

function panelRows(read: Reader, id: string | null): readonly PanelRow[] {
  return read.all<PanelRow>(
    sql`select m.id, m.title, m.held_on as heldOn, m.starts_at as startsAt, m.place, m.state,
          (select count(*) from panel_items i where i.meeting_id = m.id and i.withdrawn_on is null) as items,
          (select count(*) from panel_items i where i.meeting_id = m.id and i.withdrawn_on is null and i.decided_at is not null) as decided
        from meetings m where m.kind = 'panel' ${id === null ? sql`` : sql`and m.id = ${id}`} order by m.held_on desc, m.id desc`,
  );
}

export function findPanelItem(read: Reader, id: string): typeof panelItems.$inferSelect | undefined {
  return read.select().from(panelItems).where(eq(panelItems.id, id)).get();
}

interface ItemLine {
  readonly id: string;
  readonly caseId: string;
  readonly surname: string;
  readonly forenames: string;
  readonly state: CaseState;
  readonly subject: PanelSubject;
  readonly referralId: string | null;
  readonly referralReason: string;
  readonly note: string;
  readonly decidedAt: string | null;
}

interface StanceLine extends PanelStanceView {
  readonly panelItemId: string;
}

/** What agencies have said on a case before the panel, the oldest first. */
export function stancesOf(read: Reader, panelItemIds: readonly string[]): readonly StanceLine[] {
  return read.all<StanceLine>(
    sql`select v.panel_item_id as panelItemId, v.agency_id as agencyId, coalesce(p.name, '') as personName, v.stance, v.cohort_part as cohortPart,
          v.reason, v.recorded_at as recordedAt
        from panel_views v left join people p on p.id = v.person_id
        where v.panel_item_id in (select value from json_each(${JSON.stringify(panelItemIds)})) and v.agency_id is not null and v.stance is not null
        order by v.recorded_at, v.id`,
  );
}

/** The latest stance of each agency on a case before the panel. */
export function latestStances(read: Reader, panelItemId: string): ReadonlyMap<string, PanelStance> {
  return new Map(stancesOf(read, [panelItemId]).map(({ agencyId, stance }) => [agencyId, stance]));
}

/** A panel with each of its cases, what agencies have said, and whether police and probation agree. */
export function panelView(read: Reader, meetingId: string, today: string): PanelView | null {
  const [panel] = panelRows(read, meetingId);
  if (!panel) return null;
  const lines = read.all<ItemLine>(
    sql`select i.id, i.case_id as caseId, c.surname, c.forenames, c.state, i.subject, i.referral_id as referralId,
          coalesce(r.reason, '') as referralReason, i.note, i.decided_at as decidedAt
        from panel_items i join cases c on c.id = i.case_id left join selection_referrals r on r.id = i.referral_id
        where i.meeting_id = ${meetingId} and i.withdrawn_on is null order by i.subject desc, c.surname, c.forenames, i.id`,
  );
  const caseIds = lines.map(({ caseId }) => caseId);
  const colours = coloursNow(read, caseIds);
  const scores = Map.groupBy(scoresOf(read, caseIds), ({ caseId }) => caseId);
  const decisions = Map.groupBy(decisionsOf(read, caseIds), ({ caseId }) => caseId);
  const stances = Map.groupBy(
    stancesOf(
      read,
      lines.map(({ id }) => id),
    ),
    ({ panelItemId }) => panelItemId,
  );
  const agencies = listAgencies(read).filter(({ isWithdrawn }) => !isWithdrawn);
  const cases = lines.map(({ surname, forenames, ...line }): PanelItemView => {
    const said = stances.get(line.id) ?? [];
    const latest = new Map(said.map((stance) => [stance.agencyId, stance]));
    const stay = line.subject === 'leaving' ? stayOf(read, line.caseId, today) : null;
    return {
      ...line,
      caseName: caseName(surname, forenames),
      colour: colours.get(line.caseId)?.colour ?? null,
      decision: decisions.get(line.caseId)?.find((one) => one.meetingId === meetingId) ?? null,
      score: scores.get(line.caseId)?.[0] ?? null,
      grounds: stay?.grounds ?? [],
      cautions: stay
        ? cautionsOnLeaving(
            stay.facts,
            stay.rules,
            stay.grounds.map(({ ground }) => ground),
          )
        : [],
      stances: [...latest.values()],
      earlierStances: said.filter((stance) => latest.get(stance.agencyId) !== stance),
      notAgreed: whyNotAgreed(jointDecision(agencies, (agencyId) => latest.get(agencyId)?.stance ?? null)),
      stays: (decisions.get(line.caseId) ?? []).filter(({ kind }) => kind === 'left').length,
    };
  });
  return { ...panel, cases };
}
