import type { DeliveryWay, DocumentKind } from '../language/document';

export interface DocumentRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly meetingId: string | null;
  readonly meetingHeldOn: string | null;
  readonly agencyId: string | null;
  readonly recipient: string;
  /** The area or the officer that it is for, where that is narrower than the agency. */
  readonly scope: string;
  readonly aboutCaseId: string | null;
  readonly isFinal: boolean;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly issuedAt: string;
  readonly issuedByName: string;
  /** False where another device issued it and this one holds only the ledger row. */
  readonly isHere: boolean;
  /** What it was made of is kept on this computer, so that another edition of it can be made. */
  readonly isMadeHere: boolean;
  /** False where a later version of the same document has been issued. */
  readonly isLatest: boolean;
  /** Another document bears the same number: two computers issued before they had heard of each other. */
  readonly sharesNumber: boolean;
  /** Whether it can be saved as Word from here: minutes, action lists and reports whose content is kept on this computer. */
  readonly hasWord: boolean;
}

/** What a file turned out to be, held against the ledger. */
export type Verification =
  | {
      readonly kind: 'matches';
      readonly document: DocumentRow;
      readonly edition: 'pdf' | 'word';
      readonly latestVersion: number;
      /** When copies of this version were last called back, ISO 8601 UTC; null where none was. */
      readonly calledBackAt: string | null;
    }
  /** It bears the number of one of ours, or of several that share one, and its bytes are none that were issued. */
  | { readonly kind: 'altered'; readonly document: DocumentRow; readonly others: readonly DocumentRow[] }
  /** It bears a number that this ledger does not have. */
  | { readonly kind: 'not-in-ledger'; readonly number: string; readonly version: number }
  | { readonly kind: 'unknown' };

export interface IssuedSummary {
  readonly documents: readonly DocumentRow[];
  /** What each agency received, and what could not be made, with the reason in plain words. */
  readonly perAgency: readonly {
    readonly agencyId: string;
    readonly cases: number;
    readonly actions: number;
    readonly documentId: string | null;
    readonly problem: string | null;
  }[];
}

/** One agency's pack of a conference, and to whom it was given. */
export interface PackStanding {
  readonly agencyId: string;
  /** Null where there is none: nothing concerned the agency, or none has been issued yet. */
  readonly documentId: string | null;
  readonly number: string;
  readonly version: number;
  readonly pages: number;
  readonly isHere: boolean;
  /** Whether the agency, or somebody of it, has an e-mail address. */
  readonly hasAddress: boolean;
  readonly given: readonly { readonly how: DeliveryWay; readonly at: string; readonly recipient: string }[];
}

export interface SentOut {
  /** The folder or the zip. */
  readonly path: string;
  readonly written: number;
  readonly problems: readonly { readonly documentId: string; readonly problem: string }[];
}
