import { type ActionFact, type CaseFact, type LeavingFact, staysOf } from '../../../shared/insight/facts';

interface Dates {
  readonly adoptedOn?: string | null;
  readonly leftOn?: string | null;
  readonly leavings?: readonly LeavingFact[];
}

/** A case on the scheme since the beginning of 2025. */
export function caseFact({
  adoptedOn = '2025-01-01',
  leftOn = null,
  leavings = leftOn === null ? [] : [{ adoptedOn, leftOn }],
  ...fields
}: Partial<Omit<CaseFact, 'stays'>> & Dates = {}): CaseFact {
  const { state = 'adopted' } = fields;
  return {
    id: 'case',
    area: '',
    cohortPart: null,
    state,
    stays: staysOf({ state, adoptedOn, leftOn }, leavings),
    statutoryPosition: 'licence',
    rosh: 'medium',
    leadPersonId: null,
    leadAgencyId: null,
    reviewDue: null,
    supervisionEndedOn: null,
    ...fields,
  };
}

/** An open action of housing, due on Fri 2 Jan 2026. */
export function actionFact(fields: Partial<ActionFact> = {}): ActionFact {
  return {
    caseId: 'case',
    agencyId: 'housing',
    setOn: '2025-12-16',
    dueOn: '2026-01-02',
    outcome: null,
    closedOn: null,
    timesCarried: 0,
    ...fields,
  };
}
