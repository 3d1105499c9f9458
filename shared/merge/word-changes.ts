/** A stretch of the original, `from` up to `to`, and the words in its place. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

/** Beyond this many comparisons the middle of a text counts as rewritten whole: slower would be felt while typing. */
const mostComparisons = 4_000_000;

/** What turns `before` into `after`, by the longest common run of words between their equal ends. */
export function changesBetween(before: readonly string[], after: readonly string[]): readonly Change[] {
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
