import { counted } from '../language/counted';

/** What a figure of a picture counts, and so how it is written. */
export type Unit =
  | 'cases'
  | 'actions'
  | 'percent'
  /** A share of the population outside: no case stands behind it. */
  | 'percent of the area'
  | 'days'
  | 'minutes'
  | 'changes'
  | 'people'
  | 'events'
  | 'rate';

export interface Series {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
}

export interface PictureRow {
  readonly id: string;
  readonly name: string;
  /** One a series, in their order; null where there is nothing to count, which is not the same as 0. */
  readonly values: readonly (number | null)[];
}

/** One picture of Insight as a table of figures: the chart, the table on screen, the CSV and the report all come from it. */
export interface Picture {
  readonly id: PictureId;
  readonly title: string;
  /** What it shows, in one plain sentence. */
  readonly finding: string;
  /** How it was counted: who is in it, on which day, what was left out. */
  readonly how: string;
  /** What to beware of in reading it, each a plain sentence or two. */
  readonly warnings: readonly string[];
  /** What a row is: "Month ending", "Agency". */
  readonly rowsAre: string;
  readonly series: readonly Series[];
  readonly rows: readonly PictureRow[];
}

/** A picture with the cases behind each of its figures. */
export interface CountedPicture extends Picture {
  /** Ids of the cases that a figure counts, each once; empty where it does not count cases. */
  readonly behind: (row: string, series: string) => readonly string[];
}

export const pictureIds = [
  'colours',
  'colour-changes',
  'time-in-colour',
  'needs',
  'positions',
  'risk',
  'actions',
  'reviews',
  'releases',
  'time-on-scheme',
  'workload',
  'meeting-cost',
  'before-after',
  'community',
  'equality',
  'definitions',
] as const;
export type PictureId = (typeof pictureIds)[number];
export const isPictureId = (id: string): id is PictureId => pictureIds.some((one) => one === id);

export const pictureTitle: Readonly<Record<PictureId, string>> = {
  colours: 'Colours over time',
  'colour-changes': 'Changes of colour',
  'time-in-colour': 'Time in each colour',
  needs: 'Needs and progress',
  positions: 'Statutory position',
  risk: 'Risk of Serious Harm',
  actions: 'Actions by agency',
  reviews: 'Reviews',
  releases: 'Releases',
  'time-on-scheme': 'Time on the scheme',
  workload: 'Workload',
  'meeting-cost': 'What meetings cost partners',
  'before-after': 'Offending before and after adoption',
  community: 'Managed in the community',
  equality: 'Equality monitoring',
  definitions: 'Cohort definitions compared',
};

/** Which cases and which days a picture is about. */
export interface InsightFilter {
  /** First and last day, both counted. */
  readonly from: string;
  readonly to: string;
  readonly area: string | null;
  readonly cohortPart: string | null;
}

const separator = '\u001f';
const keyOf = (row: string, series: string) => `${row}${separator}${series}`;

/** Gathers cases by row and series. A case is counted once in each. */
export class CaseTally {
  readonly #cells = new Map<string, Set<string>>();
  readonly #times = new Map<string, number>();

  add(row: string, series: string, caseId: string): void {
    const key = keyOf(row, series);
    const cell = this.#cells.get(key);
    if (cell) cell.add(caseId);
    else this.#cells.set(key, new Set([caseId]));
    this.#times.set(key, (this.#times.get(key) ?? 0) + 1);
  }

  count(row: string, series: string): number {
    return this.#cells.get(keyOf(row, series))?.size ?? 0;
  }

  /** How many times a case was added, the same one again too: for what may happen to a case more than once. */
  times(row: string, series: string): number {
    return this.#times.get(keyOf(row, series)) ?? 0;
  }

  readonly behind = (row: string, series: string): readonly string[] => [...(this.#cells.get(keyOf(row, series)) ?? [])];
}

/** A share in whole per cent, as the inspection gives them; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100 * part) / whole);
}

/** Below so many a single case moves a share by two in a hundred or more. */
const fewCases = 50;

/** Said of shares of few, in plain words: one case more or less would change them. */
export function warningsOfFew(all: number): readonly string[] {
  if (all === 0 || all >= fewCases) return [];
  if (all === 1) return ['This is one case: a share of it says nothing of others.'];
  return [`Of ${all} cases each is ${Math.round(100 / all)} per cent, so small differences may be chance.`];
}

/** `1 case`, `108 cases`. */
export const casesInWords = (count: number): string => counted(count, 'case');
