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

/** What a panel has before it. */
export const panelSubjects = ['selection', 'leaving'] as const;
export type PanelSubject = (typeof panelSubjects)[number];

/** What one agency says at the panel. `abstains` is a view too: it is neither agreement nor dissent. */
export const panelStances = ['agrees', 'disagrees', 'abstains'] as const;
export type PanelStance = (typeof panelStances)[number];

/** How strongly someone is worked with: a sliding scale, expected to change (CAM R19). */
export const intensities = ['intensive', 'standard', 'light'] as const;
export type Intensity = (typeof intensities)[number];
export const intensityName: Readonly<Record<Intensity, string>> = { intensive: 'Intensive', standard: 'Standard', light: 'Light touch' };

/** What is decided about someone's place on the scheme. Each is a row of its own, never overwritten. */
export const cohortDecisionKinds = ['adopted', 'declined', 'reviewed', 'left'] as const;
export type CohortDecisionKind = (typeof cohortDecisionKinds)[number];

/** What someone is told when they join (STRAT principle 3, informed participation). */
export const participationPoints = ['responsibilities', 'monitoring', 'support', 'sharing', 'leaving', 'complaints'] as const;
export type ParticipationPoint = (typeof participationPoints)[number];

/** Grounds for leaving. More than one may hold; CAM R18 asks that passing the resource on be among them. */
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
