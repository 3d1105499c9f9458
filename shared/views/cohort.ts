import type { CaseState, CohortPart, MappaLevel, OgrsBand, RoshLevel } from '../language/cohort';
import type { Colour } from '../language/colour';
import type { MeetingState } from '../language/meeting';
import type {
  CohortDecisionKind,
  Intensity,
  LeavingGround,
  OffenceGroup,
  PanelStance,
  PanelSubject,
  ParticipationPoint,
  SelectionState,
} from '../language/selection';
import type { CohortPartProposal } from '../rules/cohort-part';
import type { Score, ScorePart, ScoringWeights } from '../rules/scoring';
import type { GroundForLeaving, ReviewReason, SchemeRules } from '../rules/staying';

export interface MatrixView {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly weights: ScoringWeights;
  readonly reason: string;
  readonly adoptedOn: string | null;
  readonly adoptedByName: string;
}

export interface ScoreView {
  readonly id: string;
  readonly points: number;
  readonly parts: readonly ScorePart[];
  readonly matrixVersion: number | null;
  readonly proposedPart: CohortPart | null;
  readonly proposalReason: string;
  readonly offenceGroup: OffenceGroup | null;
  readonly offencesInYear: number | null;
  readonly isPrisonLeaver: boolean;
  readonly isYoungAdult: boolean;
  readonly judgement: number;
  readonly judgementReason: string;
  readonly scoredOn: string | null;
  readonly scoredByName: string;
}

/** A referral into the scheme. */
export interface SelectionRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly reference: string;
  readonly agencyId: string | null;
  readonly organisation: string;
  readonly referredBy: string;
  readonly referredOn: string | null;
  readonly reason: string;
  readonly state: SelectionState;
  readonly closedOn: string | null;
  readonly closingReason: string;
  /** How often the person was on the scheme before. */
  readonly stays: number;
  readonly score: ScoreView | null;
  readonly panel: { readonly meetingId: string; readonly itemId: string; readonly heldOn: string | null } | null;
  readonly lastFeedbackOn: string | null;
}

/** What is known of a case for its score, and what the present matrix makes of it. */
export interface ScoringView {
  readonly matrix: MatrixView;
  readonly offenceGroup: OffenceGroup | null;
  readonly ogrsScore: number | null;
  readonly ogrsBand: OgrsBand | null;
  readonly rosh: RoshLevel;
  readonly mappa: MappaLevel;
  readonly isPrisonLeaver: boolean;
  readonly isYoungAdult: boolean;
  /** Offences recorded in the last twelve months; null where none ever was. */
  readonly offencesInYear: number | null;
}

export interface ScorePreview extends Score {
  readonly proposal: CohortPartProposal;
}

export interface PanelRow {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string | null;
  readonly startsAt: string;
  readonly place: string;
  readonly state: MeetingState;
  readonly items: number;
  readonly decided: number;
}

export interface PanelStanceView {
  readonly agencyId: string;
  readonly personName: string;
  readonly stance: PanelStance;
  readonly cohortPart: CohortPart | null;
  readonly reason: string;
  readonly recordedAt: string | null;
}

export interface PanelItemView {
  readonly id: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly colour: Colour | null;
  readonly state: CaseState;
  readonly subject: PanelSubject;
  readonly referralId: string | null;
  readonly referralReason: string;
  readonly note: string;
  readonly decidedAt: string | null;
  readonly decision: CohortDecisionView | null;
  readonly score: ScoreView | null;
  readonly grounds: readonly GroundForLeaving[];
  readonly cautions: readonly string[];
  /** The latest of each agency, and what each had said before. */
  readonly stances: readonly PanelStanceView[];
  readonly earlierStances: readonly PanelStanceView[];
  /** Why police and probation have not agreed yet, in a sentence; null where they have. */
  readonly notAgreed: string | null;
  readonly stays: number;
}

export interface PanelView extends PanelRow {
  readonly cases: readonly PanelItemView[];
}

export interface CohortDecisionView {
  readonly id: string;
  readonly kind: CohortDecisionKind;
  readonly decidedOn: string | null;
  readonly decidedByName: string;
  readonly reason: string;
  readonly grounds: readonly LeavingGround[];
  readonly cohortPart: CohortPart | null;
  readonly intensityBefore: Intensity | null;
  readonly intensity: Intensity | null;
  readonly nextReviewOn: string | null;
  readonly agreedBy: readonly string[];
  readonly dissent: string;
  readonly meetingId: string | null;
}

export interface ReviewRow {
  readonly caseId: string;
  readonly caseName: string;
  readonly reference: string;
  readonly colour: Colour | null;
  readonly leadAgencyId: string | null;
  readonly leadPersonId: string | null;
  readonly cohortPart: CohortPart | null;
  readonly intensity: Intensity | null;
  readonly adoptedOn: string | null;
  readonly reviewDue: string | null;
  readonly reviewedOn: string | null;
  readonly isInCustody: boolean;
  readonly reasons: readonly ReviewReason[];
  /** What the record says for leaving. */
  readonly grounds: readonly GroundForLeaving[];
}

export interface ReviewsView {
  readonly rules: SchemeRules;
  /** Everyone on the scheme, whether due or not, the most pressing first. */
  readonly rows: readonly ReviewRow[];
  /** Those who have left, the latest first. */
  readonly left: readonly LeftRow[];
  /** Of how many people what is held is due for a decision. */
  readonly heldDue: number;
}

export interface LeftRow {
  readonly caseId: string;
  readonly caseName: string;
  readonly adoptedOn: string | null;
  readonly leftOn: string | null;
  readonly reason: string;
  readonly hasExitPlan: boolean;
  /** When what is held of them is due for a decision, and what was decided last. */
  readonly retentionDue: string | null;
  readonly keepUntil: string | null;
  readonly keepReason: string;
}

export interface ParticipationView {
  readonly id: string;
  readonly toldOn: string | null;
  readonly toldBy: string;
  readonly how: string;
  readonly points: readonly ParticipationPoint[];
  readonly response: string;
}

export interface ExitPlanView {
  readonly id: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly plan: string;
  readonly wayBack: string;
  readonly services: readonly {
    readonly id: string;
    readonly serviceId: string | null;
    readonly name: string;
    readonly what: string;
    readonly contact: string;
  }[];
}

/** A case's place on the scheme: how it came, what was decided, what the person was told, how it leaves. */
export interface CohortCaseView {
  readonly state: CaseState;
  readonly intensity: Intensity | null;
  readonly rules: SchemeRules;
  readonly reasons: readonly ReviewReason[];
  readonly grounds: readonly GroundForLeaving[];
  readonly decisions: readonly CohortDecisionView[];
  readonly referrals: readonly SelectionRow[];
  readonly scores: readonly ScoreView[];
  readonly participations: readonly ParticipationView[];
  readonly exitPlan: ExitPlanView | null;
  readonly feedbacks: readonly { readonly id: string; readonly to: string; readonly text: string; readonly sentOn: string | null }[];
}
