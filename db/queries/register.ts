import { sql } from 'drizzle-orm';
import type { Pathway } from '../../shared/language/pathway';
import { pathways } from '../../shared/language/pathway';
import type { RegisterRow } from '../../shared/views/register';
import type { Reader } from '../connection';
import { cases } from '../schema';
import { countActionsByCase } from './actions';
import { coloursNow } from './cases';
import { relevantAgencies } from './relevance';
import { textsByCase } from './texts-by-case';

/**
 * Every case, by name. A fixed number of queries over whole tables, each read once and joined here: at 5,000 cases a
 * query per case would be slower by far, and joins in SQL would repeat each case for each of its needs and agencies.
 */
export function listRegister(read: Reader, today: string): readonly RegisterRow[] {
  const rows = read
    .select({
      id: cases.id,
      reference: cases.reference,
      surname: cases.surname,
      forenames: cases.forenames,
      knownAs: cases.knownAs,
      dateOfBirth: cases.dateOfBirth,
      pnc: cases.pnc,
      crn: cases.crn,
      prisonNumber: cases.prisonNumber,
      area: cases.area,
      beat: cases.beat,
      statutoryPosition: cases.statutoryPosition,
      isAtLarge: cases.isAtLarge,
      leadAgencyId: cases.leadAgencyId,
      leadPersonId: cases.leadPersonId,
      cohortPart: cases.cohortPart,
      ogrsScore: cases.ogrsScore,
      ogrsBand: cases.ogrsBand,
      rosh: cases.rosh,
      mappa: cases.mappa,
      state: cases.state,
      adoptedOn: cases.adoptedOn,
      reviewDue: cases.reviewDue,
      releaseOn: cases.releaseOn,
    })
    .from(cases)
    .orderBy(cases.surname, cases.forenames, cases.id)
    .all();
  const colours = coloursNow(read, 'all');
  const actions = countActionsByCase(read, today, 'all');
  const aliases = textsByCase(read, sql`select case_id as caseId, name as text from aliases where withdrawn_on is null order by name, id`);
  const warnings = textsByCase(
    read,
    sql`select case_id as caseId, warning as text from risk_warnings where withdrawn_on is null order by raised_on, id`,
  );
  const needs = textsByCase(
    read,
    sql`select distinct case_id as caseId, pathway as text from needs where withdrawn_on is null and pathway is not null`,
  );
  const agencies = relevantAgencies(read, 'all', today);
  const none: readonly string[] = [];
  return rows.map((row) => {
    const colour = colours.get(row.id);
    const counts = actions.get(row.id);
    return {
      ...row,
      colour: colour?.colour ?? null,
      colourSince: colour?.since ?? null,
      openActions: counts?.open ?? 0,
      overdueActions: counts?.overdue ?? 0,
      aliases: aliases.get(row.id) ?? none,
      needs: inUsualOrder(needs.get(row.id) ?? none),
      agencyIds: agencies.get(row.id) ?? none,
      riskWarnings: warnings.get(row.id) ?? none,
    };
  });
}

const usualOrder = new Map<string, number>(pathways.map((pathway, index) => [pathway, index]));

function inUsualOrder(found: readonly string[]): readonly Pathway[] {
  return (found as readonly Pathway[]).toSorted((one, other) => (usualOrder.get(one) ?? 0) - (usualOrder.get(other) ?? 0));
}
