import type { Reader } from '../../../db/connection';
import { agencies, aliases, cases, people } from '../../../db/schema';
import { colours, colourWord } from '../../../shared/language/colour';

/** Takes the names of others out of a text. */
export type Redactor = (text: string) => string;

const insteadOfCase = '[another person]';
const insteadOfWorker = '[a worker]';
/** Either apostrophe stands for either, and any space for any. */
const escaped = (text: string) =>
  text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+');
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}'-]+/gu) ?? [];
/** Every word by which a name could be looked up: “Oakenfell’s” and “Oakenfell-related” hold one too. */
const nameWordsIn = (text: string) =>
  new Set(
    wordsOf(text)
      .flatMap((word) => [word, ...word.split('-')])
      .flatMap((word) => [word, word.replace(/'s?$/, '')]),
  );

interface Other {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** A case by both of its names, in either order and whatever the capitals. */
function bothNames(surname: string, forename: string): RegExp {
  const [family, given] = [escaped(surname), escaped(forename)];
  return new RegExp(`(?<![\\p{L}])(?:${family},?\\s+${given}|${given}(?:\\s+[\\p{L}.'’-]+){0,2}\\s+${family})(?![\\p{L}])`, 'giu');
}

/**
 * Finds others by what the scheme calls them: cases by surname and forename in either order, whatever the capitals, and
 * workers by their whole name or its last word. The subject's own names stay. Whom the scheme does not know it cannot find.
 */
export function redactorFor(read: Reader, caseId: string): Redactor {
  const everyone = read
    .select({ id: cases.id, surname: cases.surname, forenames: cases.forenames, knownAs: cases.knownAs })
    .from(cases)
    .all();
  const subject = everyone.find(({ id }) => id === caseId);
  const own = new Set([subject?.surname, subject?.forenames, subject?.knownAs].flatMap((name) => wordsOf(name ?? '')));
  // By one word of each name, so that a text is held against the few names whose word stands in it.
  const others = new Map<string, Other[]>();
  const add = (word: string, other: Other) => others.set(word, [...(others.get(word) ?? []), other]);
  for (const { id, surname, forenames } of everyone) {
    const last = wordsOf(surname).at(-1);
    const first = wordsOf(forenames)[0];
    if (id === caseId || last === undefined || first === undefined) continue;
    add(last, { pattern: bothNames(surname, first), instead: insteadOfCase });
  }
  for (const { name } of read.select({ name: people.name }).from(people).all()) {
    const last = wordsOf(name).at(-1);
    if (last === undefined || own.has(last)) continue;
    const whole = escaped(name);
    const pattern = new RegExp(
      `(?<![\\p{L}])(?:${whole}|(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|PS|DS|Sgt)\\.?\\s+)?${escaped(last)})(?![\\p{L}])`,
      'giu',
    );
    if (last.length >= 4) add(last, { pattern, instead: insteadOfWorker });
  }
  return (text) => {
    let clean = text;
    for (const word of nameWordsIn(text))
      for (const { pattern, instead } of others.get(word) ?? []) clean = clean.replace(pattern, instead);
    return clean;
  };
}

/** How a case is named in a text, from the surest: the less sure it is, the more other words could be meant. */
type Manner = 'whole' | 'capitals' | 'surname';

interface Named {
  readonly caseId: string;
  /** The word by which a text is looked through for it. */
  readonly word: string;
  readonly manner: Manner;
  readonly pattern: () => RegExp;
}

/** `onlySure` leaves a surname alone that is not in capitals: houses and guests bear them too, and long prose has them as words. */
export type SharedRedactor = (text: string, onlySure?: boolean) => string;

/**
 * Takes out of what all agencies read, such as actions that are about no case, everybody on the register who is none of the
 * reader's: by both names, by a surname with a capital, by an alias or by a number. Workers stay. A surname alone is not taken
 * for a case where somebody of the reader's bears it too, or where it is a colour, a worker's name or a word of an agency's name,
 * nor, unless it stands in capitals, where it is a word of a place or one that often begins a sentence.
 *
 * @param isOwn whether the reader may know a case; asked only of those that a text names.
 */
export function foreignCasesOut(read: Reader, isOwn: (caseId: string) => boolean): SharedRedactor {
  const others = otherWords(read);
  const byWord = Map.groupBy(namedCases(read), ({ word }) => word);
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
        .toSorted((one, other) => Number(other.manner === 'whole') - Number(one.manner === 'whole'))
        .reduce((clean, { pattern }) => clean.replace(pattern(), insteadOfCase), text)
    );
  };
}

/** A shorter number, or surname, would be met in anybody's text. */
const leastOfNumber = 5;
const leastOfSurname = 3;

function namedCases(read: Reader): readonly Named[] {
  const named = (caseId: string, text: string, manner: Manner, pattern: () => RegExp): readonly Named[] => {
    const word = wordsOf(text).at(-1);
    return word === undefined ? [] : [{ caseId, word, manner, pattern }];
  };
  const standing = (pattern: string, flags: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}]|\\p{L}-)(?:${pattern})(?![\\p{L}\\p{N}]|-\\p{Lu})`, flags);
  const { id, surname, forenames, pnc, crn, prisonNumber, reference } = cases;
  const register = read.select({ id, surname, forenames, pnc, crn, prisonNumber, reference }).from(cases).all();
  const aliasRows = read.select({ caseId: aliases.caseId, name: aliases.name }).from(aliases).all();
  return [
    ...register.flatMap(({ id: caseId, surname: family, forenames: given, ...numbers }) => {
      const first = wordsOf(given)[0];
      return [
        ...(first === undefined ? [] : named(caseId, family, 'whole', () => bothNames(family, first))),
        ...(family.length < leastOfSurname
          ? []
          : [
              ...named(caseId, family, 'capitals', () => standing(escaped(family.toUpperCase()), 'gu')),
              ...named(caseId, family, 'surname', () => standing(capitalised(family), 'gu')),
            ]),
        ...Object.values(numbers).flatMap((number) =>
          number.length < leastOfNumber ? [] : named(caseId, number, 'whole', () => standing(escaped(number), 'giu')),
        ),
      ];
    }),
    ...aliasRows.flatMap(({ caseId, name }) =>
      wordsOf(name).length < 2 ? [] : named(caseId ?? '', name, 'whole', () => standing(escaped(name), 'giu')),
    ),
  ];
}

/** A surname with a capital anywhere in it: “McHarrow” and “van Larkmere” have theirs within. */
const capitalised = (surname: string) => `(?=\\P{Lu}{0,${surname.length - 1}}\\p{Lu})(?i:${escaped(surname)})`;

/** Words that mean something else than a case of that surname. */
function otherWords(read: Reader): Readonly<Record<'capitals' | 'surname', ReadonlySet<string>>> {
  const named = [
    ...read.select({ name: agencies.name }).from(agencies).all(),
    ...read.select({ name: people.name }).from(people).all(),
    ...colours.map((colour) => ({ name: colourWord[colour] })),
  ];
  const places = [
    ...read.selectDistinct({ name: cases.area }).from(cases).all(),
    ...read.selectDistinct({ name: cases.beat }).from(cases).all(),
    ...read.selectDistinct({ name: cases.custodyPlace }).from(cases).all(),
  ];
  const capitals = new Set(named.flatMap(({ name }) => wordsOf(name)));
  return { capitals, surname: new Set([...capitals, ...commonWords, ...places.flatMap(({ name }) => wordsOf(name))]) };
}

/** Surnames that are words of streets and houses, of the calendar, or that begin a sentence. */
const commonWords = (
  'bank bridge church close common court field ford green grove hall heath hill house lane lodge march marsh may meadow mill moor park ' +
  'road station street vale way wells west wood april august day friday june summer sunday winter case check cook grant hope long mark ' +
  'page place post price read rich short speed wait will young'
).split(' ');
