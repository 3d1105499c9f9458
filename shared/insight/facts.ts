import type { ActionOutcome } from '../language/action';
import type { CaseState, RoshLevel } from '../language/cohort';
import type { Colour } from '../language/colour';
import { addDays, daysBetween } from '../language/dates';
import type { Pathway, Progress } from '../language/pathway';
import type { StatutoryPosition } from '../language/statutory-position';
import type { InsightFilter } from './picture';

/** A case as Insight counts it. */
export interface CaseFact {
  readonly id: string;
  readonly area: string;
  readonly cohortPart: string | null;
  readonly state: CaseState;
  readonly adoptedOn: string | null;
  readonly leftOn: string | null;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly rosh: RoshLevel;
  readonly leadPersonId: string | null;
  readonly leadAgencyId: string | null;
  readonly reviewDue: string | null;
  /** The latest end of an order, licence or supervision; null where none was recorded. */
  readonly supervisionEndedOn: string | null;
}

/** Changes of one case follow each other in the order in which they held. */
export interface ColourFact {
  readonly caseId: string;
  readonly colour: Colour;
  readonly decidedOn: string;
}

/** A need that has not been withdrawn, with its progress at the last review on or before a day. */
export interface NeedFact {
  readonly caseId: string;
  readonly pathway: Pathway;
  readonly identifiedOn: string | null;
  readonly progress: Progress | null;
}

export interface ActionFact {
  readonly caseId: string | null;
  readonly agencyId: string | null;
  readonly setOn: string | null;
  readonly dueOn: string | null;
  readonly outcome: ActionOutcome | null;
  readonly closedOn: string | null;
  /** How often it came back on an agenda still open. */
  readonly timesCarried: number;
}

/** A conference that was held. Minutes that partners waited; null where it was not kept. */
export interface MeetingFact {
  readonly id: string;
  readonly heldOn: string;
  readonly planned: number | null;
  readonly real: number | null;
  readonly listOrder: number | null;
  readonly least: number | null;
}

/** The cases that a filter lets through, whenever they were on the scheme. */
export function casesIn(cases: readonly CaseFact[], { area, cohortPart }: InsightFilter): readonly CaseFact[] {
  return cases.filter((one) => (area === null || one.area === area) && (cohortPart === null || one.cohortPart === cohortPart));
}

/**
 * Whether a case was on the scheme at the end of a day: adopted by then and not left by then. One that is on it with no
 * day of adoption was always on it; one that is only proposed never was.
 */
export function isOnScheme({ state, adoptedOn, leftOn }: CaseFact, day: string): boolean {
  if (state === 'proposed') return false;
  return (adoptedOn === null || adoptedOn <= day) && (leftOn === null || leftOn > day);
}

export function coloursByCase(changes: readonly ColourFact[]): ReadonlyMap<string, readonly ColourFact[]> {
  const byCase = new Map<string, ColourFact[]>();
  for (const change of changes) {
    const known = byCase.get(change.caseId);
    if (known) known.push(change);
    else byCase.set(change.caseId, [change]);
  }
  return byCase;
}

/** The colour that held at the end of a day; null before the first. */
export function colourOn(changes: readonly ColourFact[], day: string): Colour | null {
  let colour: Colour | null = null;
  for (const change of changes) {
    if (change.decidedOn > day) break;
    colour = change.colour;
  }
  return colour;
}

/**
 * The last days of equal stretches that end with the period, the earliest first: four weeks up to fourteen months,
 * a quarter up to four years, a year beyond, so that no picture has more bars than can be read.
 */
export function pointsOf({ from, to }: Pick<InsightFilter, 'from' | 'to'>): readonly string[] {
  const length = daysBetween(from, to);
  const step = length <= 430 ? 28 : length <= 1500 ? 91 : 365;
  const points: string[] = [];
  for (let day = to; day >= from; day = addDays(day, -step)) points.unshift(day);
  return points;
}
