import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection';
import { agencies, aliases, cases, people } from '../../../db/schema';
import { colours, colourWord } from '../../../shared/language/colour';

/** Either apostrophe stands for either, and any space for any. */
export const escaped = (text: string) =>
  text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+');
export const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}'-]+/gu) ?? [];
/** Every word by which a name could be looked up: “Oakenfell’s” and “Oakenfell-related” hold one too. */
export const nameWordsIn = (text: string) =>
  new Set(
    wordsOf(text)
      .flatMap((word) => [word, ...word.split('-')])
      .flatMap((word) => [word, word.replace(/'s?$/, '')]),
  );

/** A case by both of its names, in either order and whatever the capitals. */
function bothNames(surname: string, forename: string): RegExp {
  const [family, given] = [escaped(surname), escaped(forename)];
  return new RegExp(`(?<![\\p{L}])(?:${family},?\\s+${given}|${given}(?:\\s+[\\p{L}.'’-]+){0,2}?\\s+${family})(?![\\p{L}])`, 'giu');
}

/** How a case is named in a text, from the surest: the less sure it is, the more other words could be meant. */
export type Manner = 'whole' | 'titled' | 'capitals' | 'surname';
export const manners: readonly Manner[] = ['whole', 'titled', 'capitals', 'surname'];

export interface Named {
  readonly caseId: string;
  /** The word by which a text is looked through for it. */
  readonly word: string;
  readonly manner: Manner;
  readonly pattern: () => RegExp;
}

/** Everybody on the register by the words that name them, and the words that mean something else as well. */
export interface RegisterNames {
  readonly byWord: ReadonlyMap<string, readonly Named[]>;
  /** Words that, in this manner, are not taken for a case of that surname. */
  readonly others: Readonly<Record<Exclude<Manner, 'whole'>, ReadonlySet<string>>>;
}

const kept = new WeakMap<Reader, { readonly standsAt: string; readonly names: RegisterNames }>();

/**
 * Some tens of milliseconds on five thousand cases, so it is made once for all the papers of a conference: issuing one is written
 * where no name stands, and whatever else is recorded makes it anew.
 */
export function registerNames(read: Reader): RegisterNames {
  const standsAt = read.get<{ standsAt: string }>(
    sql`select coalesce((select sequence from commits where space <> 'office' and space not like 'agency:%' order by sequence desc limit 1), 0)
          || ' ' || (select count(*) from cases) as standsAt`,
  ).standsAt;
  const before = kept.get(read);
  if (before?.standsAt === standsAt) return before.names;
  const names = { byWord: Map.groupBy(namedCases(read), ({ word }) => word), others: otherWords(read) };
  kept.set(read, { standsAt, names });
  return names;
}

/** A shorter number, or surname, would be met in anybody's text. */
const leastOfNumber = 5;
const leastOfSurname = 3;

function namedCases(read: Reader): readonly Named[] {
  const named = (caseId: string, text: string, manner: Manner, pattern: () => RegExp): readonly Named[] => {
    const word = wordsOf(text).at(-1);
    return word === undefined ? [] : [{ caseId, word, manner, pattern }];
  };
  const { id, surname, forenames, knownAs, pnc, crn, prisonNumber, reference } = cases;
  const register = read.select({ id, surname, forenames, knownAs, pnc, crn, prisonNumber, reference }).from(cases).all();
  const aliasRows = read.select({ caseId: aliases.caseId, name: aliases.name }).from(aliases).all();
  return [
    ...register.flatMap(({ id: caseId, surname: family, forenames: given, knownAs: called, ...numbers }) => {
      const firsts = [...new Set([given, called].flatMap((name) => wordsOf(name)[0] ?? []))];
      return [
        ...firsts.flatMap((first) => named(caseId, family, 'whole', () => bothNames(family, first))),
        ...(family.length < leastOfSurname
          ? []
          : [
              ...named(caseId, family, 'titled', () => titled(family, wordsOf(given)[0] ?? '')),
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

/** Not within a word, nor as half of a name with a hyphen. */
export const standing = (pattern: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}]|\\p{L}-)(?:${pattern})(?![\\p{L}\\p{N}]|-\\p{Lu})`, flags);

export const titles = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|MR|MRS|MS|MISS)\\.?\\s+';

/**
 * A surname behind a title or beside the first letter of its forename: so it is a name, though it be a word or a colour as well.
 * “A Green” and “Green I” are ordinary English, so that these two letters need their full stop.
 */
function titled(surname: string, forename: string): RegExp {
  const family = capitalised(surname);
  const letter = escaped(forename.charAt(0).toUpperCase());
  if (letter === '') return standing(`${titles}${family}`, 'gu');
  const before = /[AI]/.test(letter) ? `${letter}\\.\\s?` : `${letter}(?:\\.\\s?|\\s)`;
  const after = /[AI]/.test(letter) ? `${letter}\\.` : `${letter}\\b\\.?`;
  return standing(`(?:${titles})?${before}(?:\\p{Lu}\\.?\\s?)?${family}|${titles}${family}|${family},?\\s${after}`, 'gu');
}

/** A surname with a capital anywhere in it: “McHarrow” and “van Larkmere” have theirs within. */
export const capitalised = (surname: string) => `(?=\\P{Lu}{0,${surname.length - 1}}\\p{Lu})(?i:${escaped(surname)})`;

/** Words that mean something else than a case of that surname. */
function otherWords(read: Reader): RegisterNames['others'] {
  const words = (rows: readonly { readonly name: string }[]) => rows.flatMap(({ name }) => wordsOf(name));
  const workers = words(read.select({ name: people.name }).from(people).all());
  return {
    titled: new Set(workers),
    capitals: new Set([...workers, ...commonIn(read)]),
    surname: new Set([...workers, ...ordinaryIn(read)]),
  };
}

/** Words of agencies and the colours: in capitals too they are these and nobody's name. */
const commonIn = (read: Reader) =>
  [
    ...read
      .select({ name: agencies.name })
      .from(agencies)
      .all()
      .map(({ name }) => name),
    ...colours.map((colour) => colourWord[colour]),
  ].flatMap(wordsOf);

/** Words that are somebody's surname and something else as well: of agencies, colours, places, streets and the calendar. */
export const ordinaryIn = (read: Reader): ReadonlySet<string> => new Set([...commonWords, ...elsewiseIn(read)]);

/** Words of this scheme's agencies and places, and the colours. */
export function elsewiseIn(read: Reader): ReadonlySet<string> {
  const places = [
    ...read.selectDistinct({ name: cases.area }).from(cases).all(),
    ...read.selectDistinct({ name: cases.beat }).from(cases).all(),
    ...read.selectDistinct({ name: cases.custodyPlace }).from(cases).all(),
  ];
  return new Set([...commonIn(read), ...places.flatMap(({ name }) => wordsOf(name))]);
}

/** Surnames that are words of streets and houses, of the calendar, or that begin a sentence. */
const commonWords = (
  'bank bridge church close common court field ford green grove hall heath hill house lane lodge march marsh may meadow mill moor park ' +
  'road station street vale way wells west wood april august day friday june summer sunday winter case check cook grant hope long mark ' +
  'page place post price read rich short speed wait will young'
).split(' ');
