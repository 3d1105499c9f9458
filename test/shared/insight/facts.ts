import type { ActionFact, CaseFact } from '../../../shared/insight/facts';

/** A case on the scheme since the beginning of 2025. */
export function caseFact(fields: Partial<CaseFact> = {}): CaseFact {
  return {
    id: 'case',
    area: '',
    cohortPart: null,
    state: 'adopted',
    adoptedOn: '2025-01-01',
    leftOn: null,
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
