import { cohortPartName, ogrsBandName, roshName } from '../language/cohort';
import { colourWord } from '../language/colour';
import { formatPlainDay } from '../language/dates';
import { pathwayName } from '../language/pathway';
import { statutoryPositionName } from '../language/statutory-position';
import type { CaseFields } from '../views/case';
import type { ImportRowChange } from '../views/importing';
import { noFields } from './apply-plan';
import { shorten } from './cell-text';
import type { ExistingCase, ImportRequest, PlannedRow } from './planned-import';

/** What the screen and the problems call the fields that an import can fill. */
export const fieldLabel: Readonly<Record<keyof CaseFields, string>> = {
  reference: 'Reference',
  surname: 'Surname',
  forenames: 'Forenames',
  knownAs: 'Known as',
  dateOfBirth: 'Date of birth',
  pnc: 'PNC number',
  crn: 'CRN',
  prisonNumber: 'Prison number',
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  disability: 'Disability',
  area: 'Area',
  beat: 'Beat',
  leadAgencyId: 'Lead agency',
  leadPersonId: 'Lead person',
  statutoryPosition: 'Statutory position',
  isAtLarge: 'At large',
  custodyPlace: 'Custody place',
  cohortPart: 'Cohort part',
  indexOffence: 'Index offence',
  ogrsScore: 'OGRS score',
  ogrsBand: 'OGRS band',
  rosh: 'Risk of serious harm',
  mappa: 'MAPPA level',
  reviewDue: 'Review due',
  adoptedOn: 'Adopted',
  releaseOn: 'Release',
  licenceEndsOn: 'Licence ends',
  orderEndsOn: 'Order ends',
  supervisionEndsOn: 'Supervision ends',
  doAdvice: 'What to do',
  doNotAdvice: 'What not to do',
};

type Change = ImportRowChange['changes'][number];
type Names = Pick<ImportRequest, 'agencies' | 'people'>;

/** Says field values in the words of the screens. Build it once for a file. */
export function changeWriter({ agencies, people }: Names) {
  const named = new Map([...agencies, ...people].map(({ id, name }) => [id, name]));

  function valueWords(field: keyof CaseFields, value: CaseFields[keyof CaseFields] | undefined): string {
    if (value === null || value === undefined || value === '') return '';
    const text = String(value);
    switch (field) {
      case 'leadAgencyId':
      case 'leadPersonId':
        return named.get(text) ?? 'someone no longer in the scheme';
      case 'statutoryPosition':
        return statutoryPositionName[value as keyof typeof statutoryPositionName];
      case 'cohortPart':
        return cohortPartName[value as keyof typeof cohortPartName];
      case 'ogrsBand':
        return ogrsBandName[value as keyof typeof ogrsBandName];
      case 'rosh':
        return roshName[value as keyof typeof roshName];
      case 'mappa':
        return text === 'none' ? 'None' : `Level ${text}`;
      case 'isAtLarge':
        return value ? 'Yes' : 'No';
      case 'dateOfBirth':
      case 'adoptedOn':
      case 'reviewDue':
      case 'releaseOn':
      case 'licenceEndsOn':
      case 'orderEndsOn':
      case 'supervisionEndsOn':
        return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatPlainDay(text) : text;
      default:
        return shorten(text);
    }
  }

  /** Field by field, what a row changes of a case. */
  return function describeChanges(before: ExistingCase, row: PlannedRow): readonly Change[] {
    const fields = Object.entries(row.fields).map(([name, value]): Change => {
      const field = name as keyof CaseFields;
      return { field: fieldLabel[field], from: valueWords(field, before.fields[field]), to: valueWords(field, value) };
    });
    const colour = row.colour
      ? [{ field: 'Colour', from: before.colour ? colourWord[before.colour] : '', to: colourWord[row.colour] }]
      : [];
    const added = (field: string, values: readonly string[]) => values.map((value): Change => ({ field, from: '', to: shorten(value) }));
    const needs = row.needs.map(({ pathway, priority, needId }): Change => {
      const present = before.needs.find(({ id }) => id === needId);
      const to = priority ?? 'medium';
      return { field: `Need: ${pathwayName[pathway]}`, from: present?.priority ?? '', to };
    });
    return [
      ...fields,
      ...colour,
      ...added('Alias', row.aliases),
      ...added('Risk warning', row.riskWarnings),
      ...needs,
      ...added('Note', row.note === null ? [] : [row.note]),
    ];
  };
}

const nobody: ExistingCase = { id: '', fields: noFields, colour: null, aliases: [], riskWarnings: [], needs: [], notes: [] };

/** Field by field, all that a row says of somebody new. */
export function describeNew(names: Names, row: PlannedRow): readonly Change[] {
  const said = changeWriter(names)(nobody, row);
  return row.colourRemark === '' ? said : [...said, { field: 'With the colour', from: '', to: shorten(row.colourRemark) }];
}
