import { cohortPartName, cohortParts, mappaLevels, ogrsBandName, ogrsBands, roshLevels, roshName } from '../../../shared/language/cohort';
import { formatDayWithYear, formatPlainDay } from '../../../shared/language/dates';
import { statutoryPositionName, statutoryPositions } from '../../../shared/language/statutory-position';
import type { CaseFields } from '../../../shared/views/case';
import type { Choice } from '../../components/fields/choice';

export type CaseFieldName = keyof CaseFields;

/** How a field is written and checked. */
export type CaseFieldKind =
  | { readonly kind: 'line' | 'prose' | 'day' | 'score' | 'agency' | 'person' | 'yes-no' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly mayBeEmpty: boolean };

export interface CaseFieldSpec {
  readonly title: string;
  readonly input: CaseFieldKind;
}

const named = <Id extends string>(ids: readonly Id[], names: Readonly<Record<Id, string>>): readonly Choice[] =>
  ids.map((id) => ({ id, name: names[id] }));
const mappaName = { none: 'None', '1': 'Level 1', '2': 'Level 2', '3': 'Level 3' } as const;
const line = { kind: 'line' } as const;
const day = { kind: 'day' } as const;

export const caseFields: Readonly<Record<CaseFieldName, CaseFieldSpec>> = {
  reference: { title: 'Reference', input: line },
  surname: { title: 'Surname', input: line },
  forenames: { title: 'Forenames', input: line },
  knownAs: { title: 'Known as', input: line },
  dateOfBirth: { title: 'Date of birth', input: day },
  pnc: { title: 'PNC', input: line },
  crn: { title: 'CRN', input: line },
  prisonNumber: { title: 'Prison number', input: line },
  sex: { title: 'Sex', input: line },
  ethnicity: { title: 'Ethnicity', input: line },
  disability: { title: 'Disability', input: line },
  area: { title: 'Area', input: line },
  beat: { title: 'Beat', input: line },
  leadAgencyId: { title: 'Lead agency', input: { kind: 'agency' } },
  leadPersonId: { title: 'Case manager', input: { kind: 'person' } },
  statutoryPosition: {
    title: 'Position',
    input: { kind: 'choice', choices: named(statutoryPositions, statutoryPositionName), mayBeEmpty: true },
  },
  isAtLarge: { title: 'Illegally at large', input: { kind: 'yes-no' } },
  custodyPlace: { title: 'Held at', input: line },
  cohortPart: { title: 'Cohort', input: { kind: 'choice', choices: named(cohortParts, cohortPartName), mayBeEmpty: true } },
  indexOffence: { title: 'Index offence', input: line },
  ogrsScore: { title: 'OGRS', input: { kind: 'score' } },
  ogrsBand: { title: 'OGRS band', input: { kind: 'choice', choices: named(ogrsBands, ogrsBandName), mayBeEmpty: true } },
  rosh: { title: 'RoSH', input: { kind: 'choice', choices: named(roshLevels, roshName), mayBeEmpty: false } },
  mappa: { title: 'MAPPA', input: { kind: 'choice', choices: named(mappaLevels, mappaName), mayBeEmpty: false } },
  reviewDue: { title: 'Review due', input: day },
  adoptedOn: { title: 'Adopted', input: day },
  releaseOn: { title: 'Release', input: day },
  licenceEndsOn: { title: 'Licence ends', input: day },
  orderEndsOn: { title: 'Order ends', input: day },
  supervisionEndsOn: { title: 'Supervision ends', input: day },
  doAdvice: { title: 'Do', input: { kind: 'prose' } },
  doNotAdvice: { title: 'Do not', input: { kind: 'prose' } },
};

export type CaseFieldValue = string | number | boolean | null;

export interface FieldNames {
  readonly agencyName: (id: string) => string;
  readonly personName: (id: string) => string;
}

/** A field's value as people read it; empty where nothing is recorded. */
export function fieldWords(name: CaseFieldName, value: CaseFieldValue, { agencyName, personName }: FieldNames): string {
  if (value === null || value === '') return '';
  const { input } = caseFields[name];
  switch (input.kind) {
    case 'day':
      return name === 'dateOfBirth' ? formatPlainDay(String(value)) : formatDayWithYear(String(value));
    case 'choice':
      return input.choices.find(({ id }) => id === value)?.name ?? String(value);
    case 'agency':
      return agencyName(String(value));
    case 'person':
      return personName(String(value));
    case 'yes-no':
      return value === true || value === 1 || value === '1' || value === 'true' ? 'Yes' : 'No';
    default:
      return String(value);
  }
}

export type ReadField = { readonly ok: true; readonly value: string | number | null } | { readonly ok: false; readonly problem: string };

/** What was typed into a line, prose or score, checked before it is sent; the reason in words where it will not do. */
export function readField(name: CaseFieldName, typed: string): ReadField {
  const text = typed.trim();
  if (caseFields[name].input.kind === 'score') {
    if (text === '') return { ok: true, value: null };
    if (!/^\d{1,3}$/.test(text) || Number(text) > 100) return { ok: false, problem: 'A score is a whole number from 0 to 100' };
    return { ok: true, value: Number(text) };
  }
  if (name === 'surname' && text === '') return { ok: false, problem: 'A case needs a surname' };
  if (caseFields[name].input.kind === 'line' && text.length > 500) return { ok: false, problem: 'This is longer than 500 characters' };
  return { ok: true, value: text };
}
