import { type Colour, colours, colourWord } from '../language/colour';
import { counted } from '../language/counted';
import { addDays, daysBetween, formatDay, formatPlainDay } from '../language/dates';
import { type CaseFact, type ColourFact, casesIn, colourOn, coloursByCase, isOnScheme, pointsOf } from './facts';
import { CaseTally, type CountedPicture, casesInWords, type InsightFilter, percentOf, pictureTitle, type Series } from './picture';

const noColour = { id: 'none', name: 'No colour' } as const;
const colourSeries: readonly Series[] = colours.map((id) => ({ id, name: colourWord[id], unit: 'cases' }));

/** How many cases stood at each colour, at the end of each stretch of the period (HMI 6.3, 6.45). */
export function coloursOverTime(cases: readonly CaseFact[], changes: readonly ColourFact[], filter: InsightFilter): CountedPicture {
  const chosen = casesIn(cases, filter);
  const byCase = coloursByCase(changes);
  const points = pointsOf(filter);
  const tally = new CaseTally();
  for (const one of chosen) {
    const own = byCase.get(one.id) ?? [];
    for (const day of points) if (isOnScheme(one, day)) tally.add(day, colourOn(own, day) ?? noColour.id, one.id);
  }
  const hasNone = points.some((day) => tally.count(day, noColour.id) > 0);
  const series: readonly Series[] = hasNone ? [...colourSeries, { ...noColour, unit: 'cases' }] : colourSeries;
  const totals = points.map((day) => series.reduce((sum, { id }) => sum + tally.count(day, id), 0));
  return {
    id: 'colours',
    title: pictureTitle.colours,
    finding: finding(points, tally),
    how: `Cases on the scheme at the end of each day named, by the colour that held then. ${Math.min(...totals).toLocaleString('en-GB')} to ${casesInWords(Math.max(...totals))}.`,
    warnings: [],
    rowsAre: 'At the end of',
    series,
    rows: points.map((day) => ({ id: day, name: formatPlainDay(day), values: series.map(({ id }) => tally.count(day, id)) })),
    behind: tally.behind,
  };
}

/** The colour that moved most, against the beginning of the period. */
function finding(points: readonly string[], tally: CaseTally): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return 'One day alone shows no change.';
  const moves = colours
    .map((colour) => ({ colour, by: tally.count(last, colour) - tally.count(first, colour) }))
    .filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const said = moves.slice(0, 2).map(({ colour, by }) => `${Math.abs(by)} ${by < 0 ? 'fewer' : 'more'} ${colourWord[colour]}`);
  return said.length === 0
    ? `As many of each colour as on ${formatPlainDay(first)}.`
    : `${said.join(' and ')} than on ${formatPlainDay(first)}.`;
}

/** From which colour to which cases went within the period. Confirming a colour is not a change. */
export function colourChangesIn(cases: readonly CaseFact[], changes: readonly ColourFact[], filter: InsightFilter): CountedPicture {
  const chosen = new Set(casesIn(cases, filter).map(({ id }) => id));
  const tally = new CaseTally();
  for (const [caseId, own] of coloursByCase(changes)) {
    if (!chosen.has(caseId)) continue;
    let before: Colour | null = null;
    for (const { colour, decidedOn } of own) {
      if (before !== null && before !== colour && decidedOn >= filter.from && decidedOn <= filter.to) tally.add(before, colour, caseId);
      before = colour;
    }
  }
  const allTo = (to: Colour) => colours.reduce((sum, from) => sum + tally.times(from, to), 0);
  const all = colours.reduce((sum, to) => sum + allTo(to), 0);
  return {
    id: 'colour-changes',
    title: pictureTitle['colour-changes'],
    finding:
      all === 0
        ? 'No colour changed in this period.'
        : `${counted(all, 'change')}: ${allTo('G').toLocaleString('en-GB')} to Green, ${allTo('R').toLocaleString('en-GB')} to Red.`,
    how: `Changes decided from ${formatPlainDay(filter.from)} to ${formatPlainDay(filter.to)}. A case may be counted more than once; a colour that was confirmed is not a change, nor is a first colour.`,
    warnings: [],
    rowsAre: 'From',
    series: colours.map((id) => ({ id, name: `to ${colourWord[id]}`, unit: 'changes' })),
    rows: colours.map((from) => ({
      id: from,
      name: `From ${colourWord[from]}`,
      values: colours.map((to) => (from === to ? null : tally.times(from, to))),
    })),
    behind: tally.behind,
  };
}

/** How much of the time on the scheme was spent at each colour, and how long a spell of it lasted. */
export function timeInColour(cases: readonly CaseFact[], changes: readonly ColourFact[], filter: InsightFilter): CountedPicture {
  const byCase = coloursByCase(changes);
  const tally = new CaseTally();
  const days = new Map<Colour, number>();
  const spells = new Map<Colour, number[]>();
  // The day after the last one that counts, so that a length is a difference of days.
  const end = addDays(filter.to, 1);
  for (const one of casesIn(cases, filter)) {
    const own = spellsOf(byCase.get(one.id) ?? [], end);
    for (const [at, stay] of one.stays.entries()) {
      const start = stay.from !== null && stay.from > filter.from ? stay.from : filter.from;
      const stop = stay.until !== null && stay.until < end ? stay.until : end;
      // Whoever comes back begins anew, at whatever colour they had left with.
      const anew = at === 0 ? '' : (stay.from ?? '');
      for (const { colour, from, to } of own) {
        const length = daysBetween(from > start ? from : start, to < stop ? to : stop);
        if (length <= 0) continue;
        days.set(colour, (days.get(colour) ?? 0) + length);
        tally.add(colour, 'share', one.id);
        tally.add(colour, 'cases', one.id);
        const known = spells.get(colour) ?? [];
        spells.set(colour, known);
        known.push(daysBetween(from > anew ? from : anew, to < stop ? to : stop));
      }
    }
  }
  const all = [...days.values()].reduce((sum, each) => sum + each, 0);
  const longest = [...colours].sort((a, b) => (days.get(b) ?? 0) - (days.get(a) ?? 0))[0] ?? 'R';
  return {
    id: 'time-in-colour',
    title: pictureTitle['time-in-colour'],
    finding:
      all === 0
        ? 'Nobody had a colour in this period.'
        : `Most time was spent ${colourWord[longest]}: ${percentOf(days.get(longest) ?? 0, all)}% of all days.`,
    how: `Days on the scheme from ${formatDay(filter.from)} to ${formatPlainDay(filter.to)}. A spell runs until a day ends at another colour; one that still runs is counted to the end of the period, and whoever comes back begins another.`,
    warnings: [],
    rowsAre: 'Colour',
    series: [
      { id: 'share', name: 'Share of days', unit: 'percent' },
      { id: 'spell', name: 'Middle length of a spell', unit: 'days' },
      { id: 'cases', name: 'Cases', unit: 'cases' },
    ],
    rows: colours.map((colour) => ({
      id: colour,
      name: colourWord[colour],
      values: [percentOf(days.get(colour) ?? 0, all), medianOf(spells.get(colour) ?? []), tally.count(colour, 'cases')],
    })),
    behind: tally.behind,
  };
}

/**
 * Unbroken runs of one colour, each from its first day to the day on which the next begins. The colour of a day is the one
 * that held at its end: what changed and changed back within it breaks no run.
 */
function spellsOf(
  changes: readonly ColourFact[],
  end: string,
): readonly { readonly colour: Colour; readonly from: string; readonly to: string }[] {
  const lastOfDay = changes.filter(({ decidedOn }, index) => changes[index + 1]?.decidedOn !== decidedOn);
  const starts = lastOfDay.filter(({ colour }, index) => lastOfDay[index - 1]?.colour !== colour);
  return starts.map(({ colour, decidedOn }, index) => ({ colour, from: decidedOn, to: starts[index + 1]?.decidedOn ?? end }));
}

/** The middle of several; between two, their mean rounded. Null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2);
}
