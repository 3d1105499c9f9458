import { cleanLine, saysNothing, shorten } from '../cell-text';
import type { Grid } from '../find-headings';
import { guessFromHeading } from '../heading-words';
import { type ImportKind, importKinds, type ListKind, listKinds, targetsOfHeadings } from './kinds';

/**
 * What a sheet holds, told by its headings: a list of the first kind whose telling headings are all there and that
 * knows at least as many of the columns as the reading as a cohort does; else the cohort.
 */
export function guessKind(headings: readonly string[]): ImportKind {
  const asCohort = new Set(headings.flatMap((heading) => guessFromHeading(heading)?.target ?? [])).size;
  for (const kind of importKinds.filter((one): one is ListKind => one !== 'cases')) {
    const found = targetsOfHeadings(kind, headings).filter((target) => target !== null);
    const isTold = listKinds[kind].told.every((group) => group.some((target) => found.includes(target)));
    if (isTold && found.length >= asCohort && !isCohort(headings)) return kind;
  }
  return 'cases';
}

/** Only a cohort says this much of one person in one row. */
function isCohort(headings: readonly string[]): boolean {
  const cohortOnly = new Set(['rosh', 'ogrsScore', 'ogrsBand', 'statutoryPosition', 'riskWarnings', 'mappa', 'cohortPart', 'adoptedOn']);
  const found = new Set(headings.flatMap((heading) => guessFromHeading(heading)?.target ?? []));
  return [...found].filter((target) => cohortOnly.has(target)).length >= 3;
}

/** What each column of a list is probably meant for. @param headingRow From 1. */
export function guessListColumns(kind: ListKind, grid: Grid, headingRow: number) {
  const rows = grid.slice(headingRow);
  const width = rows.slice(0, 5_000).reduce((most, row) => Math.max(most, row.length), (grid[headingRow - 1] ?? []).length);
  const headings = Array.from({ length: width }, (_, index) => cleanLine(grid[headingRow - 1]?.[index] ?? ''));
  const targets = targetsOfHeadings(kind, headings);
  return headings.map((heading, index) => {
    const samples: string[] = [];
    for (const row of rows) {
      const cell = cleanLine((row[index] ?? '').slice(0, 2_000));
      if (!saysNothing(cell)) samples.push(shorten(cell, 60));
      if (samples.length >= 5) break;
    }
    const guess = targets[index] ?? ('ignore' as const);
    const because =
      guess !== 'ignore'
        ? `headed “${shorten(heading, 40)}”`
        : samples.length === 0
          ? 'no cell is filled in'
          : 'nothing known by this heading';
    return { index, heading, samples, guess, because };
  });
}
