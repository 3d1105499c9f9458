import type { RuledProblem } from '../../shared/agenda/prove';
import { noRules, type OrderRules } from '../../shared/agenda/rules';

/** A small meeting with some of all rules, now and then ones that cannot all hold. */
export function someMeeting(random: () => number, most = 6): RuledProblem {
  const below = (limit: number) => Math.floor(random() * limit);
  const chance = (share: number) => random() < share;
  const count = 2 + below(most - 1);
  const cases = [...Array(count).keys()];
  const shuffled = cases
    .map((value) => ({ value, by: random() }))
    .sort((one, other) => one.by - other.by)
    .map(({ value }) => value);
  const agencies = Array.from({ length: 1 + below(5) }, () => cases.filter(() => chance(0.5)));
  const durations = cases.map(() => below(7));
  const agency = () => below(agencies.length);
  // A meeting that began early is before its start at first.
  const openingMinutes = below(4) - (chance(0.2) ? 12 : 0);
  const rules: OrderRules = {
    ...noRules(count, agencies.length),
    openingMinutes,
    idleWeight: 1 + below(3),
    breaks: Array.from({ length: below(3) }, () =>
      chance(0.5) ? { afterPosition: below(count + 1), minutes: 1 + below(5) } : { at: below(25), minutes: 1 + below(5) },
    ),
    fixedStarts: cases.map(() => (chance(0.15) ? below(25) : null)),
    windows: agencies.map(() =>
      chance(0.25) ? { from: chance(0.5) ? below(15) : null, until: chance(0.7) ? 5 + below(25) : null } : null,
    ),
    isRemote: agencies.map(() => chance(0.15)),
    blocks: chance(0.3) ? cases.map(() => below(3)) : null,
    together: chance(0.3) && count > 2 ? [shuffled.slice(0, 2 + below(2))] : [],
    apart: chance(0.25) && agencies.length > 1 ? [[0, 1 + below(agencies.length - 1)]] : [],
    notWhile: chance(0.25) ? [{ case: below(count), agency: agency() }] : [],
    sittings: chance(0.2) ? { firstEndsAt: 6 + below(12), secondStartsAt: 20 + below(10) } : null,
    mostMinutes: chance(0.2) ? 10 + below(20) : null,
    isHere: agencies.map(() => chance(0.15)),
  };
  const pins = cases.map((index) => (chance(0.15) ? shuffled.indexOf(index) : null));
  return { durations, weights: agencies.map(() => below(4)), agencies, rules, ...(chance(0.4) ? { pins } : {}) };
}
