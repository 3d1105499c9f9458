import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { SelectionState } from '../../shared/language/selection';
import { firstWeights, type ScorePart, type ScoringWeights } from '../../shared/rules/scoring';
import type { SchemeRules } from '../../shared/rules/staying';
import type { CohortDecisionView, ExitPlanView, MatrixView, ParticipationView, ScoreView, SelectionRow } from '../../shared/views/cohort';
import type { Reader } from '../connection';
import {
  caseScores,
  cohortDecisions,
  cohortRules,
  exitPlans,
  exitServices,
  feedbacks,
  participations,
  people,
  schemes,
  scoringMatrices,
} from '../schema';
import { type Among, among } from './among';
import { listIn } from './text-list';

const usualRules = { custodyRule: 'keeps', longStayMonths: 24, stepsDownFirst: false, retentionYears: 6 } as const;

/** What the scheme has decided about joining, staying and leaving; the usual where it has decided nothing. */
export function schemeRules(read: Reader): SchemeRules {
  const { id: _id, ...rules } = read.select().from(cohortRules).where(eq(cohortRules.id, 'scheme')).get() ?? { id: '', ...usualRules };
  const reviewWeeks = read.select({ weeks: schemes.reviewWeeks }).from(schemes).get()?.weeks ?? 13;
  return { ...rules, reviewWeeks };
}

/** Every version of the matrix, the present one first. A scheme that has set none begins with the first weights. */
export function listMatrices(read: Reader): readonly MatrixView[] {
  const rows = read
    .select({ matrix: scoringMatrices, adoptedByName: sql<string>`coalesce(${people.name}, '')` })
    .from(scoringMatrices)
    .leftJoin(people, eq(people.id, scoringMatrices.adoptedBy))
    .orderBy(desc(scoringMatrices.version), desc(scoringMatrices.id))
    .all();
  return rows.map(({ matrix: { adoptedBy: _by, weights, ...matrix }, adoptedByName }) => ({
    ...matrix,
    adoptedByName,
    // What an older version did not weigh yet, weighs as at first.
    weights: { ...firstWeights, ...(JSON.parse(weights) as Partial<ScoringWeights>) },
  }));
}

export function presentMatrix(read: Reader): MatrixView {
  return (
    listMatrices(read)[0] ?? {
      id: '',
      version: 0,
      name: 'First weights',
      weights: firstWeights,
      reason: 'What the app begins with. The scheme has not set its own yet.',
      adoptedOn: null,
      adoptedByName: '',
    }
  );
}

/** The scores of cases, the latest first. */
export function scoresOf(read: Reader, ids: Among): readonly (ScoreView & { readonly caseId: string | null })[] {
  const rows = read
    .select({ score: caseScores, version: scoringMatrices.version, scoredByName: sql<string>`coalesce(${people.name}, '')` })
    .from(caseScores)
    .leftJoin(scoringMatrices, eq(scoringMatrices.id, caseScores.matrixId))
    .leftJoin(people, eq(people.id, caseScores.scoredBy))
    .where(among(caseScores.caseId, ids))
    .orderBy(desc(caseScores.scoredAt), desc(caseScores.id))
    .all();
  return rows.map(({ score, version, scoredByName }) => ({
    id: score.id,
    caseId: score.caseId,
    points: score.points,
    parts: JSON.parse(score.parts) as ScorePart[],
    matrixVersion: version,
    proposedPart: score.proposedPart,
    proposalReason: score.proposalReason,
    offenceGroup: score.offenceGroup,
    offencesInYear: score.offencesInYear,
    isPrisonLeaver: score.isPrisonLeaver,
    isYoungAdult: score.isYoungAdult,
    judgement: score.judgement,
    judgementReason: score.judgementReason,
    scoredOn: score.scoredOn,
    scoredByName,
  }));
}

/** Decisions about the place of cases, the latest first. */
export function decisionsOf(
  read: Reader,
  ids: Among,
): readonly (CohortDecisionView & { readonly caseId: string | null; readonly adoptedOn: string | null })[] {
  const rows = read
    .select({ decision: cohortDecisions, decidedByName: sql<string>`coalesce(${people.name}, '')` })
    .from(cohortDecisions)
    .leftJoin(people, eq(people.id, cohortDecisions.decidedBy))
    .where(and(among(cohortDecisions.caseId, ids), isNull(cohortDecisions.withdrawnOn)))
    .orderBy(desc(cohortDecisions.decidedOn), desc(cohortDecisions.decidedAt), desc(cohortDecisions.id))
    .all();
  return rows.flatMap(({ decision, decidedByName }) =>
    decision.kind === null
      ? []
      : [
          {
            id: decision.id,
            caseId: decision.caseId,
            kind: decision.kind,
            decidedOn: decision.decidedOn,
            decidedByName,
            reason: decision.reason,
            grounds: listIn(decision.grounds) as CohortDecisionView['grounds'],
            cohortPart: decision.cohortPart,
            intensityBefore: decision.intensityBefore,
            intensity: decision.intensity,
            nextReviewOn: decision.nextReviewOn,
            agreedBy: listIn(decision.agreedBy),
            dissent: decision.dissent,
            meetingId: decision.meetingId,
            adoptedOn: decision.adoptedOn,
          },
        ],
  );
}

interface SelectionLine {
  readonly id: string;
  readonly caseId: string;
  readonly surname: string;
  readonly forenames: string;
  readonly reference: string;
  readonly agencyId: string | null;
  readonly organisation: string;
  readonly referredBy: string;
  readonly referredOn: string | null;
  readonly reason: string;
  readonly state: SelectionState;
  readonly closedOn: string | null;
  readonly closingReason: string;
  readonly itemId: string | null;
  readonly meetingId: string | null;
  readonly heldOn: string | null;
}

/** Referrals into the scheme: the open ones first, then the latest. */
export function listSelection(read: Reader, ids: Among): readonly SelectionRow[] {
  const lines = read.all<SelectionLine>(
    sql`select r.id, r.case_id as caseId, c.surname, c.forenames, c.reference, r.agency_id as agencyId, r.organisation, r.referred_by as referredBy,
          r.referred_on as referredOn, r.reason, r.state, r.closed_on as closedOn, r.closing_reason as closingReason,
          i.id as itemId, m.id as meetingId, m.held_on as heldOn
        from selection_referrals r join cases c on c.id = r.case_id
          left join panel_items i on i.case_id = r.case_id and i.referral_id = r.id and i.withdrawn_on is null and i.decided_at is null
          left join meetings m on m.id = i.meeting_id
        where r.state in ('received', 'scored', 'at-panel', 'adopted', 'declined', 'withdrawn') and r.withdrawn_on is null
          and ${among(sql`r.case_id`, ids) ?? sql`true`}
        order by r.state in ('adopted', 'declined', 'withdrawn'), r.referred_on desc, r.id desc`,
  );
  const caseIds = [...new Set(lines.map(({ caseId }) => caseId))];
  const scores = Map.groupBy(scoresOf(read, caseIds), ({ caseId }) => caseId);
  const left = Map.groupBy(
    decisionsOf(read, caseIds).filter(({ kind }) => kind === 'left'),
    ({ caseId }) => caseId,
  );
  const told = new Map(
    read
      .all<{ id: string; on: string | null }>(
        sql`select selection_referral_id as id, max(sent_on) as "on" from feedbacks where ${among(sql`case_id`, caseIds)} group by selection_referral_id`,
      )
      .map(({ id, on }) => [id, on]),
  );
  return lines.map(({ surname, forenames, itemId, meetingId, heldOn, ...line }) => ({
    ...line,
    caseName: caseName(surname, forenames),
    stays: left.get(line.caseId)?.length ?? 0,
    score: scores.get(line.caseId)?.[0] ?? null,
    panel: itemId === null || meetingId === null ? null : { itemId, meetingId, heldOn },
    lastFeedbackOn: told.get(line.id) ?? null,
  }));
}

export function participationsOf(read: Reader, caseId: string): readonly ParticipationView[] {
  return read
    .select()
    .from(participations)
    .where(and(eq(participations.caseId, caseId), isNull(participations.withdrawnOn)))
    .orderBy(desc(participations.toldOn), desc(participations.id))
    .all()
    .map(({ id, toldOn, toldBy, how, points, response }) => ({
      id,
      toldOn,
      toldBy,
      how,
      points: listIn(points) as ParticipationView['points'],
      response,
    }));
}

/** The latest soft exit plan of a case with its named services. */
export function exitPlanOf(read: Reader, caseId: string): ExitPlanView | null {
  const plan = read
    .select()
    .from(exitPlans)
    .where(and(eq(exitPlans.caseId, caseId), isNull(exitPlans.withdrawnOn)))
    .orderBy(desc(exitPlans.startsOn), desc(exitPlans.id))
    .limit(1)
    .get();
  if (!plan) return null;
  const services = read
    .select({
      id: exitServices.id,
      serviceId: exitServices.serviceId,
      name: exitServices.name,
      what: exitServices.what,
      contact: exitServices.contact,
    })
    .from(exitServices)
    .where(and(eq(exitServices.caseId, caseId), eq(exitServices.exitPlanId, plan.id), isNull(exitServices.withdrawnOn)))
    .orderBy(asc(exitServices.id))
    .all();
  const { id, startsOn, endsOn, agencyId, personId, plan: text, wayBack } = plan;
  return { id, startsOn, endsOn, agencyId, personId, plan: text, wayBack, services };
}

export function feedbacksOf(
  read: Reader,
  caseId: string,
): readonly { readonly id: string; readonly to: string; readonly text: string; readonly sentOn: string | null }[] {
  return read.all(
    sql`select f.id, coalesce(nullif(f.organisation, ''), a.name, '') as "to", f.text, f.sent_on as sentOn
        from ${feedbacks} f left join agencies a on a.id = f.agency_id where f.case_id = ${caseId} order by f.sent_on desc, f.id desc`,
  );
}
