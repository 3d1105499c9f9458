import type { Colour } from '../../../shared/language/colour';
import { colourWord } from '../../../shared/language/colour';
import { addDays, daysBetween, formatDayWithYear, formatMonth } from '../../../shared/language/dates';
import { byText } from '../../../shared/language/in-order';

export interface RibbonInput {
  /** Oldest first, one a change. */
  readonly changes: readonly { readonly colour: Colour; readonly on: string }[];
  readonly today: string;
  /** Days of conferences that discussed the case. */
  readonly meetingDays?: readonly string[];
  readonly events?: readonly { readonly id: string; readonly title: string; readonly on: string }[];
  /** A release still to come, or null. */
  readonly releaseOn?: string | null;
  /** Pixels. */
  readonly width: number;
}

export interface Band {
  readonly colour: Colour;
  readonly from: number;
  readonly width: number;
  /** How much of the name there is room for. */
  readonly shows: 'word' | 'badge' | 'letter' | 'nothing';
}

export interface RibbonEvent {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Ribbon {
  readonly bands: readonly Band[];
  readonly todayX: number;
  /** Where the word Today stands: beside its line where the release's day needs the room under it. */
  readonly todayText: { readonly x: number; readonly anchor: 'middle' | 'end' };
  readonly meetings: readonly number[];
  readonly events: readonly RibbonEvent[];
  readonly months: readonly { readonly x: number; readonly text: string }[];
  readonly release: { readonly x: number; readonly day: string } | null;
  readonly words: string;
}

const gap = 2;
/** Wide enough for a letter of 12 px; narrower bands are shown without one. */
const letterRoom = 12;
const badgeRoom = 34;
const wordRoom = 80;
/** Pixels to a letter of the events' 12 px type, on the wide side. */
const letterWidth = 6.4;

function bandsOf({ changes, today }: RibbonInput, x: (day: string) => number): readonly Band[] {
  return changes.map(({ colour, on }, index) => {
    const next = changes[index + 1]?.on ?? today;
    const from = on === changes[0]?.on ? 0 : x(on);
    const width = Math.max(2, x(next) - from - gap);
    const shows = width >= wordRoom ? 'word' : width >= badgeRoom ? 'badge' : width >= letterRoom ? 'letter' : 'nothing';
    return { colour, from, width, shows };
  });
}

/** Labels that would run into one already placed are left out: the events are all in the history below. The newest come first. */
function eventsOf(
  events: RibbonInput['events'],
  first: string,
  last: string,
  width: number,
  x: (day: string) => number,
): readonly RibbonEvent[] {
  const taken: { readonly from: number; readonly to: number }[] = [];
  const placed: RibbonEvent[] = [];
  const inSight = (events ?? []).filter(({ on }) => on >= first && on <= last).sort((a, b) => byText(b.on, a.on));
  for (const { id, title, on } of inSight) {
    const short = title.length > 28 ? `${title.slice(0, 27).trimEnd()}…` : title;
    const at = x(on);
    const length = short.length * letterWidth;
    for (const anchor of ['middle', 'start', 'end'] as const) {
      const from = anchor === 'middle' ? at - length / 2 : anchor === 'start' ? at : at - length;
      const to = from + length;
      if (from < -1 || to > width || taken.some((other) => from < other.to + 12 && to > other.from - 12)) continue;
      taken.push({ from, to });
      placed.push({ id, title: short, x: at, anchor });
      break;
    }
  }
  return placed;
}

const todayWidth = 5 * letterWidth;
/** Room at the right for the day of the release. */
const releaseRoom = 90;

/** The months up to `end`, where another word begins. */
function monthsOf(first: string, last: string, width: number, end: number, x: (day: string) => number): Ribbon['months'] {
  const starts: string[] = [];
  for (let day = `${first.slice(0, 7)}-01`; day <= last; day = `${addDays(day, 31).slice(0, 7)}-01`) if (day >= first) starts.push(day);
  const every = Math.max(1, Math.ceil((starts.length * 64) / Math.max(1, width)));
  return starts
    .filter((_, index) => index % every === 0)
    .map((day, index) => ({
      x: x(day),
      text: index === 0 || day.slice(5, 7) === '01' || every >= 12 ? formatMonth(day) : formatMonth(day).slice(0, 3),
    }))
    .filter(({ x: at, text }) => at > 20 && at + (text.length * letterWidth) / 2 + 6 < end);
}

/** The story in a sentence, for whoever cannot see the picture. */
function wordsOf({ changes, today, releaseOn }: RibbonInput): string {
  if (changes.length === 0) return 'No colour has been decided yet.';
  const parts = changes.map(({ colour, on }) => `${colourWord[colour]} from ${formatDayWithYear(on)}`);
  const release = releaseOn && releaseOn >= today ? ` Release on ${formatDayWithYear(releaseOn)}.` : '';
  return `Colour over time: ${parts.join(', ')}, to today.${release}`;
}

/**
 * Where everything on the colour ribbon goes, in pixels from its left. Time runs evenly from the first colour to today,
 * and on to a release that is to come within the next quarter of that time; a later one is not drawn.
 */
export function layOutRibbon(input: RibbonInput): Ribbon {
  const { changes, today, width, meetingDays = [], events, releaseOn = null } = input;
  const first = changes[0]?.on ?? today;
  const past = Math.max(1, daysBetween(first, today));
  const ahead = releaseOn !== null && releaseOn >= today ? daysBetween(today, releaseOn) : 0;
  const isReleaseNear = releaseOn !== null && releaseOn >= today && ahead <= Math.max(60, past / 4);
  const last = isReleaseNear ? addDays(today, Math.max(14, Math.ceil(ahead * 1.35))) : today;
  // A first colour of today has had no time yet: the day itself is its band, or the picture would be empty.
  const firstDay = first === today ? 1 : 0;
  const span = Math.max(1, daysBetween(first, last) + firstDay);
  const todayX = ((daysBetween(first, today) + firstDay) / span) * width;
  const x = (day: string) =>
    day === today ? todayX : ((Math.max(0, daysBetween(first, day)) + (day > today ? firstDay : 0)) / span) * width;
  const todayText = isReleaseNear
    ? { x: Math.min(todayX, width - releaseRoom), anchor: 'middle' as const }
    : { x: todayX, anchor: 'end' as const };
  const todayFrom = todayText.x - (isReleaseNear ? todayWidth / 2 : todayWidth);
  return {
    bands: bandsOf(input, x),
    todayX,
    todayText,
    meetings: meetingDays.filter((day) => day >= first && day <= today).map(x),
    events: eventsOf(events, first, today, isReleaseNear ? todayX : width, x),
    months: monthsOf(first, today, width, todayFrom, x),
    release: isReleaseNear && releaseOn !== null ? { x: x(releaseOn), day: releaseOn } : null,
    words: wordsOf(input),
  };
}
