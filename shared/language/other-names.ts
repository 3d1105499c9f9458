/** Words that begin with a capital and are nobody's name. */
const ordinary = new Set(
  (
    'i the a an he she they we his her their it this that on in at by for from with without and but or not no yes to of as is was were has had have will did does if when who what where why how there here then after before ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'hmp yoi pnc crn dob iom mappa marac ogrs rosh oasys cps nhs gp pc dc ps ds di dci sgt insp mr mrs ms miss dr prof police probation prison court council crown magistrates housing service team ' +
    'red amber green blue english british christmas easter covid uk gdpr dwp imported'
  ).split(' '),
);
const title = /^(mr|mrs|ms|miss|mx|dr|prof|pc|dc|ps|ds|sgt|insp|cllr|rev)$/i;
const word = /[\p{L}][\p{L}'’-]*/gu;

/**
 * What in a text looks like the name of somebody: words with a capital that do not begin a sentence, or that stand
 * beside another such word or behind a title. A guess, made to be looked at by a person, and rather too much than too little.
 * @param known words in small letters that are known to be no other's name.
 */
export function wordsLikeNames(text: string, known: ReadonlySet<string>): readonly string[] {
  const words = [...text.matchAll(word)].map((found) => {
    const before = text.slice(0, found.index).trimEnd();
    const isCapital = /^\p{Lu}/u.test(found[0]) && found[0].length > 1;
    const plain = found[0].toLowerCase().replace(/['’]s$/, '');
    return {
      text: found[0],
      startsSentence: before === '' || /[.!?:\n]$/.test(before) || text.slice(before.length, found.index).includes('\n'),
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
