import { formatPlainDay } from '../../language/dates';
import type { ImportTarget } from '../../views/importing';
import { cleanLine, saysNothing, shorten } from '../cell-text';
import type { Grid } from '../find-headings';
import { guessFromHeading } from '../heading-words';
import { dayOfHeading } from '../month-headings';
import { readColour } from '../read-categories';
import { type ImportKind, importKinds, type ListKind, type ListTarget, listKinds, targetsOfHeadings } from './kinds';

/**
 * What a sheet holds, told by its headings: a list of the first kind whose telling headings are all there and that
 * knows at least as many of the columns as the reading as a cohort does; else the cohort.
 * @param rows what stands under the headings: past colours are told only where there are colours.
 */
export function guessKind(headings: readonly string[], rows: Grid = []): ImportKind {
  const cohort = new Set(headings.flatMap((heading) => guessFromHeading(heading)?.target ?? []));
  for (const kind of importKinds.filter((one): one is ListKind => one !== 'cases')) {
    const targets = targetsOfHeadings(kind, headings);
    const found = new Set(targets.filter((target) => target !== null));
    const isTold = listKinds[kind].told.every((group) => group.some((target) => found.has(target)));
    if (!isTold || found.size < cohort.size || isCohort(headings)) continue;
    if (kind === 'colours' && !arePastColours(targets, cohort, rows)) continue;
    return kind;
  }
  return 'cases';
}

/** By these a row says whom it is about, and by nothing else. */
const whom: ReadonlySet<ImportTarget> = new Set([
  'reference',
  'surname',
  'forenames',
  'fullName',
  'knownAs',
  'dateOfBirth',
  'pnc',
  'crn',
  'prisonNumber',
  'area',
  'leadPerson',
  'note',
] as const);

/** A `Status` is a colour only if it says so; and a cohort with a column for each month is still a cohort. */
function arePastColours(targets: readonly (ListTarget | null)[], cohort: ReadonlySet<ImportTarget>, rows: Grid): boolean {
  const months = targets.flatMap((target, at) => (target === 'colourOfMonth' ? at : []));
  const columns = months.length > 0 ? months : targets.flatMap((target, at) => (target === 'pastColour' ? at : []));
  if (months.length > 0 && (months.length < 2 || [...cohort].some((target) => !whom.has(target)))) return false;
  return rows.length === 0 ? months.length === 0 : holdColours(rows, columns);
}

function holdColours(rows: Grid, columns: readonly number[]): boolean {
  const cells = rows.slice(0, 200).flatMap((row) => columns.map((column) => (row[column] ?? '').slice(0, 200)));
  const said = cells.filter((cell) => !saysNothing(cell));
  return said.filter((cell) => readColour(cell).kind === 'value').length >= said.length * 0.5;
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
  const targets = ownReferences(kind, targetsOfHeadings(kind, headings), rows);
  return headings.map((heading, index) => {
    const samples: string[] = [];
    for (const row of rows) {
      const cell = cleanLine((row[index] ?? '').slice(0, 2_000));
      if (!saysNothing(cell)) samples.push(shorten(cell, 60));
      if (samples.length >= 5) break;
    }
    const guess = targets[index] ?? ('ignore' as const);
    const then = guess === 'colourOfMonth' ? dayOfHeading(heading) : null;
    const because =
      guess !== 'ignore'
        ? `headed “${shorten(heading, 40)}”${then === null ? '' : `, taken as ${formatPlainDay(then)}`}`
        : samples.length === 0
          ? 'no cell is filled in'
          : 'nothing known by this heading';
    return { index, heading, samples, guess, because };
  });
}

/**
 * A `Ref` beside what else names the case is the number of the action or of the event itself, where no two rows share it: a
 * case has several of them.
 */
function ownReferences(kind: ListKind, targets: readonly (ListTarget | null)[], rows: Grid): readonly (ListTarget | null)[] {
  const own = kind === 'actions' ? 'actionReference' : kind === 'events' ? 'eventReference' : null;
  const at = targets.indexOf('caseReference');
  if (own === null || at < 0 || targets.includes(own) || !targets.some((target) => target !== null && whose.has(target))) return targets;
  const said = rows.map((row) => cleanLine(row[at] ?? '')).filter((cell) => !saysNothing(cell));
  if (new Set(said).size < said.length) return targets;
  return targets.map((target, index) => (index === at ? own : target));
}

const whose: ReadonlySet<ListTarget> = new Set<ListTarget>(['casePnc', 'caseCrn', 'casePrisonNumber', 'caseName', 'caseSurname']);
