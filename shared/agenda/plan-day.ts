import type { AgencySlot } from '../views/agenda';
import { type BrokenRule, ruleBook } from './broken-rules';
import { minutesOfClock } from './clock-time';
import { type AgencyVisit, clockFrom, type DayToPlan, dayProblem, isLimited, windowOf } from './day-rules';
import { absent } from './stays';
import type { Timetable } from './timetable';
import { type AgendaViolation, violationsOf } from './violations';

export type { DayToPlan, PlannedBreak, PlannedCase } from './day-rules';

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
  /** Where the meeting rests until a case that has a fixed start. */
  readonly idle: readonly Stretch[];
  /** Between two sittings; null where there is one, or where all cases fit into the first. */
  readonly between: Stretch | null;
  /** From the start to the end, what lies between two sittings too. */
  readonly totalMinutes: number;
  /** `HH:MM`. */
  readonly endsAt: string;
  /** Minutes that partners wait in all, core agencies left out, and those in which the whole meeting rests. */
  readonly waiting: number;
  /** Rules that this order does not hold. */
  readonly violations: readonly AgendaViolation[];
  /** How far it is from the rules in all; 0 where they hold. */
  readonly violation: number;
}

/**
 * Lays the cases and breaks one after another, by the meeting's rules, and says when each agency is in the room and which
 * rules do not hold. A partner stays from the start of its first case to the end of its last (CAM 3.3.19), in each of two
 * sittings; core agencies stay throughout and wait for no case, and nobody waits through a break. A break after the last
 * case has nothing to come back for, so it takes no time. The order is taken as it is: nothing here moves a case.
 */
export function planDay(day: DayToPlan): DayPlan {
  const { startsAt, items, breaks, agencies } = day;
  const { problem, partnerIds, apartBy } = dayProblem(day);
  const book = ruleBook(problem);
  const order = items.map((_, index) => index);
  const broken: BrokenRule[] = [];
  const { violation, waiting } = book.weigh(order, (each) => broken.push(each));
  const { timetable, arrives, leaves } = book.stays(order);
  const clock = (minutes: number) => clockFrom(startsAt, minutes);
  const laid = items.map(({ id }, index) => ({
    id,
    position: index + 1,
    from: timetable.starts[index] ?? 0,
    to: timetable.ends[index] ?? 0,
    sitting: timetable.sitting[index] ?? 0,
  }));
  const concerned = items.map(({ agencyIds }) => new Set(agencyIds));
  const between = betweenSittings(timetable, laid, day.openingMinutes);
  const isSecond = ({ from }: Stretch) => between !== null && from >= between.to;
  const start = minutesOfClock(startsAt);
  const visits = new Map(day.rules?.visits.map((visit) => [visit.agencyId, visit]));
  const remote = new Set(day.rules?.visits.filter(({ isRemote }) => isRemote).map(({ agencyId }) => agencyId));

  const slots = agencies.flatMap(({ id, isCore }): AgencySlot[] => {
    const whole = isCore ? within(coreStays(timetable.end, between), visits.get(id), start) : [];
    const isOwn = laid.map(({ from, to }, index) =>
      isCore ? whole.some((stay) => stay.from <= from && to <= stay.to) : concerned[index]?.has(id) === true,
    );
    const own = laid.filter((_, index) => isOwn[index]);
    const partner = partnerIds.indexOf(id);
    if (isCore ? whole.length === 0 : partner < 0) return [];
    const isRemote = !isCore && remote.has(id);
    const stays = isCore
      ? whole
      : isRemote
        ? joined(own)
        : [partner, partnerIds.length + partner].flatMap((place) =>
            leaves[place] === absent ? [] : [{ from: arrives[place] ?? 0, to: leaves[place] ?? 0 }],
          );
    const waiting = stays.flatMap((stay) =>
      joined(
        [...laid.filter((_, index) => !isOwn[index]), ...timetable.idle]
          .filter(({ from, to }) => from >= stay.from && to <= stay.to && to > from)
          .sort((one, other) => one.from - other.from),
      ),
    );
    const from = stays[0]?.from ?? 0;
    const to = stays.at(-1)?.to ?? 0;
    return [
      {
        agencyId: id,
        isCore,
        isThroughout: isCore && !isLimited(visits.get(id)),
        isRemote,
        arrives: from,
        leaves: to,
        arrivesAt: clock(from),
        leavesAt: clock(to),
        stays: stays.map((stay) => ({
          ...stay,
          sitting: isSecond(stay) ? 2 : 1,
          arrivesAt: clock(stay.from),
          leavesAt: clock(stay.to),
        })),
        waits: waiting.reduce((sum, each) => sum + each.to - each.from, 0),
        own: own.map(({ id: itemId, position, from: start, to: end }) => ({ itemId, position, from: start, to: end })),
        waiting,
      },
    ];
  });
  const isInSitting = (place: number) => leaves[place] !== absent;
  const second = partnerIds.length;

  return {
    items: laid.map(({ sitting: _sitting, ...item }) => ({ ...item, startsAt: clock(item.from) })),
    breaks: breaks.map(({ id }, index) => {
      const from = timetable.breakStarts[index] ?? 0;
      return { id, from, to: timetable.breakEnds[index] ?? 0, startsAt: clock(from) };
    }),
    slots,
    idle: timetable.idle,
    between,
    totalMinutes: timetable.end,
    endsAt: clock(timetable.end),
    waiting,
    violation,
    violations: violationsOf(day, partnerIds, apartBy, broken, {
      start: (index) => clock(laid[index]?.from ?? 0),
      arrives: (agency) => clock(arrives[isInSitting(agency) ? agency : second + agency] ?? 0),
      leaves: (agency) => clock(leaves[isInSitting(second + agency) ? second + agency : agency] ?? 0),
    }),
  };
}

function betweenSittings(
  { minutesBetween }: Timetable,
  laid: readonly (Stretch & { readonly sitting: number })[],
  opening: number,
): Stretch | null {
  const second = laid.findIndex(({ sitting }) => sitting === 1);
  if (second < 0 || minutesBetween === 0) return null;
  const from = laid[second - 1]?.to ?? opening;
  return { from, to: from + minutesBetween };
}

const coreStays = (end: number, between: Stretch | null): readonly Stretch[] =>
  between
    ? [
        { from: 0, to: between.from },
        { from: between.to, to: end },
      ]
    : [{ from: 0, to: end }];

/** Of the stays of an agency that stays throughout, what is left of them where it can only come at some time. */
function within(stays: readonly Stretch[], visit: AgencyVisit | undefined, start: number): readonly Stretch[] {
  if (!visit || !isLimited(visit)) return stays;
  const window = windowOf(visit, start);
  return stays
    .map(({ from, to }) => ({ from: Math.max(from, window.from ?? from), to: Math.min(to, window.until ?? to) }))
    .filter(({ from, to }) => from < to);
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
