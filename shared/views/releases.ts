import type { ActionOutcome } from '../language/action';
import type { Colour } from '../language/colour';
import type { Pathway } from '../language/pathway';
import type { ReadinessItem, ReadinessState, ReleaseSource } from '../language/release';
import type { StatutoryPosition } from '../language/statutory-position';

export interface ReleaseCheckView {
  readonly item: ReadinessItem;
  readonly state: ReadinessState;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly note: string;
  readonly changedOn: string | null;
  readonly action: {
    readonly id: string;
    readonly reference: string;
    readonly dueOn: string | null;
    readonly outcome: ActionOutcome | null;
  } | null;
}

/** A date that the release has had, the oldest first. `source` is null where nobody said who had said so. */
export interface ReleaseDateView {
  readonly id: string;
  readonly releaseOn: string | null;
  readonly source: ReleaseSource | null;
  readonly saidBy: string;
  readonly reason: string;
  /** The day on which it became known here. */
  readonly saidOn: string | null;
  readonly recordedByName: string;
}

/** Someone who is to come out. */
export interface ReleaseRow {
  readonly caseId: string;
  readonly caseName: string;
  readonly reference: string;
  readonly colour: Colour | null;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly place: string;
  /** Null for someone in custody whose date nobody has said (CAM R11.iii). */
  readonly releaseOn: string | null;
  readonly expectedAt: string | null;
  readonly leadPersonId: string | null;
  readonly needs: readonly Pathway[];
  /** All six, in their usual order. */
  readonly checks: readonly ReleaseCheckView[];
  /** How often the date has been changed. */
  readonly moves: number;
  readonly firstHours: number;
}

export interface FirstHoursStepView {
  readonly id: string;
  readonly stepOn: string | null;
  readonly stepAt: string | null;
  readonly what: string;
  readonly place: string;
  readonly agencyId: string | null;
  readonly personId: string | null;
}

export interface ReleaseDetail extends ReleaseRow {
  readonly note: string;
  readonly dates: readonly ReleaseDateView[];
  readonly steps: readonly FirstHoursStepView[];
}
