import { cleanProse } from '../cell-text';
import type { NameFinder } from '../match-people';

export interface OwnedText {
  /** Without the brackets that named the owner. */
  readonly text: string;
  readonly personId: string | null;
  readonly agencyId: string | null;
}

const inBracketsAtEnd = /^(.*\S)\s*(?:\(([^()]{2,80})\)|\[([^[\]]{2,80})\])[\s.]*$/s;

/**
 * Who is to do it, where the text itself ends with that: `Ring the landlord (Jo Thistlemoor)`, `Visit [Police]`. Null where
 * there are no brackets, or what they hold is neither a person nor an agency of the scheme.
 */
export function ownerInText(text: string, names: NameFinder): OwnedText | null {
  const [, before = '', round, square] = inBracketsAtEnd.exec(text) ?? [];
  const called = round ?? square;
  if (called === undefined) return null;
  const person = names.person(called);
  if (person.kind === 'value') return { text: cleanProse(before), personId: person.value, agencyId: null };
  const agency = names.agency(called);
  return agency.kind === 'value' ? { text: cleanProse(before), personId: null, agencyId: agency.value } : null;
}
