import { ageOn } from '../language/dates';
import { type NeedPriority, type Pathway, pathwayName, pathways } from '../language/pathway';
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

/** The relevance of one case after another, for agencies and a day that stay the same. */
export type RelevanceRule = (facts: RelevanceFacts) => readonly RelevanceView[];

/**
 * Which agencies a case concerns and why, in the order of `agencies`. An agency that nothing points to is left out; one
 * taken off by hand is kept with `isRelevant` false, so that the decision and its reason stay in sight.
 *
 * @param today `YYYY-MM-DD`, for the age.
 */
export function relevanceOf(facts: RelevanceFacts, agencies: readonly RelevanceAgency[], today: string): readonly RelevanceView[] {
  return relevanceRule(agencies, today)(facts);
}

/** The same for many cases: what depends on the agencies alone is worked out once. */
export function relevanceRule(agencies: readonly RelevanceAgency[], today: string): RelevanceRule {
  const present = new Set(agencies.map(({ id }) => id));
  const idsWhere = (holds: (agency: RelevanceAgency) => boolean) => agencies.filter(holds).map(({ id }) => id);
  const core = idsWhere(({ isCore }) => isCore);
  const prisons = idsWhere(({ kind }) => kind === 'prison');
  const youthJustice = idsWhere(({ kind }) => kind === 'youth-justice');
  const byPathway = new Map(pathways.map((pathway) => [pathway, idsWhere((agency) => agency.pathways.includes(pathway))]));

  return (facts) => {
    const reasons = new Map<string, string>();
    const add = (ids: readonly (string | null)[], reason: string) => {
      for (const id of ids) {
        if (id === null || !present.has(id)) continue;
        const earlier = reasons.get(id);
        reasons.set(id, earlier === undefined ? reason : `${earlier}; ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`);
      }
    };
    add([facts.leadAgencyId], 'Leads the case');
    if (isInCustody(facts.statutoryPosition))
      add(prisons, facts.custodyPlace === '' ? 'In custody' : `In custody at ${facts.custodyPlace}`);
    if (facts.dateOfBirth !== null && youthJustice.length > 0) {
      const age = ageOn(facts.dateOfBirth, today);
      if (age >= 0 && age < adultAge) add(youthJustice, `Aged ${age}`);
    }
    for (const { pathway, priority, agencyId } of inUsualOrder(facts.needs)) {
      // A need that has its own agency concerns that one: others of the pathway would sit through it for nothing (CAM
      // 3.3.19). Where that agency has left the scheme, the need goes back to whoever covers the pathway.
      const named = agencyId !== null && present.has(agencyId) ? [agencyId] : (byPathway.get(pathway) ?? []);
      add(named, `${pathwayName[pathway]} need, ${priority}`);
    }
    for (const [id, count] of counted(facts.openActions)) add([id], count === 1 ? 'An open action' : `${count} open actions`);
    add([...new Set(facts.openReferrals)], 'An open referral');
    for (const id of core) if (!reasons.has(id)) reasons.set(id, 'Core agency');

    const views: RelevanceView[] = [];
    for (const { id: agencyId } of agencies) {
      const byHand = facts.overrides.length === 0 ? undefined : facts.overrides.find((override) => override.agencyId === agencyId);
      const reason = reasons.get(agencyId);
      if (byHand) views.push({ agencyId, isRelevant: byHand.isRelevant, reason: reasonByHand(byHand), isByHand: true });
      else if (reason !== undefined) views.push({ agencyId, isRelevant: true, reason, isByHand: false });
    }
    return views;
  };
}

function reasonByHand({ isRelevant, personName, reason }: RelevanceFacts['overrides'][number]): string {
  return `${isRelevant ? 'Added' : 'Taken off'}${personName === '' ? '' : ` by ${personName}`}: ${reason}`;
}

const pathwayPlace = new Map(pathways.map((pathway, place) => [pathway, place]));

function inUsualOrder(needs: RelevanceFacts['needs']): RelevanceFacts['needs'] {
  if (needs.length < 2) return needs;
  return needs.toSorted((one, other) => (pathwayPlace.get(one.pathway) ?? 0) - (pathwayPlace.get(other.pathway) ?? 0));
}

function counted(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
