import type { RoshLevel } from '../../../shared/language/cohort';
import type { Colour } from '../../../shared/language/colour';
import type { Pathway, Progress } from '../../../shared/language/pathway';
import type { StatutoryPosition } from '../../../shared/language/statutory-position';

/** The sample of the 2014 joint inspection, which the demonstration scheme resembles: 108 cases. */
export const sampleSize = 108;

/** HMI 4.10: 28, 9, 22, 10 and 30 per cent. They add up to 99, so one person is under post-sentence supervision. */
export const positionCounts: Readonly<Partial<Record<StatutoryPosition, number>>> = {
  serving: 30,
  remand: 10,
  licence: 24,
  'community-order': 11,
  voluntary: 32,
  'post-sentence': 1,
};

/** HMI 4.12: 19, 53 and 21 per cent, and 5 cases not assessed. They add up to 98, so two are very high. */
export const roshCounts: Readonly<Record<RoshLevel, number>> = { low: 21, medium: 57, high: 23, 'very-high': 2, 'not-assessed': 5 };

/**
 * HMI 5.12: per cent of cases with the need. HMI 8.12: their progress, per cent of those whose progress was recorded.
 * `reviewed` are the most people who round to those very shares; the others with the need have not been reviewed yet.
 */
export const needShares: readonly {
  readonly pathway: Pathway;
  readonly percent: number;
  readonly progress: Readonly<Record<Progress, number>>;
  readonly reviewed: Readonly<Record<Progress, number>>;
}[] = [
  {
    pathway: 'drugs',
    percent: 58,
    progress: { good: 22, some: 15, none: 54, deterioration: 9 },
    reviewed: { good: 12, some: 8, none: 29, deterioration: 5 },
  },
  {
    pathway: 'thinking',
    percent: 52,
    progress: { good: 12, some: 43, none: 43, deterioration: 2 },
    reviewed: { good: 6, some: 22, none: 22, deterioration: 1 },
  },
  {
    pathway: 'lifestyle',
    percent: 38,
    progress: { good: 3, some: 43, none: 53, deterioration: 0 },
    reviewed: { good: 1, some: 13, none: 16, deterioration: 0 },
  },
  {
    pathway: 'employment',
    percent: 35,
    progress: { good: 29, some: 54, none: 18, deterioration: 0 },
    reviewed: { good: 8, some: 15, none: 5, deterioration: 0 },
  },
  {
    pathway: 'accommodation',
    percent: 33,
    progress: { good: 35, some: 31, none: 27, deterioration: 8 },
    reviewed: { good: 9, some: 8, none: 7, deterioration: 2 },
  },
  {
    pathway: 'alcohol',
    percent: 26,
    progress: { good: 14, some: 45, none: 36, deterioration: 5 },
    reviewed: { good: 3, some: 10, none: 8, deterioration: 1 },
  },
];

/** HMI 8.18: of 65 managed in the community 62 per cent breached or reoffended, 14 completed without, 25 went on without. */
export const communityOutcomes = { reoffended: 40, completed: 9, ongoing: 16 } as const;

/** Colours of the 68 in the community; whoever is in custody is Blue. */
export const communityColourCounts: Readonly<Record<Exclude<Colour, 'B'>, number>> = { R: 12, A: 31, G: 25 };
