import { type Colour, colours, colourWord } from '../language/colour';
import { addDays, daysBetween, formatPlainDay } from '../language/dates';
import { byName } from '../language/in-order';
import { type CaseFact, type ColourFact, casesIn, colourOn, coloursByCase, isOnScheme, stayOn } from './facts';
import { CaseTally, type CountedPicture, casesInWords, type InsightFilter, pictureTitle, type Series } from './picture';

const casesSeries: readonly Series[] = [{ id: 'cases', name: 'Cases', unit: 'cases' }];

const reviewBands = [
  { id: 'over-12', name: 'More than 12 weeks late', isIn: (days: number) => days > 84 },
  { id: 'over-4', name: '4 to 12 weeks late', isIn: (days: number) => days > 28 && days <= 84 },
  { id: 'late', name: 'Up to 4 weeks late', isIn: (days: number) => days > 0 && days <= 28 },
  { id: 'soon', name: 'Due within 4 weeks', isIn: (days: number) => days <= 0 && days >= -28 },
  { id: 'later', name: 'Due later', isIn: (days: number) => days < -28 },
] as const;

/** Reviews due and overdue (CAM R19). Half of a cohort was once past the two years after which each place was to be reviewed (CAM 2.1.7). */
export function reviewsDue(cases: readonly CaseFact[], filter: InsightFilter): CountedPicture {
  const tally = new CaseTally();
  const onScheme = casesIn(cases, filter).filter((one) => isOnScheme(one, filter.to));
  for (const { id, reviewDue } of onScheme) {
    const band = reviewDue === null ? null : reviewBands.find(({ isIn }) => isIn(daysBetween(reviewDue, filter.to)));
    tally.add(band?.id ?? 'none', 'cases', id);
  }
  const late = ['over-12', 'over-4', 'late'].reduce((sum, band) => sum + tally.count(band, 'cases'), 0);
  const none = tally.count('none', 'cases');
  return {
    id: 'reviews',
    title: pictureTitle.reviews,
    finding: `${late} of ${onScheme.length} reviews are overdue${none > 0 ? `, and ${none} have no date` : ''}.`,
    how: `${casesInWords(onScheme.length)} on the scheme on ${formatPlainDay(filter.to)}, by the review date that they have now.`,
    warnings: [],
    rowsAre: 'Review',
    series: casesSeries,
    rows: [...reviewBands, { id: 'none', name: 'No date set' }].map(({ id, name }) => ({ id, name, values: [tally.count(id, 'cases')] })),
    behind: tally.behind,
  };
}

const stayBands = [
  { id: 'half', name: 'Under 6 months', days: 183 },
  { id: 'year', name: '6 to 12 months', days: 365 },
  { id: 'year-and-half', name: '12 to 18 months', days: 548 },
  { id: 'two-years', name: '18 to 24 months', days: 730 },
  { id: 'longer', name: 'Over 2 years', days: Number.POSITIVE_INFINITY },
] as const;

/** How long cases have been on the scheme, with the two-year mark (CAM 2.1.7, 4.1.13), and their colour. */
export function timeOnScheme(cases: readonly CaseFact[], changes: readonly ColourFact[], filter: InsightFilter): CountedPicture {
  const byCase = coloursByCase(changes);
  const tally = new CaseTally();
  const onScheme = casesIn(cases, filter).filter((one) => isOnScheme(one, filter.to));
  for (const one of onScheme) {
    const adoptedOn = stayOn(one, filter.to)?.from ?? null;
    const stay = adoptedOn === null ? null : daysBetween(adoptedOn, addDays(filter.to, 1));
    const band = stay === null ? null : stayBands.find(({ days }) => stay <= days);
    const colour: Colour | null = colourOn(byCase.get(one.id) ?? [], filter.to);
    tally.add(band?.id ?? 'unknown', colour ?? 'none', one.id);
  }
  const series: readonly Series[] = [
    ...colours.map((id): Series => ({ id, name: colourWord[id], unit: 'cases' })),
    { id: 'none', name: 'No colour', unit: 'cases' },
  ];
  const all = (band: string) => series.reduce((sum, { id }) => sum + tally.count(band, id), 0);
  const unknown = all('unknown') > 0 ? [{ id: 'unknown', name: 'Not recorded' }] : [];
  return {
    id: 'time-on-scheme',
    title: pictureTitle['time-on-scheme'],
    finding: `${all('longer')} of ${onScheme.length} have been on it for more than two years.`,
    how: `${casesInWords(onScheme.length)} on the scheme on ${formatPlainDay(filter.to)}, by the days since the adoption that held then and the colour that day.`,
    warnings: [],
    rowsAre: 'Time since adoption',
    series,
    rows: [...stayBands, ...unknown].map(({ id, name }) => ({ id, name, values: series.map((one) => tally.count(id, one.id)) })),
    behind: tally.behind,
  };
}

export interface ManagerName {
  readonly id: string;
  readonly name: string;
}

/** Cases by case manager and colour: who carries how much, and how hard it is. */
export function workload(
  cases: readonly CaseFact[],
  changes: readonly ColourFact[],
  people: readonly ManagerName[],
  filter: InsightFilter,
): CountedPicture {
  const byCase = coloursByCase(changes);
  const tally = new CaseTally();
  const onScheme = casesIn(cases, filter).filter((one) => isOnScheme(one, filter.to));
  for (const one of onScheme) tally.add(one.leadPersonId ?? '', colourOn(byCase.get(one.id) ?? [], filter.to) ?? 'none', one.id);
  const series: readonly Series[] = [
    ...colours.map((id): Series => ({ id, name: colourWord[id], unit: 'cases' })),
    { id: 'none', name: 'No colour', unit: 'cases' },
  ];
  const all = (person: string) => series.reduce((sum, { id }) => sum + tally.count(person, id), 0);
  const shown = [...people, { id: '', name: 'Nobody named' }]
    .filter(({ id }) => all(id) > 0)
    .sort((a, b) => all(b.id) - all(a.id) || byName(a.name, b.name));
  const most = shown[0];
  return {
    id: 'workload',
    title: pictureTitle.workload,
    finding: workloadFinding(most, most ? all(most.id) : 0, onScheme.length),
    how: `${casesInWords(onScheme.length)} on the scheme on ${formatPlainDay(filter.to)}, by the case manager named on each now and its colour that day.`,
    warnings: ['How many cases somebody has is not how much work they are: colour, risk and custody weigh more than the number.'],
    rowsAre: 'Case manager',
    series,
    rows: shown.map(({ id, name }) => ({ id, name, values: series.map((one) => tally.count(id, one.id)) })),
    behind: tally.behind,
  };
}

function workloadFinding(most: ManagerName | undefined, own: number, all: number): string {
  if (!most) return 'Nobody is on the scheme.';
  return most.id === ''
    ? `Most cases, ${own} of ${all}, have no case manager named on them.`
    : `${most.name} has the most cases: ${own} of ${all}.`;
}
