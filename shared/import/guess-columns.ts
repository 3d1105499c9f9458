import type { ImportColumn, ImportTarget } from '../views/importing';
import { cleanLine, plainWords, saysNothing, shorten } from './cell-text';
import type { Grid } from './find-headings';
import { guessFromHeading } from './heading-words';
import { dayOfHeading } from './month-headings';
import { readCohortPart, readColour, readMappa, readOgrs, readRosh, readSex } from './read-categories';
import { readDate } from './read-dates';
import { crnShape, pncShape, prisonNumberShape } from './read-identifiers';
import { pathwayOf } from './read-lists';
import { readPosition } from './read-position';

/** Enough to tell by; more would only take longer. */
const cellsLookedAt = 200;
const samplesShown = 5;

/** Targets that gather what several columns hold: `Alias 1` and `Alias 2`, or one column a pathway. */
export const gatheringTargets: ReadonlySet<ImportTarget> = new Set(['aliases', 'riskWarnings', 'needs']);

/** A column of a cohort: what it becomes is among what a case can take. */
export interface CohortColumn extends ImportColumn {
  readonly guess: ImportTarget;
}

interface Guess {
  readonly target: ImportTarget;
  readonly strength: number;
  readonly because: string;
  /** Told by the cells and not by the heading. */
  readonly isSeen?: boolean;
}

/** What each column is probably meant for, and why. One column a target, the surest wins. @param headingRow From 1. */
export function guessColumns(grid: Grid, headingRow: number): readonly CohortColumn[] {
  const headings = grid[headingRow - 1] ?? [];
  const rows = grid.slice(headingRow);
  const width = rows.slice(0, 5_000).reduce((most, row) => Math.max(most, row.length), headings.length);
  const columns = Array.from({ length: width }, (_, index) => {
    const heading = cleanLine(headings[index] ?? '');
    const cells = filledCells(rows, index);
    return { index, heading, cells, guesses: guessesFor(heading, cells) };
  });
  // Of several months side by side, with nothing that says which is of now, the first is not today's colour.
  const unsaid = columns.filter(({ guesses }) => guesses.some(({ target, isSeen }) => target === 'colour' && isSeen));
  const areMonths =
    unsaid.length > 1 && !columns.some(({ guesses }) => guesses.some(({ target, isSeen }) => target === 'colour' && !isSeen));
  const taken = award(
    areMonths ? columns.map((one) => ({ ...one, guesses: one.guesses.filter(({ target }) => target !== 'colour') })) : columns,
  );
  return columns.map(({ index, heading, cells, guesses }) => {
    const won = taken.get(index);
    const [wanted] = guesses;
    const ignored: Guess = {
      target: 'ignore',
      strength: 0,
      because: whyIgnored(cells, wanted, areMonths),
    };
    const guess = won ?? ignored;
    return {
      index,
      heading,
      samples: cells.slice(0, samplesShown).map((cell) => shorten(cell, 60)),
      guess: guess.target,
      because: guess.because,
    };
  });
}

function whyIgnored(cells: readonly string[], wanted: Guess | undefined, areMonths: boolean): string {
  if (cells.length === 0) return 'no cell is filled in';
  if (!wanted) return 'nothing known by this heading';
  return areMonths && wanted.target === 'colour'
    ? 'several columns name colours, and no heading says which is of now or of which year'
    : 'another column fits better';
}

/** Strongest guess first over all columns; a column that loses its first target may still get its second. */
function award(columns: readonly { readonly index: number; readonly guesses: readonly Guess[] }[]): ReadonlyMap<number, Guess> {
  const bids = columns.flatMap(({ index, guesses }) => guesses.map((guess) => ({ index, guess })));
  bids.sort((one, other) => other.guess.strength - one.guess.strength || one.index - other.index);
  const won = new Map<number, Guess>();
  const gone = new Set<ImportTarget>();
  for (const { index, guess } of bids) {
    if (won.has(index) || (gone.has(guess.target) && !gatheringTargets.has(guess.target))) continue;
    won.set(index, guess);
    gone.add(guess.target);
  }
  if (!gone.has('surname') && gone.has('forenames')) promoteName(won);
  return won;
}

/** `Name` beside `Forename` is the surname. */
function promoteName(won: Map<number, Guess>) {
  for (const [index, guess] of won) {
    if (guess.target === 'fullName') won.set(index, { ...guess, target: 'surname', because: 'stands beside the forenames' });
  }
}

function guessesFor(heading: string, cells: readonly string[]): readonly Guess[] {
  const said = guessFromHeading(heading);
  const seen = guessFromCells(cells);
  const guesses: Guess[] = [];
  if (said) {
    const isFitting = fits(said.target, cells);
    const penalty = isFitting ? 0 : 50;
    const because =
      pathwayOf(heading) && said.target === 'needs' ? `a need: “${shorten(heading, 40)}”` : `headed “${shorten(heading, 40)}”`;
    guesses.push({
      target: said.target,
      strength: said.strength - penalty,
      because: isFitting ? because : `${because}, though few cells fit`,
    });
  }
  // The colour of a month that is over is not the colour of today.
  const isOfThen = seen?.target === 'colour' && dayOfHeading(heading) !== null;
  if (seen && !isOfThen && seen.target !== said?.target)
    guesses.push({ ...seen, isSeen: true, ...(said ? { strength: seen.strength - 10 } : {}) });
  if (/^(no|nr|number|row|line|#|s no|serial)?$/.test(plainWords(heading)) && countsRows(cells)) return [];
  return guesses.toSorted((one, other) => other.strength - one.strength);
}

const dateTargets: ReadonlySet<ImportTarget> = new Set([
  'dateOfBirth',
  'adoptedOn',
  'reviewDue',
  'releaseOn',
  'licenceEndsOn',
  'orderEndsOn',
]);
/** The day does not matter for telling a date from other text. */
const anyToday = '2026-01-01';

/** Whether the cells can be what the heading says. Names, places and notes can be anything. */
function fits(target: ImportTarget, cells: readonly string[]): boolean {
  if (cells.length === 0) return true;
  if (dateTargets.has(target))
    return shareOf(cells, (cell) => readDate(cell, 'event', anyToday).kind === 'value' || /\d{1,4}[-/.]\d{1,2}/.test(cell)) >= 0.3;
  if (target === 'colour') return shareOf(cells, (cell) => readColour(cell).kind === 'value') >= 0.3;
  if (target === 'rosh') return shareOf(cells, (cell) => readRosh(cell).kind === 'value') >= 0.3;
  if (target === 'mappa') return shareOf(cells, (cell) => readMappa(cell).kind === 'value' || /\d/.test(cell)) >= 0.3;
  if (target === 'cohortPart') return shareOf(cells, (cell) => readCohortPart(cell).kind === 'value') >= 0.3;
  if (target === 'ogrsScore' || target === 'ogrsBand') return shareOf(cells, (cell) => readOgrs(cell).kind === 'value') >= 0.3;
  if (target === 'statutoryPosition') return shareOf(cells, (cell) => readPosition(cell).kind === 'value') >= 0.3;
  return true;
}

/** What the cells say where the heading does not. */
function guessFromCells(cells: readonly string[]): Guess | null {
  if (cells.length === 0) return null;
  const mostly = (test: (cell: string) => boolean, share = 0.7) => shareOf(cells, test) >= share;
  const tight = (cell: string) => cell.toUpperCase().replace(/\s+/g, '');
  if (mostly((cell) => pncShape.test(tight(cell)))) return { target: 'pnc', strength: 65, because: 'cells look like PNC numbers' };
  if (mostly((cell) => crnShape.test(tight(cell)))) return { target: 'crn', strength: 65, because: 'cells look like CRNs' };
  if (mostly((cell) => prisonNumberShape.test(tight(cell))))
    return { target: 'prisonNumber', strength: 65, because: 'cells look like prison numbers' };
  if (mostly((cell) => /^(red|amber|green|blue|[ragb])\b/i.test(cell) && readColour(cell).kind === 'value')) {
    return { target: 'colour', strength: 60, because: 'cells name colours' };
  }
  if (mostly((cell) => /[a-z/.-]/i.test(cell) && readDate(cell, 'birth', anyToday).kind === 'value') && mostly(isOldDate, 0.6)) {
    return { target: 'dateOfBirth', strength: 50, because: 'dates from which people would be adults' };
  }
  if (mostly((cell) => readCohortPart(cell).kind === 'value'))
    return { target: 'cohortPart', strength: 50, because: 'cells say fixed, flex or free' };
  if (mostly((cell) => /[a-z]{2}/i.test(cell) && readPosition(cell).kind === 'value')) {
    return { target: 'statutoryPosition', strength: 45, because: 'cells name orders, licences or prisons' };
  }
  if (mostly((cell) => /^(m|f|male|female)$/i.test(cell) && readSex(cell).kind === 'value', 0.9))
    return { target: 'sex', strength: 40, because: 'cells say male or female' };
  if (mostly((cell) => /^\p{Lu}[\p{Lu}'’ -]+, ?\p{L}/u.test(cell)))
    return { target: 'fullName', strength: 45, because: 'cells look like SURNAME, Forename' };
  return null;
}

function isOldDate(cell: string): boolean {
  const read = readDate(cell, 'birth', anyToday);
  return read.kind === 'value' && read.value < '2012-01-01';
}

function countsRows(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, at) => Number(cell) === Number(cells[0]) + at);
}

function filledCells(rows: Grid, index: number): readonly string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = cleanLine((row[index] ?? '').slice(0, 2_000));
    if (!saysNothing(cell)) cells.push(cell);
    if (cells.length >= cellsLookedAt) break;
  }
  return cells;
}

function shareOf(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.filter(test).length / cells.length;
}
