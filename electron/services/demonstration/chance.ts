import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance with a seed: the same seed makes the same demonstration, on every computer. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True in `percent` of a hundred. */
  happens(percent: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** 16 bytes for a row id. */
  bytes(): Uint8Array;
}

export function createChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const whole = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    whole,
    happens: (percent) => whole(1, 100) <= percent,
    pick(from) {
      if (from.length === 0) throw new Error('There is nothing to pick from.');
      return from[whole(0, from.length - 1)] as (typeof from)[number];
    },
    shuffle(list) {
      const shuffled = [...list];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as (typeof shuffled)[number], shuffled[last] as (typeof shuffled)[number]];
      }
      return shuffled;
    },
    bytes: () => Uint8Array.from({ length: 16 }, () => whole(0, 255)),
  };
}

/** So many of each, by the largest remainder, so that the counts add up to `total`. */
export function countsOf<K extends string>(shares: Readonly<Record<K, number>>, total: number): Record<K, number> {
  const keys = Object.keys(shares) as K[];
  const sum = keys.reduce((all, key) => all + shares[key], 0);
  const exact = keys.map((key) => ({ key, count: Math.floor((shares[key] * total) / sum), rest: ((shares[key] * total) / sum) % 1 }));
  let left = total - exact.reduce((all, { count }) => all + count, 0);
  for (const entry of [...exact].sort((a, b) => b.rest - a.rest)) {
    if (left <= 0) break;
    entry.count += 1;
    left -= 1;
  }
  return Object.fromEntries(exact.map(({ key, count }) => [key, count])) as Record<K, number>;
}

/** The counts dealt out in a shuffled order: one value for each of `total` people. */
export function deal<K extends string>(chance: Chance, counts: Readonly<Record<K, number>>): K[] {
  return chance.shuffle((Object.keys(counts) as K[]).flatMap((key) => Array<K>(counts[key]).fill(key)));
}
