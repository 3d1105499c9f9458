import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { RegisterRow } from '../../../shared/views/register';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useFirstFocus } from '../../components/lists/use-first-focus';
import { VirtualTable, type VirtualTableHandle } from '../../components/lists/VirtualTable';
import { useScheme } from '../../data/scheme';
import { useSettled } from '../../data/use-settled';
import { useKeys } from '../../keys/keys';
import { paths } from '../../routes';
import { columnsFor } from './columns';
import { GroupHead } from './GroupHead';
import { NewCase } from './NewCase';
import { Preview } from './Preview';
import { RegisterTools } from './RegisterTools';
import { type RegisterView, type ShownRegister, sortedBy, toggleGroup } from './register-view';
import type { NameLookup } from './sorting';
import { type Tab, tabEmpty } from './tabs';
import { useNextAgenda } from './use-next-agenda';
import { useToolKeys } from './use-tool-keys';

interface RegisterListProps {
  readonly shown: ShownRegister;
  readonly tabCounts: Readonly<Record<Tab, number>>;
  readonly view: RegisterView;
  readonly change: (change: (before: RegisterView) => RegisterView) => void;
  readonly context: NameLookup;
  readonly isAdding: boolean;
  readonly onAdd: (isAdding: boolean) => void;
}

/** The tools over the table, the table, and beside it the case that is selected or the one being added. */
export function RegisterList({ shown, tabCounts, view, change, context, isAdding, onAdd }: RegisterListProps) {
  const [, navigate] = useLocation();
  const lookup = useScheme();
  const table = useRef<VirtualTableHandle>(null);
  const tools = useToolKeys();
  const nextAgenda = useNextAgenda();
  const columns = useMemo(() => columnsFor(view.columns, lookup), [view.columns, lookup]);
  const first = shown.entries.find(({ kind }) => kind === 'row')?.key ?? null;
  const isSelectedShown = view.selectedId !== null && shown.entries.some(({ key }) => key === view.selectedId);
  const selectedKey = isSelectedShown ? view.selectedId : first;
  const selected = shown.rows.find(({ id }) => id === selectedKey) ?? null;
  // The arrow keys and the search must not wait for the preview.
  const previewed = useSettled(selected, 90);
  const open = (row: RegisterRow) => {
    change((before) => ({ ...before, selectedId: row.id }));
    navigate(paths.case(row.id));
  };
  const select = (key: string | null) => change((before) => ({ ...before, selectedId: key }));
  useFirstFocus(table);
  // The first stays selected when another comes in above it, as from a colleague: the next key is meant for who was marked.
  useEffect(() => {
    if (view.selectedId === null && first !== null) change((before) => ({ ...before, selectedId: before.selectedId ?? first }));
  }, [view.selectedId, first, change]);
  useKeys('Register', [
    { keys: 'F', says: 'Filter', run: () => tools.open('filter') },
    { keys: 'G', says: 'Group', run: () => tools.open('group') },
    { keys: '/', says: 'Search in the register', run: () => tools.search.current?.focus() },
    { keys: 'Enter', says: 'Open the case', run: () => selected && open(selected), isOff: !selected },
    {
      keys: 'A',
      says: 'Put on the next agenda',
      run: () => selected && void nextAgenda.add(selected),
      isOff: !selected || !lookup.may('run-conferences'),
    },
    { keys: 'N', says: 'New case', run: () => onAdd(true) },
    { keys: 'Down', says: 'Into the list', run: () => table.current?.focus() },
  ]);
  return (
    <div className="register">
      <RegisterTools
        shown={shown}
        tabCounts={tabCounts}
        view={view}
        change={change}
        context={context}
        tools={tools}
        onLeaveSearch={() => table.current?.focus()}
      />
      {shown.rows.length === 0 ? (
        <NothingShown view={view} change={change} />
      ) : (
        <VirtualTable
          ref={table}
          label="Cases"
          columns={columns}
          entries={shown.entries}
          sort={{ by: view.sortBy, isDescending: view.isDescending }}
          onSort={(column) => change((before) => sortedBy(before, column))}
          selectedKey={selectedKey}
          onSelect={select}
          onOpen={open}
          head={(key, count) => <GroupHead grouping={view.grouping} headKey={key} count={count} lookup={context} />}
          onToggleHead={(key) => change((before) => toggleGroup(before, key))}
        />
      )}
      {isAdding ? (
        <NewCase
          onClose={() => {
            onAdd(false);
            table.current?.focus();
          }}
          onAdded={(id) => {
            onAdd(false);
            select(id);
            navigate(paths.case(id));
          }}
        />
      ) : (
        <Preview
          key={previewed?.id ?? 'none'}
          row={previewed}
          onOpen={open}
          onNextAgenda={lookup.may('run-conferences') ? (row) => void nextAgenda.add(row) : null}
          isAddingToAgenda={nextAgenda.isBusy}
        />
      )}
    </div>
  );
}

function NothingShown({ view, change }: Pick<RegisterListProps, 'view' | 'change'>) {
  const isNarrowed = view.text.trim() !== '' || Object.keys(view.filters).length > 0;
  return (
    <EmptyState
      title={isNarrowed ? 'No case matches' : tabEmpty[view.tab]}
      buttons={<Button onPress={() => change((before) => ({ ...before, text: '', filters: {}, tab: 'all' }))}>Show all cases</Button>}
    >
      {isNarrowed
        ? 'Nobody in this view has what you typed and filtered by. Ctrl+K looks through everyone, those who have left too.'
        : 'Cases appear here by themselves as soon as they belong.'}
    </EmptyState>
  );
}
