import { sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { CohortPart } from '../../shared/language/cohort';
import { byName, byText } from '../../shared/language/in-order';
import type { Progress } from '../../shared/language/pathway';
import type { Intensity } from '../../shared/language/selection';
import { isInCustody, type StatutoryPosition } from '../../shared/language/statutory-position';
import { groundsForLeaving, type LeavingFacts, type ReviewReason, reviewReasons } from '../../shared/rules/staying';
import type { LeftRow, ReviewRow, ReviewsView } from '../../shared/views/cohort';
import type { Reader } from '../connection';
import { type Among, among } from './among';
import { coloursNow } from './cases';
import { schemeRules } from './cohort';
import { listHeld, listRetentionRules } from './retention';

interface StayLine {
  readonly caseId: string;
  readonly surname: string;
  readonly forenames: string;
  readonly reference: string;
  readonly leadAgencyId: string | null;
  readonly leadPersonId: string | null;
  readonly cohortPart: CohortPart | null;
  readonly intensity: Intensity | null;
  readonly adoptedOn: string | null;
  readonly reviewDue: string | null;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly releaseOn: string | null;
  readonly endsOn: string | null;
}

const stayColumns = sql`c.id as caseId, c.surname, c.forenames, c.reference, c.lead_agency_id as leadAgencyId, c.lead_person_id as leadPersonId,
  c.cohort_part as cohortPart, c.intensity, c.adopted_on as adoptedOn, c.review_due as reviewDue, c.statutory_position as statutoryPosition,
  c.release_on as releaseOn,
  nullif(max(coalesce(c.licence_ends_on, ''), coalesce(c.order_ends_on, ''), coalesce(c.supervision_ends_on, '')), '') as endsOn`;

/** What the record says for leaving, for cases that are on the scheme; the same facts for one and for all. */
function leavingFactsOf(read: Reader, ids: Among, lines: readonly StayLine[]): (line: StayLine) => LeavingFacts {
  const colours = coloursNow(read, ids);
  const lastOffence = daysByCase(
    read,
    sql`select case_id as caseId, max(happened_on) as day from outcome_events
        where kind in ('arrest', 'charge', 'conviction', 'breach', 'recall') and withdrawn_on is null and ${condition('case_id', ids, lines)} group by case_id`,
  );
  const progress = Map.groupBy(
    read.all<{ caseId: string; progress: Progress | null }>(
      sql`select n.case_id as caseId,
            (select r.progress from need_reviews r where r.case_id = n.case_id and r.need_id = n.id order by r.reviewed_on desc, r.reviewed_at desc limit 1) as progress
          from needs n where n.withdrawn_on is null and n.pathway is not null and ${condition('n.case_id', ids, lines)}`,
    ),
    ({ caseId }) => caseId,
  );
  return (line) => ({
    colour: colours.get(line.caseId)?.colour ?? null,
    colourSince: colours.get(line.caseId)?.since ?? null,
    intensity: line.intensity,
    adoptedOn: line.adoptedOn,
    lastOffenceOn: lastOffence.get(line.caseId) ?? null,
    progress: (progress.get(line.caseId) ?? []).map(({ progress: one }) => one),
    releaseOn: line.releaseOn,
    isInCustody: isInCustody(line.statutoryPosition),
    orderEndsOn: line.endsOn,
  });
}

const condition = (column: string, ids: Among, lines: readonly StayLine[]) =>
  among(sql.raw(column), ids === 'all' ? lines.map(({ caseId }) => caseId) : ids) ?? sql`true`;

function daysByCase(read: Reader, query: ReturnType<typeof sql>): ReadonlyMap<string, string> {
  return new Map(read.all<{ caseId: string; day: string }>(query).map(({ caseId, day }) => [caseId, day]));
}

const pressing: readonly ReviewReason[] = ['no-date', 'overdue', 'long-stay', 'custody', 'due'];
const urgency = ({ reasons }: ReviewRow) => {
  const place = pressing.findIndex((reason) => reasons.includes(reason));
  return place < 0 ? pressing.length : place;
};

/** Everyone on the scheme by how pressing a review is, and those who have left. */
export function reviewsView(read: Reader, today: string): ReviewsView {
  const rules = schemeRules(read);
  const held = listHeld(read, listRetentionRules(read));
  const lines = read.all<StayLine>(sql`select ${stayColumns} from cases c where c.state = 'adopted' order by c.surname, c.forenames, c.id`);
  const ids = lines.map(({ caseId }) => caseId);
  const reviewed = reviewDays(read, ids);
  const factsOf = leavingFactsOf(read, ids, lines);
  const rows = lines.map((line): ReviewRow => {
    const facts = factsOf(line);
    const { surname, forenames, statutoryPosition: _position, releaseOn: _release, endsOn: _ends, ...rest } = line;
    const reviewedOn = reviewed.get(line.caseId) ?? null;
    return {
      ...rest,
      caseName: caseName(surname, forenames),
      colour: facts.colour,
      reviewedOn,
      isInCustody: facts.isInCustody,
      reasons: reviewReasons({ ...line, reviewedOn, isInCustody: facts.isInCustody }, rules, today),
      grounds: groundsForLeaving(facts, rules, today),
    };
  });
  return {
    rules,
    rows: rows.sort(
      (one, other) =>
        urgency(one) - urgency(other) || byText(one.reviewDue ?? '', other.reviewDue ?? '') || byName(one.caseName, other.caseName),
    ),
    left: leftRows(read, new Map(held.map(({ caseId, due }) => [caseId, due]))),
    heldDue: held.filter(({ due }) => due === null || due <= today).length,
  };
}

const reviewDays = (read: Reader, ids: readonly string[]) =>
  daysByCase(
    read,
    sql`select case_id as caseId, max(decided_on) as day from cohort_decisions
        where kind = 'reviewed' and withdrawn_on is null and ${among(sql`case_id`, ids)} group by case_id`,
  );

/** One case's facts and what follows from them; null where it is not there. */
export function stayOf(read: Reader, caseId: string, today: string) {
  const line = read.get<StayLine>(sql`select ${stayColumns} from cases c where c.id = ${caseId}`);
  if (!line) return null;
  const rules = schemeRules(read);
  const facts = leavingFactsOf(read, caseId, [line])(line);
  const reviewedOn = reviewDays(read, [caseId]).get(caseId) ?? null;
  return {
    rules,
    facts,
    reasons: reviewReasons({ ...line, reviewedOn, isInCustody: facts.isInCustody }, rules, today),
    grounds: groundsForLeaving(facts, rules, today),
  };
}

/** @param due when what is held of each is due for a decision. */
function leftRows(read: Reader, due: ReadonlyMap<string, string | null>): readonly LeftRow[] {
  const rows = read.all<{
    caseId: string;
    surname: string;
    forenames: string;
    adoptedOn: string | null;
    leftOn: string | null;
    reason: string;
    plans: number;
    keepUntil: string | null;
    keepReason: string | null;
  }>(
    sql`select c.id as caseId, c.surname, c.forenames, c.adopted_on as adoptedOn, c.left_on as leftOn, c.left_reason as reason,
          (select count(*) from exit_plans e where e.case_id = c.id and e.withdrawn_on is null) as plans,
          (select keep_until from retention_decisions k where k.case_id = c.id order by k.decided_on desc, k.id desc limit 1) as keepUntil,
          (select reason from retention_decisions k where k.case_id = c.id order by k.decided_on desc, k.id desc limit 1) as keepReason
        from cases c where c.state = 'left' order by c.left_on desc, c.surname, c.id`,
  );
  return rows.map(({ surname, forenames, plans, keepReason, ...row }) => ({
    ...row,
    caseName: caseName(surname, forenames),
    hasExitPlan: plans > 0,
    retentionDue: due.get(row.caseId) ?? null,
    keepReason: keepReason ?? '',
  }));
}
