import { type ActionOutcome, actionOutcomeName, actionOutcomes } from '../../../shared/language/action';
import { formatDayWithYear, isLate } from '../../../shared/language/dates';
import { byName, byText } from '../../../shared/language/in-order';
import type { ActionRow } from '../../../shared/views/actions';
import type { TableEntry } from '../../components/lists/table-entries';
import { folded } from '../../data/search';

export const actionGroupings = ['agency', 'team', 'person', 'case', 'due'] as const;
export type ActionGrouping = (typeof actionGroupings)[number];
export const actionGroupingName: Readonly<Record<ActionGrouping, string>> = {
  agency: 'By agency',
  team: 'By team',
  person: 'By person',
  case: 'By case',
  due: 'By due date',
};

/** How far back closed actions are shown, in days: a quarter. Older ones are on their cases' pages. */
export const closedDays = 91;

export type ActionState = 'open' | 'overdue' | 'closed';
export const actionStateName: Readonly<Record<ActionState, string>> = { open: 'Open', overdue: 'Overdue', closed: 'Closed' };

export interface ActionsView {
  readonly grouping: ActionGrouping;
  readonly state: ActionState;
  /** Null shows every agency. */
  readonly agencyId: string | null;
  /** Of one agency, the actions of one team; null shows them all. */
  readonly team: string | null;
  /** Only closed ones that ended like this. */
  readonly outcome: ActionOutcome | null;
  readonly text: string;
  /** Keys of the groups that are closed. */
  readonly closed: ReadonlySet<string>;
}

export const firstActionsView: ActionsView = {
  grouping: 'agency',
  state: 'open',
  agencyId: null,
  team: null,
  outcome: null,
  text: '',
  closed: new Set(),
};

export interface NameLookup {
  readonly agencyName: (id: string | null) => string;
  readonly personName: (id: string | null) => string;
  /** The team of an owner; empty where they have none. */
  readonly teamOf: (personId: string | null) => string;
}

const groupPrefix = 'group:';
export const groupOf = (key: string) => key.slice(groupPrefix.length);

function isShown(row: ActionRow, { state, agencyId, team, outcome, text }: ActionsView, today: string, lookup: NameLookup): boolean {
  if (state === 'closed' ? row.outcome === null : row.outcome !== null) return false;
  if (state === 'overdue' && !isLate(row.dueOn, today)) return false;
  if (agencyId !== null && row.agencyId !== agencyId) return false;
  if (team !== null && lookup.teamOf(row.personId) !== team) return false;
  if (state === 'closed' && outcome !== null && row.outcome !== outcome) return false;
  const wanted = folded(text.trim());
  return (
    wanted === '' ||
    folded(`${row.text} ${row.caseName} ${row.reference} ${lookup.personName(row.personId)} ${lookup.teamOf(row.personId)}`).includes(
      wanted,
    )
  );
}

/** What an action is grouped by. Two agencies may each have a team of one name, so a team's value begins with its agency. */
export function groupValue({ agencyId, personId, caseId, dueOn }: ActionRow, grouping: ActionGrouping, lookup: NameLookup): string {
  if (grouping !== 'team') return { agency: agencyId, person: personId, case: caseId, due: dueOn }[grouping] ?? '';
  const team = lookup.teamOf(personId);
  return team === '' ? '' : `${agencyId ?? ''}${teamSeparator}${team}`;
}

const teamSeparator = '\n';

/** What a group is called. */
export function groupTitle(value: string, grouping: ActionGrouping, rows: readonly ActionRow[], lookup: NameLookup): string {
  switch (grouping) {
    case 'agency':
      return value === '' ? 'No agency' : lookup.agencyName(value);
    case 'team':
      return value === '' ? 'No team' : value.slice(value.indexOf(teamSeparator) + 1);
    case 'person':
      return value === '' ? 'Nobody named' : lookup.personName(value);
    case 'case':
      return value === '' ? 'General, no case' : (rows.find(({ caseId }) => caseId === value)?.caseName ?? 'A case');
    case 'due':
      return value === '' ? 'No due date' : formatDayWithYear(value);
  }
}

export interface ShownActions {
  /** What the groups are of: while it is typed, the view may be a step ahead. */
  readonly grouping: ActionGrouping;
  readonly entries: readonly TableEntry<ActionRow>[];
  readonly rows: readonly ActionRow[];
}

const byDue = (a: ActionRow, b: ActionRow) => byText(a.dueOn ?? '9999', b.dueOn ?? '9999') || byName(a.reference, b.reference);
const byClosing = (a: ActionRow, b: ActionRow) => byText(b.closedOn ?? '', a.closedOn ?? '') || byName(b.reference, a.reference);

/** The rows of a view in their groups: the group with most overdue first, days in their order; most overdue first in each. */
export function lookAtActions(all: readonly ActionRow[], view: ActionsView, today: string, lookup: NameLookup): ShownActions {
  const rows = all.filter((row) => isShown(row, view, today, lookup)).sort(view.state === 'closed' ? byClosing : byDue);
  const groups = Map.groupBy(rows, (row) => groupValue(row, view.grouping, lookup));
  const overdue = (group: readonly ActionRow[]) => group.filter(({ outcome, dueOn }) => outcome === null && isLate(dueOn, today)).length;
  const inOrder = [...groups].map(([value, group]) => ({
    value,
    group,
    late: overdue(group),
    title: groupTitle(value, view.grouping, group, lookup),
  }));
  inOrder.sort((a, b) =>
    view.grouping === 'due'
      ? byText(a.value || '9999', b.value || '9999')
      : b.late - a.late || b.group.length - a.group.length || byName(a.title, b.title),
  );
  const entries = inOrder.flatMap(({ value, group }): TableEntry<ActionRow>[] => {
    const key = `${groupPrefix}${value}`;
    const isOpen = !view.closed.has(key);
    return [
      { kind: 'head', key, count: group.length, isOpen },
      ...(isOpen ? group.map((row) => ({ kind: 'row' as const, key: row.id, row })) : []),
    ];
  });
  return { grouping: view.grouping, entries, rows: inOrder.flatMap(({ group }) => group) };
}

export interface AgencyCount {
  readonly agencyId: string;
  readonly open: number;
  readonly overdue: number;
}

/** Open and overdue actions an agency, the most overdue first. */
export function countByAgency(all: readonly ActionRow[], today: string): readonly AgencyCount[] {
  const open = all.filter(({ outcome, agencyId }) => outcome === null && agencyId !== null);
  return [...Map.groupBy(open, ({ agencyId }) => agencyId as string)]
    .map(([agencyId, rows]) => ({ agencyId, open: rows.length, overdue: rows.filter(({ dueOn }) => isLate(dueOn, today)).length }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open);
}

export interface TeamCount {
  readonly team: string;
  readonly open: number;
  readonly overdue: number;
}

/** Open and overdue actions of each team of one agency, in the order of the alphabet; empty where no owner has a team. */
export function countByTeam(all: readonly ActionRow[], agencyId: string | null, today: string, lookup: NameLookup): readonly TeamCount[] {
  const open = all.filter((row) => row.outcome === null && row.agencyId === agencyId && lookup.teamOf(row.personId) !== '');
  return [...Map.groupBy(open, ({ personId }) => lookup.teamOf(personId))]
    .map(([team, rows]) => ({ team, open: rows.length, overdue: rows.filter(({ dueOn }) => isLate(dueOn, today)).length }))
    .sort((a, b) => byName(a.team, b.team));
}

/** How many closed actions ended in each of the four ways since a day. The four are never added together. */
export function countOutcomes(all: readonly ActionRow[], since: string): Readonly<Record<ActionOutcome, number>> {
  const counts = Object.fromEntries(actionOutcomes.map((outcome) => [outcome, 0])) as Record<ActionOutcome, number>;
  for (const { outcome, closedOn } of all) if (outcome !== null && (closedOn ?? '') >= since) counts[outcome] += 1;
  return counts;
}

/** How the actions are being looked at, in words. What was typed may name a person, so it is not among them. */
export function actionsWords({ grouping, state, agencyId, team, outcome, text }: ActionsView, { agencyName }: NameLookup): string {
  return [
    actionStateName[state],
    agencyId === null ? '' : agencyName(agencyId),
    team ?? '',
    state === 'closed' && outcome !== null ? actionOutcomeName[outcome] : '',
    text.trim() === '' ? '' : 'a search',
    actionGroupingName[grouping].toLowerCase(),
  ]
    .filter(Boolean)
    .join('; ');
}
