import { minutesOfClock } from '../../../../../shared/agenda/clock-time';
import type { AgendaView } from '../../../../../shared/views/agenda';

/** When a case is heard, over all rows of the picture; pixels from the left. */
export interface CaseSpan {
  readonly itemId: string;
  readonly x: number;
  readonly width: number;
  readonly number: number;
}

/** Every case of the agenda in its order, on a picture so many pixels wide. */
export function caseSpans(view: AgendaView, width: number): readonly CaseSpan[] {
  const startsAt = minutesOfClock(view.meeting.startsAt);
  const scale = width / Math.max(1, view.totalMinutes);
  return [...view.items]
    .sort((one, other) => one.position - other.position)
    .map((item) => ({
      itemId: item.id,
      x: ((minutesOfClock(item.startsAt) - startsAt + 1440) % 1440) * scale,
      width: item.minutes * scale,
      number: item.position,
    }));
}

/** The case at a place of the picture; null in a break and before the first. */
export function caseAt(spans: readonly CaseSpan[], x: number): CaseSpan | null {
  return spans.find((span) => x >= span.x && x < span.x + span.width) ?? null;
}

/** Two figures and what keeps them apart from the next. */
const numberRoom = 22;

/**
 * Which cases are numbered over the rows, so that a block too short for its own number can still be told: each where
 * there is room, else every second, fifth or tenth, and none so near to what is `taken` by the marked one that they touch.
 */
export function numbersOver(spans: readonly CaseSpan[], taken: number | null): readonly { readonly x: number; readonly number: number }[] {
  const middles = spans.map(({ x, width, number }) => ({ x: x + width / 2, number }));
  const isClear = (every: number) => {
    const shown = middles.filter(({ number }) => number % every === 0);
    return shown.every(({ x }, index) => index === 0 || x - (shown[index - 1]?.x ?? 0) >= numberRoom);
  };
  const every = [1, 2, 5, 10, 20, 50].find(isClear) ?? 100;
  return middles.filter(({ x, number }) => number % every === 0 && (taken === null || Math.abs(x - taken) >= numberRoom));
}
