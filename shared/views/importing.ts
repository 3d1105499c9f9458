import type { ImportKind, ListTarget } from '../import/lists/kinds';

/** What a column of the spreadsheet becomes. `ignore` leaves it out. */
export const importTargets = [
  'ignore',
  'reference',
  'surname',
  'forenames',
  'fullName',
  'knownAs',
  'dateOfBirth',
  'pnc',
  'crn',
  'prisonNumber',
  'sex',
  'ethnicity',
  'disability',
  'area',
  'beat',
  'leadAgency',
  'leadPerson',
  'statutoryPosition',
  'custodyPlace',
  'cohortPart',
  'indexOffence',
  'ogrsScore',
  'ogrsBand',
  'rosh',
  'mappa',
  'colour',
  'adoptedOn',
  'reviewDue',
  'releaseOn',
  'licenceEndsOn',
  'orderEndsOn',
  'aliases',
  'riskWarnings',
  'needs',
  'note',
] as const;
export type ImportTarget = (typeof importTargets)[number];
/** What a column may become, whatever the sheet holds. */
export type AnyTarget = ImportTarget | ListTarget;

export interface ImportColumn {
  readonly index: number;
  readonly heading: string;
  /** First few non-empty cells, as read. */
  readonly samples: readonly string[];
  readonly guess: AnyTarget;
  /** Why it was guessed, in a few words. */
  readonly because: string;
}

/** How many rows and columns with something in them a sheet hides, and whether they were left out. */
export interface HiddenCells {
  readonly rows: number;
  readonly columns: number;
  readonly areLeftOut: boolean;
}

export interface ImportSource {
  /** Handle to the parsed file, held by the main process until confirmed or cancelled. */
  readonly token: string;
  readonly fileName: string;
  readonly format: 'csv' | 'xlsx';
  /** What its rows are: told by the headings, or chosen. */
  readonly kind: ImportKind;
  /** "Windows-1252, semicolons" or "sheet Cohort". */
  readonly readAs: string;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly headingRow: number;
  readonly rows: number;
  readonly columns: readonly ImportColumn[];
  /** What the sheet hides, if anything. */
  readonly hidden: HiddenCells | null;
  /** Whole sentences about what was found in the file and how it was read. */
  readonly remarks: readonly string[];
}

/** Which column became what when a sheet with these headings was imported. */
export interface SavedMapping {
  readonly id: string;
  /** The file's name until somebody gives it another. */
  readonly name: string;
  readonly kind: ImportKind;
  readonly columns: readonly { readonly heading: string; readonly target: AnyTarget }[];
  readonly usedAt: string;
  readonly savedByName: string;
}

export interface ImportProblem {
  /** As a spreadsheet names it: `F17`. */
  readonly cell: string;
  readonly row: number;
  readonly heading: string;
  readonly value: string;
  readonly reason: string;
  /** An error leaves the row out; a warning leaves the cell out or reads it as said. */
  readonly severity: 'error' | 'warning';
}

/** A field as it stands and as it would be, in the words of the screens. */
export interface ImportFieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface ImportRowChange {
  readonly row: number;
  readonly caseId: string | null;
  readonly name: string;
  readonly kind: 'new' | 'update' | 'unchanged' | 'left-out' | 'duplicate';
  /** Field by field, for an update. */
  readonly changes: readonly ImportFieldChange[];
  /** By which identifier an existing case, or an earlier row, was recognised. */
  readonly matchedBy: string | null;
}

export interface ImportPlan {
  readonly token: string;
  readonly counts: {
    readonly new: number;
    readonly update: number;
    readonly unchanged: number;
    readonly leftOut: number;
    readonly duplicate: number;
  };
  readonly rows: readonly ImportRowChange[];
  readonly problems: readonly ImportProblem[];
  readonly canConfirm: boolean;
}

export interface ImportResult {
  readonly added: number;
  readonly updated: number;
  /** Rows passed over, since somebody changed the same case or row while the import was under way. */
  readonly leftAlone: number;
  readonly operation: string;
  /** Whether it was stopped by the person, and what it had brought is taken back. */
  readonly isTakenBack: boolean;
}

/** A large import, or the taking back of one, between its beginning and its end. */
export interface ImportUnderWay {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly what: 'importing' | 'taking-back';
  /** False where it was cut short: by a crash, by locking, by a full disk. It goes on only when told to. */
  readonly isAtWork: boolean;
  /** Rows still to be recorded, and in all; of a taking back not known. */
  readonly left: number | null;
  readonly total: number;
}

/** An import that was done, as the list of imports shows it. */
export interface ImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly added: number;
  readonly updated: number;
  readonly leftOut: number;
  /** Rows still to come where it is under way, here or on another computer, or was cut short; 0 once it is whole. */
  readonly rowsDue: number;
  /** ISO 8601 UTC. */
  readonly importedAt: string;
  readonly importedByName: string;
  readonly isUndone: boolean;
}

/** What taking an import back does, or would do. */
export interface ImportUndoView {
  readonly id: string;
  readonly fileName: string;
  readonly casesLeaving: number;
  /** Rows besides whole cases and what is on them. */
  readonly rowsWithdrawn: number;
  readonly fieldsRestored: number;
  /** What stays because something touched it later: the first of them, and how many in all. */
  readonly kept: readonly { readonly name: string; readonly what: string }[];
  readonly keptCount: number;
}
