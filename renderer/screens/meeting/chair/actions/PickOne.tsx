import { ListBox } from 'react-aria-components';
import { type Choice, ChoiceItem } from '../../../../components/fields/Select';

interface PickOneProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onPick: (id: string) => void;
}

/** A list in a popover: arrows move, a letter goes to what begins with it, Enter takes it. */
export function PickOne({ label, choices, value, onPick }: PickOneProps) {
  return (
    <ListBox
      aria-label={label}
      className="list-box"
      items={choices}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      selectedKeys={value === null ? [] : [value]}
      // Taking what is chosen already counts too: it closes the list.
      onAction={(id) => onPick(String(id))}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) onPick(String(chosen));
      }}
      autoFocus
    >
      {(choice: Choice) => <ChoiceItem choice={choice} />}
    </ListBox>
  );
}
