import type { PanelStance } from '../language/selection';

/** Who decides joining and leaving together, with equal say (STRAT 12.2, 17, principle 1). */
export const jointKinds = ['police', 'probation'] as const;
const kindName: Readonly<Record<(typeof jointKinds)[number], string>> = { police: 'police', probation: 'probation' };

export interface DecidingAgency {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

export interface JointDecision {
  readonly isAgreed: boolean;
  /** Kinds that no agency of the scheme is: then nobody can decide. */
  readonly absentKinds: readonly string[];
  /** Those that have not said that they agree. */
  readonly missing: readonly DecidingAgency[];
  /** Those among them that have said no. */
  readonly against: readonly DecidingAgency[];
}

/**
 * Whether police and probation have both agreed. Where the scheme has neither, or only one of them, nothing is agreed:
 * a joint decision of one is none (STRAT 12.2, 17).
 *
 * @param agencies those of the scheme that are not withdrawn.
 * @param stanceOf the latest stance of an agency, null where it has said nothing.
 */
export function jointDecision(agencies: readonly DecidingAgency[], stanceOf: (agencyId: string) => PanelStance | null): JointDecision {
  const deciding = agencies.filter(({ kind }) => (jointKinds as readonly string[]).includes(kind));
  const absentKinds = jointKinds.filter((kind) => !deciding.some((agency) => agency.kind === kind)).map((kind) => kindName[kind]);
  const missing = deciding.filter(({ id }) => stanceOf(id) !== 'agrees');
  return {
    isAgreed: absentKinds.length === 0 && missing.length === 0,
    absentKinds,
    missing,
    against: deciding.filter(({ id }) => stanceOf(id) === 'disagrees'),
  };
}

/** Why a joint decision does not hold yet, in a sentence; null where it does. */
export function whyNotAgreed({ isAgreed, absentKinds, missing, against }: JointDecision): string | null {
  if (isAgreed) return null;
  if (absentKinds.length > 0) {
    return `the scheme has no ${absentKinds.join(' and no ')} agency. Add ${absentKinds.length === 1 ? 'it' : 'them'} under Scheme, Agencies`;
  }
  const names = missing.map(({ name }) => name).join(' and ');
  return `${names} ${missing.length === 1 ? 'has' : 'have'} not agreed${against.length > 0 ? ` (${against.map(({ name }) => name).join(', ')} said no)` : ''}`;
}
