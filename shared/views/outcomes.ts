import type { CustodyKind, OutcomeEventKind, PositiveKind, SeverityGroup } from '../language/outcome-event';
import type { OffenceGroup } from '../language/selection';

export interface OutcomeEventView {
  readonly id: string;
  readonly kind: OutcomeEventKind;
  readonly happenedOn: string | null;
  readonly what: string;
  readonly offenceGroup: OffenceGroup | null;
  readonly severity: SeverityGroup | null;
  readonly positiveKind: PositiveKind | null;
  readonly offences: number;
  readonly source: string;
  readonly note: string;
  readonly agencyId: string | null;
}

export interface CustodyPeriodView {
  readonly id: string;
  readonly kind: CustodyKind | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly place: string;
}

export interface OutcomesOfCase {
  /** The latest first. */
  readonly events: readonly OutcomeEventView[];
  readonly custody: readonly CustodyPeriodView[];
}
