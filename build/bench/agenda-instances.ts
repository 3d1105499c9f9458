import type { OrderProblem } from '../../shared/agenda/order-problem';
import { randomFrom } from '../../shared/agenda/random';

/**
 * How many of a scheme's cases concern each partner: about the shares of needs that were found in an inspected sample
 * (HMI 5.12: 58, 52, 38, 35, 33 and 26 per cent) and, for smaller services, fewer.
 */
const shares = [0.58, 0.46, 0.38, 0.37, 0.33, 0.26, 0.06, 0.37, 0.22, 0.16, 0.15, 0.13, 0.04, 0.14] as const;

/** A conference as they are: police and probation stay throughout, and each case concerns two or more of the others. */
export function meeting(cases: number, agencies: number, seed: number): OrderProblem {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const partners = Array.from({ length: agencies - 2 }, (): number[] => []);
  const durations = Array.from({ length: cases }, () => 3 + below(8));
  for (let index = 0; index < cases; index += 1) {
    const concerned = new Set([...partners.keys()].filter((partner) => random() < (shares[partner] ?? 0.08)));
    while (concerned.size < 2) concerned.add(below(partners.length));
    for (const partner of concerned) partners[partner]?.push(index);
  }
  const all = durations.map((_, index) => index);
  return {
    durations,
    weights: [0, 0, ...partners.map(() => (below(6) === 0 ? 2 : 1))],
    agencies: [all, all, ...partners],
  };
}

/**
 * A film's shooting days as the literature makes them (Cheng, Diamond and Lin 1993; Garcia de la Banda, Stuckey and Chu
 * 2011): an actor plays on any number of days, pay from 1 to 100.
 *
 * @param density of an actor's days among all; left out, each actor has its own.
 */
export function film(days: number, actors: number, seed: number, density?: number): OrderProblem {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  return {
    durations: Array.from({ length: days }, () => 1 + below(density === undefined ? 5 : 9)),
    weights: Array.from({ length: actors }, () => 1 + below(100)),
    agencies: Array.from({ length: actors }, () => {
      const share = density ?? (2 + below(days - 1)) / days;
      const wanted = Math.max(2, Math.round(share * days));
      const own = new Set<number>();
      while (own.size < Math.min(days, wanted)) own.add(below(days));
      return [...own].sort((one, other) => one - other);
    }),
  };
}
