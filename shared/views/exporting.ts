import type { RecoverySheetView } from './scheme';

/** The lists that can be saved as they are seen. */
export const exportableLists = [
  'register',
  'actions',
  'documents',
  'meetings',
  'audit',
  'gaps',
  'unmet-needs',
  'services',
  'referrals',
  'selection',
  'reviews',
  'left',
  'releases',
  'people',
  'agencies',
] as const;
export type ExportableList = (typeof exportableLists)[number];

/** What left: a list, the whole scheme, a picture of Insight, or what is held on one person. */
export type ExportKind = 'list' | 'scheme' | 'insight' | 'subject-access';

/** Something that left the scheme as data, as the list of exports shows it. */
export interface ExportRow {
  readonly id: string;
  readonly kind: ExportKind;
  readonly title: string;
  readonly fileName: string;
  readonly rows: number;
  readonly size: number;
  readonly isEncrypted: boolean;
  /** ISO 8601 UTC. */
  readonly exportedAt: string;
  readonly exportedByName: string;
}

/** A scheme that was brought back from an export into a file of its own. */
export interface RestoredScheme {
  readonly path: string;
  readonly brand: string;
  readonly area: string;
  /** ISO 8601 UTC. */
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly commits: number;
  /** The recovery sheet of the new file. Shown once. */
  readonly sheet: RecoverySheetView;
}

/** A text held on one person in which something looks like the name of somebody whom the scheme does not know. */
export interface TextToCheck {
  /** `Case events: Detail`. */
  readonly where: string;
  /** What looks like a name, as it is written. */
  readonly words: readonly string[];
  /** The whole text, without the names that the scheme knows. */
  readonly text: string;
}
