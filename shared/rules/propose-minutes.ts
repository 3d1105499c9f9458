import type { Colour } from '../language/colour';
import { type CaseWeight, proposeMinutes as usualMinutes } from './choose-cases';

/** What sets one case apart from another in the time that it takes. */
export interface CaseLikeness {
  readonly colour: Colour | null;
  /** How many are open. */
  readonly openActions: number;
  readonly hasChanged: boolean;
  /** No conference has discussed it before. */
  readonly isFirst: boolean;
}

/** A case that a conference discussed, as it came up then. */
export interface PastCase extends CaseLikeness {
  /** What it took by the clock. */
  readonly seconds: number;
}

export interface ProposedMinutes {
  /** Whole, at least 3. */
  readonly minutes: number;
  /** Why, in one line: `Red cases with open actions took 7 at the median of 41`. */
  readonly why: string;
}

/** Under this a case was stepped over, not discussed; beyond the other the clock was left running. */
const shortest = 30;
const longest = 60 * 60;
/** What was known before counts for as much as so many cases: a handful of odd ones does not move a proposal far. */
const weightOfBefore = 6;
/** From so many on, a kind of case is named as the reason. */
const enough = 5;
const fewestMinutes = 3;

const colourWords = { R: 'Red', A: 'Amber', G: 'Green', B: 'Blue' } as const;

interface Kind {
  /** Plural, as in "Red cases with open actions". */
  readonly words: string;
  readonly holds: (each: CaseLikeness) => boolean;
}

/** From all cases to the ones most like this one; each kind is part of the one before it. */
function kindsOf({ colour, openActions, hasChanged, isFirst }: CaseLikeness): readonly Kind[] {
  const ofColour = colour === null ? 'Cases without a colour' : `${colourWords[colour]} cases`;
  const actions = openActions >= 3 ? 2 : openActions > 0 ? 1 : 0;
  const withActions = ['without open actions', 'with open actions', 'with three or more open actions'][actions] as string;
  const levelOf = (each: CaseLikeness) => (each.openActions >= 3 ? 2 : each.openActions > 0 ? 1 : 0);
  const steps: readonly Kind[] = isFirst
    ? [
        { words: ofColour, holds: (each) => each.colour === colour },
        { words: `${ofColour} on an agenda for the first time`, holds: (each) => each.isFirst },
      ]
    : [
        { words: ofColour, holds: (each) => each.colour === colour },
        { words: `${ofColour} ${withActions}`, holds: (each) => !each.isFirst && levelOf(each) === actions },
        {
          words: `${ofColour} ${withActions}, ${hasChanged ? 'changed' : 'unchanged'} since last time,`,
          holds: (each) => each.hasChanged === hasChanged,
        },
      ];
  return steps;
}

/**
 * Minutes to set aside for each case, from what such cases took before: the median of its kind, drawn towards that of the
 * wider kind, and that towards the scheme's usual, the more the fewer there were. A proposal, to be put right by hand.
 *
 * @param minutesPerCase the scheme's usual minutes for a case.
 */
export function minutesFrom(history: readonly PastCase[], minutesPerCase: number): (of: CaseLikeness) => ProposedMinutes {
  const counted = history.filter(({ seconds }) => seconds >= shortest && seconds <= longest);
  const known = new Map<string, ProposedMinutes>();
  return (of) => {
    const key = [of.colour ?? '', Math.min(3, of.openActions), of.hasChanged, of.isFirst].join();
    const proposed = known.get(key) ?? propose(counted, of, minutesPerCase);
    known.set(key, proposed);
    return proposed;
  };
}

function propose(history: readonly PastCase[], of: CaseLikeness, minutesPerCase: number): ProposedMinutes {
  const weight: CaseWeight = { ...of, minutesPerCase };
  let estimate = usualMinutes(weight);
  let why = `the usual ${minutesPerCase}, by its colour and actions; too few such cases have been timed`;
  let alike = history;
  for (const [index, { words, holds }] of kindsOf(of).entries()) {
    const wider = alike.length;
    alike = alike.filter(holds);
    if (alike.length === 0) break;
    // Where all of them had changed, or none, it says nothing new.
    if (index === 2 && alike.length === wider) break;
    const median = medianOf(alike.map(({ seconds }) => seconds / 60));
    estimate = (alike.length * median + weightOfBefore * estimate) / (alike.length + weightOfBefore);
    if (alike.length >= enough) why = `${words} took ${tidy(median)} at the median of ${alike.length}`;
  }
  return { minutes: Math.max(fewestMinutes, Math.round(estimate)), why };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** `7`, `6½`: nobody asks for a tenth of a minute. */
function tidy(minutes: number): string {
  const halves = Math.round(minutes * 2);
  const whole = Math.floor(halves / 2);
  if (halves % 2 === 0) return String(whole);
  return whole === 0 ? '½' : `${whole}½`;
}
