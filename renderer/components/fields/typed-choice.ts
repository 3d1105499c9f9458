import { folded, isFound, wordsOf } from '../../data/search';
import type { Choice } from './choice';

/** Whether a choice is among those that what was typed leaves: all its words stand in the name, in any order. */
export const isOffered = (name: string, typed: string): boolean => isFound(name, wordsOf(typed));

/** What was typed, where it can only mean one choice; otherwise why it means none. */
export type Meaning = { readonly is: 'one'; readonly id: string } | { readonly is: 'none' | 'several' };

/** One of which it is the whole name is meant although it begins others too. */
export function meantBy(typed: string, choices: readonly Choice[]): Meaning {
  if (wordsOf(typed).length === 0) return { is: 'none' };
  const offered = choices.filter(({ name }) => isOffered(name, typed));
  const whole = offered.filter(({ name }) => folded(name).trim() === folded(typed).trim());
  const [only, ...others] = whole.length > 0 ? whole : offered;
  if (!only) return { is: 'none' };
  return others.length > 0 ? { is: 'several' } : { is: 'one', id: only.id };
}

/**
 * What Enter or Tab takes: the choice that the arrow keys went to since the last letter, or else the only one that is meant.
 * A list that is still that of the letter before, or the choice that the pointer happens to rest on, never decides it.
 *
 * @param reached where the arrow keys stand; null where they were not used since.
 */
export function takenByKey(typed: string, choices: readonly Choice[], reached: string | null): string | null {
  if (reached !== null) return choices.some(({ id, name }) => id === reached && isOffered(name, typed)) ? reached : null;
  const meaning = meantBy(typed, choices);
  return meaning.is === 'one' ? meaning.id : null;
}
