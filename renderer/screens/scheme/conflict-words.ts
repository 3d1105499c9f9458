import type { ConflictKind } from '../../../shared/merge/resolve-row';

export const conflictKindWords: Readonly<Record<ConflictKind, string>> = {
  'two-values': 'was changed in two places',
  'text-overlap': 'was written in two places at the same spot',
  'edit-over-withdrawal': 'was changed after it had been withdrawn elsewhere',
};

/** "doNotAdvice" or "do_not_advice" as a heading: "Do not advice". */
export function fieldWords(field: string): string {
  const words = field.replaceAll('_', ' ').replace(/ id$/, '');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
