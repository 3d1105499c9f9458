import { ageOn } from '../language/dates';
import { type NeedPriority, type Pathway, pathwayName } from '../language/pathway';
import { isInCustody, type StatutoryPosition } from '../language/statutory-position';
import type { RelevanceView } from '../views/case';

/** An agency as relevance sees it. Withdrawn agencies are left out by the caller. */
export interface RelevanceAgency {
  readonly id: string;
  readonly kind: string;
  readonly pathways: readonly Pathway[];
  readonly isCore: boolean;
}

/** What is known of one case that can make it an agency's concern. */
export interface RelevanceFacts {
  readonly leadAgencyId: string | null;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly custodyPlace: string;
  readonly dateOfBirth: string | null;
  /** Needs that are not withdrawn. `agencyId` is the agency named to work on one. */
  readonly needs: readonly { readonly pathway: Pathway; readonly priority: NeedPriority; readonly agencyId: string | null }[];
  /** Agencies that own an open action on the case, once for each action. */
  readonly openActions: readonly string[];
  /** Agencies whose service the person is waiting for or has been accepted by. */
  readonly openReferrals: readonly string[];
  /** Words by hand, the latest first: for each agency the first holds. */
  readonly overrides: readonly {
    readonly agencyId: string;
    readonly isRelevant: boolean;
    readonly reason: string;
    readonly personName: string;
  }[];
}

/** Youth justice works with people until they are eighteen. */
const adultAge = 18;

/**
 * Which agencies a case concerns and why, in the order of `agencies`. An agency that nothing points to is left out; one
 * taken off by hand is kept with `isRelevant` false, so that the decision and its reason stay in sight.
 *
 * @param today `YYYY-MM-DD`, for the age.
 */
export function relevanceOf(known: RelevanceFacts, agencies: readonly RelevanceAgency[], today: string): readonly RelevanceView[] {
  const present = new Set(agencies.map(({ id }) => id));
  // A need whose agency has left the scheme goes back to whoever covers the pathway.
  const needs = known.needs.map((need) => (need.agencyId !== null && !present.has(need.agencyId) ? { ...need, agencyId: null } : need));
  const facts = { ...known, needs };
  return agencies.flatMap((agency): RelevanceView[] => {
    const byHand = facts.overrides.find(({ agencyId }) => agencyId === agency.id);
    if (byHand) {
      const who = byHand.personName === '' ? '' : ` by ${byHand.personName}`;
      const reason = `${byHand.isRelevant ? 'Added' : 'Taken off'}${who}: ${byHand.reason}`;
      return [{ agencyId: agency.id, isRelevant: byHand.isRelevant, reason, isByHand: true }];
    }
    const reasons = reasonsFor(agency, facts, today);
    if (reasons.length === 0) return [];
    const [first, ...rest] = reasons as [string, ...string[]];
    const line = [first, ...rest.map((reason) => reason.charAt(0).toLowerCase() + reason.slice(1))].join('; ');
    return [{ agencyId: agency.id, isRelevant: true, reason: line, isByHand: false }];
  });
}

function reasonsFor(agency: RelevanceAgency, facts: RelevanceFacts, today: string): readonly string[] {
  const reasons: string[] = [];
  if (facts.leadAgencyId === agency.id) reasons.push('Leads the case');
  if (agency.kind === 'prison' && isInCustody(facts.statutoryPosition)) {
    reasons.push(facts.custodyPlace === '' ? 'In custody' : `In custody at ${facts.custodyPlace}`);
  }
  if (agency.kind === 'youth-justice' && facts.dateOfBirth !== null) {
    const age = ageOn(facts.dateOfBirth, today);
    if (age >= 0 && age < adultAge) reasons.push(`Aged ${age}`);
  }
  for (const { pathway, priority, agencyId } of facts.needs) {
    // A need that has its own agency concerns that one: others of the pathway would sit through it for nothing (CAM 3.3.19).
    const concerns = agencyId === null ? agency.pathways.includes(pathway) : agencyId === agency.id;
    if (concerns) reasons.push(`${pathwayName[pathway]} need, ${priority}`);
  }
  const actions = facts.openActions.filter((id) => id === agency.id).length;
  if (actions > 0) reasons.push(actions === 1 ? 'An open action' : `${actions} open actions`);
  if (facts.openReferrals.includes(agency.id)) reasons.push('An open referral');
  if (reasons.length === 0 && agency.isCore) reasons.push('Core agency');
  return reasons;
}
