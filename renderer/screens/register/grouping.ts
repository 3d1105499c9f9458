import { colours, colourWord } from '../../../shared/language/colour';
import type { RegisterRow } from '../../../shared/views/register';
import type { TableEntry } from '../../components/lists/table-entries';
import { folded } from '../../data/search';
import type { NameLookup } from './sorting';

export const groupings = ['none', 'colour', 'area', 'lead', 'manager'] as const;
export type Grouping = (typeof groupings)[number];
export const groupingName: Readonly<Record<Grouping, string>> = {
  none: 'None',
  colour: 'Colour',
  area: 'Area',
  lead: 'Lead agency',
  manager: 'Case manager',
};

const prefix = 'group:';

/** The value that a head stands for, from its key in the list. */
export const groupOf = (key: string) => key.slice(prefix.length);

function groupValue(grouping: Grouping, row: RegisterRow): string {
  switch (grouping) {
    case 'colour':
      return row.colour ?? '';
    case 'area':
      return row.area;
    case 'lead':
      return row.leadAgencyId ?? '';
    case 'manager':
      return row.leadPersonId ?? '';
    case 'none':
      return '';
  }
}

/** What a group is called. */
export function groupName(grouping: Grouping, value: string, { agencyName, personName }: NameLookup): string {
  if (value === '')
    return grouping === 'colour'
      ? 'No colour'
      : grouping === 'area'
        ? 'No area'
        : grouping === 'lead'
          ? 'No lead agency'
          : 'No case manager';
  if (grouping === 'colour') return colourWord[value as keyof typeof colourWord] ?? value;
  return grouping === 'lead' ? agencyName(value) : grouping === 'manager' ? personName(value) : value;
}

export interface GroupedRows {
  readonly entries: readonly TableEntry<RegisterRow>[];
  /** In the order of the list, those of closed groups too. */
  readonly rows: readonly RegisterRow[];
}

/** Sorted rows as they stand in the list: heads in a steady order with a count, the rows of open groups under them. */
export function groupRows(
  sorted: readonly RegisterRow[],
  grouping: Grouping,
  closed: ReadonlySet<string>,
  lookup: NameLookup,
): GroupedRows {
  const asEntry = (row: RegisterRow): TableEntry<RegisterRow> => ({ kind: 'row', key: row.id, row });
  if (grouping === 'none') return { entries: sorted.map(asEntry), rows: sorted };
  const groups = new Map<string, RegisterRow[]>();
  for (const row of sorted) {
    const value = groupValue(grouping, row);
    const group = groups.get(value);
    if (group) group.push(row);
    else groups.set(value, [row]);
  }
  const place = (value: string) =>
    grouping === 'colour' ? String(colours.indexOf(value as (typeof colours)[number])) : folded(groupName(grouping, value, lookup));
  const inOrder = [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : place(a) < place(b) ? -1 : 1));
  const entries = inOrder.flatMap(([value, rows]) => {
    const key = `${prefix}${value}`;
    const isOpen = !closed.has(key);
    return [{ kind: 'head' as const, key, count: rows.length, isOpen }, ...(isOpen ? rows.map(asEntry) : [])];
  });
  return { entries, rows: inOrder.flatMap(([, rows]) => rows) };
}
