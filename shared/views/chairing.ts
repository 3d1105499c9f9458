import type { AgencyVisit } from '../agenda/day-rules';
import type { Colour } from '../language/colour';
import type { AgendaItemState, AttendanceStatus, MeetingState, SchemeDecision } from '../language/meeting';
import type { ActionRow } from './actions';
import type { AgencySlot, AgendaBreakView } from './agenda';
import type { CaseView } from './case';
import type { QuestionView } from './questions';

export interface AttendanceView {
  readonly id: string;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly status: AttendanceStatus;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

export interface ChairItemSummary {
  readonly id: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly surname: string;
  readonly colour: Colour | null;
  readonly position: number;
  readonly minutes: number;
  /** Wall-clock start by the plan, `HH:MM`. */
  readonly startsAt: string;
  /** The same in minutes from the start of the conference. */
  readonly plannedFrom: number;
  /** `HH:MM` before which it must not begin: its fixed start, or that of the second sitting. Null where any time will do. */
  readonly notBefore: string | null;
  readonly state: AgendaItemState;
  /** When it was last taken up, when it ended, and the seconds before it was last taken up; all of them once it has ended. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly secondsBefore: number;
  readonly agencyIds: readonly string[];
}

/** Somebody who records at the same conference from another workstation. */
export interface OtherInMeeting {
  readonly device: string;
  readonly personName: string;
  readonly workstation: string;
  /** When they last recorded something there, by their clock, ISO 8601 UTC. */
  readonly lastAt: string;
}

export interface ChairView {
  readonly meetingId: string;
  readonly number: number | null;
  readonly title: string;
  readonly heldOn: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  /** From start to end by the plan. */
  readonly plannedMinutes: number;
  readonly state: MeetingState;
  readonly statement: string;
  readonly statementAgreedAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly items: readonly ChairItemSummary[];
  /** Places on the agenda at which a case stood that has been erased since. */
  readonly erasedPlaces: readonly number[];
  readonly breaks: readonly (AgendaBreakView & { readonly plannedFrom: number })[];
  readonly slots: readonly AgencySlot[];
  /** When agencies can come, as was planned or told since. */
  readonly visits: readonly AgencyVisit[];
  readonly attendance: readonly AttendanceView[];
  readonly currentItemId: string | null;
  readonly generalActions: readonly ActionRow[];
}

export interface ContributionView {
  readonly id: string;
  readonly agencyId: string | null;
  readonly personName: string;
  readonly text: string;
  readonly sentAt: string | null;
  /** What it answers; empty where nothing was asked. */
  readonly question: string;
  /** The day of the conference that the answer was wanted for and came too late for; null where it came in time. */
  readonly missed: string | null;
}

/** Everything on one case while it is being discussed: what is known, and what is being recorded. */
export interface ChairItemView {
  readonly id: string;
  readonly meetingId: string;
  readonly case: CaseView;
  readonly position: number;
  readonly of: number;
  readonly minutes: number;
  readonly state: AgendaItemState;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly secondsBefore: number;
  /** The conference before this one that discussed the case, if any. */
  readonly lastDiscussedOn: string | null;
  /** Actions open when the case came up, and those settled since it was last discussed. */
  readonly lastActions: readonly ActionRow[];
  readonly contributions: readonly ContributionView[];
  /** What agencies were asked on it and have not answered. */
  readonly unanswered: readonly QuestionView[];
  readonly discussion: string;
  readonly decision: SchemeDecision | null;
  readonly decisionText: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly agreedBy: readonly string[];
  /** The colour as it was when the case came up, and the change recorded at this meeting, if any. */
  readonly colourBefore: Colour | null;
  readonly colourChange: { readonly colour: Colour; readonly reason: string } | null;
  /** Actions set at this meeting on this case. */
  readonly actions: readonly ActionRow[];
  /** Kept typing that is not recorded yet, by field name. */
  readonly drafts: Readonly<Record<string, string>>;
}
