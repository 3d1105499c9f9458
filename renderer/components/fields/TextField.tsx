import type { KeyboardEvent, Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components';
import './fields.css';

export interface TextFieldProps {
  readonly label: string;
  /** The label is read out but not shown. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong, in words; marks the field. */
  readonly problem?: string | null;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly type?: 'text' | 'password' | 'search' | 'email';
  readonly inputMode?: 'text' | 'numeric';
  readonly maxLength?: number;
  readonly onEnter?: () => void;
  readonly onEscape?: () => void;
  readonly onBlur?: () => void;
}

function keysOf({ onEnter, onEscape }: Pick<TextFieldProps, 'onEnter' | 'onEscape'>, isProse: boolean) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && onEnter && (!isProse || event.ctrlKey || event.metaKey || !event.shiftKey)) {
      event.preventDefault();
      // Held, it is still one.
      if (!event.repeat) onEnter();
    } else if (event.key === 'Escape' && onEscape) {
      event.preventDefault();
      onEscape();
    }
  };
}

function fieldProps({ label, isLabelHidden, problem, value, onChange, autoFocus, isDisabled, isRequired, onBlur }: TextFieldProps) {
  return {
    className: 'field',
    value,
    onChange,
    isInvalid: Boolean(problem),
    ...(isLabelHidden ? { 'aria-label': label } : {}),
    ...(autoFocus ? { autoFocus } : {}),
    ...(isDisabled ? { isDisabled } : {}),
    ...(isRequired ? { isRequired } : {}),
    ...(onBlur ? { onBlur } : {}),
    validationBehavior: 'aria' as const,
  };
}

/** Below a field: what to know of it, and what is wrong. */
function FieldWords({ hint, problem }: Pick<TextFieldProps, 'hint' | 'problem'>) {
  return (
    <>
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-problem">{problem}</FieldError>
    </>
  );
}

/** One line of text. `Enter` and `Esc` go to `onEnter` and `onEscape`. */
export function TextField({ ref, ...props }: TextFieldProps & { readonly ref?: Ref<HTMLInputElement> }) {
  return (
    <AriaTextField {...fieldProps(props)} type={props.type ?? 'text'} {...(props.maxLength ? { maxLength: props.maxLength } : {})}>
      {props.isLabelHidden ? null : <Label>{props.label}</Label>}
      <Input
        {...(ref ? { ref } : {})}
        className="field-input"
        placeholder={props.placeholder}
        inputMode={props.inputMode}
        onKeyDown={keysOf(props, false)}
        autoComplete="off"
        spellCheck={props.type === undefined || props.type === 'text'}
      />
      <FieldWords {...props} />
    </AriaTextField>
  );
}

/** Several lines; it grows with what is typed. `Enter` goes to `onEnter` where given, and then Shift+Enter is the new line. */
export function TextArea({
  ref,
  rows = 3,
  ...props
}: TextFieldProps & { readonly rows?: number; readonly ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <AriaTextField {...fieldProps(props)}>
      {props.isLabelHidden ? null : <Label>{props.label}</Label>}
      <AriaTextArea
        {...(ref ? { ref } : {})}
        className="field-input"
        placeholder={props.placeholder}
        rows={rows}
        autoComplete="off"
        onKeyDown={keysOf(props, true)}
        spellCheck
      />
      <FieldWords {...props} />
    </AriaTextField>
  );
}
