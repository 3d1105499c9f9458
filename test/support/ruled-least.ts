import type { OrderProblem } from '../../shared/agenda/order-problem';
import type { OrderRules } from '../../shared/agenda/rules';

/**
 * What an order costs by the rules, worked out minute by minute: every minute of the meeting is a case, a break, a rest or
 * the time between sittings, and whoever is in the room then is asked. Nothing of the program's reckoning is in it. Whole
 * minutes only.
 */
export function ruledCost(
  problem: OrderProblem & { readonly rules: OrderRules },
  order: readonly number[],
): { violation: number; waiting: number } {
  const { durations, weights, agencies, pins, rules } = problem;
  type Minute = { readonly kind: 'case' | 'break' | 'rest'; readonly index: number; readonly sitting: number };
  const minutes = new Map<number, Minute>();
  const starts = new Map<number, { at: number; sitting: number }>();
  const taken = new Set<number>();
  let clock = rules.openingMinutes;
  let sitting = 0;
  let between = 0;
  const spend = (kind: Minute['kind'], index: number, long: number) => {
    for (let minute = 0; minute < long; minute += 1) minutes.set(clock + minute, { kind, index, sitting });
    clock += long;
  };
  const pausesBefore = (position: number, fixed: number | null) => {
    for (;;) {
      const timed = rules.breaks
        .map((each, index) => ({ each, index }))
        .filter(({ index }) => !taken.has(index))
        .filter(({ each }) => ('at' in each ? each.at <= clock || (fixed !== null && each.at < fixed) : each.afterPosition === position))
        .sort(
          (one, other) => Number('at' in one.each) - Number('at' in other.each) || at(one.each) - at(other.each) || one.index - other.index,
        );
      const [first] = timed;
      if (!first) break;
      taken.add(first.index);
      if ('at' in first.each && first.each.at > clock) spend('rest', -1, first.each.at - clock);
      spend('break', first.index, first.each.minutes);
    }
    if (fixed !== null && fixed > clock) spend('rest', -1, fixed - clock);
  };
  for (const [position, index] of order.entries()) {
    const fixed = rules.fixedStarts[index] ?? null;
    const before = { clock, taken: new Set(taken), minutes: new Map(minutes) };
    pausesBefore(position, fixed);
    if (rules.sittings && sitting === 0 && clock + (durations[index] ?? 0) > rules.sittings.firstEndsAt) {
      clock = before.clock;
      taken.clear();
      for (const each of before.taken) taken.add(each);
      minutes.clear();
      for (const [minute, what] of before.minutes) minutes.set(minute, what);
      sitting = 1;
      const { secondStartsAt } = rules.sittings;
      for (const [each, pause] of rules.breaks.entries())
        if ('at' in pause ? pause.at <= secondStartsAt : pause.afterPosition === position) taken.add(each);
      between = Math.max(0, secondStartsAt - clock);
      clock += between;
      pausesBefore(position, fixed);
    }
    starts.set(index, { at: clock, sitting });
    spend('case', index, durations[index] ?? 0);
  }
  const end = clock;

  const staysOf = (agency: number): { from: number; to: number; sitting: number }[] =>
    [0, 1].flatMap((which) => {
      const own = [...new Set(agencies[agency])].filter((each) => starts.get(each)?.sitting === which);
      if (own.length === 0) return [];
      const from = Math.min(...own.map((each) => starts.get(each)?.at ?? 0));
      const to = Math.max(...own.map((each) => (starts.get(each)?.at ?? 0) + (durations[each] ?? 0)));
      return [{ from: which === 0 && rules.isHere[agency] ? rules.openingMinutes : from, to, sitting: which }];
    });
  const stays = agencies.map((_, agency) => staysOf(agency));
  const isIn = (agency: number, minute: number) => stays[agency]?.some(({ from, to }) => from <= minute && minute < to) === true;

  let waiting = 0;
  let violation = 0;
  for (const [minute, { kind, index }] of minutes) {
    if (kind === 'rest') waiting += rules.idleWeight;
    for (const agency of agencies.keys()) {
      if (rules.isRemote[agency] || !isIn(agency, minute)) continue;
      if (kind === 'rest' || (kind === 'case' && !agencies[agency]?.includes(index))) waiting += weights[agency] ?? 0;
    }
    for (const rule of rules.notWhile)
      if (kind === 'case' && index === rule.case && !rules.isRemote[rule.agency] && isIn(rule.agency, minute)) violation += 10;
  }
  for (let minute = rules.openingMinutes; minute < end; minute += 1)
    for (const [one, other] of rules.apart)
      if (!rules.isRemote[one] && !rules.isRemote[other] && isIn(one, minute) && isIn(other, minute)) violation += 10;
  for (const [agency, window] of rules.windows.entries()) {
    const first = stays[agency]?.[0];
    const last = stays[agency]?.at(-1);
    if (!window || !first || !last) continue;
    const mayCome = window.from !== null && !(rules.isHere[agency] && first.sitting === 0) ? window.from : Number.NEGATIVE_INFINITY;
    violation += Math.max(0, mayCome - first.from) + Math.max(0, last.to - (window.until ?? Number.POSITIVE_INFINITY));
  }
  for (const [index, fixed] of rules.fixedStarts.entries())
    if (fixed !== null) violation += Math.max(0, (starts.get(index)?.at ?? 0) - fixed);
  for (const [index, position] of (pins ?? []).entries()) if (position !== null) violation += 6 * Math.abs(order.indexOf(index) - position);
  const { blocks } = rules;
  if (blocks)
    for (const [position, index] of order.entries()) {
      const last = blocks.filter((block) => block <= (blocks[index] ?? 0)).length - 1;
      violation += 6 * Math.max(0, position - last);
    }
  for (const group of rules.together) {
    const places = group.map((each) => order.indexOf(each));
    violation += 6 * (Math.max(...places) - Math.min(...places) + 1 - group.length);
  }
  if (rules.mostMinutes !== null) violation += Math.max(0, end - between - rules.mostMinutes);
  return { violation, waiting };
}

const at = (pause: OrderRules['breaks'][number]) => ('at' in pause ? pause.at : Number.NEGATIVE_INFINITY);

/** The least cost over every order, by the rules first. For seven cases and fewer. */
export function ruledLeast(problem: OrderProblem & { readonly rules: OrderRules }): { violation: number; waiting: number } {
  let best = { violation: Number.POSITIVE_INFINITY, waiting: Number.POSITIVE_INFINITY };
  const go = (order: readonly number[], left: readonly number[]) => {
    if (left.length > 0) {
      for (const each of left)
        go(
          [...order, each],
          left.filter((other) => other !== each),
        );
      return;
    }
    const cost = ruledCost(problem, order);
    if (cost.violation < best.violation || (cost.violation === best.violation && cost.waiting < best.waiting)) best = cost;
  };
  go([], [...problem.durations.keys()]);
  return best;
}
