import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './fields.css';

export interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly name: ReactNode }[];
  /** Null where nothing is chosen yet. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** Edges around it, where it stands in a form and not over a list. */
  readonly isBoxed?: boolean;
}

/** One of a few views or answers, all in sight. Arrow keys move, Space or Enter chooses. */
export function Segmented<Id extends string>({ label, choices, value, onChange, isBoxed = false }: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={isBoxed ? 'segmented boxed' : 'segmented'}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) onChange(chosen as Id);
      }}
    >
      {choices.map(({ id, name }) => (
        <ToggleButton key={id} id={id} className="segment">
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
