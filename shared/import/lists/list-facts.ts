import type { ImportAgency, ImportPerson } from '../match-people';
import type { ExistingCase } from '../planned-import';

/** A row that is in the scheme, by the SQL-free names of its fields. */
export interface ExistingRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, string | number | null>>;
}

export interface ListFacts {
  readonly existing: readonly ExistingCase[];
  readonly agencies: readonly ImportAgency[];
  readonly people: readonly (ImportPerson & { readonly agencyId?: string | null })[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The rows of the table that the list goes into. */
  readonly records: readonly ExistingRecord[];
}

/** What one row adds or changes. Holds only what differs. */
export interface PlannedRecord {
  readonly row: number;
  /** Null for a new one. */
  readonly id: string | null;
  readonly fields: Readonly<Record<string, string | number | null>>;
}
