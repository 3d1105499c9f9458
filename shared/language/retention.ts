import type { LeavingGround } from './selection';

/** In which way a place ended, or never began: each has its own rule for how long is kept what is held. */
export const retentionKinds = ['left', 'transferred', 'died', 'never-adopted'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export const retentionKindName: Readonly<Record<RetentionKind, string>> = {
  left: 'Left the scheme',
  transferred: 'Moved away, or managed elsewhere',
  died: 'Died',
  'never-adopted': 'Put forward and never adopted',
};

/** From which day the time runs, as it is said beside the rule. */
export const retentionRunsFrom: Readonly<Record<RetentionKind, string>> = {
  left: 'from the day they left',
  transferred: 'from the day they left',
  died: 'from the day they were taken off the scheme',
  'never-adopted': 'from the last decision or referral',
};

/** The kind that goes by the grounds for leaving: death before anything else, then a transfer. */
export function retentionKindOf(grounds: readonly LeavingGround[]): RetentionKind {
  if (grounds.includes('died')) return 'died';
  return grounds.includes('moved-away') || grounds.includes('other-scheme') ? 'transferred' : 'left';
}
