import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';

/** A figure and the range in which the true one lies, 95 times out of 100. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const confidence = 0.95;
/** The standard normal quantile of 0.975. */
const z = 1.959963984540054;

/**
 * A share of people, from 0 to 1, with the Wilson score interval, which also holds near none and all and for few people.
 * Null where there is nobody.
 */
export function share(part: number, whole: number): Estimate | null {
  if (whole <= 0) return null;
  const value = part / whole;
  const weight = 1 + (z * z) / whole;
  const centre = (value + (z * z) / (2 * whole)) / weight;
  const half = (z / weight) * Math.sqrt((value * (1 - value)) / whole + (z * z) / (4 * whole * whole));
  // With none or all, the interval ends exactly there; in floating point it may fall short by a hair.
  return { value, low: part === 0 ? 0 : Math.max(0, centre - half), high: part === whole ? 1 : Math.min(1, centre + half) };
}

/**
 * Events for each unit of time with the exact Poisson interval (Garwood), by the quantiles of the gamma distribution.
 * Null where there was no time in which they could have happened.
 *
 * @param time in the unit of the rate, such as years at liberty.
 */
export function rate(events: number, time: number): Estimate | null {
  if (time <= 0) return null;
  const tail = (1 - confidence) / 2;
  return {
    value: events / time,
    low: events === 0 ? 0 : meanAt(events - 1, 1 - tail) / time,
    high: meanAt(events, tail) / time,
  };
}

/** Beyond so many the library's quantile is out by up to a sixth in a thousand; below, by nothing that a number can hold. */
const librarysMost = 900;

/** The mean at which a Poisson count is at most so many with this chance: a quantile of the gamma distribution. */
function meanAt(most: number, chance: number): number {
  let mean = gammaQuantile(1 - chance, most + 1, 1);
  if (most < librarysMost) return mean;
  for (let step = 0; step < 4; step += 1) {
    const own = chanceOf(most, mean);
    mean += (own * termsUpTo(most, mean) - chance) / own;
  }
  return mean;
}

/** The chance of exactly so many, by Stirling's series, which is exact for hundreds. */
const chanceOf = (count: number, mean: number): number =>
  Math.exp(count * Math.log(mean / count) + count - mean - 1 / (12 * count) + 1 / (360 * count ** 3)) / Math.sqrt(2 * Math.PI * count);

/** The chances of every count up to one, in terms of the chance of that one. */
function termsUpTo(most: number, mean: number): number {
  let [sum, term] = [1, 1];
  for (let count = most; count > 0 && term > sum * 1e-17; count -= 1) {
    term *= count / mean;
    sum += term;
  }
  return sum;
}

/**
 * Whether two figures can be told apart: their ranges do not meet. That is stricter than a test at one in twenty, and
 * it is what a reader of the picture can check by eye. Nothing is ranked that cannot be told apart (HMI 8.10, 8.24: what areas
 * claimed for themselves was not statistically sophisticated, and little weight could be put on it).
 */
export function canBeToldApart(one: Estimate, other: Estimate): boolean {
  return one.high < other.low || other.high < one.low;
}
