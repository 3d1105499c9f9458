import type { DeliveryWay } from '../language/document';

/** One thing in final minutes that a correction can change: where it is, what it is called, and what it says now. */
export interface CorrectableField {
  /** `discussion`, `decision`, `rationale`, `dissent`, `colour`, `update:0`, `action:26-101:text`, `attendance:3`, `note`. */
  readonly target: string;
  readonly label: string;
  readonly says: string;
  /** Where only these may be said, each with its words. */
  readonly choices: readonly { readonly value: string; readonly name: string }[] | null;
}

export interface CorrectableGroup {
  /** Null for what is not about one case. */
  readonly caseId: string | null;
  readonly title: string;
  readonly fields: readonly CorrectableField[];
}

export interface CorrectionRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly caseName: string;
  readonly target: string;
  readonly label: string;
  readonly said: string;
  readonly says: string;
  readonly reason: string;
  readonly correctedAt: string;
  readonly correctedByName: string;
  /** The version that first has it; 0 while it waits to be issued. */
  readonly version: number;
}

export interface CorrectionsView {
  readonly meetingId: string;
  /** The version of the final minutes that stands. */
  readonly version: number;
  readonly groups: readonly CorrectableGroup[];
  /** Those that wait first, then as they were issued, the latest first. */
  readonly corrections: readonly CorrectionRow[];
}

/** One copy of one version, and in whose hands it is. */
export interface HolderRow {
  readonly id: string;
  readonly documentId: string;
  readonly number: string;
  readonly version: number;
  readonly isLatest: boolean;
  readonly agencyId: string | null;
  readonly recipient: string;
  readonly how: DeliveryWay;
  readonly deliveredAt: string;
  readonly deliveredByName: string;
  readonly recalledAt: string | null;
  readonly recallNote: string;
  readonly returnedOn: string | null;
}
