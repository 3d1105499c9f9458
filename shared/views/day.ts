import type { ReadinessItem } from '../language/release';

/** What someone who answers for the scheme looks at first. Days are `YYYY-MM-DD`. */
export interface ManagersDay {
  /** Open actions past the day they were due, the agency with most first; `agencyId` is null where nobody has it. */
  readonly overdue: readonly { readonly agencyId: string | null; readonly actions: number; readonly oldestDueOn: string }[];
  readonly reviews: ReviewsOfDay;
  /** Those to come out within `pressingDays`, the soonest first. */
  readonly releases: readonly ReleaseOfDay[];
  /** Conferences of the last four weeks with packs that are not issued, or that nobody was given; the latest first. */
  readonly packs: readonly PacksOfDay[];
  /** Changes of one field in two places that nobody has settled. */
  readonly conflicts: number;
  /** Where people on the scheme live, for a pack by area. */
  readonly areas: readonly string[];
  /** The last conference that was closed: packs are printed from it. */
  readonly lastConference: { readonly id: string; readonly heldOn: string | null } | null;
}

export interface ReviewsOfDay {
  readonly late: number;
  readonly withoutDate: number;
  /** Due from today within `reviewAheadDays`. */
  readonly due: number;
  /** The latest of them, the longest overdue first. */
  readonly longestLate: readonly { readonly caseId: string; readonly caseName: string; readonly reviewDue: string }[];
}

export interface ReleaseOfDay {
  readonly caseId: string;
  readonly caseName: string;
  readonly releaseOn: string;
  readonly place: string;
  /** Of `needed`, those that are ready; and those that nobody has in hand. */
  readonly ready: number;
  readonly needed: number;
  readonly gaps: readonly ReadinessItem[];
}

export interface PacksOfDay {
  readonly meetingId: string;
  readonly heldOn: string | null;
  /** Agencies that have a pack of it. */
  readonly issued: number;
  /** Agencies that were set an action there and have no pack of it. */
  readonly notIssued: readonly string[];
  /** Agencies whose pack is made and was given to nobody. */
  readonly notGiven: readonly string[];
}
