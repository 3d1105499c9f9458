import { ChevronRight, Plus, X } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components';
import { ChoiceList, ChoiceMenu } from '../../components/ChoiceMenu';
import { type FilterKind, filterKinds, filterName, filterWords, none, optionsOf, withFilter } from './filters';
import type { RegisterView, ShownRegister } from './register-view';
import type { NameLookup } from './sorting';
import type { ToolKeys } from './use-tool-keys';
import '../../components/marks.css';

interface FilterChipsProps {
  readonly shown: ShownRegister;
  readonly view: RegisterView;
  readonly change: (change: (before: RegisterView) => RegisterView) => void;
  readonly context: NameLookup;
  readonly tools: ToolKeys;
}

/** The filters that are on, each to be changed or taken away, and a way to add one. */
export function FilterChips({ shown, view, change, context, tools }: FilterChipsProps) {
  const set = (kind: FilterKind, values: readonly string[]) =>
    change((before) => ({ ...before, filters: withFilter(before.filters, kind, values) }));
  // A menu's keys may not be empty, so what stands for "nothing recorded" has a name there.
  const listOf = (kind: FilterKind) => ({
    label: filterName[kind],
    isMany: true,
    choices: optionsOf(kind, shown.inTab, context.agencyName),
    chosen: (view.filters[kind] ?? []).map((value) => (value === none ? 'none' : value)),
    onChange: (chosen: readonly string[]) =>
      set(
        kind,
        chosen.map((value) => (value === 'none' ? none : value)),
      ),
  });
  return (
    <>
      {filterKinds
        .filter((kind) => view.filters[kind])
        .map((kind) => {
          const list = listOf(kind);
          return (
            <span key={kind} className="chip">
              <ChoiceMenu
                {...list}
                trigger={
                  <Button className="chip-open">
                    <span className="chip-of">{filterName[kind]}</span>{' '}
                    {filterWords(kind, view.filters[kind] ?? [], list.choices.length, context.agencyName)}
                  </Button>
                }
              />
              <Button className="chip-remove" aria-label={`Remove the filter ${filterName[kind]}`} onPress={() => set(kind, [])}>
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
          <Menu className="list-box" aria-label="Filter by">
            {filterKinds.map((kind) => (
              <SubmenuTrigger key={kind}>
                <MenuItem id={kind} className="list-item">
                  {filterName[kind]}
                  <ChevronRight className="list-detail" aria-hidden />
                </MenuItem>
                <Popover className="popover" offset={2}>
                  <ChoiceList {...listOf(kind)} />
                </Popover>
              </SubmenuTrigger>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}
