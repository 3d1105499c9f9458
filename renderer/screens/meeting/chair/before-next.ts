import type { DraftField } from './case-drafts';

export type Step = 'discussion' | 'colour' | 'decision' | 'action' | 'update';

/** Something typed that cannot be recorded as it stands, and the field to go to. */
export interface Missing {
  readonly step: Step;
  readonly field: DraftField;
  readonly words: string;
}

/** How one kind of typing stands when the chair wants to go on. */
export interface Pending {
  readonly step: Step;
  /** Typed or chosen, and not recorded. */
  readonly isPending: boolean;
  /** Why it cannot be recorded; null where it can. */
  readonly problem: { readonly field: DraftField; readonly words: string } | null;
}

export interface BeforeNext {
  /** In the order in which they are recorded. */
  readonly record: readonly Step[];
  readonly missing: readonly Missing[];
}

/**
 * What going to the next case records, and what is missing. The first time, something missing holds the case and says
 * so; a second Ctrl+Enter with the same things missing goes on, and their drafts stay.
 */
export function beforeNext(pending: readonly Pending[]): BeforeNext {
  return {
    record: pending.filter((each) => each.isPending && each.problem === null).map((each) => each.step),
    missing: pending.flatMap(({ step, problem }) => (problem === null ? [] : [{ step, ...problem }])),
  };
}

/** Stands for what was said to be missing, so that only the same list is waved through. */
export function missingMark(itemId: string, missing: readonly Missing[]): string {
  return `${itemId}: ${missing.map((each) => `${each.step} ${each.field}`).join(', ')}`;
}
