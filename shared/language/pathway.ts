/** The pathways along which a case's needs are recorded (HMI 5.12, with the reducing reoffending pathways). */
export const pathways = [
  'accommodation',
  'employment',
  'drugs',
  'alcohol',
  'health',
  'finance',
  'family',
  'thinking',
  'lifestyle',
  'attitudes',
] as const;
export type Pathway = (typeof pathways)[number];

export const pathwayName: Readonly<Record<Pathway, string>> = {
  accommodation: 'Accommodation',
  employment: 'Education, training and employment',
  drugs: 'Drugs',
  alcohol: 'Alcohol',
  health: 'Health and mental health',
  finance: 'Finance, benefits and debt',
  family: 'Family and relationships',
  thinking: 'Thinking and behaviour',
  lifestyle: 'Lifestyle and associates',
  attitudes: 'Attitudes',
};

export const needPriorities = ['high', 'medium', 'low'] as const;
export type NeedPriority = (typeof needPriorities)[number];
export const needPriorityName: Readonly<Record<NeedPriority, string>> = { high: 'High', medium: 'Medium', low: 'Low' };

/** Progress on a need, as the inspection scored it (HMI 8.12). */
export const progressLevels = ['good', 'some', 'none', 'deterioration'] as const;
export type Progress = (typeof progressLevels)[number];

export const progressName: Readonly<Record<Progress, string>> = {
  good: 'Good progress',
  some: 'Some progress',
  none: 'No progress',
  deterioration: 'Worse',
};
