import type { Colour } from '../language/colour';
import { addDays } from '../language/dates';
import type { AgendaReason } from '../language/meeting';

/** What is known of a case that can bring it to a conference. Days are `YYYY-MM-DD`. */
export interface CandidateFacts {
  readonly colour: Colour | null;
  readonly reviewDue: string | null;
  /** The last day on which anything was recorded on the case; null where nothing ever was. */
  readonly lastChangedOn: string | null;
  /** The day of an agency's answer that no conference has heard; null where there is none. */
  readonly answeredOn: string | null;
  /** Null where no conference has discussed it yet. */
  readonly lastDiscussedOn: string | null;
  /** When each open action is due; null for one without a date. */
  readonly openActionsDue: readonly (string | null)[];
}

/** A review due within a week after the conference would be late by the next one. */
const daysAhead = 7;

/**
 * Why a case should be discussed at the conference of `meetingDay`, in the order of `agendaReasons`; none where it may
 * rest. `by-hand` is never among them: people choose that.
 *
 * `due`: its review is due by a week after the conference, or late. `changed`: something was recorded since it was last
 * discussed; the day of that conference itself does not count, since its own minutes are written then, but an answer that
 * came too late for it does. A case that no conference has discussed is changed. `red`: its colour is Red. `open-actions`: an open action is due by the
 * conference; one without a date is to be settled whenever the partners meet.
 */
export function reasonsToDiscuss(facts: CandidateFacts, meetingDay: string): readonly AgendaReason[] {
  const { colour, reviewDue, openActionsDue } = facts;
  const reasons: AgendaReason[] = [];
  if (reviewDue !== null && reviewDue <= addDays(meetingDay, daysAhead)) reasons.push('due');
  if (hasChanged(facts)) reasons.push('changed');
  if (colour === 'R') reasons.push('red');
  if (openActionsDue.some((dueOn) => dueOn === null || dueOn <= meetingDay)) reasons.push('open-actions');
  return reasons;
}

/** Whether anything was recorded on a case after the day on which it was last discussed, or answered too late to be heard there. */
export function hasChanged({
  answeredOn,
  lastChangedOn,
  lastDiscussedOn,
}: Pick<CandidateFacts, 'answeredOn' | 'lastChangedOn' | 'lastDiscussedOn'>): boolean {
  return lastDiscussedOn === null || answeredOn !== null || (lastChangedOn !== null && lastChangedOn > lastDiscussedOn);
}

export interface CaseWeight {
  readonly colour: Colour | null;
  /** How many are open. */
  readonly openActions: number;
  readonly hasChanged: boolean;
  /** The scheme's usual minutes for a case. */
  readonly minutesPerCase: number;
}

const fewestMinutes = 3;

/**
 * Minutes to set aside for a case, from the scheme's usual: two more for Red, two fewer for Green, one fewer for Blue
 * (in custody, little happens between conferences), one more where three or more actions are open, one fewer where
 * nothing has changed; never under three, in which a case cannot be named and decided. A proposal, to be put right by hand.
 */
export function proposeMinutes({ colour, openActions, hasChanged: changed, minutesPerCase }: CaseWeight): number {
  const byColour = { R: 2, A: 0, G: -2, B: -1 } as const;
  const minutes = minutesPerCase + (colour === null ? 0 : byColour[colour]) + (openActions >= 3 ? 1 : 0) - (changed ? 0 : 1);
  return Math.max(fewestMinutes, Math.round(minutes));
}
