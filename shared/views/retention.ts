import type { RetentionKind } from '../language/retention';
import type { RetentionRule } from '../rules/retention';

/** Someone whose place has ended, or never began. */
export interface HeldRow {
  readonly caseId: string;
  readonly caseName: string;
  readonly kind: RetentionKind;
  /** From which day the time runs; null where nothing says. */
  readonly from: string | null;
  /** When it is due for a decision by the rule, or by the last decision to keep it; null where `from` is. */
  readonly due: string | null;
  /** Why the place ended. */
  readonly why: string;
  /** The last decision to keep what is held, with its reason; null where none was made. */
  readonly kept: { readonly until: string; readonly reason: string } | null;
}

export interface TombstoneRow {
  readonly caseId: string;
  readonly erasedAt: string;
  readonly erasedBy: string;
  readonly rule: string;
  readonly reason: string;
  /** Entries that others wrote meanwhile, and that were dropped. */
  readonly late: number;
}

export interface RetentionView {
  readonly rules: readonly (RetentionRule & { readonly changedOn: string | null; readonly changedBy: string })[];
  /** The most overdue first; those without a day last. */
  readonly rows: readonly HeldRow[];
  /** The latest first. */
  readonly erased: readonly TombstoneRow[];
  readonly work: ErasureWork;
}

/** Where erased content may still be, and until when. */
export interface ErasureWork {
  /** Erased cases of which this computer's files in the shared folder still hold something. */
  readonly inFolder: number;
  /** Backups on this computer from before the last erasure, the newest of them, and from when on none is left. */
  readonly backups: { readonly count: number; readonly newest: string; readonly goneFrom: string } | null;
}

/** What goes with one case, before anybody says that it may. */
export interface ErasurePreview {
  readonly caseId: string;
  readonly caseName: string;
  readonly surname: string;
  readonly rule: string;
  readonly due: string | null;
  readonly entries: number;
  readonly actions: number;
  readonly conferences: number;
  /** Documents that people outside may hold a copy of, and in which it stands or may stand. */
  readonly documents: readonly { readonly id: string; readonly number: string; readonly title: string; readonly recipient: string }[];
  /** Why it cannot be erased now; null where it can. */
  readonly obstacle: string | null;
}
