import type { CaseState, CohortPart, MappaLevel, OgrsBand, RoshLevel } from '../language/cohort';
import type { Colour } from '../language/colour';
import type { SchemeDecision } from '../language/meeting';
import type { NeedPriority, Pathway, Progress } from '../language/pathway';
import type { ReferralState } from '../language/referral';
import type { StatutoryPosition } from '../language/statutory-position';
import type { ActionRow } from './actions';

/** The fields of a case that are edited in place, by name; also the names in its history. */
export interface CaseFields {
  readonly reference: string;
  readonly surname: string;
  readonly forenames: string;
  readonly knownAs: string;
  readonly dateOfBirth: string | null;
  readonly pnc: string;
  readonly crn: string;
  readonly prisonNumber: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly disability: string;
  readonly area: string;
  readonly beat: string;
  readonly leadAgencyId: string | null;
  readonly leadPersonId: string | null;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly isAtLarge: boolean;
  readonly custodyPlace: string;
  readonly cohortPart: CohortPart | null;
  readonly indexOffence: string;
  readonly ogrsScore: number | null;
  readonly ogrsBand: OgrsBand | null;
  readonly rosh: RoshLevel;
  readonly mappa: MappaLevel;
  readonly reviewDue: string | null;
  readonly adoptedOn: string | null;
  readonly releaseOn: string | null;
  readonly licenceEndsOn: string | null;
  readonly orderEndsOn: string | null;
  readonly supervisionEndsOn: string | null;
  readonly doAdvice: string;
  readonly doNotAdvice: string;
}

export interface ColourChangeView {
  readonly id: string;
  readonly colour: Colour;
  readonly reason: string;
  readonly decidedOn: string;
  readonly decidedByName: string;
  readonly meetingId: string | null;
  readonly meetingNumber: number | null;
  readonly agreedBy: readonly string[];
  readonly dissent: string;
}

/** What a person looks like. */
export interface PhotographView {
  readonly id: string;
  /** A JPEG. */
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly takenOn: string | null;
  /** Whose picture it is: "Police custody record". */
  readonly source: string;
  readonly addedAt: string | null;
  readonly addedByName: string;
}

/** A proposal is shown with its reason and never applied by itself. `colour` is null where a new one must be chosen. */
export interface ColourProposal {
  readonly colour: Colour | null;
  readonly reason: string;
}

export interface NeedView {
  readonly id: string;
  readonly pathway: Pathway;
  readonly priority: NeedPriority;
  readonly note: string;
  readonly agencyId: string | null;
  readonly progress: Progress | null;
  readonly progressBefore: Progress | null;
  readonly reviewedOn: string | null;
}

export interface RelevanceView {
  readonly agencyId: string;
  readonly isRelevant: boolean;
  /** One line: "Accommodation need, high". */
  readonly reason: string;
  readonly isByHand: boolean;
}

export interface CaseHistoryEntry {
  readonly id: string;
  readonly on: string;
  readonly title: string;
  readonly text: string;
  readonly kind: 'meeting' | 'event' | 'colour' | 'need' | 'contribution' | 'action';
}

export interface CaseEventView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly on: string;
}

export interface ReferralView {
  readonly id: string;
  readonly serviceName: string;
  readonly state: ReferralState;
  readonly on: string | null;
}

export interface CaseView {
  readonly id: string;
  readonly fields: CaseFields;
  readonly state: CaseState;
  readonly aliases: readonly { readonly id: string; readonly name: string }[];
  readonly riskWarnings: readonly { readonly id: string; readonly warning: string; readonly raisedOn: string | null }[];
  readonly colour: Colour | null;
  readonly colourSince: string | null;
  readonly colourChanges: readonly ColourChangeView[];
  readonly colourProposal: ColourProposal | null;
  readonly needs: readonly NeedView[];
  readonly relevance: readonly RelevanceView[];
  readonly openActions: readonly ActionRow[];
  readonly closedActions: readonly ActionRow[];
  readonly referrals: readonly ReferralView[];
  readonly events: readonly CaseEventView[];
  /** Days of the conferences that discussed it, oldest first. */
  readonly meetingDays: readonly string[];
  readonly history: readonly CaseHistoryEntry[];
  readonly nextAgendaOn: string | null;
  /** To a partner: since when the case does not concern the agency any more, an instant. What is shown is as it stood then. */
  readonly partedSince: string | null;
  /** Earlier values of the release date, oldest first, without the present one. */
  readonly earlierReleaseDates: readonly string[];
  readonly lastDecision: { readonly on: string; readonly decision: SchemeDecision | null; readonly text: string } | null;
}

/** One value that a field has had. */
export interface FieldHistoryEntry {
  readonly value: string | number | null;
  readonly at: string;
  readonly personName: string;
  readonly intent: string;
}
