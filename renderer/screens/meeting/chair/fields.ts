import { flushSync } from 'react-dom';
import { isTypedInto } from '../../../keys/keys';
import type { DraftField } from './case-drafts';

/** Puts the caret into the field of a draft, at the end of its text. */
export function focusField(field: DraftField): void {
  const part = document.querySelector(`[data-field="${field}"]`);
  const target = part?.querySelector<HTMLElement>('textarea, input, [role=spinbutton], button');
  if (!target) return;
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text'))
    target.setSelectionRange(target.value.length, target.value.length);
}

/**
 * Makes a change that brings a field onto the screen, and puts the caret into it before anything else happens: whoever
 * types on at once would otherwise press shortcuts with the first letters.
 */
export function focusFieldAfter(change: () => void, field: DraftField): void {
  flushSync(change);
  focusField(field);
}

/** Takes the caret out of a field, so that single letters act again. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/**
 * Takes the caret out of the field of a draft once that is recorded. Whoever has gone on to another field meanwhile stays
 * there: the rest of their words would be shortcuts.
 */
export function leaveFieldOf(field: DraftField): void {
  if (document.activeElement?.closest(`[data-field="${field}"]`)) leaveField();
}

/** Whether the caret stands in a field of the case, so that what is typed next is written on it. */
export function isTypingOnCase(): boolean {
  const focused = document.activeElement;
  return focused !== null && isTypedInto(focused) && focused.closest('.chair-case') !== null;
}
