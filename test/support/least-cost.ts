import type { OrderProblem } from '../../shared/agenda/order-problem';

/** The least cost by dynamic programming over the sets of cases that can have been heard: nothing of the search is in it. */
export function leastCost({ durations, weights, agencies, pins }: OrderProblem): number {
  const count = durations.length;
  const least = new Float64Array(2 ** count).fill(Number.POSITIVE_INFINITY);
  const heard = agencies.map((cases) => cases.reduce((set, each) => set | (1 << each), 0));
  least[0] = 0;
  for (let done = 0; done < least.length; done += 1) {
    const position = [...Array(count).keys()].filter((each) => done & (1 << each)).length;
    for (let next = 0; next < count; next += 1) {
      if (done & (1 << next) || (pins?.[next] ?? position) !== position) continue;
      const waits = heard.reduce(
        (sum, cases, agency) => sum + (!(cases & (1 << next)) && cases & done && cases & ~done ? (weights[agency] ?? 0) : 0),
        0,
      );
      const cost = (least[done] as number) + waits * (durations[next] as number);
      if (cost < (least[done | (1 << next)] as number)) least[done | (1 << next)] = cost;
    }
  }
  return least.at(-1) as number;
}
