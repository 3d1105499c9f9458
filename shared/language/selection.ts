/** Offence groups as selection weighs them; the first four are the neighbourhood crimes of STRAT endnote i. */
export const offenceGroups = [
  'burglary',
  'robbery',
  'theft-from-person',
  'vehicle-crime',
  'shop-theft',
  'other-theft',
  'violence',
  'domestic-abuse',
  'drugs',
  'criminal-damage',
  'public-order',
  'sexual',
  'other',
] as const;
export type OffenceGroup = (typeof offenceGroups)[number];

export const offenceGroupName: Readonly<Record<OffenceGroup, string>> = {
  burglary: 'Burglary',
  robbery: 'Robbery',
  'theft-from-person': 'Theft from the person',
  'vehicle-crime': 'Vehicle crime',
  'shop-theft': 'Theft from shops',
  'other-theft': 'Other theft',
  violence: 'Violence',
  'domestic-abuse': 'Domestic abuse',
  drugs: 'Drugs',
  'criminal-damage': 'Criminal damage',
  'public-order': 'Public order',
  sexual: 'Sexual offences',
  other: 'Other',
};

/** Where a referral into the scheme stands (STRAT 12.2: all referral decisions are made through shared panels). */
export const selectionStates = ['received', 'scored', 'at-panel', 'adopted', 'declined', 'withdrawn'] as const;
export type SelectionState = (typeof selectionStates)[number];
export const selectionStateName: Readonly<Record<SelectionState, string>> = {
  received: 'Received',
  scored: 'Scored',
  'at-panel': 'At the panel',
  adopted: 'Adopted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
};

/** What a panel has before it. */
export const panelSubjects = ['selection', 'leaving'] as const;
export type PanelSubject = (typeof panelSubjects)[number];
export const panelSubjectName: Readonly<Record<PanelSubject, string>> = { selection: 'Joining', leaving: 'Leaving' };

/** What one agency says at the panel. `abstains` is a view too: it is neither agreement nor dissent. */
export const panelStances = ['agrees', 'disagrees', 'abstains'] as const;
export type PanelStance = (typeof panelStances)[number];
export const panelStanceName: Readonly<Record<PanelStance, string>> = {
  agrees: 'Agrees',
  disagrees: 'Disagrees',
  abstains: 'Has no view',
};

/** How strongly someone is worked with: a sliding scale, looked at again regularly and expected to change (CAM R19). */
export const intensities = ['intensive', 'standard', 'light'] as const;
export type Intensity = (typeof intensities)[number];
export const intensityName: Readonly<Record<Intensity, string>> = { intensive: 'Intensive', standard: 'Standard', light: 'Light touch' };

/** What is decided about someone's place on the scheme. Each is a row of its own, never overwritten. */
export const cohortDecisionKinds = ['adopted', 'declined', 'reviewed', 'left'] as const;
export type CohortDecisionKind = (typeof cohortDecisionKinds)[number];
export const cohortDecisionName: Readonly<Record<CohortDecisionKind, string>> = {
  adopted: 'Adopted',
  declined: 'Not adopted',
  reviewed: 'Reviewed: stays',
  left: 'Left the scheme',
};

/** What someone is told when they join (STRAT 17, principle 3: informed participation). */
export const participationPoints = ['responsibilities', 'monitoring', 'support', 'sharing', 'leaving', 'complaints'] as const;
export type ParticipationPoint = (typeof participationPoints)[number];
export const participationPointName: Readonly<Record<ParticipationPoint, string>> = {
  responsibilities: 'What is expected of them',
  monitoring: 'More monitoring and supervision, by whom',
  support: 'What support is on offer',
  sharing: 'Which agencies share information, and why',
  leaving: 'How and when people leave the scheme',
  complaints: 'How to complain or ask what is held',
};

/** Grounds for leaving. More than one may hold; CAM R18 asks that passing the resource on be among them, STRAT 12.2 lower risk and being unsuitable. */
export const leavingGrounds = [
  'no-recent-offending',
  'lower-risk',
  'needs-met',
  'resource-better-used',
  'order-ended',
  'long-sentence',
  'moved-away',
  'other-scheme',
  'does-not-engage',
  'unsuitable',
  'died',
] as const;
export type LeavingGround = (typeof leavingGrounds)[number];
export const leavingGroundName: Readonly<Record<LeavingGround, string>> = {
  'no-recent-offending': 'No offending for some time',
  'lower-risk': 'Risk of reoffending is now lower',
  'needs-met': 'Needs are met, or met elsewhere',
  'resource-better-used': 'The place would do more for someone else',
  'order-ended': 'Licence or order has ended',
  'long-sentence': 'Long custodial sentence',
  'moved-away': 'Moved out of the area',
  'other-scheme': 'Managed by another scheme (MAPPA, another area)',
  'does-not-engage': 'Does not take part and nothing more can be offered',
  unsuitable: 'Unsuitable for this scheme',
  died: 'Died',
};
