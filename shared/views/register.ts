import type { CaseState, CohortPart, MappaLevel, OgrsBand, RoshLevel } from '../language/cohort';
import type { Colour } from '../language/colour';
import type { Pathway } from '../language/pathway';
import type { StatutoryPosition } from '../language/statutory-position';

/** One line of the register; 5,000 of them travel at once, so it holds only what the table shows, sorts and filters by. */
export interface RegisterRow {
  readonly id: string;
  readonly reference: string;
  readonly surname: string;
  readonly forenames: string;
  readonly knownAs: string;
  readonly aliases: readonly string[];
  readonly dateOfBirth: string | null;
  readonly pnc: string;
  readonly crn: string;
  readonly prisonNumber: string;
  readonly area: string;
  readonly beat: string;
  readonly colour: Colour | null;
  readonly colourSince: string | null;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly isAtLarge: boolean;
  readonly leadAgencyId: string | null;
  readonly leadPersonId: string | null;
  readonly cohortPart: CohortPart | null;
  readonly ogrsScore: number | null;
  readonly ogrsBand: OgrsBand | null;
  readonly rosh: RoshLevel;
  readonly mappa: MappaLevel;
  readonly state: CaseState;
  readonly adoptedOn: string | null;
  readonly reviewDue: string | null;
  readonly releaseOn: string | null;
  readonly openActions: number;
  readonly overdueActions: number;
  readonly needs: readonly Pathway[];
  readonly agencyIds: readonly string[];
  readonly riskWarnings: readonly string[];
}

export interface FindResult {
  readonly kind: 'case' | 'action' | 'person' | 'document';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly colour: Colour | null;
  /** The case to open, for an action. */
  readonly caseId: string | null;
}
