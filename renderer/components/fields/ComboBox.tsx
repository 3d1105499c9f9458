import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  ComboBoxStateContext,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  Popover,
} from 'react-aria-components';
import { type Choice, ChoiceItem, type SelectProps } from './Select';
import { isOffered, meantBy, takenByKey } from './typed-choice';

interface ComboBoxProps extends Omit<SelectProps, 'onChange' | 'isOpenAtFirst' | 'onClose'> {
  /** Null where it was emptied, or left with something typed that no choice, or more than one, goes by. */
  readonly onChange: (id: string | null) => void;
}

/**
 * One of many: type a part of the name, then Enter. What stands in the field decides what is taken, and nothing else: a choice
 * that does not go by what was typed is not taken, nor is the one before kept in its place.
 */
export function ComboBox({ label, isLabelHidden, choices, value, onChange, placeholder, problem, autoFocus, isDisabled }: ComboBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [missed, setMissed] = useState<string | null>(null);
  const intent = useRef<Intent>(null);
  const input = useRef<HTMLInputElement>(null);
  const chosen = choices.find(({ id }) => id === value)?.name ?? '';

  function settle(id: string | null) {
    setTyped(null);
    setMissed(null);
    if (id !== value) onChange(id);
  }

  /** The field was left in the middle of typing. */
  function leave(text: string) {
    const meaning = meantBy(text, choices);
    settle(meaning.is === 'one' ? meaning.id : null);
    if (meaning.is === 'none') setMissed(`Nothing here is called “${text}”: choose from the list`);
    if (meaning.is === 'several') setMissed(`Several go by “${text}”: choose one`);
  }

  return (
    <AriaComboBox<Choice>
      className="field"
      defaultItems={choices}
      defaultFilter={isOffered}
      allowsEmptyCollection
      inputValue={typed ?? chosen}
      onInputChange={(text) => {
        if (text === '') settle(null);
        else setTyped(text === chosen ? null : text);
        setMissed(null);
      }}
      value={value}
      onChange={(id) => {
        if (id !== value) settle(id === null ? null : String(id));
        else if (typed === null || intent.current !== null) setTyped(null);
        // It calls with the choice that stands whenever the list closes. Where something scrolled, the person goes on typing.
        else if (document.activeElement !== input.current) leave(typed);
      }}
      menuTrigger="focus"
      isInvalid={Boolean(problem ?? missed)}
      validationBehavior="aria"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(autoFocus ? { autoFocus } : {})}
      {...(isDisabled ? { isDisabled } : {})}
    >
      {isLabelHidden ? null : <Label>{label}</Label>}
      <TypedKeys choices={choices} typed={typed} intent={intent} giveUp={() => setTyped(null)}>
        <Input ref={input} placeholder={placeholder} autoComplete="off" />
        <Button aria-label={`Show all: ${label}`}>
          <ChevronDown aria-hidden />
        </Button>
      </TypedKeys>
      <FieldError className="field-problem">{problem ?? missed}</FieldError>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box" renderEmptyState={() => <p className="list-item mute">Nothing by that name</p>}>
          {(choice: Choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** What the last key meant: to keep what stood before, or to take what it stands on. */
type Intent = 'give-up' | 'take' | null;

interface TypedKeysProps {
  readonly choices: readonly Choice[];
  /** Null where the field shows what is chosen. */
  readonly typed: string | null;
  readonly intent: { current: Intent };
  readonly giveUp: () => void;
  readonly children: ReactNode;
}

const moves = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']);

/** Tells the field, before it acts on Enter or Tab, which choice these may take. */
function TypedKeys({ choices, typed, intent, giveUp, children }: TypedKeysProps) {
  const state = useContext(ComboBoxStateContext);
  const hasMoved = useRef(false);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing || !state) return;
    intent.current = event.key === 'Escape' ? 'give-up' : null;
    if (moves.has(event.key)) hasMoved.current = true;
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    const { selectionManager } = state;
    const reached = hasMoved.current && selectionManager.focusedKey !== null ? String(selectionManager.focusedKey) : null;
    const id = typed === null ? reached : takenByKey(typed, choices, reached);
    selectionManager.setFocusedKey(id);
    if (id !== null) intent.current = 'take';
    if (id !== null || typed === null || event.key === 'Tab') return;
    // Enter would close the list and send the form off, with what was typed not taken.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Group
      className="field-input combo"
      onKeyDownCapture={onKeyDown}
      onInputCapture={() => {
        hasMoved.current = false;
        intent.current = null;
      }}
      onPointerDownCapture={(event) => {
        intent.current = null;
        // All are shown beside a field that says what is chosen, never beside half a name that they do not go by.
        if ((event.target as Element).closest('button')) giveUp();
      }}
    >
      {children}
    </Group>
  );
}
