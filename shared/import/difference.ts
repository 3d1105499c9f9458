import { ogrsBandOf } from '../language/cohort';
import type { CaseFields } from '../views/case';
import { cleanLine, plainWords } from './cell-text';
import type { ExistingCase, PlannedNeed, PlannedRow } from './planned-import';
import type { RowReading } from './read-cells';
import { type IdentifierKind, identifierKey } from './read-identifiers';
import type { NeedReading } from './read-lists';

/** What is left of a row once everything that the case has already is taken off. Cells that were empty erase nothing. */
export function differenceFrom(before: ExistingCase | null, reading: RowReading): PlannedRow {
  const read = withBand(before, reading.fields);
  const fields: Partial<Record<keyof CaseFields, unknown>> = {};
  for (const [name, value] of Object.entries(read)) {
    const field = name as keyof CaseFields;
    // A reference is kept once given: a file that merely counts its rows must not renumber the scheme.
    if (field === 'reference' && before && before.fields.reference !== '') continue;
    if (!before || !isSame(field, before.fields[field], value)) fields[field] = value;
  }
  return {
    row: reading.row,
    caseId: before?.id ?? null,
    fields: fields as Partial<CaseFields>,
    colour: reading.colour === before?.colour ? null : reading.colour,
    colourRemark: reading.colour === before?.colour ? '' : reading.colourRemark,
    aliases: notAmong(reading.aliases, [...(before?.aliases ?? []), before?.fields.knownAs ?? '', read.knownAs ?? '']),
    riskWarnings: notAmong(reading.riskWarnings, before?.riskWarnings ?? []),
    needs: needsToWrite(reading.needs, before?.needs ?? []),
    note:
      reading.note !== null && (before?.notes ?? []).some((note) => plainWords(note) === plainWords(reading.note ?? ''))
        ? null
        : reading.note,
  };
}

/** Nothing to write. */
export function isNothing(row: PlannedRow): boolean {
  const lists = row.aliases.length + row.riskWarnings.length + row.needs.length;
  return lists === 0 && row.colour === null && row.note === null && Object.keys(row.fields).length === 0;
}

/** A score brings its published band, unless the file gives one or somebody has judged the person prolific. */
function withBand(before: ExistingCase | null, read: Partial<CaseFields>): Partial<CaseFields> {
  const score = read.ogrsScore ?? null;
  if (score === null || read.ogrsBand !== undefined) return read;
  const isKept =
    before !== null && before.fields.ogrsBand !== null && (before.fields.ogrsBand === 'prolific' || before.fields.ogrsScore === score);
  return isKept ? read : { ...read, ogrsBand: ogrsBandOf(score) };
}

function isSame(field: keyof CaseFields, before: CaseFields[keyof CaseFields], read: unknown): boolean {
  if (before === read) return true;
  if (typeof before !== 'string' || typeof read !== 'string' || before === '') return false;
  if (field === 'pnc' || field === 'crn' || field === 'prisonNumber')
    return identifierKey(field satisfies IdentifierKind, before) === identifierKey(field, read);
  const isName = field === 'surname' || field === 'forenames' || field === 'knownAs';
  return isName ? cleanLine(before).toLowerCase() === cleanLine(read).toLowerCase() : cleanLine(before) === cleanLine(read);
}

function notAmong(values: readonly string[], present: readonly string[]): readonly string[] {
  const known = new Set(present.map(plainWords));
  return values.filter((value) => {
    const words = plainWords(value);
    const isNew = !known.has(words);
    known.add(words);
    return isNew;
  });
}

function needsToWrite(read: readonly NeedReading[], present: ExistingCase['needs']): readonly PlannedNeed[] {
  const done = new Set<string>();
  return read.flatMap(({ pathway, priority }): PlannedNeed[] => {
    if (done.has(pathway)) return [];
    done.add(pathway);
    const need = present.find((one) => one.pathway === pathway);
    if (!need) return [{ pathway, priority, needId: null }];
    return priority === null || need.priority === priority ? [] : [{ pathway, priority, needId: need.id }];
  });
}
