/** How a case came to be on the scheme (STRAT 12) and how its risk is described. */
export const cohortParts = ['fixed', 'flex', 'free'] as const;
export type CohortPart = (typeof cohortParts)[number];
export const cohortPartName: Readonly<Record<CohortPart, string>> = { fixed: 'Fixed', flex: 'Flex', free: 'Free' };

export const ogrsBands = ['low', 'medium', 'high', 'very-high', 'prolific'] as const;
export type OgrsBand = (typeof ogrsBands)[number];
export const ogrsBandName: Readonly<Record<OgrsBand, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
  prolific: 'Prolific',
};

/** The two-year OGRS3 score in its published bands: 0-49, 50-74, 75-89, 90 and over. Prolific is judged, never derived. */
export function ogrsBandOf(score: number): Exclude<OgrsBand, 'prolific'> {
  if (score >= 90) return 'very-high';
  if (score >= 75) return 'high';
  return score >= 50 ? 'medium' : 'low';
}

/** Risk of Serious Harm. `not-assessed` is a finding of its own (HMI 4.12: 5 of 108), never a blank. */
export const roshLevels = ['low', 'medium', 'high', 'very-high', 'not-assessed'] as const;
export type RoshLevel = (typeof roshLevels)[number];
export const roshName: Readonly<Record<RoshLevel, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
  'not-assessed': 'Not assessed',
};

export const mappaLevels = ['none', '1', '2', '3'] as const;
export type MappaLevel = (typeof mappaLevels)[number];

/** Whether the person is on the scheme. Nothing is deleted: someone who has left stays findable. */
export const caseStates = ['proposed', 'adopted', 'left'] as const;
export type CaseState = (typeof caseStates)[number];
