import type { Colour } from '../language/colour';
import type { AgendaItemState, AgendaReason, MeetingState } from '../language/meeting';
import type { RelevanceView } from './case';

export interface MeetingRow {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly place: string;
  readonly heldOn: string | null;
  readonly startsAt: string;
  readonly state: MeetingState;
  readonly cases: number;
  readonly chairName: string;
}

export interface AgendaItemView {
  readonly id: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly colour: Colour | null;
  readonly position: number;
  readonly minutes: number;
  /** Wall-clock start by the plan, `HH:MM`. */
  readonly startsAt: string;
  readonly isPinned: boolean;
  readonly reason: AgendaReason;
  readonly state: AgendaItemState;
  /** Every agency that the case concerns, core ones too, each with its one-line reason. */
  readonly agencies: readonly RelevanceView[];
}

export interface AgendaBreakView {
  readonly id: string;
  readonly afterPosition: number;
  readonly minutes: number;
  readonly title: string;
  readonly startsAt: string;
}

/** When one agency is in the room, by the plan. Minutes are from the start of the meeting. */
export interface AgencySlot {
  readonly agencyId: string;
  readonly isCore: boolean;
  readonly arrives: number;
  readonly leaves: number;
  readonly arrivesAt: string;
  readonly leavesAt: string;
  /** Minutes in the room on cases that are not its own; breaks do not count. 0 for core agencies. */
  readonly waits: number;
  readonly own: readonly { readonly itemId: string; readonly position: number; readonly from: number; readonly to: number }[];
  readonly waiting: readonly { readonly from: number; readonly to: number }[];
}

export interface AgendaView {
  readonly meeting: MeetingRow;
  readonly agendaVersion: number;
  readonly items: readonly AgendaItemView[];
  readonly breaks: readonly AgendaBreakView[];
  readonly slots: readonly AgencySlot[];
  /** Minutes before the first case: opening and the statement. */
  readonly openingMinutes: number;
  readonly endsAt: string;
  readonly totalMinutes: number;
  /** Minutes that partners wait in all: in this order, in the order the list came in, and the least found. */
  readonly cost: {
    readonly now: number;
    readonly listOrder: number;
    readonly least: number;
    /** True only when no order can be better; else `least` is the best found. */
    readonly isLeastProven: boolean;
  };
}

export interface AgendaCandidate {
  readonly caseId: string;
  readonly caseName: string;
  readonly colour: Colour | null;
  readonly reviewDue: string | null;
  readonly openActions: number;
  readonly lastDiscussedOn: string | null;
  readonly reasons: readonly AgendaReason[];
}

/** What a case on the agenda is given, and what such cases took before. */
export interface ProposedMinutesView {
  readonly itemId: string;
  readonly caseName: string;
  readonly position: number;
  readonly minutes: number;
  readonly proposed: number;
  /** In one line: `Red cases with open actions took 7 at the median of 41`. */
  readonly why: string;
}
