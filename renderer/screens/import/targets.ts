import {
  type ImportKind,
  type ListTarget,
  listKinds,
  listTargetName,
  mayRepeat as mayRepeatInList,
  missingTargets,
} from '../../../shared/import/lists/kinds';
import { type AnyTarget, type ImportColumn, type ImportSource, type ImportTarget, importTargets } from '../../../shared/views/importing';

export const targetName: Readonly<Record<ImportTarget, string>> = {
  ignore: 'Leave out',
  reference: 'Reference',
  surname: 'Surname',
  forenames: 'Forenames',
  fullName: 'Full name',
  knownAs: 'Known as',
  dateOfBirth: 'Date of birth',
  pnc: 'PNC',
  crn: 'CRN',
  prisonNumber: 'Prison number',
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  disability: 'Disability',
  area: 'Area',
  beat: 'Beat',
  leadAgency: 'Lead agency',
  leadPerson: 'Case manager',
  statutoryPosition: 'Statutory position',
  custodyPlace: 'Held at',
  cohortPart: 'Cohort',
  indexOffence: 'Index offence',
  ogrsScore: 'OGRS score',
  ogrsBand: 'OGRS band',
  rosh: 'Risk of serious harm',
  mappa: 'MAPPA level',
  colour: 'Colour',
  adoptedOn: 'Adopted on',
  reviewDue: 'Review due',
  releaseOn: 'Release date',
  licenceEndsOn: 'Licence ends',
  orderEndsOn: 'Order ends',
  aliases: 'Other names',
  riskWarnings: 'Risk warnings',
  needs: 'Needs',
  note: 'Note',
};

/** What a column becomes, in words, whatever the sheet holds. */
export function wordsOfTarget(target: AnyTarget): string {
  return target in targetName ? targetName[target as ImportTarget] : listTargetName[target as ListTarget];
}

const caseChoices = importTargets.map((id) => ({ id: id as AnyTarget, name: targetName[id] }));

/** What a column may become in a sheet of this kind. */
export function targetChoices(kind: ImportKind): readonly { readonly id: AnyTarget; readonly name: string }[] {
  if (kind === 'cases') return caseChoices;
  return [{ id: 'ignore', name: targetName.ignore }, ...listKinds[kind].targets.map((id) => ({ id, name: listTargetName[id] }))];
}

/** Several columns may go into these. */
const mayRepeat: readonly ImportTarget[] = ['ignore', 'aliases', 'riskWarnings', 'needs', 'note'];
const identifiers: readonly ImportTarget[] = ['pnc', 'crn', 'prisonNumber', 'reference'];

export interface MappingRemark {
  /** An error keeps the person on the step; a remark only advises. */
  readonly kind: 'error' | 'remark';
  readonly text: string;
}

/** What stands in the way of reading the file by these columns, and what would make it better. */
export function remarksOn(chosen: readonly AnyTarget[], kind: ImportKind = 'cases'): readonly MappingRemark[] {
  if (kind !== 'cases') {
    const several = listKinds[kind].targets.filter(
      (target) => !mayRepeatInList.has(target) && chosen.filter((each) => each === target).length > 1,
    );
    return [
      ...several.map(
        (target): MappingRemark => ({
          kind: 'error',
          text: `More than one column becomes ${listTargetName[target]}. Keep one and leave the others out.`,
        }),
      ),
      ...missingTargets(kind, chosen).map(
        (group): MappingRemark => ({
          kind: 'error',
          text: `No column becomes ${group.map((target) => listTargetName[target]).join(' or ')}. Say which one it is.`,
        }),
      ),
      ...(chosen.includes('colourOfMonth')
        ? [
            chosen.includes('pastColour') || chosen.includes('colourFrom')
              ? {
                  kind: 'error' as const,
                  text: 'Some columns hold the colour of a month and others a colour with its day. Keep one of the two and leave the others out.',
                }
              : {
                  kind: 'remark' as const,
                  text: 'Each colour is taken to be set on the day in its heading; of a month, on its first. A colour that stays the same from one column to the next is recorded once.',
                },
          ]
        : []),
      ...(kind === 'actions' && !chosen.includes('agencyName') && !chosen.includes('owner')
        ? [
            {
              kind: 'remark' as const,
              text: 'No column says whose the actions are. The owner is looked for in brackets at the end of each: “Ring the landlord (Housing)”.',
            },
          ]
        : []),
      ...(kind === 'events' && !chosen.includes('eventSeverity')
        ? [
            {
              kind: 'remark' as const,
              text: 'No column says how serious an offence was. Arrests, charges and convictions are then counted without their severity.',
            },
          ]
        : []),
    ];
  }
  const remarks: MappingRemark[] = [];
  const twice = importTargets.filter((target) => !mayRepeat.includes(target) && chosen.filter((each) => each === target).length > 1);
  for (const target of twice)
    remarks.push({ kind: 'error', text: `More than one column becomes ${targetName[target]}. Keep one and leave the others out.` });
  if (!chosen.includes('surname') && !chosen.includes('fullName'))
    remarks.push({ kind: 'error', text: 'No column becomes Surname or Full name. Say which one holds the names.' });
  if (!identifiers.some((each) => chosen.includes(each)))
    remarks.push({
      kind: 'remark',
      text: 'No column holds a PNC, CRN, prison number or reference. People who are on the register already can then only be told by name and date of birth.',
    });
  return remarks;
}

/** "4 columns with something in them are left out.", of a file whose last columns may be far down. */
export function leftOutWords(columns: readonly ImportColumn[], chosen: readonly AnyTarget[]): string {
  const count = columns.filter(({ samples }, at) => samples.length > 0 && chosen[at] === 'ignore').length;
  if (count === 0) return 'No column is left out.';
  return count === 1 ? '1 column with something in it is left out.' : `${count} columns with something in them are left out.`;
}

/** What the file was read as at first. */
export function guesses(columns: readonly ImportColumn[]): readonly AnyTarget[] {
  return columns.map(({ guess }) => guess);
}

/**
 * What the columns become once the file is read again: as it was read, but for what somebody chose before under the same
 * heading, where the rows are still the same kind of thing.
 */
export function targetsAgain(before: ImportSource, chosen: readonly AnyTarget[], after: ImportSource): readonly AnyTarget[] {
  const isSame = before.kind === after.kind && before.columns.length === after.columns.length;
  return after.columns.map(({ guess, heading }, at) => {
    const was = before.columns[at];
    const choice = chosen[at];
    return isSame && was?.heading === heading && choice !== undefined && choice !== was.guess ? choice : guess;
  });
}

/** The name that a spreadsheet gives a column: A, B, …, Z, AA. Counts from 0. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? columnLetter(rest) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
