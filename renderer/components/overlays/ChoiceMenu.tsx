import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Choice } from '../fields/Select';
import './overlays.css';

interface ChoiceListProps {
  /** Read out when it opens. */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Several may be chosen; the menu then stays open. */
  readonly isMany?: boolean;
}

interface ChoiceMenuProps extends ChoiceListProps {
  /** What opens it: a Button. */
  readonly trigger: ReactNode;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** A menu of what may be on: one view of several, or ticks. */
export function ChoiceMenu({ trigger, label, isOpen, onOpenChange, ...list }: ChoiceMenuProps) {
  return (
    <MenuTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger}
      <Popover className="popover" offset={4}>
        <ChoiceList label={label} {...list} />
      </Popover>
    </MenuTrigger>
  );
}

/** The list of a ChoiceMenu, for use in a submenu. */
export function ChoiceList({ label, choices, chosen, onChange, isMany = false }: ChoiceListProps) {
  return (
    <Menu
      aria-label={label}
      className="list-box"
      items={choices}
      autoFocus="first"
      selectionMode={isMany ? 'multiple' : 'single'}
      disallowEmptySelection={!isMany}
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChange(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String))}
      renderEmptyState={() => <p className="list-item mute">Nothing to choose from</p>}
    >
      {({ id, name, detail }) => (
        <MenuItem id={id} textValue={name} className="list-item">
          {({ isSelected }) => (
            <>
              <span className="list-tick">{isSelected ? <Check aria-hidden /> : null}</span>
              <span className="cut">{name}</span>
              {detail ? <span className="list-detail">{detail}</span> : null}
            </>
          )}
        </MenuItem>
      )}
    </Menu>
  );
}
