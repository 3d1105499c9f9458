import { cohortPartName, roshName } from '../../../shared/language/cohort';
import { colourWord } from '../../../shared/language/colour';
import { byName } from '../../../shared/language/in-order';
import { pathwayName } from '../../../shared/language/pathway';
import { isInCustody, statutoryPositionName } from '../../../shared/language/statutory-position';
import type { RegisterRow } from '../../../shared/views/register';

export const filterKinds = ['colour', 'area', 'position', 'lead', 'need', 'cohort', 'rosh', 'custody', 'overdue', 'state'] as const;
export type FilterKind = (typeof filterKinds)[number];

export const filterName: Readonly<Record<FilterKind, string>> = {
  colour: 'Colour',
  area: 'Area',
  position: 'Position',
  lead: 'Lead agency',
  need: 'Need',
  cohort: 'Cohort',
  rosh: 'RoSH',
  custody: 'Custody',
  overdue: 'Overdue actions',
  state: 'On the scheme',
};

/** Each filter lets through the rows that have any of its values; filters narrow one another. */
export type Filters = Readonly<Partial<Record<FilterKind, readonly string[]>>>;

/** Stands for "nothing recorded". */
export const none = '';

const stateName = { proposed: 'proposed', adopted: 'adopted', left: 'left' } as const;
const yesNo = (isSo: boolean) => (isSo ? 'yes' : 'no');

/** The values by which a row is let through a filter. */
export function valuesOf(kind: FilterKind, row: RegisterRow): readonly string[] {
  switch (kind) {
    case 'colour':
      return [row.colour ?? none];
    case 'area':
      return [row.area];
    case 'position':
      return [row.isAtLarge ? 'at-large' : (row.statutoryPosition ?? none)];
    case 'lead':
      return [row.leadAgencyId ?? none];
    case 'need':
      return row.needs.length === 0 ? [none] : row.needs;
    case 'cohort':
      return [row.cohortPart ?? none];
    case 'rosh':
      return [row.rosh];
    case 'custody':
      return [yesNo(isInCustody(row.statutoryPosition))];
    case 'overdue':
      return [yesNo(row.overdueActions > 0)];
    case 'state':
      return [row.state];
  }
}

const wordsFor: Readonly<Partial<Record<FilterKind, Readonly<Record<string, string>>>>> = {
  colour: colourWord,
  position: { ...statutoryPositionName, 'at-large': 'At large' },
  need: pathwayName,
  cohort: cohortPartName,
  rosh: roshName,
  state: stateName,
};

const emptyWords: Readonly<Partial<Record<FilterKind, string>>> = { colour: 'No colour', need: 'No need recorded' };

/** What a value is called. Agencies are named by the scheme. */
export function valueName(kind: FilterKind, value: string, agencyName: (id: string) => string): string {
  if (value === none) return emptyWords[kind] ?? 'Not recorded';
  return kind === 'lead' ? agencyName(value) : (wordsFor[kind]?.[value] ?? value);
}

/** Someone who has left stays findable, but is shown only when asked for. */
export function isLetThrough(row: RegisterRow, filters: Filters): boolean {
  if (row.state !== 'adopted' && !filters.state) return false;
  return filterKinds.every((kind) => {
    const wanted = filters[kind];
    return wanted === undefined || valuesOf(kind, row).some((value) => wanted.includes(value));
  });
}

/** How many different values the rows have. */
export function valueCount(kind: FilterKind, rows: readonly RegisterRow[]): number {
  return new Set(rows.flatMap((row) => valuesOf(kind, row))).size;
}

/** What a filter offers, with how many of the rows have it, in the order of their names. */
export function optionsOf(kind: FilterKind, rows: readonly RegisterRow[], agencyName: (id: string) => string) {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of valuesOf(kind, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const order = Object.keys(wordsFor[kind] ?? {});
  return [...counts]
    .map(([value, count]) => ({
      id: value === none ? 'none' : value,
      name: valueName(kind, value, agencyName),
      detail: String(count),
      at: order.indexOf(value),
    }))
    .sort((a, b) => Number(a.id === 'none') - Number(b.id === 'none') || a.at - b.at || byName(a.name, b.name))
    .map(({ id, name, detail }) => ({ id, name, detail }));
}

/** The same filters with one of them set to these values; no values at all take it away. */
export function withFilter(filters: Filters, kind: FilterKind, values: readonly string[]): Filters {
  const { [kind]: _, ...others } = filters;
  return values.length === 0 ? others : { ...others, [kind]: values };
}

/** A filter's values as a few words: "no", "Red, Amber", "4 of 6". */
export function filterWords(kind: FilterKind, values: readonly string[], ofHowMany: number, agencyName: (id: string) => string): string {
  if (values.length > 2) return `${values.length} of ${Math.max(ofHowMany, values.length)}`;
  return values.map((value) => valueName(kind, value, agencyName)).join(', ');
}
