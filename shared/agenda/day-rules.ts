import type { Colour } from '../language/colour';
import { colours } from '../language/colour';
import { clockOfMinutes, minutesOfClock } from './clock-time';
import type { OrderProblem } from './order-problem';
import type { OrderBreak, OrderRules, Window } from './rules';

/** How colours come in an agenda: in any order, Red before all others, or Red, Amber, Green, Blue and then those without. */
export const agendaOrderRules = ['any', 'red-first', 'by-colour'] as const;
export type AgendaOrderRule = (typeof agendaOrderRules)[number];

/** When an agency can come, `HH:MM`, and how. */
export interface AgencyVisit {
  readonly agencyId: string;
  readonly from: string | null;
  readonly until: string | null;
  /** By call: it is there for its own cases only, and waits at its own desk. */
  readonly isRemote: boolean;
}

/** What an agency may tell: that it can come only from a time, or only until one. */
export const visitEnds = ['from', 'until'] as const;
export type VisitEnd = (typeof visitEnds)[number];

/** A rule about cases of one agenda. */
export type CaseRule =
  /** Two cases one after the other (co-defendants), or two whose agencies must not meet (victim and perpetrator). */
  | { readonly id: string; readonly kind: 'together' | 'apart'; readonly itemIds: readonly [string, string] }
  /** A case that must not be discussed while an agency is in the room. */
  | { readonly id: string; readonly kind: 'not-while'; readonly itemId: string; readonly agencyId: string; readonly reason: string };

/** The rules of one meeting, in its own ids and clock times. Pins and fixed starts are with the cases, breaks apart. */
export interface DayRules {
  readonly order: AgendaOrderRule;
  readonly sittings: { readonly firstEndsAt: string; readonly secondStartsAt: string } | null;
  /** From the start to the end, without the time between two sittings. */
  readonly mostMinutes: number | null;
  readonly visits: readonly AgencyVisit[];
  readonly caseRules: readonly CaseRule[];
}

export const noDayRules: DayRules = { order: 'any', sittings: null, mostMinutes: null, visits: [], caseRules: [] };

export interface PlannedCase {
  readonly id: string;
  readonly minutes: number;
  /** The agencies that the case concerns. One that is not among the agencies of the plan is passed over. */
  readonly agencyIds: readonly string[];
  readonly colour?: Colour | null;
  /** The agency that leads it: of one that stays throughout but cannot stay to the end, these are the cases that count. */
  readonly leadAgencyId?: string | null;
  /** `HH:MM`. */
  readonly fixedStart?: string | null;
  /** The position, from 1, that it must keep. */
  readonly pinnedTo?: number | null;
}

export interface PlannedBreak {
  readonly id: string;
  /** Comes after this many cases; 0 is before the first. Of no account where `at` is given. */
  readonly afterPosition: number;
  /** `HH:MM`: it begins then, or once the case that is being discussed then has ended. */
  readonly at?: string | null;
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
  readonly rules?: DayRules;
  /** Cases heard before, where this is what remains of a meeting: their agencies are still kept apart from others. */
  readonly heard?: readonly PlannedCase[];
  /** Agencies in the room when the first of these cases begins, for what remains of a meeting. */
  readonly hereIds?: readonly string[];
}

/** A day as an ordering problem: cases in the order of `items`, agencies in the order of `partnerIds`. */
export interface DayProblem {
  readonly problem: OrderProblem & { readonly rules: OrderRules };
  /** The agencies that a case concerns and that do not stay throughout, or would but cannot come at any time. */
  readonly partnerIds: readonly string[];
  /** Of each two agencies that must not meet, the rule that says so. */
  readonly apartBy: readonly CaseRule[];
}

/**
 * Core agencies stay throughout and never wait for a case, so they are none of the problem's, save where one can only come
 * at some time: then the cases that it leads are to be heard while it is there.
 */
export function dayProblem({
  startsAt,
  openingMinutes,
  items,
  breaks,
  agencies,
  rules = noDayRules,
  heard = [],
  hereIds = [],
}: DayToPlan): DayProblem {
  const start = minutesOfClock(startsAt);
  const from = (clock: string) => minutesAfter(start, clock);
  const concerned = items.map(({ agencyIds }) => new Set(agencyIds));
  const visits = new Map(rules.visits.map((visit) => [visit.agencyId, visit]));
  const core = new Set(agencies.flatMap(({ id, isCore }) => (isCore ? [id] : [])));
  const isOf = (id: string, index: number) => (core.has(id) ? items[index]?.leadAgencyId === id : concerned[index]?.has(id) === true);
  const partners = agencies.filter(({ id }) => (!core.has(id) || isLimited(visits.get(id))) && items.some((_, index) => isOf(id, index)));
  const partnerIds = partners.map(({ id }) => id);
  const metIds = partnerIds.filter((id) => !core.has(id));
  const places = new Map(items.map(({ id }, index) => [id, index]));
  const isPlaced = (id: string) => places.has(id);
  const place = (id: string) => places.get(id) ?? 0;
  const together = rules.caseRules.flatMap((rule) =>
    rule.kind === 'together' && rule.itemIds.every(isPlaced) && rule.itemIds[0] !== rule.itemIds[1]
      ? [[place(rule.itemIds[0]), place(rule.itemIds[1])] as const]
      : [],
  );
  const known = new Map([...heard, ...items].map(({ id, agencyIds }) => [id, agencyIds]));
  const apart = rules.caseRules.flatMap((rule) => {
    if (rule.kind !== 'apart' || !rule.itemIds.some(isPlaced)) return [];
    const [one, other] = rule.itemIds.map((id) => known.get(id) ?? []);
    return agenciesApart(one ?? [], other ?? [], metIds).map((two) => ({
      rule,
      agencies: two.map((id) => partnerIds.indexOf(id)) as [number, number],
    }));
  });
  const pins = items.map(({ pinnedTo }) => (pinnedTo == null || pinnedTo > items.length ? null : pinnedTo - 1));
  return {
    partnerIds,
    apartBy: apart.map(({ rule }) => rule),
    problem: {
      durations: items.map(({ minutes }) => minutes),
      weights: partnerIds.map((id) => (core.has(id) ? 0 : 1)),
      agencies: partnerIds.map((id) => [...items.keys()].filter((index) => isOf(id, index))),
      ...(pins.some((pin) => pin !== null) ? { pins } : {}),
      rules: {
        openingMinutes,
        breaks: breaks.map(
          ({ afterPosition, at, minutes }): OrderBreak => (at == null ? { afterPosition, minutes } : { at: from(at), minutes }),
        ),
        fixedStarts: items.map(({ fixedStart }) => (fixedStart == null ? null : from(fixedStart))),
        windows: partnerIds.map((id) => {
          const visit = visits.get(id);
          return visit && isLimited(visit) ? windowOf(visit, start) : null;
        }),
        isRemote: partnerIds.map((id) => !core.has(id) && visits.get(id)?.isRemote === true),
        blocks: rules.order === 'any' ? null : items.map(({ colour }) => blockOf(rules.order, colour ?? null)),
        together: chained(together),
        apart: apart.map(({ agencies: two }) => two),
        notWhile: rules.caseRules.flatMap((rule) =>
          rule.kind === 'not-while' && isPlaced(rule.itemId) && metIds.includes(rule.agencyId)
            ? [{ case: place(rule.itemId), agency: partnerIds.indexOf(rule.agencyId) }]
            : [],
        ),
        sittings: rules.sittings && { firstEndsAt: from(rules.sittings.firstEndsAt), secondStartsAt: from(rules.sittings.secondStartsAt) },
        mostMinutes: rules.mostMinutes,
        isHere: partnerIds.map((id) => hereIds.includes(id)),
        idleWeight: Math.max(1, core.size),
      },
    },
  };
}

/** Whether an agency can come only at some time. */
export const isLimited = (visit: AgencyVisit | undefined): boolean => visit !== undefined && (visit.from !== null || visit.until !== null);

/** When it can come, in minutes from the start of the meeting, which is in minutes since midnight. */
export const windowOf = ({ from, until }: AgencyVisit, start: number): Window => ({
  from: from === null ? null : minutesAfter(start, from),
  until: until === null ? null : minutesAfter(start, until),
});

/** Minutes from the start of a meeting to a clock time, over midnight where that is nearer. */
function minutesAfter(start: number, clock: string): number {
  const minutes = minutesOfClock(clock) - start;
  return minutes < -12 * 60 ? minutes + 24 * 60 : minutes;
}

function blockOf(order: AgendaOrderRule, colour: Colour | null): number {
  if (order === 'red-first') return colour === 'R' ? 0 : 1;
  return colour === null ? colours.length : colours.indexOf(colour);
}

/** Each partner of one case with each of the other, save those that both concern. */
function agenciesApart(one: readonly string[], other: readonly string[], metIds: readonly string[]) {
  const only = (ids: readonly string[], others: readonly string[]) => metIds.filter((id) => ids.includes(id) && !others.includes(id));
  return only(one, other).flatMap((first) => only(other, one).map((second) => [first, second] as const));
}

/** Groups of those that pairs join: where one belongs to two others, all three follow one another. */
function chained(pairs: readonly (readonly [number, number])[]): readonly (readonly number[])[] {
  let groups: readonly (readonly number[])[] = [];
  for (const pair of pairs) {
    const joined = groups.filter((group) => pair.some((each) => group.includes(each)));
    groups = [...groups.filter((group) => !joined.includes(group)), [...new Set([...joined.flat(), ...pair])]];
  }
  return groups.map((group) => [...group].sort((one, other) => one - other));
}

/** `HH:MM`, of minutes from a start that is given as `HH:MM`. */
export const clockFrom = (startsAt: string, minutes: number): string => clockOfMinutes(minutesOfClock(startsAt) + minutes);
