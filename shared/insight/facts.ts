import type { ActionOutcome } from '../language/action';
import type { CaseState, RoshLevel } from '../language/cohort';
import type { Colour } from '../language/colour';
import { addDays, daysBetween } from '../language/dates';
import { byText } from '../language/in-order';
import type { Pathway, Progress } from '../language/pathway';
import type { StatutoryPosition } from '../language/statutory-position';
import type { InsightFilter } from './picture';

/** A time on the scheme: always there before where there is no first day, and still where there is no end. */
export interface SchemeStay {
  readonly from: string | null;
  /** The day on which it ended, which is not counted any more. */
  readonly until: string | null;
}

/** A leaving that was decided, with the adoption that it ended. */
export interface LeavingFact {
  readonly adoptedOn: string | null;
  readonly leftOn: string;
}

/** A case as Insight counts it. */
export interface CaseFact {
  readonly id: string;
  readonly area: string;
  readonly cohortPart: string | null;
  readonly state: CaseState;
  /** Every time on the scheme, the earliest first; none where somebody never was on it. */
  readonly stays: readonly SchemeStay[];
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

interface Place {
  readonly state: CaseState;
  readonly adoptedOn: string | null;
  readonly leftOn: string | null;
}

/**
 * Every time that somebody was on the scheme. The case knows of the last; those before it are known by the leavings that ended
 * them, since coming back sets other dates. One that is on it with no day of adoption was always on it. Whoever was only put
 * forward, and turned down or taken back, never was: their case has a day of leaving and neither an adoption nor a leaving.
 */
export function staysOf({ state, adoptedOn, leftOn }: Place, leavings: readonly LeavingFact[]): readonly SchemeStay[] {
  const isLast = state === 'adopted' || (leftOn !== null && (adoptedOn !== null || leavings.some((one) => one.leftOn === leftOn)));
  const last = isLast ? [{ from: adoptedOn, until: leftOn }] : [];
  const earlier = leavings
    .filter((one) => !isLast || (adoptedOn !== null && one.leftOn <= adoptedOn))
    .map((one): SchemeStay => ({ from: one.adoptedOn, until: one.leftOn }));
  return apart([...earlier, ...last]);
}

/** The same times, none within another: two workstations may each have recorded one leaving. Without those that no day ended in. */
function apart(stays: readonly SchemeStay[]): readonly SchemeStay[] {
  if (stays.length < 2) return stays;
  const found: SchemeStay[] = [];
  for (const stay of stays.toSorted((a, b) => byText(a.from ?? '', b.from ?? ''))) {
    if (stay.from !== null && stay.until !== null && stay.until <= stay.from) continue;
    const before = found.at(-1);
    const isWithin = before !== undefined && (before.until === null || stay.from === null || stay.from < before.until);
    if (!isWithin) found.push(stay);
    else if (before.until !== null && (stay.until === null || stay.until > before.until))
      found[found.length - 1] = { from: before.from, until: stay.until };
  }
  return found;
}

/** The time on the scheme that a day ended in; undefined where it ended in none. */
export function stayOn({ stays }: Pick<CaseFact, 'stays'>, day: string): SchemeStay | undefined {
  return stays.findLast(({ from, until }) => (from === null || from <= day) && (until === null || until > day));
}

/** Whether a case was on the scheme at the end of a day: adopted by then and not left by then. */
export const isOnScheme = (one: Pick<CaseFact, 'stays'>, day: string): boolean => stayOn(one, day) !== undefined;

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
