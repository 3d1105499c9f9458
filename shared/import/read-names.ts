import { cleanLine, plainWords, saysNothing } from './cell-text';
import { blank, problem, type Reading, readAs } from './reading';

export interface PersonName {
  readonly surname: string;
  readonly forenames: string;
  /** Found in the same cell: `(aka Deano)`, `"DC"`. */
  readonly alsoKnownAs: readonly string[];
}

const titles = /^(mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|sir|dame|lady|lord)\.?\s+/i;
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
  'mac',
  'mc',
  'ni',
  'nic',
  'ui',
]);
/** Before a surname, also in one letter: with its accent an `Ó` is no initial. */
const isParticle = (word: string) => particles.has(plainWords(word)) || word === 'Ó';
/** `Dean Carterwick III`: what tells a son from his father is no surname. */
const generation = /^(jr|jnr|junior|sr|snr|senior|ii|iii|iv)\.?$/i;
const bracketed =
  /[([“"]\s*(?:(?:also known as|a\.?k\.?a\.?|alias|nee|née|formerly|previously|was|known as)[:\s]+)?([^()[\]“”"]+?)\s*[)\]”"]/gi;
/** `Dean 'Deano' Carterwick`, and not the apostrophe of O'Brien. */
const inSingleMarks = /(?<=[\p{L}.]\s+)['‘]([^'‘’]+)['’](?=[\s,]|$)/gu;
const alsoAtEnd = /[\s,;-]+(?:also known as|a\.?k\.?a\.?|alias|known as)[:\s]+(.+)$/i;
const betweenOthers = /\s*[;/]\s*(?:(?:also known as|a\.?k\.?a\.?|alias)[:\s]+)?|[\s,]+(?:also known as|a\.?k\.?a\.?|alias)[:\s]+/i;
/** What stands in brackets behind a name and is none: a day, a number, the sex, what became of the person. */
const isNoName =
  /\d|^\p{L}$|^(male|female|deceased|died|dec d|decd|custody|in custody|recalled|recall|archived|new|left|removed|victim|dv|youth|adult)$/u;

/** A name without the others that stand in the same cell, in brackets or quotation marks or behind `aka`. */
function takenApart(line: string): { readonly bare: string; readonly alsoKnownAs: readonly string[]; readonly remark: string | null } {
  const alsoKnownAs: string[] = [];
  const passedOver: string[] = [];
  const keep = (_: string, names: string) => {
    if (isNoName.test(plainWords(names))) passedOver.push(cleanLine(names));
    else
      alsoKnownAs.push(
        ...names
          .split(betweenOthers)
          .filter((name) => !saysNothing(name))
          .map((name) => cleanLine(name).replace(/^['‘](.+)['’]$/, '$1')),
      );
    return ' ';
  };
  const whole = line.replace(/^["“]([^"“”]*\p{L}[^"“”]*)["”]$/u, '$1');
  const bare = cleanLine(whole.replace(bracketed, keep).replace(alsoAtEnd, keep).replace(inSingleMarks, keep))
    .replace(/^\d+[.)]\s+/, '')
    .replace(titles, '');
  const remark = passedOver.length === 0 ? notQuiteAName(bare) : `“${passedOver.join('”, “')}” was not taken for a name`;
  return { bare, alsoKnownAs, remark };
}

/** A surname or forenames in a column of their own: `THISTLEMOOR (nee BRACKEN)`, `Dean "Deano"`. */
export function readNamePart(text: string): Reading<{ readonly name: string; readonly alsoKnownAs: readonly string[] }> {
  const line = cleanLine(text);
  if (saysNothing(line)) return blank;
  const { bare, alsoKnownAs, remark } = takenApart(line);
  if (!/\p{L}/u.test(bare)) return problem('There is no name in this cell');
  return readAs({ name: tidyName(bare), alsoKnownAs }, remark);
}

/**
 * A name in one cell: `CARTER, Dean`, `Dean CARTER`, `CARTER Dean` or `Dean Carter`. Where capitals and comma say
 * nothing, the last word is taken for the surname and the remark says so.
 */
export function readFullName(text: string): Reading<PersonName> {
  const line = cleanLine(text);
  if (saysNothing(line)) return blank;
  const { bare, alsoKnownAs, remark: passed } = takenApart(line);
  if (!/\p{L}/u.test(bare)) return problem('There is no name in this cell');

  const comma = bare.indexOf(',');
  if (comma >= 0) {
    const surname = bare.slice(0, comma);
    const forenames = bare.slice(comma + 1).replace(titles, '');
    if (!/\p{L}/u.test(surname)) return problem('There is no surname before the comma');
    return readAs(
      {
        surname: tidyName(surname),
        forenames: tidyName(forenames.replaceAll(',', ' ').trim().replace(titles, '')),
        alsoKnownAs,
      },
      passed,
    );
  }
  const said = bare.split(' ');
  const ending = said.length > 2 && generation.test(said.at(-1) ?? '') ? ` ${said.at(-1)}` : '';
  const words = ending === '' ? said : said.slice(0, -1);
  if (words.length === 1)
    return readAs({ surname: tidyName(bare), forenames: '', alsoKnownAs }, passed ?? 'Only one name is given, read as the surname');
  const start = surnameStart(words);
  const whole = (from: string[]) => tidyName(from.join(' '));
  if (start.isLeading) {
    return readAs({ surname: whole(words.slice(0, start.at)), forenames: `${whole(words.slice(start.at))}${ending}`, alsoKnownAs }, passed);
  }
  return readAs(
    { surname: whole(words.slice(start.at)), forenames: `${whole(words.slice(0, start.at))}${ending}`, alsoKnownAs },
    passed ??
      (start.isCertain ? null : words.every(isShouted) ? 'All in capitals with no comma: the last word is read as the surname' : null),
  );
}

/** A note or two people may stand where a name should: it is read, and somebody should look. */
function notQuiteAName(text: string): string | null {
  if (/\S\s*[/&+]\s*\S|\s(and|or)\s/i.test(text))
    return 'This may be more than one person, or one with two names: look whether it is read as it should be';
  if (/^[=@#+]|\d|[?!:;]|(^|\s)[-–—](\s|$)/.test(text) || text.split(/[\s,]+/).length > 6)
    return 'This may be a note and not a name: look whether it is read as it should be';
  return null;
}

/** Where the surname lies among the words: a run of capitals at either end, else the last word with its particles. */
function surnameStart(words: readonly string[]): { readonly at: number; readonly isLeading: boolean; readonly isCertain: boolean } {
  if (!words.every(isShouted)) {
    const fromEnd = words.findLastIndex((word) => !isShouted(word)) + 1;
    if (fromEnd < words.length) return { at: withParticles(words, fromEnd), isLeading: false, isCertain: true };
    const before = words.findIndex((word) => !isParticle(word) || isShouted(word));
    const leading = words.findIndex((word, at) => at >= before && !isShouted(word));
    if (before >= 0 && leading > before) return { at: leading, isLeading: true, isCertain: true };
  }
  return { at: withParticles(words, words.length - 1), isLeading: false, isCertain: false };
}

/** Where a surname begins with the particles in front of it, at least one word being left for the forename. */
function withParticles(words: readonly string[], surname: number): number {
  let at = surname;
  while (at > 1 && isParticle(words[at - 1] ?? '')) at -= 1;
  return at;
}

/** Two letters or more and all capitals; an initial is no evidence. */
function isShouted(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** Takes capitals off a name that is all capitals: `O’BRIEN-MCGRATH` to `O’Brien-McGrath`. Mixed case is left as written. */
export function tidyName(text: string): string {
  const line = cleanLine(text)
    .replace(/^[,;\s]+|[,;\s*]+$/g, '')
    .replace(/^'(.*)'$/, '$1');
  return line
    .split(' ')
    .map((word) => (isShouted(word) && word.replace(/[^\p{L}]/gu, '').length > 2 ? lower(word) : word))
    .join(' ');
}

function lower(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’/])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/** For recognising a person: without case, accents or punctuation. */
export function nameKey(surname: string, forenames: string): string {
  return `${plainWords(surname).replaceAll(' ', '')}|${plainWords(forenames)}`;
}
