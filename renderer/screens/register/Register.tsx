import { Plus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { RegisterRow } from '../../../shared/views/register';
import { Button } from '../../components/Button';
import { KeyHints } from '../../components/KeyHint';
import { Fetched, Loading, slowMilliseconds } from '../../components/Loading';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { useSettled } from '../../data/use-settled';
import { Screen } from '../../frame/Screen';
import { paths } from '../../routes';
import { NoCases } from './NoCases';
import { RegisterList } from './RegisterList';
import { lookAt } from './register-view';
import { registerWords } from './register-words';
import { rememberOrder, useRegisterView } from './remembered';
import { countTabs, tabContext } from './tabs';
import './register.css';

/** The register: every case of the scheme in one table that answers questions. */
export default function Register() {
  const list = useVerb('register', 'list');
  const [isAdding, setAdding] = useState(false);
  const [, navigate] = useLocation();
  // After an import or a first exchange the list still holds nobody while everybody is being read.
  const isFilling = useSettled(list.data?.length === 0 && list.isFetching, slowMilliseconds) && list.isFetching && !isAdding;
  if (list.data === undefined || isFilling)
    return (
      <Screen title="Register">
        {isFilling ? (
          <Loading what="the register" />
        ) : (
          <Fetched query={list} what="the register">
            {() => null}
          </Fetched>
        )}
      </Screen>
    );
  if (list.data.length > 0 || isAdding) return <Listed rows={list.data} isAdding={isAdding} onAdd={setAdding} />;
  return (
    <Screen title="Register" beside="No cases yet">
      <NoCases onImport={() => navigate(paths.import())} onAdd={() => setAdding(true)} />
    </Screen>
  );
}

interface ListedProps {
  readonly rows: readonly RegisterRow[];
  readonly isAdding: boolean;
  readonly onAdd: (isAdding: boolean) => void;
}

function Listed({ rows, isAdding, onAdd }: ListedProps) {
  const [, navigate] = useLocation();
  const [view, change] = useRegisterView();
  const { scheme, today, agencyOf, personOf, may } = useScheme();
  const context = useMemo(
    () => ({
      ...tabContext(today, scheme.me.personId),
      agencyName: (id: string) => agencyOf(id)?.name ?? 'Unknown agency',
      personName: (id: string) => personOf(id)?.name ?? 'Unknown person',
    }),
    [today, scheme.me.personId, agencyOf, personOf],
  );
  const { tab, filters, text, sortBy, isDescending, grouping, closed } = view;
  const shown = useMemo(
    () => lookAt(rows, { tab, filters, text, sortBy, isDescending, grouping, closed }, context),
    [rows, tab, filters, text, sortBy, isDescending, grouping, closed, context],
  );
  const tabCounts = useMemo(() => countTabs(rows, context), [rows, context]);
  useEffect(() => rememberOrder(shown.rows.map(({ id }) => id)), [shown]);
  return (
    <Screen
      title="Register"
      beside={
        <>
          <span role="status">
            {shown.rows.length.toLocaleString('en-GB')} of {tabCounts.all.toLocaleString('en-GB')} cases
          </span>
          <KeyHints
            hints={[
              ['↑', '↓', 'move'],
              ['F', 'filter'],
              ['G', 'group'],
            ]}
          />
        </>
      }
      buttons={
        <>
          {may('import-cases') ? (
            <Button size="small" onPress={() => navigate(paths.import())}>
              Import…
            </Button>
          ) : null}
          {may('export-register') ? (
            <ExportMenu
              list="register"
              noun="cases"
              shown={() => ({ ids: shown.rows.map(({ id }) => id), columns: view.columns, seenAs: registerWords(view, context) })}
              isOff={shown.rows.length === 0}
            />
          ) : null}
          {may('edit-cases') ? (
            <Button size="small" onPress={() => onAdd(true)}>
              <Plus aria-hidden />
              Case
            </Button>
          ) : null}
        </>
      }
    >
      <RegisterList shown={shown} tabCounts={tabCounts} view={view} change={change} context={context} isAdding={isAdding} onAdd={onAdd} />
    </Screen>
  );
}
