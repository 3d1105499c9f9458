import { clockOfMinutes, minutesOfClock } from '../../../../shared/agenda/clock-time';
import type { AgendaView } from '../../../../shared/views/agenda';

/** Pixels from the left, unless it says otherwise. */
export interface TimelineBlock {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  /** The case's number, where there is room for it. */
  readonly label: string;
  readonly itemId: string | null;
}

export interface TimelineRow {
  readonly agencyId: string;
  readonly isCore: boolean;
  readonly arrives: number;
  readonly leaves: number;
  readonly own: readonly TimelineBlock[];
  readonly waiting: readonly TimelineBlock[];
  /** The stay from arrival to departure, so that a break within it is seen as part of it. */
  readonly words: string;
  readonly waits: number;
}

export interface Timeline {
  readonly width: number;
  readonly ticks: readonly { readonly x: number; readonly text: string; readonly isHour: boolean }[];
  readonly columns: readonly { readonly key: string; readonly x: number; readonly width: number; readonly title: string }[];
  /** The selected case, over all rows. */
  readonly marked: { readonly x: number; readonly width: number; readonly number: number } | null;
  readonly rows: readonly TimelineRow[];
}

const digitWidth = 6.6;
const labelRoom = (text: string) => text.length * digitWidth + 1;

/** Pixels from the left edge within which the first label leaves no room for the middle of the next. */
const firstLabelRoom = 58;

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
  const opening = view.openingMinutes > 0 ? [{ key: 'opening', x: 0, width: x(view.openingMinutes), title: '' }] : [];
  const rows = [...view.slots]
    .sort((one, other) => Number(other.isCore) - Number(one.isCore) || one.arrives - other.arrives || one.leaves - other.leaves)
    .map(
      (slot): TimelineRow => ({
        agencyId: slot.agencyId,
        isCore: slot.isCore,
        arrives: x(slot.arrives),
        leaves: x(slot.leaves),
        own: slot.own.map((each) => {
          const text = String(each.position);
          const wide = x(each.to - each.from) - 1;
          return {
            key: each.itemId,
            x: x(each.from),
            width: Math.max(1, wide),
            label: !slot.isCore && wide >= labelRoom(text) ? text : '',
            itemId: each.itemId,
          };
        }),
        waiting: slot.waiting.map((span) => ({
          key: String(span.from),
          x: x(span.from),
          width: x(span.to - span.from),
          label: '',
          itemId: null,
        })),
        words: slot.isCore ? 'throughout' : `${slot.arrivesAt}–${slot.leavesAt}`,
        waits: slot.waits,
      }),
    );
  const item = view.items.find((each) => each.id === selectedId);
  const from = item ? (minutesOfClock(item.startsAt) - startsAt + 1440) % 1440 : 0;
  return {
    width,
    ticks,
    columns: [...opening, ...pauses],
    marked: item ? { x: x(from), width: x(item.minutes), number: item.position } : null,
    rows,
  };
}
