/** A pause: after so many cases, or at a time, and then as soon as the case that is being discussed has ended. */
export type OrderBreak = { readonly afterPosition: number; readonly minutes: number } | { readonly at: number; readonly minutes: number };

/** When an agency can come; null where that end is open. */
export interface Window {
  readonly from: number | null;
  readonly until: number | null;
}

/**
 * What a meeting asks of the order of its cases beyond little waiting. Cases and agencies are numbered as in the
 * `OrderProblem`; times are minutes from the start of the meeting, and so may be negative.
 */
export interface OrderRules {
  /** Before the first case. */
  readonly openingMinutes: number;
  readonly breaks: readonly OrderBreak[];
  /** Of each case, when it must begin; the meeting rests until then where it is early. */
  readonly fixedStarts: readonly (number | null)[];
  /** Of each agency. Its whole stay must lie in it. */
  readonly windows: readonly (Window | null)[];
  /**
   * Of each agency, whether it comes by call. Then it is there for its own cases only, at its own desk between them: it
   * waits for nothing, meets nobody, and hears no other case.
   */
  readonly isRemote: readonly boolean[];
  /** Of each case, the number of its block; lower blocks come first. Null where cases of all colours may mix. */
  readonly blocks: readonly number[] | null;
  /** Cases that must follow one another, in whatever order. No case is in two of them. */
  readonly together: readonly (readonly number[])[];
  /** Two agencies that must not meet in the room. */
  readonly apart: readonly (readonly [number, number])[];
  /** Cases that must not be heard while an agency is in the room. */
  readonly notWhile: readonly { readonly case: number; readonly agency: number }[];
  /** The first case that would end after `firstEndsAt`, and all that follow, come in the second sitting. */
  readonly sittings: { readonly firstEndsAt: number; readonly secondStartsAt: number } | null;
  /** From start to end, without the time between two sittings. */
  readonly mostMinutes: number | null;
  /** Of each agency, whether it is in the room when the order begins: then it waits from there on. */
  readonly isHere: readonly boolean[];
  /** Of those who stay throughout, how many sit through a minute in which the meeting rests. */
  readonly idleWeight: number;
}

/** How much what is broken counts. The order with the least sum is nearest to what was asked. */
export const minutesOfPosition = 6;
/** Two who must not meet, or one who must not hear: a matter of someone's safety, so a minute of it counts for ten. */
export const minutesOfMeeting = 10;

/** Rules of a meeting that has none. */
export function noRules(cases: number, agencies: number): OrderRules {
  return {
    openingMinutes: 0,
    breaks: [],
    fixedStarts: Array.from({ length: cases }, () => null),
    windows: Array.from({ length: agencies }, () => null),
    isRemote: Array.from({ length: agencies }, () => false),
    blocks: null,
    together: [],
    apart: [],
    notWhile: [],
    sittings: null,
    mostMinutes: null,
    isHere: Array.from({ length: agencies }, () => false),
    idleWeight: 1,
  };
}

/** What a minute of waiting costs by agency: nothing where it comes by call. */
export const paidWeights = (weights: readonly number[], isRemote: readonly boolean[] = []): readonly number[] =>
  weights.map((weight, agency) => (isRemote[agency] ? 0 : weight));

/** By case, the last position, from 0, that its block leaves it. */
export function lastPlaces(blocks: readonly number[]): readonly number[] {
  const lastOf = new Map(blocks.map((block) => [block, blocks.filter((other) => other <= block).length - 1]));
  return blocks.map((block) => lastOf.get(block) ?? 0);
}

/**
 * Whether any of them can make one order better than another; breaks alone, and agencies that come by call, cannot. A break at a
 * time falls away where only the last case is left by then, so with one the length of the meeting depends on the order.
 */
export function decideOrder(rules: OrderRules): boolean {
  return (
    rules.fixedStarts.some((start) => start !== null) ||
    rules.windows.some((window) => window !== null) ||
    rules.blocks !== null ||
    rules.together.length > 0 ||
    rules.apart.length > 0 ||
    rules.notWhile.length > 0 ||
    rules.sittings !== null ||
    rules.isHere.some(Boolean) ||
    (rules.mostMinutes !== null && rules.breaks.some((each) => 'at' in each))
  );
}

/** Why rules cannot be followed at all, as a sentence; null where they make sense. */
export function problemWithRules(rules: OrderRules, cases: number, agencies: number): string | null {
  const isCase = (value: number) => Number.isInteger(value) && value >= 0 && value < cases;
  const isAgency = (value: number) => Number.isInteger(value) && value >= 0 && value < agencies;
  const isTime = (value: number | null) => value === null || Number.isFinite(value);
  if (rules.fixedStarts.length !== cases || (rules.blocks !== null && rules.blocks.length !== cases))
    return 'The rules are for another number of cases.';
  if ([rules.windows, rules.isRemote, rules.isHere].some(({ length }) => length !== agencies))
    return 'The rules are for another number of agencies.';
  if (
    !rules.fixedStarts.every(isTime) ||
    !rules.windows.every((window) => window === null || (isTime(window.from) && isTime(window.until)))
  )
    return 'A time in the rules is not a number of minutes.';
  const named = [...rules.together.flat(), ...rules.notWhile.map((each) => each.case)];
  if (!named.every(isCase)) return 'A rule names a case that there is not.';
  if (![...rules.notWhile.map(({ agency }) => agency), ...rules.apart.flat()].every(isAgency))
    return 'A rule names an agency that there is not.';
  const grouped = rules.together.flat();
  if (new Set(grouped).size !== grouped.length) return 'A case is in two groups that belong together.';
  if (rules.apart.some(([one, other]) => one === other)) return 'An agency cannot be kept apart from itself.';
  return null;
}
