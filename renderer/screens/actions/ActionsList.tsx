import { useCallback, useMemo, useRef, useState } from 'react';
import { isLate } from '../../../shared/language/dates';
import type { ActionRow } from '../../../shared/views/actions';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { EmptyState } from '../../components/EmptyState';
import { Segmented } from '../../components/fields/Segmented';
import { TextField } from '../../components/fields/TextField';
import { ListTools } from '../../components/lists/ListTools';
import { useFirstFocus } from '../../components/lists/use-first-focus';
import { VirtualTable, type VirtualTableHandle } from '../../components/lists/VirtualTable';
import { useScheme } from '../../data/scheme';
import { useKeys } from '../../keys/keys';
import { ActionDetail } from './ActionDetail';
import { actionColumns } from './action-columns';
import {
  type ActionsView,
  actionGroupingName,
  actionGroupings,
  actionStateName,
  firstActionsView,
  groupOf,
  groupTitle,
  groupValue,
  type NameLookup,
  type ShownActions,
} from './actions-view';
import { SelectionBar, type SelectionDeed } from './SelectionBar';

interface ActionsListProps {
  readonly shown: ShownActions;
  readonly view: ActionsView;
  readonly change: (part: Partial<ActionsView>) => void;
  readonly lookup: NameLookup;
  readonly onAdd: () => void;
}

/** The list with its views above it, what is selected below it, and the action that is open at its right. */
export function ActionsList({ shown, view, change, lookup, onAdd }: ActionsListProps) {
  const scheme = useScheme();
  const table = useRef<VirtualTableHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [deed, setDeed] = useState<SelectionDeed | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  // The line that is marked in the table is the one that the keys act on: the first until another is gone to.
  const isAtShown = at !== null && shown.entries.some(({ key }) => key === at);
  const selectedKey = isAtShown ? at : (shown.entries.find(({ kind }) => kind === 'row')?.key ?? null);
  // It stays so when another comes in above it, as from a colleague: the next key is meant for what was marked.
  if (at === null && selectedKey !== null) setAt(selectedKey);
  const current = shown.rows.find(({ id }) => id === selectedKey) ?? null;
  // What was settled or filtered away is not acted on unseen.
  const selected = shown.rows.filter(({ id }) => marked.has(id));
  const targets = selected.length > 0 ? selected : current ? [current] : [];
  const opened = shown.rows.find(({ id }) => id === openId) ?? null;
  const mark = useCallback(
    (id: string) => setMarked((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id])),
    [],
  );
  const begin = (next: SelectionDeed) => {
    if (targets.length === 0) return;
    if (selected.length === 0 && current) mark(current.id);
    setDeed(next);
  };
  const clear = () => {
    setDeed(null);
    setMarked(new Set());
    table.current?.focus();
  };
  useFirstFocus(table);
  useKeys('Actions', [
    { keys: 'X', says: 'Select', run: () => current && mark(current.id) },
    { keys: 'E', says: 'Settle', run: () => begin('settle'), isOff: view.state === 'closed' },
    { keys: 'U', says: 'Update', run: () => begin('update') },
    { keys: 'N', says: 'New action', run: onAdd, isOff: !scheme.may('set-actions') },
    { keys: '/', says: 'Search in the actions', run: () => search.current?.focus() },
    { keys: 'Escape', says: 'Clear the selection', run: () => (openId ? setOpenId(null) : clear()) },
  ]);
  const hasTeams = view.grouping === 'team' || scheme.scheme.people.some(({ team, isWithdrawn }) => team !== '' && !isWithdrawn);
  const columns = useMemo(() => actionColumns(scheme, marked, mark, view), [scheme, marked, view, mark]);
  return (
    <section className="actions-main" aria-label="Actions">
      <ListTools
        search={
          <TextField
            ref={search}
            label="Search in the actions"
            isLabelHidden
            type="search"
            placeholder="Search"
            value={view.text}
            onChange={(text) => change({ text })}
          />
        }
      >
        <Segmented
          label="Group"
          choices={actionGroupings
            .filter((id) => (id !== 'agency' || scheme.scheme.me.role !== 'partner') && (id !== 'team' || hasTeams))
            .map((id) => ({ id, name: actionGroupingName[id] }))}
          value={view.grouping}
          onChange={(grouping) => change({ grouping, closed: new Set() })}
        />
        <Segmented
          label="Status"
          isBoxed
          choices={(['open', 'overdue', 'closed'] as const).map((id) => ({ id, name: actionStateName[id] }))}
          value={view.state}
          onChange={(state) => change({ state, outcome: null })}
        />
        {view.agencyId ? (
          <Chip of="Agency" onRemove={() => change({ agencyId: null, team: null })} removeLabel="Show all agencies">
            {lookup.agencyName(view.agencyId)}
          </Chip>
        ) : null}
        {view.team !== null ? (
          <Chip of="Team" onRemove={() => change({ team: null })} removeLabel="Show all teams">
            {view.team}
          </Chip>
        ) : null}
      </ListTools>
      {shown.rows.length === 0 ? (
        <EmptyState
          title={view.state === 'overdue' && view.text === '' ? 'Nothing is overdue' : 'No action matches'}
          buttons={<Button onPress={() => change(firstActionsView)}>Show all open actions</Button>}
        >
          {view.state === 'overdue' && view.text === ''
            ? 'Every open action is within its date.'
            : 'No action has what you typed and chose.'}
        </EmptyState>
      ) : (
        <div className="actions-body">
          <VirtualTable
            ref={table}
            label="Actions"
            columns={columns}
            entries={shown.entries}
            selectedKey={selectedKey}
            onSelect={setAt}
            onOpen={(row) => setOpenId(row.id)}
            rowHeight={32}
            head={(key, count) => <GroupHead shown={shown} value={groupOf(key)} view={view} lookup={lookup} count={count} />}
            onToggleHead={(key) =>
              change({ closed: new Set(view.closed.has(key) ? [...view.closed].filter((other) => other !== key) : [...view.closed, key]) })
            }
          />
          {opened ? <ActionDetail action={opened} onClose={() => setOpenId(null)} /> : null}
        </div>
      )}
      {/* What somebody writes on actions stays under the hands when they go, as when a colleague settles the same ones. */}
      {selected.length > 0 || deed !== null ? <SelectionBar actions={selected} deed={deed} onDeed={setDeed} onDone={clear} /> : null}
    </section>
  );
}

interface GroupHeadProps {
  readonly shown: ShownActions;
  readonly value: string;
  readonly view: ActionsView;
  readonly lookup: NameLookup;
  readonly count: number;
}

function GroupHead({ shown, value, view, lookup, count }: GroupHeadProps) {
  const { today, agencyOf } = useScheme();
  const rows: readonly ActionRow[] = shown.rows.filter((row) => groupValue(row, shown.grouping, lookup) === value);
  const overdue = view.state === 'closed' ? 0 : rows.filter(({ dueOn }) => isLate(dueOn, today)).length;
  return (
    <span className="actions-head">
      {(shown.grouping === 'agency' || shown.grouping === 'team') && value !== '' ? (
        <AgencyCode agency={agencyOf(rows[0]?.agencyId ?? null)} />
      ) : null}
      <b>{groupTitle(value, shown.grouping, rows, lookup)}</b>
      <span className="mute small">{count}</span>
      {overdue > 0 ? <span className="late small actions-head-late">{overdue} overdue</span> : null}
    </span>
  );
}
