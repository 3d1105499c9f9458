import { ChevronRight, Plus, X } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components';
import { ChoiceList } from '../../components/overlays/ChoiceMenu';
import '../../components/marks.css';
import { type FilterKind, filterKinds, filterName, filterWords, none, optionsOf, valueCount, withFilter } from './filters';
import type { RegisterView, ShownRegister } from './register-view';
import type { NameLookup } from './sorting';
import type { ToolKeys } from './use-tool-keys';

interface FilterChipsProps {
  readonly shown: ShownRegister;
  readonly view: RegisterView;
  readonly change: (change: (before: RegisterView) => RegisterView) => void;
  readonly context: NameLookup;
  readonly tools: ToolKeys;
}

/** The filters that are on, each to be changed or taken away, and a way to add one. */
export function FilterChips({ tools, ...rest }: FilterChipsProps) {
  const { shown, view, change, context } = rest;
  return (
    <>
      {filterKinds.map((kind) => {
        const values = view.filters[kind];
        if (!values) return null;
        const ofHowMany = values.length > 2 ? valueCount(kind, shown.inTab) : 0;
        return (
          <span key={kind} className="chip">
            <MenuTrigger>
              <Button className="chip-open">
                <span className="chip-of">{filterName[kind]}</span> {filterWords(kind, values, ofHowMany, context.agencyName)}
              </Button>
              <Popover className="popover" offset={4}>
                <ValueList kind={kind} {...rest} />
              </Popover>
            </MenuTrigger>
            <Button
              className="chip-remove"
              aria-label={`Remove the filter ${filterName[kind]}`}
              onPress={() => change((before) => ({ ...before, filters: withFilter(before.filters, kind, []) }))}
            >
              <X aria-hidden />
            </Button>
          </span>
        );
      })}
      <MenuTrigger isOpen={tools.openMenu === 'filter'} onOpenChange={(isOpen) => tools.open(isOpen ? 'filter' : null)}>
        <Button className="chip hollow">
          <Plus aria-hidden />
          Filter
        </Button>
        <Popover className="popover" offset={4}>
          <Menu className="list-box" aria-label="Filter by" autoFocus="first">
            {filterKinds.map((kind) => (
              <SubmenuTrigger key={kind}>
                <MenuItem id={kind} className="list-item">
                  {filterName[kind]}
                  <ChevronRight className="list-detail" aria-hidden />
                </MenuItem>
                <Popover className="popover" offset={2}>
                  <ValueList kind={kind} {...rest} />
                </Popover>
              </SubmenuTrigger>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}

/** The values of one filter with how many have each: counted only once its menu is open, for it looks at every row. */
function ValueList({ kind, shown, view, change, context }: Omit<FilterChipsProps, 'tools'> & { readonly kind: FilterKind }) {
  // A menu's keys may not be empty, so what stands for "nothing recorded" has a name there.
  return (
    <ChoiceList
      label={filterName[kind]}
      isMany
      choices={optionsOf(kind, shown.inTab, context.agencyName)}
      chosen={(view.filters[kind] ?? []).map((value) => (value === none ? 'none' : value))}
      onChange={(chosen) => {
        const values = chosen.map((value) => (value === 'none' ? none : value));
        change((before) => ({ ...before, filters: withFilter(before.filters, kind, values) }));
      }}
    />
  );
}
