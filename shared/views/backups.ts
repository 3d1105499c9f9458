/** Why a backup could not be made or read. What was recorded is safe in every case. */
export const backupTroubles = ['disk-full', 'read-only', 'folder-gone', 'not-whole', 'interrupted', 'failed'] as const;
export type BackupTrouble = (typeof backupTroubles)[number];

/** A backup in the folder. */
export interface BackupRow {
  readonly name: string;
  readonly madeAt: string;
  readonly sizeBytes: number;
  /** Entries in its log; null where this computer has no note of making it. */
  readonly commits: number | null;
}

/** A backup taken out, opened, and checked from its first entry to its last. */
export interface DrillReport {
  readonly at: string;
  readonly name: string;
  readonly madeAt: string;
  readonly isWhole: boolean;
  readonly commits: number;
  readonly cases: number;
  readonly milliseconds: number;
  /** One plain sentence each; empty where it is whole. No personal data. */
  readonly problems: readonly string[];
}

export interface BackupsView {
  readonly folder: string;
  readonly isOwnFolder: boolean;
  readonly isFolderThere: boolean;
  /** Newest first. */
  readonly backups: readonly BackupRow[];
  readonly last: { readonly madeAt: string; readonly commits: number } | null;
  /** Entries recorded since the last backup. */
  readonly commitsSince: number;
  /** What went wrong the last time, and when; null once a backup has succeeded since. */
  readonly trouble: { readonly why: BackupTrouble; readonly at: string } | null;
  readonly drill: DrillReport | null;
  /** False for the demonstration, of which none is made by itself. */
  readonly isAutomatic: boolean;
  readonly running: 'backup' | 'drill' | 'verify' | null;
}

export type BackupOutcome =
  | { readonly ok: true; readonly name: string; readonly commits: number; readonly sizeBytes: number }
  | { readonly ok: false; readonly why: BackupTrouble };
export type DrillOutcome =
  | { readonly ok: true; readonly report: DrillReport }
  | { readonly ok: false; readonly why: BackupTrouble | 'none' };

/** What a chosen backup holds, before anything is done with it. */
export interface BackupFound {
  readonly name: string;
  readonly brand: string;
  readonly cases: number;
  readonly commits: number;
  readonly lastCommitAt: string | null;
  readonly sizeBytes: number;
  /** The present file of the same scheme on this computer, which is kept under another name; null where there is none. */
  readonly present: { readonly path: string; readonly aside: string } | null;
  /** Where the restored file will lie. */
  readonly target: string;
}
export type BackupProblem =
  | 'wrong-passphrase'
  | 'wrong-recovery-words'
  | 'key-file-missing'
  | 'not-ours'
  | 'missing'
  | 'damaged'
  | 'newer-version'
  | 'read-only';
export type InspectOutcome = { readonly ok: true; readonly found: BackupFound } | { readonly ok: false; readonly problem: BackupProblem };

/** What a check of the whole log found. */
export interface LogCheck {
  readonly isWhole: boolean;
  readonly commits: number;
  /** One plain sentence each; empty where the log is whole. No personal data. */
  readonly problems: readonly string[];
}

/** The last check of the log on this computer. */
export interface LogCheckNote {
  readonly at: string;
  readonly isWhole: boolean;
  readonly commits: number;
  readonly problems: number;
}
