import { formatDayWithYear } from './dates';
import { type StatutoryPosition, statutoryPositionName } from './statutory-position';

export interface StatutoryFacts {
  readonly statutoryPosition: StatutoryPosition | null;
  readonly isAtLarge: boolean;
  readonly custodyPlace: string;
  readonly releaseOn: string | null;
  readonly licenceEndsOn: string | null;
  readonly orderEndsOn: string | null;
  readonly supervisionEndsOn: string | null;
}

/** Where a case stands with the courts and until when, in one line: "Serving, HMP Stonefold; release Fri 13 Mar 2026". */
export function statutoryLine(facts: StatutoryFacts): string {
  const { statutoryPosition: position, isAtLarge } = facts;
  const name = position === null ? 'Position not recorded' : statutoryPositionName[position];
  if (isAtLarge) return `Illegally at large; ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  if (position === 'serving' || position === 'remand') {
    const place = facts.custodyPlace === '' ? name : `${name}, ${facts.custodyPlace}`;
    return facts.releaseOn === null ? place : `${place}; release ${formatDayWithYear(facts.releaseOn)}`;
  }
  const until = position === 'licence' ? facts.licenceEndsOn : position === 'post-sentence' ? facts.supervisionEndsOn : facts.orderEndsOn;
  return until === null || position === 'voluntary' || position === null ? name : `${name} to ${formatDayWithYear(until)}`;
}
