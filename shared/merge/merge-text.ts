export interface MergedText {
  readonly text: string;
  /** True where both replaced the same words: both versions stand in the text, and a person should look. */
  readonly overlaps: boolean;
}

/** A stretch of the original, `from` up to `to`, and the words in its place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
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

/** Beyond this many comparisons the middle of a text counts as rewritten whole: slower would be felt while typing. */
const mostComparisons = 4_000_000;

/** What turns `before` into `after`, by the longest common run of words between their equal ends. */
function changesBetween(before: readonly string[], after: readonly string[]): readonly Change[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let ends = 0;
  while (
    ends < before.length - start &&
    ends < after.length - start &&
    before[before.length - 1 - ends] === after[after.length - 1 - ends]
  ) {
    ends += 1;
  }
  const rows = before.length - ends - start;
  const columns = after.length - ends - start;
  if (rows === 0 && columns === 0) return [];
  if (rows === 0 || columns === 0 || rows * columns > mostComparisons) {
    return [{ from: start, to: start + rows, words: after.slice(start, start + columns) }];
  }
  const width = columns + 1;
  const common = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[start + row] === after[start + column]
          ? (common[(row + 1) * width + column + 1] as number) + 1
          : Math.max(common[(row + 1) * width + column] as number, common[row * width + column + 1] as number);
    }
  }
  const changes: Change[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    if (row < rows && column < columns && before[start + row] === after[start + column]) {
      row += 1;
      column += 1;
      continue;
    }
    const from = row;
    const words: string[] = [];
    while ((row < rows || column < columns) && !(row < rows && column < columns && before[start + row] === after[start + column])) {
      const below = row < rows ? (common[(row + 1) * width + column] as number) : -1;
      const beside = column < columns ? (common[row * width + column + 1] as number) : -1;
      if (below >= beside) row += 1;
      else {
        words.push(after[start + column] as string);
        column += 1;
      }
    }
    changes.push({ from: start + from, to: start + row, words });
  }
  return changes;
}
