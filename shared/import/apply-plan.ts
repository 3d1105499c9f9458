import type { CaseFields } from '../views/case';
import type { ExistingCase, PlannedRow } from './planned-import';

/** A case of which nothing is known. */
export const noFields: CaseFields = {
  reference: '',
  surname: '',
  forenames: '',
  knownAs: '',
  dateOfBirth: null,
  pnc: '',
  crn: '',
  prisonNumber: '',
  sex: '',
  ethnicity: '',
  disability: '',
  area: '',
  beat: '',
  leadAgencyId: null,
  leadPersonId: null,
  statutoryPosition: null,
  isAtLarge: false,
  custodyPlace: '',
  cohortPart: null,
  indexOffence: '',
  ogrsScore: null,
  ogrsBand: null,
  rosh: 'not-assessed',
  mappa: 'none',
  reviewDue: null,
  adoptedOn: null,
  releaseOn: null,
  licenceEndsOn: null,
  orderEndsOn: null,
  supervisionEndsOn: null,
  doAdvice: '',
  doNotAdvice: '',
};

/** What the register would hold once a plan had been applied. New cases have ids of their own, `new-` and their row. */
export function applyPlan(existing: readonly ExistingCase[], rows: readonly PlannedRow[]): readonly ExistingCase[] {
  const cases = new Map(existing.map((one) => [one.id, one]));
  for (const row of rows) {
    const id = row.caseId ?? `new-${row.row}`;
    cases.set(id, applyRow(id, cases.get(id), row));
  }
  return [...cases.values()];
}

function applyRow(id: string, before: ExistingCase | undefined, row: PlannedRow): ExistingCase {
  const needs = (before?.needs ?? []).map((need) => ({
    ...need,
    priority: row.needs.find(({ needId }) => needId === need.id)?.priority ?? need.priority,
  }));
  const added = row.needs
    .filter(({ needId }) => needId === null)
    .map(({ pathway, priority }) => ({ id: `${id}-${pathway}`, pathway, priority: priority ?? ('medium' as const) }));
  return {
    id,
    fields: { ...(before?.fields ?? noFields), ...row.fields },
    colour: row.colour ?? before?.colour ?? null,
    aliases: [...(before?.aliases ?? []), ...row.aliases],
    riskWarnings: [...(before?.riskWarnings ?? []), ...row.riskWarnings],
    needs: [...needs, ...added],
    notes: [...(before?.notes ?? []), ...(row.note === null ? [] : [row.note])],
  };
}
