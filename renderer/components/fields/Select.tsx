import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, FieldError, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import type { Choice } from './choice';
import './fields.css';
import '../overlays/overlays.css';

export type { Choice };

export interface SelectProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice[];
  /** Null where nothing is chosen. */
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly problem?: string | null;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly isOpenAtFirst?: boolean;
  readonly onClose?: () => void;
}

/** One of a few. Typing a letter goes to the choice that begins with it. */
export function Select({
  label,
  isLabelHidden,
  choices,
  value,
  onChange,
  placeholder = 'Choose',
  problem,
  autoFocus,
  isDisabled,
  isOpenAtFirst,
  onClose,
}: SelectProps) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(id) => {
        if (id !== null) onChange(String(id));
      }}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose?.())}
      placeholder={placeholder}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(autoFocus ? { autoFocus } : {})}
      {...(isDisabled ? { isDisabled } : {})}
      {...(isOpenAtFirst ? { defaultOpen: true } : {})}
    >
      {isLabelHidden ? null : <Label>{label}</Label>}
      <Button className="field-input picker">
        {/* The choice's name alone: beside it, its detail would run into it. */}
        <SelectValue>{({ isPlaceholder, defaultChildren, selectedText }) => (isPlaceholder ? defaultChildren : selectedText)}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <FieldError className="field-problem">{problem}</FieldError>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box" items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function ChoiceItem({ choice }: { readonly choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.name} className="list-item">
      {choice.name}
      {choice.detail ? <span className="list-detail">{choice.detail}</span> : null}
    </ListBoxItem>
  );
}
