import { minutesOfClock } from '../../../../shared/agenda/clock-time';
import type { AgencySlot } from '../../../../shared/views/agenda';
import type { ChairView } from '../../../../shared/views/chairing';

/** From and to, in minutes of the day. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface AsItStands {
  /** When each case is heard, by item id: the past by the plan, the rest laid after now. */
  readonly spans: ReadonlyMap<string, Span>;
  /** By break id. */
  readonly breaks: ReadonlyMap<string, Span>;
  /** Minutes that the current case has taken over its plan; 0 within it. */
  readonly caseOver: number;
  /** Minutes by which the conference ends later than planned; negative where it is ahead. */
  readonly late: number;
  /** Minutes of the day. */
  readonly endsAt: number;
}

type Standing = Pick<ChairView, 'items' | 'breaks' | 'currentItemId' | 'endsAt' | 'state' | 'startsAt'>;

/**
 * The rest of the conference laid out after now: what is left of the current case, then each waiting case and break at
 * its planned length. Before the start, and after the end, it is the plan.
 */
export function asItStands(view: Standing, secondsOnCurrent: number, now: number): AsItStands {
  const items = [...view.items].sort((one, other) => one.position - other.position);
  const isRunning = view.state === 'running';
  const plannedEnd = minutesOfClock(view.endsAt);
  const spans = new Map<string, Span>();
  const breaks = new Map<string, Span>();
  const current = items.find((item) => item.id === view.currentItemId);
  const spent = secondsOnCurrent / 60;
  let clock = isRunning ? now + (current ? Math.max(0, current.minutes - spent) : 0) : 0;
  const layBreaks = (from: number, to: number) => {
    for (const pause of view.breaks) {
      if (pause.afterPosition < from || pause.afterPosition >= to) continue;
      const start = isRunning ? clock : minutesOfClock(pause.startsAt);
      breaks.set(pause.id, { from: start, to: start + pause.minutes });
      clock += pause.minutes;
    }
  };
  let before = current?.position ?? 0;
  for (const item of items) {
    if (isRunning && item.id === view.currentItemId) {
      spans.set(item.id, { from: now - spent, to: clock });
    } else if (isRunning && item.state === 'waiting') {
      if (item.position > before) layBreaks(before, item.position);
      before = Math.max(before, item.position);
      spans.set(item.id, { from: clock, to: clock + item.minutes });
      clock += item.minutes;
    } else {
      const start = minutesOfClock(item.startsAt);
      spans.set(item.id, { from: start, to: start + item.minutes });
    }
  }
  if (!isRunning) layBreaks(0, Number.POSITIVE_INFINITY);
  const end = isRunning ? clock : plannedEnd;
  return {
    spans,
    breaks,
    caseOver: current ? Math.max(0, Math.floor(spent - current.minutes)) : 0,
    late: Math.round(end - plannedEnd),
    endsAt: end,
  };
}

/** When an agency's first case begins and its last one ends, as it stands; null where it has none. */
export function stayOf(slot: AgencySlot, spans: ReadonlyMap<string, Span>): Span | null {
  const own = slot.own.map(({ itemId }) => spans.get(itemId)).filter((span) => span !== undefined);
  if (own.length === 0) return null;
  return { from: Math.min(...own.map((span) => span.from)), to: Math.max(...own.map((span) => span.to)) };
}
