import { ListChecks, Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { addDays, isLate } from '../../../shared/language/dates';
import type { ActionRow } from '../../../shared/views/actions';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { KeyHint, KeyHints } from '../../components/KeyHint';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { FetchedScreen } from '../../frame/FetchedScreen';
import { Screen } from '../../frame/Screen';
import { ActionsList } from './ActionsList';
import { ActionsSide } from './ActionsSide';
import { type ActionsView, actionsWords, closedDays, lookAtActions } from './actions-view';
import { NewAction } from './NewAction';
import { rememberActions, rememberedActions } from './remembered';
import './actions.css';

/** Every action of the scheme, for a partner those of its agency: by agency, person, case or due date. */
export default function Actions() {
  const { scheme, today } = useScheme();
  const { role, agencyId } = scheme.me;
  const list = useVerb('actions', 'list', { state: 'all', closedSince: addDays(today, -closedDays) });
  return (
    <FetchedScreen query={list} what="the actions" title="Actions">
      {(rows) => <Listed rows={role === 'partner' ? rows.filter((row) => row.agencyId === agencyId) : rows} />}
    </FetchedScreen>
  );
}

function Listed({ rows }: { readonly rows: readonly ActionRow[] }) {
  const { scheme, today, agencyOf, personOf, may } = useScheme();
  const [remembered, setView] = useState(rememberedActions);
  // All of a partner's actions are its agency's.
  const isOneAgency = scheme.me.role === 'partner' && remembered.grouping === 'agency';
  const view = useMemo(() => (isOneAgency ? { ...remembered, grouping: 'due' as const } : remembered), [isOneAgency, remembered]);
  const [isAdding, setAdding] = useState(false);
  const change = (part: Partial<ActionsView>) =>
    setView((before) => {
      const after = { ...before, ...part };
      rememberActions(after);
      return after;
    });
  const lookup = useMemo(
    () => ({
      agencyName: (id: string | null) => agencyOf(id)?.name ?? 'Unknown agency',
      personName: (id: string | null) => personOf(id)?.name ?? '',
      teamOf: (id: string | null) => personOf(id)?.team ?? '',
    }),
    [agencyOf, personOf],
  );
  const deferred = useDeferredValue(view);
  const shown = useMemo(() => lookAtActions(rows, deferred, today, lookup), [rows, deferred, today, lookup]);
  const open = rows.filter(({ outcome }) => outcome === null);
  const overdue = open.filter(({ dueOn }) => isLate(dueOn, today)).length;
  const soon = open.filter(({ dueOn }) => dueOn !== null && dueOn >= today && dueOn <= addDays(today, 7)).length;
  const add = may('set-actions') ? (
    <Button look="primary" size="small" onPress={() => setAdding(true)}>
      <Plus aria-hidden /> Action <KeyHint>N</KeyHint>
    </Button>
  ) : null;
  return (
    <Screen
      title="Actions"
      beside={
        <>
          <span role="status">
            {open.length.toLocaleString('en-GB')} open,{' '}
            <b className={overdue > 0 ? 'late' : undefined}>{overdue.toLocaleString('en-GB')} overdue</b>, {soon.toLocaleString('en-GB')}{' '}
            due within a week
          </span>
          {rows.length === 0 ? null : (
            <KeyHints
              hints={[
                ['X', 'select'],
                ['E', 'settle'],
                ['U', 'update'],
              ]}
            />
          )}
        </>
      }
      buttons={
        <>
          {may('export-register') ? (
            <ExportMenu
              list="actions"
              noun="actions"
              shown={() => ({ ids: shown.rows.map(({ id }) => id), columns: null, seenAs: actionsWords(view, lookup) })}
              isOff={shown.rows.length === 0}
            />
          ) : null}
          {rows.length === 0 ? null : add}
        </>
      }
    >
      {rows.length === 0 && !isAdding ? (
        <EmptyState title="No actions yet" icon={<ListChecks aria-hidden />} buttons={add}>
          An action is something that an agency undertook to do, by a day. They are set while a case is discussed, and come back on each
          agenda until they are settled.
        </EmptyState>
      ) : (
        <div className="actions">
          <ActionsSide rows={rows} view={view} change={change} lookup={lookup} />
          <ActionsList shown={shown} view={view} change={change} lookup={lookup} onAdd={() => setAdding(true)} />
          {isAdding ? <NewAction onClose={() => setAdding(false)} /> : null}
        </div>
      )}
    </Screen>
  );
}
