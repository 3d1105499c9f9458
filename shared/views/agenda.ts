import type { DayRules } from '../agenda/day-rules';
import type { AgendaViolation } from '../agenda/violations';
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
  /** Minutes that partners wait by the issued agenda, and that they really waited; null where not known. */
  readonly plannedWaiting: number | null;
  readonly realWaiting: number | null;
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
  /** When it must start, `HH:MM`; null where any time will do. */
  readonly fixedStart: string | null;
  readonly leadAgencyId: string | null;
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
  /** The time that it is to begin at, `HH:MM`; null for one that comes after a case. */
  readonly at: string | null;
  /** By the plan. */
  readonly startsAt: string;
}

/** When one agency is in the room, by the plan. Minutes are from the start of the meeting. */
export interface AgencySlot {
  readonly agencyId: string;
  readonly isCore: boolean;
  /** It stays from the start to the end, as a core agency does that can come at any time. */
  readonly isThroughout: boolean;
  /** By call: it waits at its own desk, so for nothing, and its stays are its own cases. */
  readonly isRemote: boolean;
  /** Of its first stay. */
  readonly arrives: number;
  /** Of its last stay. */
  readonly leaves: number;
  readonly arrivesAt: string;
  readonly leavesAt: string;
  /** One, or one in each of two sittings; of an agency that comes by call, one each time. */
  readonly stays: readonly AgencyStay[];
  /** Minutes in the room on cases that are not its own; breaks do not count. For core agencies only while the meeting rests. */
  readonly waits: number;
  readonly own: readonly { readonly itemId: string; readonly position: number; readonly from: number; readonly to: number }[];
  readonly waiting: readonly { readonly from: number; readonly to: number }[];
}

export interface AgencyStay {
  /** 1 where there is only one. */
  readonly sitting: 1 | 2;
  readonly from: number;
  readonly to: number;
  /** `HH:MM`. */
  readonly arrivesAt: string;
  readonly leavesAt: string;
}

/** A rule that an agenda does not hold, with a sentence that says so and by how much. */
export interface AgendaViolationView extends AgendaViolation {
  readonly words: string;
}

export interface AgendaView {
  readonly meeting: MeetingRow;
  readonly agendaVersion: number;
  readonly items: readonly AgendaItemView[];
  readonly breaks: readonly AgendaBreakView[];
  readonly slots: readonly AgencySlot[];
  readonly rules: DayRules;
  /** What of the rules this order does not hold. Empty where all hold. */
  readonly violations: readonly AgendaViolationView[];
  /** How far the nearest agenda that is known is from the rules. Pins are left out. */
  readonly leastViolation: number;
  /** Whether it is certain that they cannot all hold, whatever the order. */
  readonly isRuleSureToBreak: boolean;
  /** Where the meeting rests until a fixed start, and the time between two sittings; minutes from the start. */
  readonly idle: readonly { readonly from: number; readonly to: number }[];
  readonly between: { readonly from: number; readonly to: number } | null;
  /** Minutes before the first case: opening and the statement. */
  readonly openingMinutes: number;
  readonly endsAt: string;
  readonly totalMinutes: number;
  /**
   * Minutes that partners wait in all: in this order, in the order the list came in, and the least found among those that hold
   * the rules, whatever is pinned.
   */
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
  /** The day of an agency's answer that no conference has heard; null where there is none. */
  readonly answeredOn: string | null;
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

/** What would come of the rest of a running meeting: nothing of it is recorded until it is taken. Clock times are `HH:MM`. */
export interface RestPreview {
  /** Case ids of the whole agenda, as it stands and as it would. */
  readonly orderBefore: readonly string[];
  readonly order: readonly string[];
  /** What the agency had told of that end before, so that taking it back puts it back. */
  readonly toldBefore: string | null;
  /** Minutes that partners wait from here on, as it stands and as it would. */
  readonly waitingBefore: number;
  readonly waiting: number;
  readonly endsBefore: string;
  readonly endsAt: string;
  /** What is still to be heard, in the order that it would have. */
  readonly cases: readonly {
    readonly caseId: string;
    readonly caseName: string;
    readonly colour: Colour | null;
    /** Null for the case that comes in. */
    readonly positionBefore: number | null;
    readonly position: number;
    readonly startsAt: string;
  }[];
  /** Agencies whose times would change; null where it has, or would have, nothing left. */
  readonly agencies: readonly { readonly agencyId: string; readonly before: string | null; readonly after: string | null }[];
  /** What would not hold, in sentences. */
  readonly violations: readonly string[];
}
