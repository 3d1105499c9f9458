export interface DocumentRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly kind: 'minutes' | 'tasking-pack' | 'agenda' | 'recovery-sheet' | 'case-summary';
  readonly title: string;
  readonly meetingId: string | null;
  readonly meetingHeldOn: string | null;
  readonly agencyId: string | null;
  readonly recipient: string;
  readonly isFinal: boolean;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly issuedAt: string;
  readonly issuedByName: string;
  /** False where another device issued it and this one holds only the ledger row. */
  readonly isHere: boolean;
}

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
