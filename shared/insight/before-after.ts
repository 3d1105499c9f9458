import type { SeverityGroup } from '../language/outcome-event';
import {
  type BeforeAfter,
  beforeAndAfter,
  type CountedKind,
  type OutcomeCase,
  type WindowFigures,
  warningOfReach,
} from '../outcomes/before-after';
import { type CaseFact, casesIn } from './facts';
import { type CountedPicture, type InsightFilter, type PictureRow, pictureTitle, type Series } from './picture';

/** What is counted before and after adoption, and over how long. */
export interface OffendingChoice {
  readonly kind: CountedKind;
  /** Days before adoption, and as many after it. */
  readonly window: number;
}

export const windows = [
  { days: 182, name: '6 months' },
  { days: 365, name: '12 months' },
  { days: 730, name: '2 years' },
] as const;
export const countedName: Readonly<Record<CountedKind, string>> = {
  arrest: 'Arrests',
  charge: 'Charges',
  conviction: 'Convicted offences',
  breach: 'Breaches',
  recall: 'Recalls',
};
export const usualOffending: OffendingChoice = { kind: 'conviction', window: 365 };

const severityName: Readonly<Record<SeverityGroup | 'unknown', string>> = {
  'most-serious': 'Most serious',
  serious: 'Serious',
  middling: 'Middling',
  'less-serious': 'Less serious',
  unknown: 'Severity not recorded',
};

const series: readonly Series[] = [
  { id: 'before', name: 'Before', unit: 'rate' },
  { id: 'after', name: 'After', unit: 'rate' },
  { id: 'before-low', name: 'Before, at least', unit: 'rate' },
  { id: 'before-high', name: 'Before, at most', unit: 'rate' },
  { id: 'after-low', name: 'After, at least', unit: 'rate' },
  { id: 'after-high', name: 'After, at most', unit: 'rate' },
  { id: 'offences-before', name: 'Counted before', unit: 'events' },
  { id: 'offences-after', name: 'Counted after', unit: 'events' },
];

/** Offending before and after adoption for each year at liberty, by severity (HMI 8.19 to 8.26, STRAT 27 to 31). */
export function offendingBeforeAndAfter(
  cases: readonly CaseFact[],
  facts: readonly OutcomeCase[],
  filter: InsightFilter,
  { kind, window }: OffendingChoice,
): CountedPicture {
  const chosen = new Set(
    casesIn(cases, filter)
      .filter(({ stays }) => stays.length > 0)
      .map(({ id }) => id),
  );
  const known = facts.filter(({ caseId }) => chosen.has(caseId));
  const counted = beforeAndAfter(known, { kind, window, today: filter.to });
  const reach = warningOfReach(known, counted);
  const people = counted.cases.length;
  const ids = counted.cases.map(({ caseId }) => caseId);
  return {
    id: 'before-after',
    title: pictureTitle['before-after'],
    finding: findingOf(counted, kind),
    how: howOf(counted, window),
    warnings: reach === null ? counted.warnings : [...counted.warnings, reach],
    rowsAre: 'Severity',
    series,
    rows: people === 0 ? [] : rowsOf(counted),
    behind: (row, of) =>
      row !== 'all'
        ? []
        : of.endsWith('before')
          ? counted.cases.filter(({ before }) => before > 0).map(({ caseId }) => caseId)
          : of.endsWith('after')
            ? counted.cases.filter(({ after }) => after > 0).map(({ caseId }) => caseId)
            : ids,
  };
}

function rowsOf({ before, after }: BeforeAfter): readonly PictureRow[] {
  const row = (id: string, name: string, was: Part | undefined, is: Part | undefined): PictureRow => ({
    id,
    name,
    values: [
      rounded(was?.frequency?.value),
      rounded(is?.frequency?.value),
      rounded(was?.frequency?.low),
      rounded(was?.frequency?.high),
      rounded(is?.frequency?.low),
      rounded(is?.frequency?.high),
      was?.offences ?? 0,
      is?.offences ?? 0,
    ],
  });
  const bySeverity = before.bySeverity.flatMap((was, at) => {
    const is = after.bySeverity[at];
    if (was.offences + (is?.offences ?? 0) === 0) return [];
    const id = was.severity ?? 'unknown';
    return [row(id, severityName[id], was, is)];
  });
  return [row('all', 'All', before, after), ...bySeverity];
}

type Part = Pick<WindowFigures, 'offences' | 'frequency'>;
/** To a hundredth: more would be a promise that the numbers cannot keep. */
const rounded = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 100) / 100);

function findingOf({ before, after, cases, warnings, isDifference, change }: BeforeAfter, kind: CountedKind): string {
  if (cases.length === 0 || !before.frequency || !after.frequency) return warnings[0] ?? 'Nothing to compare yet.';
  const each = `${countedName[kind]}: ${rounded(before.frequency.value)} a year at liberty before, ${rounded(after.frequency.value)} after`;
  if (!isDifference || change === null) return `${each}. The two cannot be told apart: the difference may be chance.`;
  return `${each}: ${Math.abs(Math.round(change * 100))}% ${change < 0 ? 'fewer' : 'more'}.`;
}

function howOf({ leftOut, before, after, cases }: BeforeAfter, window: number): string {
  const left = [
    `${leftOut['too-recent'].length} adopted too recently`,
    `${leftOut['never-at-liberty'].length} never at liberty in one of the two`,
    `${leftOut['custody-unknown'].length} whose custody is not known`,
  ];
  const shares =
    before.share && after.share ? ` ${before.people} of the ${cases.length} had at least one before and ${after.people} after.` : '';
  return `${cases.length === 1 ? 'One person' : `${cases.length} people`}, ${window} days before adoption, the last one of whoever came back, and as many from it on, with days in custody taken out; left out: ${left.join(', ')}.${shares} Ranges hold the true figure 95 times in 100 (exact Poisson).`;
}
