import { type RetentionKind, retentionKindName, retentionKinds } from '../language/retention';

export interface RetentionRule {
  readonly kind: RetentionKind;
  readonly months: number;
  readonly reason: string;
  readonly source: string;
}

/**
 * What holds until a scheme sets rules of its own. The law names no number: it asks that there be a time limit, with a
 * reason (UK GDPR article 5(1)(e); for law enforcement the Data Protection Act 2018, section 39(2)).
 */
export const defaultRetention: Readonly<Record<RetentionKind, Omit<RetentionRule, 'kind'>>> = {
  left: {
    months: 72,
    reason: 'Someone who comes back is known again, and what worked can be shown.',
    source: 'Data Protection Act 2018, section 39(2)',
  },
  transferred: {
    months: 24,
    reason: 'The area or scheme that manages them now holds its own record; ours answers questions for a while.',
    source: 'Data Protection Act 2018, section 39(2)',
  },
  died: {
    months: 12,
    reason: 'Long enough for an inquest or a review of the death.',
    source: 'UK GDPR recital 27: the law on personal data ends, the duty of confidence does not',
  },
  'never-adopted': {
    months: 12,
    reason: 'Long enough to see that the same person is put forward again.',
    source: 'UK GDPR article 5(1)(e)',
  },
};

/** The rules of a scheme, one of each kind: what it has set, and what holds where it has set none. */
export function retentionRules(set: readonly RetentionRule[]): readonly RetentionRule[] {
  const known = new Map(set.map((rule) => [rule.kind, rule]));
  return retentionKinds.map((kind) => known.get(kind) ?? { kind, ...defaultRetention[kind] });
}

/** "6 years", "18 months". */
export function monthsInWords(months: number): string {
  if (months % 12 !== 0) return months === 1 ? '1 month' : `${months} months`;
  return months === 12 ? '1 year' : `${months / 12} years`;
}

/** As the tombstone says it: "Left the scheme: 6 years". */
export const ruleInWords = ({ kind, months }: RetentionRule) => `${retentionKindName[kind]}: ${monthsInWords(months)}`;

/**
 * The day on which what is held is due for a decision: so many months later, on the first of the next month where that
 * month has no such day.
 *
 * @param from `YYYY-MM-DD`.
 */
export function dueAfter(from: string, months: number): string {
  const at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const day = (month: number, date: string) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${date}`;
  const same = day(at, from.slice(8));
  const isDay = new Date(`${same}T00:00:00Z`).toISOString().slice(0, 10) === same;
  return isDay ? same : day(at + 1, '01');
}

/**
 * By when the last backup from before an erasure is gone, where a backup is made in each month: the newest of each of the
 * last twelve months is kept (`backup-rotation.ts`), so it goes with the first backup of the twelfth month after its own.
 *
 * @param newest the instant of the newest backup from before, ISO 8601 UTC.
 * @returns the first day of that month, `YYYY-MM-DD`.
 */
export const backupsGoneFrom = (newest: string, keptMonths = 12): string => dueAfter(`${newest.slice(0, 7)}-01`, keptMonths);
