import { cleanLine, plainWords, saysNothing } from './cell-text';
import { blank, problem, type Reading, readAs } from './reading';

export interface PersonName {
  readonly surname: string;
  readonly forenames: string;
  /** Found in the same cell: `(aka Deano)`, `"DC"`. */
  readonly alsoKnownAs: readonly string[];
}

const titles = /^(mr|mrs|ms|miss|mx|dr)\.?\s+/i;
const particles = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'da',
  'di',
  'del',
  'della',
  'dos',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'st',
  'ap',
]);
/** `Dean Carterwick III`: what tells a son from his father is no surname. */
const generation = /^(jr|jnr|junior|sr|snr|senior|ii|iii|iv)\.?$/i;
const bracketed = /[([“"]\s*(?:(?:also known as|a\.?k\.?a\.?|alias|nee|née|known as)[:\s]+)?([^()[\]“”"]+?)\s*[)\]”"]/gi;
const alsoAtEnd = /[\s,;-]+(?:also known as|a\.?k\.?a\.?|alias)[:\s]+(.+)$/i;

/**
 * A name in one cell: `CARTER, Dean`, `Dean CARTER`, `CARTER Dean` or `Dean Carter`. Where capitals and comma say
 * nothing, the last word is taken for the surname and the remark says so.
 */
export function readFullName(text: string): Reading<PersonName> {
  const line = cleanLine(text);
  if (saysNothing(line)) return blank;
  const alsoKnownAs: string[] = [];
  const keep = (_: string, name: string) => {
    if (!saysNothing(name)) alsoKnownAs.push(cleanLine(name));
    return ' ';
  };
  const bare = cleanLine(line.replace(bracketed, keep).replace(alsoAtEnd, keep)).replace(titles, '');
  if (!/\p{L}/u.test(bare)) return problem('There is no name in this cell');

  const comma = bare.indexOf(',');
  if (comma >= 0) {
    const surname = bare.slice(0, comma);
    const forenames = bare.slice(comma + 1).replace(titles, '');
    if (!/\p{L}/u.test(surname)) return problem('There is no surname before the comma');
    return readAs({
      surname: tidyName(surname),
      forenames: tidyName(forenames.replaceAll(',', ' ').trim().replace(titles, '')),
      alsoKnownAs,
    });
  }
  const said = bare.split(' ');
  const ending = said.length > 2 && generation.test(said.at(-1) ?? '') ? ` ${said.at(-1)}` : '';
  const words = ending === '' ? said : said.slice(0, -1);
  if (words.length === 1)
    return readAs({ surname: tidyName(bare), forenames: '', alsoKnownAs }, 'Only one name is given, read as the surname');
  const start = surnameStart(words);
  const whole = (from: string[]) => tidyName(from.join(' '));
  if (start.isLeading) {
    return readAs({ surname: whole(words.slice(0, start.at)), forenames: `${whole(words.slice(start.at))}${ending}`, alsoKnownAs });
  }
  return readAs(
    { surname: whole(words.slice(start.at)), forenames: `${whole(words.slice(0, start.at))}${ending}`, alsoKnownAs },
    start.isCertain ? null : words.every(isShouted) ? 'All in capitals with no comma: the last word is read as the surname' : null,
  );
}

/** Where the surname lies among the words: a run of capitals at either end, else the last word with its particles. */
function surnameStart(words: readonly string[]): { readonly at: number; readonly isLeading: boolean; readonly isCertain: boolean } {
  if (!words.every(isShouted)) {
    const fromEnd = words.length - (words.toReversed().findIndex((word) => !isShouted(word)) ?? 0);
    if (fromEnd < words.length) return { at: fromEnd, isLeading: false, isCertain: true };
    const leading = words.findIndex((word) => !isShouted(word));
    if (leading > 0) return { at: leading, isLeading: true, isCertain: true };
  }
  let at = words.length - 1;
  while (at > 1 && particles.has(plainWords(words[at - 1] ?? ''))) at -= 1;
  return { at, isLeading: false, isCertain: false };
}

/** Two letters or more and all capitals; an initial is no evidence. */
function isShouted(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** Takes capitals off a name that is all capitals: `O’BRIEN-MCGRATH` to `O’Brien-McGrath`. Mixed case is left as written. */
export function tidyName(text: string): string {
  const line = cleanLine(text).replace(/^[,;\s]+|[,;\s]+$/g, '');
  return line
    .split(' ')
    .map((word) => (isShouted(word) && word.replace(/[^\p{L}]/gu, '').length > 2 ? lower(word) : word))
    .join(' ');
}

function lower(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/** For recognising a person: without case, accents or punctuation. */
export function nameKey(surname: string, forenames: string): string {
  return `${plainWords(surname).replaceAll(' ', '')}|${plainWords(forenames)}`;
}
