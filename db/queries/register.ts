import { sql } from 'drizzle-orm';
import { type Pathway, pathways } from '../../shared/language/pathway';
import { type RelevanceFacts, relevanceRule } from '../../shared/rules/relevance';
import type { RelevanceView } from '../../shared/views/case';
import type { RegisterRow } from '../../shared/views/register';
import type { Reader } from '../connection';
import { countActionsByCase } from './actions';
import { coloursNow } from './cases';
import { agenciesAtWork, relevanceFacts } from './relevance';
import { textsByCase } from './texts-by-case';

/**
 * Every case, by name. A fixed number of queries over whole tables, each read once and joined here: at 5,000 cases a
 * query per case would be slower by far, and joins in SQL would repeat each case for each of its needs and agencies.
 */
export function listRegister(read: Reader, today: string): readonly RegisterRow[] {
  const rows = read.all<StoredLine>(registerQuery);
  const colours = coloursNow(read, 'all');
  const actions = countActionsByCase(read, today, 'all');
  const aliases = textsByCase(read, sql`select case_id as caseId, name as text from aliases where withdrawn_on is null order by name, id`);
  const warnings = textsByCase(
    read,
    sql`select case_id as caseId, warning as text from risk_warnings where withdrawn_on is null order by raised_on, id`,
  );
  const facts = relevanceFacts(read, 'all');
  const relevance = relevanceRule(agenciesAtWork(read), today);
  const none: readonly string[] = [];
  return rows.map((row) => {
    const colour = colours.get(row.id);
    const counts = actions.get(row.id);
    const known = facts.get(row.id);
    return {
      ...row,
      isAtLarge: row.isAtLarge === 1,
      colour: colour?.colour ?? null,
      colourSince: colour?.since ?? null,
      openActions: counts?.open ?? 0,
      overdueActions: counts?.overdue ?? 0,
      aliases: aliases.get(row.id) ?? none,
      needs: known ? inUsualOrder(known.needs) : [],
      agencyIds: known ? agencyIdsIn(relevance(known)) : none,
      riskWarnings: warnings.get(row.id) ?? none,
    };
  });
}

type StoredLine = Omit<
  RegisterRow,
  'isAtLarge' | 'colour' | 'colourSince' | 'openActions' | 'overdueActions' | 'aliases' | 'needs' | 'agencyIds' | 'riskWarnings'
> & { readonly isAtLarge: number };

/** Named one by one: prose and what lists do not show stays in the file. */
const registerQuery = sql`select id, reference, surname, forenames, known_as as knownAs, date_of_birth as dateOfBirth, pnc, crn,
    prison_number as prisonNumber, area, beat, statutory_position as statutoryPosition, is_at_large as isAtLarge,
    lead_agency_id as leadAgencyId, lead_person_id as leadPersonId, cohort_part as cohortPart, ogrs_score as ogrsScore,
    ogrs_band as ogrsBand, rosh, mappa, state, adopted_on as adoptedOn, review_due as reviewDue, release_on as releaseOn
  from cases order by surname, forenames, id`;

function agencyIdsIn(views: readonly RelevanceView[]): readonly string[] {
  const ids: string[] = [];
  for (const { agencyId, isRelevant } of views) if (isRelevant) ids.push(agencyId);
  return ids;
}

function inUsualOrder(needs: RelevanceFacts['needs']): readonly Pathway[] {
  return pathways.filter((pathway) => needs.some((need) => need.pathway === pathway));
}
