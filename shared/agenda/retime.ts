import type { AgendaItemState } from '../language/meeting';

const minute = 60_000;
/** Where the end has moved further than this, the conference is held at another time than planned, and is neither late nor early. */
const mostMinutesOff = 6 * 60;

/** Instants, in milliseconds since 1970, so that neither midnight nor the clock change can bend them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface RunningItem {
  readonly id: string;
  readonly position: number;
  readonly minutes: number;
  readonly state: AgendaItemState;
  /** By the plan, in minutes from its start. */
  readonly plannedFrom: number;
  /** When it was last taken up, and ended; null until then. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** What it took before it was last taken up; all of it once it has ended. */
  readonly secondsBefore: number;
  /** It must not begin before this, in minutes from the start by the plan; null where any time will do. */
  readonly notBefore: number | null;
}

export interface RunningBreak {
  readonly id: string;
  readonly afterPosition: number;
  /** In minutes from the start by the plan, for a break at a time: it begins once the case discussed then has ended. */
  readonly at: number | null;
  readonly minutes: number;
  readonly plannedFrom: number;
}

/** A conference by its plan, and what has happened so far. */
export interface RunningMeeting {
  readonly startsAt: number;
  /** Minutes from start to end by the plan. */
  readonly plannedMinutes: number;
  /** Neither before its start nor after its end. */
  readonly isRunning: boolean;
  readonly items: readonly RunningItem[];
  readonly breaks: readonly RunningBreak[];
  /** When each agency was told to come, with its own cases. */
  readonly slots: readonly {
    readonly agencyId: string;
    readonly isCore: boolean;
    readonly arrives: number;
    readonly leaves: number;
    /** When it can come, where that is limited; in minutes from the start. */
    readonly from: number | null;
    readonly until: number | null;
    readonly own: readonly { readonly itemId: string }[];
  }[];
}

export interface ExpectedStay {
  readonly agencyId: string;
  readonly isCore: boolean;
  /** What the agency was told. */
  readonly planned: Span;
  /** From its next case to its last, as it stands; null where none of its cases is left. */
  readonly expected: Span | null;
  /** When it can come, as planned or told since; null where that is open. */
  readonly canCome: { readonly from: number | null; readonly until: number | null };
}

export interface Retimed {
  /** When each case was, is, or will be heard, by item id. */
  readonly spans: ReadonlyMap<string, Span>;
  /** By break id; a break that is over keeps its planned time. */
  readonly breaks: ReadonlyMap<string, Span>;
  readonly stays: readonly ExpectedStay[];
  readonly endsAt: number;
  /** Whole minutes by which it ends after its plan, negative where before; null where the plan no longer fits at all. */
  readonly late: number | null;
  /** Whole minutes that the current case has taken beyond its own. */
  readonly caseOver: number;
}

/**
 * The rest of a conference laid out after now: what is left of the current case, then each break and each case that is
 * still to be heard at its own length, first those after the current one, then those passed over. Each agency's coming
 * and going moves with its cases. Before the start and after the end it is the plan.
 *
 * @param now milliseconds since 1970.
 */
export function retime(meeting: RunningMeeting, now: number): Retimed {
  const items = [...meeting.items].sort((one, other) => one.position - other.position);
  const planned = (from: number, minutes: number): Span => spanOf(meeting.startsAt + from * minute, minutes * minute);
  const spans = new Map(items.map((item) => [item.id, isOver(item) ? happened(item, planned) : planned(item.plannedFrom, item.minutes)]));
  const breaks = new Map(meeting.breaks.map((pause) => [pause.id, planned(pause.plannedFrom, pause.minutes)]));
  const plannedEnd = meeting.startsAt + meeting.plannedMinutes * minute;
  let endsAt = plannedEnd;
  let caseOver = 0;
  if (meeting.isRunning) {
    const current = items.find(({ state }) => state === 'current') ?? null;
    const taken = current ? takenBy(current, now) : 0;
    const left = current ? Math.max(0, current.minutes * minute - taken) : 0;
    if (current) {
      spans.set(current.id, { from: now - taken, to: now + left });
      caseOver = Math.max(0, Math.floor((taken - current.minutes * minute) / minute));
    }
    endsAt = layRest(meeting, items, current, now, now + left, spans, breaks);
  }
  const over = new Set(items.filter(isOver).map(({ id }) => id));
  const at = (minutes: number | null) => (minutes === null ? null : meeting.startsAt + minutes * minute);
  const off = Math.round((endsAt - plannedEnd) / minute);
  return {
    spans,
    breaks,
    stays: meeting.slots.map(({ agencyId, isCore, arrives, leaves, from, until, own }) => {
      const canCome = { from: at(from), until: at(until) };
      return {
        agencyId,
        isCore,
        planned: planned(arrives, leaves - arrives),
        canCome,
        expected: isCore
          ? clipped({ from: meeting.startsAt, to: endsAt }, canCome)
          : stayOver(own.flatMap(({ itemId }) => (over.has(itemId) ? [] : (spans.get(itemId) ?? [])))),
      };
    }),
    endsAt,
    late: Math.abs(off) > mostMinutesOff ? null : off,
    caseOver,
  };
}

const spanOf = (from: number, length: number): Span => ({ from, to: from + length });
const isOver = ({ state }: Pick<RunningItem, 'state'>) => state === 'discussed' || state === 'deferred';

/** What was heard stands at the time at which it was; what was passed over without being opened stands where it was planned. */
function happened(item: RunningItem, planned: (from: number, minutes: number) => Span): Span {
  return item.startedAt === null || item.endedAt === null
    ? planned(item.plannedFrom, item.minutes)
    : { from: item.startedAt, to: Math.max(item.startedAt, item.endedAt) };
}

/** A clock that was put back never makes a case take less than nothing. */
function takenBy({ startedAt, endedAt, secondsBefore }: RunningItem, now: number): number {
  const running = startedAt === null || endedAt !== null ? 0 : Math.max(0, now - startedAt);
  return secondsBefore * 1000 + running;
}

function layRest(
  { startsAt, breaks: pauses }: RunningMeeting,
  items: readonly RunningItem[],
  current: RunningItem | null,
  now: number,
  from: number,
  spans: Map<string, Span>,
  breaks: Map<string, Span>,
): number {
  const last = current ?? lastHeard(items);
  const reached = last?.position ?? 0;
  const latestBegun = Math.max(Number.NEGATIVE_INFINITY, ...items.flatMap(({ startedAt }) => startedAt ?? []));
  const waiting = items.filter(({ state }) => state === 'waiting');
  const rest = [...waiting.filter(({ position }) => position > reached), ...waiting.filter(({ position }) => position <= reached)];
  const ahead = new Set(
    pauses.filter(({ at, afterPosition }) => (at === null ? afterPosition >= reached : latestBegun < startsAt + at * minute)),
  );
  let clock = last === null ? from + openingLeft(startsAt, rest[0], now) : from;
  for (const item of rest) {
    const notBefore = item.notBefore === null ? Number.NEGATIVE_INFINITY : startsAt + item.notBefore * minute;
    for (const pause of ahead) {
      const isDue = pause.at === null ? pause.afterPosition < item.position : startsAt + pause.at * minute <= Math.max(clock, notBefore);
      if (!isDue) continue;
      ahead.delete(pause);
      const earliest = pause.at === null ? clock : Math.max(clock, startsAt + pause.at * minute);
      // One that began when the last case ended is not held a second time.
      const hasBegun = current === null && clock === now && last?.endedAt != null && (pause.at !== null || pause.afterPosition === reached);
      const began = hasBegun && earliest === clock ? Math.min(Math.max(last.endedAt, startOf(pause, startsAt)), now) : earliest;
      const span = { from: began, to: Math.max(clock, began + pause.minutes * minute) };
      breaks.set(pause.id, span);
      clock = span.to;
    }
    clock = Math.max(clock, notBefore);
    spans.set(item.id, spanOf(clock, item.minutes * minute));
    clock += item.minutes * minute;
  }
  return clock;
}

const startOf = ({ at }: RunningBreak, startsAt: number) => (at === null ? Number.NEGATIVE_INFINITY : startsAt + at * minute);

/** Until the first case is taken up, the opening takes what the plan leaves of it: never more than was planned. */
function openingLeft(startsAt: number, first: RunningItem | undefined, now: number): number {
  const opening = (first?.plannedFrom ?? 0) * minute;
  return Math.min(opening, Math.max(0, startsAt + opening - now));
}

/** The case that ended last: after it the conference stands still. */
function lastHeard(items: readonly RunningItem[]): RunningItem | null {
  const ended = items.filter((item) => isOver(item) && item.endedAt !== null);
  return ended.reduce<RunningItem | null>((last, item) => ((item.endedAt ?? 0) >= (last?.endedAt ?? 0) ? item : last), null);
}

/** Null where nothing of it is left. */
function clipped({ from, to }: Span, canCome: ExpectedStay['canCome']): Span | null {
  const span = { from: Math.max(from, canCome.from ?? from), to: Math.min(to, canCome.until ?? to) };
  return span.from < span.to ? span : null;
}

function stayOver(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
