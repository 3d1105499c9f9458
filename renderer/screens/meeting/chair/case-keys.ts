import { type ActionOutcome, actionOutcomeName, actionOutcomes } from '../../../../shared/language/action';
import { type Colour, colours, colourWord } from '../../../../shared/language/colour';
import type { SchemeDecision } from '../../../../shared/language/meeting';
import type { ActionRow } from '../../../../shared/views/actions';
import { type KeyBinding, useKeys } from '../../../keys/keys';
import type { DraftField } from './case-drafts';

export interface CaseKeys {
  readonly isLocked: boolean;
  /** `C` was pressed: the next letter is a colour. */
  readonly isPicking: boolean;
  readonly facing: ActionRow | null;
  readonly onPicking: (isPicking: boolean) => void;
  readonly onColour: (colour: Colour) => void;
  readonly onSettle: (action: ActionRow, outcome: ActionOutcome) => void;
  readonly onFocus: (field: DraftField) => void;
  readonly onDecision: (decision: SchemeDecision) => void;
  readonly onUpdate: () => void;
  readonly onNext: () => void;
  readonly onDefer: () => void;
  readonly onBreak: () => void;
}

/**
 * The keys of one case. While a colour is being picked, its letters come before what they mean otherwise: `R` is Red
 * then, and the room at any other time.
 */
export function caseKeys(on: CaseKeys): readonly KeyBinding[] {
  const isOff = on.isLocked;
  const picking = colours.map(
    (colour): KeyBinding => ({
      keys: colour,
      says: `${colourWord[colour]}, after C`,
      run: () => on.onColour(colour),
      isOff: isOff || !on.isPicking,
    }),
  );
  const settling = actionOutcomes.map((outcome, index): KeyBinding => {
    const { facing } = on;
    return {
      keys: String(index + 1),
      says: actionOutcomeName[outcome],
      run: () => (facing ? on.onSettle(facing, outcome) : undefined),
      isOff: isOff || facing === null,
    };
  });
  return [
    ...picking,
    { keys: 'Escape', says: 'No colour after all', run: () => on.onPicking(false), isOff: !on.isPicking },
    { keys: 'D', says: 'Discussion', run: () => on.onFocus('discussion') },
    { keys: 'C', says: 'Colour, then R, A, G or B', run: () => on.onPicking(true), isOff },
    { keys: 'S', says: 'Stays on scheme', run: () => on.onDecision('stays'), isOff },
    { keys: 'T', says: 'To panel', run: () => on.onDecision('to-panel'), isOff },
    { keys: 'X', says: 'Deselect', run: () => on.onDecision('deselect'), isOff },
    { keys: 'V', says: 'Review date', run: () => on.onFocus('review-due'), isOff },
    { keys: 'N', says: 'New action', run: () => on.onFocus('action'), isOff },
    { keys: 'U', says: 'Write down an update', run: on.onUpdate, isOff },
    ...settling,
    { keys: 'F', says: 'Defer to the next agenda', run: on.onDefer, isOff },
    { keys: 'B', says: 'Break after this case', run: on.onBreak, isOff },
    { keys: 'Ctrl+Enter', says: 'Record, and go to the next case', run: on.onNext, inFields: true, isOff },
  ];
}

export function useCaseKeys(on: CaseKeys): void {
  useKeys('This case', caseKeys(on));
}
