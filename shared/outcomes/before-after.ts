import { addDays, daysBetween, formatPlainDay } from '../language/dates';
import { type OutcomeEventKind, type SeverityGroup, severityGroups } from '../language/outcome-event';
import { canBeToldApart, type Estimate, rate, share } from './intervals';
import { type CustodyStay, isWithin, libertyDays, type Span } from './liberty';

export interface OutcomeEventFact {
  readonly kind: OutcomeEventKind;
  readonly happenedOn: string;
  readonly severity: SeverityGroup | null;
  /** Offences that it stands for. */
  readonly offences: number;
}

/** What is known of one person's offending and custody. */
export interface OutcomeCase {
  readonly caseId: string;
  readonly adoptedOn: string | null;
  readonly events: readonly OutcomeEventFact[];
  readonly custody: readonly CustodyStay[];
  /** In custody now without anyone having recorded since when, so that the time at liberty is not known. */
  readonly isCustodyUnknown: boolean;
}

/** One of these is counted at a time: an arrest, its charge and its conviction are one offence. */
export const countedKinds = ['arrest', 'charge', 'conviction', 'breach', 'recall'] as const satisfies readonly OutcomeEventKind[];
export type CountedKind = (typeof countedKinds)[number];

export interface BeforeAfterQuestion {
  readonly kind: CountedKind;
  /** Days before adoption, and as many after it. */
  readonly window: number;
  readonly today: string;
}

export interface WindowFigures {
  readonly offences: number;
  readonly libertyDays: number;
  /** Offences for each year at liberty. */
  readonly frequency: Estimate | null;
  readonly bySeverity: readonly {
    readonly severity: SeverityGroup | null;
    readonly offences: number;
    readonly frequency: Estimate | null;
  }[];
  /** People with at least one. Shown beside the frequency, and never alone (HMI 8.19, 8.26). */
  readonly people: number;
  readonly share: Estimate | null;
}

export interface BeforeAfterCase {
  readonly caseId: string;
  readonly before: number;
  readonly after: number;
  readonly libertyBefore: number;
  readonly libertyAfter: number;
}

export type LeftOutReason = 'not-adopted' | 'too-recent' | 'never-at-liberty' | 'custody-unknown';

export interface BeforeAfter {
  readonly question: BeforeAfterQuestion;
  readonly cases: readonly BeforeAfterCase[];
  readonly leftOut: Readonly<Record<LeftOutReason, readonly string[]>>;
  readonly before: WindowFigures;
  readonly after: WindowFigures;
  /** Change of the frequency, -0.4 for 40 per cent less; null where there was none before. */
  readonly change: number | null;
  readonly isDifference: boolean;
  readonly warnings: readonly string[];
}

const daysOfYear = 365.25;
/** With fewer people or offences than this a figure moves by chance alone. */
export const smallNumber = 20;

/** The days before adoption and as many from it on, equal so that they can be compared (HMI 8.3, 8.6). The day of adoption belongs to the time after. */
export function windowsOf(adoptedOn: string, window: number): { readonly before: Span; readonly after: Span } {
  return {
    before: { from: addDays(adoptedOn, -window), to: addDays(adoptedOn, -1) },
    after: { from: adoptedOn, to: addDays(adoptedOn, window - 1) },
  };
}

/**
 * Offending before and after adoption over equal windows, for each year at liberty (HMI 8.5): by frequency and severity, and
 * never by the yes or no of reconviction alone (HMI 8.19 to 8.26, STRAT 28, 30). Of regression to the mean it warns, since no
 * matched cohort stands beside it (HMI 8.8) and many stop without any intervention (EVID). Who has not been on the scheme for a
 * whole window, or was never at liberty in one, is left out and counted.
 */
export function beforeAndAfter(cases: readonly OutcomeCase[], question: BeforeAfterQuestion): BeforeAfter {
  const leftOut: Record<LeftOutReason, string[]> = { 'not-adopted': [], 'too-recent': [], 'never-at-liberty': [], 'custody-unknown': [] };
  const counted: CountedCase[] = [];
  for (const one of cases) {
    const found = countCase(one, question);
    if (typeof found === 'string') leftOut[found].push(one.caseId);
    else counted.push(found);
  }
  const before = figuresOf(counted.map((one) => one.before));
  const after = figuresOf(counted.map((one) => one.after));
  const change =
    before.frequency && after.frequency && before.frequency.value > 0 ? after.frequency.value / before.frequency.value - 1 : null;
  const isDifference = before.frequency !== null && after.frequency !== null && canBeToldApart(before.frequency, after.frequency);
  return {
    question,
    cases: counted.map((one) => ({
      caseId: one.caseId,
      before: offencesIn(one.before),
      after: offencesIn(one.after),
      libertyBefore: one.before.liberty,
      libertyAfter: one.after.liberty,
    })),
    leftOut,
    before,
    after,
    change,
    isDifference,
    warnings: warningsOf(counted.length, before, after, isDifference),
  };
}

interface CountedWindow {
  readonly liberty: number;
  readonly events: readonly OutcomeEventFact[];
}
interface CountedCase {
  readonly caseId: string;
  readonly before: CountedWindow;
  readonly after: CountedWindow;
}

function countCase(
  { caseId, adoptedOn, events, custody, isCustodyUnknown }: OutcomeCase,
  question: BeforeAfterQuestion,
): CountedCase | LeftOutReason {
  if (adoptedOn === null) return 'not-adopted';
  if (daysBetween(adoptedOn, question.today) < question.window) return 'too-recent';
  if (isCustodyUnknown) return 'custody-unknown';
  const spans = windowsOf(adoptedOn, question.window);
  const windowOf = (span: Span): CountedWindow => ({
    liberty: libertyDays(span, custody),
    events: events.filter(({ kind, happenedOn }) => kind === question.kind && isWithin(happenedOn, span)),
  });
  const before = windowOf(spans.before);
  const after = windowOf(spans.after);
  if (before.liberty === 0 || after.liberty === 0) return 'never-at-liberty';
  return { caseId, before, after };
}

const offencesIn = ({ events }: CountedWindow): number => events.reduce((sum, { offences }) => sum + offences, 0);

function figuresOf(windows: readonly CountedWindow[]): WindowFigures {
  const days = windows.reduce((sum, { liberty }) => sum + liberty, 0);
  const years = days / daysOfYear;
  const events = windows.flatMap((window) => window.events);
  const sum = (chosen: readonly OutcomeEventFact[]) => chosen.reduce((total, { offences }) => total + offences, 0);
  const people = windows.filter((window) => window.events.length > 0).length;
  const severities: readonly (SeverityGroup | null)[] = [...severityGroups, null];
  return {
    offences: sum(events),
    libertyDays: days,
    frequency: rate(sum(events), years),
    bySeverity: severities.map((severity) => {
      const offences = sum(events.filter((event) => event.severity === severity));
      return { severity, offences, frequency: rate(offences, years) };
    }),
    people,
    share: share(people, windows.length),
  };
}

/** What a reader must know before drawing a conclusion, in plain words. */
function warningsOf(people: number, before: WindowFigures, after: WindowFigures, isDifference: boolean): readonly string[] {
  if (people === 0) return ['Nobody has been on the scheme for a whole window yet, so there is nothing to compare.'];
  const warnings: string[] = [];
  if (people < smallNumber || before.offences + after.offences < smallNumber) {
    warnings.push(
      `Small numbers: ${people} ${people === 1 ? 'person' : 'people'} and ${before.offences + after.offences} offences. One person more or less would change these figures; do not quote them as a result.`,
    );
  }
  if (!isDifference) warnings.push('The two figures cannot be told apart: the difference may be chance.');
  if (before.offences > after.offences) {
    warnings.push(
      'People are taken on when their offending is at its height, so some of the fall would have come without the scheme (regression to the mean). Only a comparison with similar people who were not taken on could tell how much.',
    );
  } else if (after.offences > 0) {
    warnings.push('Someone who is watched more closely is also caught more often, so a rise may be a rise in detection (STRAT 28).');
  }
  return warnings;
}

/**
 * What to beware of where a window begins before anything is on record: offences from before that day may be missing, and the
 * time before look better than it was (HMI 8.3). Null where none does.
 */
export function warningOfReach(cases: readonly OutcomeCase[], { cases: counted, question }: BeforeAfter): string | null {
  const first = cases.flatMap(({ events }) => events.map(({ happenedOn }) => happenedOn)).reduce((a, b) => (a < b ? a : b), '9999');
  const ids = new Set(counted.map(({ caseId }) => caseId));
  const early = cases.filter(
    ({ caseId, adoptedOn }) => adoptedOn !== null && ids.has(caseId) && windowsOf(adoptedOn, question.window).before.from < first,
  ).length;
  if (early === 0 || first === '9999') return null;
  const whose =
    counted.length === 1
      ? 'The window before adoption begins'
      : `${early} of the ${counted.length} windows before adoption ${early === 1 ? 'begins' : 'begin'}`;
  return `The first event on record is of ${formatPlainDay(first)}. ${whose} earlier, so offences from before that day may be missing.`;
}
