import type { OrderProblem } from './order-problem';
import { lastPlaces, minutesOfMeeting, minutesOfPosition, noRules, type OrderRules } from './rules';
import { absent, type Stays, stayer } from './stays';

/** What of the rules an order does not hold, and by how much. Cases and agencies as in the `OrderProblem`. */
export type BrokenRule =
  /** Too far from the position it is pinned to. */
  | { readonly rule: 'pin'; readonly case: number; readonly amount: number }
  /** Minutes late. */
  | { readonly rule: 'fixed-start'; readonly case: number; readonly amount: number }
  /** Positions behind the place of its colour. */
  | { readonly rule: 'blocks'; readonly case: number; readonly amount: number }
  /** Other cases among those that belong together, of which this is the first. */
  | { readonly rule: 'together'; readonly case: number; readonly amount: number }
  /** Minutes that it would have to be there before it can come, or after it must go. */
  | { readonly rule: 'from'; readonly agency: number; readonly amount: number }
  | { readonly rule: 'until'; readonly agency: number; readonly amount: number }
  /** Minutes that both agencies are in the room; `pair` is its number in the rules. */
  | { readonly rule: 'apart'; readonly pair: number; readonly agency: number; readonly other: number; readonly amount: number }
  /** Minutes of the case that the agency would hear. */
  | { readonly rule: 'not-while'; readonly case: number; readonly agency: number; readonly amount: number }
  /** Minutes over what the meeting may take. */
  | { readonly rule: 'length'; readonly amount: number };

const factorOf: Readonly<Record<BrokenRule['rule'], number>> = {
  pin: minutesOfPosition,
  blocks: minutesOfPosition,
  together: minutesOfPosition,
  'fixed-start': 1,
  from: 1,
  until: 1,
  length: 1,
  apart: minutesOfMeeting,
  'not-while': minutesOfMeeting,
};

export interface OrderCost {
  /** How far the order is from the rules; 0 where all hold. It counts before waiting does. */
  readonly violation: number;
  readonly waiting: number;
}

export interface RuleBook {
  /** Lays an order out and says what it costs; told each rule that it breaks, where one listens. */
  readonly weigh: (order: ArrayLike<number>, told?: (broken: BrokenRule) => void) => OrderCost;
  readonly stays: (order: ArrayLike<number>) => Stays;
}

/** The whole cost of orders of a problem, by its rules and pins. Pure; keeps only its working space between calls. */
export function ruleBook(problem: OrderProblem): RuleBook {
  const rules = problem.rules ?? noRules(problem.durations.length, problem.agencies.length);
  const stays = stayer(problem, rules);
  const charges = chargesOf(problem, rules);
  return {
    stays,
    weigh: (order, told) => {
      const laid = stays(order);
      let violation = 0;
      for (const charge of charges) violation += charge(order, laid, told);
      return { violation, waiting: laid.waiting };
    },
  };
}

type Charge = (order: ArrayLike<number>, stays: Stays, told?: (broken: BrokenRule) => void) => number;

function chargesOf({ durations, agencies, pins }: OrderProblem, rules: OrderRules): readonly Charge[] {
  const charges: Charge[] = [];
  const count = agencies.length;
  const positions = new Int32Array(durations.length);
  const isPlaced = (values: readonly (number | null)[] | null | undefined) => values?.some((value) => value !== null) === true;
  /** One charge for all cases: `amount` is asked for each position. */
  const byPosition = (
    rule: 'pin' | 'fixed-start' | 'blocks',
    amount: (position: number, index: number, stays: Stays) => number,
  ): Charge => {
    const factor = factorOf[rule];
    return (order, laid, told) => {
      let sum = 0;
      for (let position = 0; position < order.length; position += 1) {
        const index = order[position] as number;
        const off = amount(position, index, laid);
        if (off <= 0) continue;
        sum += factor * off;
        told?.({ rule, case: index, amount: off });
      }
      return sum;
    };
  };
  if (pins && isPlaced(pins)) charges.push(byPosition('pin', (position, index) => Math.abs(position - (pins[index] ?? position))));
  if (isPlaced(rules.fixedStarts))
    charges.push(
      byPosition('fixed-start', (position, index, { timetable }) => {
        const fixed = rules.fixedStarts[index] ?? null;
        return fixed === null ? 0 : (timetable.starts[position] as number) - fixed;
      }),
    );
  const { blocks } = rules;
  if (blocks) {
    const last = Int32Array.from(lastPlaces(blocks));
    charges.push(byPosition('blocks', (position, index) => position - (last[index] as number)));
  }
  const groups = rules.together.filter(({ length }) => length > 1);
  if (groups.length > 0)
    charges.push((order, _, told) => {
      for (let position = 0; position < order.length; position += 1) positions[order[position] as number] = position;
      let sum = 0;
      for (const group of groups) {
        let first = positions[group[0] as number] as number;
        let last = first;
        for (const each of group) {
          first = Math.min(first, positions[each] as number);
          last = Math.max(last, positions[each] as number);
        }
        const off = last - first + 1 - group.length;
        if (off === 0) continue;
        sum += off * factorOf.together;
        told?.({ rule: 'together', case: order[first] as number, amount: off });
      }
      return sum;
    });
  for (const [agency, window] of rules.windows.entries()) if (window) charges.push(windowCharge(agency, window, rules, count));
  for (const [pair, [one, other]] of rules.apart.entries())
    if (!rules.isRemote[one] && !rules.isRemote[other]) charges.push(apartCharge(pair, one, other, count));
  for (const rule of rules.notWhile) if (!rules.isRemote[rule.agency]) charges.push(notWhileCharge(rule, count));
  const { mostMinutes } = rules;
  if (mostMinutes !== null)
    charges.push((_, { timetable }, told) => {
      const over = timetable.end - timetable.minutesBetween - mostMinutes;
      if (over <= 0) return 0;
      told?.({ rule: 'length', amount: over });
      return over;
    });
  return charges;
}

function windowCharge(
  agency: number,
  { from, until }: { from: number | null; until: number | null },
  rules: OrderRules,
  count: number,
): Charge {
  return (_, { arrives, leaves }, told) => {
    const isInFirst = leaves[agency] !== absent;
    const isInSecond = leaves[count + agency] !== absent;
    if (!isInFirst && !isInSecond) return 0;
    let sum = 0;
    // Whoever is here already could come.
    const arrival = arrives[isInFirst ? agency : count + agency] as number;
    const early = from === null || (rules.isHere[agency] === true && isInFirst) ? 0 : from - arrival;
    if (early > 0) {
      sum += early;
      told?.({ rule: 'from', agency, amount: early });
    }
    const late = until === null ? 0 : (leaves[isInSecond ? count + agency : agency] as number) - until;
    if (late > 0) {
      sum += late;
      told?.({ rule: 'until', agency, amount: late });
    }
    return sum;
  };
}

function apartCharge(pair: number, agency: number, other: number, count: number): Charge {
  return (_, { arrives, leaves }, told) => {
    let minutes = 0;
    for (let from = 0; from <= count; from += count) {
      const one = from + agency;
      const two = from + other;
      if (leaves[one] === absent || leaves[two] === absent) continue;
      minutes += overlap(arrives[one] as number, leaves[one] as number, arrives[two] as number, leaves[two] as number);
    }
    if (minutes > 0) told?.({ rule: 'apart', pair, agency, other, amount: minutes });
    return minutes * factorOf.apart;
  };
}

function notWhileCharge(rule: { readonly case: number; readonly agency: number }, count: number): Charge {
  return (order, { arrives, leaves, timetable }, told) => {
    let position = 0;
    while (order[position] !== rule.case) position += 1;
    const stay = (timetable.sitting[position] as number) * count + rule.agency;
    if (leaves[stay] === absent) return 0;
    const minutes = overlap(
      timetable.starts[position] as number,
      timetable.ends[position] as number,
      arrives[stay] as number,
      leaves[stay] as number,
    );
    if (minutes > 0) told?.({ rule: 'not-while', case: rule.case, agency: rule.agency, amount: minutes });
    return minutes * factorOf['not-while'];
  };
}

const overlap = (from: number, to: number, otherFrom: number, otherTo: number) =>
  Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
