export const actionKinds = ['support', 'enforcement', 'intelligence', 'safeguarding', 'administrative'] as const;
export type ActionKind = (typeof actionKinds)[number];
export const actionKindName: Readonly<Record<ActionKind, string>> = {
  support: 'Support',
  enforcement: 'Enforcement',
  intelligence: 'Intelligence',
  safeguarding: 'Safeguarding',
  administrative: 'Administrative',
};

export const actionPriorities = ['normal', 'high'] as const;
export type ActionPriority = (typeof actionPriorities)[number];

/** The four ways an action ends, kept apart on screen and in the figures as the MARAC action template does. */
export const actionOutcomes = ['done', 'circumstances-changed', 'agency-did-not-act', 'withdrawn'] as const;
export type ActionOutcome = (typeof actionOutcomes)[number];
export const actionOutcomeName: Readonly<Record<ActionOutcome, string>> = {
  done: 'Done',
  'circumstances-changed': 'Not possible: circumstances changed',
  'agency-did-not-act': 'Not done: agency did not act',
  withdrawn: 'Withdrawn',
};

/** What an entry in an action's history tells. */
export const actionUpdateKinds = ['note', 'carried', 'settled', 'reopened', 'due-changed', 'reassigned', 'reworded'] as const;
export type ActionUpdateKind = (typeof actionUpdateKinds)[number];
