export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];
export const delimiterWords: Readonly<Record<Delimiter, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

const recordsLookedAt = 300;

/**
 * What parts the cells: the sign that stands equally often in most lines, the more often the better. Signs inside
 * quotation marks count for nothing, so names such as `"CARTERWICK, Dean"` cannot mislead.
 * @param text With line ends as `\n`.
 */
export function sniffDelimiter(text: string): Delimiter {
  const records = countInRecords(text);
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  delimiters.forEach((delimiter, at) => {
    const counts = records.map((record) => record[at] ?? 0);
    const score = scoreOf(counts);
    if (score > best.score) best = { delimiter, score };
  });
  return best.delimiter;
}

/** The share of lines with the usual count, times how much is gained by it. */
function scoreOf(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, lines] of frequency) best = Math.max(best, (lines / counts.length) * (1 + Math.log2(1 + count)));
  return best;
}

/** How often each delimiter stands outside quotation marks, line by line; blank lines are left out. */
function countInRecords(text: string): readonly (readonly number[])[] {
  const records: number[][] = [];
  let counts = delimiters.map(() => 0);
  let isQuoted = false;
  let isAtStart = true;
  let isBlank = true;
  for (let at = 0; at < text.length && records.length < recordsLookedAt; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') continue;
      if (text.charAt(at + 1) === '"') at += 1;
      else isQuoted = false;
      continue;
    }
    if (sign === '\n') {
      if (!isBlank) records.push(counts);
      counts = delimiters.map(() => 0);
      isAtStart = true;
      isBlank = true;
      continue;
    }
    isBlank = false;
    // A quotation mark opens only where a cell begins; elsewhere it is part of the text, as in 6" knife.
    if (sign === '"' && isAtStart) isQuoted = true;
    const which = delimiters.indexOf(sign as Delimiter);
    if (which >= 0) counts[which] = (counts[which] ?? 0) + 1;
    isAtStart = which >= 0 || (isAtStart && sign === ' ');
  }
  if (!isBlank) records.push(counts);
  return records;
}
