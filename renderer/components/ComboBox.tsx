import { ChevronDown } from 'lucide-react';
import { ComboBox as AriaComboBox, Button, FieldError, Group, Input, Label, ListBox, Popover } from 'react-aria-components';
import { type Choice, ChoiceItem, type SelectProps } from './Select';

interface ComboBoxProps extends Omit<SelectProps, 'onChange' | 'isOpenAtFirst' | 'onClose'> {
  /** Null where it was emptied. */
  readonly onChange: (id: string | null) => void;
}

/** One of many: type a part of the name, then Enter. */
export function ComboBox({ label, isLabelHidden, choices, value, onChange, placeholder, problem, autoFocus, isDisabled }: ComboBoxProps) {
  return (
    <AriaComboBox<Choice>
      className="field"
      defaultItems={choices}
      value={value}
      onChange={(id) => onChange(id === null ? null : String(id))}
      menuTrigger="focus"
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(autoFocus ? { autoFocus } : {})}
      {...(isDisabled ? { isDisabled } : {})}
    >
      {isLabelHidden ? null : <Label>{label}</Label>}
      <Group className="field-input combo">
        <Input placeholder={placeholder} autoComplete="off" />
        <Button aria-label={`Show all: ${label}`}>
          <ChevronDown aria-hidden />
        </Button>
      </Group>
      <FieldError className="field-problem">{problem}</FieldError>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box" renderEmptyState={() => <p className="list-item mute">Nothing by that name</p>}>
          {(choice: Choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
