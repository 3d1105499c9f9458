import type { RoshLevel } from '../language/cohort';
import type { NeedPriority, Pathway } from '../language/pathway';
import type { ReferralState, ServiceSetting } from '../language/referral';

/** An entry of the directory of interventions (CAM R7). */
export interface ServiceView {
  readonly id: string;
  readonly agencyId: string | null;
  readonly name: string;
  /** The main one first. */
  readonly pathways: readonly Pathway[];
  readonly description: string;
  readonly eligibility: string;
  readonly leastAge: number | null;
  readonly mostAge: number | null;
  readonly onlySex: string;
  readonly settings: readonly ServiceSetting[];
  readonly areas: readonly string[];
  readonly mostRosh: RoshLevel | null;
  readonly howToRefer: string;
  readonly contactName: string;
  readonly phone: string;
  readonly email: string;
  readonly waitingDays: number | null;
  readonly nextStartOn: string | null;
  readonly capacity: number | null;
  readonly checkedOn: string | null;
  /** Referrals that are waiting, accepted or started. */
  readonly openReferrals: number;
  readonly completed: number;
  readonly endedEarly: number;
}

/** A service beside the needs of one case. */
export interface ServiceMatch {
  readonly service: ServiceView;
  readonly meets: readonly Pathway[];
  readonly against: readonly string[];
  readonly mind: readonly string[];
  /** A referral of this case that is open there. */
  readonly openReferralId: string | null;
}

export interface ReferralUpdateView {
  readonly id: string;
  readonly state: ReferralState;
  readonly note: string;
  readonly changedOn: string | null;
  readonly personName: string;
}

export interface ReferralRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly serviceId: string | null;
  readonly serviceName: string;
  readonly agencyId: string | null;
  readonly pathway: Pathway | null;
  readonly state: ReferralState;
  readonly referredOn: string | null;
  readonly changedOn: string | null;
  readonly note: string;
  readonly outcome: string;
}

/** A need that nobody works on: what the directory lacks, and for whom. */
export interface GapRow {
  readonly pathway: Pathway;
  /** Cases on the scheme with the need. */
  readonly needs: number;
  /** Of those, with an open or completed referral for it. */
  readonly referred: number;
  /** Without one, though a service fits. */
  readonly couldBeReferred: readonly GapCase[];
  /** Without one, and no service of the directory fits; each with why. */
  readonly withoutService: readonly GapCase[];
}

export interface GapCase {
  readonly caseId: string;
  readonly caseName: string;
  readonly priority: NeedPriority;
  /** Why no service fits; empty where none is in the directory at all. */
  readonly why: readonly string[];
}

/** An agency that does not attend, who carries messages to it, and on which cases (CAM R12). */
export interface LinkRow {
  readonly agencyId: string;
  readonly linkPersonId: string | null;
  readonly cases: readonly {
    readonly caseId: string;
    readonly caseName: string;
    readonly why: string;
    readonly openActions: number;
    readonly lastCarriedOn: string | null;
    readonly lastMessage: string;
  }[];
}
