import type { AgencySlot } from '../views/agenda';
import { clockOfMinutes, minutesOfClock } from './clock-time';

export interface PlannedCase {
  readonly id: string;
  readonly minutes: number;
  /** The agencies that the case concerns. One that is not among the agencies of the plan is passed over. */
  readonly agencyIds: readonly string[];
}

export interface PlannedBreak {
  readonly id: string;
  /** Comes after this many cases; 0 is before the first. */
  readonly afterPosition: number;
  readonly minutes: number;
}

export interface DayToPlan {
  /** `HH:MM` in the scheme's place. */
  readonly startsAt: string;
  /** Before the first case: opening and the statement. */
  readonly openingMinutes: number;
  /** In the order in which they are discussed. */
  readonly items: readonly PlannedCase[];
  readonly breaks: readonly PlannedBreak[];
  readonly agencies: readonly { readonly id: string; readonly isCore: boolean }[];
}

/** A stretch of the meeting, in minutes from its start. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface LaidItem extends Stretch {
  readonly id: string;
  /** From 1. */
  readonly position: number;
  /** `HH:MM`. */
  readonly startsAt: string;
}

export interface LaidBreak extends Stretch {
  readonly id: string;
  /** `HH:MM`. */
  readonly startsAt: string;
}

export interface DayPlan {
  readonly items: readonly LaidItem[];
  readonly breaks: readonly LaidBreak[];
  /** In the order of `agencies`. A partner whom no case concerns has none. */
  readonly slots: readonly AgencySlot[];
  readonly totalMinutes: number;
  /** `HH:MM`. */
  readonly endsAt: string;
  /** Minutes that partners wait in all, core agencies left out. */
  readonly waiting: number;
}

/**
 * Lays the cases and breaks one after another and says when each agency is in the room. A partner stays from the start
 * of its first case to the end of its last (CAM 3.3.19); core agencies stay throughout and never wait, and nobody waits
 * through a break. A break after the last case has nothing to come back for, so it takes no time.
 */
export function planDay({ startsAt, openingMinutes, items, breaks, agencies }: DayToPlan): DayPlan {
  const start = minutesOfClock(startsAt);
  const clockAfter = (minutes: number) => clockOfMinutes(start + minutes);
  const { laid, pauses, totalMinutes } = lay(items, breaks, openingMinutes);
  const concerned = items.map(({ agencyIds }) => new Set(agencyIds));

  const slots = agencies.flatMap(({ id, isCore }): AgencySlot[] => {
    const isOwn = laid.map((_, index) => isCore || concerned[index]?.has(id) === true);
    const own = laid.filter((_, index) => isOwn[index]);
    const first = own[0];
    const last = own.at(-1);
    if (!isCore && (!first || !last)) return [];
    const arrives = isCore || !first ? 0 : first.from;
    const leaves = isCore || !last ? totalMinutes : last.to;
    const waiting = joined(laid.filter(({ from, to }, index) => !isOwn[index] && from >= arrives && to <= leaves && to > from));
    return [
      {
        agencyId: id,
        isCore,
        arrives,
        leaves,
        arrivesAt: clockAfter(arrives),
        leavesAt: clockAfter(leaves),
        waits: waiting.reduce((sum, { from, to }) => sum + to - from, 0),
        own: own.map(({ id: itemId, position, from, to }) => ({ itemId, position, from, to })),
        waiting,
      },
    ];
  });

  return {
    items: laid.map((item) => ({ ...item, startsAt: clockAfter(item.from) })),
    breaks: pauses.map((pause) => ({ ...pause, startsAt: clockAfter(pause.from) })),
    slots,
    totalMinutes,
    endsAt: clockAfter(totalMinutes),
    waiting: slots.reduce((sum, { waits }) => sum + waits, 0),
  };
}

function lay(items: readonly PlannedCase[], breaks: readonly PlannedBreak[], openingMinutes: number) {
  let clock = openingMinutes;
  const laid: Omit<LaidItem, 'startsAt'>[] = [];
  const pauses = new Map<string, Stretch>();
  const pauseAfter = (position: number) => {
    for (const { id, afterPosition, minutes } of breaks) {
      if (afterPosition !== position) continue;
      pauses.set(id, { from: clock, to: clock + minutes });
      clock += minutes;
    }
  };
  for (const [index, { id, minutes }] of items.entries()) {
    pauseAfter(index);
    laid.push({ id, position: index + 1, from: clock, to: clock + minutes });
    clock += minutes;
  }
  return { laid, pauses: breaks.map(({ id }) => ({ id, ...(pauses.get(id) ?? { from: clock, to: clock }) })), totalMinutes: clock };
}

/** Stretches that touch become one; a break between two keeps them apart. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const { from, to } of stretches) {
    const before = result.at(-1);
    if (before?.to === from) result[result.length - 1] = { from: before.from, to };
    else result.push({ from, to });
  }
  return result;
}
