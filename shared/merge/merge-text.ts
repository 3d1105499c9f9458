import { type Change, changesBetween } from './word-changes';

export interface MergedText {
  readonly text: string;
  /** True where both replaced the same words: both versions stand in the text, and a person should look. */
  readonly overlaps: boolean;
}

/**
 * Joins what two people made of one text, word by word: each one's additions stay, what one took out and the other left
 * alone goes. Where both changed the same words, both versions stay, the first one's before the second's.
 */
export function mergeText(original: string, first: string, second: string): MergedText {
  if (first === second || second === original) return { text: first, overlaps: false };
  if (first === original) return { text: second, overlaps: false };
  const base = wordsOf(original);
  const ours = changesBetween(base, wordsOf(first));
  const theirs = changesBetween(base, wordsOf(second));
  const out: string[] = [];
  let overlaps = false;
  let at = 0;
  let i = 0;
  let j = 0;
  while (i < ours.length || j < theirs.length) {
    const mine = ours[i];
    const other = theirs[j];
    const next = mine && (!other || mine.from <= other.from) ? mine : (other as Change);
    out.push(...base.slice(at, next.from));
    // What overlaps is taken together: from where the first change begins to where neither goes on.
    let end = next.to;
    const group: [Change[], Change[]] = [[], []];
    const absorb = (change: Change | undefined, side: 0 | 1) => {
      if (!change || !(change.from < end || change.from === next.from)) return false;
      group[side].push(change);
      end = Math.max(end, change.to);
      return true;
    };
    for (let grows = true; grows; ) {
      grows = false;
      if (absorb(ours[i], 0)) {
        i += 1;
        grows = true;
      }
      if (absorb(theirs[j], 1)) {
        j += 1;
        grows = true;
      }
    }
    const [left, right] = group.map((changes) => rewritten(base, next.from, end, changes));
    if (group[1].length === 0) out.push(...(left ?? []));
    else if (group[0].length === 0) out.push(...(right ?? []));
    else if ((left ?? []).join('') === (right ?? []).join('')) out.push(...(left ?? []));
    else {
      const both = joinBoth(left ?? [], right ?? []);
      out.push(...both);
      overlaps ||= end > next.from && (left ?? []).length > 0 && (right ?? []).length > 0;
    }
    at = end;
  }
  out.push(...base.slice(at));
  return { text: out.join(''), overlaps };
}

function rewritten(base: readonly string[], from: number, to: number, changes: readonly Change[]): readonly string[] {
  const out: string[] = [];
  let at = from;
  for (const change of changes) {
    out.push(...base.slice(at, change.from), ...change.words);
    at = change.to;
  }
  return [...out, ...base.slice(at, to)];
}

function joinBoth(left: readonly string[], right: readonly string[]): readonly string[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const needsSpace = !/\s$/.test(left.at(-1) ?? '') && !/^\s/.test(right[0] ?? '');
  return needsSpace ? [...left, '\n', ...right] : [...left, ...right];
}

const wordsOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/gu) ?? [];
