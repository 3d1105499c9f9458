import { type SQL, sql } from 'drizzle-orm';
import type { NeedPriority, Pathway } from '../../shared/language/pathway';
import type { StatutoryPosition } from '../../shared/language/statutory-position';
import { type RelevanceAgency, type RelevanceFacts, relevanceRule } from '../../shared/rules/relevance';
import type { RelevanceView } from '../../shared/views/case';
import type { Reader } from '../connection';
import { type Among, among } from './among';
import { listAgencies } from './scheme';

/** Which agencies each case concerns and why, those taken off by hand too. Six queries, however many cases. */
export function relevance(read: Reader, ids: Among, today: string): ReadonlyMap<string, readonly RelevanceView[]> {
  const rule = relevanceRule(agenciesAtWork(read), today);
  return new Map([...relevanceFacts(read, ids)].map(([caseId, facts]) => [caseId, rule(facts)]));
}

export function relevanceOfCase(read: Reader, caseId: string, today: string): readonly RelevanceView[] {
  return relevance(read, caseId, today).get(caseId) ?? [];
}

export function agenciesAtWork(read: Reader): readonly RelevanceAgency[] {
  return listAgencies(read).filter(({ isWithdrawn }) => !isWithdrawn);
}

interface MutableFacts extends RelevanceFacts {
  readonly needs: { pathway: Pathway; priority: NeedPriority; agencyId: string | null }[];
  readonly openActions: string[];
  readonly openReferrals: string[];
  readonly overrides: { agencyId: string; isRelevant: boolean; reason: string; personName: string }[];
}

type StoredCase = Pick<RelevanceFacts, 'leadAgencyId' | 'custodyPlace' | 'dateOfBirth'> & {
  readonly id: string;
  readonly statutoryPosition: StatutoryPosition | null;
};
type OfCase<T> = T & { readonly caseId: string };

/** What the rule goes by, for each case that there is. */
export function relevanceFacts(read: Reader, ids: Among): ReadonlyMap<string, RelevanceFacts> {
  const only = (column: SQL) => {
    const condition = among(column, ids);
    return condition ? sql`and ${condition}` : sql``;
  };
  const facts = new Map<string, MutableFacts>();
  for (const { id, ...fields } of read.all<StoredCase>(
    sql`select id, lead_agency_id as leadAgencyId, statutory_position as statutoryPosition, custody_place as custodyPlace, date_of_birth as dateOfBirth
        from cases where true ${only(sql`id`)}`,
  )) {
    facts.set(id, { ...fields, needs: [], openActions: [], openReferrals: [], overrides: [] });
  }
  for (const { caseId, ...need } of read.all<OfCase<MutableFacts['needs'][number]>>(
    sql`select case_id as caseId, pathway, priority, agency_id as agencyId from needs
        where withdrawn_on is null and pathway is not null ${only(sql`case_id`)}`,
  )) {
    facts.get(caseId)?.needs.push(need);
  }
  for (const { caseId, agencyId } of read.all<OfCase<{ agencyId: string }>>(
    sql`select case_id as caseId, agency_id as agencyId from actions
        where outcome is null and case_id is not null and agency_id is not null ${only(sql`case_id`)}`,
  )) {
    facts.get(caseId)?.openActions.push(agencyId);
  }
  for (const { caseId, agencyId } of read.all<OfCase<{ agencyId: string }>>(
    sql`select r.case_id as caseId, s.agency_id as agencyId from referrals r join services s on s.id = r.service_id
        where r.withdrawn_on is null and r.state in ('waiting', 'accepted', 'started') and s.agency_id is not null ${only(sql`r.case_id`)}`,
  )) {
    facts.get(caseId)?.openReferrals.push(agencyId);
  }
  for (const { caseId, agencyId, isRelevant, ...rest } of read.all<
    OfCase<{ agencyId: string; isRelevant: number; reason: string; personName: string }>
  >(
    // Latest first: the rule goes by the first that it meets for an agency.
    sql`select o.case_id as caseId, o.agency_id as agencyId, o.is_relevant as isRelevant, o.reason, coalesce(p.name, '') as personName
        from relevance_overrides o left join people p on p.id = o.decided_by
        where o.withdrawn_on is null and o.agency_id is not null ${only(sql`o.case_id`)} order by o.decided_at desc, o.id desc`,
  )) {
    facts.get(caseId)?.overrides.push({ agencyId, isRelevant: isRelevant === 1, ...rest });
  }
  return facts;
}
