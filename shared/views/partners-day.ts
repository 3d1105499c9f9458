import type { Colour } from '../language/colour';
import type { MeetingState } from '../language/meeting';
import type { ActionRow } from './actions';
import type { DocumentRow } from './documents';
import type { QuestionView } from './questions';
import type { ReferralRow } from './services';

/** What someone of a partner agency looks at first: only what is theirs. Days are `YYYY-MM-DD`, clock times `HH:MM`. */
export interface PartnersDay {
  /** Whether any case has come to this workstation yet. */
  readonly hasCases: boolean;
  readonly conference: PartnersConference | null;
  /** A conference still to come that was called off, the soonest. */
  readonly calledOff: { readonly heldOn: string; readonly title: string } | null;
  /** Open actions of the agency, the soonest due first. */
  readonly actions: readonly ActionRow[];
  /** Referrals to the agency's services that nobody has answered yet, the longest waiting first. */
  readonly referrals: readonly ReferralRow[];
  /** What it was asked and has not answered, the soonest wanted first. */
  readonly questions: readonly QuestionView[];
  /** The agency's papers in their latest version, those of the last weeks, the newest first. */
  readonly papers: readonly DocumentRow[];
  readonly changes: PartnersChanges;
}

/** The conference that comes next, as far as it is the agency's. */
export interface PartnersConference {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly place: string;
  readonly heldOn: string | null;
  readonly startsAt: string;
  readonly state: MeetingState;
  /** Null until the agenda is issued, and where it does not need the agency. */
  readonly slot: PartnersSlot | null;
  readonly cases: readonly PartnersCase[];
}

export interface PartnersSlot {
  readonly stays: readonly { readonly arrivesAt: string; readonly leavesAt: string }[];
  readonly isRemote: boolean;
  /** What it was when the person last looked, where that was something else. */
  readonly before: { readonly on: string; readonly arrivesAt: string; readonly leavesAt: string } | null;
}

/** One of the agency's cases on an agenda. */
export interface PartnersCase {
  readonly itemId: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly colour: Colour | null;
  readonly minutes: number;
  /** Why it is the agency's concern, in one line. */
  readonly why: string;
  readonly isHeard: boolean;
  /** What the agency has written on it for this conference, the latest last. */
  readonly updates: readonly PartnersUpdate[];
}

export interface PartnersUpdate {
  readonly id: string;
  readonly text: string;
  readonly personName: string;
  readonly sentAt: string | null;
  /** What it answers; empty where nothing was asked. */
  readonly question: string;
  /** The day of the conference that the answer was wanted for and came too late for; null where it came in time. */
  readonly missed: string | null;
}

/** What others recorded since the person last said that they had seen it. */
export interface PartnersChanges {
  /** The place in the log up to which this goes: to be given back when it is seen. */
  readonly upTo: number;
  /** Null where nothing was ever marked as seen. */
  readonly since: string | null;
  /** By case, what was last changed first; `caseId` is null for what is about no case. */
  readonly groups: readonly PartnersChange[];
}

export interface PartnersChange {
  readonly caseId: string | null;
  readonly caseName: string;
  readonly at: string;
  /** What was done, in words of the log, by whom, and how often. */
  readonly lines: readonly { readonly what: string; readonly by: string; readonly count: number }[];
}
