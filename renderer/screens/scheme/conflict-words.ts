import { colours, colourWord } from '../../../shared/language/colour';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { ConflictKind } from '../../../shared/merge/resolve-row';
import { type CaseFieldName, caseFields, fieldWords as caseFieldWords, type FieldNames } from '../case/case-fields';
import { issuedWords } from '../documents/documents-view';

export const conflictKindWords: Readonly<Record<ConflictKind, string>> = {
  'two-values': 'was changed in two places',
  'text-overlap': 'was written in two places at the same spot',
  'edit-over-withdrawal': 'was changed after it had been withdrawn elsewhere',
};

/** What is in conflict, as the log names it: a table and a column of it. */
export interface InConflict {
  readonly relation: string;
  readonly field: string;
}

type Value = string | number | null;

/** `do_advice` of a case as `doAdvice`; null for what is no field of a case. */
function caseFieldOf({ relation, field }: InConflict): CaseFieldName | null {
  const name = field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return relation === 'cases' && name in caseFields ? (name as CaseFieldName) : null;
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What is in conflict as a heading: "Review due", and "Needs: progress" where it is no field of the case itself. */
export function conflictFieldWords(of: InConflict): string {
  const name = caseFieldOf(of);
  if (name === 'doAdvice' || name === 'doNotAdvice') return `${caseFields[name].title}, for whoever meets them`;
  if (name !== null) return caseFields[name].title;
  const table = sentence(of.relation.replaceAll('_', ' '));
  if (of.field === 'withdrawn_on') return table;
  const words = of.field
    .replace(/^is_/, '')
    .replace(/_(id|on|at)$/, '')
    .replaceAll('_', ' ');
  return of.relation === 'cases' ? sentence(words) : `${table}: ${words}`;
}

const isColour = (value: Value): value is (typeof colours)[number] => (colours as readonly unknown[]).includes(value);

/** A value as people read it; empty where there is none. */
export function conflictValueWords(of: InConflict, value: Value, names: FieldNames): string {
  const name = caseFieldOf(of);
  if (name !== null) return caseFieldWords(name, value, names);
  if (of.field === 'withdrawn_on') return value === null ? 'It stays' : `Withdrawn ${formatDayWithYear(String(value))}`;
  if (value === null || value === '') return '';
  if (of.field.startsWith('is_')) return value === 1 ? 'Yes' : 'No';
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDayWithYear(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return issuedWords(value);
  if (of.field === 'colour' && isColour(value)) return colourWord[value];
  if (of.field === 'agency_id') return names.agencyName(value);
  if (of.field.endsWith('person_id')) return names.personName(value);
  return value;
}
