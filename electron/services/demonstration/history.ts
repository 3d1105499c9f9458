import type { ActionOutcome } from '../../../shared/language/action';
import type { Colour } from '../../../shared/language/colour';
import { addDays } from '../../../shared/language/dates';
import type { CustodyStay } from '../../../shared/outcomes/liberty';
import type { Chance } from './chance';
import type { DemonstrationPerson } from './people';
import { staysOf } from './stays';
import { type ColourStep, colourIn, createTrajectory } from './trajectory';
import { type ActionWords, possibleActions } from './words';

/** Eleven months of weekly conferences before today's. */
export const weeks = 47;

export interface StoryAction {
  readonly words: ActionWords;
  readonly setInWeek: number;
  readonly dueOn: string;
  carriedIn: number[];
  settled: { readonly outcome: ActionOutcome; readonly inWeek: number; readonly on: string; readonly atMeeting: boolean } | null;
}

export interface StoryCase {
  readonly index: number;
  readonly person: DemonstrationPerson;
  readonly steps: readonly ColourStep[];
  /** -1 for those who were on the scheme before the first conference. */
  readonly firstWeek: number;
  /** In custody since adoption. */
  readonly stays: readonly CustodyStay[];
  readonly discussedIn: number[];
  readonly actions: StoryAction[];
}

export interface Story {
  readonly cases: readonly StoryCase[];
  /** Days of the conferences, the last of them today's. */
  readonly days: readonly string[];
}

const casesAWeek = 20;
const outcomes: readonly ActionOutcome[] = [
  ...Array<ActionOutcome>(77).fill('done'),
  ...Array<ActionOutcome>(11).fill('circumstances-changed'),
  ...Array<ActionOutcome>(7).fill('agency-did-not-act'),
  ...Array<ActionOutcome>(5).fill('withdrawn'),
];

/** Works out the whole story before any of it is recorded: who was discussed when, which colours, which actions. */
export function tellStory(chance: Chance, people: readonly DemonstrationPerson[], today: string): Story {
  const days = Array.from({ length: weeks + 1 }, (_, week) => addDays(today, (week - weeks) * 7));
  const cases = people.map((person, index): StoryCase => {
    const firstWeek = days.findIndex((day) => day >= person.adoptedOn);
    const from = person.adoptedOn < (days[0] as string) ? -1 : Math.max(0, firstWeek);
    const steps = createTrajectory(chance, person.colour, from, weeks);
    const stays = staysOf({ index, steps, adoptedOn: person.adoptedOn }, days);
    return { index, person, firstWeek: from, steps, stays, discussedIn: [], actions: [] };
  });
  for (let week = 0; week < weeks; week += 1) {
    const chosen = chooseCases(chance, cases, week, days);
    for (const story of cases) settleDue(chance, story, week, days, chosen.has(story));
    for (const story of chosen) {
      story.discussedIn.push(week);
      setActions(chance, story, week, days);
    }
  }
  for (const story of cases) settleSinceLast(chance, story, days);
  return { cases, days };
}

/** Changes of colour and new people come first, then Red, then open actions, then whoever has waited longest. */
function chooseCases(chance: Chance, cases: readonly StoryCase[], week: number, days: readonly string[]): Set<StoryCase> {
  const weight = (story: StoryCase): number => {
    const last = story.discussedIn.at(-1) ?? story.firstWeek - 4;
    const changes = story.steps.some((step) => step.week === week) ? 1000 : 0;
    const late = story.actions.some(({ settled, dueOn }) => settled === null && dueOn < (days[week] as string)) ? 12 : 0;
    return changes + late + (colourIn(story.steps, week) === 'R' ? 6 : 0) + (week - last) * 2 + chance.whole(0, 3);
  };
  const present = cases.filter(({ firstWeek }) => firstWeek <= week).map((story) => ({ story, weight: weight(story) }));
  const most = casesAWeek + chance.whole(-3, 3);
  const sorted = present.sort((a, b) => b.weight - a.weight || a.story.index - b.story.index);
  return new Set(sorted.filter(({ weight: points }, place) => place < most || points >= 1000).map(({ story }) => story));
}

function settleDue(chance: Chance, story: StoryCase, week: number, days: readonly string[], isOnAgenda: boolean): void {
  const day = days[week] as string;
  for (const action of story.actions) {
    if (action.settled) continue;
    const isDue = action.dueOn < day;
    const settles = isDue ? chance.happens(90) : isOnAgenda && chance.happens(25);
    if (settles) {
      const on = isOnAgenda ? day : addDays(day, -chance.whole(1, 5));
      action.settled = {
        outcome: chance.pick(outcomes),
        inWeek: week,
        on: on > action.dueOn || isOnAgenda ? on : action.dueOn,
        atMeeting: isOnAgenda,
      };
    } else if (isDue || isOnAgenda) {
      action.carriedIn.push(week);
    }
  }
}

/** What owners have reported since the last conference. A few are late today, as everywhere. */
function settleSinceLast(chance: Chance, story: StoryCase, days: readonly string[]): void {
  const today = days[weeks] as string;
  for (const action of story.actions) {
    if (action.settled || action.dueOn >= today || !chance.happens(70)) continue;
    action.settled = { outcome: chance.pick(outcomes), inWeek: weeks, on: addDays(today, -1), atMeeting: false };
  }
}

function setActions(chance: Chance, story: StoryCase, week: number, days: readonly string[]): void {
  const colour: Colour = colourIn(story.steps, week);
  const open = new Set(story.actions.filter(({ settled }) => settled === null).map(({ words }) => words.text));
  const possible = chance
    .shuffle(
      possibleActions(
        colour,
        story.person.needs.map(({ pathway }) => pathway),
      ),
    )
    .filter(({ text }) => !open.has(text));
  for (const words of possible.slice(0, chance.pick([0, 1, 1, 2, 2, 3]))) {
    story.actions.push({
      words,
      setInWeek: week,
      dueOn: addDays(days[week] as string, chance.pick([3, 6, 7, 7, 10, 14, 21])),
      carriedIn: [],
      settled: null,
    });
  }
}
