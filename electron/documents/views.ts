/**
 * What each printed document shows, already cut to its reader: services build these, documents see nothing else.
 * Days are `YYYY-MM-DD`, wall-clock times `HH:MM`, instants ISO 8601 in UTC. Text that is not there is '' and a day
 * or time that is not known is null; a document then leaves the line out or says so.
 */
import type { ActionKind, ActionOutcome } from '../../shared/language/action';
import type { Colour } from '../../shared/language/colour';
import type { AgendaReason, AttendanceStatus } from '../../shared/language/meeting';
import type { NeedPriority, Progress } from '../../shared/language/pathway';

export interface DocumentScheme {
  /** The scheme's own name, "Changing Tracks". */
  readonly brand: string;
  readonly area: string;
  /** The protective marking, at the head and foot of every page: "OFFICIAL-SENSITIVE". */
  readonly marking: string;
  readonly isDemonstration: boolean;
}

export interface DocumentHead {
  readonly scheme: DocumentScheme;
  /** The number in the ledger, without the version: "CT-2026-031". */
  readonly number: string;
  readonly version: number;
  readonly isDraft: boolean;
  readonly issuedAt: string;
  /** For whom it was cut: "Full record: core agencies only", "For Housing Options only". */
  readonly reader: string;
  /** What this version changes of the one before it; null for a first version. */
  readonly correction: string | null;
}

// Minutes

export interface MinutesStatements {
  readonly purpose: string;
  readonly legalBasis: string;
  readonly confidentiality: string;
  /** When those present agreed to the confidentiality statement. */
  readonly agreedAt: string | null;
}

export interface MinutesMeeting {
  readonly number: number | null;
  readonly title: string;
  readonly place: string;
  readonly day: string;
  readonly plannedStart: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly chair: string;
}

export interface MinutesFigures {
  readonly casesHeard: number;
  readonly colourChanges: number;
  readonly actionsSet: number;
  readonly carriedForward: number;
  readonly deferred: number;
}

export interface MinutesAttendance {
  readonly name: string;
  readonly agency: string;
  readonly status: AttendanceStatus;
}

export interface MinutesLastAction {
  readonly ref: string;
  readonly text: string;
  readonly agency: string;
  readonly person: string;
  readonly due: string | null;
  /** Null while the action is still open. */
  readonly outcome: ActionOutcome | null;
  /** Empty for an action that concerns no case. */
  readonly caseName: string;
}

export interface MinutesAction {
  readonly ref: string;
  readonly text: string;
  readonly agency: string;
  readonly person: string;
  readonly due: string | null;
  readonly kind: ActionKind;
}

export interface MinutesContribution {
  readonly agency: string;
  readonly person: string;
  readonly text: string;
}

export interface MinutesCase {
  /** The case's place on the agenda, which a partner's copy keeps. */
  readonly no: number;
  readonly name: string;
  readonly dob: string | null;
  /** On the day of the meeting. */
  readonly age: number | null;
  /** One line: "CRN X310442 · PNC 09/91820T". */
  readonly identifiers: string;
  /** One line: "Serving; release Fri 13 Mar 2026". */
  readonly position: string;
  /** One line: "Fixed · OGRS 81 Very high · RoSH Medium · MAPPA None · Lead: Probation". */
  readonly facts: string;
  readonly riskWarnings: readonly string[];
  readonly colourBefore: Colour | null;
  readonly colourAfter: Colour | null;
  readonly contributions: readonly MinutesContribution[];
  readonly discussion: string;
  readonly decision: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly agreedBy: readonly string[];
  readonly actions: readonly MinutesAction[];
  readonly reviewDue: string | null;
}

/** An action in an agency's own list, with the case that it belongs to. */
export interface MinutesAgencyAction extends MinutesAction {
  /** Null for an action that concerns no case. */
  readonly caseNo: number | null;
  readonly caseName: string;
}

export interface MinutesDistribution {
  readonly recipient: string;
  /** "Full record", "Own minutes: cases 1, 3, 4". */
  readonly what: string;
  readonly number: string;
}

export interface MinutesView {
  readonly head: DocumentHead;
  readonly statements: MinutesStatements;
  readonly meeting: MinutesMeeting;
  readonly figures: MinutesFigures;
  readonly attendance: readonly MinutesAttendance[];
  readonly lastActions: readonly MinutesLastAction[];
  readonly cases: readonly MinutesCase[];
  readonly generalActions: readonly MinutesAction[];
  readonly actionsByAgency: readonly { readonly agency: string; readonly actions: readonly MinutesAgencyAction[] }[];
  readonly distribution: readonly MinutesDistribution[];
}

// Tasking pack

export interface PackCaseAction {
  readonly ref: string;
  readonly text: string;
  readonly due: string | null;
  readonly isOverdue: boolean;
  /** How many conferences it has been carried forward through. */
  readonly carried: number;
}

export interface PackAction extends PackCaseAction {
  /** The `no` of a case in this pack; null for an action that concerns no case. */
  readonly caseNo: number | null;
  readonly caseName: string;
  readonly person: string;
}

export interface PackKeyDate {
  readonly day: string;
  readonly what: string;
  /** Loud and short, such as "FRIDAY RELEASE"; null where the date is an ordinary one. */
  readonly flag: string | null;
  readonly note: string;
}

export interface PackNeed {
  readonly name: string;
  readonly priority: NeedPriority;
  readonly progress: Progress | null;
}

export interface PackCase {
  readonly no: number;
  readonly name: string;
  readonly dob: string | null;
  readonly age: number | null;
  readonly identifiers: string;
  readonly leadAgency: string;
  readonly position: string;
  readonly colour: Colour | null;
  readonly colourSince: string | null;
  readonly whatChanged: readonly string[];
  readonly riskWarnings: readonly string[];
  readonly keyDates: readonly PackKeyDate[];
  readonly needs: readonly PackNeed[];
  readonly doLines: readonly string[];
  readonly doNotLines: readonly string[];
  readonly actions: readonly PackCaseAction[];
}

export interface PackView {
  readonly head: DocumentHead;
  readonly agencyName: string;
  /** The person, team or post that takes the pack away. */
  readonly recipient: string;
  readonly meetingDay: string;
  readonly coversFrom: string;
  readonly coversTo: string;
  readonly counts: { readonly cases: number; readonly actions: number; readonly overdue: number };
  readonly actions: readonly PackAction[];
  readonly generalActions: readonly PackAction[];
  readonly cases: readonly PackCase[];
}

// Agenda

/** Times in the room, wall clock; `waits` is minutes on cases that are not its own. */
export interface AgendaDocumentSlot {
  readonly agency: string;
  readonly arrives: string;
  readonly leaves: string;
  readonly waits: number;
  readonly isCore: boolean;
}

export interface AgendaDocumentItem {
  readonly no: number;
  readonly startsAt: string;
  readonly minutes: number;
  readonly name: string;
  readonly colour: Colour | null;
  /** Codes of the agencies whom the case concerns: "HOU". */
  readonly agencies: readonly string[];
  readonly reason: AgendaReason;
}

export interface AgendaDocumentBreak {
  readonly startsAt: string;
  readonly minutes: number;
  readonly title: string;
}

/**
 * `slots` feeds the timeline of who is in the room; a partner is given only the times, so the timeline names no case.
 */
export interface AgendaDocumentView {
  readonly head: DocumentHead;
  readonly meeting: {
    readonly day: string;
    readonly start: string;
    readonly end: string;
    readonly place: string;
    readonly title: string;
    readonly number: number | null;
  };
  /** When the agency that this copy is for comes and goes; null on a core agency's copy. */
  readonly slot: { readonly arrives: string; readonly leaves: string; readonly waits: number } | null;
  readonly slots: readonly AgendaDocumentSlot[];
  /** Only its own for a partner. */
  readonly items: readonly AgendaDocumentItem[];
  readonly breaks: readonly AgendaDocumentBreak[];
}

// Recovery sheet

export interface RecoverySheetDocument {
  readonly brand: string;
  /** In order; 18 of them. */
  readonly words: readonly string[];
  readonly madeAt: string;
  readonly forName: string;
  /** The name of the computer that the sheet was made on. */
  readonly computer: string;
}
