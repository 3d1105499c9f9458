/** Where a piece of text matches what was typed, as alternating plain and matched parts. */
export interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Without case or accents, and letter for letter as long as the original, so that positions agree. */
export function folded(text: string): string {
  // Most names are plain ASCII, and a register folds some 40,000 of them at once.
  return isPlain(text) ? text.toLowerCase() : Array.from(text, foldedLetter).join('');
}

const isPlain = (text: string) => !/[^ -~]/.test(text);

function foldedLetter(letter: string): string {
  const small = letter.toLowerCase();
  const plain = small.normalize('NFD').replace(/\p{M}/gu, '');
  return [plain, small].find((each) => each.length === letter.length) ?? letter;
}

/** The words that were typed. All of them must be found, in any order. */
export function wordsOf(typed: string): readonly string[] {
  return folded(typed)
    .split(/[\s,]+/)
    .filter(Boolean);
}

export function isFound(text: string, words: readonly string[]): boolean {
  const searched = folded(text);
  return words.every((word) => searched.includes(word));
}

/** Cuts a text where the words match, for drawing the matches stronger. The parts joined are the text again. */
export function matchParts(text: string, words: readonly string[]): readonly Part[] {
  const searched = folded(text);
  const marks = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    if (word === '') continue;
    for (let at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + word.length)) marks.fill(true, at, at + word.length);
  }
  const parts: Part[] = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    while (to < text.length && marks[to] === marks[from]) to += 1;
    parts.push({ text: text.slice(from, to), isMatch: marks[from] ?? false });
  }
  return parts;
}
