import { addDays, daysBetween, formatDayWithYear, weekdayOf } from '../language/dates';
import type { Pathway } from '../language/pathway';
import { type ReadinessItem, type ReadinessState, readinessItems } from '../language/release';
import { isWorkingDay } from './release-day';

/** Which kinds of agencies see to an item, the likeliest first. */
const ownerKinds: Readonly<Record<ReadinessItem, readonly string[]>> = {
  accommodation: ['housing', 'supported-housing', 'probation'],
  benefits: ['jobcentre', 'debt', 'probation'],
  prescription: ['drugs', 'primary-care', 'mental-health', 'prison'],
  'met-at-gate': ['mentoring', 'probation', 'police'],
  'licence-conditions': ['probation'],
  'first-appointment': ['probation', 'drugs'],
};

/** Needs without which an item may well not be needed; an item that is not named is for everyone. */
const needsBehind: Readonly<Partial<Record<ReadinessItem, readonly Pathway[]>>> = { prescription: ['drugs', 'alcohol', 'health'] };

export interface KnownAgency {
  readonly id: string;
  readonly kind: string;
}

/** The agency to ask for an item, so that each has an owner (CAM 3.3.56, HMI 6.17): the first of the likely kinds that is in the scheme, else null. */
export function likelyOwner(item: ReadinessItem, agencies: readonly KnownAgency[]): string | null {
  for (const kind of ownerKinds[item]) {
    const found = agencies.find((agency) => agency.kind === kind);
    if (found) return found.id;
  }
  return null;
}

/** Whether nothing on the case speaks for an item. It is said beside it, and never settles it by itself. */
export function mayNotBeNeeded(item: ReadinessItem, needs: readonly Pathway[]): boolean {
  const behind = needsBehind[item];
  return behind !== undefined && !behind.some((pathway) => needs.includes(pathway));
}

export interface Readiness {
  readonly ready: number;
  /** Those that are needed. */
  readonly of: number;
  /** Not arranged and not in hand. */
  readonly gaps: readonly ReadinessItem[];
}

/** How far a release is prepared. An item that nobody has said anything on is a gap: an address that nobody checked was none (CAM 3.3.57). */
export function readinessOf(states: ReadonlyMap<ReadinessItem, ReadinessState>): Readiness {
  const needed = readinessItems.filter((item) => states.get(item) !== 'not-needed');
  return {
    ready: needed.filter((item) => states.get(item) === 'ready').length,
    of: needed.length,
    gaps: needed.filter((item) => (states.get(item) ?? 'open') === 'open'),
  };
}

/** From this many days before a release a gap is pressing. */
export const pressingDays = 14;

/**
 * When an action from a gap is due: on the last working day but one before the release, so that a day is left to mend
 * it (CAM 3.3.58: others could not coordinate in time); today where that has passed.
 */
export function gapDueOn(releaseOn: string, today: string): string {
  let day = addDays(releaseOn, -1);
  for (let left = 1; left >= 0; day = addDays(day, -1)) {
    if (isWorkingDay(day)) left -= 1;
    if (left < 0) break;
  }
  return day < today ? today : day;
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** "3 days left", "tomorrow", "today", "4 days ago". */
export function daysLeftWords(releaseOn: string, today: string): string {
  const days = daysBetween(today, releaseOn);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 0) return `${days} days left`;
  return days === -1 ? 'yesterday' : `${-days} days ago`;
}

/** What an action from a gap asks for, in words that stand alone in a list. */
export function gapActionText(item: ReadinessItem, releaseOn: string | null, place: string): string {
  const on = releaseOn === null ? 'release' : formatDayWithYear(releaseOn);
  switch (item) {
    case 'accommodation':
      return `Find somewhere to live from ${on}`;
    case 'benefits':
      return `Prepare the benefits claim so that it can start on ${on}`;
    case 'prescription':
      return `Arrange for the prescription to carry on from ${on}`;
    case 'met-at-gate':
      return `Meet at the gate${place === '' ? '' : ` of ${place}`} on ${on}`;
    case 'licence-conditions':
      return `Send the licence conditions to the partners before ${on}`;
    case 'first-appointment':
      return `Book the first appointment after release on ${on}`;
  }
}
