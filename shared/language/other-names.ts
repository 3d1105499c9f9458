/** Words that begin with a capital and are nobody's name. */
const ordinary = new Set(
  (
    'i the a an he she they we his her their it this that on in at by for from with without and but or not no yes to of as is was were has had have will did does if when who what where why how there here then after before ' +
    'mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'hmp yoi pnc crn dob iom mappa marac ogrs rosh oasys cps nhs gp pc dc ps ds di dci sgt insp mr mrs ms miss dr prof police probation prison court council crown magistrates housing service team ' +
    'red amber green blue english british christmas easter covid uk gdpr dwp imported'
  ).split(' '),
);
const title = /^(mr|mrs|ms|miss|mx|dr|prof|pc|dc|ps|ds|sgt|insp|cllr|rev)$/i;
/** Not the letters within a number. */
const word = /(?<![\p{L}\p{N}])\p{L}[\p{L}'’-]*/gu;

function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  return before === '' || /[.!?:\n]$/.test(before) || text.slice(before.length, at).includes('\n');
}

/**
 * What in a text looks like the name of somebody: words with a capital that do not begin a sentence, or that stand
 * beside another such word or behind a title. A guess, made to be looked at by a person, and rather too much than too little.
 * @param known words in small letters that are known to be no other's name.
 */
export function wordsLikeNames(text: string, known: ReadonlySet<string>): readonly string[] {
  const words = [...text.matchAll(word)].map((found) => {
    const isCapital = /^\p{Lu}/u.test(found[0]) && found[0].length > 1;
    const plain = found[0].toLowerCase().replace(/['’]s$/, '');
    return {
      text: found[0],
      startsSentence: beginsSentence(text, found.index),
      isTitle: title.test(found[0]),
      isLike: isCapital && !known.has(plain) && !ordinary.has(plain),
    };
  });
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let end = at;
    while (words[end]?.isLike && (end === at || !words[end]?.startsSentence)) end += 1;
    if (end === at) continue;
    const isAlone = end - at === 1;
    if (!isAlone || !words[at]?.startsSentence || words[at - 1]?.isTitle)
      found.push(
        words
          .slice(at, end)
          .map((one) => one.text)
          .join(' '),
      );
    at = end - 1;
  }
  return [...new Set(found)];
}

/** Every word with a capital, in small letters and as it is written, and whether its capital is that of a sentence. */
export function wordsWithCapital(
  text: string,
): readonly { readonly word: string; readonly text: string; readonly beginsSentence: boolean }[] {
  return [...text.matchAll(word)].flatMap((found) => {
    const plain = found[0].replace(/['’]s?$/, '');
    if (!/\p{Lu}/u.test(plain)) return [];
    return [{ word: plain.toLowerCase().replaceAll('’', "'"), text: plain, beginsSentence: beginsSentence(text, found.index) }];
  });
}

/** A number that begins with 0 or + and is long enough to ring. */
const telephone = /(?<![\d/-])(?:\+|\(?0)\d[\d\s()-]{7,}\d/g;
/** It is looked for from where a run of its letters begins: from each of a long run's, the time would grow by the square. */
const mailAddress = /(?<![^\s@<>()[\],;:"])[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.\p{L}{2,}/gu;
/** “J.O.” and “J. O.” */
const initials = /(?<![\p{L}\p{N}])\p{Lu}\.\s?\p{Lu}\.(?![\p{L}\p{N}])/gu;

/** Addresses, telephone numbers and initials: they name somebody without a name. */
export const contactsIn = (text: string): readonly string[] =>
  [mailAddress, telephone, initials].flatMap((pattern) => text.match(pattern) ?? []);
