import type { RegisterRow } from '../../../shared/views/register';
import type { TableEntry } from '../../components/lists/table-entries';
import { folded, wordsOf } from '../../data/search';
import { type Filters, isLetThrough } from './filters';
import { type Grouping, groupRows } from './grouping';
import { type NameLookup, sortRows } from './sorting';
import { isInTab, type Tab, type TabContext } from './tabs';

/** How someone looks at the register. Kept while the app runs; never on disk, since a search may name a person. */
export interface RegisterView {
  readonly tab: Tab;
  readonly filters: Filters;
  readonly text: string;
  readonly sortBy: string;
  readonly isDescending: boolean;
  readonly grouping: Grouping;
  /** Keys of the heads of closed groups. */
  readonly closed: ReadonlySet<string>;
  /** Columns shown, in the order of the chooser. */
  readonly columns: readonly string[];
  readonly selectedId: string | null;
}

export const firstView: RegisterView = {
  tab: 'all',
  filters: {},
  text: '',
  sortBy: 'name',
  isDescending: false,
  grouping: 'colour',
  closed: new Set(),
  columns: ['colour', 'name', 'born', 'area', 'position', 'lead', 'ogrs', 'actions', 'review'],
  selectedId: null,
};

const searched = new WeakMap<RegisterRow, string>();

/** Everything of a row that may be typed to find it: names, aliases and identifiers, with and without their punctuation. */
function searchedText(row: RegisterRow): string {
  let text = searched.get(row);
  if (text === undefined) {
    const identifiers = [row.reference, row.pnc, row.crn, row.prisonNumber];
    const plain = [
      row.surname,
      row.forenames,
      row.surname,
      row.knownAs,
      ...row.aliases,
      ...identifiers,
      ...identifiers.map((each) => each.replace(/[\W_]/g, '')),
    ];
    text = folded(plain.join(' '));
    searched.set(row, text);
  }
  return text;
}

export interface ShownRegister {
  readonly entries: readonly TableEntry<RegisterRow>[];
  /** In the order of the list, closed groups included. */
  readonly rows: readonly RegisterRow[];
  /** The rows of the tab before the filters: what the filters count. */
  readonly inTab: readonly RegisterRow[];
}

/** What the register shows of all its rows, looked at in this way. */
export function lookAt(
  all: readonly RegisterRow[],
  view: Omit<RegisterView, 'columns' | 'selectedId'>,
  context: TabContext & NameLookup,
): ShownRegister {
  const words = wordsOf(view.text);
  const inTab: RegisterRow[] = [];
  const kept: RegisterRow[] = [];
  for (const row of all) {
    if (!isInTab(view.tab, row, context)) continue;
    inTab.push(row);
    if (isLetThrough(row, view.filters) && (words.length === 0 || words.every((word) => searchedText(row).includes(word)))) kept.push(row);
  }
  const sorted = sortRows(kept, view.sortBy, view.isDescending, context);
  const { entries, rows } = groupRows(sorted, view.grouping, view.closed, context);
  return { entries, rows, inTab };
}

/** A column clicked: the other way round where it sorts already. Figures and dates that matter begin with the greatest or latest. */
export function sortedBy(view: RegisterView, column: string): RegisterView {
  if (view.sortBy === column) return { ...view, isDescending: !view.isDescending };
  return { ...view, sortBy: column, isDescending: ['ogrs', 'actions', 'rosh', 'mappa', 'since'].includes(column) };
}

export function toggleGroup(view: RegisterView, key: string): RegisterView {
  const closed = new Set(view.closed);
  if (!closed.delete(key)) closed.add(key);
  return { ...view, closed };
}

/** The case before or after one in the register's order; null at the ends and where the case is not in it. */
export function neighbourOf(order: readonly string[], caseId: string, step: 1 | -1): string | null {
  const at = order.indexOf(caseId);
  return at < 0 ? null : (order[at + step] ?? null);
}
