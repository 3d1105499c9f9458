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

/** The same once what was just asked for has been drawn. */
export function focusFieldSoon(field: DraftField): void {
  requestAnimationFrame(() => requestAnimationFrame(() => focusField(field)));
}

/** Takes the caret out of a field, so that single letters act again. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
