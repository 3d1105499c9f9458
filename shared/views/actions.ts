import type { ActionKind, ActionOutcome, ActionPriority, ActionUpdateKind } from '../language/action';
import type { Colour } from '../language/colour';

export interface ActionRow {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly caseId: string | null;
  /** "SURNAME, Forenames", or empty for a general action. */
  readonly caseName: string;
  readonly colour: Colour | null;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly kind: ActionKind;
  readonly priority: ActionPriority;
  readonly setOn: string | null;
  readonly dueOn: string | null;
  readonly outcome: ActionOutcome | null;
  readonly closedOn: string | null;
  readonly closingNote: string;
  readonly meetingId: string | null;
  /** How many conferences it came back to still open. */
  readonly carried: number;
}

export interface ActionUpdateView {
  readonly id: string;
  readonly kind: ActionUpdateKind;
  readonly text: string;
  readonly at: string | null;
  readonly personName: string;
}
