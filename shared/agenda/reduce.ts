import type { OrderProblem } from './order-problem';
import { segmentsOf } from './segments';

/** What is left to decide once everything that cannot matter is taken out. Cases and agencies are numbered anew. */
export interface ReducedProblem {
  readonly durations: Float64Array;
  readonly weights: Float64Array;
  /** Of each case, its agencies. */
  readonly agenciesOf: readonly (readonly number[])[];
  /** Of each case, the cases of the whole problem that it stands for, which follow one another. */
  readonly standsFor: readonly (readonly number[])[];
  /** Cases of the whole problem that may come anywhere, last for want of a better place. Empty where cases are pinned. */
  readonly anywhere: readonly number[];
  /** Of each case, the number of its segment, where there are segments: a lower one comes before. */
  readonly segments: Int32Array | null;
  /** Of each position, the case pinned to it, or -1; null where nothing is pinned. */
  readonly pinnedAt: Int32Array | null;
}

/**
 * Takes out what cannot change which order is least:
 * agencies that never wait (weight 0, fewer than two cases, or all of them); of agencies with the same cases all but one,
 * which carries their weight; of cases with the same agencies all but one, which carries their minutes (moving a case
 * next to its twin, at whichever of the two places costs less, never costs more, for its agencies are in the room
 * there); and cases that concern no agency that is left. Twins of two segments stay two. Where a case in the middle is
 * pinned, position counts, so every case stays.
 *
 * @param blocks of each case, the number of the block that it must be in; see `OrderRules`.
 */
export function reduce(problem: OrderProblem, blocks: readonly number[] | null = null): ReducedProblem {
  const { segments, pins } = segmentsOf(problem, blocks);
  const { weights, casesOf } = agenciesThatMayWait(problem);
  const agenciesOf: number[][] = problem.durations.map(() => []);
  for (const [agency, cases] of casesOf.entries()) for (const each of cases) agenciesOf[each]?.push(agency);

  const groups = new Map<string, number[]>();
  for (const [index, agencies] of agenciesOf.entries()) {
    const key = pins ? String(index) : segments ? `${segments[index]}:${agencies.join()}` : agencies.join();
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  const anywhere = pins || segments ? [] : (groups.get('') ?? []);
  if (!pins && !segments) groups.delete('');
  const standsFor = [...groups.values()];
  return {
    durations: Float64Array.from(standsFor, (cases) => cases.reduce((sum, each) => sum + (problem.durations[each] ?? 0), 0)),
    weights: Float64Array.from(weights),
    agenciesOf: standsFor.map(([first = 0]) => agenciesOf[first] ?? []),
    standsFor,
    anywhere,
    segments: segments ? Int32Array.from(standsFor, ([first = 0]) => segments[first] ?? 0) : null,
    pinnedAt: pins ? positions(pins) : null,
  };
}

/** The order of the whole problem that an order of the reduced one stands for. */
export function restore({ standsFor, anywhere }: ReducedProblem, order: ArrayLike<number>): readonly number[] {
  return [...Array.from(order).flatMap((each) => standsFor[each] ?? []), ...anywhere];
}

/** The order of the reduced problem that an order of the whole one comes nearest to; null where that is none, or breaks a pin. */
export function shorten({ standsFor, anywhere, pinnedAt, segments }: ReducedProblem, order: readonly number[]): readonly number[] | null {
  const groupOf = new Map(standsFor.flatMap((cases, group) => cases.map((each) => [each, group] as const)));
  if (new Set(order).size !== groupOf.size + anywhere.length) return null;
  const short = [...new Set(order.flatMap((each) => groupOf.get(each) ?? []))];
  if (short.length !== standsFor.length) return null;
  if (segments && short.some((each, at) => at > 0 && (segments[short[at - 1] as number] as number) > (segments[each] as number)))
    return null;
  return pinnedAt?.some((pinned, position) => pinned >= 0 && short[position] !== pinned) === true ? null : short;
}

function agenciesThatMayWait({ durations, weights, agencies }: OrderProblem) {
  const byCases = new Map<string, { readonly cases: readonly number[]; weight: number }>();
  for (const [agency, named] of agencies.entries()) {
    const weight = weights[agency] ?? 0;
    const cases = [...new Set(named)].sort((one, other) => one - other);
    if (weight === 0 || cases.length < 2 || cases.length === durations.length) continue;
    const twin = byCases.get(cases.join());
    if (twin) twin.weight += weight;
    else byCases.set(cases.join(), { cases, weight });
  }
  const kept = [...byCases.values()];
  return { weights: kept.map(({ weight }) => weight), casesOf: kept.map(({ cases }) => cases) };
}

function positions(pins: readonly (number | null)[]): Int32Array {
  const pinnedAt = new Int32Array(pins.length).fill(-1);
  for (const [index, position] of pins.entries()) if (position !== null) pinnedAt[position] = index;
  return pinnedAt;
}
