import { headOfBody } from '../log/read-commit';
import type { ForeignCommit } from './foreign-commit';

/** Numbers that follow each other: of a device's files, or of an author's commits in a space. */
export type Run = readonly [device: string, first: number, last: number];

/** The runs of numbers of each author. */
export function runsOf(commits: readonly ForeignCommit[]): readonly Run[] {
  const numbers = new Map<string, number[]>();
  for (const { body } of commits) {
    const head = headOfBody(body);
    if (!head) continue;
    const { device: author, number } = head;
    numbers.set(author, [...(numbers.get(author) ?? []), number]);
  }
  return [...numbers].flatMap(([author, of]) => {
    const runs: [string, number, number][] = [];
    for (const number of [...new Set(of)].sort((one, other) => one - other)) {
      const last = runs.at(-1);
      if (last && last[2] === number - 1) last[2] = number;
      else runs.push([author, number, number]);
    }
    return runs;
  });
}

/** Those that touch or overlap, as one. */
export function joinedRuns(runs: readonly Run[]): readonly Run[] {
  const joined: [string, number, number][] = [];
  for (const [device, first, last] of runs.toSorted((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] - other[1]))) {
    const before = joined.at(-1);
    if (before && before[0] === device && first <= before[2] + 1) before[2] = Math.max(before[2], last);
    else joined.push([device, first, last]);
  }
  return joined;
}
