import type { EqualityGroup } from '../../../shared/insight/equality-groups';
import { saveAreaFigures } from '../insight/population';
import type { Session } from '../session';

/** An invented area: tenths of a per cent of its adults. */
const perThousand = {
  'sex-female': 506,
  'sex-male': 494,
  'age-under-25': 118,
  'age-25-34': 174,
  'age-35-44': 163,
  'age-45-over': 545,
  'ethnicity-asian': 82,
  'ethnicity-black': 41,
  'ethnicity-mixed': 29,
  'ethnicity-white': 836,
  'ethnicity-other': 12,
  'disability-yes': 193,
  'disability-no': 807,
} as const satisfies Readonly<Record<EqualityGroup, number>>;

export function recordPopulation(session: Session): void {
  saveAreaFigures(session, { source: 'invented figures for the adults of Harrowmere', perThousand });
}
