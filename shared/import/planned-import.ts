import type { Colour } from '../language/colour';
import type { NeedPriority, Pathway } from '../language/pathway';
import type { CaseFields } from '../views/case';
import type { ImportPlan, ImportTarget } from '../views/importing';
import type { Grid } from './find-headings';
import type { ImportAgency, ImportPerson } from './match-people';

/** A case as it stands in the scheme, with as much as an import can change. */
export interface ExistingCase {
  readonly id: string;
  readonly fields: CaseFields;
  readonly colour: Colour | null;
  readonly aliases: readonly string[];
  readonly riskWarnings: readonly string[];
  readonly needs: readonly { readonly id: string; readonly pathway: Pathway; readonly priority: NeedPriority }[];
  /** Notes already on the case, so that a second import does not write the same one again. */
  readonly notes: readonly string[];
}

export interface ImportRequest {
  readonly token: string;
  readonly grid: Grid;
  /** Counted from 1, as the spreadsheet does. */
  readonly headingRow: number;
  /** One target a column, from column A. */
  readonly targets: readonly ImportTarget[];
  readonly existing: readonly ExistingCase[];
  readonly agencies: readonly ImportAgency[];
  readonly people: readonly ImportPerson[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface PlannedNeed {
  readonly pathway: Pathway;
  /** Null where the file does not say: a new need then has the usual priority, medium. */
  readonly priority: NeedPriority | null;
  /** The need whose priority changes, or null for a need to be added. */
  readonly needId: string | null;
}

/** What one row adds or changes. Holds only what differs, so applying it writes nothing that stands already. */
export interface PlannedRow {
  readonly row: number;
  /** Null for a new case. */
  readonly caseId: string | null;
  readonly fields: Partial<CaseFields>;
  readonly colour: Colour | null;
  /** What the cell says besides the colour, for the reason that a change of colour carries. Often empty. */
  readonly colourRemark: string;
  readonly aliases: readonly string[];
  readonly riskWarnings: readonly string[];
  readonly needs: readonly PlannedNeed[];
  readonly note: string | null;
}

export interface PlannedImport {
  /** For the screen. */
  readonly plan: ImportPlan;
  /** For applying: the new and changed rows only, in the order of the file. */
  readonly rows: readonly PlannedRow[];
}
