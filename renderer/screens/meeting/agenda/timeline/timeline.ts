import { clockOfMinutes, minutesOfClock } from '../../../../../shared/agenda/clock-time';
import type { AgendaView } from '../../../../../shared/views/agenda';
import { type CaseSpan, caseSpans } from './timeline-cases';

/** Pixels from the left, unless it says otherwise. */
export interface TimelineBlock {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  /** The case's number, where there is room for it. */
  readonly label: string;
  readonly itemId: string | null;
  /** A rule about this case does not hold. */
  readonly isBroken?: boolean;
}

export interface TimelineRow {
  readonly agencyId: string;
  readonly isCore: boolean;
  /** One, or one in each of two sittings; by call, one a case. A break within one is seen as part of it. */
  readonly stays: readonly { readonly from: number; readonly to: number }[];
  /** When it can come, where that is limited. */
  readonly window: { readonly x: number; readonly width: number; readonly words: string; readonly labelAt: number | null } | null;
  /** A rule about when it is in the room does not hold. */
  readonly isBroken: boolean;
  readonly own: readonly TimelineBlock[];
  readonly waiting: readonly TimelineBlock[];
  /** `10:11–11:19`. */
  readonly words: string;
  readonly isRemote: boolean;
  readonly waits: number;
}

export interface Timeline {
  readonly width: number;
  readonly ticks: readonly { readonly x: number; readonly text: string; readonly isHour: boolean }[];
  readonly columns: readonly { readonly key: string; readonly x: number; readonly width: number; readonly title: string }[];
  /** The selected case, over all rows. */
  readonly marked: CaseSpan | null;
  readonly rows: readonly TimelineRow[];
  /** Each case, over all rows. */
  readonly cases: readonly CaseSpan[];
}

const digitWidth = 6.5;
const labelRoom = (text: string) => text.length * digitWidth + 0.6;

/** Pixels from the left edge within which the first label leaves no room for the middle of the next. */
const firstLabelRoom = 58;

/** The hours above the rows. */
export const axisTall = 36;

/** Of the window, what stands over the first row. */
const overRows = 212;
/** Narrower than this, a name and its times stand over one another rather than take the picture's room. */
const leastForOneLine = 560;

const least = { dense: 31, line: 24 };
/** To scroll so far costs less than the room that names and times in one line take from the numbers of the cases. */
const slightly = 1.15;
/** From here on there is room for both. */
const wide = 900;

export interface RowLook {
  readonly tall: number;
  /** `line`: the name, its times and its waiting in one line; else the times stand under the name. */
  readonly look: 'usual' | 'dense' | 'line';
}

/** Rows as tall as lets all agencies be seen at once, down to what can still be read; then they scroll. In pixels. */
export function rowLook(rows: number, windowTall: number, partWide: number): RowLook {
  const room = windowTall - overRows;
  if (rows <= 13 && rows * 43 <= room) return { tall: 43, look: 'usual' };
  if (rows * least.dense <= room * (partWide < wide ? slightly : 1) || partWide < leastForOneLine)
    return { tall: Math.min(34, Math.max(least.dense, Math.floor(room / rows))), look: 'dense' };
  return { tall: Math.min(30, Math.max(least.line, Math.floor(room / rows))), look: 'line' };
}

/** Minutes between labels, so that they keep 44 pixels apart. */
function tickStep(pixelsPerMinute: number): number {
  return [5, 10, 15, 30, 60, 120].find((step) => step * pixelsPerMinute >= 44) ?? 240;
}

/** Core agencies first, then each in the order in which it comes. */
export function layOutTimeline(view: AgendaView, width: number, selectedId: string | null): Timeline {
  const startsAt = minutesOfClock(view.meeting.startsAt);
  const scale = width / Math.max(1, view.totalMinutes);
  const x = (minute: number) => minute * scale;
  const step = tickStep(scale);
  const first = Math.ceil(startsAt / step) * step;
  const ticks: { x: number; text: string; isHour: boolean }[] = [];
  for (let clock = first; clock <= startsAt + view.totalMinutes; clock += step)
    if (x(clock - startsAt) <= width - 14)
      ticks.push({ x: x(clock - startsAt), text: clockOfMinutes(clock), isHour: clock % Math.min(60, step * 2) === 0 });
  const [leftmost, second] = ticks;
  // A label at the very edge cannot stand in the middle over its line, so it reaches further towards the next one.
  if (leftmost && second && leftmost.x < 18 && second.x - leftmost.x < firstLabelRoom) ticks.splice(1, 1, { ...second, text: '' });
  const pauses = view.breaks.map((pause) => {
    const from = (minutesOfClock(pause.startsAt) - startsAt + 1440) % 1440;
    return { key: pause.id, x: x(from), width: x(pause.minutes), title: pause.title || 'Break' };
  });
  const between = view.between
    ? [{ key: 'between', x: x(view.between.from), width: x(view.between.to - view.between.from), title: 'Between sittings' }]
    : [];
  const idle = view.idle.map(({ from, to }) => ({ key: `idle ${from}`, x: x(from), width: x(to - from), title: '' }));
  const brokenItems = new Set(view.violations.flatMap(({ itemIds }) => itemIds));
  const brokenAgencies = new Set(view.violations.flatMap(({ rule, agencyIds }) => (rule === 'not-while' ? [] : agencyIds)));
  const opening = view.openingMinutes > 0 ? [{ key: 'opening', x: 0, width: x(view.openingMinutes), title: '' }] : [];
  const rows = [...view.slots]
    .sort((one, other) => Number(other.isCore) - Number(one.isCore) || one.arrives - other.arrives || one.leaves - other.leaves)
    .map(
      (slot): TimelineRow => ({
        agencyId: slot.agencyId,
        isCore: slot.isCore,
        stays: slot.stays.map(({ from, to }) => ({ from: x(from), to: x(to) })),
        window: windowOf(view, slot, x, startsAt, width),
        isBroken: brokenAgencies.has(slot.agencyId),
        own: slot.own.map((each) => {
          const text = String(each.position);
          const wide = x(each.to - each.from) - 1;
          return {
            key: each.itemId,
            x: x(each.from),
            width: Math.max(1, wide),
            label: !slot.isCore && wide >= labelRoom(text) ? text : '',
            itemId: each.itemId,
            isBroken: brokenItems.has(each.itemId),
          };
        }),
        waiting: slot.waiting.map((span) => ({
          key: String(span.from),
          x: x(span.from),
          width: x(span.to - span.from),
          label: '',
          itemId: null,
        })),
        words: slot.isThroughout ? 'throughout' : `${slot.arrivesAt}–${slot.leavesAt}`,
        isRemote: slot.isRemote,
        waits: slot.waits,
      }),
    );
  const cases = caseSpans(view, width);
  return {
    width,
    ticks,
    columns: [...opening, ...between, ...idle, ...pauses],
    marked: cases.find(({ itemId }) => itemId === selectedId) ?? null,
    rows,
    cases,
  };
}

const noteDigit = 6.2;

/** The window of an agency, with its words at its end where they are clear of every case. */
function windowOf(
  { rules, totalMinutes }: AgendaView,
  slot: AgendaView['slots'][number],
  x: (minute: number) => number,
  startsAt: number,
  width: number,
): TimelineRow['window'] {
  const visit = rules.visits.find(({ agencyId }) => agencyId === slot.agencyId);
  if (!visit || (visit.from === null && visit.until === null)) return null;
  const after = (clock: string) => ((minutesOfClock(clock) - startsAt + 2160) % 1440) - 720;
  const from = Math.min(Math.max(0, visit.from === null ? 0 : after(visit.from)), totalMinutes);
  const until = Math.min(Math.max(from, visit.until === null ? totalMinutes : after(visit.until)), totalMinutes);
  const words =
    visit.from !== null && visit.until !== null
      ? `${visit.from}–${visit.until} only`
      : visit.from !== null
        ? `from ${visit.from}`
        : `until ${visit.until}`;
  const end = Math.min(x(until), width) - 6;
  const isClear = end - words.length * noteDigit > x(Math.max(slot.leaves, from)) + 4;
  return { x: x(from) + 1, width: Math.max(4, x(until) - x(from) - 2), words, labelAt: isClear ? end : null };
}
