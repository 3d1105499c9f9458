import { type OrderProblem, roundingOf } from './order-problem';
import type { RuledProblem } from './prove';
import { lastPlaces, minutesOfMeeting, noRules, type OrderRules, paidWeights } from './rules';
import { mostAgencies } from './separator';

/** Cases that no rule tells from one another and that concern the same agencies for as long: any may stand for the next of them. */
export interface CaseKind {
  /** Of the problem. */
  readonly cases: readonly number[];
  readonly minutes: number;
  /** Agencies as bits, numbered as in `CaseKinds`. */
  readonly agencies: number;
  /** The position that it is pinned to; -1 where it is free. A case with a rule of its own is a kind by itself. */
  readonly pin: number;
  /** The last position that its colour leaves it. */
  readonly lastPlace: number;
  readonly fixedStart: number | null;
  /** The number of its group of cases that belong together; -1 where it has none. */
  readonly group: number;
  /** Agencies that must not hear it. */
  readonly notWhile: number;
}

/** A problem as counts of cases of each kind, and agencies as bits. */
export interface CaseKinds {
  readonly kinds: readonly CaseKind[];
  readonly rules: OrderRules;
  /** Of each agency that is a bit: what a minute of its waiting costs. */
  readonly weights: Float64Array;
  readonly from: readonly (number | null)[];
  readonly until: readonly (number | null)[];
  /** Pairs that must not meet, as bits. */
  readonly apart: readonly number[];
  /** How many cases each group that belongs together has. */
  readonly groupSizes: readonly number[];
  /** Who is in the room when the order begins, and has a case. */
  readonly here: number;
}

/** Null where more agencies matter than have bits, or where there are two sittings: then a stay depends on cases to come. */
export function caseKinds({ durations, weights, agencies, pins, rules }: OrderProblem): CaseKinds | null {
  if (rules?.sittings || durations.length === 0) return null;
  const asked = rules ?? noRules(durations.length, agencies.length);
  const groups = asked.together.filter(({ length }) => length > 1);
  const paid = paidWeights(weights, asked.isRemote);
  const isMet = (agency: number) => asked.isRemote[agency] !== true;
  const apart = asked.apart.filter((pair) => pair.every(isMet));
  const notWhile = asked.notWhile.filter(({ agency }) => isMet(agency));
  const own = agencies.map((named) => new Set(named));
  const matters = [...agencies.keys()].filter((agency) => {
    const count = own[agency]?.size ?? 0;
    if (count === 0) return false;
    return (
      ((paid[agency] ?? 0) > 0 && (count > 1 || asked.isHere[agency] === true)) ||
      asked.windows[agency] != null ||
      apart.some((pair) => pair.includes(agency)) ||
      notWhile.some((each) => each.agency === agency)
    );
  });
  if (matters.length > mostAgencies) return null;
  const bits = (isIn: (agency: number) => boolean) =>
    matters.reduce((set, agency, bit) => (isIn(agency) ? (set | (1 << bit)) >>> 0 : set), 0);
  const last = asked.blocks && lastPlaces(asked.blocks);
  const all = durations.map(
    (minutes, index): CaseKind => ({
      cases: [index],
      minutes,
      agencies: bits((agency) => own[agency]?.has(index) === true),
      pin: pins?.[index] ?? -1,
      lastPlace: last?.[index] ?? durations.length,
      fixedStart: asked.fixedStarts[index] ?? null,
      group: groups.findIndex((group) => group.includes(index)),
      notWhile: bits((agency) => notWhile.some((rule) => rule.case === index && rule.agency === agency)),
    }),
  );
  const kinds = new Map<string, CaseKind>();
  for (const each of all) {
    const { cases, ...rest } = each;
    const isPlain = each.pin < 0 && each.fixedStart === null && each.group < 0 && each.notWhile === 0;
    const key = isPlain ? JSON.stringify(rest) : `case ${cases.join()}`;
    kinds.set(key, { ...each, cases: [...(kinds.get(key)?.cases ?? []), ...cases] });
  }
  return {
    kinds: [...kinds.values()],
    rules: asked,
    weights: Float64Array.from(matters, (agency) => paid[agency] ?? 0),
    from: matters.map((agency) => (asked.isHere[agency] ? null : (asked.windows[agency]?.from ?? null))),
    until: matters.map((agency) => asked.windows[agency]?.until ?? null),
    // One of whom neither is a bit never is in the room.
    apart: apart.map((pair) => bits((agency) => pair.includes(agency))).filter((pair) => (pair & (pair - 1)) !== 0),
    groupSizes: groups.map(({ length }) => length),
    here: bits((agency) => asked.isHere[agency] === true),
  };
}

/** Whether every sum is exact and fits 26 bits, so that two reckonings of one order can be compared. */
export function hasWholeMinutes(problem: RuledProblem): boolean {
  const { rules } = problem;
  const times = [
    rules.openingMinutes,
    rules.idleWeight,
    rules.mostMinutes,
    ...rules.fixedStarts,
    ...rules.breaks.flatMap((each) => ('at' in each ? [each.at, each.minutes] : [each.minutes])),
    ...rules.windows.flatMap((window) => (window ? [window.from, window.until] : [])),
  ];
  // The most that anything comes to: all minutes at all weights, and each rule broken by as much.
  const long = problem.durations.reduce((sum, value) => sum + value, 0) + times.reduce<number>((sum, time) => sum + Math.abs(time ?? 0), 0);
  const charges = problem.durations.length * (rules.apart.length + rules.notWhile.length + rules.windows.length + 8) * minutesOfMeeting;
  const weight = problem.weights.reduce((sum, value) => sum + value, 0) + rules.idleWeight;
  const fits = (long + problem.durations.length) * (charges + weight) < 2 ** 26;
  return roundingOf(problem) === 0 && fits && times.every((time) => time === null || Number.isSafeInteger(time));
}
