import { changesBetween } from './word-changes';

/** A piece of a text: all of them in a row are the text. */
export interface Stretch {
  readonly text: string;
  /** True for words that not every other text has at this place. */
  readonly differs: boolean;
}

/**
 * Each of several versions of one text, cut where it begins and ends to differ from the others. A text that has no word in
 * common with them is left whole and unmarked: to mark all of it would show nothing.
 */
export function differingWords(texts: readonly string[]): readonly (readonly Stretch[])[] {
  const words = texts.map((text) => text.match(/\S+/gu) ?? []);
  const differs = words.map((each) => each.map(() => false));
  for (const [one, before] of words.entries())
    for (const [step, after] of words.slice(one + 1).entries()) mark(before, after, differs[one] ?? [], differs[one + 1 + step] ?? []);
  return texts.map((text, index) => stretches(text, differs[index] ?? []));
}

function mark(before: readonly string[], after: readonly string[], inBefore: boolean[], inAfter: boolean[]): void {
  // How far a place in the second text lies beyond the same place in the first.
  let ahead = 0;
  for (const { from, to, words } of changesBetween(before, after)) {
    inBefore.fill(true, from, to);
    inAfter.fill(true, from + ahead, from + ahead + words.length);
    ahead += words.length - (to - from);
  }
}

function stretches(text: string, differs: readonly boolean[]): readonly Stretch[] {
  if (text === '') return [];
  if (differs.every((each) => each)) return [{ text, differs: false }];
  const out: { text: string; differs: boolean }[] = [];
  const add = (piece: string, isOther: boolean) => {
    const last = out.at(-1);
    if (last?.differs === isOther) last.text += piece;
    else if (piece !== '') out.push({ text: piece, differs: isOther });
  };
  let word = 0;
  for (const [piece] of text.matchAll(/\s+|\S+/gu)) {
    const isSpace = /^\s/u.test(piece);
    // A space belongs to a marked stretch only between two marked words.
    add(piece, isSpace ? word > 0 && differs[word - 1] === true && differs[word] === true : differs[word] === true);
    if (!isSpace) word += 1;
  }
  return out;
}
