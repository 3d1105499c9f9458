import type { Colour } from '../../../shared/language/colour';
import type { Chance } from './chance';

/** From this week on (0 is the first conference of the demonstration; -1 is before it) the case has this colour. */
export interface ColourStep {
  readonly week: number;
  readonly colour: Colour;
}

/** What may come before each colour, the likelier more often. */
const before: Readonly<Record<Colour, readonly Colour[]>> = {
  R: ['A', 'A', 'G', 'B'],
  A: ['R', 'R', 'G', 'B'],
  G: ['A', 'A', 'A', 'B'],
  B: ['R', 'R', 'A'],
};
const leastWeeks = 3;

/** A way to today's colour, told backwards so that it ends where it must: one to five steps, never closer than three weeks. */
export function createTrajectory(chance: Chance, today: Colour, firstWeek: number, weeks: number): readonly ColourStep[] {
  const steps: ColourStep[] = [];
  let colour = today;
  let week = weeks;
  for (let changes = chance.whole(1, 4); changes > 0; changes -= 1) {
    week -= chance.whole(leastWeeks, 13);
    if (week <= firstWeek + leastWeeks) break;
    steps.unshift({ week, colour });
    colour = chance.pick(before[colour]);
  }
  return [{ week: firstWeek, colour }, ...steps];
}

export function colourIn(steps: readonly ColourStep[], week: number): Colour {
  const step = steps.findLast((candidate) => candidate.week <= week);
  if (!step) throw new Error('A case has no colour before it is on the scheme.');
  return step.colour;
}
