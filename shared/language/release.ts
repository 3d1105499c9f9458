/** What must be ready before someone comes out, in the order in which it is asked for (CAM 3.3.51 to 3.3.60). */
export const readinessItems = [
  'accommodation',
  'benefits',
  'prescription',
  'met-at-gate',
  'licence-conditions',
  'first-appointment',
] as const;
export type ReadinessItem = (typeof readinessItems)[number];
export const readinessItemName: Readonly<Record<ReadinessItem, string>> = {
  accommodation: 'Somewhere to live',
  benefits: 'Benefits',
  prescription: 'Prescription',
  'met-at-gate': 'Met at the gate',
  'licence-conditions': 'Licence conditions',
  'first-appointment': 'First appointment',
};

/** `not-needed` is a finding of its own, with its reason; it is not a gap. */
export const readinessStates = ['open', 'in-hand', 'ready', 'not-needed'] as const;
export type ReadinessState = (typeof readinessStates)[number];
export const readinessStateName: Readonly<Record<ReadinessState, string>> = {
  open: 'Not arranged',
  'in-hand': 'In hand',
  ready: 'Ready',
  'not-needed': 'Not needed',
};

/** Who said when (CAM R11.iii: each change is to be communicated). */
export const releaseSources = ['prison', 'probation', 'police', 'court', 'parole-board', 'the-person', 'other'] as const;
export type ReleaseSource = (typeof releaseSources)[number];
export const releaseSourceName: Readonly<Record<ReleaseSource, string>> = {
  prison: 'Prison',
  probation: 'Probation',
  police: 'Police',
  court: 'Court',
  'parole-board': 'Parole Board',
  'the-person': 'The person themselves',
  other: 'Someone else',
};

export const releaseStates = ['expected', 'released', 'cancelled'] as const;
export type ReleaseState = (typeof releaseStates)[number];
