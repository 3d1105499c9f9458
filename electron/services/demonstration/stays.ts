import { communityDays } from '../../../shared/insight/community';
import { addDays } from '../../../shared/language/dates';
import { type CustodyStay, libertyDays } from '../../../shared/outcomes/liberty';
import { gateDay, gateDayBefore } from './gate-days';
import type { ColourStep } from './trajectory';

interface Known {
  readonly index: number;
  readonly adoptedOn: string;
  readonly steps: readonly ColourStep[];
}

/** The times at Blue, each to the day at the gate that the next conference heard of; the present one has no end. */
export function staysOf({ index, adoptedOn, steps }: Known, days: readonly string[]): readonly CustodyStay[] {
  const dayOf = (week: number) => days[week] ?? addDays(days[0] as string, -56);
  const ending = (gateOf: (conferenceOn: string, turn: number) => string): CustodyStay[] =>
    steps.flatMap(({ colour, week }, place) => {
      const next = steps[place + 1];
      return colour === 'B' ? [{ startsOn: dayOf(week), endsOn: next ? gateOf(dayOf(next.week), index + next.week) : null }] : [];
    });
  const isCounted = (stays: readonly CustodyStay[]) => libertyDays({ from: adoptedOn, to: days.at(-1) as string }, stays) >= communityDays;
  const stays = ending(gateDayBefore);
  // The weekday of the conferences must not decide how many people the sample of HMI 8.18 has.
  const isSettled = isCounted(stays) === isCounted(ending((conferenceOn) => addDays(conferenceOn, -1)));
  return isSettled ? stays : ending(lastGateDay);
}

/** The day before a conference, or the next on which the gate is not shut. */
function lastGateDay(conferenceOn: string): string {
  const before = addDays(conferenceOn, -1);
  return gateDay(before, before);
}
