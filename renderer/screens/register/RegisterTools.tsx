import { Columns3, Search } from 'lucide-react';
import { Button } from '../../components/Button';
import { Segmented } from '../../components/fields/Segmented';
import { ChoiceMenu } from '../../components/overlays/ChoiceMenu';
import { columnIds, columnTitles, fixedColumns } from './columns';
import { FilterChips } from './FilterChips';
import { type Grouping, groupingName, groupings } from './grouping';
import type { RegisterView, ShownRegister } from './register-view';
import type { NameLookup } from './sorting';
import { type Tab, tabName, tabs } from './tabs';
import type { ToolKeys } from './use-tool-keys';

interface RegisterToolsProps {
  readonly shown: ShownRegister;
  readonly tabCounts: Readonly<Record<Tab, number>>;
  readonly view: RegisterView;
  readonly change: (change: (before: RegisterView) => RegisterView) => void;
  readonly context: NameLookup;
  readonly tools: ToolKeys;
  readonly onLeaveSearch: () => void;
}

const groupingChoices = groupings.map((id) => ({ id, name: groupingName[id] }));
const columnChoices = columnIds.filter((id) => !fixedColumns.includes(id)).map((id) => ({ id, name: columnTitles[id] ?? id }));

/** Over the table: ready views, filters, a search, grouping and columns. */
export function RegisterTools({ shown, tabCounts, view, change, context, tools, onLeaveSearch }: RegisterToolsProps) {
  const menu = (name: 'group' | 'columns') => ({
    isOpen: tools.openMenu === name,
    onOpenChange: (isOpen: boolean) => tools.open(isOpen ? name : null),
  });
  return (
    <div className="register-tools">
      <Segmented
        label="Views"
        value={view.tab}
        onChange={(tab) => change((before) => ({ ...before, tab }))}
        choices={tabs.map((id) => ({
          id,
          name: (
            <>
              {tabName[id]} <span className="register-count">{tabCounts[id].toLocaleString('en-GB')}</span>
            </>
          ),
        }))}
      />
      <FilterChips shown={shown} view={view} change={change} context={context} tools={tools} />
      <span className="register-right">
        <label className="register-search">
          <Search aria-hidden />
          <span className="visually-hidden">Search names, aliases and identifiers</span>
          <input
            ref={tools.search}
            type="search"
            placeholder="Name, PNC, CRN…"
            value={view.text}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => change((before) => ({ ...before, text: event.target.value }))}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && view.text !== '') change((before) => ({ ...before, text: '' }));
              else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') onLeaveSearch();
              else return;
              event.preventDefault();
            }}
          />
        </label>
        <ChoiceMenu
          label="Group by"
          choices={groupingChoices}
          chosen={[view.grouping]}
          onChange={([grouping]) => grouping && change((before) => ({ ...before, grouping: grouping as Grouping, closed: new Set() }))}
          {...menu('group')}
          trigger={
            <Button size="small">
              <span className="mute">Group</span> {groupingName[view.grouping]}
            </Button>
          }
        />
        <ChoiceMenu
          label="Columns"
          isMany
          choices={columnChoices}
          chosen={view.columns}
          onChange={(columns) =>
            change((before) => ({ ...before, columns: columnIds.filter((id) => columns.includes(id) || fixedColumns.includes(id)) }))
          }
          {...menu('columns')}
          trigger={
            <Button size="small">
              <Columns3 aria-hidden />
              Columns
            </Button>
          }
        />
      </span>
    </div>
  );
}
