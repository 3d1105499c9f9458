import { ChevronDown } from 'lucide-react';
import { ComboBox as AriaComboBox, Button, Group, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import './fields.css';
import '../overlays/overlays.css';

interface SuggestFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is written elsewhere already, so that one thing keeps one name. */
  readonly suggestions: readonly string[];
  readonly placeholder?: string;
}

/** Words of one's own, with those that are in use already to choose from. */
export function SuggestField({ label, value, onChange, suggestions, placeholder }: SuggestFieldProps) {
  return (
    <AriaComboBox className="field" inputValue={value} onInputChange={onChange} allowsCustomValue menuTrigger="focus">
      <Label>{label}</Label>
      <Group className="field-input combo">
        <Input placeholder={placeholder} autoComplete="off" />
        {suggestions.length > 0 ? (
          <Button aria-label="Show all">
            <ChevronDown aria-hidden />
          </Button>
        ) : null}
      </Group>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box">
          {suggestions.map((name) => (
            <ListBoxItem key={name} id={name} textValue={name} className="list-item">
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
