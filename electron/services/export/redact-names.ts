import type { Reader } from '../../../db/connection';
import { type Manner, manners, type Named, nameWordsIn, type RegisterNames, registerNames } from './register-names';

/** Takes the names of others out of a text. */
export type Redactor = (text: string) => string;
export const insteadOfCase = '[another person]';

/** `onlySure` leaves a surname alone that is not in capitals: houses and guests bear them too, and long prose has them as words. */
export type SharedRedactor = (text: string, onlySure?: boolean) => string;

/**
 * Takes out of what all agencies read, such as actions that are about no case, everybody on the register who is none of the
 * reader's: by both names, by a surname behind a title or beside an initial, by a surname with a capital, by an alias or by a
 * number. Workers stay. A surname alone is not taken for a case where somebody of the reader's bears it too, or where it is a
 * colour, a worker's name or a word of an agency's name, nor, unless it stands in capitals, where it is a word of a place or one
 * that often begins a sentence.
 *
 * @param isOwn whether the reader may know a case; asked only of those that a text names.
 */
export function foreignCasesOut(
  read: Reader,
  isOwn: (caseId: string) => boolean,
  { byWord, others }: RegisterNames = registerNames(read),
): SharedRedactor {
  const asked = new Map<string, boolean>();
  const isReaders = (caseId: string) => {
    const known = asked.get(caseId) ?? isOwn(caseId);
    asked.set(caseId, known);
    return known;
  };
  return (text, onlySure = false) => {
    const found = [...nameWordsIn(text)]
      .flatMap((word) => byWord.get(word) ?? [])
      .filter(({ manner }) => !(onlySure && manner === 'surname'));
    const readers = new Set(found.filter(({ caseId }) => isReaders(caseId)).map(({ word }) => word));
    const isMeant = ({ caseId, word, manner }: Named) =>
      !isReaders(caseId) && (manner === 'whole' || !(readers.has(word) || others[manner].has(word)));
    return (
      found
        .filter(isMeant)
        // Both names before the surname alone, which would leave the forename standing.
        .toSorted((one, other) => orderOf(one.manner) - orderOf(other.manner))
        .reduce((clean, { pattern }) => clean.replace(pattern(), insteadOfCase), text)
    );
  };
}

const orderOf = (manner: Manner) => manners.indexOf(manner);
