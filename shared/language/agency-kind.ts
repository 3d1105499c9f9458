import type { Pathway } from './pathway';

/** The six muted families that tint an agency's code on screen. The code itself always says which agency it is. */
export const agencyFamilies = ['justice', 'home', 'health', 'young', 'work', 'third'] as const;
export type AgencyFamily = (typeof agencyFamilies)[number];

export interface AgencyKind {
  readonly kind: string;
  readonly name: string;
  /** Two or three capitals, shown wherever there is no room for the name. */
  readonly code: string;
  readonly family: AgencyFamily;
  /** The needs that make a case this agency's concern. */
  readonly pathways: readonly Pathway[];
  /** Core agencies sit through the whole conference, so their time never counts as waiting (PRODUCT: police and probation). */
  readonly isCore: boolean;
}

/** The ready list that a new scheme chooses from: who sits on IOM conferences in the five documents. */
export const agencyKinds: readonly AgencyKind[] = [
  { kind: 'police', name: 'Police', code: 'POL', family: 'justice', pathways: ['lifestyle'], isCore: true },
  { kind: 'probation', name: 'Probation', code: 'PRO', family: 'justice', pathways: ['thinking', 'attitudes'], isCore: true },
  { kind: 'prison', name: 'Prison', code: 'PRI', family: 'justice', pathways: [], isCore: false },
  { kind: 'youth-justice', name: 'Youth Justice', code: 'YJS', family: 'young', pathways: [], isCore: false },
  { kind: 'courts', name: 'Courts', code: 'CTS', family: 'justice', pathways: [], isCore: false },
  { kind: 'housing', name: 'Housing Options', code: 'HOU', family: 'home', pathways: ['accommodation'], isCore: false },
  { kind: 'supported-housing', name: 'Supported Housing', code: 'SUP', family: 'home', pathways: ['accommodation'], isCore: false },
  { kind: 'drugs', name: 'Drug Service', code: 'DRG', family: 'health', pathways: ['drugs'], isCore: false },
  { kind: 'alcohol', name: 'Alcohol Service', code: 'ALC', family: 'health', pathways: ['alcohol'], isCore: false },
  { kind: 'mental-health', name: 'Mental Health', code: 'MH', family: 'health', pathways: ['health'], isCore: false },
  { kind: 'primary-care', name: 'Primary Care', code: 'GP', family: 'health', pathways: ['health'], isCore: false },
  { kind: 'jobcentre', name: 'Jobcentre', code: 'JCP', family: 'work', pathways: ['employment', 'finance'], isCore: false },
  { kind: 'education', name: 'Education and Training', code: 'EDU', family: 'work', pathways: ['employment'], isCore: false },
  { kind: 'debt', name: 'Debt Advice', code: 'FIN', family: 'work', pathways: ['finance'], isCore: false },
  { kind: 'childrens-services', name: 'Children’s Services', code: 'CSC', family: 'young', pathways: ['family'], isCore: false },
  { kind: 'community-safety', name: 'Community Safety', code: 'CSP', family: 'third', pathways: [], isCore: false },
  { kind: 'mentoring', name: 'Mentoring', code: 'MEN', family: 'third', pathways: ['attitudes', 'lifestyle'], isCore: false },
  { kind: 'domestic-abuse', name: 'Domestic Abuse Service', code: 'DVA', family: 'third', pathways: ['family'], isCore: false },
];
