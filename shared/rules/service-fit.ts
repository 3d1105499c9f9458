import type { RoshLevel } from '../language/cohort';
import { ageOn, daysBetween, formatPlainDay } from '../language/dates';
import type { Pathway } from '../language/pathway';
import type { ServiceSetting } from '../language/referral';

/** What a service takes, as far as it can be checked. */
export interface ServiceCriteria {
  readonly pathways: readonly Pathway[];
  readonly leastAge: number | null;
  readonly mostAge: number | null;
  readonly onlySex: string;
  readonly settings: readonly ServiceSetting[];
  readonly areas: readonly string[];
  readonly mostRosh: RoshLevel | null;
  readonly capacity: number | null;
  readonly openReferrals: number;
}

export interface FitFacts {
  readonly needs: readonly Pathway[];
  readonly dateOfBirth: string | null;
  readonly sex: string;
  readonly isInCustody: boolean;
  readonly releaseOn: string | null;
  readonly area: string;
  readonly rosh: RoshLevel;
}

export interface ServiceFit {
  /** The needs that it would meet. */
  readonly meets: readonly Pathway[];
  /** Why it does not fit; empty where it does. */
  readonly against: readonly string[];
  /** What could not be checked, and what to know: a full list is no reason not to refer. */
  readonly mind: readonly string[];
}

const roshOrder: readonly RoshLevel[] = ['low', 'medium', 'high', 'very-high'];
/** Someone who comes out within these days can be referred in the community already. */
const soonOut = 42;

/** Whether a service fits someone's needs and circumstances, and if not, why (CAM R7, R31: whom a programme leaves out). */
export function fitOf(service: ServiceCriteria, facts: FitFacts, today: string): ServiceFit {
  const against: string[] = [];
  const mind: string[] = [];
  const { leastAge, mostAge, onlySex, settings, areas, mostRosh } = service;
  if (leastAge !== null || mostAge !== null) {
    const age = facts.dateOfBirth === null ? null : ageOn(facts.dateOfBirth, today);
    if (age === null) mind.push('It takes certain ages, and the date of birth is not known.');
    else if (leastAge !== null && age < leastAge) against.push(`It takes people from ${leastAge}; the person is ${age}.`);
    else if (mostAge !== null && age > mostAge) against.push(`It takes people up to ${mostAge}; the person is ${age}.`);
  }
  if (onlySex !== '') {
    if (facts.sex === '') mind.push(`It takes ${onlySex.toLowerCase()} people only, and the sex is not recorded.`);
    else if (facts.sex.toLowerCase() !== onlySex.toLowerCase()) against.push(`It takes ${onlySex.toLowerCase()} people only.`);
  }
  if (settings.length > 0) {
    const isSoonOut = facts.isInCustody && facts.releaseOn !== null && daysBetween(today, facts.releaseOn) <= soonOut;
    if (facts.isInCustody && !settings.includes('custody')) {
      if (isSoonOut && facts.releaseOn !== null) mind.push(`It works in the community: from ${formatPlainDay(facts.releaseOn)}.`);
      else against.push('It works in the community only, and the person is in custody.');
    }
    if (!facts.isInCustody && !settings.includes('community')) against.push('It works in custody only.');
  }
  if (areas.length > 0) {
    if (facts.area === '') mind.push(`It covers ${areas.join(', ')} only, and the area is not recorded.`);
    else if (!areas.some((area) => area.toLowerCase() === facts.area.toLowerCase())) {
      against.push(`It covers ${areas.join(', ')}; the person lives in ${facts.area}.`);
    }
  }
  if (mostRosh !== null) {
    if (facts.rosh === 'not-assessed') mind.push('It takes people up to a certain Risk of Serious Harm, which is not assessed.');
    else if (roshOrder.indexOf(facts.rosh) > roshOrder.indexOf(mostRosh)) {
      against.push(`It takes people up to ${mostRosh} Risk of Serious Harm; it is ${facts.rosh} here.`);
    }
  }
  if (service.capacity !== null && service.openReferrals >= service.capacity) {
    mind.push(`Full by what is known: ${service.openReferrals} referred for ${service.capacity} places.`);
  }
  return { meets: service.pathways.filter((pathway) => facts.needs.includes(pathway)), against, mind };
}
