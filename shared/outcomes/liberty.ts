import { addDays, daysBetween } from '../language/dates';
import { byText } from '../language/in-order';

/** Days from `from` to `to`, both among them. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A stay in custody; `endsOn` is null while it lasts. First and last day both count as inside. */
export interface CustodyStay {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export const lengthOf = ({ from, to }: Span): number => Math.max(0, daysBetween(from, to) + 1);
export const isWithin = (day: string, { from, to }: Span): boolean => day >= from && day <= to;

/** The days of a span that were spent in custody. Stays that overlap, as two systems report them, are counted once. */
export function custodyDays(span: Span, stays: readonly CustodyStay[]): number {
  const inside = stays
    .map(({ startsOn, endsOn }) => ({
      from: startsOn > span.from ? startsOn : span.from,
      to: endsOn === null || endsOn > span.to ? span.to : endsOn,
    }))
    .filter(({ from, to }) => from <= to)
    .sort((one, other) => byText(one.from, other.from));
  let days = 0;
  let counted: string | null = null;
  for (const { from, to } of inside) {
    const start = counted !== null && counted >= from ? addDays(counted, 1) : from;
    days += lengthOf({ from: start, to });
    if (counted === null || to > counted) counted = to;
  }
  return days;
}

/** The days of a span on which someone was at liberty and could have offended (HMI 8.5: areas counted them in different ways or not at all). */
export function libertyDays(span: Span, stays: readonly CustodyStay[]): number {
  return lengthOf(span) - custodyDays(span, stays);
}
