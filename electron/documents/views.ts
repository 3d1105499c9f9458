import type { Picture } from '../../shared/insight/picture';
import type { ActionKind, ActionOutcome } from '../../shared/language/action';
import type { Colour } from '../../shared/language/colour';
import type { AgendaReason, AttendanceStatus, SchemeDecision } from '../../shared/language/meeting';
import type { NeedPriority, Pathway, Progress } from '../../shared/language/pathway';

/**
 * What each document shows, already cut to its reader. Whoever builds a view decides what the reader may see; the
 * documents print all of it and have no other source, so nothing else can reach the page.
 *
 * Days are `YYYY-MM-DD`, clock times `HH:MM` in the scheme's place, instants ISO 8601 UTC. Names of cases come as
 * "SURNAME, Forenames". Empty text means that there is nothing to say, and null that it is not known.
 */
export interface DocumentScheme {
  readonly brand: string;
  readonly area: string;
  /** Printed at the head and foot of every page. Past 90 characters it is cut there, and given in full on the first page. */
  readonly marking: string;
  readonly isDemonstration: boolean;
}

export interface IssuedDocument {
  readonly number: string;
  readonly version: number;
  /** A draft carries a watermark on every page. */
  readonly isFinal: boolean;
  readonly issuedAt: string | null;
  /** "Full record: core agencies only", "Housing Options only". Printed at the head of every page. */
  readonly reader: string;
}

export interface DocumentMeeting {
  readonly number: number | null;
  readonly title: string;
  readonly place: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly chair: string;
}

export interface DayAndTime {
  readonly on: string;
  readonly at: string;
}

export interface Identifier {
  /** "CRN", "PNC", "Prison number". */
  readonly label: string;
  readonly value: string;
}

/** Who a case is about: the head of its block in every document. */
export interface CasePerson {
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly identifiers: readonly Identifier[];
  /** One line: "Serving; release Fri 13 Mar 2026". */
  readonly statutoryLine: string;
  /** Agency and person: "Probation, I. Larkwell". */
  readonly lead: string;
  readonly riskWarnings: readonly string[];
}

export interface CaseAssessment {
  readonly cohort: string;
  /** "81 Very high". */
  readonly ogrs: string;
  readonly rosh: string;
  readonly mappa: string;
}

export interface DocumentAction {
  readonly reference: string;
  readonly text: string;
  readonly agency: string;
  readonly person: string;
  readonly dueOn: string | null;
  readonly kind: ActionKind;
}

export interface AttendanceEntry {
  readonly name: string;
  readonly agency: string;
  readonly post: string;
  readonly status: AttendanceStatus;
  /** Questions for the conference that the agency left unanswered; absent where it left none. */
  readonly unanswered?: number;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

export interface SettledAction extends DocumentAction {
  /** Empty for a general action. */
  readonly caseName: string;
  /** Null where it is still open and was carried forward. */
  readonly outcome: ActionOutcome | null;
  readonly note: string;
}

export interface ListedAction extends DocumentAction {
  readonly caseName: string;
  /** The position of its case in this document, to link to; null for a general action. */
  readonly casePosition: number | null;
}

export interface MinutesCase extends CasePerson, CaseAssessment {
  readonly position: number;
  readonly isDeferred: boolean;
  readonly colourBefore: Colour | null;
  readonly colourAfter: Colour | null;
  readonly colourSince: string | null;
  readonly colourReason: string;
  readonly contributions: readonly {
    readonly agency: string;
    readonly person: string;
    readonly text: string;
    /** What it answers; absent where nothing was asked. */
    readonly question?: string;
    /** The day of the conference that the answer came too late for, `YYYY-MM-DD`; absent where it came in time. */
    readonly missed?: string;
  }[];
  readonly discussion: string;
  readonly decision: SchemeDecision | null;
  readonly decisionText: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly agreedBy: readonly string[];
  readonly actions: readonly DocumentAction[];
  readonly nextReview: string | null;
}

/** One change that a corrected version made, in the words of the page. */
export interface PrintedCorrection {
  /** The version that first has it. */
  readonly version: number;
  /** "3 OAKENFELL, Jade: Decision". */
  readonly what: string;
  readonly said: string;
  readonly says: string;
  readonly reason: string;
}

export interface MinutesView {
  readonly scheme: DocumentScheme & { readonly purpose: string; readonly legalBasis: string; readonly confidentiality: string };
  /** `correction` says what this version changed; empty in a first version. */
  readonly document: IssuedDocument & { readonly correction: string };
  readonly meeting: DocumentMeeting & {
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly statementAgreedAt: string | null;
    readonly next: DayAndTime | null;
  };
  readonly figures: {
    readonly casesHeard: number;
    readonly colourChanges: number;
    readonly actionsSet: number;
    readonly carriedForward: number;
    readonly deselected: number;
  };
  /** The agency whose cases alone these are; none in the full record, nor in what was kept before it was said. */
  readonly ownAgency?: string;
  /** Names of all agencies of the scheme: a line of dissent that begins with one is that agency's. */
  readonly agencyNames: readonly string[];
  readonly attendance: readonly AttendanceEntry[];
  readonly lastActions: readonly SettledAction[];
  readonly cases: readonly MinutesCase[];
  /** Every change since the first final version, the earliest first. */
  readonly corrections: readonly PrintedCorrection[];
  readonly generalActions: readonly DocumentAction[];
  readonly actionsByAgency: readonly { readonly agency: string; readonly actions: readonly ListedAction[] }[];
  readonly distribution: readonly {
    readonly recipient: string;
    readonly what: string;
    readonly number: string;
    readonly sentAt: string | null;
  }[];
}

export interface KeyDate {
  readonly on: string;
  readonly what: string;
  /** A release on a Friday, or on the eve of a bank holiday, finds the offices shut (CAM R11.iv). */
  readonly flag: 'friday-release' | 'holiday-release' | null;
}

export interface DocumentNeed {
  readonly pathway: Pathway;
  readonly priority: NeedPriority;
  readonly progress: Progress | null;
}

export interface PackAction extends ListedAction {
  readonly colour: Colour | null;
  /** How many conferences it came back to still open. */
  readonly carried: number;
}

export interface PackCase extends CasePerson {
  readonly position: number;
  readonly colour: Colour | null;
  readonly colourSince: string | null;
  readonly changes: readonly string[];
  readonly keyDates: readonly KeyDate[];
  readonly needs: readonly DocumentNeed[];
  /** Prose; each line becomes a point. */
  readonly doAdvice: string;
  readonly doNotAdvice: string;
  /** The one thing that the list on the cover says of it. */
  readonly firstToKnow: string;
}

/** The tasking pack of one agency. A case's actions are those of `actions` that bear its position. */
export interface PackView {
  readonly scheme: DocumentScheme;
  readonly document: IssuedDocument;
  readonly agency: string;
  /** The person who takes it away; the agency's name where there is none. */
  readonly recipient: string;
  readonly meetingHeldOn: string;
  readonly today: string;
  /** When the sheet is to be back: the next conference. */
  readonly backBy: DayAndTime | null;
  readonly actions: readonly PackAction[];
  /** Open actions of its own on a case that it has been taken off: it owes them, and must not read whom they are about. */
  readonly heldBack: readonly { readonly reference: string; readonly dueOn: string | null }[];
  readonly cases: readonly PackCase[];
}

export interface AgendaDocumentSlot {
  readonly agency: string;
  /** Two or three capitals; stands for the agency in the list of cases. */
  readonly code: string;
  readonly people: string;
  readonly isCore: boolean;
  readonly isThroughout: boolean;
  readonly arrivesAt: string;
  readonly leavesAt: string;
  /** Minutes from the start of the meeting, here and below. */
  readonly arrives: number;
  readonly leaves: number;
  /** By call: it waits at its own desk. */
  readonly isRemote: boolean;
  /** One, or more where it comes more than once. */
  readonly stays: readonly { readonly from: number; readonly to: number; readonly arrivesAt: string; readonly leavesAt: string }[];
  readonly waits: number;
  readonly own: readonly { readonly position: number; readonly from: number; readonly to: number }[];
  readonly waiting: readonly { readonly from: number; readonly to: number }[];
}

export interface AgendaDocumentItem {
  readonly position: number;
  readonly name: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly colour: Colour | null;
  readonly reason: AgendaReason;
  /** Codes of the partners that it concerns. */
  readonly agencies: readonly string[];
}

export interface AgendaDocumentView {
  readonly scheme: DocumentScheme;
  readonly document: IssuedDocument;
  readonly meeting: DocumentMeeting;
  /** The reader's own slot, printed first and large. Null in the copy that core agencies keep. */
  readonly ownSlot: AgendaDocumentSlot | null;
  /** Whoever else this reader may see; with `ownSlot` it need not hold anybody. */
  readonly slots: readonly AgendaDocumentSlot[];
  readonly items: readonly AgendaDocumentItem[];
  /** What the codes of `items` stand for, where no list of agencies says it. */
  readonly codes?: readonly { readonly code: string; readonly agency: string }[];
  /** True where `items` is the whole list, so that the opening, the breaks and the close are set out too. */
  readonly namesAllCases: boolean;
  readonly breaks: readonly { readonly startsAt: string; readonly title: string; readonly from: number; readonly minutes: number }[];
  readonly totalMinutes: number;
  /** Minutes that partners wait in all, in this order and in the order the list came in. Null in a partner's copy. */
  readonly waiting: { readonly now: number; readonly listOrder: number } | null;
  readonly updatesBy: DayAndTime | null;
  /**
   * What the reader was asked and has not answered, the soonest wanted first. What other agencies were asked stands in their own
   * copies alone. Absent where nothing is.
   */
  readonly questions?: readonly AgendaDocumentQuestion[];
}

export interface AgendaDocumentQuestion {
  /** Its place on this agenda; null where the case is not on it. */
  readonly position: number | null;
  readonly name: string;
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly wantedOn: string;
  /** Which of the core agencies, in the copy that they share; empty in an agency's own. */
  readonly agency: string;
}

/** A table of the scheme as far as one person is in it: as many texts in each row as there are headings. */
export interface HeldTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything held on one person (UK GDPR, article 15). */
export interface SubjectAccessView {
  readonly scheme: DocumentScheme;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly madeOn: string;
  readonly isRedacted: boolean;
  readonly facts: readonly (readonly [string, string])[];
  readonly tables: readonly HeldTable[];
  /** Data URLs. */
  readonly photographs: readonly string[];
  /** Six columns: when, who, what was done, table, field, and what it became. */
  readonly changes: HeldTable;
}

export interface RecoverySheetDocumentView {
  readonly scheme: Pick<DocumentScheme, 'brand' | 'area' | 'isDemonstration'>;
  readonly words: readonly string[];
  readonly madeAt: string;
  readonly forName: string;
  readonly computer: string;
}

export interface CaseSummaryView {
  readonly scheme: DocumentScheme;
  readonly document: IssuedDocument;
  readonly today: string;
  readonly person: CasePerson & CaseAssessment & { readonly knownAs: string; readonly aliases: readonly string[]; readonly area: string };
  readonly colour: Colour | null;
  readonly colourSince: string | null;
  readonly adoptedOn: string | null;
  readonly reviewDue: string | null;
  readonly keyDates: readonly KeyDate[];
  readonly needs: readonly DocumentNeed[];
  readonly doAdvice: string;
  readonly doNotAdvice: string;
  /** Newest first. */
  readonly colourChanges: readonly {
    readonly colour: Colour;
    readonly on: string;
    readonly reason: string;
    readonly decidedBy: string;
  }[];
  readonly lastDecision: { readonly on: string; readonly decision: SchemeDecision | null; readonly text: string } | null;
  readonly openActions: readonly DocumentAction[];
  /** Which agencies it concerns, each with its one-line reason. */
  readonly agencies: readonly { readonly agency: string; readonly reason: string }[];
}

/** Nobody on the scheme is named here: it hangs in the room and goes round. */
export interface AttendanceSheetView {
  readonly scheme: DocumentScheme & { readonly confidentiality: string };
  readonly document: IssuedDocument;
  readonly meeting: DocumentMeeting;
  readonly expected: readonly {
    readonly agency: string;
    readonly name: string;
    readonly post: string;
    /** When it is expected and may leave; empty for whoever stays throughout. */
    readonly arrivesAt: string;
    readonly leavesAt: string;
  }[];
  /** Empty lines for whoever else comes. */
  readonly spareRows: number;
}

export interface ActionListView {
  readonly scheme: DocumentScheme;
  readonly document: IssuedDocument;
  readonly today: string;
  /** Whose actions: "All agencies", "Housing Options". */
  readonly reader: string;
  readonly agencies: readonly { readonly agency: string; readonly actions: readonly PackAction[] }[];
  readonly heldBack: PackView['heldBack'];
}

/** For staff outside the scheme: what they need to meet a person safely and well, and nothing else that is known. */
export interface BriefingView {
  readonly scheme: DocumentScheme;
  readonly document: IssuedDocument;
  readonly today: string;
  /** Whom it is for: "Harrow Lane neighbourhood team". */
  readonly team: string;
  readonly validUntil: DayAndTime | null;
  readonly people: readonly BriefingPerson[];
  readonly meanings: readonly { readonly colour: Colour; readonly meaning: string }[];
}

export interface BriefingPerson {
  readonly name: string;
  readonly knownAs: string;
  readonly age: number | null;
  readonly area: string;
  readonly colour: Colour | null;
  readonly colourSince: string | null;
  readonly isAtLarge: boolean;
  readonly riskWarnings: readonly string[];
  readonly doAdvice: string;
  readonly doNotAdvice: string;
  /** A JPEG or PNG as a data URL; null where none was given. */
  readonly photo: string | null;
}

/** What the scheme did in a quarter, in pictures and figures. Nobody on the scheme is named. */
export interface QuarterlyReportView {
  readonly scheme: DocumentScheme;
  readonly document: IssuedDocument;
  /** `October to December 2025`. */
  readonly quarter: string;
  readonly from: string;
  readonly to: string;
  /** The day on which it was made: what is counted as it is recorded now is counted on this day. */
  readonly madeOn: string;
  readonly madeBy: string;
  /** Prose by the manager; may be empty. */
  readonly introduction: string;
  readonly pictures: readonly Picture[];
  /** As the scheme words them. */
  readonly meanings: readonly { readonly colour: Colour; readonly meaning: string }[];
  readonly terms: readonly { readonly term: string; readonly meaning: string }[];
}
