/** Groups of fewer people than this are not shown: their figures would speak of persons. */
export const leastShown = 5;

/**
 * Which counts of a whole that is known may be shown: true for those that may. Fewer than five are hidden. Were one hidden
 * alone, the others would give it away, so the smallest of those shown is hidden with it; and hidden ones that together
 * come to fewer than five take another with them, since their sum would speak of as few.
 */
export function shownCounts(counts: readonly number[]): readonly boolean[] {
  const shown = counts.map((count) => count >= leastShown);
  for (;;) {
    const hidden = counts.filter((_count, at) => !shown[at]);
    if (hidden.length === 0) return shown;
    const isSafe = hidden.length > 1 && hidden.reduce((sum, count) => sum + count, 0) >= leastShown;
    const next = isSafe ? -1 : smallestShown(counts, shown);
    if (next < 0) return shown;
    shown[next] = false;
  }
}

function smallestShown(counts: readonly number[], shown: readonly boolean[]): number {
  let found = -1;
  for (const [at, count] of counts.entries()) if (shown[at] && (found < 0 || count < (counts[found] ?? 0))) found = at;
  return found;
}
