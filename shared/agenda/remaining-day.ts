import { minutesOfClock } from './clock-time';
import type { DayToPlan, PlannedCase } from './day-rules';

/** How far a meeting has come. */
export interface Progress {
  /** The wall clock, `HH:MM`. */
  readonly now: string;
  /** Cases discussed or deferred, in whatever order that was. */
  readonly doneIds: readonly string[];
  readonly currentId: string | null;
  /** Minutes that the current case is still likely to take; 0 where it is over its time. */
  readonly currentMinutes: number;
  /** Agencies in the room. */
  readonly hereIds: readonly string[];
}

/**
 * What is left of a meeting, as a day of its own that begins when the current case ends: the cases still waiting, the
 * breaks still to come, and whoever is in the room then. Rules about cases already heard go on where they still ask for
 * something: what belongs with the current case comes next, and the agencies of a case that was heard are kept apart from
 * those of one to come.
 */
export function remainingDay(day: DayToPlan, { now, doneIds, currentId, currentMinutes, hereIds }: Progress): DayToPlan {
  const isHeard = (id: string) => id === currentId || doneIds.includes(id);
  const heard = day.items.filter(({ id }) => isHeard(id));
  const current = heard.find(({ id }) => id === currentId);
  const start = minutesOfClock(day.startsAt);
  const passed = minutesOfClock(now) - start;
  // A meeting that runs past midnight is nearer to its start the other way round.
  const elapsed = passed < -12 * 60 ? passed + 24 * 60 : passed;
  const next = partnerOf(day, currentId, isHeard);
  const items = day.items
    .filter(({ id }) => !isHeard(id))
    .map(
      (item): PlannedCase => ({
        ...item,
        pinnedTo: item.id === next ? 1 : item.pinnedTo == null ? null : Math.max(1, item.pinnedTo - heard.length),
      }),
    );
  const clock = (time: string) => {
    const minutes = minutesOfClock(time) - start;
    return minutes < -12 * 60 ? minutes + 24 * 60 : minutes;
  };
  const { rules } = day;
  /** It has said that it comes later, so it misses the case that is on. */
  const isYetToCome = (id: string) => {
    const from = rules?.visits.find(({ agencyId }) => agencyId === id)?.from ?? null;
    return from !== null && clock(from) > elapsed;
  };
  const sittings = rules?.sittings ?? null;
  const isSecond = sittings !== null && elapsed >= clock(sittings.secondStartsAt);
  return {
    ...day,
    openingMinutes: elapsed + currentMinutes,
    items: onePinEach(items, next),
    heard: [...(day.heard ?? []), ...heard],
    breaks: day.breaks
      .filter(({ at, afterPosition }) => (at == null ? afterPosition >= heard.length : clock(at) > elapsed))
      .map((pause) => ({ ...pause, afterPosition: pause.afterPosition - heard.length })),
    hereIds: [...new Set([...hereIds, ...(current?.agencyIds.filter((id) => !isYetToCome(id)) ?? [])])],
    ...(rules && isSecond
      ? {
          rules: {
            ...rules,
            sittings: null,
            mostMinutes:
              rules.mostMinutes === null ? null : rules.mostMinutes + clock(sittings.secondStartsAt) - clock(sittings.firstEndsAt),
          },
        }
      : {}),
  };
}

/** The case still to come that belongs with the current one. */
function partnerOf({ rules }: DayToPlan, currentId: string | null, isHeard: (id: string) => boolean): string | undefined {
  if (currentId === null) return undefined;
  return rules?.caseRules
    .flatMap((rule) => (rule.kind === 'together' && rule.itemIds.includes(currentId) ? rule.itemIds : []))
    .find((id) => !isHeard(id));
}

/** Two pins to one position leave it to the case that must come next, else to the first of them. */
function onePinEach(items: readonly PlannedCase[], next: string | undefined): readonly PlannedCase[] {
  const taken = new Set<number>(next === undefined ? [] : [1]);
  return items.map((item) => {
    if (item.pinnedTo == null || item.id === next) return item;
    const isFree = !taken.has(item.pinnedTo) && item.pinnedTo <= items.length;
    taken.add(item.pinnedTo);
    return isFree ? item : { ...item, pinnedTo: null };
  });
}
