import { daysBetween, formatPlainDay } from '../language/dates';
import { releaseFlag } from '../rules/release-day';
import { type CaseFact, casesIn } from './facts';
import { CaseTally, type CountedPicture, casesInWords, type InsightFilter, pictureTitle } from './picture';

/** A release that happened. */
export interface ReleaseFact {
  readonly caseId: string;
  readonly releasedOn: string;
  /** What was not ready at the gate: readiness items that were open or only in hand, or that nobody had said anything on (CAM 3.3.57). */
  readonly gaps: number;
  /** Every date that it was set for, the earliest said first; null where the date was taken out. */
  readonly dates: readonly { readonly releaseOn: string | null; readonly saidOn: string | null }[];
}

const notices = [
  { id: 'month', name: 'Four weeks or more', from: 28 },
  { id: 'week', name: 'One to four weeks', from: 7 },
  { id: 'days', name: 'Two to six days', from: 2 },
  { id: 'eve', name: 'The day before or the day itself', from: Number.NEGATIVE_INFINITY },
] as const;

/**
 * Days from when somebody first said the day that it came to be, and nobody another one since; null where the last date
 * said was another, or none.
 */
function noticeOf({ dates, releasedOn }: ReleaseFact): number | null {
  let known: string | null = null;
  for (const { releaseOn, saidOn } of dates) known = releaseOn !== releasedOn ? null : (known ?? saidOn);
  return known === null ? null : daysBetween(known, releasedOn);
}

/**
 * Releases of a period by how long before the day was known, and whether it was one on which services are open that day
 * and the next: people were released on a Friday, and known of the evening before (CAM 3.3.58, 3.3.59).
 */
export function releasesHappened(cases: readonly CaseFact[], facts: readonly ReleaseFact[], filter: InsightFilter): CountedPicture {
  const among = new Set(casesIn(cases, filter).map(({ id }) => id));
  const happened = facts.filter(({ caseId, releasedOn }) => among.has(caseId) && releasedOn >= filter.from && releasedOn <= filter.to);
  const tally = new CaseTally();
  for (const fact of happened) {
    const notice = noticeOf(fact);
    const row = notice === null ? 'unknown' : (notices.find(({ from }) => notice >= from)?.id ?? 'unknown');
    tally.add(row, releaseFlag(fact.releasedOn) === null ? 'good' : 'awkward', fact.caseId);
    if (fact.gaps > 0) tally.add(row, 'gaps', fact.caseId);
  }
  const rows = [...notices, { id: 'unknown', name: 'Its day not known before' }];
  const awkward = rows.reduce((sum, { id }) => sum + tally.times(id, 'awkward'), 0);
  const late = ['eve', 'unknown'].reduce((sum, id) => sum + tally.times(id, 'good') + tally.times(id, 'awkward'), 0);
  const people = new Set(happened.map(({ caseId }) => caseId)).size;
  return {
    id: 'releases',
    title: pictureTitle.releases,
    finding:
      happened.length === 0
        ? 'Nobody is recorded as released in this time.'
        : `${awkward || 'None'} of ${happened.length} came out on a Friday, before a holiday or on a closed day; ${late || 'none'} became known only the day before or not at all.`,
    how: `Releases recorded from ${formatPlainDay(filter.from)} to ${formatPlainDay(filter.to)}, of ${casesInWords(people)}: by the days between who first said the day that it came to be, with no other day said since, and the release. Not ready: at least one thing that was to be arranged was not.`,
    warnings: [],
    rowsAre: 'The day was known',
    series: [
      { id: 'good', name: 'Released on a good day', unit: 'events' },
      { id: 'awkward', name: 'On a Friday, before a holiday or on a closed day', unit: 'events' },
      { id: 'gaps', name: 'Not ready', unit: 'events' },
    ],
    rows:
      happened.length === 0
        ? []
        : rows.map(({ id, name }) => ({ id, name, values: ['good', 'awkward', 'gaps'].map((one) => tally.times(id, one)) })),
    behind: tally.behind,
  };
}
