import { formatPlainDay } from '../language/dates';
import { byName } from '../language/in-order';
import { type ActionFact, type CaseFact, casesIn } from './facts';
import { type CountedPicture, type InsightFilter, percentOf, pictureTitle, type Series } from './picture';

const kinds = [
  ['done-in-time', 'Done in time'],
  ['done-late', 'Done late'],
  ['circumstances-changed', 'Circumstances changed'],
  ['agency-did-not-act', 'Agency did not act'],
  ['withdrawn', 'Withdrawn'],
  ['overdue', 'Open and overdue'],
  ['open', 'Open, not yet due'],
] as const;
type Kind = (typeof kinds)[number][0];

/**
 * How an action stood at the end of a day. Done in time is what was settled by its due day, or at the first conference on
 * or after it: what an agency did by Friday is often heard of on Tuesday.
 *
 * @param conferences the days on which conferences were held, the earliest first.
 */
export function standingOf({ outcome, closedOn, dueOn }: ActionFact, day: string, conferences: readonly string[]): Kind {
  if (outcome === null || (closedOn !== null && closedOn > day)) return dueOn !== null && dueOn < day ? 'overdue' : 'open';
  if (outcome !== 'done') return outcome;
  if (dueOn === null || closedOn === null || closedOn <= dueOn) return 'done-in-time';
  return closedOn <= firstFrom(conferences, dueOn) ? 'done-in-time' : 'done-late';
}

/** The first of sorted days that is not before a day; that day itself where there is none. */
function firstFrom(days: readonly string[], day: string): string {
  let from = 0;
  let to = days.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle] ?? '') < day) from = middle + 1;
    else to = middle;
  }
  return days[from] ?? day;
}

export interface AgencyName {
  readonly id: string;
  readonly name: string;
}

/** What became of the actions that fell due, by agency, and how often they came back unfinished. */
export function actionCompletion(
  cases: readonly CaseFact[],
  actions: readonly ActionFact[],
  agencies: readonly AgencyName[],
  conferences: readonly string[],
  filter: InsightFilter,
): CountedPicture {
  const isAll = filter.area === null && filter.cohortPart === null;
  const chosen = new Set(casesIn(cases, filter).map(({ id }) => id));
  const isCounted = ({ caseId, dueOn, setOn }: ActionFact) => {
    const day = dueOn ?? setOn;
    if (day === null || day < filter.from || day > filter.to) return false;
    // A general action is nobody's case, so a choice among cases leaves it out.
    return caseId === null ? isAll : chosen.has(caseId);
  };
  const counts = new Map<string, Map<Kind | 'carried', number>>();
  for (const action of actions) {
    if (!isCounted(action)) continue;
    const agency = action.agencyId ?? '';
    const own = counts.get(agency) ?? new Map<Kind | 'carried', number>();
    counts.set(agency, own);
    const kind = standingOf(action, filter.to, conferences);
    own.set(kind, (own.get(kind) ?? 0) + 1);
    if (action.timesCarried > 0) own.set('carried', (own.get('carried') ?? 0) + action.timesCarried);
  }
  const count = (agency: string, kind: Kind | 'carried') => counts.get(agency)?.get(kind) ?? 0;
  const sum = (agency: string, some: readonly Kind[]) => some.reduce((all, kind) => all + count(agency, kind), 0);
  const every = kinds.map(([kind]) => kind);
  const shown = [...agencies, { id: '', name: 'No agency' }]
    .filter(({ id }) => sum(id, every) > 0)
    .sort((a, b) => sum(b.id, every) - sum(a.id, every) || byName(a.name, b.name));
  const ended = (['done-in-time', 'done-late', 'agency-did-not-act', 'overdue'] as const).reduce(
    (all, kind) => all + shown.reduce((some, { id }) => some + count(id, kind), 0),
    0,
  );
  const inTime = shown.reduce((all, { id }) => all + count(id, 'done-in-time'), 0);
  const series: readonly Series[] = [
    ...kinds.map(([id, name]): Series => ({ id, name, unit: 'actions' })),
    { id: 'carried', name: 'Times carried forward', unit: 'changes' },
  ];
  return {
    id: 'actions',
    title: pictureTitle.actions,
    finding:
      ended === 0
        ? 'No action fell due in this period.'
        : `${percentOf(inTime, ended)}% of what fell due and could be done was done in time.`,
    how: `Actions due from ${formatPlainDay(filter.from)} to ${formatPlainDay(filter.to)}, as they stood at its end; one without a date counts on the day it was set. In time is what was settled by its date or at the first conference after it. The share leaves out what was withdrawn, no longer possible or not yet due.`,
    warnings: [
      'Agencies stand in the order of how many actions they had, not of how well they did. Of few actions, one more or less changes a share a great deal.',
    ],
    rowsAre: 'Agency',
    series,
    rows: shown.map(({ id, name }) => ({ id, name, values: [...kinds.map(([kind]) => count(id, kind)), count(id, 'carried')] })),
    // Looked up when somebody asks: to gather the cases of each of 100,000 actions takes longer than to count them.
    behind(agency, series) {
      const own = actions.filter((action) => (action.agencyId ?? '') === agency && isCounted(action));
      const counted = own.filter((action) =>
        series === 'carried' ? action.timesCarried > 0 : standingOf(action, filter.to, conferences) === series,
      );
      return [...new Set(counted.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))];
    },
  };
}
