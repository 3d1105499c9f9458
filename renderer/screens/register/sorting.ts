import { colours } from '../../../shared/language/colour';
import type { RegisterRow } from '../../../shared/views/register';
import { folded } from '../../data/search';

export type SortValue = string | number | null;

export interface NameLookup {
  readonly agencyName: (id: string) => string;
  readonly personName: (id: string) => string;
}

const names = new WeakMap<RegisterRow, string>();

/** Surname then forenames without case or accents; worked out once a row, since sorting asks for it some 60,000 times. */
export function nameKey(row: RegisterRow): string {
  let key = names.get(row);
  if (key === undefined) {
    key = `${folded(row.surname)}\u0000${folded(row.forenames)}`;
    names.set(row, key);
  }
  return key;
}

const levels: Readonly<Record<string, number>> = { 'not-assessed': 0, low: 1, medium: 2, high: 3, 'very-high': 4 };

/** What a column sorts by: text without case, numbers, or null for nothing recorded. */
export function sortValue(column: string, row: RegisterRow, { agencyName, personName }: NameLookup): SortValue {
  const text = (value: string) => (value === '' ? null : folded(value));
  switch (column) {
    case 'colour':
      return row.colour === null ? null : colours.indexOf(row.colour);
    case 'born':
      return row.dateOfBirth;
    case 'area':
      return text(row.area);
    case 'position':
      return row.isAtLarge ? 'at large' : row.statutoryPosition;
    case 'lead':
      return row.leadAgencyId === null ? null : agencyName(row.leadAgencyId);
    case 'manager':
      return row.leadPersonId === null ? null : personName(row.leadPersonId);
    case 'ogrs':
      return row.ogrsScore;
    case 'rosh':
      return levels[row.rosh] ?? null;
    case 'mappa':
      return row.mappa === 'none' ? null : Number(row.mappa);
    case 'cohort':
      return row.cohortPart;
    case 'actions':
      return row.openActions + row.overdueActions * 1000;
    case 'review':
      return row.reviewDue;
    case 'release':
      return row.releaseOn;
    case 'since':
      return row.colourSince;
    case 'adopted':
      return row.adoptedOn;
    case 'reference':
      return text(row.reference);
    case 'pnc':
      return text(row.pnc);
    case 'crn':
      return text(row.crn);
    case 'prison':
      return text(row.prisonNumber);
    default:
      return nameKey(row);
  }
}

function once(nameOf: (id: string) => string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const name = known.get(id) ?? folded(nameOf(id));
    known.set(id, name);
    return name;
  };
}

/** Sorted by one column, then by name. What is not recorded stands last either way. Makes a new array. */
export function sortRows(rows: readonly RegisterRow[], by: string, isDescending: boolean, lookup: NameLookup): readonly RegisterRow[] {
  const direction = isDescending ? -1 : 1;
  const { agencyName, personName } = lookup;
  // A name is looked up and folded once, not once a row.
  const known = { agencyName: once(agencyName), personName: once(personName) };
  const keyed = rows.map((row) => ({ row, value: sortValue(by, row, known), name: nameKey(row) }));
  keyed.sort((a, b) => {
    if (a.value !== b.value) {
      if (a.value === null) return 1;
      if (b.value === null) return -1;
      return a.value < b.value ? -direction : direction;
    }
    return a.name < b.name ? -1 : a.name > b.name ? 1 : a.row.id < b.row.id ? -1 : 1;
  });
  return keyed.map(({ row }) => row);
}
