import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  /** `primary` is the one dark button of a screen and says what comes next. */
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly grow?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'normal', grow = false, ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button ${look}${size === 'small' ? ' small-button' : ''}${grow ? ' grow' : ''}`} />;
}
